"""The look of the content, spoiled in one place or everywhere: one finding, its own, and mended."""

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plant import planted
from spoiled import expect, found, newly_found

from docgen.check import check
from docgen.package import open_package

ERROR, WARNING = "error", "warning"
RUNNING = (
    "Thực hiện Quyết định",
    "Trang bị, cập nhật",
    "Xây dựng đội ngũ",
    "Phổ biến các quy định",
    "Trưởng các phòng",
)


def face(words, **face):
    return lambda file: file.paragraph(words).run(**face)


def layout(words, **layout):
    return lambda file: file.paragraph(words).format(**layout)


def every(one, **told):
    """Spoil several paragraphs in the same way."""

    def change(file):
        for words in RUNNING:
            one(words, **told)(file)

    return change


def led_by(words, blanks):
    return lambda file: file.paragraph(words).replace(words, blanks + words)


def tabbed(words):
    """Let a paragraph begin with a tab instead of an indent."""

    def change(file):
        paragraph = file.paragraph(words).format(first=0)
        run = next(paragraph.node.iter(qn("w:r")))
        run.insert(1, OxmlElement("w:tab"))

    return change


def empties(words, times):
    return lambda file: file.paragraph(words).add_empty(times)


def closer(words):
    """Let a paragraph and the one above it want no distance, for they are of one style."""
    return lambda file: file.paragraph(words).format(contextual=True)


def exactly(words, points):
    return lambda file: file.paragraph(words).format(exactly=points)


