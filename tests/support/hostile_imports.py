"""Files that officers and others may hand in, by name: a maker, and what comes of each.

What comes of a file is `read(codes)`: the plan of `small_plan` is in the data and findings of these codes are
told; or `invalid(words)`, `refused(words)`: an error that says these words.
"""

import io
import re
import socket
import zipfile
from dataclasses import dataclass
from functools import cache

from hostile_books import LAUGHS, OLE2, many
from packages import arrow, listing, packed
from small_plan import ROWS, TEXT, word_parts
from workbooks import grid, sheet, workbook

MB = 2**20
MAIN = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
XXE = '<!DOCTYPE a [<!ENTITY b SYSTEM "{}">]>'
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
CALL = "http://127.0.0.1:{}/a"
INVALID, REFUSED = "InvalidInputError", "RefusedError"


@cache
def server():
    """Return who listens where hostile files call: nobody may."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0)
    return listening


def call():
    """Return the address of that server."""
    return CALL.format(server().getsockname()[1])


@dataclass(frozen=True)
class Outcome:
    """What comes of a file: an error of a `kind` with `words`, or a plan beside which `codes` are told."""

    kind: str = ""
    words: str = ""
    codes: frozenset[str] = frozenset()


def read(*codes):
    """Return the outcome of a file that is read."""
    return Outcome(codes=frozenset(codes))


def invalid(words):
    """Return the outcome of a file that cannot be used."""
    return Outcome(INVALID, words)


def refused(words):
    """Return the outcome of a file that is dangerous or over a limit."""
    return Outcome(REFUSED, words)


# --- Word


def word(more=(), *, without=(), entries=()):
    """Return the small plan in Word with `more` parts, `without` some, and further `entries`."""
    parts = word_parts() | dict(more)
    return packed(*((name, data) for name, data in parts.items() if name not in without), *entries)


def bodied(before="", behind=""):
    """Return the small plan in Word with XML before and behind its body."""
    body = word_parts()[MAIN].decode().replace("<w:body>", f"<w:body>{before}")
    return word({MAIN: body.replace("</w:body>", f"{behind}</w:body>")})


def declaring(name, doctype, encoding="utf-8", root="a"):
    """Return the small plan in Word one of whose parts declares a DTD."""
    part = word_parts().get(name, f"<{root}/>".encode()).decode()
    xml = re.sub(r"^<\?xml.*?\?>\s*", "", part, flags=re.DOTALL)
    return word({name: f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{xml}'.encode(encoding)})


def linking(kind, target, *, external=True, more=()):
    """Return the small plan in Word whose document points to something."""
    return word({LINKS: listing(arrow("rId9", kind, target, external=external)), **dict(more)})


def typed_as(main):
    """Return the small plan in Word whose document is of another content type: a template, macros."""
    types = word_parts()["[Content_Types].xml"].decode()
    return word({"[Content_Types].xml": re.sub(r"application/vnd\.openxml[^\"]*main\+xml", main, types)})


def strict(data):
    """Return an Office file as “Strict Open XML” names things."""
    usual = re.compile(rb"http://schemas\.openxmlformats\.org/(?!package)(\w+)/2006/(\w+)")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(
        *((name, usual.sub(rb"http://purl.oclc.org/ooxml/\1/\2", part)) for name, part in parts.items())
    )


CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def table(cells, count=1):
    """Return a table of rows of these cells, each with its number, as XML."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{many(count, f'<w:tr>{cells}</w:tr>')}</w:tbl><w:p/>"


def rows(count):
    """Return the small plan in Word with a table of tasks beside its own."""
    words = ("{0}", "Việc số {0}", "Văn phòng Sở", "", "Quý I")
    return bodied(behind=table("".join(CELL.format("", cell) for cell in words), count))


def deep(depth, tag="w:sdt", inner="w:sdtContent"):
    """Return elements within each other, as XML."""
    return f"<{tag}><{inner}>" * depth + "<w:p/>" + f"</{inner}></{tag}>" * depth


def ole2(*streams):
    """Return a compound file with these streams in its directory."""
    return OLE2 + b"".join(stream.encode("utf-16-le") for stream in streams)


def opendocument(kind):
    """Return an OpenDocument file."""
    return packed(("mimetype", f"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<a/>"))


