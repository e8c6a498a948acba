"""The XML of a part: nothing declared, fetched or repaired, and never more than a reader can bear."""

import pytest
from packages import BODY, WORD

from docgen.errors import InvalidInputError, RefusedError
from docgen.package import parse_xml
from docgen.package.xml import MAX_NESTED_TABLES, MAX_PARAGRAPHS, MAX_PART, MAX_ROWS, MAX_TAGS

LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


def body(content):
    return BODY.format(WORD, content).encode()


def nested(depth):
    """Return tables within each other, as XML."""
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS,
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/"> %b;]><a/>',
        LAUGHS.decode().encode("utf-16"),
        LAUGHS.decode().encode("utf-32"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-',
        "<?xml version='1.0' encoding='cp037'?><!DOCTYPE a><a/>".encode("cp037"),
    ],
)
def test_document_types_are_refused(data):
    with pytest.raises((RefusedError, InvalidInputError), match=r"“word/a\.xml”"):
        parse_xml(data, "word/a.xml")


@pytest.mark.parametrize(
    "data", [b"<a>", b"", b"<a>&ngo;</a>", "<a>\ud800</a>".encode("utf-8", "surrogatepass")]
)
def test_broken_xml_is_named_and_never_repaired(data):
    with pytest.raises(InvalidInputError, match="không đọc được XML"):
        parse_xml(data, "word/a.xml")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a>" * 300 + b"</a>" * 300, "lồng quá sâu"),
        (body("<w:sdt><w:sdtContent>" * 100_000 + "</w:sdtContent></w:sdt>" * 100_000), "lồng quá sâu"),
        (b"<a>" + b"x" * 11_000_000 + b"</a>", "chữ quá dài"),
        (b"<a>" + b"x" * MAX_PART + b"</a>", "quá lớn"),
        (b"<a>" + b"<b/>" * MAX_TAGS + b"</a>", "quá lớn"),
        (body("<w:tr/>" * (MAX_ROWS + 1)), r"quá nhiều hàng \(5001; tối đa 5000\)"),
        (body("<w:p/>" * (MAX_PARAGRAPHS + 1)), r"quá nhiều đoạn \(50001; tối đa 50000\)"),
        (body(nested(MAX_NESTED_TABLES + 1)), r"lồng trong bảng quá sâu \(quá 10 tầng\)"),
    ],
    ids=["deep", "sdt", "text", "bytes", "tags", "rows", "paragraphs", "tables"],
)
def test_what_a_reader_cannot_bear_is_refused(data, message):
    with pytest.raises(RefusedError, match=message):
        parse_xml(data, "word/a.xml")


@pytest.mark.parametrize(
    "content", ["<w:tr/>" * MAX_ROWS, "<w:p/>" * MAX_PARAGRAPHS, nested(MAX_NESTED_TABLES)]
)
def test_what_a_reader_can_bear_is_parsed(content):
    assert parse_xml(body(content), "word/a.xml").tag == f"{{{WORD}}}document"
