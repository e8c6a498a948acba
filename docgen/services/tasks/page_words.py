"""Where the words of a page stand on its picture."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

from docgen.language.text import nfc

MOST_LETTERS = 50_000
"""Of a page; what comes behind is left out. A page of a book has 3,000."""

Word: TypeAlias = tuple[str, int, int, int, int, int]
"""The word, the number of its line, and its left, top, right and bottom in pixels of the picture."""
_ToPixels: TypeAlias = Callable[[float, float], tuple[int, int]]


def words_of(page: PdfPage, to_pixels: _ToPixels) -> Iterator[Word]:
    """Yield the words of a page in the order of its text."""
    text: PdfTextPage = page.get_textpage()
    letters = [_letter(text, at) for at in range(min(text.count_chars(), MOST_LETTERS))]
    line = 1
    for blank, places in groupby(range(len(letters)), lambda at: letters[at].isspace()):
        run = [*places]
        signs = "".join(letters[at] for at in run)
        if blank:
            line += signs.count("\n")
        else:
            yield nfc(signs), line, *_around(text, run, to_pixels)
    text.close()


def _letter(text: PdfTextPage, at: int) -> str:
    """Return a letter; what is none (half of one, a control) is shown as unreadable."""
    letter = chr(pdfium.FPDFText_GetUnicode(text, at))
    return letter if letter.isprintable() or letter.isspace() else "\ufffd"


def _around(text: PdfTextPage, run: Sequence[int], to_pixels: _ToPixels) -> tuple[int, int, int, int]:
    """Return the box around letters, however the page is turned."""
    lefts, bottoms, rights, tops = zip(*(text.get_charbox(at, loose=True) for at in run), strict=True)
    one, other = to_pixels(min(lefts), min(bottoms)), to_pixels(max(rights), max(tops))
    (left, right), (top, bottom) = (sorted(side) for side in zip(one, other, strict=True))
    return left, top, right, bottom