DEFECTS = {
    "B03 one paragraph too small": ("B03", ERROR, True, face("Trong quá trình thực hiện", size=12)),
    "B03 some words too large": (
        "B03",
        ERROR,
        True,
        lambda file: file.paragraph("Trong quá trình").run("vướng mắc", size=16),
    ),
    "B03 everything too small": ("B03", ERROR, True, every(face, size=11)),
    "B03 a heading too large": ("B03", ERROR, True, face("MỤC TIÊU, CHỈ TIÊU", size=15)),
    "B03 two sizes": ("B03", WARNING, True, face("Trong quá trình thực hiện", size=13)),
    "B03 two sizes in a paragraph": (
        "B03",
        WARNING,
        True,
        lambda file: file.paragraph("Trong quá trình").run("vướng mắc", size=13),
    ),
    "B04 running text": ("B04", WARNING, False, face("Trong quá trình thực hiện", italic=True)),
    "B04 a point": ("B04", WARNING, False, face("Cử công chức tham gia", italic=True)),
    "B05 one paragraph": ("B05", ERROR, True, layout("Trong quá trình thực hiện", align="left")),
    "B05 in the middle": ("B05", ERROR, True, layout("Trong quá trình thực hiện", align="center")),
    "B05 everything": ("B05", ERROR, True, every(layout, align="left")),
    "B06 none": ("B06", WARNING, True, layout("Trong quá trình thực hiện", first=0)),
    "B06 too deep": ("B06", WARNING, True, layout("Trong quá trình thực hiện", first=15)),
    "B06 by the left edge": ("B06", WARNING, True, layout("Bồi dưỡng kỹ năng số", left=10, first=10)),
    "B06 everything": ("B06", WARNING, True, every(layout, first=7)),
    "B06 blanks": ("B06", WARNING, True, led_by("Trong quá trình thực hiện", "     ")),
    "B06 a tab": ("B06", WARNING, True, tabbed("Trong quá trình thực hiện")),
    "B07 one paragraph": ("B07", ERROR, True, layout("Trong quá trình thực hiện", before=2)),
    "B07 everything": ("B07", ERROR, True, every(layout, before=0)),
    "B07 of one style": ("B07", ERROR, True, closer("Trong quá trình thực hiện")),
    "B08 too wide": ("B08", ERROR, True, layout("Trong quá trình thực hiện", line=2)),
    "B08 too narrow": ("B08", ERROR, True, layout("Trong quá trình thực hiện", line=0.9)),
    "B08 points": ("B08", WARNING, True, exactly("Trong quá trình thực hiện", 12)),
    "B08 many points": ("B08", WARNING, True, exactly("Trong quá trình thực hiện", 30)),
    "B09 one": ("B09", WARNING, False, empties("Bồi dưỡng nghiệp vụ văn thư", 1)),
    "B09 two": ("B09", WARNING, False, empties("Xây dựng đội ngũ", 2)),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_spoiled_look(defect):
    rule, severity, mendable, change = DEFECTS[defect]
    spoiled = expect(good.document("ke-hoach"), change, rule, severity, mends=mendable)
    assert found(spoiled)[rule, severity] == 1


def test_a_whole_body_is_one_finding_that_counts_its_places():
    file = planted(good.document("ke-hoach"))
    every(layout, align="left")(file)
    (finding,) = [one for one in check(open_package(file.bytes())) if one.rule == "B05"]
    assert finding.where.text.startswith("Thực hiện Quyết định")
    numbers = [place.paragraph for place in finding.places]
    assert (len(numbers), numbers) == (5, sorted(set(numbers)))
    assert finding.message == (
        "Đoạn nội dung phải canh đều hai lề; hiện sát lề trái (5 chỗ). "
        "Hãy chọn đoạn đó rồi bấm Ctrl+J (Justify)."
    )


def test_lengths_are_told_as_the_decree_tells_them():
    file = planted(good.document("ke-hoach")).paragraph("Trong quá trình").format(first=7.5)
    (finding,) = [one for one in check(open_package(file.bytes())) if one.rule == "B06"]
    assert (finding.expected, finding.found) == ("lùi đầu dòng 1 hoặc 1,27 cm", "0,75 cm")


def raised(file):
    runs = file.paragraph("Trong quá trình").run("Giám đốc Sở", size=9).runs()
    next(run for run in runs if run.text == "Giám đốc Sở").font.superscript = True


def at_least(points):
    def change(file):
        spacing = file.paragraph("Trong quá trình").node.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        spacing.set(qn("w:line"), str(points * 20))
        spacing.set(qn("w:lineRule"), "atLeast")

    return change


def written(words, text, **face):
    return lambda file: file.paragraph(words).write(text).run(**face)


def with_page_break(file):
    """An empty paragraph that turns the page is no spacer."""
    empty = file.paragraph("Xây dựng đội ngũ").add_empty().node.getnext()
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:br", {qn("w:type"): "page"}))
    empty.append(run)


LEFT_ALONE = {
    "a short line": ("bien-ban", layout("Chủ trì: Ông", align="left")),
    "a note": ("ke-hoach", written("Trong quá trình", "Ghi chú: số liệu đến tháng 6./.", italic=True)),
    "a listed basis": ("ke-hoach", written("Cử công chức", "- Căn cứ Kế hoạch của Bộ.", italic=True)),
    "raised letters": ("ke-hoach", raised),
    "lines at least so high": ("ke-hoach", at_least(10)),
    "words in italics": (
        "ke-hoach",
        lambda file: file.paragraph("Trong quá trình").run("khó khăn", italic=True),
    ),
    "a break": ("ke-hoach", with_page_break),
    "an indent of a form": ("giay-nghi-phep", layout("Chức vụ", first=0)),
    "an empty line above a title": ("quyet-dinh-gian-tiep", empties("Theo đề nghị", 1)),
    "dots to be filled in": (
        "ke-hoach",
        lambda file: file.paragraph("Cử công chức").write("Lớp: ……").format(first=0),
    ),
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_is_left_alone(case):
    name, change = LEFT_ALONE[case]
    data = good.document(name)
    file = planted(data)
    change(file)
    assert {one for one in newly_found(data, file.bytes()) if one[0][0] == "B"} == set()


def test_an_appendix_in_prose_is_judged_too():
    prose = "Nội dung này được trình bày trong phụ lục như trong văn bản chính, " * 3
    file = planted(good.document("phu-luc-nhieu"))
    table = file.table("Số lượng (bộ)")
    for at in range(4):
        table.node.addprevious(file.paragraph("Điều 2.").repeat(f"{at + 1}. {prose.strip()}.").node)
    table.remove()
    data = file.bytes()
    spoiled = planted(data)
    spoiled.paragraph("2. Nội dung này").format(align="left")
    assert newly_found(data, spoiled.bytes()) == {("B05", ERROR)}
