"""Plans compared as a person compares them: ids are made up, blanks and capitals of titles do not count."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from departments.typist import Data
from docgen.documents import DOCUMENT_TYPES
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

_TITLES = {
    "trich_yeu",
    "tieu_de",
    "ten",
    "tap_the",
    "chuc_vu",
    "chuc_vu_cap_truong",
    "chuc_vu_truong_don_vi",
}
"""Keys whose texts are typed in capitals."""


def plan_of(data: Data) -> Plan:
    """Return the plan that data without ids says."""
    return Plan.model_validate(_with_ids(data, count(1)))


def _with_ids(node: Any, numbers: count) -> Any:
    if isinstance(node, list):
        return [_with_ids(one, numbers) for one in node]
    if not isinstance(node, dict):
        return node
    named = {"id": f"so-{next(numbers)}"} if "chu_tri" in node and "stt" not in node else {}
    return named | {key: one if key == "cot" else _with_ids(one, numbers) for key, one in node.items()}


def as_data(plan: Plan) -> Any:
    """Return what a plan says, to be compared."""
    return _plainly(plan.model_dump(mode="json", by_alias=True), "")


def _plainly(node: Any, key: str) -> Any:
    if isinstance(node, dict):
        return {name: _plainly(one, name) for name, one in node.items() if name != "id"}
    if isinstance(node, list):
        return [_plainly(one, key) for one in node]
    if not isinstance(node, str):
        return node
    lines = "\n".join(" ".join(line.split()) for line in node.split("\n"))
    return lines.casefold() if key in _TITLES else lines


def texts_of(plan: Plan, organisation: Organisation) -> list[str]:
    """Return every text of a plan, as it is stored and as it is printed, and all names of a cell together."""
    printed = DOCUMENT_TYPES[plan.type_name].compose(plan, organisation).printed_texts()
    return [*_texts(plan.model_dump(mode="json", by_alias=True)), *printed]


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for one in node.values():
            yield from _texts(one)
    elif isinstance(node, list):
        yield from (text for one in node for text in _texts(one))
        yield " ".join(one for one in node if isinstance(one, str))
    elif isinstance(node, str):
        yield node.replace("**", "")
