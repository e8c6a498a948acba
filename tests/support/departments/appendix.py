"""The table of an appendix as an office draws it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from departments.ooxml import COUNTS, Cell, Row, table_of
from departments.typist import Data, Typist
from docgen.language.numerals import to_roman

_WIDTHS = {
    "stt": 750,
    "noi_dung": 4200,
    "san_pham": 2100,
    "chu_tri": 1900,
    "phoi_hop": 1900,
    "thoi_gian": 1600,
    "kinh_phi": 1200,
    "ghi_chu": 1000,
}
_NAMES = ("chu_tri", "phoi_hop")
ACROSS, BESIDE, PLAIN = "across", "beside", "plain"
"""A title in one cell over all columns, beside its number over the others, or in the column of tasks."""


@dataclass
class Drawn:
    """How an office draws the table: `columns` are the headings by key, from the left.

    `over` are headings over several columns, `merged` the columns whose same words are one cell, `counted`
    that a row counts the columns, `again` after how many tasks the head is typed again, `number` how rows are
    numbered ("1", "01", "1.", "1)"), `sub` how those under a task are ("1.1", "a)", "-"), `torn` are words
    behind which a row goes on in the next one, `units` what stands between names.
    """

    typist: Typist
    columns: dict[str, str]
    over: dict[str, tuple[str, ...]] = field(default_factory=dict)
    merged: tuple[str, ...] = ()
    counted: bool = False
    again: int = 0
    number: str = "1"
    automatic: bool = False
    sub: str = "1.1"
    titles: str = ACROSS
    torn: tuple[str, ...] = ()
    units: str = ", "
    repeated: bool = True
    size: int = 26
    from_one: bool = False
    """Whether every group counts its tasks from 1."""
    ditto: str = ""
    """What stands for the same names as above."""
    numberless: bool = False
    """Whether titles have no number."""

    def __post_init__(self) -> None:
        self._lists = count(2)
        self._instance = next(self._lists)

    @property
    def lists(self) -> int:
        """How many lists Word needs to number the rows."""
        return 12

    def table(self, rows: list[Row], *, room: int = 9600) -> str:
        """Draw the table with rows, `room` twips wide."""
        whole = sum(_WIDTHS[key] for key in self.columns)
        return table_of([_WIDTHS[key] * room // whole for key in self.columns], rows)

    def cell(self, words: str, looks: str = "", **merge: object) -> Cell:
        """Type a cell; each of its lines is a paragraph."""
        looks = f"{looks} s={self.size}"
        return Cell("".join(self.typist.p(line, looks) for line in words.split("\n")), **merge)

    def head(self) -> list[Row]:
        """Return the rows of the head."""
        flag = "<w:tblHeader/>" if self.repeated else ""
        upper, lower = [], []
        under = {key: heading for heading, keys in self.over.items() for key in keys}
        for key, heading in self.columns.items():
            if not self.over:
                upper.append(self.cell(heading, "c b"))
            elif key not in under:
                upper.append(self.cell(heading, "c b", merge="restart"))
                lower.append(self.cell("", merge="continue"))
            else:
                if key == self.over[under[key]][0]:
                    upper.append(self.cell(under[key], "c b", span=len(self.over[under[key]])))
                lower.append(self.cell(heading, "c b"))
        rows = [Row(upper, flag), *([Row(lower, flag)] if lower else [])]
        counts = [self.cell(f"({at})", "c i") for at in range(1, len(self.columns) + 1)]
        return [*rows, *([Row(counts)] if self.counted else [])]

    def whole(self, appendix: Data) -> list[Row]:
        """Return all rows of an appendix: head, titles and tasks."""
        return [*self.head(), *self.parts(appendix)]

    def parts(self, appendix: Data) -> list[Row]:
        """Return titles and tasks of all parts."""
        rows = []
        for at, part in enumerate(appendix["phan"]):
            rows += self.title(chr(ord("A") + at), part["ten"]) if part.get("ten") else []
            rows += self.groups(part)
        return rows

    def groups(self, part: Data) -> list[Row]:
        """Return titles and tasks of the groups of a part, whose tasks are counted from 1."""
        self._instance, numbers, rows = next(self._lists), count(1), []
        for at, group in enumerate(part["nhom"], start=1):
            if self.from_one:
                numbers = count(1)
            rows += self.title(to_roman(at), group["ten"]) if group.get("ten") else []
            rows += self.tasks(group, numbers)
        return rows

    def title(self, number: str, words: str) -> list[Row]:
        """Return the row of a title."""
        wide = len(self.columns)
        if self.numberless:
            return [Row([self.cell(words, "b", span=wide)])]
        if self.titles == ACROSS:
            return [Row([self.cell(f"{number}. {words}", "b", span=wide)])]
        if self.titles == BESIDE:
            return [Row([self.cell(number, "c b"), self.cell(words, "b", span=wide - 1)])]
        known = {"stt": self.cell(number, "c b"), "noi_dung": self.cell(words, "b")}
        return [Row([known.get(key) or self.cell("") for key in self.columns])]

    def tasks(self, group: Data, numbers: Iterator[int]) -> list[Row]:
        """Return the rows of a group's tasks."""
        drawn: list[Row] = []
        rows = [*_numbered(group, numbers, self.sub)]
        for at, (number, task) in enumerate(rows):
            headed = self._begins_page(number)
            drawn += self.head() if headed else []
            above = [] if headed else [other for _, other in rows[max(at - 1, 0) : at]]
            below = [other for number, other in rows[at + 1 : at + 2] if not self._begins_page(number)]
            drawn += self.row(number, task, above, below)
        return drawn

    def _begins_page(self, number: str) -> bool:
        """Whether the head is typed again above a row."""
        return bool(self.again) and number.isdigit() and int(number) > 1 and int(number) % self.again == 1

    def row(self, number: str, task: Data, above: list[Data], below: list[Data]) -> list[Row]:
        """Return the row of a task, and the one it goes on in."""
        cells = [self._cell(key, number, task, above, below) for key in self.columns]
        torn = next((words for words in self.torn if words in task["noi_dung"]), None)
        if torn is None:
            return [Row(cells)]
        first, rest = task["noi_dung"].split(torn)
        at = [*self.columns].index("noi_dung")
        cells[at] = self.cell(first + torn)
        going_on = [self.cell(rest.strip() if key == "noi_dung" else "") for key in self.columns]
        return [Row(cells), *(self.head() if self.again else []), Row(going_on)]

    def _cell(self, key: str, number: str, task: Data, above: list[Data], below: list[Data]) -> Cell:
        if key == "stt":
            return self._number(number)
        words = self.words(key, task)
        if self.ditto and key in _NAMES and above and words and self.words(key, above[0]) == words:
            return self.cell(self.ditto, "c")
        if key not in self.merged:
            return self.cell(words, "" if key == "noi_dung" else "c")
        if above and self.words(key, above[0]) == words:
            return self.cell("", merge="continue")
        same = below and self.words(key, below[0]) == words
        return self.cell(words, "c", merge="restart" if same else "")

    def _number(self, number: str) -> Cell:
        if not number.isdigit():
            return self.cell(number, "c")
        if self.automatic:
            return self.cell("", f"c num={self._instance}:0")
        style = "{:02d}" if self.number == "01" else COUNTS[self.number].replace("%1", "{}")
        return self.cell(style.format(int(number)), "c")

    def words(self, key: str, task: Data) -> str:
        """Return what a cell says."""
        told = task.get(key, "")
        return told if isinstance(told, str) else self.units.join(told)


def _numbered(group: Data, numbers: Iterator[int], sub: str) -> Iterator[tuple[str, Data]]:
    for task in group["nhiem_vu"]:
        number = next(numbers)
        yield str(number), task
        for at, under in enumerate(task.get("nhiem_vu_con", ()), start=1):
            yield {"1.1": f"{number}.{at}", "a)": f"{'abcdđe'[at - 1]})", "-": "-"}[sub], under
