"""`make bench`: everything measured in one run, as tables and as JSON lines in out/bench.jsonl.

Names of parts (docx, pdf, check, rows …) on the command line measure only those.
"""

import json
import os
import platform
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.console import Console

from bench import (
    checking,
    converting,
    filling,
    growing,
    importing,
    redlining,
    reporting,
    rolling,
    tables,
    throughput,
)
from bench.service import measuring

RESULTS = Path("out/bench.jsonl")
PARTS: dict[str, Any] = {
    "docx": (filling.measure, tables.timings),
    "pdf": (converting.measure, tables.timings),
    "check": (checking.measure, tables.timings),
    "check-rows": (checking.measure_rows, tables.judged),
    "import": (importing.measure, tables.timings),
    "import-rows": (importing.measure_rows, tables.imported),
    "redline": (redlining.measure, tables.timings),
    "report": (reporting.measure, tables.timings),
    "reports": (reporting.measure_batch, tables.throughputs),
    "rollforward": (rolling.measure, tables.timings),
    "rows": (growing.measure, tables.growth),
    "throughput": (throughput.measure, tables.throughputs),
    "service": (measuring.measure, tables.served),
}
"""How each part is measured, and the tables that show it."""
PACKAGES = ("docxtpl", "jinja2", "lxml", "uharfbuzz")


def main() -> None:
    console, lines = Console(), [_machine()]
    for part in sys.argv[1:] or PARTS:
        measure, shown = PARTS[part]
        measured = measure()
        console.print(*shown(measured))
        lines += [one.figures() for one in measured]
    _write(lines)
    console.print(RESULTS)


def _machine() -> dict[str, Any]:
    facts = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    return {**facts, **{name: version(name) for name in PACKAGES}}


def _write(lines: Iterable[dict[str, Any]]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


main()
