"""The decisions of a plan that nobody has settled yet, with their places on the page; what came of others."""

from dataclasses import dataclass

from docgen.model.address import addressed
from docgen.model.decision import Decision
from docgen.model.plan import Plan
from docgen.model.text import unmarked
from docgen.transform.places import places_of, text_address


@dataclass(frozen=True)
class OpenDecision:
    """A decision that nobody has settled yet: where it is on the page, and the words that it is about.

    `place` is empty where the plan has no such place; `words` are what it quotes, or else all of the text.
    """

    decision: Decision
    place: str
    words: str


def open_decisions(plan: Plan) -> tuple[OpenDecision, ...]:
    """Return the open decisions of `plan` with their places."""
    if not plan.open_decisions():
        return ()
    places, texts = places_of(plan), addressed(plan)
    return tuple(
        OpenDecision(
            decision=decision,
            place=places.get(decision.place, ""),
            words=unmarked(decision.quote or texts.get(text_address(texts, decision.place), "")),
        )
        for decision in plan.open_decisions()
    )


def words_at(plan: Plan, decision: Decision) -> str:
    """Return the words that stand now where a decision is about; "" where the place is gone."""
    texts = addressed(plan)
    return unmarked(texts.get(text_address(texts, decision.place), ""))
