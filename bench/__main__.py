"""`make bench`: everything measured in one run, as tables and as JSON lines in out/bench.jsonl.

Names of parts (docx, pdf, throughput) on the command line measure only those.
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

from bench import converting, filling, throughput
from bench.tables import ratios, throughputs, timings_table

RESULTS = Path("out/bench.jsonl")
PARTS = {"docx": filling.measure, "pdf": converting.measure}
PACKAGES = ("docxtpl", "jinja2", "lxml", "weasyprint")


def main() -> None:
    wanted = sys.argv[1:] or [*PARTS, "throughput"]
    console = Console()
    timings = [one for part, measure in PARTS.items() if part in wanted for one in measure()]
    if timings:
        console.print(timings_table(timings), ratios(timings))
    plans = throughput.measure() if "throughput" in wanted else []
    if plans:
        console.print(throughputs(plans))
    _write([_machine(), *(one.figures() for one in timings), *(one.figures() for one in plans)])
    console.print(RESULTS)


def _machine() -> dict[str, Any]:
    facts = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    return {**facts, **{name: version(name) for name in PACKAGES}}


def _write(lines: Iterable[dict[str, Any]]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


main()
