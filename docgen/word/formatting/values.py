"""What effective formatting says, as values: lengths in points, words as OOXML spells them."""

from dataclasses import dataclass
from typing import TypeAlias

DEFAULT_FONT = "Times New Roman"
DEFAULT_SIZE = 10.0
DEFAULT_SIDE_MARGIN = 5.4
AUTO_LINES = 1.0


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

Borders: TypeAlias = dict[str, Border]
"""Borders by edge: top, right, bottom, left, insideH, insideV; an edge that nothing is said of is absent."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Four distances in points."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


NO_SIDES = Sides()


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run looks; lengths in points, colours as RRGGBB, `underline` and `raised` in Word's words.

    `fill` is the shading behind it, `scale` stretches the letters sideways (w:w), `raised_by` lifts them off
    the base line (w:position). `accented_font` is that of letters beyond ASCII (w:hAnsi), `asian_font` of
    East Asian ones, both empty where they are no other.
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
    border: Border | None = None
    accented_font: str = ""
    asian_font: str = ""
    line_size: float = 0.0
    """The size that gives the line its height, where letters are set smaller (small capitals); else 0."""


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
    gives an empty paragraph its height. Space that is left to Word (`before_auto`, `after_auto`) is told as
    what LibreOffice takes for it.
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
    borders: tuple[tuple[str, Border], ...] = ()
    """By edge: "top", "left", "bottom", "right", "between" (17.3.1.24)."""
    fill: str = ""
    before_auto: bool = False
    after_auto: bool = False
    frame: tuple[tuple[str, str], ...] = ()
    """The attributes of `w:framePr` (17.3.1.11), sorted; paragraphs of one frame have the same."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a table, by its style and its own properties, says of one of its cells."""

    borders: tuple[tuple[str, Border], ...]
    margins: Sides
    fill: str = ""
    align: str = ""
