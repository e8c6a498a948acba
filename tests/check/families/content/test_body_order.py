"""Numbers and letters of the content, one of them wrong; and lists that are right as they are."""

import good
import pytest
from plant import planted
from spoiled import found, newly_found
from wordfile import word_file

from docgen.check import check
from docgen.package import open_package

PLAN, DECISION, RULES, SCHEME = "ke-hoach", "quyet-dinh-gian-tiep", "quy-che", "de-an"


def replaced(old, new):
    return lambda file: file.replace(old, new)


def removed(words):
    return lambda file: file.remove(words)


DEFECTS = {
    "B12 one left out": ("B12", PLAN, removed("b) Bồi dưỡng kỹ năng số")),
    "B12 one twice": ("B12", PLAN, replaced("c) Cử công chức", "b) Cử công chức")),
    "B12 begins with b": ("B12", PLAN, replaced("a) Đào tạo, bồi dưỡng", "c) Đào tạo, bồi dưỡng")),
    "B12 e instead of đ": (
        "B12",
        PLAN,
        lambda file: (
            file.paragraph("c) Cử công chức")
            .repeat("d) Tập huấn.")
            .repeat("e) Kiểm tra.")
            .repeat("f) Tổng kết.")
        ),
    ),
    "B12 a letter that is not used": (
        "B12",
        PLAN,
        lambda file: file.paragraph("c) Cử công chức").repeat("ă) Tập huấn."),
    ),
    "B12 a full stop": ("B12", PLAN, replaced("b) Bồi dưỡng kỹ năng số", "b. Bồi dưỡng kỹ năng số")),
    "B12 a stroke": ("B12", PLAN, replaced("b) Bồi dưỡng kỹ năng số", "b/ Bồi dưỡng kỹ năng số")),
    "B13 a section left out": ("B13", PLAN, replaced("IV. KINH PHÍ", "V. KINH PHÍ")),
    "B13 a section twice": ("B13", PLAN, replaced("V. TỔ CHỨC", "IV. TỔ CHỨC")),
    "B13 an item left out": ("B13", PLAN, removed("2. Có ít nhất 80%")),
    "B13 an item twice": ("B13", PLAN, replaced("3. Bảo đảm 100%", "2. Bảo đảm 100%")),
    "B13 begins with 2": ("B13", PLAN, replaced("1. Có 100%", "2. Có 100%")),
    "B13 backwards": ("B13", PLAN, replaced("3. Đánh giá", "1. Đánh giá")),
    "B13 an article left out": ("B13", DECISION, replaced("Điều 2. Quyết định", "Điều 4. Quyết định")),
    "B13 articles begin anew": ("B13", RULES, replaced("Điều 3. Trách", "Điều 1. Trách")),
    "B13 a chapter left out": ("B13", RULES, replaced("Chương II", "Chương III")),
    "B13 a part twice": ("B13", SCHEME, replaced("Phần III", "Phần II")),
    "B13 a level left out": ("B13", PLAN, lambda file: file.paragraph("1. Có 100%").repeat("1.1.1. Có 90%.")),
    "B13 of another item": ("B13", PLAN, lambda file: file.paragraph("2. Có ít nhất").repeat("1.1. Có 90%.")),
    "B13 an item of an item left out": (
        "B13",
        PLAN,
        lambda file: file.paragraph("2. Có ít nhất").repeat("2.1. Có 90%.").repeat("2.3. Có 95%."),
    ),
}


def body(found):
    return {one for one in found if one[0][0] in "BP"}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_wrong_number(defect):
    rule, name, change = DEFECTS[defect]
    data = good.document(name)
    file = planted(data)
    change(file)
    spoiled = file.bytes()
    assert newly_found(data, spoiled) == {(rule, "error")}
    assert found(spoiled)[rule, "error"] == 1


def told(*lines):
    """Return what B12 and B13 say of lines."""
    data = word_file("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    return [
        (one.rule, one.found, one.expected) for one in check(open_package(data)) if one.rule in {"B12", "B13"}
    ]


RIGHT = {
    "letters of the decree": [f"{letter}) Việc khác." for letter in "abcdđeghiklmnopqrstuvxy"],
    "items go on below the next section": [
        "I. MỘT",
        "1. Việc này.",
        "2. Việc kia.",
        "II. HAI",
        "3. Việc nọ.",
    ],
    "items begin anew below a section": ["I. MỘT", "1. Việc này.", "2. Việc kia.", "II. HAI", "1. Việc nọ."],
    "another list behind other words": [
        "1. Việc này.",
        "2. Việc kia.",
        "Ngoài ra:",
        "1. Việc nọ.",
        "2. Việc ấy.",
    ],
    "lists in points": ["a) Gồm:", "1. Việc này.", "2. Việc kia.", "b) Gồm:", "1. Việc nọ.", "c) Việc ấy."],
    "capitals above sections": [
        "A. PHẦN ĐẦU",
        "I. MỘT",
        "II. HAI",
        "B. PHẦN SAU",
        "I. MỘT",
        "C. PHẦN CUỐI",
        "I. MỘT",
    ],
    "lists with brackets": ["1. Gồm:", "1) Việc này.", "2) Việc kia.", "2. Gồm:", "1) Việc nọ.", "3. Hết."],
    "letters below items with brackets": ["1) Gồm:", "a) Việc này.", "2) Việc kia", "a) Việc nọ."],
    "a Roman number with an Arabic one": ["I. MỘT", "I.1. Việc này.", "I.2. Việc kia.", "II. HAI"],
    "items of items": [
        "1. Việc:",
        "1.1. Việc này:",
        "1.1.1. Việc nhỏ.",
        "1.1.2. Việc nhỏ.",
        "1.2. Việc kia.",
        "2. Việc:",
        "2.1. Việc.",
    ],
    "words of another text": [
        "Điều 1. Sửa đổi Điều 7 như sau:",
        "“Điều 7. Việc",
        "1. Việc này.",
        "4. Việc kia.”",
        "Điều 2. Việc.",
    ],
    "an article put in": ["Điều 5a. Việc này.", "Điều 5b. Việc kia."],
    "a figure at the start of a line": ["1. Việc này.", "1.500 tỷ đồng được phân bổ.", "2. Việc kia."],
    "an amount of millions": ["1. Việc này.", "1.5 triệu đồng được phân bổ."],
    "capitals behind items": ["A. PHẦN ĐẦU", "1. Việc này.", "A. PHẦN KHÁC", "B. PHẦN SAU"],
    "parts in words": ["Phần thứ nhất", "Phần thứ hai"],
    "chapters go on below parts": ["Phần I", "Chương I", "Chương II", "Phần II", "Chương III"],
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right(case):
    assert told(*RIGHT[case]) == []


def test_a_slip_is_one_finding():
    """What follows a wrong number is right whether it goes on from there or from what was meant."""
    assert told("1. Một.", "2. Hai.", "5. Ba.", "4. Bốn.", "5. Năm.") == [("B13", "“5.”", "“3.”")]
    assert told("1. Một.", "2. Hai.", "4. Ba.", "5. Bốn.") == [("B13", "“4.”", "“3.”")]
    assert told("1. Một.", "4. Hai.", "2. Ba.", "3. Bốn.") == [("B13", "“4.”", "“2.”")]


def test_more_letters_than_there_are():
    lines = [f"{letter}) Việc khác." for letter in "abcdđeghiklmnopqrstuvxy"]
    assert told(*lines, "z) Việc khác.", "aa) Việc nữa.") == [("B12", "“z)”", "hết chữ cái để đánh")]


@pytest.mark.parametrize(("above", "below"), [("1. Việc này.", "3. Việc kia."), ("1.1. Việc.", "1.5. Việc.")])
def test_what_is_behind_a_table_may_have_been_counted_in_it(above, below):
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Việc trong bảng</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    paragraphs = [f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in (above, below)]
    data = word_file(f"{table}<w:p/>".join(paragraphs))
    assert not [one for one in check(open_package(data)) if one.rule == "B13"]
