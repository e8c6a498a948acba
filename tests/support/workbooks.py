"""The smallest workbook, and what may be put into it; as XML, since openpyxl writes nothing strange."""

import subprocess

from openxml_audit import OpenXmlValidator, ValidationSeverity
from packages import PACKAGE, arrow, listing, packed

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMED = f'xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"'


def faults(data, folder):
    """Return what openxml-audit finds wrong in a workbook.

    But in fonts, whose elements may stand in any order (ECMA-376, Part 1, 18.8.22).
    """
    path = folder / "audited.xlsx"
    path.write_bytes(data)
    found = OpenXmlValidator().validate(path).errors
    errors = [one for one in found if one.severity is ValidationSeverity.ERROR]
    return [one.description for one in errors if "/fonts[" not in one.path]


def sheet(rows="", before="", behind=""):
    """Return a sheet as XML."""
    return f"<worksheet {NAMED}>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"


def text(address, words):
    """Return a cell of words."""
    return f'<c r="{address}" t="inlineStr"><is><t>{words}</t></is></c>'


def grid(*rows):
    """Return rows of words, the first in row 1 and column A."""
    return "".join(
        f'<row r="{number}">'
        + "".join(text(f"{chr(65 + place)}{number}", words) for place, words in enumerate(row) if words)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def strings(*items):
    """Return shared strings as XML."""
    return f"<sst {NAMED}>{''.join(items)}</sst>"


def styles(*formats):
    """Return styles as XML: the style of each place has one of these number formats."""
    own = "".join(f'<numFmt numFmtId="{200 + at}" formatCode="{code}"/>' for at, code in enumerate(formats))
    cells = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(formats)))
    return f"<styleSheet {NAMED}><numFmts>{own}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>"


def workbook(*sheets, states=(), properties="", more=()):
    """Return a workbook of sheets, "Trang 1" and so on; some with another state, and `more` parts by name."""
    listed = "".join(
        f'<sheet name="Trang {number}" sheetId="{number}" r:id="rId{number}"'
        f' state="{dict(enumerate(states, 1)).get(number, "visible")}"/>'
        for number in range(1, len(sheets) + 1)
    )
    arrows = [arrow(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    arrows += [arrow("rIdS", "sharedStrings", "sharedStrings.xml"), arrow("rIdT", "styles", "styles.xml")]
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": listing(arrow("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook {NAMED}>{properties}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": listing(*arrows),
        "xl/sharedStrings.xml": strings(),
        "xl/styles.xml": styles(),
        **{f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets, 1)},
        **dict(more),
    }
    return packed(*parts.items())


def converted(folder, data, suffix):
    """Return the path of what LibreOffice makes of a workbook in `folder`."""
    source, out = folder / "kh.xlsx", folder / "out"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", out, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"kh.{suffix}"


def read_rows(table):
    """Return the words of a table: by row, each with its column."""
    return [[(cell.column, cell.text) for cell in row.cells] for row in table.rows]
