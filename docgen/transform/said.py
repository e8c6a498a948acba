"""What of a field of the model is told: its value in words, its place, and that it differs."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from docgen.language.dates import short_date
from docgen.model.base import Model
from docgen.transform.plan_change import ChangeKind, PlanChange


def reworded_fields(
    old: Model, new: Model, names: tuple[str, ...], where: str = "", task: str = ""
) -> Iterator[PlanChange]:
    """Yield what differs in the fields `names` of two values of one model; `where` is their place."""
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            field = type(new).model_fields[name]
            yield PlanChange(
                kind=ChangeKind.REWORDED,
                place=inside(where, f"ô “{field.title}”"),
                before=said(before),
                after=said(after),
                field=field.alias or name,
                task=task,
            )


def inside(where: str, what: str) -> str:
    """Return the place of `what` within `where`, as a sentence begins."""
    place = f"{where}, {what}" if where else what
    return place[:1].upper() + place[1:]


def said(value: object) -> str:
    """Return the value of a field as an officer reads it; what is not there is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return "; ".join(map(said, value))
    if isinstance(value, StrEnum):
        return _CHOICES.get(value.value, value.value)
    return short_date(value) if isinstance(value, date) else str(value)


_CHOICES = {"doc": "dọc", "ngang": "ngang"}
