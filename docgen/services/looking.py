"""A file looked at by somebody at a page: what breaks a rule, and where that stands on its pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.errors import DocgenError
from docgen.model.finding import Finding, RuleFinding, Where
from docgen.services.check import check_bytes
from docgen.services.convert import convert_bytes
from docgen.services.isolation import Names
from docgen.services.page_pictures import USUAL_WIDTH, Box, PagePictures, page_pictures

MOST_MARKED = 60
"""Pages on which places are marked: as many are drawn in the time that the worker has."""
_PDF = b"%PDF-"


@dataclass(frozen=True)
class Mark:
    """Where a place stands: on which page, in which boxes of its picture, `USUAL_WIDTH` pixels wide."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Shown:
    """A file as pages: the PDF, how many pages that has, and how wide and high the first is drawn.

    `marks` are by the numbers of the finding and of its place, both from 0; a place that was not found has
    none.
    """

    pdf: bytes
    count: int
    size: tuple[int, int]
    marks: Mapping[tuple[int, int], Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class LookedAt:
    """What breaks a rule, the notices, and the pages; None where the file cannot be laid out."""

    findings: tuple[RuleFinding, ...]
    notices: tuple[Finding, ...]
    shown: Shown | None


def look_at(data: bytes, names: Names, settings: str = "", changes: str = "accepted") -> LookedAt:
    """Check the bytes of a Word file or PDF, which may come from anyone, and find the places on its pages.

    Arguments and errors are those of `check_bytes`.
    """
    checked = check_bytes(data, names, settings, changes)
    try:
        shown = _shown(data, names, changes, checked.findings)
    except DocgenError:
        shown = None
    return LookedAt(checked.findings, checked.notices, shown)


def _shown(data: bytes, names: Names, changes: str, findings: Sequence[RuleFinding]) -> Shown:
    pdf = data if data.startswith(_PDF) else convert_bytes(data, names, changes).data
    pictures = page_pictures(pdf, names, _wanted(findings), width=USUAL_WIDTH, words=True)
    first = pictures.drawn[0]
    return Shown(pdf, pictures.count, (first.width, first.height), dict(_marks(findings, pictures)))


def _wanted(findings: Sequence[RuleFinding]) -> list[int]:
    """Return the first page, and those on which places may stand: a paragraph may go on over the page."""
    begun = {where.page for finding in findings for where in finding.places if where.page}
    return sorted({1, *begun, *(page + 1 for page in begun)})[:MOST_MARKED]


def _marks(findings: Sequence[RuleFinding], pictures: PagePictures) -> Iterator[tuple[tuple[int, int], Mark]]:
    for number, finding in enumerate(findings):
        for at, where in enumerate(finding.places):
            if mark := _mark(where, pictures):
                yield (number, at), mark


def _mark(where: Where, pictures: PagePictures) -> Mark | None:
    if not where.page or not where.text:
        return None
    page = pictures.page_of(where.text, where.page)
    return Mark(page.number, page.places(where.text)) if page else None
