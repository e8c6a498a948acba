"""A draft edited by hand: tasks, texts of the body, the head. Every change is a version of its own.

Fields have the names of the YAML keys. Each function takes the `version` that the page showed: what others
did elsewhere in the plan since then is kept, and what they did to the same place is told.

All raise MissingError (no such plan, version, task or place), ConflictError (the plan is issued, or what is
asked cannot be done), ChangedMeanwhileError, and InvalidFieldsError (what was typed cannot stand there).
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from docgen.model.address import Address, addressed, entries_around, task_of
from docgen.model.appendix import Subtask
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.desk import Desk
from docgen.office.plans.fields import validated
from docgen.office.plans.kept import KeptPlan, change
from docgen.recognition.slugs import Slugs
from docgen.transform.arranging import (
    Data,
    home_of,
    no_place,
    no_task,
    replaced_row,
    row_taken,
    shifted_row,
    with_entry,
    with_row,
    without_entry,
)
from docgen.transform.beside_the_page import kept_beside_the_page
from docgen.transform.leaving_out import without_task

Fields = Mapping[str, Any]
"""What was typed, by the YAML key of the field; of several names or texts a list."""

_REQUIRED = {"noi_dung": "", "chu_tri": (), "thoi_gian": ""}
_EVENT = "su_kien"
_HEAD = ("trich_yeu", "nam_ban_hanh", "van_ban_dien_tu", "ky", "noi_nhan")
"""Keys of the head and of the end of the plan; number and day are given when it is issued."""


def edit_task(desk: Desk, year: int, task: str, fields: Fields, version: int) -> KeptPlan:
    """Change cells of a task or sub-task; ones that `fields` does not name stay."""

    def work(plan: Plan) -> Plan:
        data = _row(plan, task).as_data() | {"id": task}
        data.pop("nhiem_vu_con", None)
        row = _validated_row(desk, plan, data | dict(fields))
        return _rearranged(desk, plan, lambda whole: replaced_row(whole, row))

    return change(desk, year, version, work, lambda plan: _cells(plan, task))


def add_task(
    desk: Desk, year: int, home: str, fields: Fields, version: int, position: int | None = None
) -> KeptPlan:
    """Put a new task into the group at the address `home`, or a sub-task under the task with that id.

    `position` is where it stands there, from 1; behind all others with None.
    """

    def work(plan: Plan) -> Plan:
        text = str(fields.get("noi_dung", ""))
        name = Slugs({row.id for row in plan.rows()}).new(text)
        row = _validated_row(desk, plan, {"id": name, **fields})
        return _rearranged(desk, plan, lambda whole: with_row(whole, row, home, position))

    return change(desk, year, version, work, lambda _: None)


def move_task(
    desk: Desk, year: int, task: str, version: int, home: str = "", position: int | None = None
) -> KeptPlan:
    """Put a task or sub-task elsewhere: into the group at the address `home`, or under the task of that id.

    Without `home` it stays where it is, and stands at another `position`.
    """

    def move(whole: Data) -> None:
        there = home or home_of(whole, task)
        with_row(whole, row_taken(whole, task), there, position)

    def work(plan: Plan) -> Plan:
        return _rearranged(desk, plan, move)

    return change(desk, year, version, work, lambda plan: _cells(plan, task))


def shift_task(desk: Desk, year: int, task: str, places: int, version: int) -> KeptPlan:
    """Put a task or sub-task so many places further down among those beside it; up with negative `places`."""

    def work(plan: Plan) -> Plan:
        return _rearranged(desk, plan, lambda whole: shifted_row(whole, task, places))

    return change(desk, year, version, work, lambda plan: _cells(plan, task))


def remove_task(desk: Desk, year: int, task: str, version: int) -> KeptPlan:
    """Take a task out with its sub-tasks; open decisions about it are settled with it."""

    def work(plan: Plan) -> Plan:
        _row(plan, task)
        return without_task(plan, task)

    return change(desk, year, version, work, lambda plan: _cells(plan, task))


def edit_texts(desk: Desk, year: int, texts: Mapping[Address, str], version: int) -> KeptPlan:
    """Word texts of the body, of the recipients or titles of the appendix otherwise, by their addresses."""

    def work(plan: Plan) -> Plan:
        known = addressed(plan)
        if strange := [one for one in texts if one not in known or task_of(one)]:
            raise no_place(strange[0])
        places = {address: _steps(address) for address in texts}

        def reword(whole: Data) -> None:
            for address, place in places.items():
                _set(whole, place, texts[address])

        return kept_beside_the_page(plan, _rearranged(desk, plan, reword, places))

    return change(desk, year, version, work, lambda plan: _at(plan, texts))


def add_text(desk: Desk, year: int, after: Address, text: str, version: int) -> KeptPlan:
    """Put a paragraph, dash, point, item or section behind the entry at `after` ("noi_dung/1/gach/2").

    The number at the end may be 0: then it is the first.
    """

    def work(plan: Plan) -> Plan:
        field = {"noi_dung": _new_place(after)}
        return kept_beside_the_page(
            plan, _rearranged(desk, plan, lambda whole: with_entry(whole, after, text), field)
        )

    return change(desk, year, version, work, lambda plan: _at(plan, [after]))


def remove_text(desk: Desk, year: int, address: Address, version: int) -> KeptPlan:
    """Take the entry of a list that `address` is in out of the body, with all that is in it."""

    def work(plan: Plan) -> Plan:
        return kept_beside_the_page(
            plan, _rearranged(desk, plan, lambda whole: without_entry(whole, address))
        )

    return change(desk, year, version, work, lambda plan: _around(plan, address))


def edit_head(desk: Desk, year: int, fields: Fields, version: int) -> KeptPlan:
    """Change the subject, the year of issue, the signature, who drafts and how many copies stay.

    `fields` has "trich_yeu", "nam_ban_hanh", "van_ban_dien_tu"; "ky" and "noi_nhan" with fields of their own.
    """
    held = {key: value for key, value in fields.items() if key in _HEAD}
    places = {
        f"{key}/{inner}": (key, inner)
        for key, value in held.items()
        if isinstance(value, dict)
        for inner in value
    }

    def head(whole: Data) -> None:
        for key, value in held.items():
            whole[key] = {**whole.get(key, {}), **value} if isinstance(value, dict) else value

    def touched(plan: Plan) -> Data:
        data = plan.as_data()
        return {key: data.get(key) for key in held}

    def work(plan: Plan) -> Plan:
        return _rearranged(desk, plan, head, {**places, **{key: (key,) for key in held}})

    return change(desk, year, version, work, touched)


def _rearranged(
    desk: Desk,
    plan: Plan,
    work: Callable[[Data], None],
    fields: Mapping[str, tuple[str | int, ...]] | None = None,
) -> Plan:
    """Return a plan with work done to its data."""
    data = deepcopy(plan.as_data())
    work(data)
    return validated(Plan, data, organisation(desk.session).on(plan.day), fields)


def _validated_row(desk: Desk, plan: Plan, data: Data) -> Data:
    """Return a row as it is kept, from what was typed."""
    whole = {**_REQUIRED, **data}
    if not any((whole.get(_EVENT) or {}).values()):
        whole.pop(_EVENT, None)
    return validated(Subtask, whole, organisation(desk.session).on(plan.day)).as_data()


def _row(plan: Plan, task: str) -> Subtask:
    found = next((row for row in plan.rows() if row.id == task), None)
    if found is None:
        raise no_task(task)
    return found


def _cells(plan: Plan, task: str) -> Data:
    """Return the cells of a row; nothing where it is not there."""
    found = (row.as_data() for row in plan.rows() if row.id == task)
    return {key: value for key, value in next(found, {}).items() if key != "nhiem_vu_con"}


def _at(plan: Plan, places: "Mapping[Address, str] | list[Address]") -> dict[Address, str | None]:
    texts = addressed(plan)
    return {address: texts.get(address) for address in places}


def _around(plan: Plan, address: Address) -> dict[Address, str]:
    """Return the texts in the innermost entry that `address` is in."""
    entry = next(entries_around(f"{address}/"), address)
    return {one: text for one, text in addressed(plan).items() if f"{one}/".startswith(f"{entry}/")}


def _steps(address: Address) -> tuple[str | int, ...]:
    """Return the path to a text in the data of the plan."""
    return tuple(int(step) - 1 if step.isdecimal() else step for step in address.split("/"))


def _new_place(after: Address) -> tuple[str | int, ...]:
    *path, number = after.split("/")
    return (*_steps("/".join(path)), int(number)) if number.isdecimal() and path else ()


def _set(data: Any, place: tuple[str | int, ...], text: str) -> None:
    *path, last = place
    for step in path:
        data = data[step]
    data[last] = text
