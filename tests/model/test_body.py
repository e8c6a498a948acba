"""The body: section → item → point → dash, without typed numbers."""

import pytest
from pydantic import ValidationError

from docgen.model.body import Item, Section


def test_a_point_is_a_text_or_a_text_with_dashes():
    item = Item.model_validate(
        {
            "tieu_de": "Yêu cầu",
            "diem": ["Một.", {"noi_dung": "Hai:", "gach": ["ba;", "bốn."]}],
            "gach": ["năm"],
        }
    )
    assert item.texts() == ("Yêu cầu", "Một.", "Hai:", "ba;", "bốn.", "năm")


def test_dashes_behind_points_are_those_of_the_last_point():
    item = Item.model_validate({"tieu_de": "Yêu cầu", "diem": ["Một."], "gach": ["hai"]})
    assert item.points[0].dashes == ("hai",)
    assert item.dashes == ()
    assert item == Item.model_validate(
        {"tieu_de": "Yêu cầu", "diem": [{"noi_dung": "Một.", "gach": ["hai"]}]}
    )


def test_bold_words_that_touch_are_one_stretch():
    assert Item(text="a **b****c****** d").text == "a **bc** d"


def test_section_reads_in_order():
    section = Section.model_validate(
        {
            "tieu_de": "Nhiệm vụ",
            "doan": ["Đoạn."],
            "gach": ["Gạch."],
            "khoan": [{"noi_dung": "Khoản.", "doan": ["Tiếp."]}],
            "chi_dan": "có Phụ lục kèm theo",
        }
    )
    assert section.texts() == ("Nhiệm vụ", "Đoạn.", "Gạch.", "Khoản.", "Tiếp.", "có Phụ lục kèm theo")
    assert Section(title="Kinh phí").texts() == ("Kinh phí",)


@pytest.mark.parametrize("fields", [{}, {"tieu_de": "a", "noi_dung": "b"}])
def test_an_item_has_a_title_or_a_text(fields):
    with pytest.raises(ValidationError, match="một trong hai khóa tieu_de và noi_dung"):
        Item.model_validate(fields)


@pytest.mark.parametrize("number", ["1.", "1.1", "2.3.", "IV.", "a)", "đ)", "-", "–", "+"])
def test_typed_numbers_are_refused(number):
    with pytest.raises(ValidationError, match="số thứ tự được đánh tự động"):
        Item(title=f"{number} Mục đích")


@pytest.mark.parametrize(
    "text", ["100% thủ tục", "07 chỉ tiêu", "6 tháng đầu năm", "5 rõ: rõ người", "V.v.", "-5 độ"]
)
def test_texts_that_begin_with_figures_pass(text):
    assert Item(text=text).text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [("Kết thúc./.", "kết thúc bằng “./.”"), ("Chữ **đậm", "mở mà không đóng"), ("  ", "để trống")],
)
def test_running_text_is_checked(text, said):
    with pytest.raises(ValidationError, match=said):
        Item(text=text)


@pytest.mark.parametrize("model", [Section, Item])
def test_titles_have_their_bold_marks_in_pairs(model):
    with pytest.raises(ValidationError, match="mở mà không đóng"):
        model(title="Mục **đích")


def test_the_pointer_has_no_brackets_of_its_own():
    with pytest.raises(ValidationError, match="dấu ngoặc được ghi tự động"):
        Section(title="Nhiệm vụ", pointer="(có Phụ lục kèm theo)")
