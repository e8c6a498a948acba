"""B21: names of units and terms that were replaced before the day of the document."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from docgen.language.dates import short_date
from docgen.model.finding import Severity
from docgen.rules import lexicon
from docgen.rules.lexicon import Term
from docgen.wording.phrases import Phrases
from docgen.wording.text import Context, Hit, Text

_OF_THE_PAST = (
    "(cũ)", "trước đây", "sáp nhập", "hợp nhất", "giải thể", "kết thúc hoạt động", "không tổ chức",
    "chuyển giao từ", "tiền thân", "trước sắp xếp", "trước khi sắp xếp", "nay là",
)  # fmt: skip


def terms(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield terms out of use on the day of the document, each once in a text.

    Cited documents keep the words of their time, and so does a sentence that tells of the change itself.
    """
    day = context.day
    if day is None:
        return
    for text in texts:
        told: set[str] = set()
        for start, end, term in outdated_terms(text, day, context.terms):
            if term.new not in told:
                told.add(term.new)
                yield _hit(text, (start, end), text.words[start:end], term)


def outdated_terms(text: Text, day: date, added: tuple[Term, ...] = ()) -> Iterator[tuple[int, int, Term]]:
    """Yield the terms in a text that are out of use on `day`: where each begins and ends; see `terms`."""
    for start, end, term in _known(added).find(text):
        if term.since <= day and not _is_exempt(text, start, end, term):
            yield start, end, term


@cache
def _known(added: tuple[Term, ...]) -> Phrases[Term]:
    return Phrases({old: term for term in (*lexicon.terms(), *added) for old in term.old})


def why_outdated(term: Term) -> str:
    """Return what is told of a word that `term` has outlived, as the rest of a sentence."""
    return term.why or f"là cách gọi cũ, đã thay từ ngày {short_date(term.since)}"


def _is_exempt(text: Text, start: int, end: int, term: Term) -> bool:
    after = text.key[end:].lstrip(" ")
    if term.allowed_before and after.startswith(term.allowed_before):
        return True
    sentence = text.sentence(start)
    return text.is_cited(start) or any(sign in sentence for sign in _OF_THE_PAST)


def _hit(text: Text, span: tuple[int, int], found: str, term: Term) -> Hit:
    past = "" if term.why else " Nếu nói về thời gian trước đó, hãy ghi “(cũ)” sau tên."
    message = f"“{found}” {why_outdated(term)}. Hãy ghi: {term.new}.{past}"
    severity = None if term.sure else Severity.INFO
    return Hit("B21", text, *span, message, expected=term.new, found=found, severity=severity)
