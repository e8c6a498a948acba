"""Deadlines: the phrase of the office, kept to the letter, and what it means in the calendar."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field

from docgen.model.base import Model
from docgen.model.text import VnText
from docgen.model.timeframe import DeadlineKind, read_timeframes

__all__ = ["Deadline", "DeadlineKind", "Phase"]

_LABELLED = re.compile(r"(?P<label>[^:]+?)\s*:\s*(?P<when>.+)", re.DOTALL)
_PHASE_BREAK = re.compile(r"\s*[;\n]\s*")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_CAPITALS_OF_A_LABEL = 8
_AWAITED = (
    (
        re.compile(r"(?:ngay\s+)?(?:sau\s+khi|khi|sau)\s+(?P<event>.+)", re.IGNORECASE | re.DOTALL),
        DeadlineKind.EVENT,
    ),
    (re.compile(r"theo\s+(?P<event>.+)", re.IGNORECASE | re.DOTALL), DeadlineKind.SUPERIOR_PLAN),
)


class Phase(Model):
    """One step of a deadline, such as "Ban hành Kế hoạch: Quý I".

    A phase has either both dates, or an event (or superior plan) it waits for, or neither when its phrase is
    not understood. The day of an event, once recorded, is `earliest`.
    """

    label: VnText = Field(default="", alias="buoc")
    kind: DeadlineKind = Field(alias="loai")
    earliest: date | None = Field(default=None, alias="som_nhat")
    latest: date | None = Field(default=None, alias="muon_nhat")
    event: VnText = Field(default="", alias="su_kien")


class Deadline(Model):
    """A deadline as the plan words it; `str()` gives the phrase back."""

    phrase: VnText = Field(alias="cau_chu")
    phases: tuple[Phase, ...] = Field(alias="cac_buoc")

    @classmethod
    def parse(cls, phrase: str, year: int, event: date | None = None) -> Self:
        """Understand `phrase` in the plan of `year`; what it waits for came on the day `event`, if it did.

        Phases stand on lines of their own, behind a semicolon, or, as a scan shows them, behind a space and
        a label with a colon. What is not understood becomes one phase of kind UNKNOWN, never an error.
        """
        pieces = [piece for line in _PHASE_BREAK.split(phrase.strip()) for piece in _unglued(line, year)]
        phases = tuple(_begun(phase, event) for piece in pieces for phase in _phases(piece, year))
        return cls(phrase=phrase, phases=phases)

    def __str__(self) -> str:
        return self.phrase

    @property
    def kind(self) -> DeadlineKind:
        """The kind of the last phase: the one that ends the task."""
        return self.phases[-1].kind

    @property
    def earliest(self) -> date | None:
        """The first day on which anything can be due; None when no phase has a date."""
        return min((phase.earliest for phase in self.phases if phase.earliest), default=None)

    @property
    def latest(self) -> date | None:
        """The day on which all must be done; None while a phase waits for an event or is not understood."""
        days = [phase.latest for phase in self.phases if phase.latest]
        return max(days) if len(days) == len(self.phases) else None

    @property
    def events(self) -> tuple[str, ...]:
        """The events and superior plans that the phases wait for."""
        return tuple(phase.event for phase in self.phases if phase.event)


def _begun(phase: Phase, event: date | None) -> Phase:
    """Return a phase that waits, with the day on which its wait ended."""
    return phase.model_copy(update={"earliest": event}) if phase.event and event else phase


def _unglued(line: str, year: int) -> Iterator[str]:
    """Cut a line before every label but the first: "Ban hành: Quý I Thực hiện: cả năm"."""
    current, *others = line.split(":")
    for between in others[:-1]:
        cut = _end_of_time(between, year)
        if cut:
            yield f"{current}:{between[:cut]}"
            current = between[cut:].lstrip()
        else:
            current = f"{current}:{between}"
    yield ":".join([current, *others[-1:]])


def _end_of_time(between: str, year: int) -> int:
    """Return where the time ends in "Quý I Thực hiện"; 0 when a capital never follows a time there."""
    gaps = [gap.start() for gap in _GAP.finditer(between) if between[gap.end()].isupper()]
    latest_first = reversed(gaps[-_CAPITALS_OF_A_LABEL:])
    return next((gap for gap in latest_first if _is_time(between[:gap], year)), 0)


def _is_time(piece: str, year: int) -> bool:
    return all(phase.kind is not DeadlineKind.UNKNOWN for phase in _phases(piece.strip(), year))


def _phases(piece: str, year: int) -> tuple[Phase, ...]:
    """Read one labelled or bare piece; a list such as "Tháng 3, tháng 9" gives several phases."""
    labelled = _LABELLED.fullmatch(piece)
    label, when = labelled.group("label", "when") if labelled else ("", piece)
    for pattern, kind in _AWAITED:
        if awaited := pattern.fullmatch(when):
            return (Phase(label=label, kind=kind, event=awaited["event"]),)
    frames = read_timeframes(when, year)
    if not frames:
        return (Phase(label=label, kind=DeadlineKind.UNKNOWN),)
    return tuple(
        Phase(label=label, kind=frame.kind, earliest=frame.earliest, latest=frame.latest) for frame in frames
    )
