"""The same door for workbooks: what is opened, and what is turned away with which words and remedy."""

import pytest
from packages import MAIN, PACKAGE, PARTS, arrow, docx, listing, packed

from docgen.errors import InvalidInputError, RefusedError
from docgen.package import WORD, WORKBOOK, open_package

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE = "Hãy mở bằng Excel, chọn “Lưu dưới dạng” rồi chọn “Excel Workbook (.xlsx)”."
CHOOSE = "Hãy chọn đúng tệp Excel (.xlsx)."


def ole2(*streams):
    return OLE2 + bytes(512) + b"".join(stream.encode("utf-16-le") for stream in streams)


def xlsx(more=(), main="xl/workbook.xml"):
    return packed(
        *{
            "[Content_Types].xml": PARTS["[Content_Types].xml"],
            "_rels/.rels": listing(arrow("rId1", "officeDocument", main)),
            main: "<workbook/>",
            **dict(more),
        }.items()
    )


def test_a_workbook_is_opened():
    assert open_package(xlsx(), WORKBOOK).main == "xl/workbook.xml"


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        (b"", "Tệp rỗng (0 byte).", "Hãy mở tệp bằng Excel để kiểm tra, lưu lại rồi thử lần nữa."),
        (ole2("Workbook"), "Đây là bảng tính Excel 97–2003 (.xls).", SAVE),
        (ole2("Book"), "Đây là bảng tính Excel 97–2003 (.xls).", SAVE),
        (ole2("Workbook", "EncryptedPackage"), "Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi thử lại."),
        (ole2("WordDocument"), "Tệp không phải XLSX (nội dung là văn bản Word 97–2003).", CHOOSE),
        (ole2(), "Tệp không phải XLSX (nội dung là tệp Office 97–2003).", CHOOSE),
        (xlsx(main="xl/workbook.bin"), "Đây là bảng tính Excel nhị phân (.xlsb).", SAVE),
        (docx(), "Tệp không phải XLSX (nội dung là văn bản Word).", CHOOSE),
        (
            packed(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
            "Tệp không phải XLSX (nội dung là bảng tính OpenDocument (.ods)).",
            SAVE,
        ),
        (
            packed(("mimetype", "application/vnd.oasis.opendocument.text")),
            "Tệp không phải XLSX (nội dung là văn bản OpenDocument (.odt)).",
            CHOOSE,
        ),
        (
            packed(("a.txt", "a")),
            "Tệp không phải XLSX (nội dung là tệp nén không có bảng tính Excel bên trong).",
            CHOOSE,
        ),
        (
            "\ufeffSTT;Nhiệm vụ\n1;Rà soát".encode(),
            "Tệp không phải XLSX (nội dung là văn bản thường (TXT, CSV)).",
            SAVE,
        ),
        (
            "STT\tNhiệm vụ".encode("utf-16"),
            "Tệp không phải XLSX (nội dung là văn bản thường (TXT, CSV)).",
            SAVE,
        ),
        (b"STT;K\xd5 ho\xb9ch", "Tệp không phải XLSX.", CHOOSE),
        (b"<table><tr>", "Tệp không phải XLSX (nội dung là HTML hoặc XML).", SAVE),
        (b"{\\rtf1", "Tệp không phải XLSX (nội dung là RTF).", CHOOSE),
        (b"%PDF-1.7", "Tệp không phải XLSX (nội dung là PDF).", CHOOSE),
    ],
)
def test_what_is_no_workbook_is_named(data, message, remedy):
    with pytest.raises(InvalidInputError) as refused:
        open_package(data, WORKBOOK)
    assert (refused.value.message, refused.value.remedy) == (message, remedy)


def test_a_workbook_given_as_a_word_file_is_named():
    with pytest.raises(InvalidInputError, match=r"không phải DOCX \(nội dung là bảng tính Excel\)"):
        open_package(xlsx(), WORD)
    with pytest.raises(InvalidInputError, match=r"văn bản Word 97–2003|\.doc"):
        open_package(ole2("WordDocument", "Workbook"), WORD)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("<!DOCTYPE a><a/>", r"Phần “xl/a\.xml” của tệp Excel có khai báo DTD"),
        ("<a>" * 300 + "</a>" * 300, r"Phần “xl/a\.xml” của tệp Excel lồng quá sâu"),
        ("<a>", r"Phần “xl/a\.xml” của tệp Excel bị hỏng"),
    ],
)
def test_parts_are_parsed_as_strictly(part, message):
    opened = open_package(xlsx({"xl/a.xml": part}), WORKBOOK)
    with pytest.raises((RefusedError, InvalidInputError), match=message) as refused:
        opened.xml("xl/a.xml")
    assert "Excel" in refused.value.remedy


def test_a_missing_part_is_that_of_a_workbook():
    with pytest.raises(InvalidInputError, match=r"^Tệp Excel thiếu phần “xl/styles\.xml”"):
        open_package(xlsx(), WORKBOOK).xml("xl/styles.xml")
    with pytest.raises(InvalidInputError, match=r"^Tệp Excel thiếu phần “xl/workbook\.xml”"):
        open_package(packed(("_rels/.rels", listing(MAIN.replace("word/document", "xl/workbook")))), WORKBOOK)


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "macro"),
        ("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macro.xml", "macro"),
        ("oleObject", "ole.bin", "doi-tuong-nhung"),
        ("connections", "connections.xml", "ket-noi"),
    ],
)
def test_what_a_workbook_holds_besides_is_told(kind, target, code):
    parts = {"xl/_rels/workbook.xml.rels": listing(arrow("a", kind, target)), f"xl/{target}": "a"}
    (notice,) = open_package(xlsx(parts), WORKBOOK).notices
    assert (notice.code, notice.place) == (code, "tệp Excel")


def test_other_workbooks_that_are_linked_are_told_and_not_fetched():
    links = listing(arrow("a", "externalLinkPath", "file:///C:/so-lieu.xlsx", external=True))
    parts = {"xl/externalLinks/externalLink1.xml": "<a/>"}
    listed = {"xl/externalLinks/_rels/externalLink1.xml.rels": links}
    (notice,) = open_package(xlsx(parts | listed), WORKBOOK).notices
    assert notice.code == "lien-ket-ngoai"
    assert "file:///C:/so-lieu.xlsx" in notice.message


def test_a_strict_workbook_is_opened_as_a_transitional_one():
    strict = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>',
    }
    opened = open_package(xlsx(strict), WORKBOOK)
    assert opened.xml(opened.main).tag.startswith(
        "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    )
