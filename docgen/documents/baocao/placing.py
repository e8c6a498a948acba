"""Paragraphs of a report under keys that stay when it is made again, and the words of an editor there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Self

from docgen.documents.baocao.lines import DEPTHS, Line
from docgen.documents.baocao.tracing import NUMBER
from docgen.documents.base import ParagraphKind
from docgen.language.text import fold, plain
from docgen.model.figure import Figure, Piece, Quotation, Sentence, Source, read
from docgen.model.results import PeriodResults

EDITOR = "Cơ quan biên tập"
"""Who says what an editor has written."""

_WORD = re.compile(r"[a-z0-9]+")
_TITLE = 4
"""So many words of a heading tell it from those beside it."""
_OPENING = 2
"""From so many words on, what a sentence begins with tells it from others."""
_FIXED = frozenset({*DEPTHS, ParagraphKind.CAPTION, ParagraphKind.APPENDIX_POINTER})


@dataclass(frozen=True)
class Passage:
    """A paragraph of the body: `written` is what the data say, `line` what is printed; none if left out.

    `place` names it by the headings that it is under, what it is, and the task and unit that it is about:
    "cai-cach-the-che/nhung-ket-qua-chu/gach.ra-soat-vbqppl.van-phong". Headings, captions and the notice of
    a draft are not `editable`.
    """

    place: str
    written: Sentence
    line: Line
    editable: bool = True

    def reworded(self, text: str) -> Self:
        """Return it with the words of an editor; numbers that are still those of the data keep sources."""
        return replace(self, line=replace(self.line, words=_reworded(self, text)))


@dataclass(frozen=True)
class Slips:
    """Numbers of the data that an editor has dropped, and numbers that are not of the data."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]


def passages(lines: Iterable[Line], results: PeriodResults, *, editable: bool = True) -> Iterator[Passage]:
    """Yield numbered lines with their places; no two have the same."""
    known = _Known(results)
    for line in lines:
        is_free = editable and line.kind not in _FIXED
        yield Passage(known.place(line), line.words, line, editable=is_free)


@dataclass
class _Known:
    """The headings around a line and the places that are taken."""

    results: PeriodResults
    path: dict[ParagraphKind, str] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.tasks = {task.task.id for task in self.results.tasks}

    def place(self, line: Line) -> str:
        """Return the place of the next line."""
        if line.kind not in DEPTHS:
            return self._free([*self.path.values(), ".".join((line.kind.value, *self._about(line)))])
        above = [kind for kind in DEPTHS[: DEPTHS.index(line.kind)] if kind in self.path]
        self.path = {kind: self.path[kind] for kind in above}
        title = "-".join(_words(read(line.words))[:_TITLE])
        place = self._free([*self.path.values(), title])
        self.path[line.kind] = place.rpartition("/")[2]
        return place

    def _free(self, names: list[str]) -> str:
        """Return a place that no line before has."""
        place = "/".join(names)
        self.taken[place] += 1
        return place if self.taken[place] == 1 else f"{place}~{self.taken[place]}"

    def _about(self, line: Line) -> list[str]:
        """Return what tells a line from others under its heading."""
        if line.about:
            return [line.about]
        quoted = [piece for piece in line.words if isinstance(piece, Quotation)]
        task = next((one.source.row for one in quoted if one.source.row in self.tasks), "")
        names = (name for one in quoted for name in (one.source.unit, one.text))
        unit = next((found.id for name in names if (found := self.results.organisation.find(name))), "")
        return [name for name in (task, unit) if name] or [_opening(line.words)]


def _opening(sentence: Sentence) -> str:
    """Return the first words of ours; where they are too few, what the first number means."""
    first = _words(str(sentence[0]))[: _TITLE + _OPENING] if isinstance(sentence[0], str) else []
    if len(first) < _OPENING:
        meanings = (piece.meaning for piece in sentence if isinstance(piece, Figure))
        first = _words(next(meanings, ""))
    return "-".join(first)


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(fold(text)))


def edited(passages: Iterable[Passage], edits: Mapping[str, str]) -> Iterator[Passage]:
    """Yield passages with the words of an editor, by their places; an empty text leaves a passage out."""
    for passage in passages:
        text = edits.get(passage.place) if passage.editable else None
        yield passage if text is None else passage.reworded(text)


def _reworded(passage: Passage, text: str) -> Sentence:
    pieces: list[Piece] = []
    end = 0
    for ours, theirs in _kept(read(passage.written), text):
        pieces += [_said(text[end : theirs.start()], passage.place), *_cut(passage.written, *ours.span())]
        end = theirs.end()
    return tuple(piece for piece in (*pieces, _said(text[end:], passage.place)) if str(piece))


def _kept(ours: str, theirs: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the numbers that stand in both texts in the same order."""
    one, other = [*NUMBER.finditer(ours)], [*NUMBER.finditer(theirs)]
    matcher = SequenceMatcher(
        None, [found[0] for found in one], [found[0] for found in other], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        yield from zip(one[block.a : block.a + block.size], other[block.b :], strict=False)


def _cut(sentence: Sentence, start: int, end: int) -> Iterator[Piece]:
    """Yield what stands in a sentence from one letter to another, with its sources."""
    for piece in sentence:
        words = str(piece)[max(start, 0) : max(end, 0)]
        if words:
            yield replace(piece, text=words) if isinstance(piece, Figure | Quotation) else words
        start, end = start - len(str(piece)), end - len(str(piece))


def _said(words: str, place: str) -> Quotation:
    return Quotation(words, Source(EDITOR, place))


def slips(written: Sentence, text: str) -> Slips:
    """Return the numbers in which an edited `text` differs from what the data say."""
    ours, theirs = (Counter(NUMBER.findall(words)) for words in (read(written), text))
    return Slips(tuple((ours - theirs).elements()), tuple((theirs - ours).elements()))
