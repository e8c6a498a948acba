"""A plan read from a page, with what stands in the data of its plan and on no page: decisions and events."""

from collections.abc import Iterator, Mapping

from docgen.model.address import Address, addressed, task_of
from docgen.model.appendix import Subtask
from docgen.model.decision import Decision, Settlement
from docgen.model.plan import Plan
from docgen.transform.pairing import ALIKE, words_in_common
from docgen.transform.places import text_address
from docgen.transform.rows import with_rows

_Texts = Mapping[Address, str]


def kept_beside_the_page(base: Plan, read: Plan) -> Plan:
    """Return `read`, an edited page of `base`, with the decisions and the events of `base`.

    An open decision about a task that was taken out on the page is settled with it. One about the body, or
    about a title, follows its text to where that stands now; where the text is gone it stays open.
    """
    events = {row.id: row.event for row in base.rows() if row.event}

    def with_event(row: Subtask) -> Subtask:
        return row.model_copy(update={"event": events.get(row.id)})

    tasks = {row.id for row in read.rows()}
    old, new = addressed(base), addressed(read)
    decisions = (_kept(decision, tasks, old, new) for decision in base.decisions)
    plan = with_rows(read, with_event) if events else read
    return plan.model_copy(update={"decisions": tuple(decisions)})


def strayed(base: Plan, kept: Plan) -> Iterator[Decision]:
    """Yield the decisions that are open in `kept` though the words at issue in `base` were changed."""
    places = {decision.id: decision.place for decision in base.decisions}
    old, new = addressed(base), addressed(kept)
    for decision in kept.open_decisions():
        before = old.get(text_address(old, places[decision.id]), "")
        after = new.get(text_address(new, decision.place), "")
        at_issue = decision.quote or before
        if at_issue in before and (at_issue not in after or (not decision.quote and before != after)):
            yield decision


def _kept(decision: Decision, tasks: set[str], old: _Texts, new: _Texts) -> Decision:
    """Return a decision of the base as it is beside the page."""
    task = task_of(decision.place)
    if not decision.is_open or task in tasks:
        return decision
    if task:
        return decision.model_copy(update={"settlement": Settlement.LEFT_OUT})
    address = text_address(old, decision.place)
    found = _followed(address, old, new) if address else ""
    place = found.removesuffix(address.removeprefix(decision.place)) or decision.place
    return decision.model_copy(update={"place": place})


def _followed(address: Address, old: _Texts, new: _Texts) -> Address:
    """Return where the text at `address` stands now, the same or reworded; "" where it is gone."""
    text, shape = old[address], _shape(address)
    if new.get(address) == text:
        return address
    alike = [one for one in new if _shape(one) == shape]
    equal = [one for one in alike if new[one] == text]
    if equal:
        return equal[0]
    known = {words for one, words in old.items() if _shape(one) == shape}
    likeness = {one: words_in_common(text, new[one]) for one in alike if new[one] not in known}
    best = max(likeness, key=lambda one: (likeness[one], one == address), default="")
    return best if best and likeness[best] >= ALIKE else ""


def _shape(address: Address) -> tuple[str, ...]:
    """Return the keys of an address without its numbers."""
    return tuple("" if step.isdigit() else step for step in address.split("/"))
