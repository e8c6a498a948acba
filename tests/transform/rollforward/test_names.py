"""Units of an older plan are called what they are called on the day of the new one."""

from datetime import date

import pytest

from docgen.model.organisation import Organisation
from docgen.transform.rollforward.names import Names

THEN, NOW = date(2024, 12, 31), date(2025, 12, 31)


@pytest.fixture(scope="module")
def names() -> Names:
    units = [
        {"id": "cchc", "ten": "Phòng Cải cách hành chính", "ten_viet_tat": "Phòng CCHC", "loai": "phong"}
        | {"ten_cu": [{"ten": "Phòng Kiểm soát thủ tục", "ten_viet_tat": "P.KSTT", "den_ngay": "30/6/2025"}]},
        {"id": "thanh-tra", "ten": "Thanh tra Sở", "loai": "thanh_tra"}
        | {"den_ngay": "30/6/2025", "can_cu": "Luật Thanh tra năm 2025"},
        {"id": "ton-giao", "ten": "Ban Tôn giáo", "loai": "ban", "den_ngay": "28/02/2025"}
        | {"don_vi_ke_thua": "dan-toc", "chac_chan": False},
        {"id": "dan-toc", "ten": "Sở Dân tộc và Tôn giáo", "loai": "ngoai"},
        {"id": "van-phong", "ten": "Văn phòng Sở", "loai": "van_phong"},
    ]
    office = {"id": "so-noi-vu", "ten": "Sở Nội vụ", "ky_hieu": "SNV", "dia_danh": "Gia Lai"}
    office |= {"chuc_vu_cap_truong": "Giám đốc", "don_vi": units}
    return Names(Organisation.model_validate(office), THEN, NOW)


@pytest.mark.parametrize(
    ("written", "now"),
    [("Phòng Kiểm soát thủ tục", "Phòng Cải cách hành chính"), ("P.KSTT", "Phòng CCHC")]
    + [(name, name) for name in ("Văn phòng Sở", "Văn Phòng sở", "Các đơn vị nào đó")],
)
def test_a_unit_that_was_renamed_has_its_new_name_in_the_form_it_was_written(names, written, now):
    cell = names.cell(written)
    assert cell.text == now
    assert not cell.doubts
    assert bool(cell.reasons) == (written != now)


def test_a_unit_that_was_closed_or_may_have_been_merged_is_asked_about(names):
    closed, merged = names.cell("Thanh tra Sở"), names.cell("Ban Tôn giáo")
    assert (closed.text, merged.text) == ("Thanh tra Sở", "Ban Tôn giáo")
    assert closed.doubts[0].question == "Đơn vị nào làm thay “Thanh tra Sở”?"
    assert closed.doubts[0].replacement == ""
    assert merged.doubts[0].replacement == "Sở Dân tộc và Tôn giáo"
    assert "28/02/2025" not in merged.doubts[0].reason
    assert "01/3/2025" in merged.doubts[0].reason


def test_names_in_a_text_change_and_say_why(names):
    text = names.text("Giao Phòng Kiểm soát thủ tục và Văn phòng Sở thực hiện.")
    assert text.text == "Giao Phòng Cải cách hành chính và Văn phòng Sở thực hiện."
    assert text.reasons == ("“Phòng Kiểm soát thủ tục” đổi tên từ ngày 01/7/2025",)


def test_a_name_that_goes_on_is_another_name(names):
    assert names.text("Làm việc với Ban Tôn giáo Chính phủ.").doubts == ()
    assert names.text("Làm việc với Thanh tra Sở Nội vụ.").doubts != ()


def test_a_cited_document_keeps_the_names_of_its_time(names):
    cited = "Quyết định số 12/QĐ-SNV ngày 01/02/2024 của Giám đốc Sở về tổ chức Phòng Kiểm soát thủ tục"
    assert names.text(cited).text == cited


def test_a_name_that_stands_twice_is_asked_about_twice_and_told_apart(names):
    text = "Thanh tra Sở phối hợp; báo cáo gửi Thanh tra Sở"
    quotes = [doubt.quote for doubt in names.text(text).doubts]
    assert len(quotes) == 2
    assert all(text.count(quote) == 1 for quote in quotes)
