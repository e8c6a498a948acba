"""200 plans one after another: docgen on one process and on two, beside a LibreOffice that listens."""

import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from time import perf_counter
from typing import Any

from bench import material
from bench.libreoffice import listening
from bench.memory import peak_mb
from bench.worker import Worker
from docgen.pdf import convert, to_pdf
from docgen.word import make_docx

PLANS, ROUNDS = 200, 4
PROCESSES = (1, 2)
Job = Callable[[int], float]
"""Makes the plan of a number; returns the most memory that its process has held so far, in MB."""


@dataclass(frozen=True)
class Throughput:
    """How many plans a second a way did, and the most memory that one process held, in MB."""

    work: str
    way: str
    plans_per_second: float
    peak_mb: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "throughput", **asdict(self)}


def measure() -> list[Throughput]:
    """Do each kind of work in all its ways."""
    with listening() as office:
        return [one for work, (job, kind) in WORKS.items() for one in _in_turn(work, job, office, kind)]


def _in_turn(work: str, job: Job, office: Worker | None, kind: str) -> Iterable[Throughput]:
    """Do the plans in turns, a round in each way, all of them warm."""
    with ExitStack() as stack:
        ways = {f"docgen, {number}": partial(_round, _warm(stack, number, job), job) for number in PROCESSES}
        if office and kind:
            ways["LibreOffice, 1"] = partial(_office_round, office, kind)
            office.way(kind)(1)
        step = PLANS // ROUNDS
        rounds = [
            {way: do(range(start, start + step)) for way, do in ways.items()}
            for start in range(0, PLANS, step)
        ]
    return [_summary(work, way, [one[way] for one in rounds]) for way in ways]


def _warm(stack: ExitStack, processes: int, job: Job) -> ProcessPoolExecutor:
    pool = stack.enter_context(ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")))
    list(pool.map(job, range(4 * processes)))
    return pool


def _round(pool: ProcessPoolExecutor, job: Job, plans: range) -> tuple[float, float]:
    began = perf_counter()
    peaks = list(pool.map(job, plans))
    return perf_counter() - began, max(peaks)


def _office_round(office: Worker, kind: str, plans: range) -> tuple[float, float]:
    return sum(office.way(kind)(len(plans))), 0


def _summary(work: str, way: str, rounds: list[tuple[float, float]]) -> Throughput:
    seconds = sum(taken for taken, _ in rounds)
    return Throughput(work, way, PLANS / seconds, max(peak for _, peak in rounds))


def _render(number: int) -> float:
    """Render a plan unlike the others; return the most memory that this process has held so far."""
    to_pdf(make_docx(material.another(number), material.template()))
    return peak_mb()


def _convert(_: int, *, tagged: bool) -> float:
    """Convert the plan that LibreOffice converts; return what `_render` returns."""
    convert(material.docx(), tagged=tagged)
    return peak_mb()


WORKS: dict[str, tuple[Job, str]] = {
    "Word and PDF/A-2a": (_render, ""),
    "untagged": (partial(_convert, tagged=False), "untagged"),
    "PDF/A-2a": (partial(_convert, tagged=True), "PDF/A-2"),
}
"""Jobs by what they make, and what LibreOffice calls it."""
