"""The one rule by which a task that several units do is as far as the least far of them."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from docgen.model.outcome import Outcome, Status

_FARNESS = (Status.NOT_STARTED, Status.LATE, Status.ONGOING, Status.DROPPED, Status.DONE)


class Tells(Protocol):
    """Whatever says how far a task is."""

    @property
    def outcome(self) -> Outcome:
        """What it says."""


T = TypeVar("T", bound=Tells)


def farness(outcome: Outcome) -> int:
    """Return how far a task is, to be compared; what was late and has its day all the same is done."""
    return _FARNESS.index(Status.DONE if outcome.is_done else outcome.status)


def is_settled(outcome: Outcome) -> bool:
    """Say whether nothing more is to be told: it is done, or will not be."""
    return outcome.is_done or outcome.status is Status.DROPPED


def least_far(answers: Iterable[T]) -> tuple[T, ...]:
    """Return those of the answers of one period that are least far: a task is done when all have done it."""
    told = tuple(answers)
    least = min((farness(answer.outcome) for answer in told), default=0)
    return tuple(answer for answer in told if farness(answer.outcome) == least)
