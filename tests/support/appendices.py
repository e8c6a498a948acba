"""Drawn appendices, read; what was read as an outline of lines."""

from grids import blocks, lines

from docgen.recognition.appendix import read_appendix
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line

HEAD = "STT | Nhiệm vụ cụ thể | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện\n"


def title(line: Line) -> str:
    return line.text


def units(line: Line) -> list[str]:
    return [name.strip() for name in line.text.split(";")]


def read(drawing, between="|"):
    """Return the draft and the ledger of a drawing, all of which is accounted for."""
    ledger = Ledger()
    parts = blocks(drawing, between)
    reading = read_appendix(parts, title, units, ledger)
    assert list(ledger.unsettled(lines(parts))) == []
    return reading.draft, ledger


def outline(draft):
    """Return a line for each title and task: "1 Rà soát: Văn phòng / Các phòng / Quý I"."""
    found = []
    for part in draft["phan"]:
        found += [f"# {part['ten']}"] if "ten" in part else []
        for group in part["nhom"]:
            found += [f"## {group['ten']}"] if "ten" in group else []
            for task in group["nhiem_vu"]:
                found += [said(task), *(f"- {said(subtask)}" for subtask in task.get("nhiem_vu_con", []))]
    return found


def said(task):
    values = (value for key, value in task.items() if key not in {"noi_dung", "nhiem_vu_con"})
    cells = " / ".join(", ".join(value) if isinstance(value, list) else value for value in values)
    return f"{task['noi_dung']}: {cells}".removesuffix(": ")


def told(ledger, code):
    """Return the one finding of a kind."""
    (finding,) = [finding for finding in ledger.findings if finding.code == code]
    return finding


def codes(ledger):
    return {finding.code for finding in ledger.findings}
