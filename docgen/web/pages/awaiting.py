"""What waits for the clerk: papers that are done and have no number yet."""

from collections.abc import Iterator

from docgen.model.collecting import PeriodState
from docgen.model.papers import PlanState
from docgen.model.people import Role
from docgen.office.desk import Desk
from docgen.office.periods import periods
from docgen.office.plans import plans
from docgen.web.pages.board.attention import Matter


def awaiting_number(desk: Desk) -> list[Matter] | None:
    """Return the papers that can be issued now; None of whom it does not concern.

    Letters are made when they are asked for, so none of them waits.
    """
    if desk.actor.role is not Role.CLERK:
        return None
    return [*_reports(desk), *_plans(desk)]


def _reports(desk: Desk) -> Iterator[Matter]:
    """Yield reports whose period is closed, this year's and last year's: of older ones nobody waits."""
    for view in periods(desk.session):
        if view.state is PeriodState.CLOSED and view.period.year >= desk.today.year - 1:
            yield Matter(
                f"Báo cáo {view.name}: đã đóng kỳ, chưa ban hành", f"/ky/{view.code}/bao-cao/ban-hanh"
            )


def _plans(desk: Desk) -> Iterator[Matter]:
    for one in plans(desk.session):
        if one.state is PlanState.DRAFT and not one.undecided:
            yield Matter(
                f"Kế hoạch năm {one.year}: không còn việc cần quyết định, chưa ban hành",
                f"/ke-hoach/{one.year}/ban-hanh",
            )
