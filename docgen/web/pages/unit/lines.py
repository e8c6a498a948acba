"""Rows as lines of a list: which are shown, how many there are of each kind, what a line says in short."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from urllib.parse import urlencode

from docgen.language.text import cut, fold, plain
from docgen.model.obligation import Urgency
from docgen.model.outcome import Outcome, Status
from docgen.office.submissions import Filling, RowName, RowView, UnitPage
from docgen.office.submissions.views import RowGroup, Typed
from docgen.store.tables import RowKind

_LETTERS = 140
"""Of a result, in the list."""
_SAID = (
    "ket_qua",
    "so_lieu",
    "noi_dung",
    "ly_do",
    "can_cu",
    "ghi_chu",
    "kho_khan",
    "kien_nghi",
    "han_che",
    "nguyen_nhan",
)


class Filter(StrEnum):
    """Which lines are shown."""

    ALL = "tat-ca"
    UNFINISHED = "chua-xong"
    WRONG = "co-loi"
    RETURNED = "tra-lai"
    OVERDUE = "qua-han"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _LABELS[self]


_LABELS = {
    Filter.ALL: "Tất cả",
    Filter.UNFINISHED: "Chưa xong",
    Filter.WRONG: "Có lỗi",
    Filter.RETURNED: "Sở trả lại",
    Filter.OVERDUE: "Quá hạn",
}


@dataclass(frozen=True)
class Line:
    """A row as a line of the list."""

    row: RowView
    today: date

    @property
    def state(self) -> Status | Filling:
        """How it stands: what was reported of a task, else how far it is filled in."""
        is_told = isinstance(self.row.value, Outcome) and self.row.filling is not Filling.WRONG
        return self.row.value.status if is_told else self.row.filling  # type: ignore[union-attr]

    @property
    def said(self) -> str:
        """What was typed, in short."""
        return in_short(self.row.typed)

    @property
    def full(self) -> str:
        """What was typed, as it will be printed."""
        typed = self.row.typed
        documents = (", ".join(one.values()) for one in typed.get("van_ban", ()))
        return "\n".join((*documents, *(typed[key] for key in _SAID if typed.get(key))))

    @property
    def said_last(self) -> str:
        """What was sent for the period before, in short."""
        return in_short(self.row.last)

    @property
    def is_unfinished(self) -> bool:
        """Say whether something is still to be done in it."""
        if self.row.asked.required:
            return self.row.filling is not Filling.DONE
        return self.row.filling in {Filling.PARTIAL, Filling.WRONG}

    @property
    def is_overdue(self) -> bool:
        """Say whether the deadline of its task has passed while it is not done."""
        asked, value = self.row.asked, self.row.value
        if isinstance(value, Outcome) and (value.is_done or value.status is Status.DROPPED):
            return False
        return asked.urgency is Urgency.OVERDUE or (asked.due is not None and asked.due < self.today)

    @property
    def anchor(self) -> str:
        """What the list calls it."""
        return anchor_of(self.row.name)

    @property
    def mark(self) -> str:
        """What a tick box sends of it: which row, and as it is now."""
        return f"{self.row.name.kind}:{self.row.name.key}:{self.row.version}"

    def is_in(self, wanted: Filter) -> bool:
        """Say whether a filter shows it."""
        return {
            Filter.ALL: True,
            Filter.UNFINISHED: self.is_unfinished,
            Filter.WRONG: self.row.filling is Filling.WRONG,
            Filter.RETURNED: self.row.returned,
            Filter.OVERDUE: self.is_overdue,
        }[wanted]

    def has(self, words: str) -> bool:
        """Say whether words stand in it; case and marks do not count."""
        asked = self.row.asked
        texts = (asked.number, asked.text, asked.deadline, *_texts(self.row.typed))
        return bare(words) in bare(" ".join(texts))


def bare(text: str) -> str:
    """Return the key under which a search finds words, typed with marks or without."""
    return plain(fold(text))


def in_short(typed: Typed) -> str:
    """Return what a row says in a few words: its documents, then its text."""
    named = ((one.get("so_ky_hieu"), one.get("ngay")) for one in typed.get("van_ban", ()))
    documents = (", ".join(filter(None, one)) for one in named)
    texts = (typed[key] for key in _SAID if typed.get(key))
    return cut("; ".join(filter(None, (*documents, *texts))).replace("\n", "; "), _LETTERS)


def _texts(typed: Typed) -> Iterator[str]:
    for value in typed.values():
        yield from (value,) if isinstance(value, str) else (text for one in value for text in one.values())


@dataclass(frozen=True)
class Group:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """What stands under one heading of the page: a part of the appendix, the statistics, texts."""

    kind: RowKind
    title: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many lines it has."""
        return sum(len(group.lines) for group in self.groups)


@dataclass(frozen=True)
class Listing:
    """The lines of a page, filtered by `wanted` and by the words `sought`."""

    page: UnitPage
    today: date
    wanted: Filter = Filter.ALL
    sought: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """What is shown, under its headings."""
        parts = groupby(self.page.groups, lambda group: (group.kind, group.part))
        found = (Section(kind, part, tuple(self._shown(groups))) for (kind, part), groups in parts)
        return tuple(section for section in found if section.count)

    def _shown(self, groups: Iterable[RowGroup]) -> Iterator[Group]:
        for group in groups:
            lines = tuple(one for one in self._lines(group.rows) if one.is_in(self.wanted))
            if lines:
                yield Group(group.title, lines)

    def _lines(self, rows: Iterable[RowView]) -> Iterator[Line]:
        lines = (Line(row, self.today) for row in rows)
        return (line for line in lines if not self.sought or line.has(self.sought))

    @property
    def count(self) -> int:
        """How many lines are shown."""
        return sum(section.count for section in self.sections)

    @property
    def counts(self) -> dict[Filter, int]:
        """How many lines each filter shows, of those with the words that are sought."""
        lines = [*self._lines(self.page.rows)]
        return {one: sum(line.is_in(one) for line in lines) for one in Filter}

    def query(self, wanted: Filter) -> str:
        """Return what stands behind the address of the page for a filter."""
        return query_of(wanted, self.sought)

    @property
    def next_unfinished(self) -> Line | None:
        """The first line that is shown in which something is to be done."""
        lines = (line for section in self.sections for group in section.groups for line in group.lines)
        return next((line for line in lines if line.is_unfinished), None)


def anchor_of(name: RowName) -> str:
    """Return what the list calls a row: letters, digits and hyphens."""
    return f"{name.kind}-{name.key}".replace("_", "-").replace(".", "-")


def query_of(wanted: Filter, sought: str) -> str:
    """Return what stands behind an address so that the list stays filtered as it was."""
    said = {"loc": "" if wanted is Filter.ALL else wanted.value, "tim": sought}
    query = urlencode({key: value for key, value in said.items() if value})
    return f"?{query}" if query else ""


def after(page: UnitPage, today: date, row: RowView) -> Line | None:
    """Return the next line to be finished, from the top again behind the last; None if none is left."""
    lines = [Line(one, today) for one in page.rows]
    place = next(place for place, line in enumerate(lines) if line.row.name == row.name)
    turned = (*lines[place + 1 :], *lines[:place])
    return next((line for line in turned if line.is_unfinished and line.row.editable), None)
