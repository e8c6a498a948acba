"""How a run looks, by its merged properties (ECMA-376, Part 1, 17.3.2)."""

from docgen.word.formatting.borders import BLACK, border, shading
from docgen.word.formatting.cascade import Attributes, Properties, on
from docgen.word.formatting.theme import Theme, rgb
from docgen.word.formatting.values import DEFAULT_FONT, DEFAULT_SIZE, NO_BORDER, Border, RunFormat
from docgen.word.ooxml import figure, points

_LARGEST = 1_638.0
_NARROWEST, _WIDEST = 1.0, 600.0
_PERCENT = 100
_HALVES = 2


def run_format(found: Properties, theme: Theme) -> RunFormat:
    """Return the format that merged `w:rPr` say."""
    size = _size(found)
    underline, fonts = found.get("u", {}), found.get("rFonts", {})
    font, accented, asian = (_font(fonts, script, theme) for script in ("ascii", "hAnsi", "eastAsia"))
    return RunFormat(
        font=font or DEFAULT_FONT,
        size=size,
        bold=on(found, "b"),
        italic=on(found, "i"),
        underline=underline.get("val", "none"),
        strike=on(found, "strike") or on(found, "dstrike"),
        color=_color(found.get("color", {}), theme),
        highlight=_value(found, "highlight") or "none",
        caps=on(found, "caps"),
        small_caps=on(found, "smallCaps"),
        hidden=on(found, "vanish"),
        raised=_value(found, "vertAlign") or "baseline",
        letter_spacing=points(_value(found, "spacing")),
        kerned=0 < figure(_value(found, "kern")) <= size * _HALVES,
        underline_color=theme.tinted(underline) or rgb(underline.get("color")),
        double_strike=on(found, "dstrike"),
        fill=shading(found.get("shd"), theme),
        scale=_scale(_value(found, "w")),
        raised_by=figure(_value(found, "position")) / _HALVES,
        border=_frame(found.get("bdr"), theme),
        accented_font="" if accented == (font or DEFAULT_FONT) else accented,
        asian_font="" if asian == (font or DEFAULT_FONT) else asian,
    )


def _value(found: Properties, name: str) -> str:
    return found[name].get("val", "") if name in found else ""


def _size(found: Properties) -> float:
    size = figure(_value(found, "sz")) / _HALVES
    return min(size, _LARGEST) if size > 0 else DEFAULT_SIZE


def _font(told: Attributes, script: str, theme: Theme) -> str:
    """Return the family of a script; one of the theme, where it has it, before one that is named."""
    return theme.font(told.get(f"{script}Theme", "")) or told.get(script, "")


def _frame(told: Attributes | None, theme: Theme) -> Border | None:
    """Return the border around the letters, None where there is none."""
    drawn = NO_BORDER if told is None else border(told, theme)
    return drawn if drawn.width else None


def _color(told: Attributes, theme: Theme) -> str:
    color = theme.tinted(told) or rgb(told.get("val"))
    return "" if color == BLACK else color


def _scale(text: str) -> float:
    percent = figure(text.removesuffix("%"), _PERCENT)
    return min(max(percent, _NARROWEST), _WIDEST) / _PERCENT
