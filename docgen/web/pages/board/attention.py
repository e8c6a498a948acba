"""What the office should look at now, for the page that everybody begins with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.language.quantities import count
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.papers import JobState
from docgen.model.people import Role
from docgen.office.desk import Desk
from docgen.office.periods import periods
from docgen.office.submissions import Board, board
from docgen.office.submissions.views import PeriodView
from docgen.office.work import errands
from docgen.web.pages.board.whole import Filter

_READERS = {Role.COORDINATOR, Role.LEADER}
_BEGUN = {PeriodState.OPEN, PeriodState.CLOSED}
_NEW_JOBS = 20


@dataclass(frozen=True)
class Matter:
    """Something to be looked at: what, and the page on which it is done."""

    words: str
    address: str


@dataclass(frozen=True)
class OpenPeriod:
    """A period that is collected now, and what is to be done in it."""

    board: Board
    matters: tuple[Matter, ...]


@dataclass(frozen=True)
class Attention:
    """What the office should look at: the periods that are collected, and other matters."""

    periods: tuple[OpenPeriod, ...]
    matters: tuple[Matter, ...]


def attention(desk: Desk) -> Attention | None:
    """Return what whoever is at the desk should look at; None of whom it does not concern."""
    if desk.actor.role not in _READERS:
        return None
    views = periods(desk.session)
    begun = (board(desk, view.code) for view in views if view.state in _BEGUN)
    collected = (one for one in begun if _is_collected(one, desk.today))
    shown = tuple(OpenPeriod(one, tuple(_of_period(one, desk.today))) for one in collected)
    return Attention(shown, (*_unopened(views, desk.today), *_failed(desk)))


def _is_collected(shown: Board, today: date) -> bool:
    """Say whether a period is open, or closed and not issued: of this year, or with something waiting."""
    view = shown.period
    return view.state is PeriodState.OPEN or view.period.year == today.year or _waiting(shown) > 0


def _waiting(shown: Board) -> int:
    """Return how many units have sent what is still to be accepted or returned."""
    return sum(one.state is SubmissionState.SENT for one in shown.units)


def _of_period(shown: Board, today: date) -> Iterator[Matter]:
    address = f"/ky/{shown.period.code}"
    waiting = _waiting(shown)
    if shown.missing and today > shown.period.dates.unit_due:
        yield Matter(
            f"{count(shown.missing)} đơn vị quá hạn chưa gửi", f"{address}?loc={Filter.MISSING}#don-vi"
        )
    if waiting:
        yield Matter(
            f"{count(waiting)} đơn vị đã gửi, chờ xem và duyệt", f"{address}?loc={Filter.WAITING}#don-vi"
        )
    if shown.returned:
        yield Matter(
            f"{count(shown.returned)} đơn vị đang sửa sau khi trả lại",
            f"{address}?loc={Filter.RETURNED}#don-vi",
        )


def _unopened(views: tuple[PeriodView, ...], today: date) -> Iterator[Matter]:
    for view in views:
        if view.state is PeriodState.PLANNED and view.dates.opens <= today <= view.dates.closes:
            yield Matter(f"Báo cáo {view.name} đã đến ngày mở nhưng chưa mở", f"/ky/{view.code}")


def _failed(desk: Desk) -> Iterator[Matter]:
    for job in errands(desk, _NEW_JOBS):
        if job.state is JobState.FAILED and job.owner_id == desk.actor.user_id:
            yield Matter(f"Không làm được: {job.title}", f"/cong-viec/{job.id}")
