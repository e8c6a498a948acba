"""Words of a picture measured, and broken into lines that fit."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from docgen.rules.letters import advances


class Face(NamedTuple):
    """Letters of Times New Roman: their size in points, and whether they are bold."""

    size: float
    bold: bool = False


def width(text: str, face: Face) -> float:
    """Return the width in points of `text` on one line; a letter that is not known counts a whole em."""
    widths, units = advances(bold=face.bold)
    return sum(widths.get(letter, units) for letter in text) * face.size / units


def balanced(text: str, room: float, face: Face) -> tuple[str, ...]:
    """Break `text` into as few lines as `room` points ask for, and these of about one width."""
    wider, found = None, lines(text, room, face)
    while len(found) > 1 and found != wider:
        tighter = lines(text, max(width(line, face) for line in found) - 1, face)
        wider, found = found, tighter if len(tighter) == len(found) else found
    return found


def lines(text: str, room: float, face: Face) -> tuple[str, ...]:
    """Break `text` at its blanks into lines not wider than `room` points, a word that is where it must be."""
    found = [""]
    for word in chain.from_iterable(_pieces(whole, room, face) for whole in text.split()):
        longer = f"{found[-1]} {word}".lstrip()
        if width(longer, face) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return tuple(filter(None, found))


def _pieces(word: str, room: float, face: Face) -> Iterator[str]:
    """Yield a word, or the pieces of one that is wider than a line: each has a letter at least."""
    start = 0
    for end in range(1, len(word)):
        if width(word[start : end + 1], face) > room:
            yield word[start:end]
            start = end
    yield word[start:]
