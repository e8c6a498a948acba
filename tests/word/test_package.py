"""The guarded door: what is opened, and what is turned away with which words."""

import io
import stat
import zipfile

import pytest

from docgen.errors import InvalidInputError, RefusedError
from docgen.word import package
from docgen.word.package import open_package, parse_xml

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
MAIN = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
PARTS = {"_rels/.rels": RELS.format(MAIN), "word/document.xml": "<document/>"}


def packed(*entries, **parts_by_name):
    """Pack entries (ZipInfo or name, content) into a zip archive."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*entries, *parts_by_name.items()):
            archive.writestr(name, content)
    return memory.getvalue()


def docx(**more):
    return packed(*(PARTS | more).items())


def test_parts_keep_the_order_of_the_file():
    assert list(open_package(docx()).parts) == ["_rels/.rels", "word/document.xml"]


def test_main_part_is_found_by_relationship():
    elsewhere = {
        "_rels/.rels": RELS.format(MAIN.replace("word/document", "word/van-ban")),
        "word/van-ban.xml": "<a/>",
    }
    assert open_package(packed(*elsewhere.items())).main == "word/van-ban.xml"


def test_xml_is_parsed():
    assert open_package(docx()).xml("word/document.xml").tag == "document"


def test_missing_part_is_named():
    with pytest.raises(InvalidInputError, match=r"thiếu phần “word/styles\.xml”"):
        open_package(docx()).xml("word/styles.xml")


def test_relationships_are_resolved_and_dead_links_left_out():
    links = (
        f'<Relationship Id="a" Type="{OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/header" Target="/word/header2.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/header" Target="NULL"/>'
        f'<Relationship Id="d" Type="{OFFICE}/image" Target="https://a.vn/a.png" TargetMode="External"/>'
    )
    names = {
        "word/_rels/document.xml.rels": RELS.format(links),
        "word/header1.xml": "<a/>",
        "word/header2.xml": "<a/>",
    }
    opened = open_package(docx(**names))
    assert opened.related("word/document.xml", "header") == ("word/header1.xml", "word/header2.xml")
    outside = opened.relationships("word/document.xml")["d"]
    assert (outside.target, outside.external) == ("https://a.vn/a.png", True)
    assert opened.relationships("word/header1.xml") == {}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Tệp rỗng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W o r d", r"Word 97–2003 \(\.doc\)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"%PDF-1.7", "nội dung là PDF"),
        (b"\n<html>", "nội dung là HTML"),
        (b"{\\rtf1", "nội dung là RTF"),
        (b"K\xe1\xba\xbf ho\xe1\xba\xa1ch", "không phải DOCX"),
        (packed(("a.txt", "a")), "không có văn bản Word"),
        (packed(("_rels/.rels", RELS.format(MAIN.replace(OFFICE, package._STRICT)))), "Strict Open XML"),
    ],
)
def test_what_is_not_a_docx_is_named(data, message):
    with pytest.raises(InvalidInputError, match=message):
        open_package(data)


@pytest.mark.parametrize(("folder", "kind"), [("xl", "Excel"), ("ppt", "PowerPoint")])
def test_other_office_files_are_named(folder, kind):
    links = RELS.format(MAIN.replace("word/", f"{folder}/"))
    with pytest.raises(InvalidInputError, match=kind):
        open_package(packed(("_rels/.rels", links), (f"{folder}/document.xml", "<a/>")))


@pytest.mark.parametrize("cut", range(1, 64))
def test_truncated_files_are_named(cut):
    whole = docx()
    with pytest.raises(InvalidInputError):
        open_package(whole[: len(whole) * cut // 64])


def test_damaged_content_is_named():
    broken = bytearray(docx(**{"word/document.xml": "<document>" + "ABC" * 99 + "</document>"}))
    broken[broken.index(b"word/document.xml") + 20] ^= 0xFF
    with pytest.raises(InvalidInputError, match="bị hỏng"):
        open_package(bytes(broken))


def symlink(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.xml", "word/../../a.xml", "C:/a.xml", "word\\a.xml"])
def test_names_that_lead_outside_are_refused(name):
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(docx(**{name: "a"}))


def test_symbolic_links_are_refused():
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(packed(*PARTS.items(), (symlink("word/link.xml"), "/etc/passwd")))


def test_names_with_nul_are_refused():
    data = docx(**{"word/aXb.xml": "a"}).replace(b"word/aXb.xml", b"word/a\0b.xml")
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(data)


def test_duplicate_names_are_refused_without_regard_to_case():
    with pytest.raises(RefusedError, match=r"2 phần cùng tên “word/document\.xml”"):
        open_package(docx(**{"word/DOCUMENT.xml": "<a/>"}))


def test_too_many_entries_are_refused():
    names = {f"word/{number}.xml": "" for number in range(package.MAX_ENTRIES)}
    with pytest.raises(RefusedError, match=r"quá nhiều phần \(2002; tối đa 2000\)"):
        open_package(docx(**names))


def test_too_large_files_are_refused():
    with pytest.raises(RefusedError, match=r"quá lớn \(100 MB; tối đa 100 MB\)"):
        open_package(docx(**{"word/a.xml": b"\0" * package.MAX_BYTES}))


def test_bombs_are_refused_by_ratio():
    with pytest.raises(RefusedError, match=r"KB giải nén thành 11 MB; tối đa 100 lần"):
        open_package(docx(**{"word/a.xml": b" " * (11 * 2**20)}))


def test_highly_compressible_small_files_are_opened():
    assert open_package(docx(**{"word/a.xml": b" " * 2**20})).parts["word/a.xml"] == b" " * 2**20


def test_password_of_the_archive_is_named():
    data = bytearray(docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(InvalidInputError, match="có mật khẩu"):
        open_package(bytes(data))


def test_foreign_compression_is_refused():
    entry = zipfile.ZipInfo("word/a.xml")
    entry.compress_type = zipfile.ZIP_LZMA
    with pytest.raises(RefusedError, match="nén theo kiểu"):
        open_package(packed(*PARTS.items(), (entry, "a")))


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS,
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        LAUGHS.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE a+AD4-<a/>',
    ],
)
def test_document_types_are_refused(data):
    with pytest.raises((RefusedError, InvalidInputError), match=r"“word/a\.xml”"):
        parse_xml(data, "word/a.xml")


@pytest.mark.parametrize(
    "data", [b"<a>", b"", b"<a>" * 300 + b"</a>" * 300, "<a>\ud800</a>".encode("utf-8", "surrogatepass")]
)
def test_broken_xml_is_named_and_never_repaired(data):
    with pytest.raises(InvalidInputError, match="không đọc được XML"):
        parse_xml(data, "word/a.xml")
