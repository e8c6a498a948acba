"""200 plans one after another: docgen on one process and on two, beside a LibreOffice that listens."""

import multiprocessing
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from time import perf_counter
from types import MappingProxyType
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
Round = Callable[[range], tuple[float, float]]
"""Does the papers of some numbers; returns the seconds, and the most memory of a process in MB."""


@dataclass(frozen=True)
class Throughput:
    """How many papers a second a way did of so many, and the most memory that one process held, in MB."""

    work: str
    way: str
    papers: int
    papers_per_second: float
    peak_mb: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "throughput", **asdict(self)}


def measure() -> list[Throughput]:
    """Do each kind of work in all its ways."""
    with listening() as office:
        return [
            one
            for work, (job, kind) in WORKS.items()
            for one in in_rounds(work, job, PLANS, ROUNDS, _beside(office, kind))
        ]


def in_rounds(
    work: str, job: Job, papers: int, rounds: int, beside: Mapping[str, Round] = MappingProxyType({})
) -> Iterable[Throughput]:
    """Do so many papers in turns, a round in each way, all of them warm."""
    with ExitStack() as stack:
        ways: dict[str, Round] = {
            f"docgen, {number}": partial(_round, _warm(stack, number, job), job) for number in PROCESSES
        }
        ways |= beside
        step = papers // rounds
        taken = [
            {way: do(range(start, start + step)) for way, do in ways.items()}
            for start in range(0, papers, step)
        ]
    return [_summary(work, way, papers, [one[way] for one in taken]) for way in ways]


def _beside(office: Worker | None, kind: str) -> dict[str, Round]:
    """Return the way of LibreOffice, warm, where it has one."""
    if not (office and kind):
        return {}
    office.way(kind)(1)
    return {"LibreOffice, 1": partial(_office_round, office, kind)}


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


def _summary(work: str, way: str, papers: int, rounds: list[tuple[float, float]]) -> Throughput:
    seconds = sum(taken for taken, _ in rounds)
    return Throughput(work, way, papers, papers / seconds, max(peak for _, peak in rounds))


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
