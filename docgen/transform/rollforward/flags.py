"""What of a text is out of date in the new year and only a person can mend: terms, cited documents."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from docgen.language.dates import short_date
from docgen.model.address import Address
from docgen.model.citation import Citation
from docgen.rules.lexicon import Term
from docgen.transform.rollforward.doubt import Concern, Doubt
from docgen.transform.rollforward.quoting import singled_out
from docgen.wording.agreement import agreement
from docgen.wording.expired import expired_documents
from docgen.wording.terms import outdated_terms
from docgen.wording.text import Context, Text, key

_OF_A_YEAR = re.compile(r"(?<!đến )(?<!từ )(?<!\d )\bnăm (?P<year>20\d\d)(?! ?[-–]|\d)")
"""The year of a yearly document in its title; not that of a day ("tháng 9 năm 2023") or of a horizon."""


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
            yield Doubt(
                Concern.CITATION,
                question=f"Thay viện dẫn “{citation.text}” bằng văn bản còn hiệu lực nào?",
                proposal=f"Viện dẫn {document.replaced_by}, ghi đủ ngày, cơ quan ban hành và trích yếu."
                if document.replaced_by
                else "Tìm văn bản thay thế, hoặc bỏ viện dẫn này.",
                reason=f"Văn bản hết hiệu lực từ ngày {short_date(document.ended)}.",
                quote=str(singled_out(words, citation.start, citation.end)),
            )
        elif of := _year_of(text, citation, year):
            yield Doubt(
                Concern.CITATION,
                question=f"Văn bản năm {year} thay cho “{citation.text}” là văn bản nào?",
                proposal=f"Viện dẫn văn bản của năm {year} khi được ban hành: số, ký hiệu, ngày, trích yếu.",
                reason=f"Văn bản được viện dẫn là của năm {of}; viện dẫn không tự đổi theo năm kế hoạch.",
                quote=str(singled_out(words, citation.start, citation.end)),
            )


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


def _outdated(words: str, start: int, end: int, term: Term) -> Doubt:
    found, quote = words[start:end], singled_out(words, start, end)
    exact = next((new for old, new in term.exact if key(old) == key(found)), "")
    replacement = exact[:1].upper() + exact[1:] if found[0].isupper() else exact
    where = "" if str(quote) == found else f" trong “…{quote}…”"
    why = term.why or f"là cách gọi cũ, đã thay từ ngày {short_date(term.since)}"
    return Doubt(
        Concern.TERM,
        question=f"“{found}”{where} ghi lại thế nào?",
        proposal=f"Ghi “{replacement}”." if replacement else f"Viết lại câu, dùng: {term.new}.",
        reason=f"“{found}” {why} ({term.source}).",
        quote=str(quote),
        replacement=quote.with_issue(replacement),
    )


def _year_of(text: Text, citation: Citation, year: int) -> int | None:
    """Return the year that the title of a cited yearly document names, where it is before `year`."""
    title = text.words[citation.end : text.sentence_end(citation.end)]
    found = _OF_A_YEAR.search(title)
    return int(found["year"]) if found and int(found["year"]) < year else None
