"""Cells, and text into them so that it is never anything else."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from docgen import rules
from docgen.documents.base import Run
from docgen.errors import InvalidInputError

MOST_LETTERS = 32_767
"""UTF-16 units that Excel keeps in a cell; openpyxl would cut the rest off without a word."""

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠]")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that no merged one covers."""
    return cast("Cell", sheet.cell(row, column))


def write_text(cell: Cell, text: str) -> None:
    """Write a text: a formula, an error or a number in it stays text, also when a person edits the cell."""
    if not text:
        return
    cell.value = stored(text)
    cell.data_type = "s"
    if looks_active(text):
        cell.quotePrefix = True


def stored(text: str) -> str:
    """Return a text as a cell keeps it: "_x0041_" would be read as a letter by its number (22.9.2.19)."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def looks_active(text: str) -> bool:
    """Say whether a text would be a formula if a person typed it."""
    return _LOOKS_ACTIVE.match(text) is not None


def write_runs(cell: Cell, runs: Sequence[Run], component: str) -> None:
    """Write a text of several faces, in the letters of a component: never anything else, as `write_text`."""
    text = "".join(run.text for run in runs)
    cell.value = CellRichText(*(_block(run, component) for run in runs))
    if looks_active(text):
        cell.quotePrefix = True


def _block(run: Run, component: str) -> TextBlock:
    size = float(rules.component(component).points)
    font = InlineFont(rFont=rules.text("font"), sz=size, b=run.bold)
    return TextBlock(font, stored(run.text))


def too_long(cell: Cell, text: str) -> Iterator[str]:
    """Tell of a text that Excel would cut in a cell, for `refuse_cut`."""
    if (length := utf16_length(text)) > MOST_LETTERS:
        yield f"{cell.parent.title}, ô {cell.coordinate}: dài {length} ký tự."


def refuse_cut(problems: Sequence[str]) -> None:
    """Refuse words that Excel would cut, told of by `problems`, if there are any.

    Raises:
        InvalidInputError: there are.

    """
    if problems:
        message = f"Có ô dài hơn {MOST_LETTERS} ký tự mà Excel giữ được."
        raise InvalidInputError(message, "Hãy rút gọn các ô đó.", problems)


def utf16_length(text: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2
