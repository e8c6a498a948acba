"""How states look: words, picture and colour together, never the colour alone."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.outcome import Status
from docgen.model.papers import JobState, NumberState, PlanState
from docgen.office.submissions import Filling


@dataclass(frozen=True)
class Look:
    """A colour of Tabler's and a picture of Font Awesome's."""

    colour: str
    icon: str


_LOOKS: dict[StrEnum, Look] = {
    SubmissionState.DRAFT: Look("secondary", "circle"),
    SubmissionState.FOR_APPROVAL: Look("cyan", "hourglass-half"),
    SubmissionState.SENT: Look("blue", "paper-plane"),
    SubmissionState.RETURNED: Look("orange", "rotate-left"),
    SubmissionState.ACCEPTED: Look("green", "circle-check"),
    SubmissionState.LOCKED: Look("dark", "lock"),
    Status.NOT_STARTED: Look("secondary", "circle"),
    Status.ONGOING: Look("blue", "pen"),
    Status.DONE: Look("green", "circle-check"),
    Status.LATE: Look("red", "clock"),
    Status.DROPPED: Look("dark", "ban"),
    Filling.EMPTY: Look("secondary", "circle"),
    Filling.PARTIAL: Look("azure", "pen"),
    Filling.WRONG: Look("red", "triangle-exclamation"),
    Filling.DONE: Look("green", "circle-check"),
    PeriodState.PLANNED: Look("secondary", "circle"),
    PeriodState.OPEN: Look("blue", "door-open"),
    PeriodState.CLOSED: Look("dark", "lock"),
    PeriodState.ISSUED: Look("green", "stamp"),
    PlanState.DRAFT: Look("azure", "pen"),
    PlanState.ISSUED: Look("green", "stamp"),
    JobState.WAITING: Look("secondary", "hourglass-start"),
    JobState.RUNNING: Look("blue", "spinner"),
    JobState.DONE: Look("green", "circle-check"),
    JobState.FAILED: Look("red", "triangle-exclamation"),
    NumberState.TAKEN: Look("blue", "hashtag"),
    NumberState.ISSUED: Look("green", "stamp"),
    NumberState.CANCELLED: Look("secondary", "ban"),
}


def look_of(state: StrEnum) -> Look:
    """Return how a state looks.

    Raises:
        KeyError: it has no look yet: give it one in the table.

    """
    return _LOOKS[state]
