"""The printed plan keeps Decree 30/2020/NĐ-CP: the filled file as a clerk with python-docx reads it.

Every test names the rules it holds: P page, H head, B body, G closing, A appendix. Figures come from the rows
of `docgen.rules`; formatting is what takes effect: run, character style, paragraph styles, defaults.
"""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from PIL import ImageFont

from docgen import rules
from docgen.resources import shipped
from docgen.services.render import Format, render_plan

PART_B = "      - ten: Nhiệm vụ tham mưu"
ANOTHER_APPENDIX = "  - ten: Các nhiệm vụ khác\n    huong: ngang\n    phan:\n"
VARIANTS: dict[str, list[tuple[str, str]]] = {
    "draft": [],
    "issued": [
        (r"(?m)^so:.*$", "so: 5"),
        (r"(?m)^ngay_ban_hanh:.*$", "ngay_ban_hanh: 05/01/2025"),
        (r"(?m)^nam_ban_hanh:.*$", "can_cu: [Căn cứ Luật thứ nhất, Căn cứ Luật thứ hai]"),
    ],
    "landscape": [("huong: doc", "huong: ngang")],
    "two appendices": [(PART_B, ANOTHER_APPENDIX + PART_B)],
}
"""What is changed in the text of the real plan: pattern and what takes its place."""

ALIGNMENT = {"justify": "both"}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
LETTERS = "abcdđeghiklmnopqrstuvxy"
WORD_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")
SECTION, ITEM, POINT, POINTER = r"[IVX]+\. ", r"\d+\. ", r"[a-zđ]\) ", r"\(.*Phụ lục.*\)"


class Printed:
    """A filled plan: head, title, body, closing, then the heading and the table of every appendix."""

    def __init__(self, path: Path) -> None:
        self.word = docx.Document(path)
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        blocks = groupby(self.word.iter_inner_content(), lambda block: isinstance(block, Table))
        text, *headings, _ = [list(group) for is_table, group in blocks if not is_table]
        self.head, self.closing, *self.tables = self.word.tables
        self.type_name, self.subject, *self.body = written(text)
        self.headings = [written(heading) for heading in headings]

    def trees(self) -> Iterator[etree._Element]:
        """Every part with words or formatting; the theme has colours that nothing refers to."""
        texts = ("word/document.xml", "word/header", "word/styles.xml", "word/fontTable.xml")
        yield from (etree.fromstring(part) for name, part in self.parts.items() if name.startswith(texts))

    def component(self, name: str) -> list[Paragraph]:
        """The paragraphs in which a component of the rules stands."""
        (left, right), (number, place) = (row.cells for row in self.head.rows)
        recipients, signature = self.closing.rows[0].cells
        *authority, signer = written(signature.paragraphs)
        return {
            "superior": [left.paragraphs[0]],
            "issuer": [left.paragraphs[1]],
            "national_title": [right.paragraphs[0]],
            "motto": [right.paragraphs[1]],
            "number_symbol": number.paragraphs,
            "place_date": place.paragraphs,
            "type_name": [self.type_name],
            "subject": [self.subject],
            "recipients_label": recipients.paragraphs[:1],
            "recipients": recipients.paragraphs[1:],
            "authority": authority,
            "signer_name": [signer],
            "appendix_label": [heading[0] for heading in self.headings],
            "appendix_title": [heading[1] for heading in self.headings],
            "appendix_reference": [heading[2] for heading in self.headings],
            "page_number": [section.header.paragraphs[0] for section in self.word.sections],
        }[name]

    def text(self, name: str) -> str:
        (paragraph,) = self.component(name)
        return paragraph.text

    def body_like(self, pattern: str) -> list[Paragraph]:
        return [paragraph for paragraph in self.body if re.match(pattern, paragraph.text)]

    def running_text(self) -> list[Paragraph]:
        """The paragraphs of the body that are neither a title nor the pointer to the appendix."""
        titles = (SECTION, POINTER, ITEM + r".*[^.]$")
        return [one for one in self.body if not any(re.match(title, one.text) for title in titles)]


def written(paragraphs) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs if paragraph.text.strip()]


