"""Whatever value stands at whatever place, what is said of it is Vietnamese and says how to mend it."""

import copy
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from often import examples
from pydantic import ValidationError
from ruamel.yaml import YAML

from docgen.importers.problems import problems_of
from docgen.importers.yaml_tree import YamlTree
from docgen.model.plan import Plan
from docgen.resources import shipped

DATA = YAML(typ="safe", pure=True).load(shipped("data") / "kehoach-2025.yaml")
DATA["phu_luc"][0]["phan"] = DATA["phu_luc"][0]["phan"][1:]
DATA |= {"so": 5, "ngay_ban_hanh": "27/12/2024", "can_cu": ["Căn cứ"]}
DECISION = {"id": "mot", "cho": "trich_yeu", "cau_hoi": "Có đổi không?", "de_xuat": "Đổi.", "ly_do": "Cũ."}
DATA["can_quyet_dinh"] = [
    DECISION | {"trich": "2025", "thay_bang": "2026", "bo_nhiem_vu": False, "ket_luan": "dong_y"}
]
TASK = DATA["phu_luc"][0]["phan"][0]["nhom"][0]["nhiem_vu"][0]
TASK["su_kien"] = {"ngay": "05/3/2025", "van_ban": "Quyết định"}
ENGLISH = re.compile(
    r"\b(input|should|valid|value|field|type|string|integer|error|required|than|or)\b", re.IGNORECASE
)
WRONG = [
    None,
    True,
    0,
    -1,
    10**20,
    2.5,
    "",
    "chữ",
    "31/02/2025",
    "2025-01-01T10:00",
    [],
    ["a"],
    [[1]],
    {},
    {"la": 1},
]


def places(data, place=()):
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*place, step)
        yield from places(value, (*place, step))


def said_of(data):
    try:
        Plan.model_validate(data)
    except ValidationError as error:
        return list(problems_of(error, Plan, YamlTree(data)))
    return []


@given(place=st.sampled_from(list(places(DATA))), value=st.sampled_from(WRONG))
@settings(max_examples=examples(200), deadline=None)
def test_every_problem_is_known_and_told_in_vietnamese(place, value):
    data = copy.deepcopy(DATA)
    holder = data
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    for finding in said_of(data):
        assert finding.code != "sai-gia-tri"  # the last resort, for what nobody thought of
        assert finding.message.endswith(".")
        assert not ENGLISH.search(finding.message + finding.remedy)
