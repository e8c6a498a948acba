"""What a pass over a text gives: the text of the new year, why it differs, what it leaves to a person."""

from dataclasses import dataclass
from enum import StrEnum


class Concern(StrEnum):
    """What a doubt is about; the ids of decisions begin with it."""

    YEAR = "nam"
    HORIZON = "giai-doan"
    CITATION = "vien-dan"
    DEADLINE = "thoi-han"
    TASK = "nhiem-vu"
    UNIT = "don-vi"
    TERM = "thuat-ngu"
    RECIPIENT = "noi-nhan"
    BUDGET = "kinh-phi"


@dataclass(frozen=True)
class Doubt:
    """What only a person can decide, in the words of `model.decision.Decision`; all Vietnamese sentences.

    `quote` are words of the new text, empty where all of them are at issue; accepting writes `replacement`
    in their place, or takes the task out (`leaves_out`); with neither, what stands there is confirmed.
    """

    concern: Concern
    question: str
    proposal: str
    reason: str
    quote: str = ""
    replacement: str = ""
    leaves_out: bool = False


@dataclass(frozen=True)
class Rewritten:
    """A text as it is proposed for the new year, with the reasons of what changed, and the doubts."""

    text: str
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
