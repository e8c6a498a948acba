"""The years of a text for the plan of another year: which of them move, and what is left to a person."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docgen.language.dates import last_day_of_month
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten
from docgen.wording.year_roles import YearMention, YearRole, year_mentions
from docgen.wording.year_roles_found import Form

_NAMES = {
    YearRole.PLAN: "Năm kế hoạch",
    YearRole.LOOKED_BACK: "Năm nhìn lại",
    YearRole.AHEAD: "Năm sau năm kế hoạch",
}
_LEAP_DAY = re.compile(r"(29)(\s?[/.-]\s?0?2\s?[/.-]\s?|\s+tháng\s+0?2\s*,?\s+năm\s+)$", re.IGNORECASE)
_FIVE, _TEN = 5, 10
"""Years of the periods that follow one another: plans of five and ten years."""


@dataclass(frozen=True)
class _Edit:
    """The letters from `start` to `end` become `replacement`."""

    start: int
    end: int
    replacement: str


def moved_years(text: str, old: int, new: int, *, is_deadline: bool = False) -> Rewritten:
    """Return `text`, of the plan of `old`, for the plan of `new`; `is_deadline`: a cell that says when.

    The plan's year and those looked back on or prepared move along; cited documents, horizons and history
    stay. A horizon that has ended and every year whose role is not certain become doubts.
    """
    if old == new:
        return Rewritten(text)
    mentions = year_mentions(text, old, is_deadline=is_deadline)
    edits = [edit for mention in mentions for edit in _edits(text, mention, new - old)]
    moved = _Moved(text, tuple(edits))
    doubts = tuple(_doubts(moved, mentions, old, new))
    reasons = dict.fromkeys(_reasons(text, mentions, new - old, is_deadline=is_deadline))
    return Rewritten(moved.text, tuple(reasons), doubts)


@dataclass(frozen=True)
class _Moved:
    """A text and what changes in it, in order."""

    old: str
    edits: tuple[_Edit, ...]

    @property
    def text(self) -> str:
        """The text with every edit made."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        place = 0
        for edit in self.edits:
            yield self.old[place : edit.start]
            yield edit.replacement
            place = edit.end
        yield self.old[place:]

    def place(self, old: int) -> int:
        """Return where what stood at `old` stands now."""
        return old + sum(
            len(edit.replacement) - (edit.end - edit.start) for edit in self.edits if edit.end <= old
        )


def _edits(text: str, mention: YearMention, distance: int) -> Iterator[_Edit]:
    """Yield what one year changes: itself, and a 29 February that its new year does not have."""
    if not mention.role.moves:
        return
    year = mention.year + distance
    leap_day = _LEAP_DAY.search(text, 0, mention.start) if mention.form is Form.DAY else None
    if leap_day and last_day_of_month(2, year).day < int(leap_day[1]):
        yield _Edit(*leap_day.span(1), "28")
    yield _Edit(mention.start, mention.end, str(year)[mention.start - mention.end :])


def _reasons(
    text: str, mentions: Sequence[YearMention], distance: int, *, is_deadline: bool
) -> Iterator[str]:
    """Yield why the text changes, in words for the comparison of both plans."""
    for mention in mentions:
        if mention.role.moves:
            year = mention.year + distance
            if is_deadline:
                yield f"Thời hạn chuyển sang năm {year}"
            else:
                yield f"{_NAMES[mention.role]}: {mention.year} → {year}"
            if len(list(_edits(text, mention, distance))) > 1:
                yield f"Năm {year} không có ngày 29/02: ghi ngày 28/02"


def _doubts(moved: _Moved, mentions: Sequence[YearMention], old: int, new: int) -> Iterator[Doubt]:
    """Yield one doubt for each phrase whose horizon has ended or whose role is not certain."""
    phrases: dict[int, list[YearMention]] = {}
    for mention in mentions:
        phrases.setdefault(mention.quote_start, []).append(mention)
    for years in phrases.values():
        if doubt := _doubt(moved, years, old, new):
            yield doubt


def _doubt(moved: _Moved, years: Sequence[YearMention], old: int, new: int) -> Doubt | None:
    first, last = years[0], years[-1]
    if first.role in {YearRole.HORIZON, YearRole.CITED} and _is_ended(years, new):
        return _ended(moved, years, new)
    uncertain = next((year for year in years if year.doubt), None)
    return _uncertain(moved, years, uncertain, old, new) if uncertain else None