def styles_of(style) -> Iterator:
    while style is not None:
        yield style.element
        style = style.base_style


def nearest(properties, name: str, attribute: str = "val") -> str | None:
    """The value of the property `name` in the first of `properties` that has it; a bare one says "true"."""
    found = [one.find(qn(f"w:{name}")) for one in properties if one is not None]
    values = [one.get(qn(f"w:{attribute}")) for one in found if one is not None]
    if attribute == "val":
        values = [value or "true" for value in values]
    return next((value for value in values if value is not None), None)


def of_paragraph(paragraph: Paragraph, name: str, attribute: str = "val") -> str | None:
    owners = [paragraph._p, *styles_of(paragraph.style)]
    return nearest([owner.find(qn("w:pPr")) for owner in owners], name, attribute)


def twips(paragraph: Paragraph, name: str, attribute: str) -> Length:
    return docx.shared.Twips(int(of_paragraph(paragraph, name, attribute) or 0))


def of_runs(paragraph: Paragraph, name: str, attribute: str = "val") -> set[str | None]:
    """What takes effect for the visible runs of a paragraph."""
    defaults = paragraph.style.element.getparent().find(f".//{qn('w:rPrDefault')}")
    found = set()
    for run in paragraph.runs:
        owners = [run._r, *styles_of(run.style), *styles_of(paragraph.style), defaults]
        if run.text:
            found.add(nearest([owner.find(qn("w:rPr")) for owner in owners], name, attribute))
    return found


def sizes(paragraph: Paragraph) -> set[float]:
    return {int(size) / 2 for size in of_runs(paragraph, "sz")}


def all_are(paragraph: Paragraph, name: str) -> bool:
    """Whether every visible run is bold ("b") or italic ("i")."""
    return of_runs(paragraph, name) == {"true"}


def none_is(paragraph: Paragraph, name: str) -> bool:
    return of_runs(paragraph, name) <= {None, "0", "false"}


def assert_set_as(paragraph: Paragraph, name: str) -> None:
    """Case, size, weight, slope and alignment are those of the row `name`."""
    row = rules.component(name)
    assert (paragraph.text == paragraph.text.upper()) == (row.case == "upper") or paragraph.text.isdecimal()
    assert all(row.size[0] <= size <= row.size[1] for size in sizes(paragraph))
    assert (all_are if row.bold else none_is)(paragraph, "b")
    assert (all_are if row.italic else none_is)(paragraph, "i")
    assert of_paragraph(paragraph, "jc") == ALIGNMENT.get(row.align, row.align)


@cache
def bold_face() -> ImageFont.FreeTypeFont:
    """The bold face that stands for the decree's font on this machine, 100 points high."""
    command = ["fc-match", "--format", "%{file}", f"{rules.text('font')}:bold"]
    return ImageFont.truetype(subprocess.run(command, capture_output=True, check=True).stdout.decode(), 100)


def line_ratio(line: etree._Element, text: Paragraph) -> float:
    """How long a drawn line is, the text above it being 1."""
    (size,) = sizes(text)
    width = bold_face().getlength(text.text) * size / 100
    return Length(int(line.find(f".//{qn('wp:extent')}").get("cx"))).pt / width


def drawn_lines(owner: etree._Element) -> list[etree._Element]:
    return list(owner.iter(qn("wp:anchor")))


@pytest.fixture(scope="module")
def plans(plan_file, tmp_path_factory) -> dict[str, Printed]:
    """Every variant of the real plan, filled."""
    folder = tmp_path_factory.mktemp("decree")
    shutil.copy(shipped("data") / "don-vi.yaml", folder)
    return {name: Printed(filled(plan_file, folder, name)) for name in VARIANTS}


def filled(plan_file: Path, folder: Path, variant: str) -> Path:
    text = plan_file.read_text("utf-8")
    for pattern, words in VARIANTS[variant]:
        text, changed = re.subn(pattern, words, text)
        assert changed == 1
    (folder / f"{variant}.yaml").write_text(text, "utf-8")
    (path,) = render_plan(folder / f"{variant}.yaml", folder / variant, [Format.DOCX]).files
    return path


