"""The years of a text, in the groups in which they are written: days, months, quarters, stretches, lists."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import attrgetter

from docgen.wording.text import key


class Form(Enum):
    """How a year is written."""

    DAY = auto()
    MONTH = auto()
    QUARTER = auto()
    YEAR = auto()
    """Behind the word "năm"."""
    BARE = auto()
    """A number alone, as in "PAPI 2024"."""
    STRETCH = auto()
    """From one year to another: "2021 - 2025"."""
    LIST = auto()
    """Several years side by side: "các năm 2023, 2024 và 2025"."""


@dataclass(frozen=True)
class Written:
    """One year and the letters it stands in; "2024-25" ends with a year of two digits."""

    start: int
    end: int
    year: int


@dataclass(frozen=True)
class Group:
    """Years written together, and the letters of the phrase that they make."""

    form: Form
    years: tuple[Written, ...]
    start: int
    end: int

    @property
    def last(self) -> int:
        """The latest of the years."""
        return max(written.year for written in self.years)


@dataclass(frozen=True)
class _Token:
    written: Written
    form: Form
    start: int


_NUMBER = re.compile(r"(?<![\w])(?<!\d[.,])(?:1[89]|2[01])\d\d(?![\d%]|[.,]\d|[^\W\d])")
_TWO_DIGITS = re.compile(
    r"(?<![\w/.,-])(?:\d{1,2}/\d{1,2}|tháng\s+\d{1,2}|quý\s+(?:i{1,3}|iv|[1-4]))/(?P<year>\d\d)(?![\w/%]|[.,]\d)"
)
"""A year cut short: "31/12/24", "tháng 12/24"."""
_MILLENNIUM = 2000
_SIGN = r"\s?[/.-]\s?"
_OR_OF = rf"(?:{_SIGN}|\s*,?\s+năm\s+)$"
_BLANK = r"[\s.…_]*"
_QUARTER = "(?:i{1,3}|iv|[1-4])"
_MONTHS = r"\d{1,2}(?:(?:\s*,\s*|\s+và\s+|\s?-\s?|\s+đến\s+)(?:tháng\s+)?\d{1,2})*"
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.DAY, re.compile(rf"(?:(?<!\w)ngày\s+)?(?<![\d/])\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}$")),
    (Form.DAY, re.compile(r"(?<!\w)ngày\s+\d{1,2}\s+tháng\s+(?:\d{1,2}|\w+)\s*,?\s+năm\s+$")),
    (Form.DAY, re.compile(rf"(?<!\w)ngày{_BLANK}(?:/|tháng){_BLANK}\d*{_BLANK}(?:/|năm)\s*$")),
    (
        Form.QUARTER,
        re.compile(
            rf"(?<!\w)(?:quý|q\.?)\s*{_QUARTER}(?:(?:\s*,\s*|\s+và\s+|\s?-\s?"
            rf"|\s+đến\s+)(?:quý\s+)?{_QUARTER})*{_OR_OF}"
        ),
    ),
    (Form.MONTH, re.compile(rf"(?<!\w)(?:tháng\s+|t\.?\s?)(?:{_MONTHS}|giêng|chạp){_OR_OF}")),
    (Form.MONTH, re.compile(rf"(?<![\w/.])\d{{1,2}}{_SIGN}$")),
    (Form.YEAR, re.compile(r"(?<!\w)(?:\d+\s+tháng\s+(?:(?:đầu|cuối)\s+)?)?năm\s*[:(]?\s*$")),
)
_REACH = 60
"""Letters; what makes a number a year stands no farther before it."""
_ISO_DAY = re.compile(r"-\d\d-\d\d(?!\d)")

_COUNTED = re.compile(
    key(
        r"\s*(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|hồ sơ|người|lượt|trường hợp|hộ|ha|km|m|m2|m3|kg|tấn|tạ"
        r"|lít|giờ|phút"
        r"|ngày|đối tượng|học sinh|sinh viên|học viên|giáo viên|công chức|viên chức|cán bộ|biên chế"
        r"|đại biểu"
        r"|cử tri|thủ tục|văn bản|tài liệu|báo cáo|đơn|vụ|việc|cơ sở|doanh nghiệp|thôn|xã|phường|trang"
        r"|bản|cuốn"
        r"|quyển|chiếc|cái|con|cây|lớp|phòng|điểm|giường|nhà|căn|tổ chức|cá nhân|gia đình|sản phẩm|dự án"
        r"|nhiệm vụ|chỉ tiêu|ý kiến|phiếu|câu|lao động|tài khoản|giao dịch|mã|mét|thửa|giấy|trẻ"
        r"|bệnh nhân|liều"
        r"|ca|chỉ tiêu|suất|ô|tổ|nhóm|đoàn viên|đảng viên|hội viên|thanh niên|máy|thiết bị|dịch vụ)(?!\w)"
    )
)
_COUNTING = re.compile(
    r"(?<!\w)(?:số|đạt|hơn|gần|khoảng|trên|dưới|tổng|tổng số|là|có|gồm|từ|thêm|mã|còn|tối thiểu|tối đa"
    r"|ít nhất|điện thoại|hotline|fax|đường|tài khoản)\s*:?\s*$"
)
_AHEAD_OF_A_YEAR = re.compile(r"(?<!\w)(?:đến|tầm nhìn|định hướng|mục tiêu|hướng tới|tới)\s+$")
_AGO, _AHEAD = 5, 1
"""Years before and after the plan's own, in which a number alone is taken for a year."""

