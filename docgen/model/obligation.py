"""Who owes what in a period, before anyone answers: unit × task × period."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Duty(StrEnum):
    """What a unit has to do with a task: answer for it, or tell its share of the work where there is one."""

    LEAD = "chu_tri"
    COORDINATE = "phoi_hop"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _DUTIES[self]


_DUTIES = {Duty.LEAD: "Chủ trì", Duty.COORDINATE: "Phối hợp"}


class Urgency(StrEnum):
    """Why a task is asked about in a period, by its deadline and the days of data."""

    DUE = "den_han"
    """Its last day, or the last day of one of its steps, lies within the days of data."""
    OVERDUE = "qua_han"
    """Its last day lay before them, and it was not yet done."""
    RUNNING = "dang_trong_han"
    """It has begun, runs all the year, or nobody but the office understands its deadline."""
    WAITING = "cho_su_kien"
    """It waits for an event, or a superior's plan."""

    @property
    def label(self) -> str:
        """What officers call it."""
        return _URGENCIES[self]


_URGENCIES = {
    Urgency.DUE: "Đến hạn trong kỳ",
    Urgency.OVERDUE: "Quá hạn từ kỳ trước",
    Urgency.RUNNING: "Đang trong thời gian thực hiện",
    Urgency.WAITING: "Chờ sự kiện hoặc kế hoạch của cấp trên",
}


@dataclass(frozen=True)
class Obligation:
    """One unit owes an answer on one task in one period.

    `unit` is its id, `name` its full name at the end of the days of data; `due` the last day of the task,
    None when it has none. Only a unit that leads *must* answer: coordinating units may.
    """

    unit: str
    name: str
    task: str
    duty: Duty
    urgency: Urgency
    due: date | None = None

    @property
    def is_required(self) -> bool:
        """Say whether the report lacks something without it."""
        return self.duty is Duty.LEAD
