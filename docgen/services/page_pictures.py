"""Pages as pictures, with the places of their words: to be shown, and marked where a rule breaks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from docgen.language.text import fold
from docgen.services.isolation import Answer, Names, ask

LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 40, 1000, 2400
"""Of a picture, in pixels; A4 at 1000 is what a screen shows, at 2400 what a printer prints."""

ENOUGH = 20
"""Letters of a quotation by which its place is known where the rest stands elsewhere."""


class Box(NamedTuple):
    """A part of a picture, in pixels from its upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


class Word(NamedTuple):
    """A word of a page, in which line of it (from 1), and where on the picture."""

    text: str
    line: int
    box: Box


@dataclass(frozen=True)
class PagePicture:
    """A page by its number from 1: a PNG of so many pixels, and its words if they were asked for."""

    number: int
    width: int
    height: int
    png: bytes
    words: tuple[Word, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of the page, line for line."""
        return tuple(
            " ".join(word.text for word in words) for _, words in groupby(self.words, attrgetter("line"))
        )

    def places(self, quote: str) -> tuple[Box, ...]:
        """Return where a quotation stands first, a box for each of its lines; none where it does not.

        Blanks, case and how tones are written do not count, nor "…" at its ends. Of one that goes on over the
        page its beginning is enough.
        """
        found = self.quoted(quote)
        return tuple(_around(words) for _, words in groupby(found, attrgetter("line")))

    def quoted(self, quote: str) -> tuple[Word, ...]:
        """Return the words of a quotation; see `places`."""
        wanted = _bare(quote.strip(" …"))
        size = _shared(wanted, self._letters)
        if size < min(len(wanted), ENOUGH) or not wanted:
            return ()
        start = self._letters.find(wanted[:size])
        return tuple(dict.fromkeys(self._owners[start : start + size]))

    @cached_property
    def _letters(self) -> str:
        return "".join(_bare(word.text) for word in self.words)

    @cached_property
    def _owners(self) -> list[Word]:
        """The word of each letter."""
        return [word for word in self.words for _ in _bare(word.text)]


@dataclass(frozen=True)
class PagePictures:
    """How many pages a file has, and those that were asked for and are there, in their order."""

    count: int
    drawn: tuple[PagePicture, ...]

    def page_of(self, quote: str, page: int) -> PagePicture | None:
        """Return the page with most of a quotation whose paragraph begins on `page`: that one, or the next.

        None where neither was drawn, or shows any of it.
        """
        near = [one for one in self.drawn if page <= one.number <= page + 1 and one.quoted(quote)]
        return max(near, key=lambda one: len(one.quoted(quote)), default=None)


def page_pictures(
    data: bytes,
    names: Names,
    pages: Sequence[int] = (1,),
    *,
    width: int = USUAL_WIDTH,
    words: bool = False,
    changes: str = "accepted",
) -> PagePictures:
    """Draw pages of a PDF, a Word file, a PNG or a JPEG, which may come from anyone.

    A page takes a tenth of a second, the process four times that; a Word file is laid out anew for each
    question: who shows all its pages one after another converts it first.

    Args:
        data: the bytes of the file; its kind is told by them.
        names: what a person calls the file.
        pages: the wanted pages, from 1; those that are not there are left out.
        width: of the pictures in pixels, bounded by `LEAST_WIDTH` and `MOST_WIDTH`.
        words: whether the words and their places are wanted.
        changes: tracked changes of a Word file are "accepted", or taken back to the "original".

    Raises:
        DocgenError: the file cannot be used.

    """
    bounded = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    answer = ask("pages", data, names, pages=[*pages], width=bounded, words=words, changes=changes)
    return PagePictures(answer.told["count"], tuple(_drawn(answer)))


def _drawn(answer: Answer) -> Iterator[PagePicture]:
    start = 0
    for told in answer.told["drawn"]:
        end = start + told["bytes"]
        words = tuple(Word(text, line, Box(*box)) for text, line, *box in told["words"])
        yield PagePicture(told["number"], told["width"], told["height"], answer.data[start:end], words)
        start = end


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")


def _shared(wanted: str, letters: str) -> int:
    """Return how many letters of the beginning of one text stand in another."""
    return bisect_left(range(len(wanted)), 1, key=lambda size: wanted[: size + 1] not in letters)


def _around(words: Iterator[Word]) -> Box:
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
