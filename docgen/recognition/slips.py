"""Slips of scanning and typing: syllables that go with nothing beside them, though others like them would.

Nothing is changed. A syllable is doubted only where it makes a known word with neither neighbour, and told
only where a like one would, so that names and rare words are left alone.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.model.finding import Severity
from docgen.recognition.ledger import Ledger
from docgen.recognition.slips_reading import Doubt, Reading
from docgen.recognition.source import Line

_TOKEN = re.compile(r"\w+|[^\w\s*]+")
_TOKEN_IN_PIECES = re.compile(r"[\w\u0300-\u036f]+|[^\w\s*\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\s*]+")


@dataclass(frozen=True, slots=True)
class Slip:
    """One doubtful place, `text[start:end]`: the words `found` and `suggested`, and `why`, in Vietnamese."""

    start: int
    end: int
    found: str
    suggested: str
    why: str


def find_slips(text: str) -> tuple[Slip, ...]:
    """Return the slips of `text` in their order; words go on across spaces, ends of lines and `**`."""
    token = _TOKEN if unicodedata.is_normalized("NFC", text) else _TOKEN_IN_PIECES
    doubts = tuple(Reading(token.findall(text)).doubts())
    if not doubts:
        return ()
    spans = [found.span() for found in token.finditer(text)]
    return tuple(_slip(text, spans[doubt.first][0], spans[doubt.last][1], doubt) for doubt in doubts)


def _slip(text: str, start: int, end: int, doubt: Doubt) -> Slip:
    found = _BETWEEN.sub(" ", text[start:end])
    return Slip(start, end, found, _in_case_of(found, " ".join(doubt.meant)), doubt.why)


def _in_case_of(found: str, meant: str) -> str:
    if found.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if found[0].isupper() else meant


def tell_slips(lines: Iterable[Line], ledger: Ledger) -> None:
    """Tell the slips of `lines` as warnings, each kind once with all its places; no word is changed."""
    kinds: dict[tuple[str, str], list[tuple[Line, Slip]]] = defaultdict(list)
    for line in lines:
        for slip in find_slips(line.text):
            kinds[slip.found.lower(), slip.suggested.lower()].append((line, slip))
    for places in kinds.values():
        _tell(places, ledger)


def _tell(places: list[tuple[Line, Slip]], ledger: Ledger) -> None:
    """Tell one kind of slip of its own words: whether the rest of their lines is kept is not known here."""
    slip = places[0][1]
    others = "; ".join(dict.fromkeys(line.place for line, _ in places[1:]))
    ledger.tell(
        "chu-nghi-sai",
        Severity.WARNING,
        [Line(slip.found, line.place) for line, slip in places],
        f"“{slip.found}”: có phải “{slip.suggested}”? ({slip.why})"
        + (f" Cũng có ở: {others}." if others else ""),
        "Hãy so với bản gốc; docgen không tự sửa.",
    )
