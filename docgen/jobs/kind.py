"""What a kind of work is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.jobs.run import Run


class Queue(StrEnum):
    """Where a job waits for its turn; each queue does one job at a time."""

    HEAVY = "nang"
    """Documents are made: minutes."""
    LIGHT = "nhe"
    """Only the database is looked at: seconds, so that nobody is reminded late because of a big report."""


@dataclass(frozen=True)
class Kind:
    """A kind of work: what `do` returns, JSON, is the result of the job."""

    do: Callable[[Run], Mapping[str, Any]]
    queue: Queue = Queue.HEAVY
