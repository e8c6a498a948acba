"""`Case`: a document being judged, and what all rules may ask about it."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from docgen.check.breach import Breaches
from docgen.check.settings import Settings
from docgen.components import Paper
from docgen.language.dates import calendar_day
from docgen.word.reading import WordDocument

_DATE = re.compile(r"(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})")
_BLANK_DAY = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)
_YEARS = re.compile(r"giai đoạn|đến năm|20\d\d\s*[-–]\s*20\d\d", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(\d{4})|\b(20\d\d)\b", re.IGNORECASE)


@dataclass(eq=False)
class Case:
    """A document with its components, and what the department has set for its checks."""

    paper: Paper
    settings: Settings

    @property
    def document(self) -> WordDocument:
        """The Word file as it was read."""
        return self.paper.document

    @cached_property
    def date(self) -> dt.date | None:
        """The day of the document; None where it is blank or no day of the calendar."""
        found = _DATE.search(self._place_date)
        if found is None:
            return None
        try:
            return calendar_day(*(int(part) for part in found.groups()))
        except ValueError:
            return None

    @cached_property
    def latest_day(self) -> dt.date | None:
        """The day of the document; of a draft that leaves it blank the last day of the year it names."""
        found = _BLANK_DAY.search(self._place_date)
        return self.date or (dt.date(int(found[1]), 12, 31) if found else None)

    @cached_property
    def year(self) -> int | None:
        """The year that the document is for: that of its subject, else of its date; None for several."""
        subject = self.paper.main.subject_text
        if _YEARS.search(subject):
            return None
        found = _YEAR.search(subject) or _YEAR.search(self._place_date)
        return int(found[1] or found[2]) if found else None

    @property
    def _place_date(self) -> str:
        head = self.paper.main.head
        return head.place_date.text if head and head.place_date else ""


Rule: TypeAlias = Callable[[Case], Breaches]
"""A rule, or several that are judged in one go: a case → where they are broken."""
