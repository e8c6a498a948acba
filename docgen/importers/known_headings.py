"""Headings that an office chose itself, read as what its file or its plan says that they stand for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from docgen.language.text import fold
from docgen.recognition.appendix import USUAL_HEADINGS
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Block, Cell, Row, Table

_OPTIONAL = ("san_pham", "kinh_phi", "ghi_chu")


def with_usual_headings(
    blocks: Sequence[Block], chosen: Mapping[str, str], ledger: Ledger
) -> tuple[list[Block], dict[str, str]]:
    """Return blocks whose tables have the usual headings, and the chosen ones that they had, by key.

    `chosen` are the headings that are not usual; a table whose headings are others is left as it is.
    """
    if not chosen:
        return list(blocks), {}
    found: dict[str, str] = {}
    read: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table):
            read.append(block)
            continue
        rows = [_usual(row, chosen, found, ledger) if row.header else row for row in block.rows]
        read.append(Table(rows, block.place))
    return read, found


def _usual(row: Row, chosen: Mapping[str, str], found: dict[str, str], ledger: Ledger) -> Row:
    cells = [cell for cell in row.cells if cell.text.strip()]
    keys = _keys(cells, chosen)
    if keys is None:
        return row
    ledger.keep(*cells)
    found |= {key: chosen[key] for key in keys if key in chosen}
    return replace(
        row, cells=[replace(cell, text=USUAL_HEADINGS[key]) for cell, key in zip(cells, keys, strict=True)]
    )


def _keys(cells: Sequence[Cell], chosen: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the columns whose headings the cells are, in the order of the appendix; None for others."""
    headings = {key: fold(chosen.get(key, text)) for key, text in USUAL_HEADINGS.items()}
    said = tuple(fold(cell.text) for cell in cells)
    return next((keys for keys in _shown() if tuple(headings[key] for key in keys) == said), None)


def _shown() -> Iterator[tuple[str, ...]]:
    """Yield the columns that may be printed: the optional ones are there or not."""
    for count in range(len(_OPTIONAL) + 1):
        for left_out in combinations(_OPTIONAL, count):
            yield tuple(key for key in USUAL_HEADINGS if key not in left_out)
