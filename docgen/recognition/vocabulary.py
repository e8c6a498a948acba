"""The phrases by which titles are read: those of the rules, and the names of one organisation."""

from collections.abc import Iterator
from functools import cache, lru_cache

from docgen.model.organisation import Organisation
from docgen.recognition.phrases import Phrase, Phrases, Sort, key
from docgen.rules.abbreviations import known_abbreviations
from docgen.rules.lexicon import names as decreed_names
from docgen.rules.lexicon import terms
from docgen.rules.places import provinces
from docgen.rules.spelling import spelling

SEVERAL = frozenset(map(key, ("các", "những", "mỗi", "mọi", "toàn", "cấp")))
"""Before "huyện", "xã": no name follows."""


@lru_cache(maxsize=8)
def own_names(organisation: Organisation | None) -> Phrases:
    """Return the names of an organisation."""
    names = _names_of(organisation) if organisation else ()
    return Phrases((name, Sort.NAME) for name in names)


def _names_of(organisation: Organisation) -> Iterator[str]:
    """Yield how an organisation, its units and groups are written in the middle of a sentence."""
    yield from filter(None, (organisation.name, organisation.superior, organisation.place))
    if (kind := organisation.name.split()[0]) in spelling().kinds:
        yield kind
    for unit in organisation.units:
        yield from unit.every_name
    for group in organisation.groups:
        yield from (name[0].lower() + name[1:] for name in group.every_name)


@cache
def listed_phrases() -> Phrases:
    """Return the phrases of the rules."""
    return Phrases(_rows())


def _rows() -> Iterator[tuple[str, Sort]]:
    """Yield the phrases of the rules; of two spellings of one the first counts."""
    lists = spelling()
    yield from ((name, Sort.NAME) for name in (*lists.names, *lists.offices, *lists.agencies))
    yield from ((name.right, Sort.NAME) for name in decreed_names())
    yield from ((name, Sort.NAME) for term in terms() for name in term.old)
    places = provinces()
    yield from ((name, Sort.NAME) for name in (*places.today, *places.merged))
    yield from ((body, Sort.BODY) for body in lists.bodies)
    yield from ((level, Sort.LEVEL) for level in lists.levels)
    yield from ((kind, Sort.NUMBERED) for kind in lists.numbered)
    yield from ((kind, Sort.COUNTED) for kind in lists.counted)
    yield from ((word, Sort.COMMON) for word in lists.common)


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations that everyone knows, by their keys."""
    return {key(name): name for name in known_abbreviations()}


@lru_cache(maxsize=1024)
def ends_with_a_level(phrase: Phrase) -> bool:
    """Whether a phrase is a level of places or ends with one: "huyện", "Công an tỉnh"; not "cấp xã"."""
    *before, last = map(key, phrase.words)
    return Sort.LEVEL in phrase.sorts or (last in _levels() and not {",", *SEVERAL} & {*before})


@cache
def _levels() -> frozenset[str]:
    """Return the levels of places that are one word."""
    return frozenset(map(key, spelling().levels))
