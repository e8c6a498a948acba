"""How a paragraph is set, by its merged properties (ECMA-376, Part 1, 17.3.1)."""

from docgen.word.formatting.borders import border, shading
from docgen.word.formatting.cascade import Attributes, Properties, on
from docgen.word.formatting.theme import Theme
from docgen.word.formatting.values import AUTO_LINES, Border, ParagraphFormat, RunFormat, TabStop
from docgen.word.ooxml import figure, number, points

AUTOMATIC_SPACE = 14.0
"""Points that LibreOffice takes for space that is left to Word (17.3.1.33)."""

_LINE = 240
_LINE_POINTS = 12.0
_HUNDREDTHS = 100
_BODY_TEXT = 9
_EDGES = ("top", "left", "bottom", "right", "between")
_LOGICAL = {"start": "left", "end": "right"}


def paragraph_format(found: Properties, style: str, mark: RunFormat, theme: Theme) -> ParagraphFormat:
    """Return the format that merged `w:pPr` say of a paragraph of `style`, whose mark looks like `mark`."""
    indent, spacing = found.get("ind", {}), found.get("spacing", {})
    rule = spacing.get("lineRule", "auto")
    return ParagraphFormat(
        mark=mark,
        style=style,
        align=_align(_value(found, "jc")),
        left=_indent(indent, "left", mark.size),
        right=_indent(indent, "right", mark.size),
        first_line=_first_line(indent, mark.size),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=_line(spacing, rule),
        line_rule=rule,
        contextual=on(found, "contextualSpacing"),
        keep_next=on(found, "keepNext"),
        keep_lines=on(found, "keepLines"),
        page_break_before=on(found, "pageBreakBefore"),
        widow_control=on(found, "widowControl", absent=True),
        outline=_outline(_value(found, "outlineLvl")),
        list=_list(found),
        tabs=_tabs(found.get("tabs", {})),
        borders=_borders(found, theme),
        fill=shading(found.get("shd"), theme),
        before_auto=_is_automatic(spacing, "before"),
        after_auto=_is_automatic(spacing, "after"),
        frame=tuple(sorted(found.get("framePr", {}).items())),
    )


def _value(found: Properties, name: str) -> str:
    return found[name].get("val", "") if name in found else ""


def _align(word: str) -> str:
    return _LOGICAL.get(word, word) or "left"


def _indent(told: Attributes, side: str, letter: float) -> float:
    """Return an indent; where it is told in letters only, one of them is as wide as the text is high."""
    if side in told:
        return points(told[side])
    return figure(told.get(f"{side}Chars")) / _HUNDREDTHS * letter


def _first_line(told: Attributes, letter: float) -> float:
    hanging = _indent(told, "hanging", letter)
    return -hanging if hanging else _indent(told, "firstLine", letter)


def _space(told: Attributes, side: str) -> float:
    if _is_automatic(told, side):
        return AUTOMATIC_SPACE
    if side in told:
        return max(0.0, points(told[side]))
    return max(0.0, figure(told.get(f"{side}Lines")) / _HUNDREDTHS * _LINE_POINTS)


def _is_automatic(told: Attributes, side: str) -> bool:
    return told.get(f"{side}Autospacing", "0") in {"1", "true", "on"}


def _line(told: Attributes, rule: str) -> float:
    if rule == "auto":
        return figure(told.get("line"), _LINE) / _LINE or AUTO_LINES
    return abs(points(told.get("line")))


def _outline(text: str) -> int | None:
    level = number(text, _BODY_TEXT)
    return level if 0 <= level < _BODY_TEXT else None


def _list(found: Properties) -> tuple[int, int] | None:
    instance = number(_value(found, "numPr/numId"))
    return (instance, number(_value(found, "numPr/ilvl"))) if instance else None


def _borders(found: Properties, theme: Theme) -> tuple[tuple[str, Border], ...]:
    told = ((edge, found.get(f"pBdr/{edge}")) for edge in _EDGES)
    read = ((edge, border(attributes, theme)) for edge, attributes in told if attributes is not None)
    return tuple((edge, found) for edge, found in read if found.width)


def _tabs(told: Attributes) -> tuple[TabStop, ...]:
    stops = [TabStop(points(position), *words.split()) for position, words in told.items()]
    return tuple(sorted((stop for stop in stops if stop.kind != "clear"), key=lambda stop: stop.position))
