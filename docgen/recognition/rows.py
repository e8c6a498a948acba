"""Rows of an appendix → its titles, tasks, sub-tasks and totals; split rows are joined."""

import re
from collections import defaultdict

from docgen.model.finding import Severity
from docgen.recognition.columns import DEADLINE, LEAD, NUMBER, TEXT
from docgen.recognition.entry import Entry, Kind, Text
from docgen.recognition.grid import GridRow
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.row_numbers import TITLES, UNDER_TASKS, Mark, RowNumber, number_before, row_number
from docgen.recognition.source import Cell, Line

_TOTAL = re.compile(
    r"(?:tổng(?:\s+(?:số|cộng))?|cộng)(?:\s*$|\s*[:(]|\s+(?:\d|nhiệm\s+vụ|phần|nhóm|mục))", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?:[,(“-]|\b(?:và|của|các|những|cho|với|về|theo|tại|trong|đến|từ|do|để|là|hoặc|bằng|số))$"
)
_DITTO = re.compile(r"[\s–-]*(?:n\.?t\.?|như\s+trên|[\"“”″〃]|''|//)[\s–.-]*", re.IGNORECASE)
"""Words that stand for those of the row above."""
_DASHES = "-–—+•"
_SHOWN = 40
"""Letters of each end that are quoted where two rows were joined."""


