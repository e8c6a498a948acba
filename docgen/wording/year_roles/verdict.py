"""What a year can be in a plan, and all that decides it at one place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from docgen.wording.year_roles.cited import CitedDocuments
from docgen.wording.year_roles.clauses import Clause
from docgen.wording.year_roles.found import Group
from docgen.wording.year_roles.tokens import Form


class YearRole(StrEnum):
    """What a year is in a plan."""

    PLAN = "ke_hoach"
    """The plan's own year."""
    LOOKED_BACK = "nhin_lai"
    """The year whose results are looked at."""
    AHEAD = "nam_sau"
    """The year after, which the plan prepares."""
    CITED = "vien_dan"
    """Of a cited document: its number, date or title."""
    HORIZON = "giai_doan"
    """Of a programme, a term of office, an aim: "giai đoạn 2023 - 2025", "đến năm 2030"."""
    PAST = "co_dinh"
    """Of a fact with its own date: history, a day of effect."""

    @property
    def moves(self) -> bool:
        """Tell whether the year goes along with the plan's."""
        return self in {YearRole.PLAN, YearRole.LOOKED_BACK, YearRole.AHEAD}


class Verdict(NamedTuple):
    """A role, and the Vietnamese reason why it is not certain."""

    role: YearRole
    doubt: str = ""


@dataclass(frozen=True)
class Place:
    """A group of years in the plan of `year`, with all that decides its roles."""

    group: Group
    clause: Clause
    cited: CitedDocuments
    year: int
    is_deadline: bool

    @property
    def is_timed(self) -> bool:
        """Tell whether it says when a task is due, not what the task or its event is about."""
        dated = self.group.form in {Form.DAY, Form.MONTH, Form.QUARTER}
        return self.is_deadline and (dated or not self.clause.waits)


PLAN, BACK, AHEAD = Verdict(YearRole.PLAN), Verdict(YearRole.LOOKED_BACK), Verdict(YearRole.AHEAD)
CITED, HORIZON, PAST = Verdict(YearRole.CITED), Verdict(YearRole.HORIZON), Verdict(YearRole.PAST)
OLD_FACT = "Không rõ đây là mốc cố định hay năm còn sót từ kế hoạch cũ."
FAR = "Năm này cách năm kế hoạch từ hai năm trở lên mà không ghi “đến năm” hay “giai đoạn”."
NOT_YEARLY = "Việc này không phải năm nào cũng có."
LONG_AGO = 2000
"""A year before it is history."""


def moving(distance: int) -> YearRole:
    """Return the role of a year that moves, by its distance from the plan's."""
    return (PLAN if distance == 0 else AHEAD if distance > 0 else BACK).role
