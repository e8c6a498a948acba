"""What of a text is out of date in the new year and only a person can mend: terms, cited documents."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from docgen.language.dates import short_date
from docgen.model.address import Address
from docgen.model.citation import Citation
from docgen.rules.lexicon import Expired, Term
from docgen.transform.rollforward.doubt import Concern, Doubt
from docgen.transform.rollforward.quoting import singled_out
from docgen.wording.agreement import agreement
from docgen.wording.expired import expired_documents
from docgen.wording.terms import outdated_terms, why_outdated
from docgen.wording.text import Context, Text, key

_OF_A_YEAR = re.compile(r"(?<!đến )(?<!từ )(?<!\d )\bnăm (?P<year>20\d\d)(?! ?[-–]|\d)")
"""The year of a yearly document in its title; not that of a day ("tháng 9 năm 2023") or of a horizon."""
_YEAR_OF_A_LAW = re.compile(r",? năm \d{4}")
"""What stands behind a law that is cited by its title and year."""
_REWRITE = "Viết lại câu, dùng:"
_AND = re.compile(r"(?:,| và| hoặc|, và) ")


def flags(words: str, year: int, asked: Collection[str] = ()) -> Iterator[Doubt]:
    """Yield what a text of the plan of `year` says that is out of date, the law at the end of that year.

    What stands in one of the quotes that are `asked` about already is left out.
    """
    text, day = Text(words), date(year, 12, 31)
    for start, end, term in outdated_terms(text, day):
        if not any(words[start:end] in quote for quote in asked):
            yield _outdated(words, start, end, term)
    expired = {start: document for start, _, document in expired_documents(text, day)}
    for citation in text.citations:
        document = next((expired[at] for at in expired if citation.start <= at < citation.end), None)
        if document:
            yield _expired(words, citation, document)
        elif title := _of_a_year_before(text, citation, year, asked):
            yield Doubt(
                Concern.CITATION,
                question=f"Kế hoạch năm {year} căn cứ văn bản nào, thay cho “{citation.text}”?",
                proposal=f"Viện dẫn văn bản của năm {year} khi được ban hành: số, ký hiệu, ngày, trích yếu.",
                reason=f"Văn bản này là của năm {title['year']}; viện dẫn không tự đổi theo năm kế hoạch.",
                quote=str(singled_out(words, citation.start, title.end())),
            )


def unit_flags(name: str, year: int, is_known: Callable[[str], bool]) -> Iterator[Doubt]:
    """Yield what is out of date in a cell that is the name of one unit or group, as `flags`.

    Only a name that the agency has (`is_known`) can be written there; another one is only proposed.
    """
    for doubt in flags(name, year):
        new = name.replace(doubt.quote, doubt.replacement) if doubt.replacement else ""
        if not new:
            yield replace(doubt, proposal=doubt.proposal.replace(_REWRITE, "Ghi tên mới:"))
        elif is_known(new):
            yield doubt
        else:
            proposal = f"Ghi “{new}”, sau khi thêm tên này vào danh sách đơn vị."
            yield replace(doubt, proposal=proposal, replacement="")


def disagreements(texts: Mapping[Address, str]) -> Iterator[tuple[Address, Doubt]]:
    """Yield where a plan cites one document with another date or title than before."""
    for hit in agreement([Text(words, address) for address, words in texts.items()], Context()):
        cited = hit.text.words[hit.start : hit.end]
        said, _, mended = hit.message.partition(". Hãy ")
        yield (
            str(hit.text.place),
            Doubt(
                Concern.CITATION,
                question=f"“{cited}” đã ghi đúng chưa?",
                proposal=f"Hãy {mended}",
                reason=f"{said}.",
                quote=str(singled_out(hit.text.words, hit.start, hit.end)),
            ),
        )


def _expired(words: str, citation: Citation, document: Expired) -> Doubt:
    year = None if citation.date else _YEAR_OF_A_LAW.match(words, citation.end)
    end = year.end() if year else citation.end
    return Doubt(
        Concern.CITATION,
        question=f"Thay viện dẫn “{citation.text}{words[citation.end : end]}” bằng văn bản còn hiệu lực nào?",
        proposal=f"Viện dẫn {document.replaced_by}, ghi đủ ngày, cơ quan ban hành và trích yếu."
        if document.replaced_by
        else "Tìm văn bản thay thế, hoặc bỏ viện dẫn này.",
        reason=f"Văn bản hết hiệu lực từ ngày {short_date(document.ended)}.",
        quote=str(singled_out(words, citation.start, end)),
    )


def _outdated(words: str, start: int, end: int, term: Term) -> Doubt:
    found, quote = words[start:end], singled_out(words, start, end)
    exact = next((new for old, new in term.exact if key(old) == key(found)), "")
    if _is_said_beside(words, start, end, exact):
        exact = ""
    replacement = exact[:1].upper() + exact[1:] if found[0].isupper() else exact
    where = "" if str(quote) == found else f" trong “…{quote}…”"
    return Doubt(
        Concern.TERM,
        question=f"“{found}”{where} ghi lại thế nào?",
        proposal=f"Ghi “{replacement}”." if replacement else f"{_REWRITE} {term.new}.",
        reason=f"“{found}” {why_outdated(term)} ({term.source}).",
        quote=str(quote),
        replacement=quote.with_issue(replacement),
    )


def _is_said_beside(words: str, start: int, end: int, new: str) -> bool:
    """Say whether the words beside say the new ones already, as in "cấp huyện, cấp xã"."""
    if not new:
        return False
    last_two = " ".join(new.split()[-2:])
    behind, before = _AND.match(words, end), re.search(rf"{_AND.pattern}$", words[:start])
    return bool(
        (behind and words.startswith((last_two, f"các {last_two}", new), behind.end()))
        or (before and words[: before.start()].endswith(last_two))
    )


def _of_a_year_before(
    text: Text, citation: Citation, year: int, asked: Collection[str]
) -> re.Match[str] | None:
    """Return the year that the title of a cited yearly document ends in, where it is before `year`.

    A year that is `asked` about already is not known to be of the document.
    """
    found = _OF_A_YEAR.search(text.words, citation.end, text.sentence_end(citation.end))
    if found is None or any(_holds(text.words, quote, found.start()) for quote in asked):
        return None
    return found if int(found["year"]) < year else None


def _holds(words: str, quote: str, at: int) -> bool:
    """Say whether a quote, which stands once in `words`, holds the letter `at`."""
    start = words.find(quote)
    return bool(quote) and start <= at < start + len(quote)
