"""A strict file (“Strict Open XML Document”) is read as the transitional one that says the same."""

import re

import pytest
from lxml import etree
from packages import BODY, WORD, packed
from wordfile import WordFile

from docgen.errors import RefusedError
from docgen.package import open_package

USUAL = re.compile(r"http://schemas\.openxmlformats\.org/(?!package)(\w+)/2006/(\w+)")
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
FILE = WordFile(
    """
    both before=120 first=720 | Kế hoạch *năm 2025*⇥số 01
    table 3000 6000 border header
    + STT + Nhiệm vụ
    + 1 + Xây dựng kế hoạch
    """,
    header="Trang №",
    core="<core/>",
)


def strict(name, xml):
    """Return a part with the names of strict OOXML; those of the packaging itself stay."""
    return xml if name == "[Content_Types].xml" else USUAL.sub(r"http://purl.oclc.org/ooxml/\1/\2", xml)


def strict_file(parts):
    return packed(*((name, strict(name, xml)) for name, xml in parts.items()))


def plain(xml):
    return etree.tostring(etree.fromstring(xml), method="c14n")


def test_a_strict_file_has_the_parts_of_a_transitional_one():
    usual = FILE.parts()
    opened = open_package(strict_file(usual))
    assert {name: plain(data) for name, data in opened.parts.items()} == {
        name: plain(xml) for name, xml in usual.items()
    }
    assert opened.related(opened.main, "header") == ("word/header-default.xml",)


@pytest.mark.parametrize(
    ("told", "usual"),
    [
        ('<w:pgSz w:w="595.30pt" w:h="29.7cm"/>', '<w:pgSz w:w="11906" w:h="16838"/>'),
        ('<w:pgMar w:left="1.5in" w:top="-4pt"/>', '<w:pgMar w:left="2160" w:top="-80"/>'),
        ('<w:ind w:start="36pt" w:endChars="2"/>', '<w:ind w:rightChars="2" w:left="720"/>'),
        ('<w:spacing w:line="12.95pt" w:lineRule="auto"/>', '<w:spacing w:line="259" w:lineRule="auto"/>'),
        ('<w:spacing w:val="-0.5pt"/>', '<w:spacing w:val="-10"/>'),
        ('<w:sz w:val="13pt"/><w:szCs w:val="26"/>', '<w:sz w:val="26"/><w:szCs w:val="26"/>'),
        ('<w:position w:val="3pt"/>', '<w:position w:val="6"/>'),
        ('<w:jc w:val="end"/>', '<w:jc w:val="right"/>'),
        ('<w:tab w:val="start" w:pos="1in"/>', '<w:tab w:val="left" w:pos="1440"/>'),
        ('<w:tblW w:w="50%" w:type="pct"/>', '<w:tblW w:w="2500" w:type="pct"/>'),
        ('<w:w w:val="150%"/>', '<w:w w:val="150"/>'),
        ("<w:tcBorders><w:start/><w:end/></w:tcBorders>", "<w:tcBorders><w:left/><w:right/></w:tcBorders>"),
        ('<w:lvl><w:start w:val="1"/></w:lvl>', '<w:lvl><w:start w:val="1"/></w:lvl>'),
        ('<w:textDirection w:val="lr"/>', '<w:textDirection w:val="btLr"/>'),
        ('<w:name w:val="12pt"/>', '<w:name w:val="12pt"/>'),
        ("<w:t>http://purl.oclc.org/ooxml/a/b 5cm</w:t>", "<w:t>http://purl.oclc.org/ooxml/a/b 5cm</w:t>"),
        (f'<a:srcRect xmlns:a="{DRAWING}" l="12.5%"/>', f'<a:srcRect xmlns:a="{DRAWING}" l="12500"/>'),
        ("<!-- lời chú --><w:p/>", "<!-- lời chú --><w:p/>"),
    ],
)
def test_what_strict_files_spell_otherwise(told, usual):
    parts = FILE.parts() | {"word/document.xml": BODY.format(WORD, told)}
    read = open_package(strict_file(parts)).parts["word/document.xml"]
    assert plain(read) == plain(BODY.format(WORD, usual))


def test_a_strict_part_in_utf_16_is_read():
    parts = FILE.parts()
    usual = plain(parts["word/document.xml"])
    encoded = {name: strict(name, xml) for name, xml in parts.items()}
    encoded["word/document.xml"] = encoded["word/document.xml"].encode("utf-16")
    assert plain(open_package(packed(*encoded.items())).parts["word/document.xml"]) == usual


def test_a_strict_part_that_declares_a_dtd_is_refused():
    parts = FILE.parts() | {"word/styles.xml": "<!DOCTYPE a><a/>"}
    with pytest.raises(RefusedError, match=r"“word/styles\.xml”.*DTD"):
        open_package(strict_file(parts))
