"""Strips to items on a page."""

from dataclasses import dataclass, field
from itertools import groupby

from docgen.pdf.description import Drawing, Floating, Tab
from docgen.pdf.layout.comments import grounds
from docgen.pdf.layout.contract import Stack, Strip
from docgen.pdf.layout.drawings import Ground, SetDrawing, SetShape
from docgen.pdf.layout.lines import Line, Piece
from docgen.pdf.layout.paragraphs import border, thickness
from docgen.pdf.layout.parts import Part
from docgen.pdf.layout.strips import AnchorStrip, LineStrip
from docgen.pdf.layout.styles import Style
from docgen.pdf.layout.tables import CellBox, RowStrip
from docgen.pdf.layout.turning import TurnedStrip
from docgen.pdf.layout.within import stacks
from docgen.pdf.pages import Box, Glyphs, Item, Noted, Picture, Stroke, Tag
from docgen.word.formatting import Border

_LEADERS = {"dot": ".", "middleDot": "·", "hyphen": "-", "underscore": "_", "heavy": "_"}
_JOINED = "_"
"""A leader that is one line: there is one more of it, so that no gap stays."""
_EPSILON = 0.001
_LINES = frozenset({"line", "straightConnector1"})
_WORDS = "words"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_UNDERLINES = {
    "double": "double", "dotted": "dotted", "dottedHeavy": "dotted", "dash": "dashed", "dashLong": "dashed",
    "dashedHeavy": "dashed", "dashLongHeavy": "dashed", "dotDash": "dotDash", "dashDotHeavy": "dotDash",
    "dotDotDash": "dotDash", "dashDotDotHeavy": "dotDash", "wave": "wave", "wavyHeavy": "wave",
    "wavyDouble": "wave", "thick": "thick",
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Canvas:
    """The page that is painted: what floats behind the text, the text, and what floats before it."""

    ground: Ground
    hidden: list[tuple[str, str]]
    behind: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    front: list[Item] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    artifact: bool = False
    _edges: set[tuple[float, float, float, float]] = field(default_factory=set)
    _tops: dict[int, float] = field(default_factory=dict)

    def all(self) -> list[Item]:
        """Return everything in the order that it is painted in."""
        return [*self.behind, *self.items, *self.front]

    def _fresh(self) -> "Canvas":
        """Return an empty canvas of the same page."""
        return Canvas(self.ground, self.hidden, artifact=self.artifact)

    def stack(self, entries: list[tuple[Strip, float]], x: float) -> None:
        """Paint strips at their places in a column that begins at `x`."""
        for framed, group in groupby(entries, key=lambda entry: _frame(entry[0])):
            if framed is not None:
                self._frames([(strip, y) for strip, y in group if isinstance(strip, LineStrip)], x)
        for strip, y in entries:
            self._strip(strip, x, y)

    def paint(self, stack: Stack, x: float, y: float) -> None:
        """Paint strips below each other, the first at y."""
        self.stack(list(zip(stack.strips, (y + top for top in stack.tops), strict=True)), x)

    def _strip(self, strip: Strip, x: float, y: float) -> None:
        if isinstance(strip, LineStrip):
            self._line(strip, x, y)
        elif isinstance(strip, RowStrip):
            self._row(strip, x, y)
        elif isinstance(strip, AnchorStrip):
            self.paint(strip.stack, strip.left, strip.top)
        elif isinstance(strip, TurnedStrip):
            level = self._fresh()
            level.paint(strip.stack, 0.0, strip.spare)
            self.items += [strip.turned(item, x, y) for item in level.all()]
            self.noted += [strip.turned_box(one, x, y) for one in level.noted]

    def _frames(self, entries: list[tuple[LineStrip, float]], x: float) -> None:
        """Paint the shading and the borders around lines of paragraphs that share them."""
        (first, top), (last, bottom) = entries[0], entries[-1]
        setting = first.box.paragraph.format
        edges = {edge: border(setting, edge) for edge in ("top", "right", "bottom", "left", "between")}
        start = x + setting.left + min(setting.first_line, 0.0)
        end = x + first.box.width - setting.right
        left = start - thickness(edges["left"])
        right = end + thickness(edges["right"])
        foot = bottom + last.lead + last.line.top + last.line.height + thickness(edges["bottom"])
        foot -= last.line.more if last.ends else 0.0
        for _, group in groupby(entries, key=lambda entry: entry[0].box.paragraph.format.fill):
            members = list(group)
            fill = members[0][0].box.paragraph.format.fill
            if fill:
                lower = foot if members[-1][0] is last else members[-1][1] + members[-1][0].height
                self.items.append(Box(left, members[0][1], right - left, lower - members[0][1], fill))
        self._edge(left, top, right, top, edges["top"], inward=(0, 1))
        self._edge(left, foot, right, foot, edges["bottom"], inward=(0, -1))
        self._edge(left, top, left, foot, edges["left"], inward=(1, 0))
        self._edge(right, top, right, foot, edges["right"], inward=(-1, 0))
        for strip, y in entries[1:]:
            if strip.index == 0 and strip.lead and edges["between"].width:
                middle = y + edges["between"].space
                self._edge(left, middle, right, middle, edges["between"], inward=(0, 1))

    def _edge(
        self, x1: float, y1: float, x2: float, y2: float, edge: Border, inward: tuple[int, int] = (0, 0)
    ) -> None:
        """Draw a border; `inward` says to which side of the line its width lies."""
        if not edge.width:
            return
        key = (round(x1, 2), round(y1, 2), round(x2, 2), round(y2, 2))
        if key in self._edges:
            return
        self._edges.add(key)
        dx, dy = (side * edge.width / 2 for side in inward)
        self.items.append(
            Stroke(x1 + dx, y1 + dy, x2 + dx, y2 + dy, edge.width, edge.color or "000000", edge.kind)
        )

    def _line(self, strip: LineStrip, x: float, y: float) -> None:
        """Paint a line of text with what stands beside it."""
        part = strip.box.part
        tag = None if self.artifact else part.tag
        top = y + strip.lead + strip.line.top
        if strip.index == 0:
            self._tops[id(strip.box)] = y
        for line in (strip.line, *strip.line.beside):
            base = top + line.base
            for piece in line.pieces:
                label = part.label_tag is not None and piece.span.start < strip.box.label_end
                self._piece(piece, part, (x, base), part.label_tag if label and tag else tag)
            if strip.box.commented and tag is not None:
                self._note(strip, line, (x, base), tag)
        for floating in strip.floats:
            ready = part.drawings[id(floating.drawing)]
            paragraph = self._tops.get(id(strip.box), y)
            paragraph -= part.own_space if strip.above else 0.0
            self._float(floating, ready, (x, strip.box.width), (paragraph, top))

    def _note(self, strip: LineStrip, line: Line, at: tuple[float, float], tag: Tag) -> None:
        """Note what comments are about on a line."""
        (x, base), box = at, strip.box
        for one in grounds(box.commented, box.content, line, (box.paragraph.format, box.width)):
            place = (x + one.left, base - one.ascent, one.right - one.left, one.ascent + one.descent)
            self.noted.append(Noted(*place, one.comment, tag, one.point))

    def _piece(self, piece: Piece, part: Part, at: tuple[float, float], tag: Tag | None) -> None:
        (x, base), inline = at, piece.span.object
        if isinstance(inline, Drawing):
            self._drawing(part.drawings[id(inline)], x + piece.x, base - inline.height, self.items)
            return
        self._ground(piece, x, base)
        if isinstance(inline, Tab):
            self._leader(piece, x, base)
        elif piece.text.strip(" ") or piece.text:
            self.items.append(self._glyphs(piece, x, base, tag))
        self._decorate(piece, x, base)

    def _glyphs(self, piece: Piece, x: float, base: float, tag: Tag | None) -> Glyphs:
        style = piece.span.style
        face = style.face
        return Glyphs(
            x + piece.x,
            base - style.rise,
            piece.text,
            style.font,
            style.size,
            face.color,
            piece.gap,
            face.letter_spacing,
            face.scale,
            face.kerned,
            tag,
        )

    def _ground(self, piece: Piece, x: float, base: float) -> None:
        """Paint the highlighting or shading behind characters, and the border around them."""
        style = piece.span.style
        fill = _HIGHLIGHTS.get(style.face.highlight, "") or style.face.fill
        edge = style.face.border
        if fill or edge is not None:
            width = piece.width + piece.text.count(" ") * piece.gap
            upper = base - style.ascent
            height = style.ascent + style.descent
            stroke, color = (edge.width, edge.color) if edge is not None else (0.0, "000000")
            self.items.append(Box(x + piece.x, upper, width, height, fill, stroke, color))

    def _leader(self, piece: Piece, x: float, base: float) -> None:
        char = _LEADERS.get(piece.leader, "")
        style = piece.span.style
        width = style.advances[char] - style.face.letter_spacing if char else 0.0
        if piece.width <= 0 or width <= 0:
            return
        count = int(piece.width / width + _EPSILON) + (char == _JOINED)
        start = x + piece.x + (0.0 if char == _JOINED else piece.width - count * width)
        if count:
            look = (style.font, style.size, style.face.color)
            self.items.append(Glyphs(start, base - style.rise, char * count, *look, scale=style.face.scale))

    def _decorate(self, piece: Piece, x: float, base: float) -> None:
        face = piece.span.style.face
        if face.underline != "none" and not (face.underline == _WORDS and not piece.text.strip()):
            self._underline(piece, x, base)
        if face.strike or face.double_strike:
            style = piece.span.style
            y = base - style.rise - style.font.strikeout_position * style.size / style.font.units
            kind = "double" if face.double_strike else "single"
            self._rule(piece, x, y, _thin(style) * (3 if face.double_strike else 1), face.color, kind)

    def _underline(self, piece: Piece, x: float, base: float) -> None:
        style = piece.span.style
        face = style.face
        y = base - style.rise - style.font.underline_position * style.size / style.font.units
        kind = _UNDERLINES.get(face.underline, "single")
        times = 3 if kind == "double" else 2 if kind == "thick" or "eavy" in face.underline else 1
        self._rule(piece, x, y, _thin(style) * times, face.underline_color or face.color, kind)

    def _rule(self, piece: Piece, x: float, y: float, width: float, color: str, kind: str) -> None:
        end = x + piece.x + piece.width + piece.text.count(" ") * piece.gap
        self.items.append(Stroke(x + piece.x, y, end, y, width, color or "000000", kind))

    def _row(self, strip: RowStrip, x: float, y: float) -> None:
        """Paint a row of a table: shading, then what stands in its cells, then their edges."""
        left = x + strip.table.left
        bottom = y + strip.height - (strip.foot if strip.is_last else 0.0)
        boxes = [*strip.boxes, *strip.through]
        for box in boxes:
            if box.cell.fill:
                self.items.append(Box(left + box.x, y, box.width, bottom - y, box.cell.fill))
        for box in strip.boxes:
            self._cell(strip, box, left, y)
        for box in boxes:
            self._cell_edges(strip, box, left, y, bottom)

    def _cell(self, strip: RowStrip, box: CellBox, left: float, y: float) -> None:
        above, below = strip.margins
        rows = box.rows[1:]
        height = strip.height - (strip.foot if strip.is_last else 0.0) + sum(row.height for row in rows)
        spare = height - strip.rule - above - below - box.stack.height
        is_cut = strip.is_cut or box.is_cut
        share = 0.0 if is_cut else {"center": 0.5, "bottom": 1.0}.get(box.cell.align, 0.0)
        top = y + strip.rule + above + (spare * share if spare > 0 else 0.0)
        entries = list(zip(box.stack.strips, (top + one for one in box.stack.tops), strict=True))
        if strip.row.exact:
            entries = self._above(entries, y + height, "hàng có chiều cao cố định")
        was, self.artifact = self.artifact, self.artifact or strip.is_repeated
        self.stack(entries, left + box.left)
        self.artifact = was

    def _cell_edges(self, strip: RowStrip, box: CellBox, left: float, y: float, bottom: float) -> None:
        edges = box.cell.edges
        start, end = left + box.x, left + box.x + box.width
        if box in strip.boxes:
            self._edge(start, y, end, y, edges.top, inward=(0, 1))
        if not box.rows or box.rows[-1] is strip or len(box.rows) == 1:
            self._edge(start, bottom, end, bottom, edges.bottom, inward=(0, 1))
        self._edge(start, y, start, bottom + strip.foot, edges.left)
        self._edge(end, y, end, bottom + strip.foot, edges.right)

    def _float(
        self, floating: Floating, ready: SetDrawing, column: tuple[float, float], at: tuple[float, float]
    ) -> None:
        """Paint what floats, anchored in a column (left, width), in a paragraph and line that begin `at`."""
        x = self.ground.left(floating.horizontal, ready.width, column)
        y = self.ground.top(floating.vertical, ready.height, *at)
        self._drawing(ready, x, y, self.behind if floating.wrap.behind else self.front)

    def _drawing(self, ready: SetDrawing, x: float, y: float, layer: list[Item]) -> None:
        was, self.items = self.items, layer
        tag = None if self.artifact else ready.tag
        for shape in ready.shapes:
            self._shape(shape, x + shape.shape.left, y + shape.shape.top, tag)
        if ready.tag is not None:
            ready.tag.box = (x, y, x + ready.width, y + ready.height)
        self.items = was

    def _shape(self, ready: SetShape, x: float, y: float, tag: Tag | None) -> None:
        shape = ready.shape
        stroke = shape.stroke
        if shape.kind in _LINES:
            y1, y2 = (y + ready.height, y) if shape.flipped else (y, y + ready.height)
            if stroke.width:
                self.items.append(
                    Stroke(x, y1, x + ready.width, y2, stroke.width, stroke.color, stroke.kind, tag)
                )
            return
        box = (x, y, ready.width, ready.height)
        if shape.image is not None:
            crop = shape.image.crop
            cut = (crop.top, crop.right, crop.bottom, crop.left)
            self.items.append(Picture(*box, shape.image.data, shape.image.kind, cut, tag))
        if shape.fill or stroke.width:
            pen = (stroke.width, stroke.color, shape.kind, stroke.kind)
            self.items.append(Box(*box, shape.fill, *pen, tag))
        if ready.stack is not None:
            self._text(ready, ready.stack, x, y)

    def _text(self, ready: SetShape, stack: Stack, x: float, y: float) -> None:
        insets = ready.shape.insets
        spare = ready.height - insets.top - insets.bottom - stack.height
        share = {"center": 0.5, "bottom": 1.0}.get(ready.shape.anchor, 0.0)
        top = y + insets.top + max(spare, 0.0) * share
        entries = list(zip(stack.strips, (top + one for one in stack.tops), strict=True))
        self.stack(self._above(entries, y + ready.height, "hộp chữ"), x + insets.left)

    def _above(
        self, entries: list[tuple[Strip, float]], bottom: float, place: str
    ) -> list[tuple[Strip, float]]:
        """Return the strips that begin above `bottom`; the words of the others are hidden, as in Word."""
        below = (strip for strip, top in entries if top >= bottom)
        self.hidden += [(place, words) for strip in below for words in _words(strip)]
        return [entry for entry in entries if entry[1] < bottom]


def _frame(strip: Strip) -> object:
    """Return what strips share that stand in one frame; None for those without borders and shading."""
    if not isinstance(strip, LineStrip):
        return None
    setting = strip.box.paragraph.format
    if setting.borders:
        return (setting.borders, setting.left, setting.right)
    return ("fill", setting.fill, setting.left, setting.right) if setting.fill else None


def _words(strip: Strip) -> list[str]:
    """Return the words of a strip, line by line."""
    words = [strip.words] if isinstance(strip, LineStrip) and strip.words else []
    inside = (inner for stack in stacks(strip) for inner in stack.strips)
    return words + [found for inner in inside for found in _words(inner)]


def _thin(style: Style) -> float:
    return style.font.underline_thickness * style.size / style.font.units
