"""The PDF is a tagged PDF/A-2a: what an archive asks of the file, read with pikepdf."""

import re
import struct
import subprocess
import sys
from collections import Counter
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from wordfile import word_file

from docgen.pdf import to_pdf

CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Kế hoạch &amp; phụ lục</dc:title>
<dc:creator>Sở Nội vụ</dc:creator><dc:subject>Trích yếu</dc:subject><dc:language>vi-VN</dc:language>
</cp:coreProperties>"""


@pytest.fixture(scope="module")
def archive(plan_docx):
    with pikepdf.open(BytesIO(to_pdf(plan_docx["PORTRAIT"]))) as pdf:
        yield pdf


def elements(node, depth=0):
    """Yield the structure elements below a node of the tag tree, with their depth."""
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield depth, node
        for kid in node.get("/K", []):
            yield from elements(kid, depth + 1)


def marks(page):
    """Yield tag and number of the marked content of a page; artifacts have no number."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in {"BDC", "BMC"}:
            yield str(operands[0]), operands[1].get("/MCID") if len(operands) > 1 else None


def unmarked(page):
    """Yield what a page paints outside of marked content: text, strokes and fills."""
    depth = 0
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        if depth == 0 and name in {"Tj", "TJ", "S", "s", "f", "f*", "B", "Do", "sh"}:
            yield name


def test_it_says_what_it_is(archive):
    with archive.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"
        assert metadata["dc:title"] == "Kế hoạch Cải cách hành chính Sở Nội vụ năm 2025"
    assert str(archive.Root.Lang) == "vi-VN"
    assert archive.Root.MarkInfo.Marked
    assert archive.Root.ViewerPreferences.DisplayDocTitle
    assert archive.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert "/CreationDate" not in archive.docinfo


def test_it_is_well_formed(archive):
    assert archive.check_pdf_syntax() == []


def test_every_font_is_embedded_and_can_be_searched(archive):
    fonts = [
        item
        for item in archive.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]
    wholes = [font for font in fonts if font.Subtype == "/Type0"]
    assert {str(font.BaseFont).split("+")[1].split("-")[0] for font in wholes} <= {
        "LiberationSerif",
        "Tinos",
        "TimesNewRoman",
        "TimesNewRomanPS",
    }
    assert all("/ToUnicode" in font for font in wholes)
    descriptors = [font.FontDescriptor for font in fonts if font.Subtype != "/Type0"]
    assert descriptors
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in descriptors)


def shown_glyphs(page):
    """Return the glyph ids that the text of a page shows, by the name of their font."""
    shown, font = {}, ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in {"Tj", "TJ"}:
            pieces = operands if str(operator) == "Tj" else operands[0]
            codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            shown.setdefault(font, set()).update(struct.unpack(f">{len(codes) // 2}H", codes))
    return shown


def test_glyphs_that_are_shown_have_meanings_and_the_widths_of_their_font(archive):
    """ISO 19005-2, 6.2.11.5, 6.2.11.7 and 6.2.11.8."""
    fonts = archive.pages[0].Resources.Font
    for name, font in fonts.items():
        shown = set().union(*(shown_glyphs(page).get(name, set()) for page in archive.pages))
        _, _, mapping = font.ToUnicode.read_bytes().partition(b"endcodespacerange")
        meanings = re.findall(rb"^<(\w{4})> <\w+>$", mapping, re.MULTILINE)
        assert 0 not in shown
        assert shown == {int(glyph, 16) for glyph in meanings}
        descendant = font.DescendantFonts[0]
        told = dict(zip(descendant.W[::2], (float(width[0]) for width in descendant.W[1::2]), strict=True))
        with TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes())) as program:
            widths = [
                program["hmtx"][glyph][0] * 1000 / program["head"].unitsPerEm
                for glyph in program.getGlyphOrder()
            ]
        assert told == {glyph: pytest.approx(widths[glyph], abs=0.001) for glyph in shown}


def test_headings_are_bookmarks(archive):
    with archive.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles[0] == ("I. MỤC ĐÍCH, YÊU CẦU", ["1. Mục đích", "2. Yêu cầu"])


def test_everything_on_a_page_is_marked_and_owned(archive):
    """Each number on a page has its element in the parent tree, and that element is in the tag tree."""
    reached = {node.objgen for _, node in elements(archive.Root.StructTreeRoot.K[0])}
    owners = list(archive.Root.StructTreeRoot.ParentTree.Nums)[1::2]
    for page, owned in zip(archive.pages, owners, strict=True):
        numbers = [int(number) for _, number in marks(page) if number is not None]
        assert len(numbers) == len(set(numbers))
        assert list(unmarked(page)) == []
        assert all(owned[number].objgen in reached for number in numbers)


def test_page_numbers_and_lines_are_artifacts(archive):
    assert ("/Artifact", None) in list(marks(archive.pages[1]))


def test_a_table_over_pages_is_one_table_with_headings_over_columns(archive):
    tags = Counter(str(node.S) for _, node in elements(archive.Root.StructTreeRoot.K[0]))
    headings = [node for _, node in elements(archive.Root.StructTreeRoot.K[0]) if node.S == "/TH"]
    assert (tags["/Table"], tags["/THead"], tags["/TH"]) == (1, 1, 5)
    assert all(heading.A.Scope == "/Column" for heading in headings)


def test_tables_that_place_text_are_not_tables():
    pdf = to_pdf(word_file("table 4000 5000\n+ trái + phải\n| và\ntable 4000 5000 border\n+ một + hai"))
    with pikepdf.open(BytesIO(pdf)) as archive:
        tags = Counter(str(node.S) for _, node in elements(archive.Root.StructTreeRoot.K[0]))
    assert (tags["/Table"], tags["/TD"]) == (1, 2)


def test_headings_have_their_level():
    pdf = to_pdf(word_file("outline=0 | một\noutline=5 | sáu\noutline=8 | chữ thường"))
    with pikepdf.open(BytesIO(pdf)) as archive:
        tags = [str(node.S) for depth, node in elements(archive.Root.StructTreeRoot.K[0]) if depth == 1]
    assert tags == ["/H1", "/H6", "/P"]


def test_properties_come_from_the_word_file():
    with pikepdf.open(BytesIO(to_pdf(word_file("| a", core=CORE)))) as archive:
        told = {key: str(value) for key, value in archive.docinfo.items()}
    assert told["/Title"] == "Kế hoạch & phụ lục"
    assert told["/Author"] == "Sở Nội vụ"
    assert told["/Subject"] == "Trích yếu"


def test_the_same_file_gives_the_same_bytes_in_another_process(tmp_path, plan_docx):
    (tmp_path / "plan.docx").write_bytes(plan_docx["PORTRAIT"])
    program = (
        "import sys; from pathlib import Path; from docgen.pdf import to_pdf;"
        "sys.stdout.buffer.write(to_pdf(Path(sys.argv[1]).read_bytes()))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "plan.docx")]
    other = subprocess.run(command, capture_output=True, check=True).stdout
    assert to_pdf(plan_docx["PORTRAIT"]) == to_pdf(plan_docx["PORTRAIT"]) == other
