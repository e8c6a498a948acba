"""The tables of an appendix, with the paragraphs between them, read row by row."""

from collections.abc import Sequence
from itertools import zip_longest

from docgen.errors import RefusedError
from docgen.model.finding import Severity
from docgen.recognition.columns import (
    DEADLINE,
    LEAD,
    NUMBER,
    Columns,
    Head,
    bare_columns,
    field_called,
    fields_of,
    head_at,
    numbers_columns,
    one_line,
    said,
    width_of,
)
from docgen.recognition.entry import Entry
from docgen.recognition.grid import Grid
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.row_numbers import TITLES, number_before, row_number
from docgen.recognition.rows import Rows, is_total
from docgen.recognition.source import Block, Cell, Line, Row, Table

MOST_ROWS = 5_000
"""Rows of one table; the appendix of the 2025 plan has 66."""
_SOUGHT = 50
"""Rows at the top of a table among which its head is sought."""
_NEEDED = {LEAD: "cơ quan chủ trì", DEADLINE: "thời gian thực hiện"}


class TableReader:
    """Reads the blocks of an appendix; remembers the columns from one table to the next."""

    def __init__(self, ledger: Ledger) -> None:
        self.rows = Rows(ledger)
        self.headings: dict[str, str] = {}
        self._ledger = ledger
        self._grid: Grid | None = None
        self._first: Head | None = None
        self._repeated: list[Head] = []
        self._counts: list[Cell] = []
        self._unknown: dict[str, Line] = {}
        self._lacking: dict[str, Line] = {}

    @property
    def entries(self) -> list[Entry]:
        """What was read, in the order of the file."""
        return self.rows.entries

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of an appendix.

        Raises:
            RefusedError: a table has more than `MOST_ROWS` rows.

        """
        blocks = [block for block in blocks if isinstance(block, Table) or block.text.strip()]
        for block, after in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Table):
                self._read_table(block)
            elif _heads_tasks(block, after):
                self.rows.read_line(block)

    def _read_table(self, table: Table) -> None:
        rows = table.rows
        if len(rows) > MOST_ROWS:
            raise RefusedError(
                f"{table.place or 'Bảng'} có {len(rows)} hàng; tối đa {MOST_ROWS} hàng.",
                "Hãy chia bảng thành nhiều phụ lục.",
            )
        self.rows.turn_page()
        self._grid = self._grid_without_head(rows)
        place = 0
        while place < len(rows):
            head = head_at(rows, place)
            if head:
                self._take_head(head)
            else:
                self._read_row(rows[place])
            place += len(head.rows) if head else 1

    def _read_row(self, row: Row) -> None:
        if numbers_columns(row):
            self._counts += said(row)
        elif self._grid:
            self.rows.read(self._grid.read(row))
        else:
            for cell in said(row):
                if number_before(cell.text)[0]:
                    self.rows.read_line(cell)

    def _grid_without_head(self, rows: Sequence[Row]) -> Grid | None:
        """Return how a table is read up to its head, if it has one at all."""
        if self._grid and width_of(rows) == self._grid.columns.width and not _is_headed_otherwise(rows):
            return Grid(self._grid.columns)
        if any(head_at(rows, place) for place in range(min(len(rows), _SOUGHT))):
            return None
        columns = None if _is_headed_otherwise(rows) else bare_columns(rows)
        numbered = sum(1 for row in rows if row.cells and row_number(row.cells[0].text))
        if columns is None or numbered * 2 < len(rows):
            return None
        self._tell_bare(rows, columns)
        return Grid(columns)

    def _take_head(self, head: Head) -> None:
        self._grid = Grid(head.columns)
        self.rows.turn_page()
        if self._first is None:
            self._first = head
            self._ledger.keep(*head.cells)
            self._tell_spare(head)
            self._tell_doubtful(head)
        elif head.words == self._first.words:
            self._repeated.append(head)
        else:
            self._ledger.tell(
                "tieu-de-khac",
                Severity.INFO,
                head.cells,
                f"hàng tiêu đề {quoted(head.cells)} khác bảng đầu; tiêu đề của bảng đầu được giữ.",
            )
        for field, heading in head.columns.headings.items():
            self.headings.setdefault(field, heading)
        for field in _NEEDED:
            if not head.columns.has(field):
                self._lacking.setdefault(field, head.cells[0])
        self._note_unknown(head)

    def _note_unknown(self, head: Head) -> None:
        unknown = set(head.columns.unknown.values())
        for cell in head.cells:
            if (heading := one_line(cell.text)) in unknown:
                self._unknown.setdefault(heading, cell)

    def tell(self) -> None:
        """Tell what was noted while reading."""
        self._tell_repeated()
        self._tell_strange()
        self._tell_merged()
        self._tell_dittos()
        self._tell_lacking()
        self._tell_unnumbered()
        if blank := self.rows.blank:
            self._ledger.tell("hang-trong", Severity.INFO, blank, f"{len(blank)} hàng trống không được nhập.")

    def _tell_bare(self, rows: Sequence[Row], columns: Columns) -> None:
        first = next(cell for row in rows for cell in said(row))
        names = ", ".join(columns.fields.values())
        self._ledger.tell(
            "bang-khong-tieu-de",
            Severity.WARNING,
            [Line("", first.place)],
            f"bảng không có hàng tiêu đề; {columns.width} cột được hiểu lần lượt là {names}.",
            "Hãy thêm hàng tiêu đề nếu hiểu sai.",
        )

    def _tell_spare(self, head: Head) -> None:
        if head.spare:
            self._ledger.tell(
                "tieu-de-gop",
                Severity.INFO,
                head.spare,
                f"tiêu đề chung {quoted(head.spare)} được bỏ; mỗi cột dưới nó giữ tiêu đề riêng.",
            )

    def _tell_doubtful(self, head: Head) -> None:
        """Tell the headings that are taken for what they do not quite say."""
        if head.guessed:
            self._ledger.tell(
                "cot-doan",
                Severity.WARNING,
                [head.guessed],
                f"không có cột nào ghi nhiệm vụ; cột {quoted([head.guessed])} được hiểu là cột nhiệm vụ.",
                "Hãy sửa tiêu đề cột thành “Nhiệm vụ cụ thể” nếu đúng.",
            )
        for cell in head.cells:
            if len(fields_of(cell.text)) > 1:
                self._ledger.tell(
                    "cot-hai-nghia",
                    Severity.WARNING,
                    [cell],
                    f"cột {quoted([cell])} gồm nhiều nội dung; được hiểu theo nội dung đứng trước.",
                    "Hãy tách thành các cột riêng.",
                )

    def _tell_repeated(self) -> None:
        if self._repeated:
            first = self._repeated[0].cells
            self._ledger.tell(
                "tieu-de-lap",
                Severity.INFO,
                [cell for head in self._repeated for cell in head.cells],
                f"hàng tiêu đề {quoted(first)} lặp lại {len(self._repeated)} lần, được bỏ.",
            )
        if self._counts:
            self._ledger.tell(
                "hang-so-cot",
                Severity.INFO,
                self._counts,
                f"hàng đánh số cột {quoted(self._counts)} được bỏ.",
            )

    def _tell_strange(self) -> None:
        for heading in {**self._unknown, **self.rows.strange}:
            cells = self.rows.strange.get(heading, [])
            named = f"cột “{heading}”" if heading else "cột không có tiêu đề"
            if cells:
                values = "; ".join(f"{cell.place}: {quoted([cell])}" for cell in cells)
                message = f"{named} không có trong phụ lục của kế hoạch, không được nhập: {values}."
                self._ledger.tell(
                    "cot-la", Severity.WARNING, cells, message, "Hãy chép vào cột Ghi chú nếu cần giữ."
                )
            else:
                message = f"{named} không có trong phụ lục của kế hoạch, không nhiệm vụ nào dùng; được bỏ."
                self._ledger.tell("cot-trong", Severity.INFO, [self._unknown[heading]], message)

    def _tell_merged(self) -> None:
        if merged := self.rows.merged:
            reach = "; ".join(
                f"{quoted([cell])} thêm {len(entries)} hàng" for cell, entries in merged.items()
            )
            self._ledger.tell(
                "o-gop-doc",
                Severity.INFO,
                merged,
                f"{len(merged)} ô gộp xuống các hàng dưới, giá trị được ghi cho mọi hàng ấy: {reach}.",
            )

    def _tell_dittos(self) -> None:
        if dittos := self.rows.dittos:
            self._ledger.tell(
                "nhu-tren",
                Severity.INFO,
                dittos,
                f"{len(dittos)} ô ghi {quoted(dittos)} được điền theo hàng trên.",
            )

    def _tell_lacking(self) -> None:
        for field, line in self._lacking.items():
            self._ledger.tell(
                "cot-thieu",
                Severity.WARNING,
                [line],
                f"bảng không có cột {_NEEDED[field]} nên các nhiệm vụ chưa có {_NEEDED[field]}.",
                "Hãy bổ sung cho từng nhiệm vụ.",
            )

    def _tell_unnumbered(self) -> None:
        if tasks := self.rows.unnumbered:
            self._ledger.tell(
                "khong-so",
                Severity.INFO,
                tasks[0].lines[:1],
                f"{len(tasks)} hàng không có số thứ tự được hiểu là nhiệm vụ, từ “{tasks[0].words}”.",
            )


def _is_headed_otherwise(rows: Sequence[Row]) -> bool:
    """Whether a table that is none of tasks begins with a head all the same: "STT", "Chỉ tiêu"."""
    first = said(rows[0]) if rows else []
    return bool(first) and field_called(first[0].text) == NUMBER and head_at(rows, 0) is None


def _heads_tasks(line: Line, after: Block | None) -> bool:
    """Whether a paragraph may be a title or a total: an outer number says so, else a table `after` it."""
    number, words = number_before(line.text)
    outer = number is not None and number.mark in TITLES
    return outer or isinstance(after, Table) or is_total(words)
