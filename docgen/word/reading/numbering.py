"""Word's automatic numbering as text (ECMA-376, Part 1, 17.9)."""

import re
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.word.formatting.lists import Lists
from docgen.word.ooxml import child, is_on, number, value
from docgen.word.reading.numerals import is_known, numeral
from docgen.word.reading.remarks import Remarks

LARGEST = 32_767
"""The largest number that Word counts to."""

_PLACEHOLDER = re.compile(r"%(\d)")
_BULLET = "•"


@dataclass(frozen=True)
class Label:
    """The number or bullet of one paragraph, what follows it ("tab", "space", "nothing") and its `w:lvl`."""

    text: str
    suffix: str
    level: Element

    @property
    def align(self) -> str:
        """How the label stands at the start of its line: "left", "center" or "right"."""
        word = value(self.level, "lvlJc", "left")
        return {"start": "left", "end": "right"}.get(word, word)


@dataclass
class Numbering:
    """Counts the lists of a file as its paragraphs are read in order."""

    lists: Lists
    remarks: Remarks
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, instance: int, depth: int, paragraph: Element) -> Label | None:
        """Count one paragraph; return its label, None where it has none."""
        levels = self.lists.levels(instance)
        if depth not in levels:
            return None
        level = levels[depth]
        counts = self._count(instance, depth, levels)
        if not is_known(value(level, "numFmt", "decimal")):
            self.remarks.add(paragraph, "số thứ tự kiểu này chưa viết được, thay bằng chữ số Ả Rập.")
        text = _BULLET if self.lists.picture(level) else _written(level, levels, counts)
        return Label(text, value(level, "suff", "tab"), level)

    def _count(self, instance: int, depth: int, levels: dict[int, Element]) -> dict[int, int]:
        counts = self._counts.setdefault(self.lists.identity(instance), {})
        for above in range(depth + 1):
            self._begin(instance, above, counts)
            if above not in counts:
                counts[above] = self._start(instance, above, levels) - (above == depth)
        counts[depth] = min(counts[depth] + 1, LARGEST)
        for deeper in [deep for deep in counts if deep > depth and _restarts(levels.get(deep), depth)]:
            del counts[deeper]
        return counts

    def _begin(self, instance: int, level: int, counts: dict[int, int]) -> None:
        """Forget a count where an instance that is told its own start comes for the first time."""
        if (instance, level) not in self._begun:
            self._begun.add((instance, level))
            if self.lists.start(instance, level) is not None:
                counts.pop(level, None)

    def _start(self, instance: int, level: int, levels: dict[int, Element]) -> int:
        told = self.lists.start(instance, level)
        start = number(value(levels.get(level), "start", "0")) if told is None else told
        return min(max(start, 0), LARGEST)


def _restarts(level: Element | None, used: int) -> bool:
    """Whether a level counts anew after one above it, `used`, was counted (17.9.10)."""
    told = child(level, "lvlRestart")
    return told is None or used < number(value(level, "lvlRestart"))


def _written(level: Element, levels: dict[int, Element], counts: dict[int, int]) -> str:
    plain = is_on(child(level, "isLgl"))

    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        style = value(levels.get(depth), "numFmt", "decimal")
        return numeral(counts.get(depth, 1), "decimal" if plain else style)

    return _PLACEHOLDER.sub(one, value(level, "lvlText"))
