"""What a period has come to: every task, every unit, every text, ready to be worded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.model.appendix import Subtask
from docgen.model.calendar import ReportingDates
from docgen.model.figure import Figure, Source
from docgen.model.finding import Finding
from docgen.model.obligation import Duty, Obligation
from docgen.model.organisation import Organisation
from docgen.model.outcome import Outcome
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.statistics import FormResult


class Standing(StrEnum):
    """How a task stands at the end of the days of data; every task has exactly one.

    The words are those that task systems of the state use.
    """

    DONE_IN_TIME = "hoan_thanh_dung_han"
    DONE_LATE = "hoan_thanh_qua_han"
    ONGOING = "dang_thuc_hien_trong_han"
    OVERDUE = "dang_thuc_hien_qua_han"
    NOT_STARTED = "chua_thuc_hien_qua_han"
    NOT_DUE = "chua_den_han"
    DROPPED = "khong_thuc_hien"
    UNREPORTED = "chua_co_so_lieu"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _STANDINGS[self]

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do."""
        return self in {Standing.DONE_IN_TIME, Standing.DONE_LATE}


_STANDINGS = {
    Standing.DONE_IN_TIME: "Hoàn thành đúng hạn",
    Standing.DONE_LATE: "Hoàn thành quá hạn",
    Standing.ONGOING: "Đang thực hiện trong hạn",
    Standing.OVERDUE: "Đang thực hiện quá hạn",
    Standing.NOT_STARTED: "Chưa thực hiện, quá hạn",
    Standing.NOT_DUE: "Chưa đến hạn",
    Standing.DROPPED: "Không thực hiện, điều chỉnh",
    Standing.UNREPORTED: "Chưa có số liệu",
}


@dataclass(frozen=True)
class Answer:
    """What one unit answered on one task: `unit` is its full name, `file` the submission, as it is named."""

    unit: str
    outcome: Outcome
    period: ReportingPeriod
    file: str
    duty: Duty = Duty.LEAD

    @property
    def source(self) -> Source:
        """The row that it is."""
        return Source(self.unit, self.outcome.id, self.file, self.outcome.status.label)


@dataclass(frozen=True)
class TaskResult:
    """What has become of a row of the plan by the end of the days of data.

    `number` is that of the printed plan ("3", "1.1"), `part` its letter, "" when the plan has no parts;
    `content` the place of the content of reform that its group names in `rules.reports.contents`, None if
    none. Sub-tasks are not counted. `leads` are the full names of the units that lead it on the last day of
    data; `answers` the latest of every unit, leads first; `silent` the units that owe one for this period and
    gave none. `finished_on` is the last day that the leads name, once all is done.
    """

    task: Subtask
    number: str
    part: str
    group: str
    content: int | None
    counted: bool
    due: date | None
    standing: Standing
    answers: tuple[Answer, ...] = ()
    silent: tuple[str, ...] = ()
    finished_on: date | None = None
    finished_in: ReportingPeriod | None = None
    """The first period that told it as done."""
    leads: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The rows of submissions that say how it stands; the plan's own where none does."""
        return tuple(answer.source for answer in self.answers if answer.duty is Duty.LEAD) or (
            Source("Kế hoạch", self.task.id, said=self.standing.label),
        )


class Punctuality(StrEnum):
    """When a unit sent what it owes, against the calendar."""

    IN_TIME = "dung_han"
    LATE = "qua_han"
    CLOSED = "sau_khi_dong_ky"
    UNDATED = "khong_ghi_ngay"
    MISSING = "chua_gui"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _PUNCTUALITIES[self]


_PUNCTUALITIES = {
    Punctuality.IN_TIME: "Đúng hạn",
    Punctuality.LATE: "Quá hạn",
    Punctuality.CLOSED: "Sau khi đóng kỳ",
    Punctuality.UNDATED: "Không ghi ngày gửi",
    Punctuality.MISSING: "Chưa gửi",
}


@dataclass(frozen=True)
class Received:
    """What one unit sent for a period: `file` and `sent_on` are empty when it sent nothing."""

    unit: str
    name: str
    punctuality: Punctuality
    file: str = ""
    sent_on: date | None = None


class TextKind(StrEnum):
    """What a unit's text is about."""

    RESULT = "ket_qua"
    SHORTCOMING = "han_che"
    CAUSE = "nguyen_nhan"
    DIFFICULTY = "kho_khan"
    PROPOSAL = "kien_nghi"
    NEXT = "nhiem_vu_ky_sau"


@dataclass(frozen=True)
class UnitText:
    """A text of a unit, letter for letter; `content` is the content of reform it is about, None for all.

    `task` is the id of the row that it stands in, "" for what is beside the rows; `heading` the point of the
    steering block that the unit chose ("kiem_tra", "tuyen_truyen" …), "" if none.
    """

    kind: TextKind
    text: str
    unit: str
    file: str
    content: int | None = None
    task: str = ""
    heading: str = ""

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(self.unit, self.task or self.kind.value, self.file)


@dataclass(frozen=True)
class PeriodResults:
    """A period of a plan, added up: all that its report says comes from here.

    `organisation` is the agency on the last day of data. `previous` is the period before in the same year,
    if there are submissions for it. `findings` are what the coordinator must know: contradictions, doubles.
    """

    plan: Plan
    organisation: Organisation
    period: ReportingPeriod
    dates: ReportingDates
    tasks: tuple[TaskResult, ...]
    obligations: tuple[Obligation, ...]
    received: tuple[Received, ...]
    texts: tuple[UnitText, ...] = ()
    statistics: tuple[FormResult, ...] = ()
    previous: "PeriodResults | None" = None
    findings: tuple[Finding, ...] = ()
    forms_note: str = ""
    """What the office notes about its forms of statistics."""
    elapsed: Figure | None = None

    @property
    def counted(self) -> tuple[TaskResult, ...]:
        """The tasks that count, without sub-tasks."""
        return tuple(task for task in self.tasks if task.counted)
