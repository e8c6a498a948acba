"""Word's automatic numbering as text (ECMA-376, Part 1, 17.9)."""

import re
from collections.abc import Callable

import roman

from docgen.word.ooxml import W, number, value
from docgen.word.package import Element, Package

_PLACEHOLDER = re.compile(r"%(\d)")
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
_LAST_ROMAN = 4999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _lettered(count: int) -> str:
    """Return Word's letters: a to z, then aa, bb and so on."""
    again, letter = divmod(count - 1, len(_LETTERS))
    return _LETTERS[letter] * (again + 1)


def _roman(count: int) -> str:
    """Return a Roman number, as far as there are such."""
    return roman.toRoman(count) if 0 < count <= _LAST_ROMAN else str(count)


_WRITERS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": lambda count: _lettered(count).upper(),
    "lowerLetter": _lettered,
    "decimalZero": "{:02d}".format,
    "none": lambda _: "",
}


class Numbering:
    """The lists of a file, counting as its paragraphs are read in order."""

    def __init__(self, package: Package) -> None:
        self._levels: dict[int, dict[int, Element]] = {}
        self._abstract: dict[int, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for name in package.related(package.main, "numbering")[:1]:
            self._load(package.xml(name))

    def label(self, number_id: int, level: int) -> tuple[str, str]:
        """Count one paragraph; return its label and what follows it: "tab", "space" or "nothing"."""
        levels = self._levels.get(number_id, {})
        if level not in levels:
            return "", "nothing"
        counts = self._count(number_id, level)
        text = _PLACEHOLDER.sub(
            lambda found: _written(levels, counts, int(found[1]) - 1), value(levels[level], "lvlText")
        )
        return "".join(_SYMBOLS.get(char, char) for char in text), value(levels[level], "suff", "tab")

    def _load(self, root: Element) -> None:
        abstract = {node.get(f"{W}abstractNumId"): node for node in root.iter(f"{W}abstractNum")}
        for instance in root.iter(f"{W}num"):
            key, identity = value(instance, "abstractNumId"), number(instance.get(f"{W}numId"))
            base = abstract.get(key)
            levels = {} if base is None else _levels(base)
            for override in instance.iter(f"{W}lvlOverride"):
                levels |= _levels(override)
            self._levels[identity], self._abstract[identity] = levels, key

    def _count(self, number_id: int, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(self._abstract[number_id], {})
        levels = self._levels[number_id]
        for shown in range(level + 1):
            start = number(value(levels.get(shown), "start", "1"), 1)
            counts[shown] = counts.get(shown, start - (shown == level)) + (shown == level)
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        return counts


def _levels(holder: Element) -> dict[int, Element]:
    return {number(node.get(f"{W}ilvl")): node for node in holder.iter(f"{W}lvl")}


def _written(levels: dict[int, Element], counts: dict[int, int], level: int) -> str:
    kind = value(levels.get(level), "numFmt", "decimal")
    return _WRITERS.get(kind, str)(counts.get(level, 1))
