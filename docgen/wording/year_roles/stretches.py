"""The roles of years that are written together: school years, rolling plans, programmes, lists."""

import re
from collections.abc import Sequence

from docgen.wording.text import key
from docgen.wording.year_roles.verdict import (
    AHEAD,
    BACK,
    FAR,
    LONG_AGO,
    NOT_YEARLY,
    OLD_FACT,
    PAST,
    PLAN,
    Place,
    Verdict,
    YearRole,
    moving,
)

_WINDOW = "Không rõ dãy năm này đổi theo năm kế hoạch hay là các năm cố định."
_TWO_YEARS = (
    "Hai năm liền nhau mà không ghi “giai đoạn”: không rõ là các năm cố định hay đổi theo năm kế hoạch."
)
_SEASON = re.compile(
    r"(?<!\w)(?:năm học|niên học|niên vụ|(?:vụ|mùa) (?:đông|hè|thu|xuân|khô|mưa|mùa|lũ)|đông xuân)(?!\w)"
)
_THREE_YEARS = re.compile(r"(?<!\w)(?:0?3|ba) năm(?!\w)")
_BUDGET = re.compile(key(r"(?<!\w)(?:tài chính|ngân sách|đầu tư công|dự toán)(?!\w)"))
_NAMED_STRETCH = re.compile(r"(?<!\w)(?:giai đoạn|nhiệm k[ỳì]|thời k[ỳì]|khóa|niên khóa|từ năm)(?!\w)")
_BEGINNING = re.compile(r"(?<!\w)từ\s+$")
_SINCE = "Năm học bắt đầu thực hiện thường cố định, không đổi theo năm kế hoạch."
_NEAR = 30
"""Letters before a stretch that may tell what it is."""


def stretch(place: Place, first: int, last: int) -> tuple[Verdict, Verdict]:
    """Judge the two ends of a stretch: of a school year, a rolling plan, or a programme."""
    lead = place.clause.before[-_NEAR:] + place.clause.lead
    if last == first + 1 and _SEASON.search(lead):
        verdict = _doubted(place, _season(first, last))
        return verdict, verdict
    if last == first + 2 and first >= -1 and _is_rolling(place, lead):
        return Verdict(moving(first)), Verdict(moving(last))
    if place.year + last < LONG_AGO:
        return PAST, PAST
    doubtful = last == first + 1 and not _NAMED_STRETCH.search(lead)
    verdict = Verdict(YearRole.HORIZON, _TWO_YEARS if doubtful else "")
    return verdict, verdict


def _season(first: int, last: int) -> Verdict:
    """Judge a school year or a season by the years it lies in."""
    if first <= 0 <= last:
        return PLAN
    if last == -1:
        return BACK
    if first == 1:
        return AHEAD
    return Verdict(YearRole.PAST, OLD_FACT) if last < 0 else Verdict(YearRole.AHEAD, FAR)


def _doubted(place: Place, verdict: Verdict) -> Verdict:
    """Doubt a school year from which something begins, or of what does not come every year."""
    if verdict.doubt or not verdict.role.moves:
        return verdict
    if _BEGINNING.search(place.clause.before) or place.clause.lead.startswith("từ"):
        return Verdict(verdict.role, _SINCE)
    return Verdict(verdict.role, NOT_YEARLY) if place.clause.happens_once else verdict


def _is_rolling(place: Place, lead: str) -> bool:
    return bool(_THREE_YEARS.search(lead) and _BUDGET.search(place.clause.sentence))


def listed(years: Sequence[int]) -> tuple[Verdict, ...]:
    """Judge years that follow one another: all of them move, or none."""
    if years[-1] < -1:
        return (Verdict(YearRole.PAST, _WINDOW),) * len(years)
    doubt = "" if years == [-1, 0] else _WINDOW
    return tuple(Verdict(moving(distance), doubt) for distance in years)