@pytest.fixture(params=VARIANTS)
def plan(plans, request) -> Printed:
    return plans[request.param]


# Page


def test_p01_every_page_is_a4(plan):
    a4 = [rules.figure(f"page.{side}").low for side in ("width", "height")]
    for section in plan.word.sections:
        assert sorted([section.page_width.mm, section.page_height.mm]) == pytest.approx(a4, abs=0.5)


@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_p02_p03_margins_also_of_landscape_pages(plan, side):
    for section in plan.word.sections:
        assert rules.figure(f"margin.{side}").allows(getattr(section, f"{side}_margin").mm, 0.5)


def test_p03_only_pages_with_a_table_lie_on_their_side(plans):
    portrait, landscape = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE
    sides = {name: [section.orientation for section in plan.word.sections] for name, plan in plans.items()}
    assert sides == {
        "draft": [portrait, portrait],
        "issued": [portrait, portrait],
        "landscape": [portrait, landscape],
        "two appendices": [portrait, portrait, landscape],
    }


def test_p04_one_font_for_every_script(plan):
    named = [fonts for tree in plan.trees() for fonts in tree.iter(qn("w:rFonts"))]
    assert {value for fonts in named for value in fonts.values()} == {rules.text("font")}
    assert any({qn(f"w:{script}") for script in WORD_FONTS} <= set(fonts.keys()) for fonts in named)
    assert {font for paragraph in plan.body for font in of_runs(paragraph, "rFonts", "ascii")} == {
        rules.text("font")
    }


def test_p05_letters_are_composed_unicode(plan):
    texts = [node.text for tree in plan.trees() for node in tree.iter(qn("w:t")) if node.text]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_p06_everything_is_black(plan):
    nodes = [node for tree in plan.trees() for node in tree.iter()]
    colours = {node.get(qn("w:color")) for node in nodes} | {
        node.get(qn("w:val")) for node in nodes if node.tag == qn("w:color")
    }
    drawn = {node.get("val") for node in nodes if node.tag == qn("a:srgbClr")}
    assert colours <= {None, "auto", "000000"}
    assert drawn == {"000000"}


def test_p07_the_page_number_stands_in_the_middle_of_the_top_margin(plan):
    assert [name for name in plan.parts if "footer" in name] == []
    assert not plan.word.settings.odd_and_even_pages_header_footer
    for section in plan.word.sections:
        (paragraph,) = section.header.paragraphs
        assert [node.text.strip() for node in paragraph._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert section.header_distance < section.top_margin


def test_p08_the_number_of_a_first_page_is_not_shown(plan):
    for section in plan.word.sections:
        assert section.different_first_page_header_footer
        assert not section.first_page_header.is_linked_to_previous
        assert [one.text for one in section.first_page_header.paragraphs] == [""]
        assert list(section.first_page_header._element.iter(qn("w:instrText"))) == []


def test_p09_page_numbers_are_upright_arabic_figures(plan):
    for section, number in zip(plan.word.sections, plan.component("page_number"), strict=True):
        assert_set_as(number, "page_number")
        assert nearest([section._sectPr], "pgNumType", "fmt") in {None, "decimal"}


def test_p10_every_appendix_counts_its_pages_anew(plan):
    starts = [nearest([section._sectPr], "pgNumType", "start") for section in plan.word.sections]
    assert len(starts) == 1 + len(plan.tables)
    assert {int(start) for start in starts} == {rules.figure("page_number.first").low}


# Head


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("national_title", id="h02"),
        pytest.param("motto", id="h04"),
        pytest.param("superior", id="h07"),
        pytest.param("issuer", id="h08"),
        pytest.param("number_symbol", id="h10"),
        pytest.param("place_date", id="h14"),
        pytest.param("type_name", id="h16"),
        pytest.param("subject", id="h17"),
        pytest.param("authority", id="g02"),
        pytest.param("signer_name", id="g05"),
        pytest.param("recipients_label", id="g07"),
        pytest.param("recipients", id="g08"),
        pytest.param("appendix_label", id="a01"),
        pytest.param("appendix_title", id="a03"),
        pytest.param("appendix_reference", id="a04"),
    ],
)
def test_every_component_is_set_as_the_table_of_the_decree_says(plan, name):
    paragraphs = plan.component(name)
    assert paragraphs
    for paragraph in paragraphs:
        assert_set_as(paragraph, name)


