"""B19: documents that were out of force on the day of the document that cites them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import product

from docgen.language.dates import short_date
from docgen.model.citation import Citation
from docgen.rules import lexicon
from docgen.rules.lexicon import Expired
from docgen.wording.text import Context, Hit, Text, key

_SHORT_TYPES = {"Nghị định": "nđ", "Thông tư": "tt", "Luật": "luật"}
_TOLD = re.compile(
    r"thay thế|bãi bỏ|hủy bỏ|hết hiệu lực|trước đây|tổng kết|sơ kết|sửa đổi|thay cho|chuyển tiếp"
    r"|ngưng hiệu lực|đã hết"
)
_WITH_YEAR = re.compile(r"\d+/\d{4}(?=/)")
_YEAR = re.compile(r",?\s+năm\s+(\d{4})")


def expired(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield citations of documents out of force, unless the sentence itself tells of their end."""
    day = context.day
    if day is None:
        return
    for text in texts:
        for start, end, document in expired_documents(text, day, context.expired):
            yield _hit(text, start, end, document)


def expired_documents(
    text: Text, day: date, added: tuple[Expired, ...] = ()
) -> Iterator[tuple[int, int, Expired]]:
    """Yield the documents cited in a text that are out of force on `day`: where each begins and ends."""
    for start, end, document in _found(text, added):
        if document.ended <= day and not _TOLD.search(text.sentence(start)):
            yield start, end, document


def _found(text: Text, added: tuple[Expired, ...]) -> Iterator[tuple[int, int, Expired]]:
    """Yield the listed documents that a text names: by number, or a law by its title and year."""
    pattern, by_number = _numbers(added)
    if "/" in text.words:
        for match in pattern.finditer(text.key):
            yield *match.span(), by_number[match["number"]]
    for citation in text.citations:
        law = _laws().get(key(citation.title)) if citation.title and not citation.number_symbol else None
        if law and _year(text, citation) == law.year:
            yield citation.start, citation.end, law


@cache
def _numbers(added: tuple[Expired, ...]) -> tuple[re.Pattern[str], dict[str, Expired]]:
    """Return a pattern for every listed number, with its symbol or behind its type ("NĐ 61/2018")."""
    by_number: dict[str, Expired] = {}
    for document in (*lexicon.expired(), *added):
        by_number[key(document.number)] = document
        if (with_year := _WITH_YEAR.match(document.number)) and document.type:
            written = {key(document.type), _SHORT_TYPES.get(document.type, key(document.type))}
            for start, between in product(written, (" ", " số ")):
                by_number[f"{start}{between}{with_year[0]}"] = document
    longest_first = sorted(by_number, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w/])(?P<number>{pattern})(?![\w/-])"), by_number


@cache
def _laws() -> dict[str, Expired]:
    return {key(document.title): document for document in lexicon.expired() if document.title}


def _year(text: Text, citation: Citation) -> int | None:
    """Return the year of a law as it is written: in its date or right behind its title."""
    if citation.date:
        return citation.date.year
    behind = _YEAR.match(text.words, citation.end)
    return int(behind[1]) if behind else None


def _hit(text: Text, start: int, end: int, document: Expired) -> Hit:
    name = " ".join(filter(None, (document.type or "Văn bản", document.title, "số", document.number)))
    instead = f"Hãy dùng {document.replaced_by}" if document.replaced_by else "Hãy tìm văn bản thay thế"
    message = f"{name} đã hết hiệu lực từ ngày {short_date(document.ended)}. {instead}, hoặc bỏ viện dẫn này."
    found = text.words[start:end]
    return Hit("B19", text, start, end, message, expected=document.replaced_by, found=found)
