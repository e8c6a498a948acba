"""The numbers of a text that are years, each with the form in which it is written; amounts are none."""

import re
from collections.abc import Callable, Iterator
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

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True)
class Token:
    """One year, its form, and where the phrase of the form begins."""

    written: Written
    form: Form
    start: int


_NUMBER = re.compile(r"(?<![\w])(?<!\d[.,])(?:1[89]|2[01])\d\d(?![\d%]|[.,]\d|[^\W\d])")
_DOTTED = re.compile(
    r"(?:(?<![\w.,/])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])|(?<!\w)tháng\s+(?:0?[1-9]|1[0-2]))"
    r"\.(?P<year>20\d\d)(?![\d%]|[.,]\d|[^\W\d])"
)
"""A year behind a point that parts no thousands: "31.3.2025", "tháng 12.2025"."""
_TWO_DIGITS = re.compile(
    r"(?<![\w/.,-])(?:\d{1,2}/\d{1,2}|tháng\s+\d{1,2}|quý\s+(?:i{1,3}|iv"
    r"|[1-4]))/(?P<year>\d\d)(?![\w/%]|[.,]\d)"
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
REACH = 60
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
    r"(?<!\w)(?:(?<!đổi )(?<!liệu )(?<!tế )(?<!quyền )(?<!hội )(?<!chỉ )(?<!dân )số|đạt|hơn|gần|khoảng"
    r"|trên|dưới|tổng|tổng số|là|có|gồm|thêm|mã|còn|tối thiểu|tối đa"
    r"|ít nhất|điện thoại|hotline|fax|đường|tài khoản)\s*:?\s*$"
)
_AHEAD_OF_A_YEAR = re.compile(r"(?<!\w)(?:đến|tầm nhìn|định hướng|mục tiêu|hướng tới|tới)\s+$")
_AGO, _AHEAD = 5, 1
"""Years before and after the plan's own, in which a number alone is taken for a year."""

_SYMBOL = re.compile(r"[/-][^\W\d]")
"""What makes a number that of a document: "2025/UBND-NC"."""
TO = re.compile(r"\s*(?:-+>?|→|đến|tới|/)\s*(?:hết\s+)?(?:năm\s+)?")
SHORT = re.compile(r"\s?-\s?(\d\d)(?![\d/.%-])")
BESIDE = re.compile(r"\s*(?:,|và|&|hoặc|hay|,\s*và)\s*(?:năm\s+)?")
_AFTER_A_YEAR = re.compile(rf"{_NUMBER.pattern}(?:{TO.pattern}|{BESIDE.pattern})$")


def year_tokens(text: str, year: int, is_cited: Callable[[int], bool]) -> Iterator[Token]:
    """Yield the years of `text`, a key of a text of the plan of `year`; `is_cited` as in `year_groups`."""
    for token in _tokens(text):
        if token.form is not Form.BARE or _is_year(text, token, year, is_cited=is_cited(token.start)):
            yield token


def _tokens(text: str) -> Iterator[Token]:
    """Yield every number that could be a year, with the form that its left side gives it."""
    previous: Written | None = None
    short = (
        Written(*match.span("year"), _MILLENNIUM + int(match["year"])) for match in _TWO_DIGITS.finditer(text)
    )
    dotted = (Written(*match.span("year"), int(match["year"])) for match in _DOTTED.finditer(text))
    full = (Written(*match.span(), int(match[0])) for match in _NUMBER.finditer(text))
    for written in sorted((*short, *dotted, *full), key=attrgetter("start")):
        yield _token(text, written, previous)
        previous = written


def _token(text: str, written: Written, previous: Written | None) -> Token:
    if _ISO_DAY.match(text, written.end):
        return Token(written, Form.DAY, written.start)
    begin = max(0, written.start - REACH, previous.end if previous else 0)
    before = text[begin : written.start]
    for form, pattern in _FORMS:
        if found := pattern.search(before):
            return Token(written, form, begin + found.start())
    return Token(written, Form.BARE, written.start)


def _is_year(text: str, token: Token, year: int, *, is_cited: bool) -> bool:
    """Tell whether a number alone is a year: not counted, not a number of something, and near the plan's."""
    before, after = (
        text[max(0, token.start - REACH) : token.start],
        text[token.written.end : token.written.end + REACH],
    )
    if is_cited or _SYMBOL.match(after):
        return before.endswith(("/", ":")) or not _SYMBOL.match(after)
    if (to := TO.match(after)) and _NUMBER.match(text, token.written.end + to.end()):
        return True
    if _AFTER_A_YEAR.search(before):
        return not _COUNTED.match(after)
    if SHORT.match(after) or _AHEAD_OF_A_YEAR.search(before):
        return True
    is_number = _COUNTED.match(after) or _COUNTING.search(before) or before.endswith(("-", ":"))
    return year - _AGO <= token.written.year <= year + _AHEAD and (not is_number or before.endswith("/"))
