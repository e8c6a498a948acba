"""The numbers of a table go on without a gap, and its totals are what can be counted (A07)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docgen.check.breach import Breach, Breaches
from docgen.check.families.appendices.task_tables import Column, Kind, NumberedTable, TaskRow
from docgen.components import Part, key
from docgen.language.numerals import from_roman, to_roman
from docgen.word.reading import Paragraph

_SUBLIST = re.compile(r"\s*([-–+•*]|[a-zđ]\))")


def numbers(table: NumberedTable) -> Breaches:
    """Yield where the numbers of a table skip, come twice or are missing."""
    count = _Count()
    for row in table.rows:
        yield from count.meet(row)


@dataclass
class _Count:
    """How far the numbers have come."""

    part: str = ""
    group: int | None = None
    task: int | None = None
    instead: int | None = None
    """What should have stood where the last number is wrong: the next may follow either."""
    subtask: int = 0
    may_restart: bool = True
    """Whether something has come since the last task after which numbers may begin anew."""
    blank: list[TaskRow] = field(default_factory=list)
    """Rows of content without a number since the last task."""

    def meet(self, row: TaskRow) -> Breaches:
        if row.kind is Kind.TASK:
            yield from self._task(row)
        elif row.kind is Kind.SUBTASK:
            yield from self._subtask(row)
        elif row.kind is Kind.GROUP:
            yield from self._group(row)
        elif row.kind is Kind.PART:
            yield from self._part(row)
        elif row.kind is Kind.UNNUMBERED and _is_content(row):
            self.blank.append(row)
        elif not _is_of_sublist(row):
            self._begin_anew(row)

    def _begin_anew(self, row: TaskRow) -> None:
        """Expect nothing of what follows a heading without a number, or a number of another kind: 4-6."""
        self.may_restart, self.group = True, None
        if any(sign.isdigit() for sign in row.number):
            self.task = None

    def _task(self, row: TaskRow) -> Breaches:
        found, last = int(row.number), self.task
        follows = (
            last is None or found == last + 1 or (self.instead is not None and found == self.instead + 1)
        )
        right = follows or (found == 1 and self.may_restart)
        if last is None and found > 1 and len(self.blank) == found - 1:
            yield from self._unnumbered(0)
        elif not right and last is not None and found == last + 1 + len(self.blank):
            yield from self._unnumbered(last)
        elif not right and last is not None:
            yield _wrong(row, str(last + 1), str(found), twice=found == last)
        self.instead = None if right or last is None else last + 1
        self.task, self.subtask, self.may_restart, self.blank = found, 0, False, []

    def _unnumbered(self, last: int) -> Breaches:
        for at, row in enumerate(self.blank, start=last + 1):
            message = f"Hàng này thiếu số thứ tự. Hãy ghi “{at}”."
            yield _breach(row.paragraph, row.text(Column.TASK), message, str(at), "để trống")

    def _subtask(self, row: TaskRow) -> Breaches:
        *above, last = row.number.split(".")
        if len(above) == 1 and self.task is not None:
            wanted = f"{self.task}.{self.subtask + 1}"
            if row.number != wanted:
                yield _wrong(row, wanted, row.number, twice=row.number == f"{self.task}.{self.subtask}")
            self.subtask = int(last)

    def _group(self, row: TaskRow) -> Breaches:
        found, last = from_roman(row.number), self.group
        if last is not None and found != last + 1:
            yield _wrong(row, to_roman(last + 1), row.number, twice=found == last)
        self.group, self.may_restart = found, True

    def _part(self, row: TaskRow) -> Breaches:
        wanted = _next_letters(self.part) if self.part else row.number
        if row.number not in wanted:
            yield _wrong(row, wanted[0], row.number, twice=row.number == self.part)
        self.part, self.group, self.may_restart = row.number, None, True


def _next_letters(letter: str) -> str:
    """Return the letters that may follow one: đ is counted by some."""
    return "EĐ" if letter in {"D", "Đ"} else chr(ord(letter) + 1)


def _is_content(row: TaskRow) -> bool:
    """Whether a row says a task of its own, not a line of the one above."""
    task, who = row.text(Column.TASK), row.text(Column.LEAD) or row.text(Column.TIME)
    return bool(task and who) and not _is_of_sublist(row)


def _is_of_sublist(row: TaskRow) -> bool:
    return _SUBLIST.match(row.text(Column.TASK)) is not None


def _wrong(row: TaskRow, wanted: str, found: str, *, twice: bool) -> Breach:
    what = "bị lặp" if twice else "không liên tục"
    message = f"Số thứ tự {what}: hàng này phải ghi {wanted}, đang ghi {found}. Hãy đánh số lại."
    return _breach(row.paragraph, f"{found} {row.text(Column.TASK)}".strip(), message, wanted, found)


def _breach(at: Paragraph | None, text: str, message: str, expected: str, found: str) -> Breach:
    return Breach("A07", message, at, text, expected=expected, found=found)


_TOTAL = re.compile(r"tổng\s+(?:số|cộng)[^\d]{0,20}?(\d+)", re.IGNORECASE)
_OF_GROUP = re.compile(r"\(\s*(\d+)\s*nhiệm vụ\s*\)", re.IGNORECASE)
_TASKS = "nhiem vu"


def totals(part: Part, tables: Sequence[NumberedTable], *, subtasks: bool) -> Breaches:
    """Yield stated totals that are not the number of tasks; `subtasks` says whether 1.1, 1.2 are counted."""
    counted = {Kind.TASK, Kind.SUBTASK} if subtasks else {Kind.TASK}
    tasks = [sum(row.kind in counted for row in table.rows) for table in tables]
    if not any(tasks):
        return
    for table in tables:
        yield from _totals_in(table, counted)
    for paragraph in _below_tables(part):
        if stated := _stated(paragraph.words):
            yield from _compared(stated, {sum(tasks), *tasks}, sum(tasks), paragraph)


def _below_tables(part: Part) -> Iterator[Paragraph]:
    return (one.paragraph for one in part.body if one.paragraph.cell is None)


def _stated(words: str) -> int | None:
    """Return the number of tasks that words state."""
    found = _TOTAL.search(words) if _TASKS in key(words) else None
    return int(found[1]) if found else None


def _totals_in(table: NumberedTable, counted: set[Kind]) -> Breaches:
    """Yield the totals in the rows of a table: of a part, of all, of a group in brackets."""
    whole = part = 0
    for at, row in enumerate(table.rows):
        if row.kind is Kind.PART:
            part = 0
        whole, part = whole + (row.kind in counted), part + (row.kind in counted)
        if row.kind is Kind.TOTAL and (stated := _stated(row.words)) is not None:
            yield from _compared(stated, {whole, part}, part, row.paragraph)
        elif row.kind in {Kind.PART, Kind.GROUP} and (found := _OF_GROUP.search(row.words)):
            count = _count_below(table.rows[at + 1 :], row.kind, counted)
            yield from _compared(int(found[1]), {count}, count, row.paragraph)


def _count_below(rows: Iterable[TaskRow], kind: Kind, counted: set[Kind]) -> int:
    ends = {Kind.PART, Kind.TOTAL} | ({Kind.GROUP} if kind is Kind.GROUP else set())
    count = 0
    for row in rows:
        if row.kind in ends:
            break
        count += row.kind in counted
    return count


def _compared(stated: int, allowed: set[int], counted: int, at: Paragraph | None) -> Breaches:
    if stated not in allowed:
        message = f"Ghi “{stated} nhiệm vụ” nhưng bảng đếm được {counted}. Hãy sửa số hoặc kiểm tra các hàng."
        yield _breach(at, at.words if at else "", message, f"{counted} nhiệm vụ", f"{stated} nhiệm vụ")
