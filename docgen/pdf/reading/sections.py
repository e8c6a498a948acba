"""Sections with their pages, headers and footers (ECMA-376, Part 1, 17.6 and 17.10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.pdf.description import Block, Blocks, Running, Section
from docgen.pdf.reading.blocks import BlockReader, block_nodes
from docgen.word.formatting import Sides
from docgen.word.ooxml import R, W, child, is_on, number, points, value
from docgen.word.package import Element, Package

_PAGE = {"w": "12240", "h": "15840"}
_MARGIN = "1440"
_DISTANCE = "720"
_SIDES = ("top", "right", "bottom", "left")


@dataclass
class SectionReader:
    """Reads the body of the main part.

    A header or footer that a section does not name is that of the one before.
    """

    package: Package
    blocks: BlockReader
    _stories: dict[tuple[str, str], Blocks] = field(default_factory=dict)

    def read(self, body: Element) -> Iterator[Section]:
        """Yield the sections of `w:body`.

        One that begins in the middle of a page is read into the one before.
        """
        gathered: list[Block] = []
        page: Element | None = None
        for block, end in self._blocks_and_ends(body):
            gathered += [block] if block is not None else []
            if end is None:
                continue
            page = end if page is None else page
            following = next_section(end, body)
            if following is not None and _goes_on(page, following):
                self._warn_of_change(page, following)
            else:
                yield self._section(page, gathered)
                gathered, page = [], None

    def _blocks_and_ends(self, body: Element) -> Iterator[tuple[Block | None, Element | None]]:
        """Yield each block with the `w:sectPr` of the section that it ends."""
        for node in block_nodes(body):
            yield self.blocks.block(node), child(child(node, "pPr"), "sectPr")
        yield None, _last(body)

    def _warn_of_change(self, page: Element, following: Element) -> None:
        columns = child(following, "cols")
        if columns is not None and number(columns.get(f"{W}num"), 1) > 1:
            self.blocks.notes.add(following, "phần chia cột được đặt thành một cột.")
        if _margins(page) != _margins(following):
            self.blocks.notes.add(following, "lề của phần bắt đầu giữa trang được giữ như phần trước.")

    def _section(self, page: Element, blocks: list[Block]) -> Section:
        margins, numbers = child(page, "pgMar"), child(page, "pgNumType")
        width, height = _size(page)
        self._load_stories(page)
        return Section(
            width=width,
            height=height,
            margins=_margins(page),
            blocks=tuple(blocks),
            header=self._running("header", page),
            footer=self._running("footer", page),
            header_distance=_measure(margins, "header", _DISTANCE),
            footer_distance=_measure(margins, "footer", _DISTANCE),
            starts_at=None if numbers is None else _whole(numbers.get(f"{W}start")),
            number_style="decimal" if numbers is None else numbers.get(f"{W}fmt", "decimal"),
        )

    def _load_stories(self, page: Element) -> None:
        arrows = self.package.relationships(self.package.main)
        for kind in ("header", "footer"):
            for reference in page.iter(f"{W}{kind}Reference"):
                arrow = arrows.get(reference.get(f"{R}id", ""))
                if arrow is not None and arrow.target in self.package.parts:
                    self._stories[kind, reference.get(f"{W}type", "default")] = self._story(arrow.target)

    def _story(self, part: str) -> Blocks:
        self.blocks.new_story()
        blocks = self.blocks.blocks(self.package.xml(part))
        self.blocks.new_story()
        return blocks

    def _running(self, kind: str, page: Element) -> Running:
        first = self._stories.get((kind, "first"), ()) if is_on(child(page, "titlePg")) else None
        return Running(self._stories.get((kind, "default"), ()), first)


def _goes_on(page: Element, following: Element) -> bool:
    """Whether a section begins on the page of the one before; it cannot when the pages differ in size."""
    return value(following, "type") == "continuous" and _size(page) == _size(following)


def next_section(end: Element, body: Element) -> Element | None:
    """Return the `w:sectPr` of the section after the one that `end` ends."""
    sections = list(body.iter(f"{W}sectPr"))
    after = sections.index(end) + 1 if end in sections else len(sections)
    return sections[after] if after < len(sections) else None


def _last(body: Element) -> Element:
    """Return the properties of the last section; pages of Word's own size where the file has none."""
    found = child(body, "sectPr")
    return body.makeelement(f"{W}sectPr") if found is None else found


def _margins(page: Element) -> Sides:
    """Return the margins; a negative one is as long, and only lets a header overlap the text (17.6.11)."""
    node = child(page, "pgMar")
    return Sides(*(abs(_measure(node, side, _MARGIN)) for side in _SIDES))


def _size(page: Element) -> tuple[float, float]:
    size = child(page, "pgSz")
    return _measure(size, "w", _PAGE["w"]), _measure(size, "h", _PAGE["h"])


def _measure(node: Element | None, name: str, default: str) -> float:
    return points(default if node is None else node.get(W + name, default))


def _whole(text: str | None) -> int | None:
    return None if text is None else number(text)
