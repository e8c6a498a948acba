"""Where each piece of text stands on its page: a stricter look than lines, to find which rule is wrong."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
GAP = 12.0
"""Points between two words that belong to different pieces of a line: cells, columns, tabs."""
TOLERANCE = 0.6


@dataclass(frozen=True)
class Piece:
    """Words side by side; `y` is their base line, near enough, counted from the top of the page."""

    text: str
    x: float
    y: float
    end: float


def pieces_of(pdf):
    """Return the pieces of text of each page, from its top."""
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [_joined(page) for page in text.split("<page ")[1:]]


def _joined(page):
    words = [
        Piece(unescape(text), *map(float, (left, low, right)))
        for left, _, right, low, text in WORD.findall(page)
    ]
    pieces = []
    for word in sorted(words, key=lambda word: (round(word.y), word.x)):
        last = pieces[-1] if pieces else None
        if last and abs(last.y - word.y) < 1 and -1 < word.x - last.end < GAP:
            pieces[-1] = Piece(f"{last.text} {word.text}", last.x, last.y, word.end)
        else:
            pieces.append(word)
    return pieces


def report(theirs, ours):
    """Yield, page by page, where our pieces stand elsewhere than LibreOffice's: only where that changes."""
    pairs = enumerate(zip(pieces_of(theirs), pieces_of(ours), strict=False), 1)
    for number, (left, right) in pairs:
        yield from (f"page {number}  {line}" for line in _changes(left, list(right)))


def _changes(left, right):
    before = (0.0, 0.0)
    for piece in left:
        found = min(
            (other for other in right if other.text == piece.text),
            key=lambda other: abs(other.y - piece.y),
            default=None,
        )
        if found is None:
            yield f"{_place(piece)}  none of ours: {piece.text[:70]}"
            continue
        right.remove(found)
        moved = (found.x - piece.x, found.y - piece.y)
        if any(abs(a - b) > TOLERANCE for a, b in zip(moved, before, strict=True)):
            yield f"{_place(piece)}  moved {moved[0]:+5.1f} {moved[1]:+6.1f}: {piece.text[:60]}"
        before = moved
    yield from (f"{_place(other)}  only ours: {other.text[:70]}" for other in right)


def _place(piece):
    return f"y {piece.y:6.1f} x {piece.x:6.1f}"