_SYMBOL = re.compile(r"[/-][^\W\d]")
"""What makes a number that of a document: "2025/UBND-NC"."""
_CENTURY, _LONGEST_SHORT = 100, 10
"""Years; one of two digits ends no longer stretch."""
_TO = re.compile(r"\s*(?:-+>?|→|đến|tới|/)\s*(?:hết\s+)?(?:năm\s+)?")
_SHORT = re.compile(r"\s?-\s?(\d\d)(?![\d/.%-])")
_BESIDE = re.compile(r"\s*(?:,|và|&|hoặc|hay|,\s*và)\s*(?:năm\s+)?")
_STRETCH_WORDS = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|nhiệm\s+k[ỳì]|niên\s+khóa|niên\s+vụ|năm\s+học|thời\s+k[ỳì]|khóa\s+\w+"
    r"|từ(?:\s+năm)?|các\s+năm"
    r"|(?:niên\s+vụ|(?:vụ|mùa)\s+(?:đông|hè|thu|xuân|khô|mưa|mùa|lũ)(?:\s+\w+)?)|(?:(?:\d+|hai|ba"
    r"|bốn)\s+)?năm)[\s:,(]*$"
)
_LEADING = re.compile(
    r"(?<!\w)(?:các|những|(?:(?:tính\s+)?đến\s+)?(?:hết|cuối)|đến|tới|từ|kể\s+từ|từ\s+đầu|trước|sau"
    r"|tầm\s+nhìn|định\s+hướng"
    r"|tầm\s+nhìn\s+đến|định\s+hướng\s+đến)\s+$"
)


def year_groups(words: str, year: int, is_cited: Callable[[int], bool]) -> tuple[Group, ...]:
    """Return the years of `words`, a text of the plan of `year`, in their order and groups; amounts are none.

    `is_cited` tells whether a place belongs to the number, date or name of a cited document.
    """
    text = key(words.replace("*", " "))
    tokens = [
        token
        for token in _tokens(text)
        if token.form is not Form.BARE or _is_year(text, token, year, is_cited=is_cited(token.start))
    ]
    return tuple(_groups(text, tokens))


def _tokens(text: str) -> Iterator[_Token]:
    """Yield every number that could be a year, with the form that its left side gives it."""
    previous: Written | None = None
    short = (
        Written(*match.span("year"), _MILLENNIUM + int(match["year"])) for match in _TWO_DIGITS.finditer(text)
    )
    full = (Written(*match.span(), int(match[0])) for match in _NUMBER.finditer(text))
    for written in sorted((*short, *full), key=attrgetter("start")):
        yield _token(text, written, previous)
        previous = written


