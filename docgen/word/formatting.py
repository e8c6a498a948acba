"""Effective formatting: how a paragraph, run or table of a Word file really looks (ECMA-376, Part 1, 17.7.2).

The cascade of styles is docx-plus's; it is asked once for each distinct signature (style, direct
formatting, place in a table), of which a filled document has a few dozen. What docx-plus does not tell
(tabs, letter spacing, widow control, table borders and margins) is read here from the same layers. Nothing
else in docgen walks styles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from docx.text.paragraph import Paragraph
from docx.text.run import Run
from docx_plus.styles import ResolvedFormatting, StyleCascadeError, resolve_effective_formatting
from lxml import etree

from docgen.errors import InvalidInputError
from docgen.word.ooxml import W, child, figure, is_on, points, value
from docgen.word.package import Element, Package
from docgen.word.skeleton import skeleton

DEFAULT_FONT = "Times New Roman"
DEFAULT_SIZE = 10.0
DEFAULT_SIDE_MARGIN = 5.4
AUTO_LINES = 1.0
THIN = 4.0
"""Eighths of a point: the border of a file that does not tell its width."""

_TWIPS = 20
_EIGHTHS = 8
_EDGES = ("top", "right", "bottom", "left", "insideH", "insideV")
_LOGICAL = {"left": "start", "right": "end"}
Signature: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run looks; lengths in points, colours as RRGGBB, `underline` and `raised` in Word's words.

    `fill` is the shading behind it, `scale` stretches the letters sideways (w:w), `raised_by` lifts them off
    the base line (w:position).
    """

    font: str = DEFAULT_FONT
    size: float = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    strike: bool = False
    color: str = ""
    highlight: str = "none"
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    raised: str = "baseline"
    letter_spacing: float = 0.0
    kerned: bool = False
    underline_color: str = ""
    double_strike: bool = False
    fill: str = ""
    scale: float = 1.0
    raised_by: float = 0.0
    border: "Border | None" = None


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, `position` in points from the edge of the text; `kind` and `leader` in Word's words."""

    position: float
    kind: str = "left"
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set, in points; `line` is a factor when `line_rule` is "auto".

    `list` is the numbering instance and level (17.9), and `mark` the format of the paragraph mark, which
    gives an empty paragraph its height.
    """

    mark: RunFormat
    style: str = ""
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = AUTO_LINES
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    outline: int | None = None
    list: tuple[int, int] | None = None
    tabs: tuple[TabStop, ...] = ()
    borders: "tuple[tuple[str, Border], ...]" = ()
    """By edge: "top", "left", "bottom", "right", "between" (17.3.1.24)."""
    fill: str = ""
    before_auto: bool = False
    after_auto: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    """One edge: `width` in points, 0 for none; `kind` in Word's words ("single" …), `color` as RRGGBB.

    `space` is the distance from the text in points, where the edge is that of a paragraph or a page.
    """

    width: float = 0.0
    kind: str = "nil"
    color: str = "000000"
    space: float = 0.0


NO_BORDER = Border()


@dataclass(frozen=True, slots=True)
class Sides:
    """Four distances in points."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


Borders: TypeAlias = dict[str, Border]
"""Borders by edge: top, right, bottom, left, insideH, insideV; an edge that nothing is said of is absent."""


@dataclass(frozen=True, slots=True)
class TableFormat:
    """The borders and the default cell margins of a table."""

    borders: Borders
    margins: Sides


