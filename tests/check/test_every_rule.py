"""No rule without planted defects: each stands at least twice in the tables of the tests beside this one."""

import re
from collections import Counter
from pathlib import Path

import pytest

from docgen.rules import rules

HERE = Path(__file__).parent
ROW = re.compile(r'[(\[{]\s*"([A-Z]\d\d)",')
ELSEWHERE = {"X01": "families/files/test_pdf_file.py"}
"""What is no defect of a Word file has a table of another kind."""


@pytest.fixture(scope="module")
def rows():
    return Counter(name for path in HERE.rglob("test_*.py") for name in ROW.findall(path.read_text("utf-8")))


@pytest.mark.parametrize("rule", [rule.id for rule in rules() if rule.id not in ELSEWHERE])
def test_a_rule_has_two_planted_defects(rows, rule):
    assert rows[rule] >= 2


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_the_other_tables_are_there(rule):
    assert (HERE / ELSEWHERE[rule]).exists()
