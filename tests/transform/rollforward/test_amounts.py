"""Sums of money stay in a draft and are asked about: once a text, once the budgets of an appendix."""

import pytest

from docgen.transform.rollforward.amounts import amounts


@pytest.mark.parametrize(
    ("words", "quote", "named"),
    [
        ("Tổng kinh phí là 1.450 triệu đồng.", "1.450 triệu đồng", "“1.450 triệu đồng”"),
        (
            "Kinh phí 900 triệu đồng, trong đó chuyển nguồn 1,5 tỷ đồng; chi khác 900 triệu đồng",
            "900 triệu đồng, trong đó chuyển nguồn 1,5 tỷ đồng; chi khác 900 triệu đồng",
            "“900 triệu đồng”, “1,5 tỷ đồng”",
        ),
        ("Mức hỗ trợ 50.000 đồng/hồ sơ", "50.000 đồng", "“50.000 đồng”"),
    ],
)
def test_the_sums_of_a_text_are_one_question(words, quote, named):
    ((place, doubt),) = amounts({"noi_dung/1/doan/1": words}, 2025, 2026)
    assert (place, doubt.quote) == ("noi_dung/1/doan/1", quote)
    assert doubt.question == f"Năm 2026 ghi {named} hay số khác?"


@pytest.mark.parametrize("words", ["03 hội đồng thẩm định", "Trồng 200 cây xanh", "Đồng bộ dữ liệu năm 2026"])
def test_other_numbers_are_no_sums(words):
    assert not [*amounts({"noi_dung/1/doan/1": words}, 2025, 2026)]


def test_the_budgets_of_an_appendix_are_one_question_at_its_name():
    texts = {
        "phu_luc/1/ten": "Nhiệm vụ",
        "nhiem_vu/a/kinh_phi": "12",
        "nhiem_vu/b/kinh_phi": "50 triệu đồng",
        "phu_luc/2/ten": "Đào tạo",
        "phu_luc/2/phan/1/ten": "Trong tỉnh",
        "nhiem_vu/c/kinh_phi": "8,5",
        "phu_luc/3/ten": "Danh sách",
    }
    assert [place for place, _ in amounts(texts, 2025, 2026)] == ["phu_luc/1/ten", "phu_luc/2/ten"]
