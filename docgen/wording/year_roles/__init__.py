"""The role of every year in a text of a plan, by which it moves or stays in the plan of another year.

The role comes from the structure: what belongs to a cited document first, then stretches and horizons, then
words that look back in the same clause, and at last where the year stands to the plan's own.
"""

from dataclasses import dataclass

from docgen.wording.text import key
from docgen.wording.year_roles.cited import CitedDocuments
from docgen.wording.year_roles.clauses import clauses
from docgen.wording.year_roles.found import year_groups
from docgen.wording.year_roles.judged import judged
from docgen.wording.year_roles.tokens import Form
from docgen.wording.year_roles.verdict import Place, YearRole

__all__ = ["Form", "YearMention", "YearRole", "year_mentions"]


@dataclass(frozen=True)
class YearMention:
    """One year of a text, from `start` to `end`; `quote` is the phrase around it, from `quote_start` on.

    `doubt` is the Vietnamese reason why the role is not certain, empty when it is.
    """

    start: int
    end: int
    year: int
    role: YearRole
    quote: str
    doubt: str
    quote_start: int
    form: Form


def year_mentions(text: str, year: int, *, is_deadline: bool = False) -> tuple[YearMention, ...]:
    """Return every year of `text`, as stored in the plan of `year`; `is_deadline`: a cell that says when."""
    words = text.replace("*", " ")
    keyed = key(words)
    cited = CitedDocuments(words)
    groups = year_groups(keyed, year, cited.is_core)
    if not groups:
        return ()
    found: list[YearMention] = []
    for group, clause in zip(groups, clauses(keyed, groups), strict=True):
        verdicts = judged(Place(group, clause, cited, year, is_deadline=is_deadline))
        quote = text[group.start : group.end]
        found += (
            YearMention(*one.span, one.year, verdict.role, quote, verdict.doubt, group.start, group.form)
            for one, verdict in zip(group.years, verdicts, strict=True)
        )
    return tuple(found)
