"""The part that holds the words of comments (17.13.4.2, 17.13.4.6), joined where a file has one already."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.documents.base import Remark
from docgen.package import Element, Package, parse_xml
from docgen.package.joining import NO_ARROWS, TYPES, declare, point
from docgen.package.relationships import TRANSITIONAL, listing_of
from docgen.word.comments.styles import REFERENCE, TEXT, Styles
from docgen.word.ooxml import W, element, number, words, written

AUTHOR, INITIALS = "docgen", "dg"

_KIND = f"{TRANSITIONAL}/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True)
class Comments:
    """The comments of a file: the part they stand in, its name, and what connects it where it is new."""

    name: str
    root: Element
    connections: dict[str, bytes]

    def add(self, remarks: Sequence[Remark], styles: Styles) -> list[int]:
        """Write a comment for each of `remarks` and return their numbers."""
        taken = (number(one.get(f"{W}id")) for one in self.root.iter(f"{W}comment"))
        first = max(taken, default=-1) + 1
        numbers = list(range(first, first + len(remarks)))
        for place, remark in zip(numbers, remarks, strict=True):
            paragraphs = _paragraphs(remark.words, styles)
            self.root.append(element("comment", *paragraphs, id=str(place), author=AUTHOR, initials=INITIALS))
        return numbers

    def parts(self) -> dict[str, bytes]:
        """Return the parts that there must be in the file."""
        return {**self.connections, self.name: written(self.root)}


def comments_of(package: Package) -> Comments:
    """Return the comments of a file; a new part, and how it is connected, where it has none."""
    for name in package.related(package.main, "comments"):
        return Comments(name, package.xml(name), {})
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, name) for name in ("comments.xml", "docgenComments.xml"))
    name = next(name for name in names if name not in package.parts)
    return Comments(name, element("comments"), {TYPES: _typed(package, name), **_pointed(package, name)})


def _typed(package: Package, name: str) -> bytes:
    types = package.xml(TYPES)
    declare(types, name, _CONTENT_TYPE)
    return written(types)


def _pointed(package: Package, name: str) -> dict[str, bytes]:
    """Return the relationships of the main part with one to the comments."""
    listing = listing_of(package.main)
    arrows = parse_xml(package.parts.get(listing, NO_ARROWS), listing)
    point(arrows, "rIdDocgenComments", _KIND, f"/{name}")
    return {listing: written(arrows)}


def _paragraphs(text: str, styles: Styles) -> Iterator[Element]:
    """Yield the paragraphs of a comment, one a line; its sign stands before the first."""
    sign = [element("r", *styles.of_run(REFERENCE), element("annotationRef"))]
    for line in text.split("\n"):
        yield element("p", *styles.of_paragraph(TEXT), *sign, element("r", words(line)))
        sign = []
