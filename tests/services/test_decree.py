"""The printed plan keeps Decree 30/2020/NĐ-CP: the filled file as a clerk with python-docx reads it.

Every test names the rules it holds: P page, H head, B body, G closing, A appendix. Figures come from the rows
of `docgen.rules`; formatting is what takes effect: run, character style, paragraph styles, defaults.
"""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from functools import cache
from itertools import groupby, pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Emu, Twips
from docx.table import Table
from lxml import etree
from PIL import ImageFont

from docgen import rules
from docgen.resources import shipped
from docgen.services.render import Format, render_plan

PART_B = "      - ten: Nhiệm vụ tham mưu"
VARIANTS = {
    "draft": {},
    "issued": {
        r"(?m)^so:.*$": "so: 5",
        r"(?m)^ngay_ban_hanh:.*$": "ngay_ban_hanh: 05/01/2025",
        r"(?m)^nam_ban_hanh:.*$": "can_cu: [Căn cứ Luật thứ nhất, Căn cứ Luật thứ hai]",
    },
    "landscape": {"huong: doc": "huong: ngang"},
    "two appendices": {PART_B: f"  - ten: Các nhiệm vụ khác\n    huong: ngang\n    phan:\n{PART_B}"},
}
"""What is changed in the text of the real plan: pattern and what takes its place."""

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
APPENDIX_HEADING = ("appendix_label", "appendix_title", "appendix_reference")
LETTERS = "abcdđeghiklmnopqrstuvxy"
SECTION, ITEM, POINT, POINTER = r"[IVX]+\. ", r"\d+\. ", r"[a-zđ]\) ", r"\(.*Phụ lục.*\)"


class Printed:
    """A filled plan: head, title, body, closing, then the heading and the table of every appendix."""

    def __init__(self, path):
        self.word = docx.Document(path)
        self.sections = list(self.word.sections)
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        blocks = groupby(self.word.iter_inner_content(), lambda block: isinstance(block, Table))
        text, *headings, _ = [list(group) for is_table, group in blocks if not is_table]
        self.head, self.closing, *self.tables = self.word.tables
        self.type_name, self.subject, *self.body = written(text)
        self.headings = [written(heading) for heading in headings]
        self.appendices = list(zip(self.sections[1:], self.headings, self.tables, strict=True))

    def nodes(self):
        """Every element with words or formatting; the theme has colours that nothing refers to."""
        for name, part in self.parts.items():
            if name.startswith(("word/document.xml", "word/header", "word/styles.xml")):
                yield from etree.fromstring(part).iter()

    def component(self, name):
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
            **dict(zip(APPENDIX_HEADING, zip(*self.headings, strict=True), strict=True)),
        }[name]

    def text(self, name):
        return "\n".join(paragraph.text for paragraph in self.component(name))

    def body_like(self, pattern):
        return [paragraph for paragraph in self.body if re.match(pattern, paragraph.text)]

    def running_text(self):
        """The paragraphs of the body that are neither a title nor the pointer to the appendix."""
        return [one for one in self.body if not re.match(rf"{SECTION}|{POINTER}|{ITEM}.*[^.]$", one.text)]


def written(paragraphs):
    return [one for one in paragraphs if one.text.strip()]


def styles_of(style):
    return [] if style is None else [style.element, *styles_of(style.base_style)]


def nearest(owners, path, attribute="val"):
    """What the first of `owners` that has the property at `path` says; a bare property says "true"."""
    steps = "/".join(qn(f"w:{step}") for step in path.split("/"))
    found = [node for owner in owners if (node := owner.find(steps)) is not None]
    bare = "true" if attribute == "val" else None
    values = [node.get(qn(f"w:{attribute}"), bare) for node in found]
    return next((value for value in values if value is not None), None)


def of_paragraph(paragraph, name, attribute="val"):
    return nearest([paragraph._p, *styles_of(paragraph.style)], f"pPr/{name}", attribute)


def twips(paragraph, name, attribute):
    return Twips(int(of_paragraph(paragraph, name, attribute) or 0))


def of_runs(paragraph, name, attribute="val"):
    """What takes effect for the visible runs of a paragraph, a set."""
    styles = styles_of(paragraph.style)
    defaults = styles[0].getparent().find(f".//{qn('w:rPrDefault')}")
    runs = [run for run in paragraph.runs if run.text]
    owners = ([run._r, *styles_of(run.style), *styles, defaults] for run in runs)
    return {nearest(one, f"rPr/{name}", attribute) for one in owners}


