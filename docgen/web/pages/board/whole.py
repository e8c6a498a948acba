"""The board of a period: every unit with how it stands, numbers, charts, what can be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from fastapi import Query
from starlette.responses import HTMLResponse, Response

from docgen.language.quantities import count
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.results import Punctuality
from docgen.office.periods import period_of
from docgen.office.reminders import remind_now
from docgen.office.reports import results
from docgen.office.submissions import Board, Event, UnitStanding, board, boards, last_acts
from docgen.office.work import ask_for
from docgen.web.door import pages
from docgen.web.pages.board.charts import Drawn, charts, heat_map, overdue
from docgen.web.visit import Visit

router = pages()


class Filter(StrEnum):
    """Which units are shown."""

    ALL = "tat-ca"
    RECEIVED = "da-nhan"
    IN_TIME = "dung-han"
    LATE = "nop-cham"
    MISSING = "chua-gui"
    WAITING = "cho-xem"
    RETURNED = "tra-lai"
    ACCEPTED = "da-duyet"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _LABELS[self]


_LABELS = {
    Filter.ALL: "Phải gửi",
    Filter.RECEIVED: "Đã nhận",
    Filter.IN_TIME: "Đúng hạn",
    Filter.LATE: "Nộp chậm",
    Filter.MISSING: "Chưa gửi",
    Filter.WAITING: "Chờ duyệt",
    Filter.RETURNED: "Trả lại",
    Filter.ACCEPTED: "Đã duyệt",
}


@dataclass(frozen=True)
class Line:
    """A unit as a line of the table; `last` is what was done last, None while nothing was."""

    unit: UnitStanding
    due: date
    today: date
    last: Event | None

    @property
    def is_missing(self) -> bool:
        """Say whether the office has nothing of it."""
        return self.unit.punctuality is Punctuality.MISSING

    @property
    def stamp(self) -> str:
        """What stands beside a late one; "" of others."""
        if self.unit.late_days:
            return f"Nộp chậm {self.unit.late_days} ngày"
        days = (self.today - self.due).days
        return f"Quá hạn {days} ngày" if self.is_missing and days > 0 else ""

    @property
    def urgency(self) -> int:
        """Where it stands: what is late and missing on top, what is accepted at the bottom."""
        if self.is_missing:
            return 0 if self.stamp else 3
        if self.unit.state is SubmissionState.RETURNED:
            return 1
        return 4 if self.unit.state is SubmissionState.ACCEPTED else 2

    def is_in(self, wanted: Filter) -> bool:
        """Say whether a filter shows it."""
        return {
            Filter.ALL: True,
            Filter.RECEIVED: self.unit.has_sent,
            Filter.IN_TIME: self.unit.punctuality is Punctuality.IN_TIME,
            Filter.LATE: self.unit.punctuality is Punctuality.LATE,
            Filter.MISSING: self.is_missing,
            Filter.WAITING: self.unit.state is SubmissionState.SENT,
            Filter.RETURNED: self.unit.state is SubmissionState.RETURNED,
            Filter.ACCEPTED: self.unit.state is SubmissionState.ACCEPTED,
        }[wanted]


@dataclass(frozen=True)
class Table:
    """The units of a board as a filter shows them."""

    board: Board
    today: date
    last: Mapping[str, Event]
    wanted: Filter = Filter.ALL

    @cached_property
    def _all(self) -> list[Line]:
        due = self.board.period.dates.unit_due
        lines = [Line(one, due, self.today, self.last.get(one.unit)) for one in self.board.units]
        return sorted(lines, key=lambda line: (line.urgency, -line.unit.late_days))

    @property
    def lines(self) -> list[Line]:
        """What is shown, what is late and missing on top."""
        return [line for line in self._all if line.is_in(self.wanted)]

    @property
    def counts(self) -> dict[Filter, int]:
        """How many units each filter shows."""
        return {one: sum(line.is_in(one) for line in self._all) for one in Filter}


@router.get("/ky/{period}", name="ky")
def show(visit: Visit, period: str, loc: Annotated[Filter, Query()] = Filter.ALL) -> HTMLResponse:
    """Show how a period stands; one that is not open yet can be opened here."""
    desk, view = visit.desk, period_of(visit.desk.session, period)
    if view.state is PeriodState.PLANNED:
        return visit.page("ky/chua_mo.html", period=view)
    shown = board(desk, period)
    added_up = results(desk.session, period)
    drawn = Drawn(shown, added_up, desk.today)
    return visit.page(
        "ky/bang.html",
        period=view,
        table=Table(shown, desk.today, last_acts(desk, period), loc),
        filters=Filter,
        charts=charts(drawn),
        heat=heat_map(boards(desk, view.period.year), desk.today),
        overdue=overdue(added_up),
    )


@router.post("/ky/{period}/nhac", name="ky_nhac")
def remind(visit: Visit, period: str) -> Response:
    """Remind the units that owe answers."""
    units = remind_now(visit.desk, period)
    if not units:
        return visit.go("ky", "Không còn đơn vị nào phải nhắc.", "info", period=period)
    return visit.go("ky", f"Đã gửi thông báo nhắc {count(units)} đơn vị.", period=period)


@router.post("/ky/{period}/bieu-mau", name="ky_bieu_mau")
def all_forms(visit: Visit, period: str) -> Response:
    """Ask for the workbooks of all units."""
    view = period_of(visit.desk.session, period)
    title = f"Biểu mẫu báo cáo {view.name} của các đơn vị"
    return visit.go("cong_viec", job=ask_for(visit.desk, "bieu-mau", title, {"ky": view.code}))


@router.post("/ky/{period}/trich", name="ky_trich")
def all_extracts(visit: Visit, period: str) -> Response:
    """Ask for what the plan gives each unit to do."""
    year = period_of(visit.desk.session, period).period.year
    title = f"Trích kế hoạch năm {year} cho các đơn vị"
    return visit.go("cong_viec", job=ask_for(visit.desk, "trich-ke-hoach", title, {"nam": year}))
