"""What is doubtful in the open decisions of a plan: they may speak of places that are not there."""

from collections.abc import Iterator, Mapping

from docgen.importers.places import place_in_words
from docgen.importers.yaml_tree import YamlTree, shown
from docgen.language.text import nearest
from docgen.model.address import Address, addressed
from docgen.model.decision import Decision
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Plan
from docgen.transform.places import places_of, text_address


def decision_remarks(plan: Plan, tree: YamlTree) -> Iterator[Finding]:
    """Yield the open decisions of `plan`, read from `tree`, whose place or quote is not in it."""
    if not plan.open_decisions():
        return
    places, texts = places_of(plan), addressed(plan)
    for position, decision in enumerate(plan.decisions):
        if decision.is_open and (said := _strange_place(decision, places) or _strange_quote(decision, texts)):
            key, code, message, remedy = said
            place = ("can_quyet_dinh", position, key)
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                place=place_in_words(Plan, place, tree.data),
                line=tree.line(place),
                message=message,
                remedy=remedy,
            )


_Said = tuple[str, str, str, str]
"""Key, code, message and remedy."""


def _strange_place(decision: Decision, places: Mapping[Address, str]) -> _Said | None:
    if decision.place in places:
        return None
    near = nearest(decision.place, places)
    remedy = f"Gần nhất: “{near}” ({places[near]})." if near else "Hãy ghi lại chỗ, hoặc bỏ việc này."
    return "cho", "cho-khong-co", f"kế hoạch không có chỗ “{shown(decision.place)}”.", remedy


def _strange_quote(decision: Decision, texts: Mapping[Address, str]) -> _Said | None:
    text = texts.get(text_address(texts, decision.place), "")
    times = text.count(decision.quote) if decision.quote else 1
    if times == 1:
        return None
    said = f"có {times} lần" if times else "không có"
    message = f"lời “{shown(decision.quote)}” {said} ở chỗ đó."
    return "trich", "loi-khong-ro", message, "Hãy ghi lời đúng như ở đó và chỉ có một lần."
