"""What stands in rows as the cells of a workbook: days and numbers as such where they can be read."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from docgen.model.outcome import Status
from docgen.office.submissions.fields import (
    CONTENT,
    FINISHED,
    OF_PRODUCT,
    PRODUCTS,
    STATUS,
    VALUE,
    is_other,
    other_of,
)
from docgen.office.submissions.understanding import day_of
from docgen.office.submissions.views import RowName, Typed
from docgen.rules.report_words import points
from docgen.rules.reports import contents
from docgen.sheets import Cells, Entry, Part
from docgen.sheets.unit_form import typed
from docgen.sheets.unit_form.typed import UnreadableError
from docgen.store.tables import RowKind

_Read = TypeVar("_Read")
_OF_ALL = ""
"""The one row in which the texts of the unit as a whole stand."""


def cells_of(rows: Mapping[RowName, Typed]) -> dict[Part, dict[str, Cells]]:
    """Return the cells that say what rows say, by sheets and by what marks their rows."""
    found: dict[Part, dict[str, Cells]] = {part: {} for part in Part}
    of_all: dict[str, str] = {}
    for name, data in rows.items():
        if name.kind is RowKind.TASK and data:
            found[Part.TASKS][name.key] = _task(data)
        elif name.kind is RowKind.STATISTIC and data:
            found[Part.STATISTICS][name.key] = {**data, VALUE: _or_text(typed.amount, data.get(VALUE, ""))}
        elif is_other(name) and data:
            found[Part.OTHER][name.key] = {**_headed(name), **data}
        elif data:
            of_all[name.key] = data[CONTENT]
    return {**found, Part.PROPOSALS: {_OF_ALL: of_all} if of_all else {}}


def _task(data: Typed) -> Cells:
    status = data.get(STATUS, "")
    labels = {one.value: one.label for one in Status}
    return {
        **data,
        STATUS: labels.get(status, status),
        FINISHED: _or_text(day_of, data.get(FINISHED, "")),
        PRODUCTS: "\n".join(map(_product, data.get(PRODUCTS, ()))),
    }


def _product(said: Typed) -> str:
    """Return a document as it is typed into a cell; behind a lonely number stands a semicolon."""
    number, *more = (said.get(key, "") for key in OF_PRODUCT)
    return "; ".join((number, *more)) if more[-1] else "; ".join((number, more[0]))


def _headed(name: RowName) -> Cells:
    place, point = other_of(name)
    titles = {one.heading: one.title for one in points()}
    return {"noi_dung": contents()[place].name, "muc": titles[point] if point else ""}


def _or_text(read: Callable[[Entry], _Read], said: str) -> _Read | str:
    """Return what a text says; the text itself where it cannot be read, or is empty."""
    try:
        return read(Entry(said, "")) if said.strip() else said
    except UnreadableError:
        return said
