"""A plan typed in Word with fonts of before Unicode is the plan that it shows."""

import re
from html import escape

import pytest
from departments.encodings import tcvn3, vni
from hostile_texts import in_tcvn3
from packages import packed
from small_plan import word_parts

from docgen.services.tasks.recognise import Task

MAIN = "word/document.xml"
RUN = re.compile(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">(.*?)</w:t></w:r>')
UNICODE = "Times New Roman"


def run(font, signs):
    """Return a run of a font as XML."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{escape(signs)}</w:t></w:r>'


def retyped(write):
    """Return the small plan in Word with all its words written by `write`: words → runs as (font, signs)."""
    parts = word_parts()
    body = RUN.sub(lambda found: "".join(run(*one) for one in write(found[2])), parts[MAIN].decode())
    return packed(*(parts | {MAIN: body}).items())


def mixed(words):
    """Write every other word in another encoding."""
    for at, word in enumerate(re.split(r"(?<= )", words)):
        yield from (tcvn3(word), vni(word), [(UNICODE, word)])[at % 3]


def pasted(words):
    """Write the signs of TCVN3 in a font of Unicode."""
    yield UNICODE, in_tcvn3(words).decode("latin-1")


def split(words):
    """Write in VNI with a run for every sign: a letter and its mark stand apart."""
    yield from ((font, sign) for font, signs in vni(words) for sign in signs)


def in_the_wrong_font(words):
    """Write in Unicode and leave the font of old."""
    yield ".VnTime", words


@pytest.fixture(scope="module")
def plain():
    return Task("word")(packed(*word_parts().items()))[0]["draft"]


@pytest.mark.parametrize("write", [tcvn3, vni, mixed, split, pasted, in_the_wrong_font])
def test_the_plan_is_the_one_in_unicode(plain, write):
    told, _ = Task("word")(retyped(write))
    assert told["draft"] == plain


@pytest.mark.parametrize("write", [tcvn3, vni, mixed, split, pasted])
def test_old_encodings_are_told(write):
    told, _ = Task("word")(retyped(write))
    assert any(finding["code"] == "bang-ma-cu" for finding in told["findings"])
