"""Headings, spoiled in one place: sections, items with titles, chapters and articles."""

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plant import planted
from spoiled import expect, fixable, found, mended, newly_found

ERROR, WARNING = "error", "warning"
PLAN, DECISION, RULES, SCHEME = "ke-hoach", "quyet-dinh-gian-tiep", "quy-che", "de-an"


def face(words, **face):
    return lambda file: file.paragraph(words).run(**face)


def replaced(old, new):
    return lambda file: file.replace(old, new)


def layout(words, **layout):
    return lambda file: file.paragraph(words).format(**layout)


def parted(file):
    """Put "IV." on a line of its own."""
    file.paragraph("IV. KINH PHÍ").write("IV.").repeat("KINH PHÍ")


def joined(file):
    """Put the title of a chapter behind its number."""
    file.paragraph("Chương II").write("Chương II. QUY ĐỊNH CỤ THỂ")
    file.remove("QUY ĐỊNH CỤ THỂ", 1)


DEFECTS = {
    "B10 not bold": ("B10", ERROR, True, PLAN, face("IV. KINH PHÍ", bold=False)),
    "B10 italic": ("B10", ERROR, True, PLAN, face("IV. KINH PHÍ", italic=True)),
    "B10 small letters": ("B10", ERROR, False, PLAN, replaced("IV. KINH PHÍ", "IV. Kinh phí")),
    "B10 a bracket": ("B10", ERROR, False, PLAN, replaced("IV. KINH PHÍ", "IV) KINH PHÍ")),
    "B10 a dash": ("B10", ERROR, False, PLAN, replaced("IV. KINH PHÍ", "IV - KINH PHÍ")),
    "B10 two lines": ("B10", ERROR, False, PLAN, parted),
    "B11 a title not bold": ("B11", ERROR, False, PLAN, face("2. Yêu cầu", bold=False)),
    "B11 a number not bold": (
        "B11",
        ERROR,
        False,
        PLAN,
        lambda file: file.paragraph("2. Yêu cầu").run("2. ", bold=False),
    ),
    "B11 running text bold": ("B11", ERROR, False, PLAN, face("2. Trưởng các phòng", bold=True)),
    "B11 more of it": ("B11", ERROR, False, "cong-dien", face("3. Công an tỉnh", bold=True)),
    "B14 a chapter not bold": ("B14", WARNING, True, RULES, face("Chương II", bold=False)),
    "B14 a chapter at the edge": ("B14", WARNING, True, RULES, layout("Chương II", align="left")),
    "B14 a chapter in Arabic numerals": ("B14", WARNING, False, RULES, replaced("Chương II", "Chương 2")),
    "B14 a title in small letters": (
        "B14",
        WARNING,
        False,
        RULES,
        replaced("QUY ĐỊNH CỤ THỂ", "Quy định cụ thể"),
    ),
    "B14 a chapter with its title": ("B14", WARNING, False, RULES, joined),
    "B14 a part in capitals": ("B14", WARNING, False, SCHEME, replaced("Phần II", "PHẦN II")),
    "B14 an article not bold": (
        "B14",
        WARNING,
        True,
        DECISION,
        lambda file: file.paragraph("Điều 2. Quyết").run("Điều 2.", bold=False),
    ),
    "B14 a titled article not bold": ("B14", WARNING, True, RULES, face("Điều 4.", bold=False)),
    "B14 an article with a colon": (
        "B14",
        WARNING,
        False,
        DECISION,
        replaced("Điều 2. Quyết", "Điều 2: Quyết"),
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_spoiled_heading(defect):
    rule, severity, mendable, name, change = DEFECTS[defect]
    spoiled = expect(good.document(name), change, rule, severity, mends=mendable)
    assert found(spoiled)[rule, severity] == 1


def marked(words, **face):
    """Set the mark of a paragraph, which the number that Word writes follows."""

    def change(file):
        mark = file.paragraph(words).node.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        for name, value in face.items():
            for node in mark.findall(qn(f"w:{name}")):
                mark.remove(node)
            mark.append(OxmlElement(f"w:{name}", {qn("w:val"): str(value)}))

    return change


NUMBERED = {
    "B10 a number not bold": ("B10", ERROR, True, PLAN, marked("KINH PHÍ", b=0)),
    "B11 a number not bold": ("B11", ERROR, False, PLAN, marked("Yêu cầu", b=0)),
    "B03 a number too small": ("B03", ERROR, True, PLAN, marked("Có ít nhất 80%", sz=20)),
    "B03 a number of another size": ("B03", WARNING, True, PLAN, marked("Có ít nhất 80%", sz=26)),
}


@pytest.mark.parametrize("defect", NUMBERED)
def test_numbers_that_word_writes(defect):
    rule, severity, mendable, name, change = NUMBERED[defect]
    data = good.document(name, "wps")
    file = planted(data)
    change(file)
    spoiled = file.bytes()
    assert newly_found(data, spoiled) == {(rule, severity)}
    assert fixable(spoiled, rule) == mendable
    assert newly_found(data, mended(spoiled)) == (set() if mendable else {(rule, severity)})


def both(*changes):
    return lambda file: [change(file) for change in changes]


DIVISION = both(
    lambda file: file.paragraph("QUY ĐỊNH CỤ THỂ").repeat("Mục 1").repeat("ĐỘC GIẢ"),
    lambda file: file.paragraph("Điều 4.").node.addprevious(file.paragraph("Mục 1").repeat("Mục 2").node),
    lambda file: file.paragraph("Mục 2").repeat("VIÊN CHỨC"),
)
LEFT_ALONE = {
    "divisions with titles": (RULES, DIVISION),
    "running text with a Roman number": (
        PLAN,
        replaced("IV. KINH PHÍ", "IV. Kinh phí do ngân sách bảo đảm."),
    ),
    "a bold title that ends with a stop": (PLAN, replaced("2. Yêu cầu", "2. Yêu cầu.")),
    "bold words that lead in": (
        PLAN,
        lambda file: file.paragraph("2. Trưởng các").run("Trưởng các phòng", bold=True),
    ),
    "a list of names": (
        "bien-ban",
        lambda file: (
            file.paragraph("Thư ký: Bà").repeat("1. Ông Nguyễn Văn An").repeat("2. Bà Đặng Thị Thu Hà")
        ),
    ),
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_is_left_alone(case):
    name, change = LEFT_ALONE[case]
    data = good.document(name)
    file = planted(data)
    change(file)
    assert not {rule for rule, _ in newly_found(data, file.bytes())} & {"B10", "B11", "B14"}


def test_a_division_counts_in_arabic_numerals():
    file = planted(good.document(RULES))
    DIVISION(file)
    data = file.bytes()
    spoiled = planted(data)
    spoiled.replace("Mục 2", "Mục II")
    assert newly_found(data, spoiled.bytes()) == {("B14", WARNING)}
