"""Addresses: where in a plan a text stands, by the keys of its YAML file.

Entries of lists are counted from 1 as on the page ("noi_dung/3/khoan/10/noi_dung"); a task or sub-task is
known by its id wherever it stands ("nhiem_vu/giao-bien-che/thoi_gian").
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from docgen.model.plan import Plan

Address: TypeAlias = str
"""Keys and numbers joined by "/"."""

TASK = "nhiem_vu"
_TASK_PARTS = 2
_ROWS = frozenset({TASK, "nhiem_vu_con"})
_WORDLESS = frozenset({"id", "loai", "huong", "cot", "ky", "su_kien", "can_quyet_dinh", "ngay_ban_hanh"})
"""Keys under which no words of a plan stand that a year's change could touch."""

_Slot: TypeAlias = tuple[Any, str | int]
"""A list or mapping and the place in it that holds one text."""


def task_address(task: str, field: str = "") -> Address:
    """Return the address of the task with the id `task`, or of one of its cells by its YAML key."""
    return "/".join(filter(None, (TASK, task, field)))


def task_of(address: Address) -> str:
    """Return the id of the task that an address is in; empty outside of tasks."""
    first, *rest = address.split("/")
    return rest[0] if first == TASK and rest else ""


def entries_around(address: Address) -> Iterator[Address]:
    """Yield the entries of lists, and the task, that an address is in, the innermost first."""
    keys = address.split("/")
    for size in range(len(keys) - 1, 1, -1):
        if keys[size - 1].isdecimal() or (keys[0] == TASK and size == _TASK_PARTS):
            yield "/".join(keys[:size])


def addressed(plan: Plan) -> dict[Address, str]:
    """Return every text of `plan` by its address, as stored, in the order of the page."""
    return {address: holder[at] for address, (holder, at) in _slots(plan.as_data(), "")}


def with_texts(plan: Plan, texts: Mapping[Address, str]) -> Plan:
    """Return `plan` with other texts at some addresses; ones that it does not have are left alone.

    Raises:
        ValueError: a text is not one that may stand there.

    """
    tree = plan.as_data()
    for address, (holder, at) in _slots(tree, ""):
        if address in texts:
            holder[at] = texts[address]
    return Plan.model_validate(tree)


def _slots(node: Any, address: Address) -> Iterator[tuple[Address, _Slot]]:
    """Yield where each text below `node` is held, by its address."""
    for at, value, inner in _entries(node, address):
        if isinstance(value, str):
            yield inner, (node, at)
        elif isinstance(value, dict | list):
            yield from _slots(value, inner)


def _entries(node: Any, address: Address) -> Iterator[tuple[str | int, Any, Address]]:
    """Yield what stands in `node`: key or index, value, and its address."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in _WORDLESS:
                yield key, value, f"{address}/{key}" if address else key
        return
    is_rows = address.rpartition("/")[2] in _ROWS
    for at, value in enumerate(node):
        yield at, value, task_address(value["id"]) if is_rows else f"{address}/{at + 1}"
