"""How a sheet looks: letters, lines and pages, as the rules have them."""

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen import rules
from docgen.rules.units import Pt
from docgen.word.appendices import spread
from docgen.word.metrics import text_width

DATE, TEXT, GENERAL = "dd/mm/yyyy", "@", "General"
"""Number formats; what is typed into a cell of TEXT stays as it is typed."""

_A3, _A4 = 8, 9
"""Papers by their numbers (18.3.1.63)."""
_POINTS_PER_INCH, _TWIPS_PER_POINT = 72, 20
_BESIDE = 3.75
"""Points beside the digits: five pixels."""
_GREY = PatternFill("solid", fgColor="F2F2F2")
_ASKING, _ASKED = PatternFill("solid", fgColor="FFE699"), PatternFill("solid", fgColor="FFF9E5")
"""Behind the heading of a column that units fill in, and behind its cells."""
_CENTRED, _LEFT = (
    Alignment(horizontal=horizontal, vertical="center", wrap_text=True) for horizontal in ("center", "left")
)
_LINE = Side(style="thin")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


class FittedRow(RowDimension):
    """A row as high as its words are now; it grows with what a person types (18.3.1.73)."""

    customHeight = False  # noqa: N815 - its name in the format


def empty_book() -> Workbook:
    """Return a workbook without sheets.

    The letters of tables are those that the widths of columns are counted in, also by other programs.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = cast("Any", book)._named_styles  # noqa: SLF001 - there is no other way
    styles["Normal"].font = _letters("table_cell")
    return book


def set_over_table(cell: Cell, component: str) -> None:
    """Set a cell as a line over the table."""
    cell.font = _letters(component)
    cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)


def set_heading(cell: Cell, *, asks: bool = False) -> None:
    """Set a cell as the heading of a column, which `asks` for something to be filled in."""
    set_body(cell, GENERAL, centred=True)
    cell.font, cell.fill = _letters("table_heading"), _ASKING if asks else _GREY


def set_answer(cell: Cell, form: str, *, centred: bool) -> None:
    """Set a cell that a unit fills in, in a number format; what is typed goes on over lines."""
    set_body(cell, form, centred=centred)
    cell.fill = _ASKED


def set_body(cell: Cell, form: str, *, centred: bool) -> None:
    """Set a cell of a task, in a number format."""
    cell.font, cell.border, cell.number_format = _letters("table_cell"), _FRAME, form
    cell.alignment = _CENTRED if centred else _LEFT


def set_alike(cell: Cell, other: Cell) -> None:
    """Set a cell as another is: openpyxl looks up every font, line and fill of a cell that is set anew."""
    cast("Any", cell)._style = copy(cast("Any", other)._style)  # noqa: SLF001 - there is no other way


def set_named(cells: Sequence[Cell]) -> None:
    """Set the cells of a row that is nothing but the name of a group, which begins at its left."""
    set_across(cells, wrapped=False)
    cells[0].alignment = Alignment(horizontal="left", vertical="center")


def set_across(cells: Sequence[Cell], *, wrapped: bool) -> None:
    """Set the cells of a part, a group or a total: no lines stand between them, words go on over them."""
    for place, cell in enumerate(cells):
        left, right = (_LINE if end else None for end in (place == 0, place == len(cells) - 1))
        cell.font, cell.fill = _letters("table_part"), _GREY
        cell.border = Border(left=left, right=right, top=_LINE, bottom=_LINE)
        cell.alignment = Alignment(
            horizontal="left" if place else "center", vertical="center", wrap_text=wrapped
        )


def lay_out(sheet: Worksheet, widths: Iterable[str], first: int = 1, *, wide: bool = False) -> list[Pt]:
    """Lay the pages of a sheet, and its columns from the number `first` on; return how wide they are.

    `widths` are names of figures. A `wide` table is as wide as these are and printed on A3, others fill A4.
    """
    _set_page(sheet, wide=wide)
    natural = [Pt(rules.length(name).points) for name in widths]
    laid = natural if wide else _fitted(natural)
    for column, width in enumerate(laid, first):
        sheet.column_dimensions[get_column_letter(column)].width = _letters_wide(width)
    return laid


def _set_page(sheet: Worksheet, *, wide: bool) -> None:
    """Lay the pages of a sheet: A4 or A3 (`wide`) on the long side, one page wide, numbered at the foot."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3 if wide else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    for side in ("top", "bottom", "left", "right"):
        setattr(sheet.page_margins, side, _inches(f"margin.{side}"))
    sheet.page_margins.header = sheet.page_margins.footer = _inches("header.distance")
    footer = HeaderFooterItem()
    footer.center.text, footer.center.font = "&P", rules.text("font")
    footer.center.size = int(rules.component("page_number").points)
    sheet.HeaderFooter.oddFooter = footer


def keep_in_sight(sheet: Worksheet, headings: int) -> None:
    """Let everything down to the row `headings` stay in sight, and that row stand on every page."""
    sheet.freeze_panes = f"A{headings + 1}"
    sheet.print_title_rows = f"{headings}:{headings}"


def fit_row(sheet: Worksheet, number: int, cells: Iterable[tuple[str, Pt]], component: str) -> None:
    """Make a row as high as the highest of its cells, each a text in a width: not every program does it."""
    highest = max(height(text, component, width) for text, width in cells)
    sheet.row_dimensions[number] = FittedRow(sheet, number, ht=highest)


def _fitted(widths: Iterable[Pt]) -> list[Pt]:
    """Return the widths of columns made to fill a lying page; narrow ones stay."""
    room = text_room().twips
    return [Pt(twips / _TWIPS_PER_POINT) for twips in spread([width.twips for width in widths], room)]


def text_room() -> Pt:
    """Return how wide words may be on a lying page."""
    names = ("page.height", "margin.left", "margin.right")
    long, left, right = (rules.length(name).points for name in names)
    return Pt(long - left - right)


def _letters_wide(width: Pt) -> float:
    """Return a width as a sheet counts it: in digits, without the room beside them (18.3.1.13)."""
    return (width - _BESIDE) / text_width("0", rules.component("table_cell").points)


def fits(text: str, component: str, room: Pt) -> bool:
    """Whether words, in bold letters, have room on one line."""
    return text_width(text, rules.component(component).points) <= room


def height(text: str, component: str, width: Pt) -> float:
    """Return how high a cell of a width must be for its words, in points; no row is higher than Excel's."""
    size, room = rules.component(component).points, width - rules.length("sheet.padding")
    lines = sum(_lines(paragraph, size, room) for paragraph in text.split("\n"))
    return min(lines * size * rules.figure("sheet.line").use, rules.length("sheet.highest"))


def letters_on_a_line(width: Pt) -> float:
    """Return about how many letters of the table a cell has room for on a line; rather fewer than more."""
    room = width - rules.length("sheet.padding")
    return room / (rules.component("table_cell").points * rules.figure("sheet.letter").use)


def high(lines: int) -> float:
    """Return how high a cell of the table is that has so many lines, in points."""
    size = rules.component("table_cell").points
    return min(lines * size * rules.figure("sheet.line").use, rules.length("sheet.highest"))


def _lines(text: str, size: Pt, room: float) -> int:
    """Count the lines that words are broken into; letters that are not bold take a little less."""
    count, line = 1, ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > room:
            count, longer = count + 1, word
        line = longer
        count += int(text_width(word, size) // room)
    return count


@cache
def _letters(component: str) -> Font:
    row = rules.component(component)
    return Font(name=rules.text("font"), size=float(row.points), bold=row.bold, italic=row.italic)


def _inches(name: str) -> float:
    return rules.length(name).points / _POINTS_PER_INCH
