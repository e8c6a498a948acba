"""Sections with their pages, headers and footers (ECMA-376, Part 1, 17.6 and 17.10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.pdf.description import Blocks, Column, Running, Section
from docgen.pdf.reading.blocks import BlockReader
from docgen.pdf.reading.footnotes import Footnotes
from docgen.pdf.reading.source import Source
from docgen.word.formatting import Border, Sides
from docgen.word.formatting.borders import border
from docgen.word.formatting.cascade import properties
from docgen.word.ooxml import R, W, attribute, child, flag, is_on, number, points, value
from docgen.word.reading.numerals import is_known

MAX_COLUMNS = 45
"""As many columns as Word allows on a page."""

_PAGE = {"w": "12240", "h": "15840"}
_SMALLEST = 7.2
_MARGIN = "1440"
_DISTANCE = "720"
_SIDES = ("top", "right", "bottom", "left")


@dataclass
class SectionReader:
    """Reads the body of the main part.

    A header or footer that a section does not name is that of the one before.
    """

    source: Source
    _running: dict[tuple[str, str], Blocks] = field(default_factory=dict)
    _stories: dict[str, Blocks] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._footnotes = Footnotes(self.source, self._story)
        self._body = BlockReader(self.source, self._footnotes, self.source.package.main)

    def read(self, body: Element) -> Iterator[Section]:
        """Yield the sections of `w:body`."""
        for nodes, page in self._parts(body):
            self._footnotes.begin_section(page)
            yield self._section(page, self._body.section(nodes))
        self._body.close()

    def _parts(self, body: Element) -> Iterator[tuple[list[Element], Element]]:
        """Yield the blocks of each section with its `w:sectPr`."""
        nodes: list[Element] = []
        for node in self._body.nodes(body):
            nodes.append(node)
            end = child(child(node, "pPr"), "sectPr")
            if end is not None:
                yield nodes, end
                nodes = []
        last = child(body, "sectPr")
        yield nodes, body.makeelement(f"{W}sectPr") if last is None else last

    def _section(self, page: Element, blocks: Blocks) -> Section:
        if child(page, "lnNumType") is not None:
            self.source.remarks.add(page, "số thứ tự dòng bên lề chưa hiện được trong PDF.")
        if not is_known(attribute(child(page, "pgNumType"), "fmt", "decimal")):
            self.source.remarks.add(page, "số trang kiểu này chưa viết được, thay bằng chữ số Ả Rập.")
        margins, numbers, edges = (child(page, name) for name in ("pgMar", "pgNumType", "pgBorders"))
        width, height = (_measure(child(page, "pgSz"), side, default) for side, default in _PAGE.items())
        sides = self._margins(page)
        self._load_stories(page)
        return Section(
            width=max(width, _SMALLEST),
            height=max(height, _SMALLEST),
            margins=sides,
            blocks=blocks,
            header=self._head("header", page),
            footer=self._head("footer", page),
            header_distance=_measure(margins, "header", _DISTANCE),
            footer_distance=_measure(margins, "footer", _DISTANCE),
            starts_at=number(attribute(numbers, "start")) if attribute(numbers, "start") else None,
            number_style=attribute(numbers, "fmt", "decimal"),
            kind=value(page, "type", "nextPage"),
            columns=_columns(child(page, "cols"), width - sides.left - sides.right),
            ruled=flag(child(page, "cols"), "sep"),
            fixed=(_is_negative(margins, "top"), _is_negative(margins, "bottom")),
            align=value(page, "vAlign", "top"),
            mirrored=self.source.settings.mirrored,
            borders=self._borders(edges),
            borders_from=attribute(edges, "offsetFrom", "text"),
            borders_on=attribute(edges, "display", "allPages"),
            grid=_grid(child(page, "docGrid")),
        )

    def _margins(self, page: Element) -> Sides:
        """Return the margins; a negative one is as long (17.6.11), and the gutter makes one longer."""
        node = child(page, "pgMar")
        told = {side: abs(_measure(node, side, _MARGIN)) for side in _SIDES}
        right = is_on(child(page, "rtlGutter"))
        bound = "top" if self.source.settings.gutter_at_top else "right" if right else "left"
        told[bound] += max(0.0, _measure(node, "gutter", "0"))
        return Sides(**told)

    def _borders(self, edges: Element | None) -> tuple[tuple[str, Border], ...]:
        told = ((side, properties(edges).get(side)) for side in _SIDES)
        read = [(side, border(one, self.source.formatting.theme)) for side, one in told if one is not None]
        return tuple((side, edge) for side, edge in read if edge.width)

    def _load_stories(self, page: Element) -> None:
        for kind in ("header", "footer"):
            for reference in page.iterchildren(f"{W}{kind}Reference"):
                arrow = self.source.target(self.source.package.main, reference.get(f"{R}id", ""))
                if arrow is not None and not arrow.external:
                    name = attribute(reference, "type", "default")
                    self._running[kind, name] = self._header(arrow.target)

    def _header(self, part: str) -> Blocks:
        if part not in self._stories:
            self._stories[part] = self._story(part, self.source.xml(part))
        return self._stories[part]

    def _story(self, part: str, node: Element) -> Blocks:
        return BlockReader(self.source, self._footnotes, part).story(node)

    def _head(self, kind: str, page: Element) -> Running:
        first = self._running.get((kind, "first"), ()) if is_on(child(page, "titlePg")) else None
        even = self._running.get((kind, "even"), ()) if self.source.settings.even_headers else None
        return Running(self._running.get((kind, "default"), ()), first, even)


def _columns(node: Element | None, room: float) -> tuple[Column, ...]:
    """Return the columns of a page whose text has `room` points; none for a single one as wide."""
    told = [] if node is None else list(node.iterchildren(f"{W}col"))[:MAX_COLUMNS]
    if told and not flag(node, "equalWidth", absent=True):
        widths = [Column(points(attribute(one, "w")), points(attribute(one, "space"))) for one in told]
        return tuple(widths) if len(widths) > 1 else ()
    count = min(number(attribute(node, "num"), 1), MAX_COLUMNS)
    if count <= 1:
        return ()
    gap = points(attribute(node, "space", "720"))
    width = max(1.0, (room - gap * (count - 1)) / count)
    return (*(Column(width, gap) for _ in range(count - 1)), Column(width))


def _is_negative(margins: Element | None, side: str) -> bool:
    return _measure(margins, side, _MARGIN) < 0


def _measure(node: Element | None, name: str, default: str) -> float:
    return points(attribute(node, name, default))


def _grid(node: Element | None) -> float:
    """Return the pitch that lines are set to (17.6.5); 0 where the grid is only told, not used."""
    used = attribute(node, "type") in {"lines", "linesAndChars", "snapToChars"}
    return points(attribute(node, "linePitch")) if used else 0.0
