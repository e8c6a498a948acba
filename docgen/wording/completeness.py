"""B17: a document cited for the first time is named in full (Phụ lục I, Phần I, Mục II.6.b)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen.language.dates import parse_date
from docgen.model.citation import Citation
from docgen.wording.text import Context, Hit, Text

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_DATED = re.compile(r"\bngày(?=\s)")
_ISSUED = re.compile(r"\bcủa\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰÝỶ]|\bdo\s.{1,60}?\sban hành")
_UNTITLED = re.compile(
    r"\s*(?:$|[.;)]|,(?!\s*(?:về|v/v|ban hành|quy định|phê duyệt)\b)|(?:và|hoặc|đã|được|nêu|này)\b)"
)
_TITLE_IN_ISSUER = re.compile(
    r"[“\"]|\s(?:v/v|thành lập|kiện toàn|bổ nhiệm|đẩy mạnh|nâng cao|tăng cường|tổ chức|xây dựng|cho phép"
    r"|điều chỉnh|thu hồi|công nhận|đánh giá|chấn chỉnh|khắc phục|yêu cầu|đề nghị|cử|thông báo|tiếp tục"
    r"|kiểm tra|bãi bỏ)\b"
)
_LONG_ISSUER = 10
"""Words; a longer "issuer" has the title in it."""
_SAID_BEFORE = re.compile(
    r"(?:kèm theo|(?:ban hành|phê duyệt|công bố|giao|quy định|nêu|thông qua)"
    r"(?: kèm theo| tại| theo| trong)|của\s[^.;]{1,70}\stại)\s*$",
    re.IGNORECASE,
)
_BEFORE = 90
"""Letters before a citation that are read for what it is cited for."""
_NUMBER_LINE = re.compile(r"[\s:]+")
_WRITTEN_DATE = re.compile(r"ngày\s+(\d{1,2}/\d{1,2}/\d{4})(?!\d)")


def completeness(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield documents whose first citation lacks its date, issuer or title, and dates of no calendar.

    A law needs its type and title alone. The document's own number, a document named inside the title of
    another, and one whose annex is meant ("ban hành kèm theo Quyết định …") are exempt.
    """
    own = frozenset(_NUMBER_LINE.split(context.own_number))
    seen: dict[str, set[int | None]] = defaultdict(set)
    for text in texts:
        for place, citation in enumerate(text.citations):
            if impossible := _impossible_date(text, citation):
                yield impossible
            if _is_known(citation, seen) or citation.number_symbol in own:
                continue
            if _is_nested(text, place) or _SAID_BEFORE.search(
                text.words[max(0, citation.start - _BEFORE) : citation.start]
            ):
                continue
            seen[citation.number_symbol].add(_year(citation))
            if missing := _missing(text, place):
                yield _hit(text, citation, missing)


def _is_known(citation: Citation, seen: dict[str, set[int | None]]) -> bool:
    """Tell whether the document was cited before: numbers begin anew each year."""
    if not citation.number_symbol:
        return True
    years = seen.get(citation.number_symbol)
    year = _year(citation)
    return years is not None and (year is None or None in years or year in years)


def _year(citation: Citation) -> int | None:
    return citation.date.year if citation.date else None


def _is_nested(text: Text, place: int) -> bool:
    """Tell whether a citation stands in the title of the one before it."""
    if place == 0:
        return False
    before = text.citations[place - 1]
    end = text.sentence_end(before.end)
    return text.citations[place].start < end and not _UNTITLED.match(text.words, before.end, end)


def _missing(text: Text, place: int) -> list[str]:
    """Return what a first citation does not say, in Vietnamese."""
    citation = text.citations[place]
    tail = _tail(text, place)
    if citation.type in _LAWS:
        untitled = not citation.title and _UNTITLED.match(tail)
        return ["tên luật"] if untitled else []
    written = text.words[citation.start : citation.end] + tail
    checks = {
        "ngày ban hành": citation.date or _DATED.search(written),
        "cơ quan ban hành": citation.issuer or _ISSUED.search(tail),
        "trích yếu": _is_titled(citation, tail),
    }
    return [name for name, present in checks.items() if not present]


def _is_titled(citation: Citation, tail: str) -> bool:
    """Tell whether a title follows, or was read as part of the issuer's name."""
    in_issuer = _TITLE_IN_ISSUER.search(citation.issuer) or citation.issuer.count(" ") > _LONG_ISSUER
    return bool(in_issuer or _TITLE_IN_ISSUER.match(tail) or not _UNTITLED.match(tail))


def _tail(text: Text, place: int) -> str:
    """Return what follows a citation, up to the end of its sentence or the next citation."""
    start = text.citations[place].end
    ends = [text.sentence_end(start), *(other.start for other in text.citations[place + 1 : place + 2])]
    return text.words[start : min(ends)]


def _hit(text: Text, citation: Citation, missing: Sequence[str]) -> Hit:
    name = f"{citation.type} số {citation.number_symbol}"
    full = (
        "tên loại và tên luật"
        if citation.type in _LAWS
        else "tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu"
    )
    message = (
        f"{name} được viện dẫn lần đầu mà chưa ghi {_listed(missing)}. "
        f"Hãy ghi đủ {full}; từ lần sau chỉ cần “{name}”."
    )
    return Hit("B17", text, citation.start, citation.end, message, expected=full, found=citation.text)


def _listed(names: Sequence[str]) -> str:
    """Return "a, b và c"."""
    return " và ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _impossible_date(text: Text, citation: Citation) -> Hit | None:
    """Return a hit for a written date that no calendar has."""
    if citation.date or not citation.number_symbol:
        return None
    for written in _WRITTEN_DATE.finditer(citation.text):
        try:
            parse_date(written[1])
        except ValueError as reason:
            name = f"{citation.type} số {citation.number_symbol}"
            message = f"{str(reason).capitalize()}. Hãy xem lại ngày của {name}."
            return Hit("B17", text, citation.start, citation.end, message, found=written[1])
    return None
