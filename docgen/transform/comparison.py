"""What differs between two versions of a plan, each difference once."""

from collections.abc import Iterator

from docgen.model.plan import Plan
from docgen.transform.appendices import appendix_changes
from docgen.transform.body import section_changes
from docgen.transform.entries import text_changes
from docgen.transform.plan_change import PlanChange
from docgen.transform.said import reworded_fields

_HEAD = ("type_name", "year", "number", "issued_on", "issue_year", "electronic", "subject")
_SIGNATURE = ("authority", "collective", "head_title", "unit_head_title", "title", "name")
_RECIPIENTS = ("drafting_unit", "copies")


def compare(old: Plan, new: Plan) -> tuple[PlanChange, ...]:
    """Return what differs, in the order of the page; the same plan gives nothing.

    Tasks and sub-tasks are the same where their ids are. Whatever has no id is the same where its words are,
    or else where at least half of its words are, in the same order (`pairing.ALIKE`).
    """
    return () if old == new else tuple(_changes(old, new))


def _changes(old: Plan, new: Plan) -> Iterator[PlanChange]:
    implied = {"issue_year"} if new.issued_on else set()
    yield from reworded_fields(old, new, tuple(name for name in _HEAD if name not in implied))
    yield from text_changes(old.legal_bases, new.legal_bases, "can_cu")
    yield from text_changes(old.opening, new.opening, "mo_dau")
    yield from section_changes(old.sections, new.sections)
    yield from text_changes(old.recipients.lines, new.recipients.lines, "danh_sach", "Nơi nhận")
    yield from reworded_fields(old.recipients, new.recipients, _RECIPIENTS, "Nơi nhận")
    yield from reworded_fields(old.signature, new.signature, _SIGNATURE, "Chữ ký")
    yield from appendix_changes(old.appendices, new.appendices)
