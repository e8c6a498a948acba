"""The charts of a period: a title that states the finding, and the table of numbers that each is drawn from.

The table is what the page says; where scripts run, static/bieu-do.js draws a picture of it above.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.outcome import Status
from docgen.model.results import PeriodResults, Punctuality, Standing, TaskResult
from docgen.office.desk import VIETNAM
from docgen.office.submissions import Board, UnitStanding

_MONTHS = range(1, 13)
_OVERDUE = {Standing.OVERDUE, Standing.NOT_STARTED}
_MOST_OVERDUE = 10
_STATUSES: tuple[tuple[Status | None, str], ...] = (
    (Status.DONE, "Hoàn thành"),
    (Status.ONGOING, "Đang thực hiện"),
    (Status.LATE, "Chậm tiến độ"),
    (Status.NOT_STARTED, "Chưa bắt đầu"),
    (Status.DROPPED, "Không thực hiện"),
    (None, "Chưa nhập"),
)


@dataclass(frozen=True)
class Chart:
    """A chart and its table.

    `kind` is how it is drawn, `mark` the row at which a line stands, and the words of that.
    """

    kind: str
    title: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    unit: str = ""
    mark: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Drawn:
    """What the charts of a period are drawn from, as it is today."""

    board: Board
    results: PeriodResults
    today: date

    @property
    def tasks(self) -> list[TaskResult]:
        """The tasks of the plan that are counted."""
        return [one for one in self.results.tasks if one.counted]

    @property
    def told_until(self) -> date:
        """The last day that is told of."""
        return min(self.today, self.results.dates.data_to)


def charts(drawn: Drawn) -> tuple[Chart, ...]:
    """Return the charts of a period."""
    return (statuses(drawn.board), progress(drawn), arrivals(drawn), deadlines(drawn))


def statuses(board: Board) -> Chart:
    """Return how the tasks that each unit leads stand, as it tells; units that are late most come first."""
    told = [
        (status, words) for status, words in _STATUSES if any(one.tasks.get(status) for one in board.units)
    ]
    units = sorted((one for one in board.units if one.tasks), key=_worst_first)
    total: Counter[Status | None] = sum((Counter(one.tasks) for one in units), Counter())
    return Chart(
        "chong",
        f"Các đơn vị báo hoàn thành {total[Status.DONE]}/{total.total()} nhiệm vụ chủ trì,"
        f" {total[Status.LATE]} chậm tiến độ, {total[None]} chưa nhập",
        "Tình trạng nhiệm vụ chủ trì theo nội dung các đơn vị đã nhập",
        ("Đơn vị", *(words for _, words in told)),
        tuple((one.name, tuple(one.tasks.get(status, 0) for status, _ in told)) for one in units),
    )


def _worst_first(unit: UnitStanding) -> tuple[float, float]:
    total = sum(unit.tasks.values())
    return -unit.tasks.get(Status.LATE, 0) / total, -unit.tasks.get(None, 0) / total


def progress(drawn: Drawn) -> Chart:
    """Return how much of the plan is done, against how much of its year has passed."""
    done, of = sum(one.standing.is_done for one in drawn.tasks), len(drawn.tasks)
    year, day = drawn.results.period.year, drawn.told_until
    passed, days = (day - date(year - 1, 12, 31)).days, date(year, 12, 31).timetuple().tm_yday
    done_share, passed_share = _percent(done, of), _percent(passed, days)
    return Chart(
        "dich",
        f"Kế hoạch hoàn thành {done}/{of} nhiệm vụ ({done_share}%)"
        f" khi đã qua {passed_share}% thời gian của năm",
        f"Tiến độ kế hoạch năm {year}, tính đến ngày {short_date(day)}",
        ("Chỉ số", "Tỷ lệ (%)"),
        (("Nhiệm vụ hoàn thành", (done_share,)), ("Thời gian của năm đã qua", (passed_share,))),
        "%",
    )


def _percent(part: int, of: int) -> int:
    return 100 * part // of if of else 0


def arrivals(drawn: Drawn) -> Chart:
    """Return how many units had sent by which day, with the day until which they were in time."""
    dates = drawn.board.period.dates
    sent = Counter(
        one.first_sent_at.astimezone(VIETNAM).date() for one in drawn.board.units if one.first_sent_at
    )
    days = {*sent, dates.opens, dates.unit_due, min(drawn.today, max([dates.closes, *sent]))}
    rows = [
        (short_date(day), (sum(many for one, many in sent.items() if one <= day),))
        for day in sorted(days)
        if day <= drawn.today
    ]
    in_time = sum(many for day, many in sent.items() if day <= dates.unit_due)
    due = short_date(dates.unit_due)
    return Chart(
        "bac",
        f"Đến hạn {due} có {in_time}/{drawn.board.expected} đơn vị gửi;"
        f" đến nay có {drawn.board.received}/{drawn.board.expected}",
        "Số đơn vị đã gửi, cộng dồn theo ngày",
        ("Ngày", "Đơn vị đã gửi"),
        tuple(rows),
        mark=(due, "Hạn gửi"),
    )


def deadlines(drawn: Drawn) -> Chart:
    """Return how many tasks of the plan come due in each month of its year."""
    due = [one for one in drawn.tasks if one.due]
    done = Counter(one.due.month for one in due if one.due and one.standing.is_done)
    left = Counter(one.due.month for one in due if one.due and not one.standing.is_done)
    overdue_now = sum(one.standing in _OVERDUE for one in drawn.tasks)
    most = max(_MONTHS, key=lambda month: done[month] + left[month])
    return Chart(
        "cot",
        f"Tháng {most} có nhiều nhiệm vụ đến hạn nhất ({done[most] + left[most]} nhiệm vụ);"
        f" {overdue_now} nhiệm vụ đang quá hạn",
        f"Nhiệm vụ của kế hoạch theo tháng đến hạn; {len(drawn.tasks) - len(due)} nhiệm vụ không định ngày",
        ("Tháng", "Đã hoàn thành", "Chưa hoàn thành"),
        tuple((f"Tháng {month}", (done[month], left[month])) for month in _MONTHS),
        mark=(f"Tháng {drawn.today.month}" if drawn.today.year == drawn.results.period.year else "", "Nay"),
    )


@dataclass(frozen=True)
class Cell:
    """How a unit answered for a period: a word for its looks, and what is said."""

    look: str
    words: str


@dataclass(frozen=True)
class HeatMap:
    """How units answered for the periods of a year; None where one was not asked."""

    title: str
    periods: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]


def heat_map(shown: Sequence[Board], today: date) -> HeatMap:
    """Return how the units answered for the periods of a year."""
    names = {unit.unit: unit.name for one in shown for unit in one.units}
    standings = [{unit.unit: (unit, one) for unit in one.units} for one in shown]
    rows = {
        unit: tuple(_cell(*found[unit], today) if unit in found else None for found in standings)
        for unit in names
    }
    cells = [cell for row in rows.values() for cell in row if cell]
    looks = Counter(cell.look for cell in cells)
    title = (
        f"Trong {count(len(shown))} kỳ đã mở của năm có {looks['dung-han']}/{len(cells)} lượt gửi đúng hạn,"
        f" {looks['nop-cham']} lượt chậm, {looks['qua-han']} lượt quá hạn chưa gửi"
    )
    return HeatMap(
        title,
        tuple(one.period.name for one in shown),
        tuple((names[unit], row) for unit, row in rows.items()),
    )


def _cell(unit: UnitStanding, shown: Board, today: date) -> Cell:
    if unit.punctuality is Punctuality.MISSING:
        is_late = today > shown.period.dates.unit_due
        return Cell("qua-han", "Quá hạn, chưa gửi") if is_late else Cell("chua-gui", "Chưa gửi, còn hạn")
    if unit.late_days:
        return Cell("nop-cham", f"Chậm {unit.late_days} ngày")
    return Cell("dung-han", "Đúng hạn")


def overdue(results: PeriodResults) -> tuple[TaskResult, ...]:
    """Return the tasks whose deadlines have passed longest while they are not done."""
    late = [one for one in results.tasks if one.counted and one.standing in _OVERDUE]
    return tuple(sorted(late, key=lambda one: one.due or date.max)[:_MOST_OVERDUE])
