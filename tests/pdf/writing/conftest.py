"""Pages of a few items, printed, and read back with Poppler: a judge that shares no code with docgen."""

import io
import subprocess
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from docgen.pdf.fonts import Fonts
from docgen.pdf.pages import Glyphs, Page, Pages, Tag
from docgen.pdf.writing import write

HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def fonts():
    return Fonts()


@pytest.fixture(scope="session")
def serif(fonts):
    """The font of plain text."""
    return fonts.font("Times New Roman", bold=False, italic=False)


@pytest.fixture
def line(serif):
    """Make a text of 10 points that begins at (20, 150) of its page."""

    def make(text, font=serif, **setting):
        return Glyphs(20, 150, text, font, 10, **setting)

    return make


@pytest.fixture
def printed():
    """Print items on a page 400 × 200 points."""

    def make(*items, root=None, tagged=True):
        return write(Pages([Page(400, 200, list(items))], root or Tag("Document")), tagged=tagged)

    return make


@pytest.fixture
def read():
    """Return the text of a PDF."""
    return lambda pdf: _poppler("pdftotext", "-", "-", pdf=pdf).decode().strip()


@pytest.fixture
def words():
    """Return the words of a PDF with left and right edge."""

    def find(pdf):
        tree = ET.fromstring(_poppler("pdftotext", "-bbox", "-", "-", pdf=pdf))  # noqa: S314 - Poppler's own
        return [
            (word.text, float(word.get("xMin")), float(word.get("xMax"))) for word in tree.iter(f"{HTML}word")
        ]

    return find


@pytest.fixture
def picture():
    """Return the first page of a PDF as a picture, a dot for each point."""

    def draw(pdf):
        return Image.open(io.BytesIO(_poppler("pdftoppm", "-r", "72", "-png", "-singlefile", "-", pdf=pdf)))

    return draw


@pytest.fixture
def ink(picture):
    """Return the box around all that is not white on the first page: left, top, right, bottom."""
    return lambda pdf: picture(pdf).convert("L").point(lambda value: 255 * (value < 250)).getbbox()


@pytest.fixture
def png():
    """A small image, all green."""
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "#00FF00").save(buffer, "PNG")
    return buffer.getvalue()


def _poppler(*command, pdf):
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout
