"""B18: one document is cited with one date and one title."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from docgen.language.dates import short_date
from docgen.model.citation import Citation
from docgen.model.finding import Severity
from docgen.wording.text import Context, Hit, Text, key

_YEAR_IN_NUMBER = re.compile(r"^\d+/\d{4}/")
_ABBREVIATIONS = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"))
_WORD = re.compile(r"\w+")
_TITLE = re.compile(r"\s*,?\s*về\s+(?:việc\s+)?(?P<title>[^.;:()\n]+)")
_WORDS_OF_A_TITLE = 5
_COMES_WITH = re.compile(r"\(\s*kèm theo\b[^()]*$", re.IGNORECASE)
_TOLD = 5
"""Places told in one message."""
_QUOTED = 60
"""Letters of a text that tell an officer which one is meant."""


class _Place(NamedTuple):
    text: Text
    citation: Citation


def agreement(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield each document that is cited with several dates, or with titles that share no word.

    Numbers begin anew each year: a number without a year, dated in two years, is two documents. So is one
    number of two issuers that exclude each other.
    """
    by_number: dict[str, list[_Place]] = defaultdict(list)
    for text in texts:
        for citation in text.citations:
            if citation.number_symbol and not _names_itself(text, citation, context):
                by_number[citation.number_symbol].append(_Place(text, citation))
    for places in by_number.values():
        if len(places) > 1:
            for document in _documents(places):
                yield from _disagreements(document)


def _names_itself(text: Text, citation: Citation, context: Context) -> bool:
    """Tell whether an appendix names the document that it comes with, which A05 compares with the head."""
    own = citation.number_symbol in context.own_number
    return own and _COMES_WITH.search(text.words, 0, citation.start) is not None


def _documents(places: Sequence[_Place]) -> list[list[_Place]]:
    """Sort citations of one number by the document they mean; those alike are compared once."""
    alike: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for place in places:
        alike[key(place.citation.issuer), place.citation.date].append(place)
    documents: list[list[list[_Place]]] = []
    for group in alike.values():
        fitting = (known for known in documents if all(_may_be_one(group[0], other[0]) for other in known))
        same = next(fitting, None)
        if same is None:
            documents.append([group])
        else:
            same.append(group)
    return [[place for group in document for place in group] for document in documents]


def _may_be_one(one: _Place, other: _Place) -> bool:
    """Tell whether two citations of one number can mean one document."""
    first, second = one.citation, other.citation
    issuers = _words(first.issuer), _words(second.issuer)
    agree = issuers[0] <= issuers[1] or issuers[1] <= issuers[0]
    years = {each.date.year for each in (first, second) if each.date}
    return agree and (len(years) < 2 or bool(_YEAR_IN_NUMBER.match(first.number_symbol)))  # noqa: PLR2004 - two


def _words(issuer: str) -> frozenset[str]:
    """Return the words of an issuer's name, abbreviations written out."""
    name = key(issuer)
    for short, full in _ABBREVIATIONS:
        name = name.replace(short, full)
    return frozenset(_WORD.findall(name))


def _disagreements(document: Sequence[_Place]) -> Iterator[Hit]:
    by_date: dict[str, _Place] = {}
    for place in document:
        if place.citation.date:
            by_date.setdefault(short_date(place.citation.date), place)
    if len(by_date) > 1:
        yield _dates_hit(by_date)
    titled = [(place, title) for place in document if (title := _title(place))]
    for (_, first), (place, second) in pairwise(titled):
        if not _words(first) & _words(second):
            yield _titles_hit(place, first, second)
            return


def _dates_hit(by_date: dict[str, _Place]) -> Hit:
    """Return the one hit of a document, at the first citation that leaves the date before it."""
    text, citation = list(by_date.values())[1]
    name = f"{citation.type} số {citation.number_symbol}"
    told = "; ".join(f"ngày {day} ở “{_quote(place)}”" for day, place in islice(by_date.items(), _TOLD))
    more = f"; và {len(by_date) - _TOLD} ngày khác" if len(by_date) > _TOLD else ""
    message = (
        f"{name} được viện dẫn với {len(by_date)} ngày ban hành khác nhau: {told}{more}. "
        "Hãy đối chiếu với bản gốc và ghi thống nhất một ngày."
    )
    found = ", ".join(by_date)
    return Hit("B18", text, citation.start, citation.end, message, expected="một ngày ban hành", found=found)


def _quote(place: _Place) -> str:
    """Return the beginning of the text that a citation stands in, or what stands around the citation."""
    start = max(0, place.citation.start - _QUOTED // 2)
    words = place.text.words[start : start + _QUOTED]
    shown = words[words.find(" ") + 1 :] if start else words
    ends = start + _QUOTED >= len(place.text.words)
    return f"{'…' if start else ''}{shown if ends else shown[: shown.rfind(' ')]}{'' if ends else '…'}"


def _title(place: _Place) -> str:
    """Return the title behind a citation; empty when there is none of several words."""
    end = min(
        [other.start for other in place.text.citations if other.start > place.citation.start],
        default=len(place.text.words),
    )
    found = _TITLE.match(place.text.words, place.citation.end, end)
    title = found["title"] if found else ""
    return title if len(_WORD.findall(title)) >= _WORDS_OF_A_TITLE else ""


def _titles_hit(place: _Place, first: str, second: str) -> Hit:
    text, citation = place
    message = (
        f"{citation.type} số {citation.number_symbol} được viện dẫn với hai trích yếu khác hẳn nhau: "
        f"“{first.strip()}” và “{second.strip()}”. Hãy xem lại số, ký hiệu hoặc trích yếu."
    )
    return Hit(
        "B18", text, citation.start, citation.end, message, found=second.strip(), severity=Severity.WARNING
    )
