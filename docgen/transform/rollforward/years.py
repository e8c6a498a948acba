"""The years of a text for the plan of another year: which of them move, and what is left to a person."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from docgen.language.dates import last_day_of_month
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten
from docgen.transform.rollforward.lunar_years import lunar_doubts
from docgen.transform.rollforward.quoting import Quote, singled_out
from docgen.wording.year_roles import Form, YearMention, YearRole, year_mentions

_NAMES = {
    YearRole.PLAN: "Năm kế hoạch",
    YearRole.LOOKED_BACK: "Năm nhìn lại",
    YearRole.AHEAD: "Năm sau năm kế hoạch",
}
_LEAP_DAY = re.compile(
    r"29(?=\s?[/.-]\s?0?2\s?[/.-]\s?$|\s+tháng\s+(?:0?2|hai)\s*,?\s+năm\s+$)", re.IGNORECASE
)
_DAY_BEFORE = "28"
_TERM = re.compile("nhiệm k[ỳì]", re.IGNORECASE)
"""What ends in the year in which the next one begins."""
_PERIODS = (5, 10)
"""Years of the periods that follow one another: terms of office, plans of five and ten years."""
_LIVING = 5
"""Years after its end in which a period is still taken to have a successor."""

_Edit = tuple[int, str]
"""Where new letters stand in the place of as many old ones."""


def moved_years(text: str, old: int, new: int, *, is_deadline: bool = False) -> Rewritten:
    """Return `text`, of the plan of `old`, for the plan of `new`; `is_deadline`: a cell that says when.

    The plan's year and those looked back on or prepared move along; cited documents, horizons and history
    stay. A horizon that has ended and every year whose role is not certain become doubts.
    """
    if old == new:
        return Rewritten(text)
    mentions = year_mentions(text, old, is_deadline=is_deadline)
    moving = [mention for mention in mentions if mention.role.moves]
    leap_days = [edit for mention in moving for edit in _leap_day(text, mention, new - old)]
    moved = _with(text, [*leap_days, *(_year(mention, mention.year + new - old) for mention in moving)])
    reasons = [_reason(mention, new - old, is_deadline=is_deadline) for mention in moving]
    reasons += ["Năm mới không có ngày 29/02: ghi ngày 28/02"] * bool(leap_days)
    phrases = [list(phrase) for _, phrase in groupby(mentions, attrgetter("quote_start"))]
    doubts = [doubt for phrase in phrases for doubt in _doubts(moved, phrase, old, new)]
    return Rewritten(moved, tuple(dict.fromkeys(reasons)), (*doubts, *lunar_doubts(moved, old, new)))


def _year(mention: YearMention, year: int) -> _Edit:
    """Return a year written where another stands, in as many digits."""
    return mention.start, str(year)[mention.start - mention.end :]


def _leap_day(text: str, mention: YearMention, distance: int) -> Iterator[_Edit]:
    """Yield the day before a 29 February that the new year does not have."""
    found = _LEAP_DAY.search(text, 0, mention.start) if mention.form is Form.DAY else None
    if found and last_day_of_month(2, mention.year + distance).day < int(found[0]):
        yield found.start(), _DAY_BEFORE


def _with(text: str, edits: Sequence[_Edit]) -> str:
    """Return `text` with every edit made; no letter moves."""
    for start, letters in edits:
        text = f"{text[:start]}{letters}{text[start + len(letters) :]}"
    return text


def _reason(mention: YearMention, distance: int, *, is_deadline: bool) -> str:
    """Return why a year moves, in words for the comparison of both plans."""
    year = mention.year + distance
    if is_deadline:
        return f"Thời hạn chuyển sang năm {year}"
    return f"{_NAMES[mention.role]}: {mention.year} → {year}"


def _doubts(moved: str, phrase: Sequence[YearMention], old: int, new: int) -> Iterator[Doubt]:
    """Yield what is asked about one phrase: a horizon that has ended, else a role that is not certain."""
    role = phrase[0].role
    if role in {YearRole.HORIZON, YearRole.CITED} and _is_ended(phrase, new):
        yield _ended_citation(moved, phrase, new) if role is YearRole.CITED else _ended(moved, phrase, new)
        return
    for mention in phrase:
        if mention.doubt:
            yield _uncertain(moved, phrase, mention, old, new)
            return


def _is_ended(phrase: Sequence[YearMention], new: int) -> bool:
    """Tell whether a horizon is over when the new year begins; in a cited title only a stretch is one."""
    is_horizon = phrase[0].role is YearRole.HORIZON or phrase[0].form is Form.STRETCH
    return is_horizon and phrase[-1].year < new


def _ended_citation(moved: str, phrase: Sequence[YearMention], new: int) -> Doubt:
    quote, _ = _quoted(moved, phrase, ())
    return Doubt(
        concern=Concern.HORIZON,
        question=(
            f"Tên văn bản viện dẫn ghi “{quote.issue}”, đã kết thúc trước năm {new}. "
            f"Kế hoạch năm {new} còn viện dẫn văn bản này không?"
        ),
        proposal="Giữ nguyên nếu văn bản còn hiệu lực; nếu đã có văn bản mới thì viện dẫn văn bản mới.",
        reason=f"Thời kỳ ghi trong tên văn bản kết thúc năm {phrase[-1].year}.",
        quote=str(quote),
    )


def _ended(moved: str, phrase: Sequence[YearMention], new: int) -> Doubt:
    quote, other = _quoted(moved, phrase, _following(moved, phrase, new))
    return Doubt(
        concern=Concern.HORIZON,
        question=f"“{quote.issue}” đã kết thúc trước năm {new}. Kế hoạch năm {new} ghi thế nào?",
        proposal=(
            f"Ghi “{other}” nếu việc được tiếp tục; giữ nguyên nếu chỉ nhắc lại thời gian đã qua."
            if other
            else "Ghi thời gian mới nếu việc được tiếp tục; bỏ nội dung nếu đã xong; "
            "giữ nguyên nếu chỉ nhắc lại thời gian đã qua."
        ),
        reason=f"Thời gian này kết thúc năm {phrase[-1].year}, trước năm kế hoạch {new}.",
        quote=str(quote),
        replacement=quote.with_issue(other),
    )


def _following(moved: str, phrase: Sequence[YearMention], new: int) -> tuple[int, ...]:
    """Return the years of the period that follows, where that is sure and not told beside it; else none."""
    if len(phrase) == 1:
        return (new,)
    first, last = phrase[0].year, phrase[-1].year
    length = last - first + (_TERM.search(phrase[0].quote) is None)
    is_known = length in _PERIODS and last < new <= last + _LIVING
    return (first + length, last + length) if is_known and str(last + length) not in moved else ()


def _uncertain(moved: str, phrase: Sequence[YearMention], about: YearMention, old: int, new: int) -> Doubt:
    year = _other(about, old, new) if len(phrase) == 1 else None
    quote, other = _quoted(moved, phrase, (year,) if year else ())
    return Doubt(
        concern=Concern.YEAR,
        question=f"Trong kế hoạch năm {new} ghi “{quote.issue}” có đúng không?",
        proposal=(
            f"Sửa thành “{other}”; giữ nguyên nếu “{quote.issue}” đã đúng."
            if other
            else f"Giữ nguyên nếu “{quote.issue}” đã đúng; nếu chưa thì sửa lại."
        ),
        reason=about.doubt,
        quote=str(quote),
        replacement=quote.with_issue(other),
    )


def _other(about: YearMention, old: int, new: int) -> int | None:
    """Return the year that a doubtful one may be instead, by what it means for the new plan."""
    if about.role is YearRole.LOOKED_BACK:
        return new if about.year == old - 1 else new - 1
    if about.role is YearRole.AHEAD:
        return about.year
    return new if about.role is YearRole.CITED else None


def _quoted(moved: str, phrase: Sequence[YearMention], years: Sequence[int]) -> tuple[Quote, str]:
    """Return a phrase as it stands in the new text, and how it reads with other years; empty without any."""
    start = phrase[0].quote_start
    quote = singled_out(moved, start, start + len(phrase[0].quote))
    edits = [(at - start, letters) for at, letters in map(_year, phrase, years)]
    return quote, _with(quote.issue, edits) if edits else ""
