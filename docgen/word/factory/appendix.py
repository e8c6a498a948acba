"""The appendix: its own section, heading lines, and the table of tasks with every column there can be."""

from docgen.documents.base import Columns
from docgen.rules import length
from docgen.word.factory.frame import attached, section_end
from docgen.word.factory.markup import bookmarked, cell, paragraph, row, table, tag, text

COLUMNS = tuple(field.alias or name for name, field in Columns.model_fields.items())
_CENTRED = {"stt", "thoi_gian", "kinh_phi"}


def appendices() -> str:
    """Return the loop over the appendices; every one but the last closes its section itself."""
    return "".join(
        (
            tag("{%p for pl in phu_luc %}"),
            _heading(),
            _table(),
            tag("{%p if not loop.last %}"),
            section_end(),
            tag("{%p else %}"),
            paragraph("HetPhan"),
            tag("{%p endif %}"),
            tag("{%p endfor %}"),
        )
    )


def _heading() -> str:
    return text("PhuLuc", "{{ pl.nhan }}") + attached("pl.ten", "pl.kem_theo")


def _table() -> str:
    rows = (
        row(*(cell(_width(name), _column_title(name), centred=True) for name in COLUMNS), repeated=True),
        _control("{%tr for dong in pl.cac_dong %}"),
        _control('{%tr if dong.loai == "phan" or dong.loai == "nhom" %}'),
        _numbered_heading(),
        _control('{%tr elif dong.loai == "tong" %}'),
        row(_whole(text("HangTong", "{{ dong.noi_dung }}"))),
        _control("{%tr else %}"),
        _task(),
        _control("{%tr endif %}"),
        _control("{%tr endfor %}"),
    )
    return table((_width(name) for name in COLUMNS), *rows, properties=table_properties())


def _numbered_heading() -> str:
    """Return the row of a part or a group: its number, then its title over all other columns."""
    rest = _total_width() - _width("stt")
    title = cell(rest, text("HangPhan", "{{ dong.noi_dung }}"), span=len(COLUMNS) - 1)
    return row(cell(_width("stt"), text("HangPhanGiua", "{{ dong.stt }}")), title)


def _task() -> str:
    """Return the row of a task; the bookmark around its number carries the task's identity."""
    number = paragraph("OGiua", bookmarked("NEO_dong_neo", 1, "{{ dong.stt }}"))
    others = (cell(_width(name), text(_cell_style(name), f"{{{{ dong.{name} }}}}")) for name in COLUMNS[1:])
    return row(cell(_width("stt"), number), *others)


def _column_title(name: str) -> str:
    return text("TieuDeBang", f"{{{{ pl.cot.{name} }}}}")


def _cell_style(name: str) -> str:
    return "OGiua" if name in _CENTRED else "OBang"


def _control(words: str) -> str:
    """Return a row that holds only a template tag; it vanishes when filled."""
    return row(_whole(tag(words)))


def _whole(content: str) -> str:
    return cell(_total_width(), content, span=len(COLUMNS))


def _width(name: str) -> int:
    return length(f"column.{name}").twips


def _total_width() -> int:
    return sum(_width(name) for name in COLUMNS)


def table_properties() -> str:
    """Return borders, layout and cell margins of a table, in the order of the schema (17.4.60)."""
    weight, margin = round(length("table.border").points * 8), length("table.cell_margin").twips
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>' for side in sides
    )
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    layout = '<w:tblLayout w:type="fixed"/>'
    return f"<w:tblBorders>{borders}</w:tblBorders>{layout}<w:tblCellMar>{margins}</w:tblCellMar>"