def sizes(paragraph):
    return {int(size) / 2 for size in of_runs(paragraph, "sz")}


def all_are(paragraph, name, wanted):
    """Whether every visible run is bold ("b") or italic ("i"), or none is."""
    return of_runs(paragraph, name) <= ({"true"} if wanted else {None, "0", "false"})


def assert_set_as(paragraph, name):
    """Case, size, weight, slope and alignment are those of the row `name`."""
    row = rules.component(name)
    assert (paragraph.text == paragraph.text.upper()) == (row.case == "upper") or paragraph.text.isdecimal()
    assert all(row.size[0] <= size <= row.size[1] for size in sizes(paragraph))
    assert all_are(paragraph, "b", row.bold)
    assert all_are(paragraph, "i", row.italic)
    assert of_paragraph(paragraph, "jc") == {"justify": "both"}.get(row.align, row.align)


@cache
def bold_face():
    """The bold face that stands for the decree's font on this machine, 100 points high."""
    command = ["fc-match", "--format", "%{file}", f"{rules.text('font')}:bold"]
    return ImageFont.truetype(subprocess.run(command, capture_output=True, check=True).stdout.decode(), 100)


def line_below(paragraph):
    """The drawn line and its length."""
    (line,) = paragraph._p.getnext().iter(qn("wp:anchor"))
    return line, Emu(int(line.find(qn("wp:extent")).get("cx")))


def text_width(section):
    return section.page_width - section.left_margin - section.right_margin


@pytest.fixture(scope="module")
def plans(plan_file, tmp_path_factory):
    """Every variant of the real plan, filled."""
    folder = tmp_path_factory.mktemp("decree")
    shutil.copy(shipped("data") / "don-vi.yaml", folder)
    return {name: Printed(filled(plan_file, folder, name)) for name in VARIANTS}


def filled(plan_file, folder, variant):
    text = plan_file.read_text("utf-8")
    for pattern, words in VARIANTS[variant].items():
        text, changed = re.subn(pattern, words, text)
        assert changed == 1
    (folder / f"{variant}.yaml").write_text(text, "utf-8")
    (path,) = render_plan(folder / f"{variant}.yaml", folder / variant, [Format.DOCX]).files
    return path


@pytest.fixture(params=VARIANTS)
def plan(plans, request):
    return plans[request.param]


def test_p01_p02_p03_pages_are_a4_with_the_margins_of_the_decree_on_their_side_too(plan):
    a4 = [rules.figure(f"page.{side}").low for side in ("width", "height")]
    for section in plan.sections:
        assert sorted([section.page_width.mm, section.page_height.mm]) == pytest.approx(a4, abs=0.5)
        for side in ("top", "bottom", "left", "right"):
            assert rules.figure(f"margin.{side}").allows(getattr(section, f"{side}_margin").mm, 0.5)


def test_p04_one_font_for_every_script(plan):
    named = [node for node in plan.nodes() if node.tag == qn("w:rFonts")]
    assert {font for node in named for font in node.values()} == {rules.text("font")}
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts = [of_runs(paragraph, "rFonts", script) for paragraph in plan.body]
        assert set().union(*fonts) == {rules.text("font")}


def test_p05_p06_composed_unicode_in_black(plan):
    texts = [node.text for node in plan.nodes() if node.tag == qn("w:t") and node.text]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []
    colours = {node.get(qn("w:color")) for node in plan.nodes()}
    colours |= {node.get(qn("w:val")) for node in plan.nodes() if node.tag == qn("w:color")}
    colours |= {node.get("val") for node in plan.nodes() if node.tag == qn("a:srgbClr")}
    assert colours <= {None, "auto", "000000"}


