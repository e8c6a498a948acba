"""The names of units in one cell: "Văn phòng Sở, P.TCBC và TCPCP" → two names, letter for letter."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from docgen.language.text import fold, nearest
from docgen.model.finding import Severity
from docgen.model.organisation import Organisation, Unit
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.rules.spelling import spelling

_CUT = re.compile(r"(?<!\s)\s*[,;+/\n]\s*(?:và\s+)?|(?<!\s)\s+[-–—]\s+|(?<!\s)\s+và\s+", re.IGNORECASE)
_BULLET = re.compile(r"^[^\S\n]*(?:[-–—+*•]|\d{1,3}[.)]|[a-zđ]\))[^\S\n]+", re.MULTILINE)
_WRAP = re.compile(r"(?<!\s)\s*\n\s*")
_LOOSE = " \t\n.,;:+"
_FEW = 5
"""So many further places of an unknown name are told; the rest is counted."""


class UnitReader:
    """Cuts cells into names of units; what it does not know, and how units are named, it tells at the end."""

    def __init__(self, organisation: Organisation | None) -> None:
        self._organisation = organisation
        self._names: dict[str, list[str]] = {}
        self._unknown: dict[str, list[tuple[str, Line]]] = defaultdict(list)
        self._written: dict[str, dict[str, tuple[str, Line]]] = defaultdict(dict)

    def split(self, line: Line, ledger: Ledger) -> list[str]:
        """Return the names in `line` as they are written, its breaks as spaces; `line` is kept in the ledger.

        The fewest known names that cover it are taken. What is unknown is cut at ";", at line breaks, and at
        "," where a word follows that begins the name of a unit ("Phòng", "Sở").
        """
        ledger.keep(line)
        if line.text not in self._names:
            self._names[line.text] = _Cell(line.text, self._organisation).names()
        for name in self._names[line.text]:
            self._note(name, line)
        return [*self._names[line.text]]

    @property
    def unknown(self) -> list[str]:
        """Every unknown name, as often as it was met; all names where there is no organisation."""
        return [name for found in self._unknown.values() for name, _ in found]

    def finish(self, ledger: Ledger) -> None:
        """Tell each unknown name once, and each unit that is written in several ways."""
        if self._organisation is None:
            return
        for found in self._unknown.values():
            _tell_unknown(found, self._organisation.every_name, ledger)
        for unit in self._organisation.units:
            if len(self._written[unit.id]) > 1:
                _tell_spellings(unit, [*self._written[unit.id].values()], ledger)

    def _note(self, name: str, line: Line) -> None:
        """Remember where a name stands."""
        entry = self._organisation and self._organisation.find(name)
        if entry is None:
            self._unknown[fold(name)].append((name, line))
        elif isinstance(entry, Unit):
            self._written[entry.id].setdefault(name[0].lower() + name[1:], (name, line))


class _Piece(NamedTuple):
    """What stands between two cuts, whether it is a known name, and the mark in front of it."""

    name: str
    known: bool
    mark: str


class _Way(NamedTuple):
    """The best way to a cut: unknown letters and names so far, and the cut where the last piece begins."""

    unknown: int
    names: int
    start: int


class _Cell:
    """A cell with the places where names may end."""

    def __init__(self, text: str, organisation: Organisation | None) -> None:
        self._text = _BULLET.sub("\n", text)
        self._organisation = organisation
        marks = (found.span() for found in _CUT.finditer(self._text))
        self._cuts = [(0, 0), *marks, (len(self._text), len(self._text))]

    def names(self) -> list[str]:
        """Return the names: the known ones, and what is between them."""
        names: list[str] = []
        for known, run in groupby(self._pieces(), key=lambda piece: piece.known):
            pieces = [*run]
            names += [piece.name for piece in pieces] if known else _cut_unknown(pieces)
        return names

    def _pieces(self) -> list[_Piece]:
        """Cover the cell with known names: few unknown letters, then few names."""
        reach = _most_cuts(self._organisation) if self._organisation else 1
        best = [_Way(0, 0, 0)]
        for end in range(1, len(self._cuts)):
            starts = range(max(0, end - reach), end)
            ways = (self._way(best[start], start, end) for start in starts)
            best.append(min(filter(None, ways)))
        ends = [len(best) - 1]
        while ends[-1]:
            ends.append(best[ends[-1]].start)
        pieces = (self._piece(start, end) for start, end in pairwise(reversed(ends)))
        return [piece for piece in pieces if piece.name]

    def _way(self, before: _Way, start: int, end: int) -> _Way | None:
        """Return the way to `end` whose last piece begins at `start`; none that holds cuts and is unknown."""
        name, known, _ = self._piece(start, end)
        if not known and end - start > 1:
            return None
        return _Way(before.unknown + len(name) * (not known), before.names + 1, start)

    def _piece(self, start: int, end: int) -> _Piece:
        """Return what stands between two cuts; loose marks at its end stay only in a name that has them."""
        written = _WRAP.sub(" ", self._text[self._cuts[start][1] : self._cuts[end][0]].strip())
        bare = written.strip(_LOOSE)
        name = written if self._is_known(written) else bare
        mark = self._text[slice(*self._cuts[start])]
        return _Piece(name, self._is_known(name), mark)

    def _is_known(self, name: str) -> bool:
        return bool(self._organisation and name and self._organisation.find(name))


def _cut_unknown(run: list[_Piece]) -> list[str]:
    """Join unknown pieces into names: one begins at a break and where a word says so."""
    names: list[str] = []
    for piece in run:
        if not names or _begins(piece, names[-1]):
            names.append(piece.name)
        else:
            names[-1] += piece.mark + piece.name
    return names


def _begins(piece: _Piece, before: str) -> bool:
    """Whether an unknown piece begins a name; behind "và" only when it is of the kind of the name before."""
    mark, first = piece.mark.strip(), _unit_word().match(piece.name)
    if mark.casefold() == "và":
        return first is not None and before.startswith(first[0])
    return "\n" in piece.mark or mark == ";" or first is not None


@cache
def _unit_word() -> re.Pattern[str]:
    """Return what finds the word at the beginning of a name of a unit."""
    words = sorted(spelling().unit_words, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalpha() else "") for word in words))


@lru_cache(maxsize=8)
def _most_cuts(organisation: Organisation) -> int:
    """Return how many pieces the longest name falls into when it is cut wherever a name may end."""
    return 1 + max(len(_CUT.findall(name)) for name in organisation.every_name)


def _tell_unknown(found: list[tuple[str, Line]], known: Sequence[str], ledger: Ledger) -> None:
    """Tell one unknown name with all its places."""
    name, _ = found[0]
    near = nearest(name, known)
    hint = f"; gần nhất: “{near}”" if near else ""
    places = list(dict.fromkeys(line.place for _, line in found))[1:]
    rest = f" và {len(places) - _FEW} nơi khác" if len(places) > _FEW else ""
    also = f" Còn ở: {'; '.join(places[:_FEW])}{rest}." if places else ""
    ledger.tell(
        "don-vi-la",
        Severity.ERROR,
        [line for _, line in found],
        f"“{name}” không có trong danh sách đơn vị{hint}.{also}",
        "Hãy sửa tên, hoặc khai thêm đơn vị hay cách viết khác của tên (ten_khac) trong tệp đơn vị.",
    )


def _tell_spellings(unit: Unit, written: list[tuple[str, Line]], ledger: Ledger) -> None:
    """Tell the ways in which one unit is written, each with its first place."""
    ways = ", ".join(f"“{name}” ({line.place})" for name, line in written)
    ledger.tell(
        "don-vi-nhieu-cach-viet",
        Severity.INFO,
        [line for _, line in written],
        f"đơn vị “{unit.name}” được viết {len(written)} cách: {ways}.",
        "Nên dùng một cách viết trong cả văn bản.",
    )