def _is_ended(years: Sequence[YearMention], new: int) -> bool:
    """Tell whether a horizon is over when the new year begins; a cited title counts where it names a stretch."""
    is_horizon = years[0].role is YearRole.HORIZON or years[0].form is Form.STRETCH
    return is_horizon and years[-1].year < new


def _ended(moved: _Moved, years: Sequence[YearMention], new: int) -> Doubt:
    """Return what is asked about a horizon that has ended."""
    phrase, end = years[0].quote, years[-1].year
    quote, write = _quoted(moved, years)
    following = _following(years, new)
    if years[0].role is YearRole.CITED:
        proposal = "Kiểm tra văn bản này còn hiệu lực không; nếu đã có văn bản mới thì viện dẫn văn bản mới."
        question = f"Văn bản được viện dẫn có thời kỳ “{phrase}” đã kết thúc. Còn viện dẫn trong kế hoạch năm {new} không?"
        return Doubt(
            Concern.HORIZON, question, proposal, f"Thời kỳ kết thúc năm {end}, trước năm {new}.", quote
        )
    question = f"“{phrase}” đã kết thúc trước năm {new}. Kế hoạch năm {new} ghi thế nào?"
    reason = f"Thời kỳ kết thúc năm {end}, trước năm kế hoạch {new}."
    if following is None:
        proposal = "Ghi thời kỳ mới nếu chương trình được tiếp tục; bỏ nội dung này nếu đã xong; giữ nguyên nếu là nhìn lại."
        return Doubt(Concern.HORIZON, question, proposal, reason, quote)
    replacement = write(following)
    proposal = f"Ghi “{replacement}” nếu chương trình được tiếp tục trong thời kỳ mới; nếu là tổng kết thời kỳ cũ thì giữ nguyên."
    return Doubt(Concern.HORIZON, question, proposal, reason, quote, replacement)


def _following(years: Sequence[YearMention], new: int) -> tuple[int, ...] | None:
    """Return the years of the period that follows, where that is sure: terms, and plans of 5 and 10 years."""
    if len(years) == 1:
        return (new,)
    first, last = years[0].year, years[-1].year
    step = last - first if "nhiệm kỳ" in years[0].quote.lower() else last - first + 1
    if step not in {_FIVE, _TEN} or last + step < new:
        return None
    return first + step, last + step


def _uncertain(moved: _Moved, years: Sequence[YearMention], about: YearMention, old: int, new: int) -> Doubt:
    """Return what is asked about years whose role is not certain."""
    quote, write = _quoted(moved, years)
    other = _other(about, old, new)
    replacement = write((other,)) if other and len(years) == 1 else ""
    question = f"“{quote}” có đúng cho kế hoạch năm {new} không?"
    proposal = (
        f"Sửa thành “{replacement}”; nếu “{quote}” đã đúng thì giữ nguyên."
        if replacement
        else (f"Giữ “{quote}” nếu đúng; nếu không thì ghi lại năm.")
    )
    return Doubt(Concern.YEAR, question, proposal, about.doubt, quote, replacement)


def _other(about: YearMention, old: int, new: int) -> int | None:
    """Return the year that a doubtful one may be instead, by what it means for the new plan."""
    if about.role is YearRole.LOOKED_BACK:
        return new if about.year == old - 1 else new - 1
    if about.role is YearRole.AHEAD:
        return new
    return new if about.role is YearRole.CITED else None


def _quoted(moved: _Moved, years: Sequence[YearMention]) -> tuple[str, Callable[[Sequence[int]], str]]:
    """Return the phrase as it stands in the new text, only once, and how it is written with other years."""
    text = moved.text
    start, end = moved.place(years[0].quote_start), moved.place(years[0].quote_start + len(years[0].quote))
    while text.count(text[start:end]) > 1 and start > 0:
        start = text.rfind(" ", 0, start - 1) + 1
    quote = text[start:end]
    places = [
        (moved.place(year.end) - (year.end - year.start) - start, year.end - year.start) for year in years
    ]

    def write(others: Sequence[int]) -> str:
        written = quote
        for (place, length), other in zip(places, others, strict=True):
            written = written[:place] + str(other)[-length:] + written[place + length :]
        return written

    return quote, write
