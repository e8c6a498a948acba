"""What stands beside the page of a draft: a remark at the place of every decision that is still open."""

import re
from collections.abc import Callable, Iterator, Mapping

from docgen.documents import wording
from docgen.documents.addresses import SUBJECT, positions
from docgen.documents.base import Document, Remark
from docgen.model.address import Address, addressed
from docgen.model.decision import Decision
from docgen.model.plan import Plan
from docgen.model.text import unmarked

_LAST_WORDS = re.compile(r"Mã: (?P<id>\S+)(?: \(docgen decide\))?")
"""With the command for who has a terminal, without it for who has not."""
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    wording.without_end,
    str.upper,
    lambda words: wording.without_end(words).upper(),
)
"""What becomes of words on the way to the page."""


def remarks_of(plan: Plan, document: Document) -> tuple[Remark, ...]:
    """Return a remark for each open decision of `plan`, which `document` prints, in the order of the page.

    What is about a place or about words that are not there any more goes to what is left around them, in the
    end to the subject: none is lost.
    """
    open_decisions = plan.open_decisions()
    if not open_decisions:
        return ()
    texts, places, stored = tuple(document.printed_texts()), positions(plan, document), addressed(plan)
    remarks = []
    for decision in open_decisions:
        position = _position(decision.place, places)
        remarks.append(_remark(decision, position, texts[position], stored.get(decision.place, "")))
    return tuple(sorted(remarks, key=lambda one: (one.position, texts[one.position].find(one.quote))))


def _position(place: Address, places: Mapping[Address, int]) -> int:
    """Return where `place` is printed, or the nearest that is left around it."""
    while place and place not in places:
        place = place.rpartition("/")[0]
    return places[place or SUBJECT]


def _remark(decision: Decision, position: int, printed: str, stored: str) -> Remark:
    at_issue = _as_printed(decision.quote, printed)
    lost = bool(decision.quote) and not at_issue
    return Remark(
        position=position,
        quote=at_issue or _as_printed(stored, printed),
        words="\n".join(_words(decision, lost=lost)),
    )


def _as_printed(words: str, printed: str) -> str:
    """Return `words` of the data as they are `printed`: unmarked, in capitals, without their end; or ""."""
    spellings = (write(text) for text in (words, unmarked(words)) for write in _SPELLINGS)
    return next((spelling for spelling in spellings if spelling and spelling in printed), "")


def _words(decision: Decision, *, lost: bool) -> Iterator[str]:
    """Yield the paragraphs of a comment."""
    yield decision.question
    if lost:
        yield f"Lời đang xét: “{decision.quote}”, nay không còn ở chỗ này."
    yield f"Đề xuất: {decision.proposal}"
    yield f"Lý do: {decision.reason}"
    yield f"Mã: {decision.id} (docgen decide)"


def decision_of(words: str) -> str:
    """Return the id of the decision that a remark with these last words asks for; "" if none."""
    found = _LAST_WORDS.fullmatch(words)
    return found["id"] if found else ""
