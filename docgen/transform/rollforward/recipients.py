"""The distribution list of a draft: whoever leads a task is on it."""

from collections.abc import Collection, Iterator

from docgen.language.text import fold
from docgen.model.address import Address
from docgen.model.organisation import Organisation, Unit, UnitGroup
from docgen.model.plan import Plan
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten


def with_recipients(
    draft: Plan, before: Plan, organisation: Organisation
) -> tuple[Plan, dict[Address, Rewritten]]:
    """Return `draft` with a line for each unit that leads a task and would not get it, and the new lines.

    A unit gets the plan when a line names it, or a group that it belongs to on the day of the draft. Whoever
    led a task in the plan `before` without being on its list is not on that of the draft either.
    """
    led = {*map(fold, {name for row in before.rows() for name in row.lead})}
    missing = dict.fromkeys(_missing(draft, organisation.on(draft.day), led))
    lines = (*draft.recipients.lines, *missing)
    first = len(draft.recipients.lines) + 1
    asked = {f"noi_nhan/danh_sach/{at}": _added(name) for at, name in enumerate(missing, first)}
    recipients = draft.recipients.model_copy(update={"lines": lines})
    return draft.model_copy(update={"recipients": recipients}), asked


def _missing(plan: Plan, organisation: Organisation, known: Collection[str]) -> Iterator[str]:
    """Yield the names of the units that lead a task, are on no line, and are not `known` to be so."""
    lines = [fold(line) for line in plan.recipients.lines]
    groups = [entry for entry in organisation.groups if any(_is_named(entry, line) for line in lines)]
    served = {unit.id for group in groups for unit in organisation.members(group)}
    leading = dict.fromkeys(name for row in plan.rows() for name in row.lead)
    for name in (name for name in leading if fold(name) not in known):
        unit = organisation.find(name)
        if isinstance(unit, Unit) and unit.id not in served and not any(_is_named(unit, at) for at in lines):
            yield unit.name


def _is_named(entry: Unit | UnitGroup, line: str) -> bool:
    return any(fold(name) in line for name in entry.every_name)


def _added(name: str) -> Rewritten:
    """Return the new line of a unit, and the question whether it is right."""
    reason = f"“{name}” chủ trì nhiệm vụ trong dự thảo mà chưa có trong nơi nhận"
    proposal = "Gửi: dự thảo đã thêm một dòng vào nơi nhận; nếu không gửi thì xóa dòng này."
    doubt = Doubt(Concern.RECIPIENT, f"Gửi kế hoạch cho “{name}”?", proposal, f"{reason}.")
    return Rewritten(name, (reason,), (doubt,))
