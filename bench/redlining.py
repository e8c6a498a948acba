"""The redline of the 2025 plan and the draft that follows it a year later, and how it does with no change."""

import re
from typing import Any

from bench import material
from bench.timing import Measured, in_turn, timed
from docgen.model.plan import Plan
from docgen.word import make_docx
from docgen.word.redline import redline

GROUP = "redline"
ROUNDS = 60


def measure() -> list[Measured]:
    """Time the redline of two real files, and of a file and itself."""
    old, new = material.docx(), make_docx(material.worded(a_year_later()), material.template())
    ways = {
        "docgen redline": timed(lambda: redline(old, new)),
        "docgen redline, nothing changed": timed(lambda: redline(old, old)),
    }
    return in_turn(GROUP, ways, ROUNDS)


def a_year_later() -> Plan:
    """Return the 2025 plan with every year moved, a task moved, one deleted and one of the items reworded."""
    data = _moved_on(material.plan().model_dump(by_alias=True, mode="json"))
    data |= {"nam": data["nam"] + 1, "nam_ban_hanh": data["nam"]}
    first, second, *_ = data["phu_luc"][0]["phan"][0]["nhom"]
    second["nhiem_vu"][:1] = [first["nhiem_vu"].pop(1)]
    data["noi_dung"][2]["khoan"].pop(3)
    return Plan.model_validate(data, context={"organisation": material.organisation()})


def _moved_on(data: Any) -> Any:
    if isinstance(data, str):
        return re.sub(r"\b202[45]\b", lambda year: str(int(year[0]) + 1), data)
    if isinstance(data, list):
        return [_moved_on(entry) for entry in data]
    if isinstance(data, dict):
        return {key: text if key == "id" else _moved_on(text) for key, text in data.items()}
    return data
