"""What is left to decide about a draft, settled one after another or many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from docgen.errors import ConflictError
from docgen.model.decision import Settlement
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.plans.kept import KeptPlan, change, newest, row_of
from docgen.services.deciding import settled
from docgen.services.open_decisions import OpenDecision, open_decisions

_REMEDY = "Hãy ghi lời mới, giữ nguyên, hoặc sửa thẳng trong bảng nhiệm vụ."

_NOTED = 3
"""Decisions that a note names one by one."""


@dataclass(frozen=True)
class Decisions:
    """The open decisions of a plan in its order, how many are settled, and the version they are of."""

    open: tuple[OpenDecision, ...]
    settled: int
    version: int


def decisions(session: Session, year: int) -> Decisions:
    """Return what is left to decide about the plan of a year.

    Raises:
        MissingError: there is no plan of that year.

    """
    row = row_of(session, year)
    plan = newest(session, row)
    found = open_decisions(plan)
    return Decisions(found, len(plan.decisions) - len(found), row.version)


def decide(
    desk: Desk, year: int, ids: Sequence[str], settlement: Settlement, words: str = "", version: int = 0
) -> KeptPlan:
    """Settle open decisions, all or none; see `docgen.services.deciding.settled`.

    Args:
        desk: of whoever decides.
        year: of the plan.
        ids: of open decisions; one that an earlier of them settled along is left at that.
        settlement: what was decided about all of them.
        words: what takes the place of what is quoted, where they are reworded.
        version: the one of the plan in which they were read.

    Raises:
        MissingError: there is no plan of that year.
        InvalidInputError: an id or the words cannot be used.
        ConflictError: the plan is issued, or what was decided cannot be done.
        ChangedMeanwhileError: somebody else has decided one of them.

    """

    def touched(plan: Plan) -> dict[str, object]:
        return {one.id: one.settlement and one.settlement.label for one in plan.decisions if one.id in ids}

    def work(plan: Plan) -> Plan:
        try:
            return settled(plan, organisation(desk.session), ids, settlement, words)
        except ConflictError as error:  # its remedies are those of the command line
            raise ConflictError(error.message, _REMEDY, error.problems) from error

    said = ", ".join(ids) if len(ids) <= _NOTED else f"{len(ids)} việc"
    note = f"Quyết định {said}: {settlement.label.lower()}"
    kept = change(desk, year, version, work, touched, note)
    record(desk, "quyet-dinh", f"ke-hoach/{year}", ids=list(ids), settlement=settlement)
    return kept
