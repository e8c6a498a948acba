"""Tables of ever more rows as PDF: how the time grows, and the memory of a process that does nothing else."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from math import log
from statistics import linear_regression
from typing import Any

from bench import material
from bench.memory import peak_mb
from bench.timing import in_turn, timed
from docgen.pdf import convert

ROWS = (100, 250, 500, 1000, 2000)
ROUNDS = 5


@dataclass(frozen=True)
class Grown:
    """A plan with so many rows: the medians as each kind of PDF, the most memory held as PDF/A-2a."""

    rows: int
    untagged_ms: float
    archive_ms: float
    peak_mb: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "rows", **asdict(self)}


def exponent(rows: Sequence[int], times: Sequence[float]) -> float:
    """Return the power of the number of rows that the times grow with, by least squares of the logarithms."""
    return linear_regression([log(count) for count in rows], [log(time) for time in times]).slope


def measure() -> list[Grown]:
    """Time every length in turn; then convert each once in a new process."""
    plans = {rows: material.docx_of(rows) for rows in ROWS}
    untagged = {str(rows): timed(partial(convert, docx, tagged=False)) for rows, docx in plans.items()}
    archive = {f"{rows} archive": timed(partial(convert, docx)) for rows, docx in plans.items()}
    medians = {one.way: one.median_ms for one in in_turn("rows", untagged | archive, ROUNDS)}
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        peaks = list(pool.map(_peak_of, plans.values()))
    return [
        Grown(rows, medians[str(rows)], medians[f"{rows} archive"], peak)
        for rows, peak in zip(ROWS, peaks, strict=True)
    ]


def _peak_of(docx: bytes) -> float:
    """Convert one file; return the most memory that this process has held."""
    convert(docx)
    return peak_mb()
