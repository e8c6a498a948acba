"""What is left to decide about a plan: listed, and settled, in its YAML file or as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from docgen.errors import ConflictError, InvalidInputError
from docgen.files import read_file, write_together
from docgen.importers import read_plan_with_remarks
from docgen.importers.amending import amended
from docgen.model.decision import Decision, Settlement
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.services.keeping import refuse_other_kind
from docgen.services.open_decisions import OpenDecision, open_decisions
from docgen.services.organisations import organisation_of
from docgen.transform.comparison import compare
from docgen.transform.deciding import reasons_of, settle

if TYPE_CHECKING:
    from docgen.model.finding import Finding
    from docgen.transform.plan_change import PlanChange


@dataclass(frozen=True)
class Undecided:
    """The open decisions of a plan in its order, how many are settled, and what is doubtful in the file."""

    open: tuple[OpenDecision, ...]
    settled: int
    findings: "tuple[Finding, ...]"


@dataclass(frozen=True)
class Settled:
    """How one decision was settled; `confirms`: as proposed, and that is to leave the text as it stands."""

    id: str
    settlement: Settlement
    confirms: bool


@dataclass(frozen=True)
class Decided:
    """The file written, what was settled (with what went along), what differs, how many are left."""

    files: tuple[Path, ...]
    settled: tuple[Settled, ...]
    changes: "tuple[PlanChange, ...]"
    left: int


def undecided(path: Path) -> Undecided:
    """Return what is left to decide about the plan in `path`.

    Raises:
        DocgenError: the plan cannot be used.

    """
    organisation, remarks = organisation_of(path)
    plan, doubts = read_plan_with_remarks(path, organisation)
    open_ones = open_decisions(plan)
    return Undecided(open_ones, len(plan.decisions) - len(open_ones), (*remarks, *doubts))


def decide(
    path: Path,
    ids: Sequence[str],
    settlement: Settlement,
    words: str = "",
    target: Path | None = None,
    *,
    write: bool = True,
) -> Decided:
    """Settle the decisions `ids` of the plan in `path`, all or none; all other lines stay to the letter.

    Args:
        path: a plan in YAML; the organisation is read from "don-vi.yaml" beside it, or the shipped one.
        ids: of open decisions; one that an earlier of them settled along is left at that.
        settlement: what was decided about all of them, see `docgen.transform.deciding.settle`.
        words: what takes the place of what is quoted, where that is decided.
        target: the file written; `path` itself where none is given.
        write: whether the file is written at all.

    Raises:
        DocgenError: the plan, an id or the words cannot be used, or the file was changed by someone else
            meanwhile; nothing was written.

    """
    target = target or path
    refuse_other_kind(target)
    organisation, _ = organisation_of(path)
    data = read_file(path)
    plan, _ = read_plan_with_remarks(path, organisation)
    new = settled(plan, organisation, ids, settlement, words)
    text = amended(data.decode(), plan, new)
    if read_file(path) != data:
        raise ConflictError(
            f"Tệp “{path}” vừa được người khác sửa nên chưa ghi gì.", "Hãy xem lại tệp rồi chạy lại."
        )
    return Decided(
        files=write_together({target: text.encode()}) if write else (),
        settled=newly_settled(plan, new),
        changes=compare(plan, new),
        left=len(new.open_decisions()),
    )


def settled(
    plan: Plan, organisation: Organisation, ids: Sequence[str], settlement: Settlement, words: str = ""
) -> Plan:
    """Return `plan` with the decisions `ids` settled, all or none; see `decide`.

    Raises:
        DocgenError: an id or the words cannot be used.

    """
    was_open = {decision.id for decision in plan.open_decisions()}
    for name in dict.fromkeys(ids):
        is_open = {decision.id for decision in plan.open_decisions()}
        if name not in was_open - is_open:
            plan = settle(plan, name, settlement, words)
    _refuse_unknown_units(plan, organisation)
    return plan


def _refuse_unknown_units(plan: Plan, organisation: Organisation) -> None:
    """Refuse words in the place of a unit that name none of the agency."""
    try:
        Plan.model_validate(plan.as_data(), context={"organisation": organisation.on(plan.day)})
    except ValidationError as error:
        raise InvalidInputError(
            "Lời mới không dùng được ở chỗ đó:", "Hãy dùng lời khác; chưa ghi gì.", reasons_of(error)
        ) from error


def newly_settled(old: Plan, new: Plan) -> tuple[Settled, ...]:
    """Return how the decisions that were open are settled now."""
    was_open = {decision.id for decision in old.open_decisions()}
    return tuple(
        Settled(one.id, one.settlement, one.settlement is Settlement.ACCEPTED and _only_confirms(one))
        for one in new.decisions
        if one.settlement and one.id in was_open
    )


def _only_confirms(decision: Decision) -> bool:
    """Say whether what is proposed leaves the text as it stands."""
    return not decision.replacement and not decision.leaves_out
