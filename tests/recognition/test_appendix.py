"""An appendix as offices type it is read into parts, groups and tasks; nothing of it is lost."""

from pathlib import Path

import pytest
from grids import blocks, lines

from docgen.recognition.appendix import read_appendix
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line

SCAN = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"
UNITS_WITH_COMMA = {
    "Phòng Công chức, viên chức",
    "Các cơ quan, đơn vị liên quan",
    "Các cơ quan, đơn vị, liên quan",
}


def title(line: Line) -> str:
    return line.text


def units(line: Line) -> list[str]:
    return [line.text.strip()]


def read(drawing, between="|"):
    ledger = Ledger()
    parts = blocks(drawing, between)
    reading = read_appendix(parts, title, units, ledger)
    assert list(ledger.unsettled(lines(parts))) == []
    return reading.draft, ledger


def codes(ledger):
    return [finding.code for finding in ledger.findings]


@pytest.fixture(scope="module")
def scan():
    text = SCAN.read_text(encoding="utf-8")
    return read(text[text.index("STT\t") :], between="\t")


def bare(value):
    """The data of a plan without ids and without what only looks otherwise in the scan."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key != "id" and item not in ("", [], ())}
    if isinstance(value, list | tuple):
        joined = ", ".join(value) if value and isinstance(value[0], str) else None
        return joined or [bare(item) for item in value]
    return " ".join(value.split())


def test_the_scan_is_the_plan_of_2025(scan, plan_2025):
    draft, _ = scan
    expected = bare(plan_2025.appendices[0].model_dump(by_alias=True))["phan"]
    assert capitals(bare(draft["phan"])) == capitals(expected)


def capitals(parts):
    return [
        {"ten": part["ten"].upper(), "nhom": [{**g, "ten": g["ten"].upper()} for g in part["nhom"]]}
        for part in parts
    ]
