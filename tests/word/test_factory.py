"""The template that ships with docgen: what the factory writes, what Word and the decree ask of it."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from openxml_audit import OpenXmlValidator

from docgen import rules
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import factory
from docgen.word.factory import times
from docgen.word.factory.styles import STYLES
from docgen.word.factory.write import TEMPLATES, write_all
from docgen.word.ooxml import W

TINOS = "/usr/share/fonts/truetype/croscore/Tinos-{}.ttf"
LENGTH = re.compile(r'w:sz="\d|w:space="\d{2,}|\bw="\d{2,}|w:val="\d{3,4}"|[cp][xy]="\d{2,}|times\(\d')
LIBERATION = "/usr/share/fonts/truetype/liberation2/LiberationSerif-{}.ttf"


@pytest.fixture(scope="module", params=TEMPLATES)
def shipped_file(request):
    return shipped("templates") / request.param / "mau.docx"


def test_committed_templates_are_what_the_factory_writes(shipped_file):
    assert shipped_file.read_bytes() == TEMPLATES[shipped_file.parent.name]()


def test_the_factory_writes_into_the_folders_of_the_templates(tmp_path):
    for name in TEMPLATES:
        (tmp_path / name).mkdir()
    write_all(tmp_path)
    assert (tmp_path / "kehoach/mau.docx").read_bytes() == TEMPLATES["kehoach"]()


@pytest.mark.parametrize("module", sorted(Path(factory.__path__[0]).glob("*.py")), ids=lambda path: path.stem)
def test_no_length_is_written_in_the_factory(module):
    assert not LENGTH.findall(module.read_text("utf-8"))


def test_the_validator_finds_nothing(shipped_file):
    assert OpenXmlValidator().validate(shipped_file).errors == []


@pytest.mark.parametrize("face", times.TABLES)
def test_the_table_of_widths_is_what_the_script_writes(face):
    assert times.table(TTFont(TINOS.format(face)), face) == times.TABLES[face].read_text("utf-8")


@pytest.mark.parametrize("face", times.TABLES)
def test_another_font_of_the_family_has_the_same_widths(face):
    found = widths(times.table(TTFont(LIBERATION.format(face)), face))
    assert found.items() >= widths(times.TABLES[face].read_text("utf-8")).items()


def widths(table):
    rows = re.findall(r'^(\d+) = "(.*)"$', table, re.MULTILINE)
    return {letter: int(width) for width, letters in rows for letter in letters}


def test_every_style_has_the_face_of_the_decree(template):
    styles = open_package(template.data).xml("word/styles.xml")
    for style in STYLES:
        (node,) = styles.xpath(f"//*[@w:styleId='{style.id}']", namespaces={"w": W[1:-1]})
        kind = rules.component(style.component)
        assert (node.find(f".//{W}b") is not None) == kind.bold
        assert (node.find(f".//{W}i") is not None) == kind.italic
        size = node.find(f".//{W}sz")
        assert (rules.component("body").use if size is None else int(size.get(f"{W}val")) / 2) == kind.use


def test_the_font_is_times_new_roman_in_every_script_and_no_theme_speaks(template):
    parts = open_package(template.data).parts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert f'w:{script}="Times New Roman"'.encode() in parts["word/styles.xml"]
    assert not any(b"Theme=" in content for content in parts.values())


def test_an_officer_reads_vietnamese_style_names(template):
    names = re.findall(rb'<w:name w:val="([^"]+)"', open_package(template.data).parts["word/styles.xml"])
    assert {"Quốc hiệu", "Tiêu ngữ", "Trích yếu", "Đề mục", "Nơi nhận", "Ô bảng"} <= {
        name.decode() for name in names
    }


def test_the_national_title_has_room_on_one_line(template):
    document = etree.fromstring(open_package(template.data).parts["word/document.xml"])
    cell = next(document.iter(f"{W}tbl")).findall(f".//{W}tc")[1]
    room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) - 2 * rules.length("layout.cell_margin").twips
    assert room > 95.7 * 1440 / 25.4


def test_nothing_tells_of_a_clock_a_person_or_a_machine(template):
    text = b"".join(open_package(template.data).parts.values())
    for trace in (b"rsid", b"lastModifiedBy", b"python-docx", b"dcterms:created", b"paraId"):
        assert trace not in text
