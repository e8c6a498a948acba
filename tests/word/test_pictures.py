"""A picture placed in a Word file above its caption: where it stands, how large, what others make of it."""

import io

import docx
import pikepdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm
from likeness import likeness, remembered
from openxml_audit import OpenXmlValidator
from periods_drawn import FONTS, blank_png, picture

from docgen import rules
from docgen.check import check
from docgen.documents.pictures import PlacedPicture
from docgen.package import open_package
from docgen.pdf import convert
from docgen.pictures import drawn, png
from docgen.word import make_docx, verify
from docgen.word.pictures import with_pictures

CAPTION = "2. Chỉ tiêu cụ thể"
TEXT_WIDTH, TEXT_HEIGHT = Mm(165), Mm(257)


@pytest.fixture(scope="module")
def plain(document, template):
    return make_docx(document, template)


@pytest.fixture(scope="module")
def texts(document):
    return tuple(document.printed_texts())


@pytest.fixture(scope="module")
def shown():
    return png(drawn(picture()), FONTS)


@pytest.fixture(scope="module")
def placed(plain, texts, shown):
    one = PlacedPicture(position=texts.index(CAPTION), png=shown, alt=picture().alt_text())
    return with_pictures(plain, (one,), texts)


@pytest.fixture
def with_blank(plain, texts):
    """Return a function that places a blank picture of so many pixels, and opens the file."""

    def place(*size, caption=CAPTION):
        one = PlacedPicture(position=texts.index(caption), png=blank_png(*size), alt="Hình thử")
        return docx.Document(io.BytesIO(with_pictures(plain, (one,), texts)))

    return place


def rules_broken(data):
    return sorted(finding.rule for finding in check(open_package(data)))


def test_without_pictures_the_file_is_as_it_was(plain, texts):
    assert with_pictures(plain, (), texts) is plain


def test_it_stands_centred_above_its_caption_and_stays_with_it(placed, shown):
    opened = docx.Document(io.BytesIO(placed))
    at = next(at for at, paragraph in enumerate(opened.paragraphs) if paragraph.text == CAPTION)
    paragraph, (shape,) = opened.paragraphs[at - 1], opened.inline_shapes
    assert paragraph._p.xpath(".//pic:pic") == shape._inline.xpath(".//pic:pic")
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert paragraph.paragraph_format.keep_with_next
    assert paragraph.paragraph_format.first_line_indent == 0
    arrow = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert opened.part.related_parts[arrow].blob == shown


def test_it_is_as_wide_as_the_text_and_told_in_words(placed):
    (shape,) = docx.Document(io.BytesIO(placed)).inline_shapes
    assert shape.width == pytest.approx(TEXT_WIDTH, abs=Mm(0.1))
    assert shape._inline.docPr.get("descr") == picture().alt_text()


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ((300, 150), Mm(25.4), Mm(12.7)),
        ((6000, 300), TEXT_WIDTH, TEXT_WIDTH / 20),
        ((300, 6000), None, TEXT_HEIGHT - Emu(rules.length("picture.caption").emu)),
    ],
    ids=["small", "wide", "high"],
)
def test_it_is_made_smaller_where_the_page_is_and_keeps_its_shape(with_blank, size, width, height):
    (shape,) = with_blank(*size).inline_shapes
    assert width is None or shape.width == pytest.approx(width, rel=0.001)
    assert shape.height == pytest.approx(height, rel=0.001)
    assert shape.width / shape.height == pytest.approx(size[0] / size[1], rel=0.001)


def test_every_picture_has_a_number_and_a_part_of_its_own(plain, texts):
    two = [PlacedPicture(position=at, png=blank_png(9, at), alt="Hình thử") for at in (30, 11)]
    once = with_pictures(plain, two, texts)
    twice = docx.Document(io.BytesIO(with_pictures(once, two, texts)))
    assert len(twice.inline_shapes) == 4
    assert len({shape._inline.docPr.id for shape in twice.inline_shapes}) == 4
    assert len({name for name in open_package(once).parts if name.endswith(".png")}) == 2


def test_the_words_are_proved_and_the_same_picture_is_the_same_file(placed, plain, texts, document, shown):
    verify(placed, document)
    again = PlacedPicture(position=texts.index(CAPTION), png=shown, alt=picture().alt_text())
    assert with_pictures(plain, (again,), texts) == placed


def test_openxml_audit_finds_nothing(placed, tmp_path):
    path = tmp_path / "hinh.docx"
    path.write_bytes(placed)
    assert OpenXmlValidator().validate(path).errors == []


def test_the_check_finds_nothing_that_it_did_not_find_before(placed, plain):
    assert rules_broken(placed) == rules_broken(plain)


def test_the_pdf_shows_it_with_its_words(placed):
    pdf = convert(placed)
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        tags = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        told = [str(one.Alt) for one in tags if one.S == "/Figure" and "/Alt" in one]
        images = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        images = [one for one in images if one.get("/Subtype") == "/Image"]
    assert picture().alt_text() in told
    assert [(str(one.ColorSpace), "/SMask" in one) for one in images] == [("/DeviceGray", False)]
    assert pdf.warnings == ()


def test_libreoffice_has_the_same_pages_and_lines(placed):
    theirs = remembered({"placed": placed})["placed"]
    found = likeness(theirs, convert(placed).data)
    assert found.same_content
    assert found.share == 1