class Formatting:
    """The effective formatting of everything in one Word file."""

    def __init__(self, package: Package) -> None:
        self._document = skeleton(package)
        self._root = self._document.styles.element
        self._styles = {style.get(f"{W}styleId", ""): style for style in self._root.iter(f"{W}style")}
        self._default = _default_style(self._root)
        self._runs: dict[Signature, RunFormat] = {}
        self._paragraphs: dict[Signature, ParagraphFormat] = {}
        self._current: tuple[Element | None, Signature] = (None, ())

    def paragraph(self, paragraph: Element) -> ParagraphFormat:
        """Return how the `w:p` is set.

        Raises:
            InvalidInputError: its styles are based on each other in a circle.

        """
        key = (*self._place(paragraph), _signature(paragraph.find(f"{W}pPr")))
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve_paragraph(paragraph)
        return self._paragraphs[key]

    def run(self, run: Element) -> RunFormat:
        """Return how the `w:r`, which stands in a paragraph, looks.

        Raises:
            InvalidInputError: its styles are based on each other in a circle.

        """
        paragraph = next(run.iterancestors(f"{W}p"))
        key = (*self._surroundings(paragraph), _signature(run.find(f"{W}rPr")))
        if key not in self._runs:
            resolved = self._resolve(Run(cast("Any", run), cast("Any", self._document)))
            layers = list(self._run_layers(paragraph, run))
            self._runs[key] = _run_format(resolved, layers)
        return self._runs[key]

    def table(self, table: Element) -> TableFormat:
        """Return the borders and cell margins of the `w:tbl`: those of its style, then its own."""
        properties = table.find(f"{W}tblPr")
        style = value(properties, "tblStyle") or _default_style(self._root, "table")
        layers = [layer.find(f"{W}tblPr") for layer in self._chain(style)]
        margins = Sides(left=DEFAULT_SIDE_MARGIN, right=DEFAULT_SIDE_MARGIN)
        borders: Borders = {}
        for layer in (*layers, properties):
            borders |= read_borders(child(layer, "tblBorders"))
            margins = read_margins(child(layer, "tblCellMar"), margins)
        return TableFormat(borders, margins)

    def _resolve(self, target: Paragraph | Run) -> ResolvedFormatting:
        try:
            return resolve_effective_formatting(target)
        except StyleCascadeError as fault:
            raise InvalidInputError(
                "Các kiểu (style) trong tệp Word dựa vòng tròn lên nhau.",
                "Hãy mở tệp bằng Word, sửa mục “Dựa trên kiểu” (Style based on) của các kiểu rồi lưu lại.",
            ) from fault

    def _resolve_paragraph(self, paragraph: Element) -> ParagraphFormat:
        resolved = self._resolve(Paragraph(cast("Any", paragraph), cast("Any", self._document)))
        mark = child(paragraph.find(f"{W}pPr"), "rPr")
        layers = [layer.find(f"{W}rPr") for layer in self._style_layers(paragraph)]
        return _paragraph_format(
            resolved, list(self._paragraph_layers(paragraph)), _run_format(resolved, [*layers, mark])
        )

    def _surroundings(self, paragraph: Element) -> Signature:
        """Return what the runs of a paragraph have in common; they are asked for one after another."""
        if self._current[0] is not paragraph:
            self._current = (paragraph, (*self._place(paragraph), self._style_of(paragraph)))
        return self._current[1]

    def _place(self, paragraph: Element) -> Signature:
        """Return what of a table around may change the formatting: its style, and the cell if that counts."""
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is None:
            return ("",)
        row = next(cell.iterancestors(f"{W}tr"))
        table = next(row.iterancestors(f"{W}tbl"))
        style = value(table.find(f"{W}tblPr"), "tblStyle")
        if any(layer.find(f"{W}tblStylePr") is not None for layer in self._chain(style)):
            return (style, table, sum(1 for _ in row.itersiblings(preceding=True)), row.index(cell))
        return (style,)

    def _style_of(self, paragraph: Element) -> str:
        style = value(paragraph.find(f"{W}pPr"), "pStyle")
        return style if style in self._styles else self._default

    def _chain(self, style: str) -> list[Element]:
        """Return the style and those that it is based on, the root first."""
        chain: list[Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.insert(0, self._styles[style])
            style = value(chain[0], "basedOn")
        return chain

    def _style_layers(self, paragraph: Element) -> Iterator[Element]:
        """Yield the holders of `w:pPr` and `w:rPr` below direct formatting, the weakest first (17.7.2)."""
        yield from (
            layer
            for kind in ("pPrDefault", "rPrDefault")
            if (layer := child(self._root.find(f"{W}docDefaults"), kind)) is not None
        )
        yield from self._chain(self._place(paragraph)[0])
        yield from self._chain(self._style_of(paragraph))

    def _paragraph_layers(self, paragraph: Element) -> Iterator[Element | None]:
        yield from (layer.find(f"{W}pPr") for layer in self._style_layers(paragraph))
        yield paragraph.find(f"{W}pPr")

    def _run_layers(self, paragraph: Element, run: Element) -> Iterator[Element | None]:
        yield from (layer.find(f"{W}rPr") for layer in self._style_layers(paragraph))
        direct = run.find(f"{W}rPr")
        yield from (layer.find(f"{W}rPr") for layer in self._chain(value(direct, "rStyle")))
        yield direct


def read_borders(holder: Element | None) -> Borders:
    """Read `w:tblBorders` or `w:tcBorders` (17.4.38, 17.4.66); edges that are not named are absent."""
    edges = {edge: _edge(holder, edge) for edge in _EDGES}
    return {edge: _border(node) for edge, node in edges.items() if node is not None}


def read_margins(holder: Element | None, default: Sides) -> Sides:
    """Read `w:tblCellMar` or `w:tcMar` (17.4.42, 17.4.68) over `default`, in points."""
    nodes = {edge: _edge(holder, edge) for edge in ("top", "right", "bottom", "left")}
    told = {edge: points(node.get(f"{W}w")) for edge, node in nodes.items() if node is not None}
    return Sides(**{edge: told.get(edge, getattr(default, edge)) for edge in nodes})


def _default_style(root: Element, kind: str = "paragraph") -> str:
    """Return the id of the default style of a kind: the last one declared so, as Word takes it."""
    styles = (node for node in root.iter(f"{W}style") if node.get(f"{W}type") == kind)
    found = [
        node.get(f"{W}styleId", "") for node in styles if node.get(f"{W}default", "0") in {"1", "true", "on"}
    ]
    return found[-1] if found else ""


def _signature(properties: Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def _edge(holder: Element | None, edge: str) -> Element | None:
    node = child(holder, edge)
    return child(holder, _LOGICAL.get(edge, edge)) if node is None else node


def _border(node: Element) -> Border:
    kind, color = node.get(f"{W}val", "nil"), node.get(f"{W}color", "auto")
    if kind in {"nil", "none"}:
        return NO_BORDER
    return Border(figure(node.get(f"{W}sz"), THIN) / _EIGHTHS, kind, "000000" if color == "auto" else color)


def _strongest(layers: list[Element | None], name: str) -> Element | None:
    """Return the element `name` of the strongest layer that has it."""
    found = (child(layer, name) for layer in reversed(layers))
    return next((node for node in found if node is not None), None)


def _run_format(resolved: ResolvedFormatting, layers: list[Element | None]) -> RunFormat:
    size = resolved.font_size or DEFAULT_SIZE
    spacing, kern = _strongest(layers, "spacing"), _strongest(layers, "kern")
    color = resolved.color_rgb or ""
    return RunFormat(
        font=resolved.font_name or DEFAULT_FONT,
        size=size,
        bold=bool(resolved.bold),
        italic=bool(resolved.italic),
        underline=resolved.underline or "none",
        strike=bool(resolved.strike or resolved.double_strike),
        color="" if color.lower() in {"auto", "000000"} else color,
        highlight=resolved.highlight or "none",
        caps=bool(resolved.caps),
        small_caps=bool(resolved.small_caps),
        hidden=bool(resolved.vanish),
        raised=resolved.vert_align or "baseline",
        letter_spacing=points(None if spacing is None else spacing.get(f"{W}val")),
        kerned=kern is not None and 0 < figure(kern.get(f"{W}val")) <= size * 2,
    )


def _paragraph_format(
    resolved: ResolvedFormatting, layers: list[Element | None], mark: RunFormat
) -> ParagraphFormat:
    rule = resolved.line_spacing_rule or "auto"
    line = AUTO_LINES if resolved.line_spacing is None else resolved.line_spacing
    return ParagraphFormat(
        mark=mark,
        style=resolved.style_id or "",
        align=resolved.alignment or "left",
        left=(resolved.indent_left or 0) / _TWIPS,
        right=(resolved.indent_right or 0) / _TWIPS,
        first_line=(resolved.indent_first_line or 0) / _TWIPS,
        before=(resolved.spacing_before or 0) / _TWIPS,
        after=(resolved.spacing_after or 0) / _TWIPS,
        line=line if rule == "auto" else line / _TWIPS,
        line_rule=rule,
        contextual=bool(resolved.contextual_spacing),
        keep_next=bool(resolved.keep_with_next),
        keep_lines=bool(resolved.keep_lines),
        page_break_before=bool(resolved.page_break_before),
        widow_control=is_on(_strongest(layers, "widowControl"), absent=True),
        outline=resolved.outline_level,
        list=(resolved.num_id, resolved.num_level or 0) if resolved.num_id else None,
        tabs=_tabs(layers),
    )


def _tabs(layers: list[Element | None]) -> tuple[TabStop, ...]:
    """Gather the tab stops of all layers; a stronger layer may clear a stop of a weaker one (17.3.1.37)."""
    stops: dict[float, TabStop] = {}
    for holder in (child(layer, "tabs") for layer in layers):
        for node in () if holder is None else holder.iter(f"{W}tab"):
            stop = TabStop(
                points(node.get(f"{W}pos")), node.get(f"{W}val", "left"), node.get(f"{W}leader", "none")
            )
            stops[stop.position] = stop
    return tuple(stops[position] for position in sorted(stops) if stops[position].kind != "clear")