def test_h01_h03_the_national_title_and_the_motto(plan):
    for name in ("national_title", "motto"):
        assert plan.text(name) == rules.text(name)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        pytest.param("motto", "motto", id="h05"),
        pytest.param("issuer", "issuer", id="h09"),
        pytest.param("subject", "subject", id="h18"),
    ],
)
def test_h05_h09_h18_a_drawn_line_is_as_long_as_the_decree_says(plan, line, below):
    (text,) = plan.component(below)
    drawn = text._p.getnext()
    (anchor,) = drawn_lines(drawn)
    assert rules.figure(f"line.{line}").allows(line_ratio(anchor, text), 0.01)


def test_h05_h09_h18_lines_are_solid_and_centred(plan):
    lines = drawn_lines(plan.word.element.body)
    assert len(lines) == 3 + len(plan.headings)
    for line in lines:
        assert line.find(f"{qn('wp:positionH')}/{qn('wp:align')}").text == "center"
        assert line.find(f".//{qn('a:ln')}/{qn('a:prstDash')}") is None


def test_h06_sizes_move_together(plan):
    together = [sizes(*plan.component(name)) for name in ("national_title", "motto", "place_date")]
    assert together in ([{12}, {13}, {13}], [{13}, {14}, {14}])


def test_h08_the_issuer_stands_below_its_superior_in_full(plan):
    left = plan.head.rows[0].cells[0]
    assert [one.text for one in written(left.paragraphs)] == [plan.text("superior"), plan.text("issuer")]
    assert not plan.text("issuer").startswith(("UBND", "HĐND"))


def test_h10_h11_number_and_symbol(plan):
    code = rules.type_code(plan.type_name.text.capitalize())
    symbol = rf"{rules.text('number_label')} (\d{{2,}}| *)/{code}(-[A-ZĐ0-9&]+)+"
    assert re.fullmatch(symbol, plan.text("number_symbol"))


def test_h10_a_number_below_ten_has_a_zero(plans):
    assert plans["issued"].text("number_symbol") == "Số: 05/KH-SNV"


def test_h12_h13_place_and_date(plans):
    assert plans["issued"].text("place_date") == "Bình Định, ngày 05 tháng 01 năm 2025"
    assert re.fullmatch(r"Bình Định, ngày {2,}tháng {2,}năm 2024", plans["draft"].text("place_date"))


def test_h14_the_date_stands_level_with_the_number(plan):
    row = plan.head.rows[1]
    assert [cell.text for cell in row.cells] == [plan.text("number_symbol"), plan.text("place_date")]
    gaps = {twips(*plan.component(name), "spacing", "before") for name in ("number_symbol", "place_date")}
    assert len(gaps) == 1


def test_h15_a_department_writes_the_name_of_its_province(plan):
    place, _ = plan.text("place_date").split(", ")
    assert plan.text("superior") == f"UBND TỈNH {place.upper()}"


def test_h16_h17_the_subject_stands_right_below_the_type(plan):
    assert plan.type_name.text == "KẾ HOẠCH"
    assert plan.type_name._p.getnext() is plan.subject._p
    assert not plan.subject.text.endswith(".")
    assert len(plan.subject.text) <= 500


# Body


def test_b01_b02_legal_bases_lean_and_end_with_semicolons_then_a_full_stop(plans):
    bases = plans["issued"].body_like("Căn cứ")
    assert [basis.text[-1] for basis in bases] == [";", "."]
    for basis in bases:
        assert_set_as(basis, "legal_basis")


def test_b03_the_body_has_one_size(plan):
    low, high = rules.component("body").size
    (size,) = {size for paragraph in plan.body for size in sizes(paragraph)}
    assert low <= size <= high


