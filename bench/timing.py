"""Ways timed in turn, a few runs each, round after round: what disturbs the machine meets them all alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any

Batch = Callable[[int], list[float]]


@dataclass(frozen=True)
class Measured:
    """How one way did: the seconds of every run."""

    group: str
    way: str
    seconds: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return 1000 * median(self.seconds)

    @property
    def p95_ms(self) -> float:
        return 1000 * quantiles(self.seconds, n=20, method="inclusive")[-1]

    def figures(self) -> dict[str, Any]:
        """Return what is kept of the runs."""
        times = {"median_ms": round(self.median_ms, 3), "p95_ms": round(self.p95_ms, 3)}
        return {"group": self.group, "way": self.way, **times, "runs": len(self.seconds)}


def timed(action: Callable[[], object]) -> Batch:
    """Return a batch that times each of its runs of `action`."""

    def batch(runs: int) -> list[float]:
        return [seconds_of(action) for _ in range(runs)]

    return batch


def in_turn(group: str, ways: Mapping[str, Batch], rounds: int, runs: int = 1) -> list[Measured]:
    """Time every way `rounds` × `runs` times, in turn, after one round that does not count."""
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for round_number in range(rounds + 1):
        for way, batch in ways.items():
            taken = batch(runs)
            seconds[way] += taken if round_number else []
    return [Measured(group, way, tuple(taken)) for way, taken in seconds.items()]


def seconds_of(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start
