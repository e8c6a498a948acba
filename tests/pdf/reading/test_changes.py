"""Tracked changes, accepted or taken back; comments."""

import pytest
from described import par, run, text, words
from wordfile import WordFile, word_file

from docgen.pdf.description import Table
from docgen.pdf.reading import Changes, read

INSERTED = "<w:rPr><w:ins/></w:rPr>"
DELETED = "<w:rPr><w:del/></w:rPr>"


def old(content):
    return f"<w:r><w:delText>{content}</w:delText></w:r>"


def row(content, mark=""):
    return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc>{par(text(content))}</w:tc></w:tr>"


def cell(content, mark=""):
    return f"<w:tc><w:tcPr>{mark}</w:tcPr>{par(text(content))}</w:tc>"


def both(xml):
    """Return what a file shows with its changes accepted, and with them taken back; ¶ between paragraphs."""
    return tuple(_lines(read(word_file(xml), changes)) for changes in Changes)


def _lines(description):
    return "¶".join(map(_words, description.sections[0].blocks))


def _words(block):
    if isinstance(block, Table):
        return "/".join("|".join(_words(cell.blocks[0]) for cell in row.cells) for row in block.rows)
    return "".join(inline.text for inline in block.content)


INNER = f"<w:tbl>{row('a', '<w:del/>')}</w:tbl>"
NESTED = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{par('')}{INNER}</w:tc></w:tr>"
CHANGES = {
    "words": (par(f"<w:ins>{text('mới')}</w:ins><w:del>{old('cũ')}</w:del>{text('!')}"), "mới!", "cũ!"),
    "moved words": (
        par(f"<w:moveTo>{text('a')}</w:moveTo>{text('b')}<w:moveFrom>{text('a')}</w:moveFrom>"),
        "ab",
        "ba",
    ),
    "inserted and deleted": (par(f"<w:ins><w:del>{old('vội')}</w:del></w:ins>{text('b')}"), "b", "b"),
    "a new paragraph": (par(text("a"), INSERTED) + par(text("b")), "a¶b", "ab"),
    "a paragraph that is gone": (par(f"<w:del>{old('a')}</w:del>", DELETED) + par(text("b")), "b", "a¶b"),
    "joined paragraphs": (
        par(text("a"), DELETED) + '<w:bookmarkEnd w:id="1"/>' + par(text("b"), "<w:keepNext/>"),
        "ab",
        "a¶b",
    ),
    "nothing to join with": (f"{par(text('a'), DELETED)}<w:tbl>{row('b')}</w:tbl>", "a¶b", "a¶b"),
    "rows": (f"<w:tbl>{row('a')}{row('b', '<w:ins/>')}{row('c', '<w:del/>')}</w:tbl>", "a/b", "a/c"),
    "a row told twice": (f"<w:tbl>{row('a', '<w:del/><w:moveFrom/>')}{row('b')}</w:tbl>", "b", "a/b"),
    "cells": (
        f"<w:tbl><w:tr>{cell('a')}{cell('b', '<w:cellIns/>')}{cell('c', '<w:cellDel/>')}</w:tr></w:tbl>",
        "a|b",
        "a|c",
    ),
    "a nested table in a row": (f"<w:tbl>{NESTED}{row('b')}</w:tbl>", "b", "/b"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes_are_accepted_or_taken_back(name):
    xml, accepted, original = CHANGES[name]
    assert both(xml) == (accepted, original)


def test_a_field_that_was_deleted_is_back_in_the_original():
    begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
    code = run(f"{begin}<w:delInstrText>PAGE</w:delInstrText>{end}")
    file = word_file(par(f"<w:del>{code}</w:del>"))
    assert [words(read(file, changes)) for changes in Changes] == ["", "№"]


def formats(xml):
    return [read(word_file(xml), changes).sections[0].blocks[0] for changes in Changes]


def test_former_properties_come_back():
    letters = "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"
    setting = '<w:jc w:val="center"/><w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    new, former = formats(par(text("a", letters), setting))
    assert (new.format.align, former.format.align) == ("center", "right")
    assert [(face.bold, face.italic) for face in (new.content[0].face, former.content[0].face)] == [
        (True, False),
        (False, True),
    ]


def test_a_format_that_was_none_comes_back():
    new, former = formats(par(text("a"), '<w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:pPrChange/>'))
    assert (new.format.align, former.format.align, former.format.mark.bold) == ("center", "left", True)


def test_former_rows_have_their_height():
    change = (
        '<w:trHeight w:val="400"/><w:trPrChange><w:trPr><w:trHeight w:val="600"/></w:trPr></w:trPrChange>'
    )
    new, former = formats(f"<w:tbl>{row('a', change)}</w:tbl>")
    assert (new.rows[0].height, former.rows[0].height) == (20, 30)


def test_former_pages_keep_their_headers():
    change = (
        '<w:sectPrChange><w:sectPr><w:pgSz w:w="2000" w:h="4000"/></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    file = WordFile("| a", header="| đầu")
    document = file.parts()["word/document.xml"].replace("</w:sectPr>", change)
    file.extra = {"word/document.xml": document}
    (section,) = read(file.bytes(), Changes.ORIGINAL).sections
    assert (section.width, section.header.default[0].content[0].text) == (100, "đầu")


@pytest.mark.parametrize(
    ("changes", "said"), [(Changes.ACCEPTED, "đã chấp nhận hết"), (Changes.ORIGINAL, "chưa có thay đổi nào")]
)
def test_open_changes_are_told_of_once(changes, said):
    xml = CHANGES["words"][0] + CHANGES["moved words"][0]
    (warning,) = read(word_file(xml), changes).warnings
    assert "còn 4 thay đổi" in warning.message
    assert said in warning.message
    assert warning.place == "đoạn “mới!” và 3 chỗ khác"


def test_comments_are_told_of_once():
    comment = run('<w:commentReference w:id="1"/>')
    header = WordFile("| chữ", header="| x")
    part = header.parts()["word/header-default.xml"].replace("</w:p>", f"{comment}</w:p>")
    header.extra = {"word/header-default.xml": part}
    (warning,) = read(header.bytes()).warnings
    assert (warning.place, warning.message) == ("đầu trang, đoạn “x”", "1 nhận xét (comment) không in ra.")
