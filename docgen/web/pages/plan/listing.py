"""The plans, year for year, each with what is to be done next."""

from dataclasses import dataclass

from starlette.responses import HTMLResponse

from docgen.model.papers import PlanState
from docgen.model.people import Role
from docgen.office.plans import PlanEntry, plans
from docgen.web.door import pages
from docgen.web.visit import Visit

router = pages()


@dataclass(frozen=True)
class NextAct:
    """What is to be done next with a plan: its words, and the route."""

    label: str
    route: str


@router.get("/ke-hoach", name="ke_hoach_danh_sach")
def show(visit: Visit) -> HTMLResponse:
    """Show the plans; to units those that are issued."""
    role = visit.visitor.actor.role
    found = plans(visit.desk.session)
    if role.is_of_unit:
        found = tuple(one for one in found if one.state is PlanState.ISSUED)
    years = {one.year for one in found}
    return visit.page(
        "ke_hoach/danh_sach.html",
        plans=found,
        next_act=lambda entry: next_act(entry, role, is_last=entry.year + 1 not in years),
        may_bring=role is Role.COORDINATOR,
        unit=visit.visitor.actor.unit if role.is_of_unit else None,
    )


def next_act(entry: PlanEntry, role: Role, *, is_last: bool) -> NextAct:
    """Return what somebody with a role does next with a plan; `is_last`: there is none of the next year."""
    is_draft = entry.state is PlanState.DRAFT
    if is_draft and entry.undecided and role is Role.COORDINATOR:
        return NextAct(f"Quyết định {entry.undecided} việc", "ke_hoach_quyet_dinh")
    if is_draft and not entry.undecided and role is Role.CLERK:
        return NextAct("Ban hành", "ke_hoach_ban_hanh")
    if not is_draft and is_last and role is Role.COORDINATOR:
        return NextAct(f"Soạn dự thảo năm {entry.year + 1}", "ke_hoach_nam_sau")
    return NextAct("Mở kế hoạch", "ke_hoach")
