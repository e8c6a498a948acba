"""Many rows of a unit at once, and all its statistics in one table."""

import re
from datetime import timedelta

from quarters import HALF, TASK, UNIT, address, kept, later, reporter, row

from docgen.model.people import Role

BULK, FIGURES = "/hang-loat", "/so-lieu"
OTHER = "ra-soat-vbqppl"


def marks(*versions):
    return [f"nhiem_vu:{key}:{version}" for key, version in versions]


def test_a_status_is_given_after_the_rows_were_looked_at(collecting):
    browser = reporter(collecting)
    form = {"viec": "trang_thai", "trang_thai": "dang_thuc_hien", "chon": marks((TASK, 0), (OTHER, 0))}
    asked = browser.post(address(BULK), form)
    assert "“Đang thực hiện” cho 2 dòng" in asked.text
    assert kept(collecting).typed == {}
    assert browser.post(address(BULK), {**form, "xac_nhan": "co"}).status_code == 303
    assert kept(collecting).typed == kept(collecting, OTHER).typed == {"tinh_trang": "dang_thuc_hien"}


def test_all_rows_or_none(collecting):
    browser = reporter(collecting)
    collecting.signed_in(Role.HEAD, UNIT).post(row(OTHER), {"ket_qua": "Vừa sửa"})
    form = {
        "viec": "trang_thai",
        "trang_thai": "hoan_thanh",
        "chon": marks((TASK, 0), (OTHER, 0)),
        "xac_nhan": "co",
    }
    refused = browser.post(address(BULK), form)
    assert refused.status_code == 409
    assert "Chưa đổi tình trạng dòng nào" in refused.text
    assert kept(collecting).typed == {}


def test_rows_that_have_not_changed(half_year):
    browser = reporter(half_year)
    one = {"mot": f"nhiem_vu:{TASK}:0"}
    assert browser.post(address(BULK, HALF), one).headers["location"].endswith(f"#nhiem-vu-{TASK}")
    assert kept(half_year, period=HALF).unchanged
    form = {"viec": "khong_doi", "chon": [*marks((TASK, 1), (OTHER, 0)), "thong_ke:4.8:0"], "xac_nhan": "co"}
    refused = browser.post(address(BULK, HALF), form)
    assert "A.6: Không có nội dung kỳ trước" in refused.text
    assert not kept(half_year, "4.8", "thong_ke", HALF).unchanged


def test_rows_that_cannot_stay_unchanged_are_left_out_and_counted(half_year):
    browser = reporter(half_year)
    browser.post(row(period=HALF), {"ket_qua": "Đã nhập"})
    chosen = [*marks((TASK, 1), (OTHER, 0)), "noi_dung:kho_khan:0", "thong_ke:4.8:0"]
    asked = browser.post(address(BULK, HALF), {"viec": "khong_doi", "chon": chosen}).text
    assert re.findall(r'name="chon" value="([^"]+)"', asked) == ["thong_ke:4.8:0"]
    assert "so với kỳ trước cho 1 dòng" in asked
    assert "02 dòng đã chọn không có nội dung kỳ trước dùng lại được." in asked
    assert "01 dòng đã chọn đã có nội dung của kỳ này nên giữ nguyên" in asked
    browser.post(address(BULK, HALF), {"viec": "khong_doi", "chon": ["thong_ke:4.8:0"], "xac_nhan": "co"})
    assert kept(half_year, "4.8", "thong_ke", HALF).unchanged
    assert kept(half_year, period=HALF).typed == {"ket_qua": "Đã nhập"}


def test_where_all_rows_are_left_out_nothing_is_asked(half_year):
    browser = reporter(half_year)
    reply = browser.post(address(BULK, HALF), {"viec": "khong_doi", "chon": marks((OTHER, 0))})
    assert reply.status_code == 303
    told = browser.get(reply.headers["location"]).text
    assert "Chưa thay đổi gì. 01 dòng đã chọn không có nội dung kỳ trước dùng lại được." in told
    browser.post(row(period=HALF), {"ket_qua": "Đã nhập"})
    reply = browser.post(address(BULK, HALF), {"viec": "khong_doi", "chon": marks((TASK, 1))})
    told = browser.get(reply.headers["location"]).text
    assert "Chưa thay đổi gì. 01 dòng đã chọn đã có nội dung của kỳ này nên giữ nguyên" in told


def undo_button(page):
    """Return what the button "Hoàn tác" of a page sends."""
    form = re.search(r'<form [^>]*class="viec-kem">.*?</form>', page.text, re.DOTALL)[0]
    assert "Hoàn tác" in form
    return {"chon": re.findall(r'name="chon" value="([^"]+)"', form)}


def changed_many(browser):
    """Give two rows a status; return what its button undoes."""
    form = {"viec": "trang_thai", "trang_thai": "hoan_thanh", "xac_nhan": "co"}
    reply = browser.post(address(BULK), {**form, "chon": marks((TASK, 1), (OTHER, 0))})
    page = browser.get(reply.headers["location"])
    assert "Đã lưu 02 dòng; hoàn tác được trong 30 giây." in page.text
    assert len(page.content) < 150_000
    return undo_button(page)


def test_what_was_done_to_many_rows_is_undone(collecting):
    browser = reporter(collecting)
    before = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang làm"}
    browser.post(row(), before)
    form = changed_many(browser)
    collecting.clock.now += timedelta(seconds=30)
    page = browser.get(browser.post(address(f"{BULK}/hoan-tac"), form).headers["location"]).text
    assert "Đã hoàn tác 02 dòng" in page
    assert (kept(collecting).typed, kept(collecting, OTHER).typed) == (before, {})
    assert "Lịch sử của dòng (3)" in browser.get(row()).text


