"""A plan checked before it is signed, and issued: number, day, and nothing of it changes any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from docgen.documents.wording import number_symbol
from docgen.errors import ConflictError
from docgen.model.papers import PaperKind, PlanState
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.desk import Desk
from docgen.office.documents import IssuedDocument, Signed, document_of_plan, issue, refuse_future
from docgen.office.numbers import number_of
from docgen.office.plans.kept import newest, row_of, write
from docgen.office.plans.papers import papers
from docgen.services.check import Checked, check_bytes
from docgen.services.isolation import Names
from docgen.services.open_decisions import OpenDecision, open_decisions
from docgen.services.render import Format, plan_files
from docgen.store import tables

_PLAN, _AGENCY = "ke_hoach", "co_quan"
"""Keys of what is frozen: the plan, and the agency as which it was printed."""


def check_plan(session: Session, year: int) -> Checked:
    """Return what of the Word file of a plan breaks Decree 30 or contradicts itself.

    Raises:
        MissingError: there is no plan of that year.

    """
    name = f"ke-hoach-{year}.docx"
    return check_bytes(papers(session, year, [name]).files[name], Names(name))


@dataclass(frozen=True)
class PreparedPlan:
    """A plan of a year with its number and day, made and not issued yet."""

    year: int
    number_id: int
    day: date
    signed: Signed


def refuse_plan_day(desk: Desk, year: int, day: date) -> None:
    """Refuse to issue the plan of a year on a day while something stands in the way.

    Raises:
        MissingError: there is no plan of that year.
        ConflictError: it is issued, or a decision is open.
        InvalidInputError: the day has not come yet.

    """
    row = row_of(desk.session, year)
    if row.state is PlanState.ISSUED:
        raise ConflictError(f"Kế hoạch năm {year} đã ban hành.", "Hãy mở kế hoạch để xem.")
    plan = newest(desk.session, row)
    if left := open_decisions(plan):
        raise _undecided(plan, left)
    refuse_future(desk, day)


def issued_plan(session: Session, year: int) -> IssuedDocument | None:
    """Return the document as which the plan of a year was issued; None while it is a draft.

    Raises:
        MissingError: there is no plan of that year.

    """
    return document_of_plan(session, row_of(session, year).id)


def prepare_issue(session: Session, year: int, number_id: int, day: date) -> PreparedPlan:
    """Return the plan of a year as it is issued under a number that was taken for it, on a day.

    It is made while nothing is being written; `issue_plan` then issues it.

    Raises:
        MissingError: there is no plan of that year, or no such number.
        ConflictError: a decision is open.

    """
    row = row_of(session, year)
    plan, agency = _signed(session, row, number_id, day), organisation(session)
    files, _ = plan_files(plan, agency)
    signed = Signed(
        kind=PaperKind.PLAN,
        subject=plan.subject,
        symbol=number_symbol(plan.number, plan.type_name, agency.on(plan.day)),
        docx=files[Format.DOCX],
        pdf=files[Format.PDF],
        snapshot={_PLAN: plan.as_data(), _AGENCY: agency.as_data()},
        plan_id=row.id,
    )
    return PreparedPlan(year, number_id, day, signed)


def issue_plan(desk: Desk, prepared: PreparedPlan) -> IssuedDocument:
    """Issue a plan as it was prepared; issued again it stays the same document.

    Raises:
        MissingError: there is no plan of that year, or no such number.
        ConflictError: somebody has changed the plan since it was prepared, or the number is used.
        InvalidInputError: the day has not come yet.

    """
    row = row_of(desk.session, prepared.year)
    plan = _signed(desk.session, row, prepared.number_id, prepared.day)
    if plan.as_data() != prepared.signed.snapshot[_PLAN]:
        raise ConflictError(
            f"Kế hoạch năm {prepared.year} vừa được sửa nên chưa ban hành.",
            "Hãy xem lại kế hoạch rồi ban hành lại.",
        )
    document = issue(desk, prepared.signed, prepared.number_id, prepared.day)
    if row.state is PlanState.DRAFT:
        row.state = PlanState.ISSUED
        write(desk, row, plan, f"Ban hành {document.symbol}")
    return document


def _signed(session: Session, row: tables.Plan, number_id: int, day: date) -> Plan:
    """Return a plan with its number and day; one that is issued has them.

    Raises:
        ConflictError: a decision is open.

    """
    plan = newest(session, row)
    if row.state is PlanState.ISSUED:
        return plan
    if left := open_decisions(plan):
        raise _undecided(plan, left)
    number = number_of(session, number_id).number
    return plan.model_copy(update={"number": number, "issued_on": day, "issue_year": day.year})


def _undecided(plan: Plan, left: Sequence[OpenDecision]) -> ConflictError:
    told = [f"{one.place or one.decision.place}: {one.decision.question}" for one in left]
    return ConflictError(
        f"Kế hoạch năm {plan.year} còn {len(left)} việc cần quyết định nên chưa ban hành được:",
        "Hãy quyết định hết rồi ban hành.",
        told,
    )
