"""On which pages findings are."""

from collections.abc import Iterable, Sequence

from docgen.model.finding import RuleFinding, Where
from docgen.package import Package
from docgen.pdf import paragraph_pages
from docgen.word.reading import Changes


def with_pages(findings: Sequence[RuleFinding], pages: dict[int, int]) -> list[RuleFinding]:
    """Return findings with the page of each place's paragraph."""
    return [_with_pages(one, pages) for one in findings]


def _with_pages(finding: RuleFinding, pages: dict[int, int]) -> RuleFinding:
    first, *others = (on_page(where, pages) for where in finding.places)
    return finding.model_copy(update={"where": first, "others": tuple(others)})


def on_page(where: Where, pages: dict[int, int]) -> Where:
    """Return a place with the page of its paragraph, where it has one."""
    return where.model_copy(update={"page": pages.get(where.paragraph or 0)})


def pages_for(places: Iterable[Where], docx: bytes | Package, changes: Changes) -> dict[int, int]:
    """Return the pages of all paragraphs, as the PDF counts them; none where no place asks for one.

    A file that cannot be laid out is judged all the same.
    """
    if not any(where.paragraph for where in places):
        return {}
    try:
        return paragraph_pages(docx, changes)
    except Exception:  # noqa: BLE001 - whatever it is, `docgen pdf` tells it
        return {}