def test_b04_nothing_leans_but_legal_bases_and_pointers(plan):
    leaning = [paragraph.text for paragraph in plan.body if not none_is(paragraph, "i")]
    assert all(re.match(rf"Căn cứ|{POINTER}", text) for text in leaning)


def test_b05_running_text_is_justified(plan):
    assert {of_paragraph(paragraph, "jc") for paragraph in plan.running_text()} == {"both"}


def test_b06_first_lines_are_indented_by_format_not_by_spaces(plan):
    indent = rules.figure("body.first_line_indent")
    for paragraph in plan.running_text():
        first = twips(paragraph, "ind", "firstLine").mm
        assert min(abs(first - indent.low), abs(first - indent.high)) <= 0.5
        assert twips(paragraph, "ind", "left") == twips(paragraph, "ind", "right") == 0
        assert paragraph.text == paragraph.text.strip()
        assert "\t" not in paragraph.text


def test_b07_paragraphs_stand_apart(plan):
    for above, below in pairwise(plan.body):
        gap = max(twips(above, "spacing", "after"), twips(below, "spacing", "before"))
        assert rules.figure("body.paragraph_spacing").allows(gap.pt)
        assert of_paragraph(below, "contextualSpacing") is None


def test_b08_lines_stand_between_single_and_one_and_a_half(plan):
    for paragraph in plan.body:
        assert of_paragraph(paragraph, "spacing", "lineRule") == "auto"
        lines = int(of_paragraph(paragraph, "spacing", "line")) / 240
        assert rules.figure("body.line_spacing").allows(lines)


def test_b09_no_empty_paragraph_makes_room_in_the_body(plan):
    for above, below in pairwise(plan.body):
        assert above._p.getnext() is below._p


def test_b10_sections_have_roman_numbers_and_bold_capitals(plan):
    sections = plan.body_like(SECTION)
    assert [one.text.split(". ")[0] for one in sections] == ROMAN[: len(sections)]
    for section in sections:
        assert section.text == section.text.upper()
        assert all_are(section, "b")
        assert of_paragraph(section, "keepNext") == "true"


def test_b11_a_titled_item_is_bold_an_item_of_text_is_not(plan):
    for item in plan.body_like(ITEM):
        is_text = item.text.endswith((".", "./."))
        assert_set_as(item, "item" if is_text else "titled_item")
        assert is_text or of_paragraph(item, "keepNext") == "true"


def test_b12_b13_items_and_points_are_numbered_without_a_gap(plan):
    items, points = 0, 0
    for paragraph in plan.body:
        if re.match(SECTION, paragraph.text):
            items = 0
        if re.match(ITEM, paragraph.text):
            items, points = items + 1, 0
            assert paragraph.text.startswith(f"{items}. ")
        if re.match(POINT, paragraph.text):
            points += 1
            assert paragraph.text.startswith(f"{LETTERS[points - 1]}) ")


def test_b15_the_content_ends_with_the_mark_and_only_there(plan):
    marked = [paragraph for paragraph in plan.body if rules.text("end_mark") in paragraph.text]
    assert marked == [plan.body[-1]]
    assert plan.body[-1].text.endswith(rules.text("end_mark"))


def test_b16_the_text_points_to_its_appendix(plan):
    assert len(plan.body_like(POINTER)) == 1
    assert plan.headings


# Recipients and signature


def test_g01_recipients_on_the_left_signature_on_the_right(plan):
    (row,) = plan.closing.rows
    left, right = row.cells
    first = [cell.paragraphs[0] for cell in (left, right)]
    assert [one.text for one in first] == [
        rules.text("recipients_label"),
        plan.component("authority")[0].text,
    ]
    assert {twips(one, "spacing", "before") for one in first} == {0}


def test_g03_g04_a_deputy_signs_for_the_head_of_a_department(plan):
    authority = [one.text for one in plan.component("authority")]
    assert authority == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def test_g05_the_name_has_no_academic_title(plan):
    assert plan.text("signer_name") == "Nguyễn Thanh Vũ"


