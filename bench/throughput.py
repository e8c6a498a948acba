"""200 plans that differ, each as Word and PDF/A file, on one process and on two."""

import multiprocessing
import os
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import material
from docgen.pdf import to_pdf
from docgen.word import make_docx

PLANS, ROUNDS = 200, 4
PROCESSES = (1, 2)


@dataclass(frozen=True)
class Throughput:
    """How many plans a second, and the most memory that one process held, in MB."""

    processes: int
    plans_per_second: float
    peak_mb: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "throughput", **asdict(self)}


def measure() -> list[Throughput]:
    """Render the plans in turns, a round on one process and a round on two, both pools warm."""
    with ExitStack() as stack:
        pools = {number: stack.enter_context(_pool(number)) for number in PROCESSES}
        for number, pool in pools.items():
            list(pool.map(_render, range(4 * number)))
        rounds = [{number: _round(pool, start) for number, pool in pools.items()} for start in _starts()]
        return [_summary(number, [one[number] for one in rounds]) for number in PROCESSES]


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))


def _starts() -> Iterator[int]:
    yield from range(0, PLANS, PLANS // ROUNDS)


def _round(pool: ProcessPoolExecutor, start: int) -> tuple[float, float]:
    """Return the seconds of a round and the most memory that a process held."""
    began = perf_counter()
    peaks = list(pool.map(_render, range(start, start + PLANS // ROUNDS)))
    return perf_counter() - began, max(peaks)


def _summary(processes: int, rounds: list[tuple[float, float]]) -> Throughput:
    seconds = sum(taken for taken, _ in rounds)
    return Throughput(processes, PLANS / seconds, max(peak for _, peak in rounds))


def _render(number: int) -> float:
    """Render one plan; return the most memory that this process has held so far."""
    to_pdf(make_docx(material.another(number), material.template()))
    return _peak_mb()


def _peak_mb() -> float:
    """Return the high-water mark of this process; getrusage would count what it was forked from."""
    status = Path(f"/proc/{os.getpid()}/status").read_text(encoding="ascii")
    (kilobytes,) = re.findall(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(kilobytes) / 1024
