"""What a plan says that its page does not: capitals, the year, columns without words."""

from collections.abc import Iterator

from docgen.documents import wording
from docgen.documents.base import Traces
from docgen.model.appendix import Headings
from docgen.model.plan import Plan
from docgen.model.text import unmarked


def traces_of(plan: Plan) -> Traces:
    """Return what cannot be read off the page of `plan`."""
    return Traces(
        year=plan.year,
        electronic=plan.electronic,
        spellings=tuple(dict.fromkeys(_spellings(plan))),
        ending=_ending(plan),
        headings=tuple(_chosen_headings(plan)),
    )


def _spellings(plan: Plan) -> Iterator[str]:
    """Yield every text that is printed otherwise than it is stored."""
    yield from plan.printed_in_capitals()
    titles = [title for section in plan.sections for title in section.titles()]
    yield from (title for title in titles if unmarked(title) != title)
    yield from (basis for basis in plan.legal_bases if basis != basis.rstrip(" .;"))


def _ending(plan: Plan) -> str:
    """Return the last text of the body where "./." behind it does not stand for a full stop."""
    end = plan.sections[-1].texts()[-1]
    return "" if end == f"{wording.without_end(end)}." else end


def _chosen_headings(plan: Plan) -> Iterator[tuple[int, str, str]]:
    for position, appendix in enumerate(plan.appendices, 1):
        for name, text in appendix.headings:
            if text != Headings.model_fields[name].default:
                yield position, name, text
