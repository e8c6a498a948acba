"""The periods that reports are made for: a quarter, six or nine months, a whole year."""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Annotated, Self

from pydantic import BeforeValidator, InstanceOf, PlainSerializer
from pydantic_core import PydanticKnownError

from docgen.language.dates import last_day_of_month
from docgen.language.text import cut
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.model.text import clean

PERIODS = {"Q1": 3, "6T": 6, "Q3": 9, "9T": 9, "N": 12}
"""The periods of reports within a year, as they are written behind it, and the last month of each."""

_ORDER = tuple(PERIODS)
_PERIOD = re.compile(rf"(?P<year>[0-9]{{4}})-(?P<part>{'|'.join(PERIODS)})", re.IGNORECASE)
_NAMED = re.compile(rf"(?<![^\W_]){_PERIOD.pattern}(?![^\W_])", re.IGNORECASE)
_QUOTED = 40
"""Letters of a wrong period that a message quotes."""


@total_ordering
@dataclass(frozen=True)
class ReportingPeriod:
    """A part of a year that is reported on: "2025-Q1"; ordered in time, nine months behind quarter III."""

    year: int
    part: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the period written as `text`, in letters of either case.

        Raises:
            ValueError: `text` is no period, or one of a year that no plan is made for.

        """
        found, said = _PERIOD.fullmatch(text), cut(text, _QUOTED)
        if not found:
            kinds = ", ".join(f"2025-{part}" for part in PERIODS)
            raise ValueError(f"“{said}” không phải kỳ báo cáo; hãy ghi theo một trong các mẫu {kinds}")
        if not _is_planned(found):
            raise ValueError(
                f"không có kỳ báo cáo “{said}”; hãy ghi năm từ {EARLIEST_YEAR} đến {LATEST_YEAR}"
            )
        return cls(int(found["year"]), found["part"].upper())

    @property
    def last_month(self) -> int:
        """The month in which the period ends."""
        return PERIODS[self.part]

    @property
    def last_day(self) -> date:
        """The last day of that month; its data end before."""
        return last_day_of_month(self.last_month, self.year)

    def __str__(self) -> str:
        return f"{self.year}-{self.part}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, ReportingPeriod):
            return NotImplemented
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int]:
        return self.year, _ORDER.index(self.part)


def _read(value: object) -> ReportingPeriod:
    """Read what a file says; a bare year comes from YAML as a number."""
    if isinstance(value, ReportingPeriod):
        return value
    if isinstance(value, str | int):
        return ReportingPeriod.parse(clean(str(value)))
    raise PydanticKnownError("string_type")


Period = Annotated[InstanceOf[ReportingPeriod], BeforeValidator(_read), PlainSerializer(str, return_type=str)]
"""A period of reports in a file: "2025-Q1", "2025-6T", "2025-Q3", "2025-9T", "2025-N"."""


def period_in(text: str) -> ReportingPeriod | None:
    """Return the period that a name of a file or folder holds; None when it holds none."""
    found = _NAMED.search(text)
    return ReportingPeriod.parse(found[0]) if found and _is_planned(found) else None


def _is_planned(found: re.Match[str]) -> bool:
    """Say whether plans can be of the year of what `_PERIOD` found."""
    return EARLIEST_YEAR <= int(found["year"]) <= LATEST_YEAR
