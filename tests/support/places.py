"""Where each piece of text stands on its page: a stricter look than lines, to find which rule is wrong."""

import io
import re
import subprocess
from dataclasses import dataclass
from html import unescape

import pikepdf

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
GAP = 12.0
"""Points between two words that belong to different pieces of a line: cells, columns, tabs."""
TOLERANCE = 0.6


UNTOLD = (0.95, 0.35)
"""What Poppler takes for the ascent and descent of a font that tells none, as LibreOffice's."""


@dataclass(frozen=True)
class Piece:
    """Words side by side, from `x` to `end`; `y` is their base line, counted from the top of the page."""

    text: str
    x: float
    y: float
    end: float


def pieces_of(pdf):
    """Return the pieces of text of each page, from its top."""
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    share = ascent_share(pdf)
    return [_joined(page, share) for page in text.split("<page ")[1:]]


def ascent_share(pdf):
    """Return which share of the height of a word stands above its base line."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        fonts = [font for page in read.pages for font in page.resources.get("/Font", {}).values()]
        told = [font.get("/DescendantFonts", [font])[0].FontDescriptor for font in fonts[:1]]
        ascent, descent = next(((float(one.Ascent), -float(one.Descent)) for one in told), UNTOLD)
    if not ascent:
        ascent, descent = UNTOLD
    return ascent / (ascent + descent)


def _joined(page, share):
    words = []
    for *box, text in WORD.findall(page):
        left, top, right, bottom = map(float, box)
        words.append(Piece(unescape(text), left, top + share * (bottom - top), right))
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
