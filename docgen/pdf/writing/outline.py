"""Bookmarks (ISO 32000-1, 12.3.3): the headings of the pages, each below the higher one before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docgen.pdf.pages import Glyphs, Pages, Tag
from docgen.pdf.writing.objects import File, Ready, number, string

_LEVELS = {f"H{level}": level for level in range(1, 7)}
_GAP = 0.1
"""How far apart texts are, in parts of the size, that something stands between them: a space or tab."""


@dataclass(eq=False, slots=True)
class _Heading:
    """A heading, where its first words stand, and the headings below it."""

    level: int
    page: int = 0
    top: float = 0.0
    words: str = ""
    end: complex = 0j
    below: "list[_Heading]" = field(default_factory=list)

    def take(self, item: Glyphs, page: int) -> None:
        """Add a piece of the words."""
        if not self.words:
            self.page, self.top = page, item.y - item.size
        away = complex(item.x, item.y) - self.end
        is_next = abs(away.imag) < item.size / 2 and away.real < _GAP * item.size
        self.words += item.text if is_next else f" {item.text}"
        self.end = complex(item.x + _width(item), item.y)


def add_outline(file: File, pages: Pages, sheets: Sequence[Ready]) -> str:
    """Add the bookmarks of the pages; return the entry of the catalog that names them, if there are any."""
    headings: dict[Tag, _Heading] = {}
    _collect(pages.root, None, headings)
    for at, page in enumerate(pages.pages):
        for item in page.items:
            if item.tag in headings and isinstance(item, Glyphs):
                headings[item.tag].take(item, at)
    top = _nested(heading for heading in dict.fromkeys(headings.values()) if heading.words)
    if not top:
        return ""
    return f"/Outlines {_Outline(file, pages, sheets).add(top)}"


def _collect(tag: Tag, heading: _Heading | None, found: dict[Tag, _Heading]) -> None:
    """Find the heading that each tag below `tag` is, or is a part of; notes are not words of a heading."""
    if tag.kind in _LEVELS:
        heading = _Heading(_LEVELS[tag.kind])
    if heading and tag.kind != "Note":
        found[tag] = heading
    for kid in tag.kids:
        _collect(kid, found.get(tag), found)


def _width(item: Glyphs) -> float:
    gaps = len(item.text) * item.letter_gap + item.text.count(" ") * item.word_gap
    return item.font.width(item.text, item.size) * item.scale + gaps


def _nested(headings: Iterable[_Heading]) -> list[_Heading]:
    """Put headings below higher ones; return the topmost."""
    path = [_Heading(0)]
    for heading in headings:
        while path[-1].level >= heading.level:
            path.pop()
        path[-1].below.append(heading)
        path.append(heading)
    return path[0].below


def _count(headings: list[_Heading]) -> int:
    return sum(1 + _count(heading.below) for heading in headings)


class _Outline:
    def __init__(self, file: File, pages: Pages, sheets: Sequence[Ready]) -> None:
        self._file = file
        self._pages = pages
        self._sheets = sheets

    def add(self, headings: list[_Heading]) -> Ready:
        """Add bookmarks, and return what stands above them."""
        root = self._file.add()
        return root.fill(f"<</Type/Outlines{self._below(headings, root)}>>")

    def _below(self, headings: list[_Heading], parent: Ready) -> str:
        """Add bookmarks that stand below `parent`; return its entries that name them."""
        if not headings:
            return ""
        items = [self._file.add() for _ in headings]
        links = zip([None, *items[:-1]], items, [*items[1:], None], strict=True)
        for heading, (previous, item, following) in zip(headings, links, strict=True):
            before = f"/Prev {previous}" if previous else ""
            after = f"/Next {following}" if following else ""
            below = self._below(heading.below, item)
            item.fill(f"<</Parent {parent}{before}{after}{below}{self._target(heading)}>>")
        return f"/First {items[0]}/Last {items[-1]}/Count {_count(headings)}"

    def _target(self, heading: _Heading) -> str:
        top = self._pages.pages[heading.page].height - heading.top
        title = string(" ".join(heading.words.split()))
        return f"/Title{title}/Dest[{self._sheets[heading.page]}/XYZ null {number(top)} null]"
