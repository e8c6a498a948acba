"""Rows of a unit: listed, filtered, filled in, kept, two people at one of them."""

import pytest
from quarters import HALF, TASK, UNIT, address, kept, later, reporter, row

from docgen.model.people import Role

WORSE = "<script>alert(1)</script>"
JSON = {"accept": "application/json"}


def test_the_list_has_the_rows_of_the_unit_as_in_the_appendix(collecting):
    page = reporter(collecting).get(address())
    assert len(page.content) < 150_000
    assert page.text.index("A. Nhiệm vụ") < page.text.index("Cải cách thể chế") < page.text.index("Biểu 1.")
    assert page.text.count("<tr id=") == 100
    assert "hết ngày 18/3/2025</strong> – còn 6 ngày làm việc" in page.text
    assert "Đã xong 0/81" in page.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?loc=chua-xong", 81),
        ("?loc=co-loi", 0),
        ("?tim=phap luat", 6),
        ("?loc=chua-xong&tim=PHÁP LUẬT", 6),
        ("?tim=không có đâu", 0),
    ],
)
def test_the_address_says_which_rows_are_shown(collecting, query, shown):
    assert reporter(collecting).get(address(query)).text.count("<tr id=") == shown


def test_overdue_tasks_are_those_whose_day_has_passed(half_year):
    page = reporter(half_year).get(address("?loc=qua-han", HALF)).text
    assert "A.14" in page
    assert "Quá hạn</span>" in page


def test_home_names_the_periods_of_the_unit(collecting):
    assert "Báo cáo của đơn vị" not in collecting.signed_in(Role.CLERK).get("/").text
    page = reporter(collecting).get("/").text
    assert "Báo cáo quý I năm 2025" in page
    assert "còn 6 ngày làm việc" in page


def test_what_is_to_be_done_stands_before_what_is_done(half_year):
    page = reporter(half_year).get("/").text
    assert page.index("Báo cáo 6 tháng đầu năm 2025") < page.index("Báo cáo quý I năm 2025")


def test_a_row_is_filled_in_without_any_script(collecting):
    browser = reporter(collecting)
    said = {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "05/3/2025", "ket_qua": WORSE}
    documents = {"so_ky_hieu": ["12/KH-SNV", ""], "ngay": ["05/3/2025", ""], "trich_yeu": [WORSE, ""]}
    reply = browser.post(row(), {"phien_ban": "0", "loc": "chua-xong", **said, **documents})
    assert reply.headers["location"] == f"{address('?loc=chua-xong')}#nhiem-vu-{TASK}"
    assert kept(collecting).typed == {
        **said,
        "van_ban": [{"so_ky_hieu": "12/KH-SNV", "ngay": "05/3/2025", "trich_yeu": WORSE}],
    }
    assert browser.get(address("?tim=12/kh-snv")).text.count("<tr id=") == 1
    for shown in (row(), address(), address("/kiem-tra-lai")):
        page = browser.get(shown).text
        assert WORSE not in page
        assert "&lt;script&gt;" in page


def test_every_field_of_every_kind_is_shown_as_it_was_typed(collecting):
    browser = reporter(collecting)
    rows = [
        (
            "nhiem_vu",
            TASK,
            ("ket_qua", "minh_chung", "ly_do", "can_cu", "kho_khan", "kien_nghi", "tinh_trang"),
        ),
        ("thong_ke", "4.8", ("so_lieu", "ghi_chu")),
        ("noi_dung", "noi_dung_khac.1", ("ket_qua", "han_che", "nguyen_nhan")),
        ("noi_dung", "kho_khan", ("noi_dung",)),
    ]
    for kind, key, fields in rows:
        browser.post(row(key, kind), dict.fromkeys(fields, WORSE))
        assert kept(collecting, key, kind).typed == dict.fromkeys(fields, WORSE)
        page = browser.get(row(key, kind)).text
        assert WORSE not in page
        assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= len(fields)


def test_what_is_wrong_stands_at_its_field(collecting):
    browser = reporter(collecting)
    browser.post(row(), {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "31/2/2025"})
    page = browser.get(row()).text
    assert 'id="o-ngay_hoan_thanh-loi"' in page
    assert "không có trong lịch" in page
    assert browser.get(address("?loc=co-loi")).text.count("<tr id=") == 1


def test_a_script_is_told_what_was_kept(collecting):
    told = reporter(collecting).post(row(), {"tinh_trang": "cham_tien_do"}, headers=JSON).json()
    assert (told["phien_ban"], told["luc"], told["trang_thai"]) == (1, "09:00", "Có lỗi")
    assert "lý do" in " ".join(told["loi"]).lower()


def test_from_one_row_to_the_next_unfinished_one(collecting):
    browser = reporter(collecting)
    reply = browser.post(row(), {"tinh_trang": "dang_thuc_hien", "viec": "tiep"})
    assert reply.headers["location"] == row("phuong-an-don-gian-hoa-tthc")
    assert "dòng chưa xong tiếp theo" in browser.get(reply.headers["location"]).text


