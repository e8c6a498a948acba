"""Rows and texts of a plan put in, moved and taken out by hand: the rest stays as it is.

Plans go in and come out as data under their YAML keys, for the caller to validate.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from docgen.errors import ConflictError, MissingError
from docgen.model.address import TASK, Address, entries_around

Data: TypeAlias = dict[str, Any]

_TASKS, _SUBTASKS = TASK, "nhiem_vu_con"
_BLOCKS = ("phu_luc", "phan", "nhom")
_LISTS = frozenset({"can_cu", "mo_dau", "noi_dung", "doan", "gach", "khoan", "diem", "danh_sach"})
"""Keys of the lists of the body and of the recipients."""
_SHAPES = {"khoan": "noi_dung", "noi_dung": "tieu_de"}
"""Lists of the body whose entries are more than a text, and the key under which a new one has it."""


def with_row(plan: Data, row: Data, home: str, position: int | None = None) -> None:
    """Put a row into the plan.

    Args:
        plan: is changed.
        row: a task, or what is to be a sub-task.
        home: the address of a group ("phu_luc/1/phan/1/nhom/2"), or the id of the task that it goes under.
        position: where it stands there, from 1; behind all others with None.

    Raises:
        MissingError: there is no such group or task.
        ConflictError: it has sub-tasks, and would be one itself.

    """
    rows = _rows_at(plan, home)
    if "/" not in home and row.get(_SUBTASKS):
        raise ConflictError(
            "Nhiệm vụ đang có nhiệm vụ con nên không đặt dưới nhiệm vụ khác được.",
            "Hãy chuyển các nhiệm vụ con ra trước.",
        )
    rows.insert(len(rows) if position is None else max(position - 1, 0), row)


def row_taken(plan: Data, task: str) -> Data:
    """Take the row with an id out of the plan, which is changed; return it with its sub-tasks.

    Raises:
        MissingError: there is no such row.
        ConflictError: no other task is left in its group, which cannot be empty.

    """
    rows, position = _place_of(plan, task)
    if len(rows) == 1 and any(rows is tasks for _, tasks in _groups(plan)):
        raise _last_one()
    return rows.pop(position)


def replaced_row(plan: Data, row: Data) -> None:
    """Put a row in the place of the one with its id; the sub-tasks of that one stay.

    Raises:
        MissingError: there is no such row.

    """
    rows, position = _place_of(plan, row["id"])
    kept = {key: value for key, value in rows[position].items() if key == _SUBTASKS}
    rows[position] = row | kept


def shifted_row(plan: Data, task: str, places: int) -> None:
    """Put the row with an id so many places further down among those beside it; up with negative `places`.

    Raises:
        MissingError: there is no such row.

    """
    rows, position = _place_of(plan, task)
    rows.insert(max(position + places, 0), rows.pop(position))


def home_of(plan: Data, task: str) -> str:
    """Return where the row with an id is: the address of its group, or the id of the task that it is under.

    Raises:
        MissingError: there is no such row.

    """
    rows, _ = _place_of(plan, task)
    for address, tasks in _groups(plan):
        if rows is tasks:
            return address
    return next(str(row["id"]) for _, tasks in _groups(plan) for row in tasks if row.get(_SUBTASKS) is rows)


def with_entry(plan: Data, after: Address, text: str) -> None:
    """Put a text into a list of the body behind the entry `after`, whose number may be 0.

    A new item or section has nothing but the text; a list that is not there yet is begun.

    Raises:
        MissingError: there is no such place.

    """
    holder, key, number = _entry_at(plan, after)
    entries = holder.setdefault(key, [])
    if number > len(entries):
        raise no_place(after)
    entries.insert(number, {_SHAPES[key]: text} if key in _SHAPES else text)


def without_entry(plan: Data, address: Address) -> None:
    """Take the innermost entry of a list that `address` is in out of the body, with all that is in it.

    Raises:
        MissingError: there is no such place.

    """
    holder, key, number = _entry_at(plan, next(entries_around(f"{address}/"), ""))
    entries = holder.get(key, [])
    if not 1 <= number <= len(entries):
        raise no_place(address)
    del entries[number - 1]


def no_task(task: str) -> MissingError:
    """Return that a task is not in the plan."""
    return MissingError(f"Kế hoạch không có nhiệm vụ “{task}”.", "Hãy mở lại kế hoạch để xem bản mới nhất.")


def no_place(address: Address) -> MissingError:
    """Return that a place is not in the plan."""
    return MissingError(f"Kế hoạch không có chỗ “{address}”.", "Hãy mở lại kế hoạch để xem bản mới nhất.")


def _last_one() -> ConflictError:
    return ConflictError(
        "Đây là nhiệm vụ duy nhất của nhóm; chuyển hoặc bỏ đi thì nhóm trống.",
        "Hãy thêm nhiệm vụ khác vào nhóm trước.",
    )


def _groups(plan: Data) -> Iterator[tuple[Address, list[Data]]]:
    """Yield the address of every group, and its tasks."""
    blocks = [("", plan)]
    for key in _BLOCKS:
        blocks = [
            (f"{address}/{key}/{number}".lstrip("/"), inner)
            for address, block in blocks
            for number, inner in enumerate(block.get(key, ()), 1)
        ]
    for address, group in blocks:
        yield address, group[_TASKS]


def _place_of(plan: Data, name: str) -> tuple[list[Data], int]:
    """Return the list that the row with an id is in, and its index there."""
    for _, tasks in _groups(plan):
        for rows in (tasks, *(task.get(_SUBTASKS, []) for task in tasks)):
            if found := [position for position, row in enumerate(rows) if row["id"] == name]:
                return rows, found[0]
    raise no_task(name)


def _rows_at(plan: Data, home: str) -> list[Data]:
    for address, tasks in _groups(plan):
        if address == home:
            return tasks
        for task in tasks:
            if task["id"] == home:
                subtasks: list[Data] = task.setdefault(_SUBTASKS, [])
                return subtasks
    raise no_place(home) if "/" in home else no_task(home)


def _entry_at(plan: Data, address: Address) -> tuple[Data, str, int]:
    """Return what holds the list that the entry at `address` is in, the key of the list, and the number."""
    *path, key, number = address.split("/") if "/" in address else ("", "")
    node: Any = plan
    if key not in _LISTS:
        raise no_place(address)
    try:
        for step in path:
            node = node[int(step) - 1] if step.isdecimal() else node[step]
        return node, key, int(number)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise no_place(address) from error
