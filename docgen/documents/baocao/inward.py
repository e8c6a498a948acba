"""Proposals that units make to their own agency: its head decides on them, no superior need read them."""

import re
from collections.abc import Iterator

from docgen.documents.baocao import voices
from docgen.documents.baocao.voices import Voice
from docgen.language.text import fold
from docgen.model.organisation import Organisation, UnitKind
from docgen.model.results import PeriodResults, TextKind
from docgen.rules.report_words import inside

_VERBS = "|".join(map(fold, ("đề nghị", "kiến nghị", "đề xuất")))
_ASKED = re.compile(rf"(?:{_VERBS}) (?:{fold('với')} )?(?P<whom>.+)")
_LEADERS = "lãnh đạo"


def proposals(results: PeriodResults, *, inward: bool) -> Iterator[Voice]:
    """Yield what units propose to their own agency, if `inward`, or all else: what names nobody goes up."""
    for voice in voices.merged(voices.of_kind(results, TextKind.PROPOSAL, voices.by_name)):
        if _is_inward(voice.text, results.organisation) is inward:
            yield voice


def _is_inward(text: str, organisation: Organisation) -> bool:
    """Say whether the first that a proposal names is of the agency: its leaders, a unit, its units."""
    asked = _ASKED.match(fold(text))
    names = tuple(f"{name} " for name in _names(organisation))
    return asked is not None and f"{asked['whom']} ".startswith(names)


def _names(organisation: Organisation) -> Iterator[str]:
    """Yield what the agency, its leaders and its units are called."""
    kind = organisation.name.partition(" ")[0]
    yield fold(organisation.name)
    yield from (fold(words) for words in inside())
    yield from (
        fold(f"{leader} {name}")
        for leader in (_LEADERS, organisation.head_title)
        for name in (organisation.name, kind)
    )
    for unit in organisation.units:
        if unit.kind is not UnitKind.EXTERNAL:
            yield from map(fold, unit.every_name)
