"""Pages as they are printed: what stands where, in points from the upper left corner, and what it means.

`layout` makes them of a description, `writing` makes a PDF of them. Each item names the tag that it belongs
to, so that the tree of tags (ISO 32000-1, 14.7) does not depend on where pages end: a table over several
pages is one table. What has no tag is an artifact.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.pdf.comment import Comment
from docgen.pdf.fonts import Font


@dataclass(eq=False, slots=True)
class Tag:
    """An element of the logical structure; `kind` is a standard type of ISO 32000-1, 14.8.4 ("P", "TD" …).

    A cell has `columns` and `rows` it goes over, and a header cell the `scope` "Column" or "Row".
    """

    kind: str
    kids: "list[Tag]" = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    box: tuple[float, float, float, float] | None = None
    """Left, top, right and bottom of a figure on its page, measured like items."""

    def add(self, kind: str) -> "Tag":
        """Return a new tag inside this one, after the others."""
        kid = Tag(kind)
        self.kids.append(kid)
        return kid


@dataclass(slots=True)
class Glyphs:
    """Text on one base line in one font, beginning at `x`; `y` is the base line.

    `word_gap` points are added after each space and `letter_gap` after each letter; `scale` stretches it
    sideways. A `kerned` text is shaped by its font, other text is set by advance widths alone.
    """

    x: float
    y: float
    text: str
    font: Font
    size: float
    color: str = ""
    word_gap: float = 0.0
    letter_gap: float = 0.0
    scale: float = 1.0
    kerned: bool = False
    tag: Tag | None = None
    angle: float = 0.0
    """Degrees that the text is turned counter-clockwise about its beginning."""


@dataclass(slots=True)
class Stroke:
    """A straight line; `kind` in Word's words ("single", "dotted", "dashed" …), `color` RRGGBB."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "000000"
    kind: str = "single"
    tag: Tag | None = None


@dataclass(slots=True)
class Box:
    """A shape filled with `fill`, its edge drawn with `stroke` points of `color`; either may be nothing.

    `kind` is DrawingML's preset: "rect", "roundRect", "ellipse"; others are drawn as rectangles.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: float = 0.0
    color: str = "000000"
    kind: str = "rect"
    dash: str = "single"
    tag: Tag | None = None


@dataclass(slots=True)
class Picture:
    """An image scaled to a box; `crop` is the shares of top, right, bottom and left that are cut off."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    kind: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    tag: Tag | None = None


Item: TypeAlias = Glyphs | Stroke | Box | Picture


@dataclass(slots=True)
class Noted:
    """A part of a page that a comment is about; a `point` is no words, but a place beside them."""

    x: float
    y: float
    width: float
    height: float
    comment: Comment
    tag: Tag
    point: bool = False


@dataclass(slots=True)
class Page:
    """One page, what is painted on it, and what comments are about, in this order."""

    width: float
    height: float
    items: list[Item] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)


@dataclass(slots=True)
class Pages:
    """All pages, their logical structure below `root` (a "Document"), and what the properties say."""

    pages: list[Page]
    root: Tag
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "vi-VN"
