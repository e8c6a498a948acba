"""Where something stands in a file, in the officer's words: "Phụ lục, phần A, nhiệm vụ 12, ô “…”"."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from docgen.importers.yaml_tree import Place, YamlTree
from docgen.model.schema import model_at, title_of
from docgen.transform.numbered import NUMBERED, numbered

_BLOCKS = {
    "noi_nhan": "nơi nhận",
    "ky": "chữ ký",
    "cot": "tiêu đề cột",
    "su_kien": "sự kiện đã xảy ra",
    "quy_dinh_chung": "quy định chung",
}


def place_in_words(root: type[BaseModel], place: Place, data: Any) -> str:
    """Return `place`, a path into `data` of the model `root`, as an officer says it; "" for the whole."""
    words = ", ".join(_name(root, stop, data, last=stop == place) for stop in _stops(place))
    return words[:1].upper() + words[1:]


def task_places(tree: YamlTree) -> Iterator[tuple[str, Place]]:
    """Yield the id and the place of every task and sub-task, in the order of the file."""
    return _with_ids(tree, "phu_luc")


def decision_places(tree: YamlTree) -> Iterator[tuple[str, Place]]:
    """Yield the id and the place of every decision, in the order of the file."""
    return _with_ids(tree, "can_quyet_dinh")


def _with_ids(tree: YamlTree, key: str) -> Iterator[tuple[str, Place]]:
    """Yield what has an id under a key of the plan: the id and the place."""
    for place, value in tree.values():
        if place[0] == key and place[-1] == "id" and isinstance(value, str):
            yield value, place[:-1]


def _stops(place: Place) -> Iterator[Place]:
    """Yield the beginnings of `place` that have a name; a task is found by its part, without its group."""
    for size in range(1, len(place) + 1):
        beginning, rest = place[:size], place[size:]
        inside = bool(rest) and isinstance(rest[0], int)
        if not inside and not (beginning[-2:-1] == ("nhom",) and "nhiem_vu" in rest):
            yield beginning


def _name(root: type[BaseModel], place: Place, data: Any, *, last: bool) -> str:
    *_, key = place
    if isinstance(key, int):
        return _entry(root, place, data)
    if key in _BLOCKS and model_at(root, place):
        return _BLOCKS[key]
    return f"ô “{title_of(root, place)}”" if last else key


def _entry(root: type[BaseModel], place: Place, data: Any) -> str:
    """Return what an entry of a list is called, by the number that will be printed before it."""
    key, position = str(place[-2]), int(place[-1])
    if key == "phu_luc":
        return numbered(key, position + 1) if len(data[key]) > 1 else "phụ lục"
    if key == "nhiem_vu":
        return f"nhiệm vụ {_task_number(place, data)}"
    if key == "nhiem_vu_con":
        return f"nhiệm vụ con {_task_number(place[:-2], data)}.{position + 1}"
    return numbered(key, position + 1) if key in NUMBERED else f"ô “{title_of(root, place[:-1])}”"


def _task_number(place: Place, data: Any) -> int:
    """Return the number of the task at `place`: tasks are counted through all groups of a part."""
    *part, _, group, _, position = place
    for step in part:
        data = data[step]
    before = data["nhom"][: int(group)]
    return sum(len(_tasks(entry)) for entry in before) + int(position) + 1


def _tasks(group: Any) -> list[Any]:
    """Return the tasks of a group that may be no group at all."""
    tasks = group.get("nhiem_vu") if isinstance(group, dict) else None
    return tasks if isinstance(tasks, list) else []