FOREIGN = {
    "nothing": (lambda: b"", "Tệp rỗng"),
    "PDF": (lambda: b"%PDF-1.7\n" + bytes(999), "nội dung là PDF"),
    "PNG": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "nội dung là ảnh PNG"),
    "HTML": (lambda: b"<html><body>K\xe1</body></html>", "nội dung là HTML"),
    "RTF": (lambda: rb"{\rtf1\ansi K}", "nội dung là RTF"),
    "a password": (lambda: ole2("EncryptionInfo", "EncryptedPackage"), "Tệp có mật khẩu"),
    "a program": (lambda: b"MZ\x90\0" + bytes(99), "chương trình Windows"),
    "noise": (lambda: bytes(range(128, 256)) * 9, r"không phải (DOCX|XLSX)\."),
    "a RAR archive": (lambda: b"Rar!\x1a\x07\x01\0", "tệp nén RAR"),
    "a zip of texts": (lambda: packed(("a.txt", "a")), "tệp nén không có"),
}
"""Files of other programs, with the words by which both Word files and workbooks of that name are refused."""

WORD_OF_OTHERS = {
    "a .doc": (lambda: ole2("WordDocument"), r"Word 97–2003 \(\.doc\)"),
    "a .odt": (lambda: opendocument("text"), r"OpenDocument \(\.odt\)"),
    "a workbook": (lambda: workbook(sheet(grid(*ROWS))), "nội dung là bảng tính Excel"),
    "an old workbook": (lambda: ole2("Workbook"), "bảng tính Excel 97–2003"),
    "a text": (TEXT.encode, "văn bản thường"),
}
WORD_READ = {
    "as it is": (word, read()),
    "macros": (
        lambda: word({LINKS: listing(arrow("rId9", VBA, "vbaProject.bin")), "word/vbaProject.bin": OLE2}),
        read("macro"),
    ),
    "of type docm": (lambda: typed_as("application/vnd.ms-word.document.macroEnabled.main+xml"), read()),
    "of type dotm": (
        lambda: typed_as("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        read(),
    ),
    "of type dotx": (
        lambda: typed_as("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        read(),
    ),
    "of type picture": (lambda: typed_as("image/png"), read()),
    "without types": (lambda: word(without=["[Content_Types].xml"]), read("thieu-kieu-noi-dung")),
    "types of nonsense": (lambda: word({"[Content_Types].xml": "<a"}), read()),
    "strict": (lambda: strict(word()), read()),
    "in UTF-16": (lambda: declaring(MAIN, "", "utf-16"), read()),
    "an image outside": (lambda: linking("image", call()), read("lien-ket-ngoai")),
    "a template outside": (lambda: linking("attachedTemplate", call()), read("lien-ket-ngoai")),
    "a template on a share": (
        lambda: linking("attachedTemplate", r"\\127.0.0.1\a\b.dotm"),
        read("lien-ket-ngoai"),
    ),
    "an object outside": (lambda: linking("oleObject", call()), read("lien-ket-ngoai")),
    "a document outside": (lambda: linking("subDocument", call()), read("lien-ket-ngoai")),
    "a file of this machine": (lambda: linking("image", "file:///etc/passwd"), read("lien-ket-ngoai")),
    "an object inside": (
        lambda: linking("oleObject", "a.bin", external=False, more={"word/a.bin": OLE2}),
        read("doi-tuong-nhung"),
    ),
    "a foreign text inside": (
        lambda: linking("aFChunk", "a.html", external=False, more={"word/a.html": "<html>Chen</html>"}),
        read("doan-nhung"),
    ),
    "a field that calls a program": (
        lambda: bodied('<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\cmd.exe &quot;/k calc&quot; "/></w:p>'),
        read("truong-ngoai"),
    ),
    "a field that fetches": (
        lambda: bodied(f'<w:p><w:fldSimple w:instr=" INCLUDEPICTURE {call()} \\d "/></w:p>'),
        read("truong-ngoai"),
    ),
    "arrows to nowhere": (
        lambda: word(
            {
                LINKS: listing(
                    *(
                        arrow(f"a{at}", kind, target)
                        for at, (kind, target) in enumerate(
                            (
                                ("styles", "NULL"),
                                ("numbering", "../../a.xml"),
                                ("footnotes", "#_top"),
                                ("image", "media/a.png"),
                                ("header", ""),
                            )
                        )
                    )
                )
            }
        ),
        read("phan-thieu"),
    ),
    "styles that are another part": (lambda: linking("styles", "document.xml", external=False), read()),
    "5,000,000 columns": (
        lambda: bodied(behind=table(CELL.format('<w:gridSpan w:val="5000000"/>', "Dài"))),
        read(),
    ),
    "2,000 rows": (lambda: rows(2000), read("stt-khac")),
    "20,000 empty paragraphs": (lambda: bodied(behind="<w:p/>" * 20_000), read()),
    "20 content controls within each other": (lambda: bodied(deep(20)), read()),
    "letters that steer": (
        lambda: bodied("<w:p><w:r><w:t>Xem \u202ecod.exe\u202c</w:t></w:r></w:p>"),
        read("ky-tu-dao-chieu"),
    ),
}
WORD_REFUSED = {
    "a bomb of text": (
        lambda: bodied(f"<w:p><w:r><w:t>{'a' * 120 * MB}</w:t></w:r></w:p>"),
        "giải nén quá lớn",
    ),
    "a bomb of a picture": (lambda: word({"word/media/a.png": bytes(101 * MB)}), "giải nén quá lớn"),
    "a bomb by ratio": (lambda: word({"word/media/a.png": bytes(20 * MB)}), "Tệp nén bất thường"),
    "a bomb in a bomb": (
        lambda: word({"word/a.zip": packed(("b", bytes(90 * MB)))[:1] + bytes(90 * MB)}),
        "Tệp nén bất thường",
    ),
    "3,000 parts": (lambda: word(entries=[(f"a/{at}", "") for at in range(3000)]), "quá nhiều phần"),
    "a name that leads outside": (lambda: word({"../a.xml": "<a/>"}), "tên nguy hiểm"),
    "a name from the root": (lambda: word({"/etc/a": "a"}), "tên nguy hiểm"),
    "a name of Windows": (lambda: word({"C:\\a.xml": "<a/>"}), "tên nguy hiểm"),
    "two parts of a name": (lambda: word(entries=[("WORD/document.xml", "<a/>")]), "2 phần cùng tên"),
    "a link as an entry": (lambda: word(entries=[(symlink("word/a"), "/etc/passwd")]), "tên nguy hiểm"),
    "laughs": (lambda: declaring(MAIN, LAUGHS), "khai báo DTD"),
    "laughs in UTF-16": (lambda: declaring(MAIN, LAUGHS, "utf-16"), "khai báo DTD"),
    "a file as an entity": (lambda: declaring(MAIN, XXE.format("file:///etc/passwd")), "khai báo DTD"),
    "an address as an entity": (lambda: declaring(MAIN, XXE.format(call())), "khai báo DTD"),
    "a DTD outside": (lambda: declaring(MAIN, f'<!DOCTYPE a SYSTEM "{call()}">'), "khai báo DTD"),
    "a DTD in the arrows": (lambda: declaring("_rels/.rels", LAUGHS), "khai báo DTD"),
    "a DTD in the styles": (
        lambda: linking("styles", "styles.xml", external=False, more={"word/styles.xml": f"{LAUGHS}<a/>"}),
        "khai báo DTD",
    ),
    "2,000,000 paragraphs": (lambda: bodied(many(2_000_000, '<w:p w:rsidR="{:08x}"/>')), "quá lớn"),
    "60,000 paragraphs": (lambda: bodied("<w:p/>" * 60_000), "quá nhiều đoạn"),
    "5,001 rows": (lambda: rows(5_001), "quá nhiều hàng"),
    "XML 300 deep": (lambda: bodied(deep(150)), "lồng quá sâu"),
    "100,000 content controls within each other": (lambda: bodied(deep(100_000)), "lồng quá sâu"),
    "12 tables within each other": (
        lambda: bodied(deep(12, "w:tbl", "w:tr><w:tc").replace("</w:tr><w:tc>", "</w:tc></w:tr>")),
        "bảng lồng trong bảng",
    ),
    "a word of 11 million letters": (
        lambda: bodied(f"<w:p><w:r><w:t>{many(1_600_000, '{:07}')}</w:t></w:r></w:p>"),
        "chữ quá dài",
    ),
}
WORD_INVALID = {
    "no document": (lambda: word(without=[MAIN]), r"thiếu phần “word/document\.xml”"),
    "no arrows": (lambda: word(without=["_rels/.rels"]), "tệp nén không có văn bản Word"),
    "a document of nonsense": (lambda: word({MAIN: "<a"}), "không đọc được XML"),
    "a document of nothing": (lambda: word({MAIN: ""}), "không đọc được XML"),
    "a document of noise": (lambda: word({MAIN: bytes(range(256))}), "không đọc được XML"),
    "a document in UTF-7": (lambda: declaring(MAIN, "+ADwAIQ-", "utf-7"), "không đọc được XML"),
    "another root": (lambda: word({MAIN: "<html/>"}), "DOCX|không"),
    "arrows to itself": (
        lambda: word({"_rels/.rels": listing(arrow("a", "officeDocument", "_rels/.rels"))}),
        "DOCX|không",
    ),
    "encrypted entries": (lambda: encrypted(word()), "Tệp có mật khẩu"),
}


def symlink(name):
    """Return an entry of an archive that is a link."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16
    return entry


def encrypted(data):
    """Return an archive that says of its entries that they have a password."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0")


WORD_FILES = (
    {
        name: (make, invalid(words))
        for name, (make, words) in (FOREIGN | WORD_OF_OTHERS | WORD_INVALID).items()
    }
    | {name: (make, refused(words)) for name, (make, words) in WORD_REFUSED.items()}
    | WORD_READ
)


# --- Excel


def book(more=(), *, behind="", before=""):
    """Return the appendix of the small plan in Excel, with `more` parts and XML around its cells."""
    return workbook(sheet(grid(*ROWS), before, behind), more=dict(more))


def book_bodied(row):
    """Return the appendix in Excel with a further row."""
    return workbook(sheet(grid(*ROWS) + row))


def book_linking(kind, target, *, external=True):
    """Return the appendix in Excel whose sheet points to something."""
    links = listing(arrow("rId9", kind, target, external=external))
    return book({"xl/worksheets/_rels/sheet1.xml.rels": links})


BOOK_OF_OTHERS = {
    "a .xls": (lambda: ole2("Workbook"), r"Excel 97–2003 \(\.xls\)"),
    "a .ods": (lambda: opendocument("spreadsheet"), r"OpenDocument \(\.ods\)"),
    "a .xlsb": (
        lambda: packed(
            ("_rels/.rels", listing(arrow("a", "officeDocument", "xl/workbook.bin"))),
            ("xl/workbook.bin", "a"),
        ),
        r"nhị phân \(\.xlsb\)",
    ),
    "a Word file": (word, "nội dung là văn bản Word"),
    "a CSV": (lambda: "\n".join(map(";".join, ROWS)).encode("utf-8-sig"), "văn bản thường"),
    "a CSV in UTF-16": (lambda: "\n".join(map(";".join, ROWS)).encode("utf-16"), "văn bản thường"),
    "a CSV in TCVN3": (lambda: b"STT;Nhi\xd6m v\xf4;K\xd5 ho\xb9ch", r"không phải XLSX\."),
}
BOOK_READ = {
    "as it is": (book, read()),
    "macros": (
        lambda: book(
            {
                "xl/_rels/workbook.xml.rels": listing(
                    arrow("rId1", "worksheet", "worksheets/sheet1.xml"), arrow("b", VBA, "vbaProject.bin")
                ),
                "xl/vbaProject.bin": OLE2,
            }
        ),
        read("macro"),
    ),
    "strict": (lambda: strict(book()), read()),
    "links to elsewhere": (lambda: book_linking("externalLinkPath", call()), read("lien-ket-ngoai")),
    "a web query": (
        lambda: book_linking("connections", "../connections.xml", external=False),
        read("ket-noi"),
    ),
    "a program called by a formula": (
        lambda: book_bodied('<row r="7"><c r="B7"><f>cmd|\' /C calc\'!A0</f></c></row>'),
        read("dde"),
    ),
    "a hyperlink by a formula": (
        lambda: book_bodied(f'<row r="7"><c r="B7" t="str"><f>HYPERLINK("{call()}")</f><v>Bấm</v></c></row>'),
        read(),
    ),
    "letters that steer": (
        lambda: book_bodied(
            '<row r="7"><c r="B7" t="inlineStr"><is><t>Xem \u202ecod.exe\u202c</t></is></c></row>'
        ),
        read("ky-tu-dao-chieu"),
    ),
}
BOOK_REFUSED = {
    "the last cell of all": (
        lambda: book_bodied('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "nằm ngoài 60 cột đầu",
    ),
}
BOOK_FILES = (
    {name: (make, invalid(words)) for name, (make, words) in (FOREIGN | BOOK_OF_OTHERS).items()}
    | {name: (make, refused(words)) for name, (make, words) in BOOK_REFUSED.items()}
    | BOOK_READ
)