class Rows:
    """Reads the rows of an appendix in the order of the file; what was read is in `entries`.

    `strange` are the cells under unknown columns by their heading, `merged` the entries that a cell reaching
    down holds for, `dittos` the cells that say "nt", `unnumbered` the tasks without a number, `blank` the
    first cells of rows that say nothing.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.entries: list[Entry] = []
        self.strange: dict[str, list[Cell]] = defaultdict(list)
        self.merged: dict[Cell, list[Entry]] = defaultdict(list)
        self.dittos: list[Cell] = []
        self.unnumbered: list[Entry] = []
        self.blank: list[Cell] = []
        self._ledger = ledger
        self._new_page = True

    def turn_page(self) -> None:
        """Note that a table begins, or the head of one is repeated."""
        self._new_page = True

    def read(self, row: GridRow) -> None:
        """Read a row of a table."""
        if not row.cells:
            self.blank += row.row.cells[:1]
            return
        number = self._number(row)
        if not row.own:
            self._note_strange(row)
        elif number and row.own.keys() == {NUMBER} and TEXT not in row.above:
            self._tell_only_number(row)
        elif not number and not row.row.task and self._goes_on(row):
            self._join(row)
        elif number or row.row.task or row.own.keys() & {TEXT, LEAD, DEADLINE}:
            self._append(row, self._kind(row, number), number)
        self._new_page = False

    def read_line(self, line: Line) -> None:
        """Read a paragraph between tables, if it is a title or a total."""
        number, words = number_before(line.text)
        total = number is None and is_total(words)
        titled = number.mark in {*TITLES, Mark.ARABIC} if number else words.isupper()
        if total or titled:
            kind = Kind.TOTAL if total else Kind.TITLE
            self.entries.append(Entry(kind, number, {TEXT: Text([words], [line])}, [line]))

    def _number(self, row: GridRow) -> RowNumber | None:
        """Return the number of a row; words in the column of numbers are put where words belong."""
        number = row_number(row.number)
        if number or not row.own.keys() & {NUMBER, TEXT}:
            return number
        if is_total(row.number):
            row.own[TEXT] = row.own.pop(NUMBER) + row.own.pop(TEXT, [])
        elif NUMBER in row.own and TEXT in row.own:
            self._tell_odd_number(row)
        elif NUMBER in row.own:
            row.own[TEXT] = row.own.pop(NUMBER)
        before, _ = number_before(row.text(TEXT))
        return before if before and _counts(before, row) else None

    def _kind(self, row: GridRow, number: RowNumber | None) -> Kind:
        under = number is not None and number.mark in UNDER_TASKS
        if row.row.task:
            return Kind.SUBTASK if under else Kind.TASK
        if number is None:
            return self._kind_without_number(row)
        if number.mark in TITLES:
            return Kind.TITLE
        return Kind.SUBTASK if under else Kind.TASK

    def _kind_without_number(self, row: GridRow) -> Kind:
        words = row.text(TEXT)
        if is_total(words) and not any(row.text(name)[:1].isalpha() for name in (LEAD, DEADLINE)):
            return Kind.TOTAL
        if NUMBER in row.above:
            return Kind.SUBTASK
        title = row.spanning or (row.bare and words.isupper())
        return Kind.TASK if row.answered and not title else Kind.TITLE

    def _goes_on(self, row: GridRow) -> bool:
        """Whether a row without a number goes on with the one before."""
        last = self.entries[-1] if self.entries else None
        words = row.text(TEXT)
        if last is None or last.kind is Kind.TOTAL or row.spanning or is_total(words):
            return False
        if last.kind is Kind.TITLE and (not last.row.cells or row.own.keys() != {TEXT}):
            return False
        answered = bool(row.own.keys() & {LEAD, DEADLINE})
        if not words or words[0].islower():
            return not (answered and words and row.text(LEAD)[:1].isupper() and DEADLINE in row.own)
        if words[0] in _DASHES or answered:
            return not row.answered
        if words.isupper():
            return self._new_page and last.kind is Kind.TITLE and last.words.isupper()
        turned = self._new_page and row.columns.has(NUMBER)
        return turned or bool(_OPEN.search(last.end(TEXT)))

    def _join(self, row: GridRow) -> None:
        """Join each cell of a row to the cell above."""
        last, words = self.entries[-1], row.text(TEXT)
        apart = TEXT in row.above or not (words or self._new_page) or words[:1] in set(_DASHES)
        ends = []
        for field, cell in ((field, cell) for field, cells in row.own.items() for cell in cells):
            ends.append(f"“{_end(last.end(field))}” + “{_start(cell.text)}”")
            last.add(field, cell, "\n" if apart and not _continues(cell.text, last.end(field)) else " ")
        last.lines += row.cells
        self._note_strange(row)
        sure = not words or words[0].islower()
        self._ledger.tell(
            "dong-noi-trang",
            Severity.INFO if sure else Severity.WARNING,
            row.cells,
            f"hàng này không có số thứ tự, được nối vào hàng trên: {'; '.join(ends)}.",
            "" if sure else "Hãy xem hai hàng có đúng là một không.",
        )

    def _append(self, row: GridRow, kind: Kind, number: RowNumber | None) -> None:
        texts = {
            field: Text(["\n".join(cell.text.strip() for cell in cells)], list(cells))
            for field, cells in row.own.items()
            if field != NUMBER
        }
        if number and NUMBER not in row.own and TEXT in texts:
            texts[TEXT].pieces = [number_before(texts[TEXT].words)[1]]
        lines: list[Line] = [cell for cells in row.own.values() for cell in cells]
        entry = Entry(kind, number, texts, lines, row.row, row.answered)
        if kind in {Kind.TASK, Kind.SUBTASK} and not row.row.task:
            self._repeat(row, entry)
        self.entries.append(entry)
        if kind is Kind.TITLE:
            entry.strange += (cell for _, cell in row.strange)
        elif kind is not Kind.TOTAL:
            self._take_from_above(row, entry)
            self._note_strange(row)
            if number is None:
                self.unnumbered.append(entry)
        if row.across:
            self._ledger.tell(
                "o-gop-ngang", Severity.INFO, row.across, f"ô {quoted(row.across)} gộp qua nhiều cột."
            )

    def _repeat(self, row: GridRow, entry: Entry) -> None:
        """Put the words of the task above where a cell says "như trên"."""
        above = next((one for one in reversed(self.entries) if one.kind in {Kind.TASK, Kind.SUBTASK}), None)
        for name, text in entry.texts.items():
            if above and name != TEXT and name in above.texts and _DITTO.fullmatch(text.words):
                text.pieces = [above.texts[name].words]
                self.dittos += row.own[name]

    def _take_from_above(self, row: GridRow, entry: Entry) -> None:
        """Give a task the values of the cells that reach down into its row."""
        for field, cell in row.above.items():
            if field not in entry.texts and field != NUMBER:
                entry.texts[field] = Text([cell.text.strip()], [cell])
                self.merged[cell].append(entry)

    def _note_strange(self, row: GridRow) -> None:
        for heading, cell in row.strange:
            self.strange[heading].append(cell)

    def _tell_only_number(self, row: GridRow) -> None:
        self._ledger.tell(
            "hang-chi-co-so",
            Severity.WARNING,
            row.cells,
            f"hàng chỉ có số thứ tự {quoted(row.cells)}, không có nội dung; không được nhập.",
        )

    def _tell_odd_number(self, row: GridRow) -> None:
        cells = row.own.pop(NUMBER)
        self._ledger.tell(
            "so-la",
            Severity.WARNING,
            cells,
            f"cột số thứ tự ghi {quoted(cells)}, không phải số thứ tự; ô này không được nhập.",
            "Hãy chép vào ghi chú nếu cần giữ.",
        )


def is_total(words: str) -> bool:
    """Whether words count tasks: "Tổng số: 26 nhiệm vụ", not "Tổng hợp báo cáo"."""
    return bool(_TOTAL.match(words))


def _counts(number: RowNumber, row: GridRow) -> bool:
    """Whether a number before the words of a row is that of the row, not of a list in a task."""
    if number.mark in TITLES:
        return row.own.keys() == {TEXT}
    return row.answered or row.spanning or not row.columns.has(NUMBER)


def _continues(words: str, above: str) -> bool:
    """Whether words go on within the sentence above them."""
    return words.lstrip()[0].islower() or bool(_OPEN.search(above))


def _end(text: str) -> str:
    return _cut(text[::-1])[::-1]


def _start(text: str) -> str:
    return _cut(" ".join(text.split()))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + "…"