def test_a_row_that_somebody_has_changed_since_stays(collecting):
    browser = reporter(collecting)
    browser.post(row(), {"ket_qua": "Đang làm"})
    form = changed_many(browser)
    collecting.signed_in(Role.HEAD, UNIT).post(row(OTHER), {"phien_ban": "1", "ket_qua": "Của lãnh đạo"})
    page = browser.get(browser.post(address(f"{BULK}/hoan-tac"), form).headers["location"]).text
    assert "Đã hoàn tác 01 dòng" in page
    assert re.search("Không hoàn tác dòng A.6. .*: Lãnh đạo Văn phòng Sở đã sửa sau đó.", page)
    assert kept(collecting).typed == {"ket_qua": "Đang làm"}
    assert kept(collecting, OTHER).typed == {"ket_qua": "Của lãnh đạo"}


def test_after_a_while_it_is_too_late_to_undo(collecting):
    browser = reporter(collecting)
    browser.post(row(), {"ket_qua": "Đang làm"})
    form = changed_many(browser)
    collecting.clock.now += timedelta(seconds=31)
    page = browser.get(browser.post(address(f"{BULK}/hoan-tac"), form).headers["location"]).text
    assert "Đã quá 30 giây" in page
    assert kept(collecting, OTHER).typed == {"tinh_trang": "hoan_thanh"}


def test_that_a_row_has_not_changed_is_undone(half_year):
    browser = reporter(half_year)
    reply = browser.post(address(BULK, HALF), {"mot": f"nhiem_vu:{TASK}:0"})
    form = undo_button(browser.get(reply.headers["location"]))
    again = browser.post(address(BULK, HALF), {"mot": f"nhiem_vu:{TASK}:1"})
    assert "không có gì thay đổi" in browser.get(again.headers["location"]).text
    browser.post(address(f"{BULK}/hoan-tac", HALF), form)
    assert (kept(half_year, period=HALF).typed, kept(half_year, period=HALF).unchanged) == ({}, False)
    assert "chưa thay đổi gì" not in browser.get(address("", HALF)).text


def test_nothing_chosen_changes_nothing(collecting):
    browser = reporter(collecting)
    for form in ({}, {"viec": "khong_doi"}, {"viec": "trang_thai", "chon": marks((TASK, 0))}):
        reply = browser.post(address(BULK), form)
        assert "chưa thay đổi gì" in browser.get(reply.headers["location"]).text
    assert browser.post(address(BULK), {"mot": "la:gi"}).status_code == 422


def test_statistics_are_typed_in_one_table(half_year):
    browser = reporter(half_year)
    assert "75</td>" in browser.get(address(FIGURES, HALF)).text
    form = {
        "ma": ["4.8", "4.9"],
        "phien_ban_dong": ["0", "0"],
        "so_lieu": ["76", ""],
        "ghi_chu": ["", "Chưa có <b>"],
    }
    assert browser.post(address(FIGURES, HALF), form).status_code == 303
    assert kept(half_year, "4.8", "thong_ke", HALF).typed == {"so_lieu": "76"}
    page = browser.get(address(FIGURES, HALF)).text
    assert 'value="76"' in page
    assert "Chưa có &lt;b&gt;" in page
    told = browser.post(address(FIGURES, HALF), form, headers={"accept": "application/json"}).json()
    assert told == {"luc": "09:00", "loi": []}


def test_figures_that_must_be_mended_are_told_and_led_to(half_year):
    browser = reporter(half_year)
    form = {"ma": ["4.8"], "phien_ban_dong": ["0"], "so_lieu": ["nhiều"], "ghi_chu": [""]}
    page = browser.get(browser.post(address(FIGURES, HALF), form).headers["location"]).text
    assert "Đã lưu 01 chỉ tiêu; 01 chỉ tiêu có số liệu phải sửa." in page
    link = re.search(r'<a href="#(so-thong-ke-4-8)">', page)[1]
    assert f'id="{link}"' in page
    again = browser.get(browser.post(address(FIGURES, HALF), form).headers["location"]).text
    assert "Không có gì thay đổi; 01 chỉ tiêu có số liệu phải sửa." in again
    mended = form | {"phien_ban_dong": ["1"], "so_lieu": ["7"]}
    page = browser.get(browser.post(address(FIGURES, HALF), mended).headers["location"]).text
    assert "Đã lưu 01 chỉ tiêu." in page
    assert "phải sửa" not in page


def test_a_number_that_somebody_else_has_typed_is_not_written_over(collecting):
    browser = reporter(collecting)
    collecting.signed_in(Role.HEAD, UNIT).post(row("4.8", "thong_ke"), {"so_lieu": "75"})
    form = {"ma": ["4.9", "4.8"], "phien_ban_dong": ["0", "0"], "so_lieu": ["7", "76"], "ghi_chu": ["", ""]}
    refused = browser.post(address(FIGURES), form)
    assert refused.status_code == 409
    assert "Đang có: 75." in refused.text
    assert 'value="76"' in refused.text
    assert kept(collecting, "4.9", "thong_ke").typed == {}
    browser = later(collecting, "2025-04-10 09:00")
    assert "đã đóng nên không sửa được" in browser.post(address(FIGURES), form).text
