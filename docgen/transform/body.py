"""What differs between two bodies: section → item → point → dash."""

from collections.abc import Iterator, Sequence

from docgen.model.body import Item, Point, Section
from docgen.transform.entries import Entries, entry_changes, text_changes
from docgen.transform.plan_change import ChangeKind, PlanChange
from docgen.transform.said import reworded_fields, said


def section_changes(old: Sequence[Section], new: Sequence[Section]) -> Iterator[PlanChange]:
    """Yield what differs between the sections of two plans."""
    yield from entry_changes(old, new, _SECTIONS)


def _within_section(old: Section, new: Section, where: str) -> Iterator[PlanChange]:
    yield from reworded_fields(old, new, ("title",), where)
    yield from text_changes(old.paragraphs, new.paragraphs, "doan", where)
    yield from text_changes(old.dashes, new.dashes, "gach", where)
    yield from entry_changes(old.items, new.items, _ITEMS, where)
    yield from reworded_fields(old, new, ("pointer",), where)


def _within_item(old: Item, new: Item, where: str) -> Iterator[PlanChange]:
    yield from reworded_fields(old, new, ("title",), where)
    yield from _own_text(old, new, where)
    yield from text_changes(old.paragraphs, new.paragraphs, "doan", where)
    yield from entry_changes(old.points, new.points, _POINTS, where)
    yield from text_changes(old.dashes, new.dashes, "gach", where)


def _within_point(old: Point, new: Point, where: str) -> Iterator[PlanChange]:
    yield from _own_text(old, new, where)
    yield from text_changes(old.dashes, new.dashes, "gach", where)


def _own_text(old: Item | Point, new: Item | Point, where: str) -> Iterator[PlanChange]:
    """Yield what differs in the words of a block itself: they stand where it stands, in no cell."""
    if old.text != new.text:
        yield PlanChange(ChangeKind.REWORDED, where, said(old.text), said(new.text), "noi_dung")


_SECTIONS = Entries[Section]("noi_dung", Section.texts, _within_section)
_ITEMS = Entries[Item]("khoan", Item.texts, _within_item)
_POINTS = Entries[Point]("diem", lambda point: (point.text, *point.dashes), _within_point)
