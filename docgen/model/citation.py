"""Documents cited inside a text: "Quyết định số 4447/QĐ-UBND ngày 24/12/2024 của UBND tỉnh".

The decree (Phụ lục I, Mục II.6) asks for type, number and symbol, date, issuer and title; a law is cited by
type and title alone.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter

from pydantic import Field

from docgen.language.dates import parse_date
from docgen.model.base import Model


class Citation(Model):
    """One document named in a text; what is not said is empty, a date not said or of no calendar is None."""

    type: str = Field(alias="loai")
    number_symbol: str = Field(default="", alias="so_ky_hieu")
    date: dt.date | None = Field(default=None, alias="ngay")
    issuer: str = Field(default="", alias="co_quan_ban_hanh")
    title: str = Field(default="", alias="ten")
    text: str = Field(alias="cau_chu")
    start: int = Field(alias="tu")
    """Where `text` begins in the text it was found in, counted from 0."""

    @property
    def end(self) -> int:
        """Where `text` ends in the text it was found in."""
        return self.start + len(self.text)


_TYPES = (
    "Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Quy chế|"
    "Quy định|Thông tư liên tịch|Thông tư|Thông cáo|Thông báo|Hướng dẫn|Chương trình hành động|Chương trình|"
    "Kế hoạch|Phương án|Đề án|Dự án|Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công văn|Công điện|Kết luận|Văn bản"
)
_DASHES = "\u2010\u2011\u2013-"
_SYMBOL = rf"[A-ZĐƯ]\w*(?:[/&{_DASHES}][A-ZĐƯ]\w*)*"
_NUMBER = rf"(?:số\s*:?\s*)?(?P<number>\d+[a-zđ]?(?:/\d{{4}})?[/{_DASHES}]{_SYMBOL})"
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_DATE = rf"(?:,?\s+ngày\s+(?P<date>{_DAY})(?!\d))?"
_ISSUER = re.compile(r"\s+của\s+(?P<issuer>(?:[^,.;:()\n\t]|\([A-ZĐƯ]{2,}\)){1,150})")

_TYPE = _TYPES.replace(" ", r"\s+")
_NUMBERED = re.compile(rf"(?<!\w)(?P<type>(?i:{_TYPE}))\s+{_NUMBER}{_DATE}")

_AFTER_TITLE = (
    r"\s{1,9}(?:(?:số|ngày|năm)\s+\d|và\s+(?:các|Bộ luật|Luật|Nghị|Pháp lệnh)\b|"
    r"(?:quy định|sư|gia|này|đó|đã|được|có|là|để|theo|về|thì|do|của)\b)"
)
_COMMA_OF_TITLE = r",(?=\s+(?:bổ sung|chống|công chức|khen thưởng|sử dụng)\b)"
_TITLE = rf"(?P<title>(?:(?!{_AFTER_TITLE})(?:[^,.;:()\n\t]|{_COMMA_OF_TITLE})){{1,300}})"
_LAW = re.compile(rf"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)(?=\s){_TITLE}(?:\s+{_NUMBER})?{_DATE}")

_AFTER_ISSUER = re.compile(
    r"\s+(?:(?:về|đã|được|có|là|theo|tại|trong|trên|để|nhằm|cho|khi|với|do|từ|đến|gồm|nêu|thì|phải|hoặc|"
    r"giao|ban hành|quy định|phê duyệt|công bố|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện)\b|"
    r"và\s+(?P<next>\w))"
)

_JOINING = re.compile(r"[\s,]*(?:\b(?:và|hoặc|của|theo))?\s*$")


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return every document cited in `text`, in its order: those with a number, and laws by their title."""
    found = [*_citations(_NUMBERED, text), *_citations(_LAW, text)]
    return tuple(_apart(sorted(found, key=attrgetter("start"))))


def _apart(citations: Sequence[Citation]) -> Iterator[Citation]:
    """Yield citations, each ended where the next begins: "của UBND tỉnh và Quyết định số …"."""
    for citation, after in zip_longest(citations, citations[1:]):
        if after is None or citation.end <= after.start:
            yield citation
            continue
        text = _JOINING.sub("", citation.text[: after.start - citation.start])
        issuer = citation.issuer[: len(citation.issuer) - len(citation.text) + len(text)]
        yield citation.model_copy(update={"text": text, "issuer": issuer})


def _citations(pattern: re.Pattern[str], text: str) -> Iterator[Citation]:
    """Yield what one pattern finds; the issuer, where it is named, stands right behind."""
    for match in pattern.finditer(text):
        parts = match.groupdict(default="")
        issuer, end = _issuer(text, match.end())
        yield Citation(
            type=_one_line(parts["type"]).capitalize(),
            number_symbol=re.sub(f"[{_DASHES}]", "-", parts["number"]),
            date=_date(parts["date"]),
            issuer=issuer,
            title=_one_line(parts.get("title", "")),
            text=text[match.start() : end],
            start=match.start(),
        )


def _issuer(text: str, start: int) -> tuple[str, int]:
    """Return the issuer named from `start` on, up to the verb that follows, and where it ends."""
    match = _ISSUER.match(text, start)
    if match is None:
        return "", start
    ends = (
        found.start()
        for found in _AFTER_ISSUER.finditer(match["issuer"])
        if not (found["next"] or "").isupper()
    )
    issuer = match["issuer"][: next(ends, None)].rstrip()
    return _one_line(issuer), match.start("issuer") + len(issuer)


def _date(written: str) -> dt.date | None:
    """Return the date in either form, without its word "ngày"; None when no calendar has it."""
    try:
        return parse_date(f"ngày {written}" if "tháng" in written else written)
    except ValueError:
        return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
