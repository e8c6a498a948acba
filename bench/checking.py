"""The plan checked: stage by stage, beside its PDF, from the command line, and with ever more rows."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import material
from bench.growing import ROWS
from bench.timing import Measured, in_turn, timed
from docgen.check import check, fix
from docgen.check.judging import judge
from docgen.components import read_paper
from docgen.package import open_package
from docgen.pdf import convert, paragraph_pages
from docgen.word.reading import read_document

GROUP = "check"
ROUNDS, COLD_ROUNDS, GROWN_ROUNDS = 30, 5, 5
COLD = "docgen check, cold start"


def measure() -> list[Measured]:
    """Time the check and its stages beside the PDF; then the whole command in a new process."""
    docx = material.docx()
    document = read_document(open_package(docx))
    ways = {
        "docgen pdf, untagged": timed(lambda: convert(docx, tagged=False)),
        "docgen check": timed(lambda: check(open_package(docx))),
        "docgen check: reading": timed(lambda: read_document(open_package(docx))),
        "docgen check: components": timed(lambda: read_paper(document)),
        "docgen check: judging": timed(lambda: judge(document)),
        "docgen check: pages": timed(lambda: paragraph_pages(open_package(docx))),
        "docgen fix": timed(lambda: fix(docx)),
    }
    measured = in_turn(GROUP, ways, ROUNDS)
    with TemporaryDirectory() as folder:
        path = material.written_to(Path(folder))
        return [*measured, *in_turn(GROUP, {COLD: timed(partial(_command, path))}, COLD_ROUNDS)]


def _command(path: Path) -> None:
    """Run `docgen check` as a person does; the plan has one error, so that its status is 1."""
    command = (str(Path(sys.executable).with_name("docgen")), "check", str(path))
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"docgen check ended with {done.returncode}")


@dataclass(frozen=True)
class Judged:
    """A plan with so many rows: the median of its check."""

    rows: int
    check_ms: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "check-rows", **asdict(self)}


def measure_rows() -> Sequence[Judged]:
    """Time the check of every length in turn."""
    plans = {rows: material.docx_of(rows) for rows in ROWS}
    ways = {str(rows): timed(partial(_check, docx)) for rows, docx in plans.items()}
    medians = {one.way: one.median_ms for one in in_turn("check-rows", ways, GROWN_ROUNDS)}
    return [Judged(rows, medians[str(rows)]) for rows in ROWS]


def _check(docx: bytes) -> None:
    check(open_package(docx))
