"""The plan of a later year, drafted from the one that there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from docgen.language.text import fold
from docgen.model.address import Address, addressed, task_address, task_of, with_texts
from docgen.model.appendix import Subtask
from docgen.model.comparison import Comparison, Fate
from docgen.model.decision import Decision
from docgen.model.organisation import Organisation
from docgen.model.outcome import Outcome
from docgen.model.plan import Plan
from docgen.transform.leaving_out import without_rows
from docgen.transform.rollforward.compared import compared
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten
from docgen.transform.rollforward.fates import Verdict, settled_family, verdict
from docgen.transform.rollforward.names import Names
from docgen.transform.rollforward.recipients import with_recipients
from docgen.transform.rollforward.rewriting import is_deadline, rewritten, units_asked_once
from docgen.transform.rows import with_rows


@dataclass(frozen=True)
class RolledForward:
    """The draft of a later year, with its open decisions, and how it compares to the plan before."""

    plan: Plan
    comparison: Comparison


def rollforward(
    plan: Plan, year: int, organisation: Organisation, outcomes: Mapping[str, Outcome] | None = None
) -> RolledForward:
    """Return the draft of the plan of `year`, which is after that of `plan`.

    Years move by their roles, units have the names of the new plan's day, tasks go or stay by their nature
    and by what became of them (`outcomes`, by their ids). Whatever is a person's to decide is an open
    decision of the draft. Number and day of issue are blank; decisions and events of `plan` stay with it.
    """
    draft = _begun(plan, year)
    names = Names(organisation, plan.day, draft.day)
    texts = rewritten(addressed(plan), plan.year, year, names)
    fates = _verdicts(plan, outcomes or {}, year)
    left_out = {task for task, verdict in fates.items() if verdict.fate is Fate.LEFT_OUT}
    draft = with_texts(draft, {address: new.text for address, new in texts.items()})
    rows = {row.id: row for row in plan.rows()}
    draft = with_rows(draft, lambda row: _of_a_new_year(row, rows[row.id]))
    draft, added = with_recipients(draft, plan, organisation)
    texts = _standing(draft, texts | added)
    staying = {address: new for address, new in texts.items() if task_of(address) not in left_out}
    asked = {"decisions": tuple(_decisions(units_asked_once(staying), fates))}
    draft = without_rows(draft.model_copy(update=asked), left_out)
    return RolledForward(draft, compared(plan, draft, texts, fates, organisation))


def _verdicts(plan: Plan, outcomes: Mapping[str, Outcome], year: int) -> dict[str, Verdict]:
    """Return what becomes of each row, by its id; a task stays with its sub-tasks."""
    fates = {
        row.id: verdict(row, plan.deadline(row), outcomes.get(row.id), year, old_year=plan.year)
        for row in plan.rows()
    }
    for task in (task for appendix in plan.appendices for task in appendix.tasks()):
        children = [fates[row.id] for row in task.subtasks]
        if children:
            fates[task.id] = settled_family(fates[task.id], children, is_told=task.id in outcomes)
    return fates


def _begun(plan: Plan, year: int) -> Plan:
    """Return `plan` as one of `year` that was not issued yet."""
    issue_year = plan.issue_year + year - plan.year if plan.issue_year else None
    fresh: dict[str, Any] = {"number": None, "issued_on": None, "decisions": ()}
    return plan.model_copy(update={**fresh, "year": year, "issue_year": issue_year})


def _of_a_new_year(row: Subtask, before: Subtask) -> Subtask:
    """Return a row of which nothing has happened yet; units that became one since are named once."""
    units = {name: _once(getattr(row, name), getattr(before, name)) for name in _UNITS}
    return row.model_copy(update={**units, "event": None})


def _once(names: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    if names == before:
        return names
    one_by_one = {fold(name): name for name in reversed(names)}
    as_ever = len({*map(fold, before)}) == len(one_by_one)
    return names if as_ever else tuple(reversed(one_by_one.values()))


_UNITS = ("lead", "coordinating")


def _standing(draft: Plan, texts: dict[Address, Rewritten]) -> dict[Address, Rewritten]:
    """Return the texts by their addresses in `draft`, where units that became one stand once."""
    cells = {(address.rpartition("/")[0], new.text): new for address, new in reversed(texts.items())}
    return {address: cells[address.rpartition("/")[0], text] for address, text in addressed(draft).items()}


def _decisions(texts: Mapping[Address, Rewritten], fates: Mapping[str, Verdict]) -> Iterator[Decision]:
    """Yield what is left to a person in the order of the page, each task before its cells."""
    numbers = {concern: count(1) for concern in Concern}
    for place, doubt in _doubts(texts, fates):
        yield Decision(
            id=f"{doubt.concern}-{next(numbers[doubt.concern])}",
            place=place,
            quote=doubt.quote,
            question=doubt.question,
            proposal=doubt.proposal,
            replacement=doubt.replacement,
            leaves_out=doubt.leaves_out,
            needs_words=doubt.concern in _WORDED and not doubt.replacement,
            reason=doubt.reason,
        )


_WORDED = frozenset(
    {Concern.YEAR, Concern.HORIZON, Concern.CITATION, Concern.UNIT, Concern.TERM, Concern.BUDGET}
)
"""What is at issue in the words themselves: there, nothing is confirmed by accepting."""


def _doubts(
    texts: Mapping[Address, Rewritten], fates: Mapping[str, Verdict]
) -> Iterator[tuple[Address, Doubt]]:
    """Yield each doubt with its place: those about a whole task where the task begins."""
    begun = ""
    for address, new in texts.items():
        task = task_of(address)
        if task and task != begun:
            begun = task
            yield from _of_task(fates[task], task_address(task))
        yield from ((address, doubt) for doubt in new.doubts)
        if task and is_deadline(address):
            yield from _of_task(fates[task], address)


def _of_task(verdict: Verdict, place: Address) -> Iterator[tuple[Address, Doubt]]:
    """Yield what the fate of a task leaves to a person at a place: of the task, or of its deadline."""
    for doubt in verdict.doubts:
        if (doubt.concern is Concern.DEADLINE) == is_deadline(place):
            yield place, doubt