def _token(text: str, written: Written, previous: Written | None) -> _Token:
    if _ISO_DAY.match(text, written.end):
        return _Token(written, Form.DAY, written.start)
    begin = max(0, written.start - _REACH, previous.end if previous else 0)
    before = text[begin : written.start]
    for form, pattern in _FORMS:
        if found := pattern.search(before):
            return _Token(written, form, begin + found.start())
    return _Token(written, Form.BARE, written.start)


def _is_year(text: str, token: _Token, year: int, *, is_cited: bool) -> bool:
    """Tell whether a number alone is a year: not counted, not a number of something, and near the plan's."""
    before, after = text[max(0, token.start - _REACH) : token.start], text[token.written.end :]
    if is_cited or _SYMBOL.match(after):
        return before.endswith(("/", ":")) or not _SYMBOL.match(after)
    if _TO.match(after) and _NUMBER.match(text, token.written.end + _length(_TO, after)):
        return True
    if re.search(rf"{_NUMBER.pattern}(?:{_TO.pattern}|{_BESIDE.pattern})$", before):
        return not _COUNTED.match(after)
    if _SHORT.match(after) or _AHEAD_OF_A_YEAR.search(before):
        return True
    if _COUNTED.match(after) or _COUNTING.search(before) or before.endswith(("/", "-", ":")):
        return before.endswith("/") and year - _AGO <= token.written.year <= year + _AHEAD
    return year - _AGO <= token.written.year <= year + _AHEAD


def _length(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _groups(text: str, tokens: Sequence[_Token]) -> Iterator[Group]:
    """Put together what is written together: two ends of a stretch, the items of a list."""
    rest = list(tokens)
    while rest:
        size, form = _together(text, rest)
        taken, rest = rest[:size], rest[size:]
        years = tuple(token.written for token in taken)
        end = years[-1].end
        if form is Form.STRETCH and (short := _short_end(text, years[0])) and size == 1:
            years, end = (*years, short), short.end
        start = _phrase_start(text, taken[0], form)
        closes = text.startswith(")", end) and "(" in text[start:end]
        yield Group(form, years, start, end + closes)


def _together(text: str, tokens: Sequence[_Token]) -> tuple[int, Form]:
    """Return how many of the first tokens make one group, and its form."""
    first = tokens[0]
    if first.form not in {Form.YEAR, Form.BARE}:
        return 1, first.form
    if _short_end(text, first.written):
        return 1, Form.STRETCH
    if len(tokens) > 1 and _is_stretch(text, first, tokens[1]):
        return 2, Form.STRETCH
    size = 1
    while size < len(tokens) and _is_listed(text, tokens[size - 1], tokens[size], tokens[size + 1 :]):
        size += 1
    return size, Form.LIST if size > 1 else first.form


def _short_end(text: str, first: Written) -> Written | None:
    """Return the year of two digits that ends a stretch, as in "năm học 2024-25"."""
    short = _SHORT.match(text, first.end)
    if short is None:
        return None
    year = first.year // _CENTURY * _CENTURY + int(short[1])
    return Written(*short.span(1), year) if 0 < year - first.year <= _LONGEST_SHORT else None


def _is_stretch(text: str, one: _Token, other: _Token) -> bool:
    between = text[one.written.end : other.written.start]
    return (
        one.written.year < other.written.year
        and other.form in {Form.YEAR, Form.BARE}
        and _TO.fullmatch(between) is not None
        and ("/" not in between or one.written.year + 1 == other.written.year)
    )


def _is_listed(text: str, one: _Token, other: _Token, after: Sequence[_Token]) -> bool:
    between = text[one.written.end : other.written.start]
    starts_a_stretch = bool(after) and _is_stretch(text, other, after[0])
    return other.form in {Form.YEAR, Form.BARE} and bool(_BESIDE.fullmatch(between)) and not starts_a_stretch


def _phrase_start(text: str, token: _Token, form: Form) -> int:
    """Return where the phrase begins that an officer would quote."""
    start = token.written.start if form is Form.STRETCH else token.start
    begin = max(0, start - _REACH)
    leading = _STRETCH_WORDS if form is Form.STRETCH else _LEADING
    found = leading.search(text[begin:start])
    if form in {Form.STRETCH, Form.YEAR, Form.LIST} or (form is Form.BARE and found):
        return begin + found.start() if found else start
    return start
