"""What is shown of a period, of what a unit answers in it, and of every row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from docgen.model.calendar import ReportingDates
from docgen.model.collecting import Act, PeriodState, SubmissionState
from docgen.model.finding import Severity
from docgen.model.obligation import Duty, Urgency
from docgen.model.outcome import Outcome
from docgen.model.period import ReportingPeriod
from docgen.model.submission import OtherWork, Statistic
from docgen.rules.reports import name_of
from docgen.store.tables import RowKind

Typed: TypeAlias = Mapping[str, Any]
"""What was typed into the fields of a row, letter for letter, by their Vietnamese keys; empty ones lack.

Fields hold text; "van_ban" holds a list of {"so_ky_hieu": …, "ngay": …, "trich_yeu": …}.
"""

Value: TypeAlias = Outcome | Statistic | OtherWork | tuple[str, ...]
"""What a row says, understood: of a task, of an indicator, of other work, texts."""


class RowName(NamedTuple):
    """Which row of a submission is meant."""

    kind: RowKind
    key: str


@dataclass(frozen=True)
class PeriodView:
    """A period with its days and how it stands."""

    id: int
    state: PeriodState
    dates: ReportingDates
    plan_id: int
    plan_version: int | None
    version: int

    @property
    def period(self) -> ReportingPeriod:
        """The period itself."""
        return self.dates.period

    @property
    def code(self) -> str:
        """How it is written: "2025-Q1"."""
        return str(self.dates.period)

    @property
    def name(self) -> str:
        """What it is called inside a sentence: "quý I năm 2025"."""
        return name_of(self.dates.period)


@dataclass(frozen=True)
class RowFinding:
    """What is wrong (`Severity.ERROR`: nothing is sent before it is mended) or doubtful in a row.

    `field` is the key of a field ("ngay_hoan_thanh", "van_ban.0.ngay"), "" for the row as a whole; `row` is
    None for what concerns the whole submission.
    """

    row: RowName | None
    field: str
    code: str
    severity: Severity
    message: str
    remedy: str = ""


@dataclass(frozen=True)
class EvidenceView:
    """A file that proves a row; `size` in bytes."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    made_at: datetime
    made_by: str


@dataclass(frozen=True)
class CommentView:
    """Something said about a row, or about the whole (`row` is None)."""

    id: int
    row: RowName | None
    text: str
    made_at: datetime
    made_by: str


class Filling(StrEnum):
    """How far a row is filled in."""

    EMPTY = "chua_lam"
    PARTIAL = "dang_lam"
    WRONG = "co_loi"
    DONE = "da_xong"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _FILLINGS[self]


_FILLINGS = {
    Filling.EMPTY: "Chưa làm",
    Filling.PARTIAL: "Đang làm",
    Filling.WRONG: "Có lỗi",
    Filling.DONE: "Đã xong",
}


@dataclass(frozen=True)
class Asked:
    """What a row asks.

    `number` as in the appendix ("A.3"), code of an indicator, or ""; `deadline` as printed in the plan,
    `measure` of an indicator. `fields` are the keys of `Typed` that may be filled in. `required` says that
    nothing is sent without it.
    """

    name: RowName
    number: str
    text: str
    fields: tuple[str, ...]
    product: str = ""
    deadline: str = ""
    measure: str = ""
    due: date | None = None
    duty: Duty | None = None
    urgency: Urgency | None = None
    required: bool = False


@dataclass(frozen=True)
class RowView:
    """A row of a submission.

    `typed` is what stands in its fields, `value` what that means, None while it cannot be understood.
    `last` is what the unit sent for the period before, as it would be typed; empty where it sent nothing.
    `unchanged` says that it was taken over from there, `returned` that the office wants it mended. `version`
    goes back with what is saved. `updated_at` is None while nobody has typed anything.
    """

    asked: Asked
    typed: Typed
    value: Value | None
    findings: tuple[RowFinding, ...]
    last: Typed
    filling: Filling
    unchanged: bool
    returned: bool
    editable: bool
    version: int
    updated_at: datetime | None
    updated_by: str
    evidence: tuple[EvidenceView, ...] = ()
    comments: tuple[CommentView, ...] = ()

    @property
    def name(self) -> RowName:
        """Which row it is."""
        return self.asked.name

    @property
    def anchor(self) -> str:
        """What the page calls it: letters, digits and hyphens."""
        return f"{self.name.kind}-{self.name.key}".replace("_", "-").replace(".", "-")

    @property
    def is_changed(self) -> bool:
        """Say whether it says something else than for the period before."""
        return bool(self.last) and self.typed != self.last


@dataclass(frozen=True)
class RowGroup:
    """Rows under one heading: `part` is "A. Nhiệm vụ …" or "", `title` that of the group or form."""

    kind: RowKind
    part: str
    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class Progress:
    """How many of the rows that must be answered are; `percent` is rounded down."""

    done: int
    total: int
    partial: int
    wrong: int

    @property
    def empty(self) -> int:
        """How many have not been begun."""
        return self.total - self.done - self.partial - self.wrong

    @property
    def percent(self) -> int:
        """How much is done."""
        return 100 * self.done // self.total if self.total else 100


@dataclass(frozen=True)
class DispatchView:
    """What was sent at a moment: `code` stands on its receipt, `sha256` is that of its contents."""

    code: str
    round: int
    sha256: str
    sent_at: datetime
    sent_by: str


@dataclass(frozen=True)
class Timing:
    """How a submission stands against the days of its period.

    `until` is the last day on which the unit may write: that of closing, or of its lock exception (then
    `exception` says why). `working_days` are left to the due day, 0 on that day itself and after it;
    `late_days` counts the days from the due day to the first sending, or to today while nothing is sent.
    """

    unit_due: date
    until: date
    working_days: int
    late_days: int
    exception: str = ""

    @property
    def stamp(self) -> str:
        """What stands beside a late one: "nộp chậm 2 ngày"; "" of others."""
        return f"nộp chậm {self.late_days} ngày" if self.late_days else ""


@dataclass(frozen=True)
class UnitPage:
    """All that a unit sees of a period. `acts` is what whoever looks at it can do with the whole now."""

    period: PeriodView
    unit: str
    unit_name: str
    state: SubmissionState
    timing: Timing
    editable: bool
    groups: tuple[RowGroup, ...]
    progress: Progress
    acts: tuple[Act, ...]
    second_approval: bool
    return_reason: str = ""
    late_reason: str = ""
    dispatch: DispatchView | None = None
    comments: tuple[CommentView, ...] = ()

    @property
    def rows(self) -> tuple[RowView, ...]:
        """All rows, in the order of the page."""
        return tuple(row for group in self.groups for row in group.rows)

    def row(self, name: RowName) -> RowView | None:
        """Return a row; None where the unit is not asked it."""
        return next((row for row in self.rows if row.name == name), None)


@dataclass(frozen=True)
class Saved:
    """A row that was kept: what it says, its version now, and when.

    `is_new` is False where nothing was different from before.
    """

    row: RowName
    typed: Typed
    version: int
    at: datetime
    unchanged: bool
    is_new: bool


@dataclass(frozen=True)
class Judged:
    """What is wrong or doubtful in a row that was kept, and how far it is filled in."""

    findings: tuple[RowFinding, ...]
    filling: Filling