def test_behind_the_last_unfinished_row_all_is_looked_through(answered):
    reply = reporter(answered).post(row(), {"phien_ban": "1", "tinh_trang": "dang_thuc_hien", "viec": "tiep"})
    assert reply.headers["location"] == address("/kiem-tra-lai")


def test_another_document_gets_a_line_of_its_own(collecting):
    browser = reporter(collecting)
    reply = browser.post(row(), {"so_ky_hieu": ["1/QĐ"], "ngay": [""], "trich_yeu": [""], "viec": "them"})
    assert 'id="o-so_ky_hieu-2"' in browser.get(reply.headers["location"]).text


def test_the_second_of_two_sees_both_texts(collecting):
    first, second = reporter(collecting), collecting.signed_in(Role.HEAD, UNIT)
    first.post(row(), {"phien_ban": "0", "tinh_trang": "hoan_thanh", "ket_qua": "Bản một"})
    mine = {"phien_ban": "0", "tinh_trang": "dang_thuc_hien", "ket_qua": "Bản hai"}
    both = second.post(row(), mine)
    assert both.status_code == 409
    assert all(text in both.text for text in ("Bản một", "Bản hai", "vừa sửa dòng này lúc 09:00"))
    assert 'name="phien_ban" value="1"' in both.text
    merged = second.post(row(), {**mine, "viec": "ghep"}).text
    assert "Bản một\nBản hai</textarea>" in merged
    assert kept(collecting).typed["ket_qua"] == "Bản một"
    assert second.post(row(), {**mine, "phien_ban": "1"}).status_code == 303
    assert kept(collecting).typed["ket_qua"] == "Bản hai"
    assert "Bản một" in second.get(row()).text  # stands in the history


def test_who_takes_the_other_text_finds_the_own_one_in_the_history(collecting):
    first, second = reporter(collecting), collecting.signed_in(Role.HEAD, UNIT)
    first.post(row(), {"phien_ban": "0", "ket_qua": "Bản một"})
    mine = {"phien_ban": "0", "ket_qua": "Bản hai", "viec": "lay"}
    reply = second.post(row(), mine)
    assert reply.headers["location"] == row()
    page = second.get(row()).text
    assert "Đã lấy bản kia" in page
    assert ">\nBản một</textarea>" in page
    assert '<dd class="giu-dong">Bản hai</dd>' in page
    told = second.post(row(), {**mine, "ket_qua": "Bản một"}, headers=JSON).json()
    assert told["phien_ban"] == kept(collecting).version == 3


def test_what_was_said_before_is_copied_into_the_field_alone(half_year):
    browser = reporter(half_year)
    page = browser.post(row(period=HALF), {"ket_qua": "", "ly_do": "Giữ", "chep": "ket_qua"}).text
    assert ">\nĐang rà soát 03 văn bản.</textarea>" in page
    assert ">\nGiữ</textarea>" in page
    assert kept(half_year, period=HALF).typed == {}


def test_a_row_that_has_not_changed(half_year):
    browser = reporter(half_year)
    browser.post(row(period=HALF), {"viec": "khong_doi"})
    assert kept(half_year, period=HALF).unchanged
    assert "Không thay đổi" in browser.get(address("", HALF)).text
    refused = browser.post(row("giao-bien-che", period=HALF), {"viec": "khong_doi", "ket_qua": "Đang gõ"})
    assert refused.status_code == 409
    assert "Không có nội dung kỳ trước dùng lại được" in refused.text
    assert "Đang gõ</textarea>" in refused.text


def test_what_the_office_says_of_a_row_is_answered_there(collecting):
    browser = reporter(collecting)
    browser.post(row(page="/trao-doi"), {"trao_doi": f"Đã bổ sung {WORSE}"})
    page = browser.get(row()).text
    assert "Đã bổ sung &lt;script&gt;" in page


def test_nothing_is_written_when_the_period_has_closed(collecting):
    browser = later(collecting, "2025-04-10 09:00")
    assert "dong-form" not in browser.get(row()).text
    refused = browser.post(row(), {"ket_qua": "Muộn"})
    assert refused.status_code == 409
    assert "đã đóng nên không sửa được" in refused.text
    told = browser.post(row(), {"ket_qua": "Muộn"}, headers=JSON)
    assert (told.status_code, "đã đóng" in told.json()["detail"]) == (409, True)


@pytest.mark.parametrize("strange", ["/dong/nhiem_vu/khong-co", "/dong/la-gi/4.8"])
def test_rows_that_are_not_there(collecting, strange):
    browser = reporter(collecting)
    assert browser.get(address(strange)).status_code == 404
    assert browser.post(address(strange), {"ket_qua": "x"}).status_code == 404
