"""Rates in tables: a column of totals, one of what is done, one of per cent (R04)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.reports.arithmetic import COUNT, DECIMAL, POINT_RATE, Rate, rate, share, whole
from docgen.components import key
from docgen.word.reading import Cell, Row, Table

_RATE_HEAD = re.compile(r"\bty le\b|%|\bphan tram\b")
_TOTAL_HEAD = re.compile(r"\b(tong so|tong cong|so duoc giao|phai (giai quyet|thuc hien|xu ly))\b")
_DONE_HEAD = re.compile(r"\b(da|so) (hoan thanh|giai quyet|thuc hien|xu ly)\b|^hoan thanh$|\bdung han\b")
_PLAIN = re.compile(rf"{DECIMAL}(?:\s*%)?$")
_WHOLE = re.compile(rf"{COUNT}$")


@dataclass(frozen=True)
class _Columns:
    """Where total, done and rate stand."""

    total: int
    done: int
    rate: int


@dataclass(frozen=True)
class _Line:
    """The three figures of one row."""

    total: int
    done: int
    rate: Rate
    cell: Cell

    @property
    def is_right(self) -> bool:
        return self.rate.is_share(self.done, self.total)


def rate_tables(case: Case) -> Breaches:
    """Yield rates of rows that are reckoned wrongly; a table of which most are, was not understood."""
    for part in case.paper.parts:
        for table in part.tables:
            columns = _columns(table)
            if columns is None:
                continue
            yield from _points(table, columns.rate)
            lines = [line for row in table.rows[1:] for line in _line(row, columns)]
            wrong = [line for line in lines if not line.is_right]
            if len(wrong) * 2 <= len(lines) or len(lines) == 1:
                yield from (_breach(line) for line in wrong)


def _columns(table: Table) -> _Columns | None:
    """Return the three columns where the first row names one of each; None else."""
    heads = {cell.column: key(cell.words) for cell in table.rows[0].cells} if table.rows else {}
    rates = [at for at, head in heads.items() if _RATE_HEAD.search(head)]
    totals = [at for at, head in heads.items() if _TOTAL_HEAD.search(head) and at not in rates]
    done = [at for at, head in heads.items() if _DONE_HEAD.search(head) and at not in {*rates, *totals}]
    if any(len(found) != 1 for found in (rates, totals, done)):
        return None
    return _Columns(totals[0], done[0], rates[0])


def _line(row: Row, columns: _Columns) -> Iterator[_Line]:
    cells = {cell.column: cell for cell in row.cells}
    told = [cells.get(at) for at in (columns.total, columns.done, columns.rate)]
    if None in told:
        return
    total, done, of = (cell.words if cell else "" for cell in told)
    last = cells[columns.rate]
    if _WHOLE.match(total) and _WHOLE.match(done) and _PLAIN.match(of) and whole(total):
        yield _Line(whole(total), whole(done), rate(of), last)


def _breach(line: _Line) -> Breach:
    sign = "%" if line.rate.text.endswith("%") else ""
    expected = share(line.done, line.total, line.rate.decimals).removesuffix("%") + sign
    message = (
        f"{line.done}/{line.total} là {expected}; đang ghi {line.rate.text}. "
        "Hãy tính lại tỷ lệ hoặc sửa số liệu trong hàng này."
    )
    return Breach("R04", message, line.cell.paragraphs[0], expected=expected, found=line.rate.text)


def _points(table: Table, column: int) -> Breaches:
    """Yield rates written with a point before their decimals; their column says that they are rates."""
    for cell in table.cells:
        words = cell.words.rstrip("% ")
        if cell.row and cell.column == column and POINT_RATE.match(f"{words}%"):
            right = cell.words.replace(".", ",")
            message = f"Phần thập phân phải viết sau dấu phẩy: {right}, không phải {cell.words}. Hãy sửa lại."
            yield Breach("R04", message, cell.paragraphs[0], expected=right, found=cell.words)
