"""Filling: every word as it was given, the same bytes every time, and nothing that Word cannot hold."""

import datetime as dt
import unicodedata
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen import rules
from docgen.documents.base import Paragraph, ParagraphKind, Row, RowKind, Run
from docgen.errors import InvalidInputError
from docgen.package import open_package
from docgen.word import fill, load_template, make_docx
from docgen.word.filling import FIRST_ANCHOR, template_data
from docgen.word.ooxml import WP, W

VIETNAMESE = "".join(
    letter
    for code in (*range(0x20, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA))
    if (letter := chr(code)).isprintable()
)
HOSTILE = [
    """A & B <C> "d" 'e'""",
    "</w:t></w:r></w:p><w:p>",
    "]]><![CDATA[ & </w:t>",
    "{{ 7*7 }} {% raw %} {# a #} {_{ b }_} ${x}",
    "&#x9; &amp;amp;",
    "ô" * 5000,
    "n" * 300,
    unicodedata.normalize("NFD", "Kế hoạch cải cách"),
    VIETNAMESE,
    "một\nhai\tba\xa0bốn",
    "gạch\u00admềm",
    "🙂 đ 中",
]


def texts_of(data):
    """Return the text of every paragraph of the main part as python-docx reads it, tables included."""
    opened = docx.Document(BytesIO(data))
    body = [paragraph.text for paragraph in opened.paragraphs]
    return body + [cell.text for table in opened.tables for row in table.rows for cell in row.cells]


def hostile_document(document, text):
    """Put `text` into a paragraph, a bold run and a cell."""
    runs = (Run(text=text), Run(text=text, bold=True))
    row = Row(kind=RowKind.TASK, anchor="nv_thu", number="1", text=text)
    first = document.appendices[0].model_copy(update={"rows": (row,)})
    body = (Paragraph(kind=ParagraphKind.TEXT, runs=runs),)
    return document.model_copy(update={"body": body, "appendices": (first,)})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(document, template, text):
    found = texts_of(make_docx(hostile_document(document, text), template))
    assert text + text in found
    assert text in found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1))
def test_any_text_is_found_as_it_was(document, template, text):
    assert text in texts_of(make_docx(hostile_document(document, text), template))


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff", "\u202e"]
)
def test_what_word_cannot_hold_is_refused_by_name(document, template, letter):
    row = Row(kind=RowKind.TASK, text="a", deadline=f"quý{letter}I")
    wrong = document.model_copy(
        update={"appendices": (document.appendices[0].model_copy(update={"rows": (row,)}),)}
    )
    with pytest.raises(InvalidInputError, match=r"“phu_luc\.1\.cac_dong\.1\.thoi_gian”: có ký tự hỏng"):
        fill(template, wrong)


def test_same_input_same_bytes(document, template):
    assert make_docx(document, template) == make_docx(document.model_copy(), template)


def test_every_task_carries_its_anchor(document, template, tools):
    root = tools.main(make_docx(document, template))
    starts = list(root.iter(f"{W}bookmarkStart"))
    anchors = [row.anchor for row in document.appendices[0].rows if row.anchor]
    assert [start.get(f"{W}name") for start in starts] == anchors
    assert [int(start.get(f"{W}id")) for start in starts] == list(
        range(FIRST_ANCHOR, FIRST_ANCHOR + len(anchors))
    )


def test_the_anchor_encloses_the_number(document, template, tools):
    root = tools.main(make_docx(document, template))
    cells = [start.getparent() for start in root.iter(f"{W}bookmarkStart")]
    numbers = [row.number for row in document.appendices[0].rows if row.anchor]
    assert ["".join(cell.itertext()) for cell in cells] == numbers


def test_lines_have_the_length_of_the_decree(document, template, tools):
    root = tools.main(make_docx(document, template))
    lengths = {
        drawing.find(f"{WP}docPr").get("name"): int(drawing.find(f"{WP}extent").get("cx")) / 36_000
        for drawing in root.iter(f"{WP}anchor")
    }
    assert 23.7 / 3 <= lengths["ke co_quan_ban_hanh"] <= 23.7 / 2
    assert lengths["ke tieu_ngu"] == pytest.approx(60.5, abs=0.1)
    assert lengths["ke kem_theo"] == rules.length("line.appendix_reference")


def test_core_properties_are_set(document, template):
    core = docx.Document(BytesIO(make_docx(document, template))).core_properties
    assert (core.title, core.author) == (document.properties.title, document.properties.author)
    assert (core.language, core.last_modified_by, core.created) == ("vi-VN", "", None)


def test_the_date_of_issue_is_the_date_of_the_file(document, template):
    dated = document.properties.model_copy(update={"created": dt.date(2024, 12, 5), "title": "A & B\nC"})
    data = make_docx(document.model_copy(update={"properties": dated}), template)
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.created, core.title) == (dt.datetime(2024, 12, 5, tzinfo=dt.UTC), "A & B C")


def test_no_superior_no_empty_line(document, template):
    head = document.head.model_copy(update={"superior": ""})
    with_it, without = (fill(template, doc) for doc in (document, document.model_copy(update={"head": head})))
    assert paragraphs(with_it) - paragraphs(without) == 1


def paragraphs(data):
    package = open_package(data)
    return sum(1 for _ in package.xml(package.main).iter(f"{W}p"))


def test_data_is_plain(document):
    data = template_data(document)
    assert {type(value) for value in data.values()} <= {dict, list, str}


def test_a_template_that_names_what_is_not_there_is_refused(document, edited):
    broken = load_template(edited(lambda xml: xml.replace("dau.so_ky_hieu", "dau.so")))
    with pytest.raises(InvalidInputError, match="mẫu dùng tên “so” mà văn bản không có"):
        fill(broken, document)
