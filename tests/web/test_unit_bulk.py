"""Many rows of a unit at once, and all its statistics in one table."""

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
