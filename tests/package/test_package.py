"""The guarded door: what is opened, and what is turned away with which words."""

import pytest
from packages import MAIN, PARTS, arrow, docx, linked, listing, packed

from docgen.errors import InvalidInputError
from docgen.package import open_package

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole2(stream):
    return OLE2 + bytes(512) + stream.encode("utf-16-le")


def test_parts_keep_the_order_of_the_file():
    assert list(open_package(docx()).parts) == list(PARTS)


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("word/van-ban.xml", "word/van-ban.xml"),
        ("/word/van-ban.xml", "word/van-ban.xml"),
        ("word/Van-Ban.XML", "word/van-ban.xml"),
        ("word/m%E1%BA%ABu%201.xml", "word/mẫu 1.xml"),
    ],
)
def test_the_main_part_is_found_by_its_relationship(target, name):
    links = listing(arrow("rId1", "officeDocument", target))
    opened = open_package(docx({"_rels/.rels": links, name: "<a/>"}))
    assert (opened.main, opened.xml(opened.main).tag) == (name, "a")


def test_a_missing_part_is_named():
    with pytest.raises(InvalidInputError, match=r"thiếu phần “word/styles\.xml”"):
        open_package(docx()).xml("word/styles.xml")


def test_a_missing_main_part_is_named():
    with pytest.raises(InvalidInputError, match=r"thiếu phần “word/document\.xml”"):
        open_package(docx(without=["word/document.xml"]))


def test_relationships_are_resolved_and_dead_links_left_out():
    links = (
        arrow("a", "header", "header1.xml"),
        arrow("b", "header", "/word/header2.xml"),
        arrow("c", "header", "NULL"),
        arrow("d", "image", "https://a.vn/a.png", external=True),
    )
    headers = {"word/header1.xml": "<a/>", "word/header2.xml": "<a/>"}
    opened = open_package(docx({"word/_rels/document.xml.rels": listing(*links), **headers}))
    assert opened.related("word/document.xml", "header") == ("word/header1.xml", "word/header2.xml")
    outside = opened.relationships("word/document.xml")["d"]
    assert (outside.kind, outside.target, outside.external) == ("image", "https://a.vn/a.png", True)
    assert opened.relationships("word/header1.xml") == {}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Tệp rỗng"),
        (ole2("WordDocument"), r"Word 97–2003 \(\.doc\)"),
        (ole2("EncryptedPackage"), "có mật khẩu"),
        (ole2("Workbook"), "bảng tính Excel 97–2003"),
        (ole2("PowerPoint Document"), "PowerPoint 97–2003"),
        (b"%PDF-1.7", "nội dung là PDF"),
        (b"\xef\xbb\xbf\n<html>", "nội dung là HTML"),
        (b"{\\rtf1", "nội dung là RTF"),
        (b"MIME-Version: 1.0", "MHT"),
        (b"MZ\x90\0", "chương trình Windows"),
        ("Kế hoạch".encode() * 200, "văn bản thường"),
        (b"\x01\x02\x03\x04", r"không phải DOCX\."),
        (b"K\xe9 ho\xe1ch", r"không phải DOCX\."),
        (packed(("mimetype", "application/vnd.oasis.opendocument.text")), r"\.odt"),
        (packed(("a.txt", "a")), "không có văn bản Word"),
    ],
)
def test_what_is_not_a_docx_is_named(data, message):
    with pytest.raises(InvalidInputError, match=message) as refused:
        open_package(data)
    assert refused.value.remedy.startswith("Hãy ")


@pytest.mark.parametrize(("folder", "kind"), [("xl", "Excel"), ("ppt", "PowerPoint")])
def test_other_office_files_are_named(folder, kind):
    links = listing(MAIN.replace("word/", f"{folder}/"))
    with pytest.raises(InvalidInputError, match=kind):
        open_package(docx({"_rels/.rels": links, f"{folder}/document.xml": "<a/>"}))


def test_a_file_that_is_clean_has_no_notices():
    assert open_package(linked(arrow("a", "hyperlink", "https://a.vn", external=True))).notices == ()