def test_p07_p09_the_page_number_stands_in_the_middle_of_the_top_margin(plan):
    assert [name for name in plan.parts if "footer" in name] == []
    assert not plan.word.settings.odd_and_even_pages_header_footer
    for section in plan.sections:
        (number,) = section.header.paragraphs
        assert [node.text.strip() for node in number._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert section.header_distance < section.top_margin
        assert nearest([section._sectPr], "pgNumType", "fmt") in {None, "decimal"}
        assert_set_as(number, "page_number")


def test_p08_p10_every_appendix_counts_its_pages_anew_and_hides_the_first(plan):
    for section in plan.sections:
        start = nearest([section._sectPr], "pgNumType", "start")
        assert int(start) == rules.figure("page_number.first").low
        assert section.different_first_page_header_footer
        assert "".join(section.first_page_header._element.itertext()).strip() == ""


COMPONENTS = {
    "h01 h02": ("national_title", rules.text("national_title")),
    "h03 h04": ("motto", rules.text("motto")),
    "h07": ("superior", r"UBND TỈNH .+"),
    "h08": ("issuer", r"(?!UBND|HĐND).+"),
    "h10 h11": ("number_symbol", rf"{rules.text('number_label')} (\d\d+| *)/KH-SNV"),
    "h12 h14": ("place_date", r"[^,]+, ngày (\d\d|  +) ?tháng (\d\d?|  +) ?năm \d{4}"),
    "h16": ("type_name", "KẾ HOẠCH"),
    "h17": ("subject", r".{1,499}[^.]"),
    "g02 g03 g04": ("authority", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
    "g05": ("signer_name", "Nguyễn Thanh Vũ"),
    "g07": ("recipients_label", rules.text("recipients_label")),
    "g08 g09": ("recipients", rf"(- .*[^ ;];\n)+- {rules.text('archive')}, [^;]+\."),
    "a01 a02": ("appendix_label", r"Phụ lục|Phụ lục I\nPhụ lục II"),
    "a03": ("appendix_title", r"CÁC NHIỆM VỤ.+(\nCÁC NHIỆM VỤ.+)?"),
    "a04": ("appendix_reference", r"(\(Kèm theo Kế hoạch số [^:]+\)\n?)+"),
}


@pytest.mark.parametrize(("name", "pattern"), COMPONENTS.values(), ids=COMPONENTS)
def test_every_component_is_worded_and_set_as_the_decree_says(plan, name, pattern):
    assert re.fullmatch(pattern, plan.text(name))
    for paragraph in plan.component(name):
        assert_set_as(paragraph, name)


def test_h10_h12_h13_numbers_days_and_first_months_below_ten_have_a_zero(plans):
    assert plans["issued"].text("number_symbol") == "Số: 05/KH-SNV"
    assert plans["issued"].text("place_date") == "Bình Định, ngày 05 tháng 01 năm 2025"


@pytest.mark.parametrize("name", ["motto", "issuer", "subject"], ids=["h05", "h09", "h18"])
def test_a_solid_line_as_long_as_the_decree_says_is_centred_below_the_text(plan, name):
    (text,) = plan.component(name)
    line, drawn = line_below(text)
    (size,) = sizes(text)
    width = bold_face().getlength(text.text) * size / 100
    assert rules.figure(f"line.{name}").allows(drawn.pt / width, 0.01)
    assert line.find(f"{qn('wp:positionH')}/{qn('wp:align')}").text == "center"
    assert line.find(f".//{qn('a:ln')}/{qn('a:prstDash')}") is None


def test_h06_h14_h15_h17_parts_of_the_head_agree(plan):
    together = [sizes(*plan.component(name)) for name in ("national_title", "motto", "place_date")]
    (number,), (date,) = (plan.component(name) for name in ("number_symbol", "place_date"))
    assert together in ([{12}, {13}, {13}], [{13}, {14}, {14}])
    assert twips(number, "spacing", "before") == twips(date, "spacing", "before")
    assert plan.text("superior") == f"UBND TỈNH {date.text.split(',')[0].upper()}"
    assert plan.type_name._p.getnext() is plan.subject._p


def test_b01_b02_legal_bases_lean_and_end_with_semicolons_then_a_full_stop(plans):
    bases = plans["issued"].body_like("Căn cứ")
    assert [basis.text[-1] for basis in bases] == [";", "."]
    for basis in bases:
        assert_set_as(basis, "legal_basis")


def test_b05_b06_running_text_is_justified_and_indented_by_format(plan):
    indent = rules.figure("body.first_line_indent")
    for paragraph in plan.running_text():
        first = twips(paragraph, "ind", "firstLine").mm
        assert indent.allows(first, tolerance=0.5)
        assert twips(paragraph, "ind", "left") == twips(paragraph, "ind", "right") == 0
        assert paragraph.text == paragraph.text.strip()
        assert of_paragraph(paragraph, "jc") == "both"


def test_b07_b09_paragraphs_stand_apart_with_nothing_between(plan):
    for above, below in pairwise(plan.body):
        gap = max(twips(above, "spacing", "after"), twips(below, "spacing", "before"))
        assert rules.figure("body.paragraph_spacing").allows(gap.pt)
        assert of_paragraph(below, "contextualSpacing") is None
        assert above._p.getnext() is below._p


def test_b03_b04_b08_upright_text_of_one_size_in_lines_of_the_height_allowed(plan):
    (size,) = {size for paragraph in plan.body for size in sizes(paragraph)}
    assert rules.component("body").size[0] <= size <= rules.component("body").size[1]
    for paragraph in plan.body:
        assert all_are(paragraph, "i", wanted=bool(re.match(rf"Căn cứ|{POINTER}", paragraph.text)))
        assert of_paragraph(paragraph, "spacing", "lineRule") == "auto"
        assert rules.figure("body.line_spacing").allows(int(of_paragraph(paragraph, "spacing", "line")) / 240)


def test_b10_sections_have_roman_numbers_and_stay_with_their_text(plan):
    sections = plan.body_like(SECTION)
    assert [one.text.split(". ")[0] for one in sections] == ROMAN[: len(sections)]
    for section in sections:
        assert_set_as(section, "section")
        assert of_paragraph(section, "keepNext") == "true"


def test_b11_a_titled_item_is_bold_an_item_of_text_is_not(plan):
    for item in plan.body_like(ITEM):
        is_text = item.text.endswith(".")
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


def test_b16_g10_the_text_points_to_its_appendix_and_addresses_nobody(plan):
    assert len(plan.body_like(POINTER)) == bool(plan.headings)
    assert plan.body_like("Kính gửi") == []


def test_b15_g06_the_content_ends_with_the_mark_on_the_page_of_the_signature(plan):
    marked = [paragraph for paragraph in plan.body if rules.text("end_mark") in paragraph.text]
    assert marked == [plan.body[-1]]
    assert plan.body[-1].text.endswith(rules.text("end_mark"))
    assert of_paragraph(plan.body[-1], "keepNext") == "true"


def test_g01_g06_recipients_beside_a_signature_with_room_on_one_page(plan):
    (row,) = plan.closing.rows
    left, right = (cell.paragraphs[0] for cell in row.cells)
    assert (left.text, right.text) == (rules.text("recipients_label"), plan.component("authority")[0].text)
    assert twips(left, "spacing", "before") == twips(right, "spacing", "before")
    room = twips(*plan.component("signer_name"), "spacing", "before").mm
    assert room == pytest.approx(rules.length("signature.room"), abs=0.5)
    assert nearest([row._tr], "trPr/cantSplit") == "true"
    assert list(plan.closing._tbl.iter(qn("w:tblBorders"), qn("w:tcBorders"))) == []


def test_a04_a05_the_reference_repeats_number_and_date_over_a_short_line(plan):
    number = plan.text("number_symbol").removeprefix(rules.text("number_label"))
    _, day = plan.text("place_date").split(", ")
    for section, (*_, reference), _ in plan.appendices:
        assert reference.text == f"(Kèm theo Kế hoạch số{number} {day} của Sở Nội vụ)"
        _, drawn = line_below(reference)
        assert drawn < text_width(section) / 2


def test_a06_the_table_repeats_its_heading_and_stays_within_the_margins(plan):
    for section, _, table in plan.appendices:
        rows = [row._tr for row in table.rows]
        assert [nearest([row], "trPr/tblHeader") for row in rows] == ["true"] + [None] * (len(rows) - 1)
        assert {nearest([row], "trPr/cantSplit") for row in rows} == {"true"}
        assert sum(column.width for column in table.columns) <= text_width(section)


def test_a07_tasks_are_counted_without_a_gap_and_the_total_is_right(plan):
    tasks, totals = [], []
    for row in (row for table in plan.tables for row in table.rows[1:]):
        number = row.cells[0].text
        if number.startswith("Tổng số"):
            whole = [task for task in tasks if "." not in task]
            assert whole == [str(place) for place in range(1, len(whole) + 1)]
            assert number == f"Tổng số: {len(whole)} nhiệm vụ"
            tasks, totals = [], [*totals, len(whole)]
        elif number[0].isdecimal():
            tasks.append(number)
    assert totals == [26, 22]
