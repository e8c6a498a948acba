"""A picture as SVG 1.1: words stay words, nothing is fetched, one who cannot see it is told all of it."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from docgen import rules
from docgen.model.picture import Picture
from docgen.pictures.chart import chart
from docgen.pictures.shapes import Anchor, Box, Fill, Line, Shape, Sheet, Words

_Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

_SVG = "http://www.w3.org/2000/svg"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FAMILIES = "Times New Roman, Tinos, Liberation Serif, serif"
"""The decree's font, and those of its widths."""
_BLACK, _WHITE = "#000000", "#ffffff"
_GREY = "#767676"
"""The lightest that stands out from white 4.5 times (WCAG 2.1, 1.4.3)."""
_TITLE, _WORDS, _HATCHING = "ten-hinh", "loi-hinh", "gach-cheo"
_FILLS = {Fill.NOTHING: "none", Fill.DARK: "#404040", Fill.HATCHED: f"url(#{_HATCHING})"}
_HATCH = 4
"""Points from one stroke of a hatching to the next, many times its thickness."""


def drawn(picture: Picture) -> str:
    """Return `picture` as an SVG file: as wide as the text of a page, as high as it needs."""
    sheet = chart(picture)
    root = _root(sheet)
    root.append(_element("title", {"id": _TITLE}, " ".join(picture.title.split())))
    root.append(_element("desc", {"id": _WORDS}, picture.alt_text()))
    root.append(_hatching())
    root.append(_element("rect", {"width": "100%", "height": "100%", "fill": _WHITE}))
    root.extend(node for shape in sheet.shapes for node in _painted(shape))
    return etree.tostring(root, encoding="unicode")


def _root(sheet: Sheet) -> _Element:
    width, height = _number(sheet.width), _number(sheet.height)
    place = {"width": f"{width}pt", "height": f"{height}pt", "viewBox": f"0 0 {width} {height}"}
    told = {"role": "img", "aria-labelledby": f"{_TITLE} {_WORDS}", _LANGUAGE: "vi"}
    face = {"font-family": _FAMILIES, "fill": _BLACK, "stroke-width": _number(_thin())}
    root = etree.XML(f'<svg xmlns="{_SVG}"/>')
    for name, value in (place | told | face).items():
        root.set(name, value)
    return root


def _hatching() -> _Element:
    """Return slanting strokes: a pattern that is turned (SVG 1.1, 13.3)."""
    size = {"width": str(_HATCH), "height": str(_HATCH), "patternUnits": "userSpaceOnUse"}
    pattern = _element("pattern", {"id": _HATCHING, **size, "patternTransform": "rotate(45)"})
    pattern.append(_stroke(_HATCH / 2, 0, _HATCH, _BLACK, 2 * _thin()))
    return pattern


def _painted(shape: Shape) -> Iterator[_Element]:
    """Yield what shows a shape; a mark has white at both sides, to be seen upon what is dark."""
    match shape:
        case Words():
            yield _text(shape)
        case Box():
            yield _box(shape)
        case Line(marked=False):
            yield _stroke(shape.x, shape.top, shape.bottom, _GREY, _thin())
        case _:
            thick = rules.length("picture.mark").points
            yield _stroke(shape.x, shape.top, shape.bottom, _WHITE, 2 * thick)
            yield _stroke(shape.x, shape.top, shape.bottom, _BLACK, thick)


def _text(words: Words) -> _Element:
    place = {"x": _number(words.x), "y": _number(words.y), "font-size": _number(words.face.size)}
    bold = {"font-weight": "bold"} if words.face.bold else {}
    middle = {"text-anchor": words.anchor.value} if words.anchor is not Anchor.START else {}
    return _element("text", place | bold | middle, words.text)


def _box(box: Box) -> _Element:
    sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    look = {"fill": _FILLS[box.fill], "stroke": _BLACK}
    return _element("rect", {name: _number(side) for name, side in sides.items()} | look)


def _stroke(x: float, top: float, bottom: float, colour: str, thick: float) -> _Element:
    ends = {"x1": x, "x2": x, "y1": top, "y2": bottom, "stroke-width": thick}
    return _element("line", {name: _number(end) for name, end in ends.items()} | {"stroke": colour})


def _element(name: str, attributes: dict[str, str], text: str | None = None) -> _Element:
    node = etree.Element(f"{{{_SVG}}}{name}", attributes)
    node.text = text
    return node


def _thin() -> float:
    return rules.length("picture.stroke").points


def _number(length: float) -> str:
    """Write a length to the thousandth of a point."""
    return f"{length:.3f}".rstrip("0").removesuffix(".")
