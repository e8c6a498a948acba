"""Names that mean one unit: as it is spelled here and there, and abbreviated ("P.TCBC và TCPCP")."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from docgen.language.characters import without_invisible
from docgen.language.text import fold, nfc
from docgen.recognition.phrases import WORD, key

_AND = key("và")
_MANY = 50
"""Of so many units with the same first letters, which one an abbreviation means is not to be told."""


@dataclass
class Named:
    """A unit by its fullest name; `short` is the fullest of its abbreviations, `others` are its other names.

    Spellings that differ in case, dashes or blanks alone are one.
    """

    name: str
    short: str = ""
    others: list[str] = field(default_factory=list)


def gathered(names: Iterable[str]) -> list[Named]:
    """Return the units that `names` mean, in the order in which they come first.

    An abbreviation goes with a full name only if it can mean no other.
    """
    spelled = [_Name(place, name) for place, name in enumerate(_spellings(names))]
    units: dict[str, list[tuple[_Name, Named]]] = defaultdict(list)
    for name in sorted(spelled, key=attrgetter("words"), reverse=True):
        alike = units[name.letters]
        meant = [unit for full, unit in alike if name.may_mean(full)] if len(alike) < _MANY else []
        if len(meant) == 1:
            _add(meant[0], name)
        else:
            alike.append((name, Named(name.text)))
    found = [pair for pairs in units.values() for pair in pairs]
    return [unit for _, unit in sorted(found, key=lambda pair: pair[0].place)]


def _spellings(names: Iterable[str]) -> list[str]:
    """Return of each name the spelling that is used most."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for written in names:
        name = nfc(without_invisible(written))
        used[fold(name)][name[0].upper() + name[1:]] += 1
    return [counted.most_common(1)[0][0] for counted in used.values()]


def _add(unit: Named, name: "_Name") -> None:
    if name.is_short and not unit.short:
        unit.short = name.text
    else:
        unit.others.append(name.text)


class _Name:
    """A name letter by letter: the first ones of its words, and all of an abbreviation."""

    def __init__(self, place: int, text: str) -> None:
        self.place, self.text = place, text
        words = [word for word in WORD.findall(text) if word.isalnum() and key(word) != _AND]
        self._signs = [sign for word in words for sign in _signs(word)]
        self.letters = "".join(letter for letter, _ in self._signs)
        self.words = sum(bool(word) for _, word in self._signs)

    @property
    def is_short(self) -> bool:
        """Whether there is an abbreviation in it."""
        return self.words < len(self._signs)

    def may_mean(self, full: "_Name") -> bool:
        """Whether it has the same letters as `full`, and the same words wherever both have words."""
        pairs = zip(self._signs, full._signs, strict=True)  # noqa: SLF001 - of its own class
        return all(one == other or not (one and other) for (_, one), (_, other) in pairs)


def _signs(word: str) -> list[tuple[str, str]]:
    """Return the first letter of a word with the word; of an abbreviation its letters alone."""
    if len(word) == 1 or word.isupper():
        return [(letter, "") for letter in key(word)]
    return [(key(word)[0], key(word))]
