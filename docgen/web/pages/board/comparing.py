"""What a unit sent beside what it sent before, the words that differ marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from docgen.language.changes import Stretch, compared
from docgen.model.finding import Severity
from docgen.office.submissions import Review, ReviewedRow
from docgen.office.submissions.fields import CONTENT, PRODUCTS, RESULT, STATUS, VALUE
from docgen.office.submissions.views import Typed
from docgen.store.tables import RowKind
from docgen.web.pages.unit.words import shown_value, title_of

_PLAIN = {STATUS, RESULT, PRODUCTS, VALUE, CONTENT}
"""Fields that say what they are by themselves."""


class Filter(StrEnum):
    """Which rows are shown."""

    TOLD = "co-noi-dung"
    NEW = "khac-ky-truoc"
    NEW_ROUND = "khac-lan-truoc"
    DOUBTFUL = "can-xem"
    ALL = "tat-ca"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _LABELS[self]


_LABELS = {
    Filter.TOLD: "Có nội dung",
    Filter.NEW: "Khác kỳ trước",
    Filter.NEW_ROUND: "Khác lần gửi trước",
    Filter.DOUBTFUL: "Cần xem lại",
    Filter.ALL: "Tất cả",
}


@dataclass(frozen=True)
class Beside:
    """One text in three states: of the period before, of the round before, as it was sent; in pieces."""

    title: str
    last: tuple[Stretch, ...]
    round_before: tuple[Stretch, ...]
    sent: tuple[Stretch, ...]

    def is_same(self, old: tuple[Stretch, ...]) -> bool:
        """Say whether what was said before is what is said now."""
        return bool(old) and _joined(old) == _joined(self.sent)


def _joined(stretches: Iterable[Stretch]) -> str:
    return "".join(one.text for one in stretches)


def beside(title: str, last: str, round_before: str, sent: str, *, has_rounds: bool) -> Beside:
    """Mark what of texts differs from what was sent, and in that what differs from the last one before it."""
    old_period, new_period = compared(last, sent)
    old_round, new_round = compared(round_before, sent)
    now = new_round if has_rounds else new_period
    return Beside(
        title, old_period, old_round, now if has_rounds or last else (Stretch(sent, changed=False),)
    )


@dataclass(frozen=True)
class Line:
    """A row as it was sent, beside what it was; `has_rounds` says that there is a round before."""

    reviewed: ReviewedRow
    has_rounds: bool

    @property
    def mark(self) -> str:
        """What a form sends of it."""
        return f"{self.reviewed.row.name.kind}:{self.reviewed.row.name.key}"

    @cached_property
    def texts(self) -> Beside:
        """All that it says, in one text."""
        row = self.reviewed
        texts = (self._text(row.row.last), self._text(row.round_before), self._text(row.sent))
        return beside("", *texts, has_rounds=self.has_rounds)

    def _text(self, typed: Typed) -> str:
        name, fields = self.reviewed.row.name, self.reviewed.row.asked.fields
        values = ((key, shown_value(key, typed[key])) for key in fields if typed.get(key))
        return "\n".join(
            value if key in _PLAIN else f"{title_of(name, key)}: {value}" for key, value in values
        )

    @property
    def fields(self) -> Iterator[Beside]:
        """What it says, field by field; of those that say or said something."""
        row = self.reviewed
        for key in row.row.asked.fields:
            texts = [shown_value(key, typed.get(key)) for typed in (row.row.last, row.round_before, row.sent)]
            if any(texts):
                yield beside(title_of(row.row.name, key), *texts, has_rounds=self.has_rounds)

    @property
    def doubts(self) -> list[str]:
        """What is wrong or doubtful in it, a sentence each."""
        findings = self.reviewed.row.findings if self.reviewed.sent else ()
        return [one.message for one in findings if one.severity is not Severity.INFO]

    def is_in(self, wanted: Filter) -> bool:
        """Say whether a filter shows it."""
        reviewed = self.reviewed
        said = reviewed.sent or reviewed.round_before or reviewed.row.last or reviewed.row.returned
        return {
            Filter.TOLD: bool(said) or reviewed.row.asked.required,
            Filter.NEW: reviewed.is_new_since_period,
            Filter.NEW_ROUND: self.has_rounds and reviewed.is_new_since_round,
            Filter.DOUBTFUL: bool(self.doubts),
            Filter.ALL: True,
        }[wanted]


@dataclass(frozen=True)
class Group:
    """Lines under a heading."""

    kind: RowKind
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Comparison:
    """The lines of a submission as a filter shows them."""

    review: Review
    wanted: Filter = Filter.TOLD

    @property
    def has_rounds(self) -> bool:
        """Say whether there is a round before the one that counts."""
        return any(one.round_before for one in self.review.rows)

    @property
    def has_last(self) -> bool:
        """Say whether anything was sent for the period before."""
        return any(one.row.last for one in self.review.rows)

    @cached_property
    def _lines(self) -> dict[object, Line]:
        return {one.row.name: Line(one, self.has_rounds) for one in self.review.rows}

    @property
    def groups(self) -> Iterator[Group]:
        """What is shown, under its headings."""
        for group in self.review.page.groups:
            lines = tuple(
                line for line in self._of(row.name for row in group.rows) if line.is_in(self.wanted)
            )
            if lines:
                title = " – ".join(filter(None, (group.part, group.title)))
                yield Group(group.kind, title, lines)

    def _of(self, names: Iterable[object]) -> Iterator[Line]:
        return (self._lines[name] for name in names)

    @property
    def counts(self) -> dict[Filter, int]:
        """How many lines each filter shows."""
        return {one: sum(line.is_in(one) for line in self._lines.values()) for one in Filter}