def test_g06_there_is_room_to_sign_and_the_block_is_never_split(plan):
    (name,) = plan.component("signer_name")
    assert twips(name, "spacing", "before").mm == pytest.approx(rules.length("signature.room"), abs=0.5)
    assert plan.closing.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert list(plan.closing._tbl.iter(qn("w:tblBorders"), qn("w:tcBorders"))) == []


def test_g06_the_signature_never_stands_alone_on_a_page(plan):
    assert of_paragraph(plan.body[-1], "keepNext") == "true"


def test_g07_g08_g09_recipients_and_the_archive(plan):
    assert plan.text("recipients_label") == rules.text("recipients_label")
    *recipients, archive = [one.text for one in plan.component("recipients")]
    assert all(re.fullmatch(r"- .*[^ ;];", line) for line in recipients)
    assert re.fullmatch(rf"- {rules.text('archive')}, [^;]+\.", archive)


def test_g10_a_plan_is_addressed_to_nobody(plan):
    assert not any("Kính gửi" in paragraph.text for paragraph in plan.body)


# Appendix


def test_a01_a02_roman_numbers_from_two_appendices_on(plans):
    labels = {name: [heading[0].text for heading in plan.headings] for name, plan in plans.items()}
    word = rules.text("appendix_label")
    assert labels["draft"] == labels["issued"] == labels["landscape"] == [word]
    assert labels["two appendices"] == [f"{word} I", f"{word} II"]


def test_a04_the_reference_is_in_brackets_with_a_short_line_below(plan):
    for section, (_, _, reference) in zip(plan.word.sections[1:], plan.headings, strict=True):
        assert re.fullmatch(r"\(Kèm theo Kế hoạch số [^:]+ của Sở Nội vụ\)", reference.text)
        (line,) = drawn_lines(reference._p.getnext())
        width = int(line.find(f".//{qn('wp:extent')}").get("cx"))
        assert width < (section.page_width - section.left_margin - section.right_margin) / 2


def test_a05_the_reference_repeats_number_and_date(plan):
    number = plan.text("number_symbol").removeprefix(rules.text("number_label"))
    _, day = plan.text("place_date").split(", ")
    for *_, reference in plan.headings:
        assert f"số{number} {day} của" in reference.text


def test_a06_the_table_repeats_its_heading_and_stays_within_the_margins(plan):
    for section, table in zip(plan.word.sections[1:], plan.tables, strict=True):
        heading, *others = [row._tr.find(qn("w:trPr")) for row in table.rows]
        assert heading.find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:tblHeader")) is None for row in others)
        assert all(row.find(qn("w:cantSplit")) is not None for row in (heading, *others))
        width = sum(column.width for column in table.columns)
        assert width <= section.page_width - section.left_margin - section.right_margin


def parts_of(table: Table) -> Iterator[SimpleNamespace]:
    """The parts A, B … of a table: the numbers of their groups and tasks, and their closing row."""
    part = SimpleNamespace(groups=[], tasks=[], total="")
    for row in table.rows[1:]:
        number, *_, last = [cell.text for cell in row.cells]
        if last.startswith("Tổng số"):
            part.total = last
            yield part
            part = SimpleNamespace(groups=[], tasks=[], total="")
        elif number in ROMAN:
            part.groups.append(number)
        elif number[0].isdecimal():
            part.tasks.append(number)


def test_a07_tasks_are_counted_without_a_gap_and_the_total_is_right(plan):
    parts = [part for table in plan.tables for part in parts_of(table)]
    assert [part.total for part in parts] == ["Tổng số: 26 nhiệm vụ", "Tổng số: 22 nhiệm vụ"]
    for part in parts:
        whole = [number for number in part.tasks if "." not in number]
        assert part.groups == ROMAN[: len(part.groups)]
        assert whole == [str(number) for number in range(1, len(whole) + 1)]
        assert part.total == f"Tổng số: {len(whole)} nhiệm vụ"


def test_a07_subtasks_follow_their_task(plan):
    numbers = [number for table in plan.tables for part in parts_of(table) for number in part.tasks]
    subtasks = [(before, number) for before, number in pairwise(numbers) if "." in number]
    assert subtasks == [("1", "1.1"), ("1.1", "1.2")]
