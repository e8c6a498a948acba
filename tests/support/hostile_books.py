"""Workbooks made to hurt, by name: each with the words that it is refused with, or None when it is read."""

from packages import arrow, listing, packed
from workbooks import NAMED, grid, sheet, strings, styles, text, workbook

MB = 2**20
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
)
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
FULL = '<c t="str"><v>chữ {0}</v></c>'
FORMULA = "<row><c><f>" + '"' * 99_999 + "|" * 99_999 + "</f><v>1</v></c></row>"
MERGED = '<mergeCell ref="B1:C3000"/>'
GOOD = sheet(grid(["STT", "Nhiệm vụ"], ["1", "Rà soát"]))


def many(count, template):
    """Return XML again and again, each with its number."""
    return "".join(template.format(number) for number in range(1, count + 1))


def with_part(name, content):
    """Return a workbook one of whose parts is another."""
    return workbook(GOOD, more={name: content})


def laughing(name, root):
    """Return a workbook one of whose parts has entities that grow."""
    return with_part(name, f"{LAUGHS}<{root} {NAMED}>&c;</{root}>")


def linked(kind, target, *, external=True):
    """Return a workbook whose sheet has a link to something."""
    links = listing(arrow("a", kind, target, external=external))
    return with_part("xl/worksheets/_rels/sheet1.xml.rels", links)


HOSTILE_BOOKS = {
    "bomb of zeros": (lambda: with_part("xl/media/a.bin", bytes(101 * MB)), "giải nén quá lớn|bất thường"),
    "bomb by ratio": (lambda: with_part("xl/media/a.bin", bytes(20 * MB)), "Tệp nén bất thường"),
    "laughs in a sheet": (lambda: laughing("xl/worksheets/sheet1.xml", "worksheet"), "khai báo DTD"),
    "laughs in the texts": (lambda: laughing("xl/sharedStrings.xml", "sst"), "khai báo DTD"),
    "laughs in the styles": (lambda: laughing("xl/styles.xml", "styleSheet"), "khai báo DTD"),
    "laughs in the workbook": (lambda: laughing("xl/workbook.xml", "workbook"), "khai báo DTD"),
    "laughs in UTF-16": (
        lambda: with_part("xl/workbook.xml", f"{LAUGHS}<workbook {NAMED}>&c;</workbook>".encode("utf-16")),
        "khai báo DTD",
    ),
    "a file as an entity": (
        lambda: with_part(
            "xl/worksheets/sheet1.xml",
            f'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet {NAMED}>&b;</worksheet>',
        ),
        "khai báo DTD",
    ),
    "600,000 texts": (
        lambda: with_part("xl/sharedStrings.xml", strings(many(600_000, "<si><t>chữ {}</t></si>"))),
        "quá lớn",
    ),
    "400,000 texts": (
        lambda: workbook(
            sheet('<row><c t="s"><v>399999</v></c></row>'),
            more={"xl/sharedStrings.xml": strings(many(400_000, "<si><t>chữ {}</t></si>"))},
        ),
        None,
    ),
    "the last cell of all": (
        lambda: workbook(sheet(f'<row r="1048576">{text("XFD1048576", "a")}</row>')),
        "Ô XFD1048576 nằm ngoài 60 cột đầu",
    ),
    "the last row of all": (lambda: workbook(sheet(f'<row r="1048576">{text("A1048576", "a")}</row>')), None),
    "a million rows claimed": (
        lambda: workbook(sheet(grid(["a"]), '<dimension ref="A1:XFD1048576"/>')),
        None,
    ),
    "a million empty rows": (lambda: workbook(sheet(many(1_048_576, '<row r="{}"/>'))), None),
    "300,000 rows": (
        lambda: workbook(sheet(many(300_000, "<row><c><v>{}</v></c></row>"))),
        "có quá 5000 dòng có chữ",
    ),
    "600,000 rows": (lambda: workbook(sheet(many(600_000, "<row><c><v>{}</v></c></row>"))), "quá lớn"),
    "5,000 rows of 60 cells": (
        lambda: workbook(sheet(many(5_000, "<row>" + FULL * 60 + "</row>"))),
        None,
    ),
    "a cell of 11 million letters": (
        lambda: workbook(sheet(grid([many(1_600_000, "{:07}")]))),
        "lồng quá sâu hoặc có chữ quá dài",
    ),
    "a row 300 deep": (lambda: workbook(sheet("<row>" * 300 + "</row>" * 300)), "lồng quá sâu"),
    "60,000 merged cells": (
        lambda: workbook(sheet(grid(*[["a"]] * 3000), behind=f"<mergeCells>{MERGED * 60_000}</mergeCells>")),
        "quá nhiều ô gộp",
    ),
    "1,900 sheets": (lambda: workbook(*[GOOD] * 1900), None),
    "links to elsewhere": (lambda: linked("externalLinkPath", "http://127.0.0.1:9/a.xlsx"), None),
    "a dead link": (lambda: linked("comments", "../NULL", external=False), None),
    "duplicate parts": (
        lambda: packed(("xl/a.xml", "<a/>"), ("XL/A.xml", "<a/>"), ("_rels/.rels", listing())),
        "2 phần cùng tên",
    ),
    "a name that leads outside": (lambda: with_part("../../a.xml", "<a/>"), "tên nguy hiểm"),
    "no sheets": (workbook, None),
    "a sheet that is not there": (
        lambda: with_part("xl/_rels/workbook.xml.rels", listing(arrow("rId1", "worksheet", "no.xml"))),
        "Tệp Excel thiếu phần",
    ),
    "another root": (lambda: with_part("xl/workbook.xml", "<html/>"), "Tệp không phải XLSX"),
    "styles of nonsense": (
        lambda: with_part("xl/styles.xml", styles("General").replace("200", "x")),
        None,
    ),
    "formats without end": (
        lambda: workbook(
            sheet('<row><c s="0"><v>1</v></c></row>'), more={"xl/styles.xml": styles("[" * 200_000)}
        ),
        None,
    ),
    "a formula without end": (
        lambda: workbook(sheet(FORMULA)),
        None,
    ),
    "a password": (lambda: OLE2 + "EncryptedPackage".encode("utf-16-le"), "Tệp có mật khẩu"),
    "an old workbook": (lambda: OLE2 + "Workbook".encode("utf-16-le"), r"Excel 97–2003 \(\.xls\)"),
}
