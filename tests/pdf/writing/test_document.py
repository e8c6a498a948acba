"""The file as a whole: what it says of itself, its bookmarks, the same bytes for the same pages."""

import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from PIL import ImageCms

from docgen.pdf.pages import Glyphs, Page, Pages, Tag
from docgen.pdf.writing import objects, write

TITLE, AUTHOR, SUBJECT = "Kế hoạch & <phụ lục> (1)", "Sở Nội vụ", r"V/v a\b"
PROGRAM = """
import sys
from docgen.pdf.fonts import Fonts
from docgen.pdf.pages import *
from docgen.pdf.writing import write
root, fonts, page = Tag("Document"), Fonts(), Page(400, 200)
for at, bold in enumerate((False, True)):
    font = fonts.font("Times New Roman", bold=bold, italic=False)
    page.items.append(Glyphs(20, 50 + 20 * at, "Cộng hòa ✓", font, 10, kerned=bold, tag=root.add("H1")))
sys.stdout.buffer.write(write(Pages([page, page], root, "Tên"), tagged="untagged" not in sys.argv))
"""


@pytest.fixture
def opened():
    """Open what is written of pages."""
    return lambda pages, **how: pikepdf.open(BytesIO(write(pages, **how)))


@pytest.fixture
def heading(serif):
    """Make the words of a heading."""
    return lambda text, tag, x=20, y=50: Glyphs(x, y, text, serif, 10, tag=tag)


@pytest.mark.parametrize(("tagged", "level"), [(True, "2A"), (False, "2U")])
def test_it_says_what_it_is(opened, tagged, level):
    pages = Pages([Page(400, 200)], Tag("Document"), TITLE, AUTHOR, SUBJECT, "en-GB")
    with opened(pages, tagged=tagged) as file, file.open_metadata() as metadata:
        assert metadata.pdfa_status == level
        assert (metadata["dc:title"], metadata["dc:creator"]) == (TITLE, [AUTHOR])
        assert (metadata["dc:description"], metadata["dc:language"]) == (SUBJECT, {"en-GB"})
        told = {str(key): str(value) for key, value in file.docinfo.items()}
        assert told == {
            "/Title": TITLE,
            "/Author": AUTHOR,
            "/Subject": SUBJECT,
            "/Producer": metadata["pdf:Producer"],
        }
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert bool(file.Root.get("/MarkInfo", {}).get("/Marked", False)) is tagged
        assert file.check_pdf_syntax() == []


def test_what_is_unknown_is_not_told(opened):
    with opened(Pages([Page(400, 200)], Tag("Document"))) as file, file.open_metadata() as metadata:
        assert not {"dc:title", "dc:creator", "dc:description"} & set(metadata)
        assert list(file.docinfo.keys()) == ["/Producer"]


def test_its_colors_are_those_of_srgb(opened):
    with opened(Pages([Page(400, 200)], Tag("Document"))) as file:
        (intent,) = file.Root.OutputIntents
        assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
        profile = intent.DestOutputProfile.read_bytes()
    assert profile[8:10] == b"\x04\x20"
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert profile[128:] == made[128:]


def test_pages_have_their_sizes(opened):
    with opened(Pages([Page(595.3, 841.9), Page(841.9, 595.3)], Tag("Document"))) as file:
        assert [[float(edge) for edge in page.MediaBox[2:]] for page in file.pages] == [
            [595.3, 841.9],
            [841.9, 595.3],
        ]


def test_no_pages_are_a_file_too(opened):
    with opened(Pages([], Tag("Document"))) as file:
        assert len(file.pages) == 0


@pytest.mark.parametrize("how", ["tagged", "untagged"])
def test_the_same_pages_give_the_same_bytes_in_another_process(how):
    written = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, how],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1]
    assert b"CreationDate" not in written[0]


def test_other_pages_have_another_identifier(opened):
    with (
        opened(Pages([Page(1, 1)], Tag("Document"))) as one,
        opened(Pages([Page(1, 2)], Tag("Document"))) as two,
    ):
        assert len(bytes(one.trailer.ID[0])) == 16
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def titles(items):
    return [(item.title, titles(item.children)) for item in items]


def outline(file):
    with file.open_outline() as bookmarks:
        return titles(bookmarks.root)


def test_headings_are_bookmarks_below_higher_ones(opened, heading):
    root = Tag("Document")
    items = [heading(kind, root.add(kind)) for kind in ("H2", "H1", "P", "H2", "H4", "H3", "H1", "H2")]
    with opened(Pages([Page(400, 200, items)], root)) as file:
        assert outline(file) == [("H2", []), ("H1", [("H2", [("H4", []), ("H3", [])])]), ("H1", [("H2", [])])]
        assert file.Root.Outlines.Count == 7
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize("tagged", [True, False])
def test_a_bookmark_leads_to_its_heading(opened, heading, tagged):
    root = Tag("Document")
    pages = Pages([Page(400, 200), Page(400, 200, [heading("Mục", root.add("H1"), y=80)])], root)
    with opened(pages, tagged=tagged) as file:
        page, _, _, top, _ = file.Root.Outlines.First.Dest
        assert (page.objgen, float(top)) == (file.pages[1].objgen, 200 - 70)


def test_a_title_is_the_words_of_its_heading(opened, heading, serif):
    """A number and a tab, two runs, a span, a second line; not the note, nor headings without words."""
    root = Tag("Document")
    tag, _ = root.add("H1"), root.add("H2")
    span, note = tag.add("Span"), tag.add("Note")
    after = 50 + serif.width("Mục ", 10)
    items = [
        heading("I.", tag),
        heading("Mục ", tag, x=50),
        heading("đí", span, x=after),
        heading("ch, ", span, x=after + serif.width("đí", 10)),
        heading("yêu cầu", tag, y=62),
        heading("(chú thích)", note, y=190),
    ]
    with opened(Pages([Page(400, 200, items)], root)) as file:
        assert outline(file) == [("I. Mục đích, yêu cầu", [])]


@pytest.mark.parametrize(
    ("text", "written"),
    [("a", "(a)"), (r"(\)", r"(\(\\\))"), ("đ", "<FEFF0111>"), ("😀", "<FEFFD83DDE00>"), ("", "()")],
)
def test_strings_are_written_so_that_they_come_back(text, written):
    assert objects.string(text) == written
    assert str(pikepdf.Object.parse(written.encode())) == text


@pytest.mark.parametrize("text", ["Tinos-Bold", "Chữ (1)", "a#b/c", "%<>[]{}"])
def test_names_are_written_so_that_they_come_back(text):
    assert str(pikepdf.Object.parse(objects.name(text).encode())) == f"/{text}"


@pytest.mark.parametrize(
    ("value", "written"), [(1, "1"), (0.5, "0.5"), (-0.1234, "-0.123"), (100, "100"), (1e-9, "0")]
)
def test_numbers_are_short(value, written):
    assert objects.number(value) == written
