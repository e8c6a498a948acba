"""Drawn lines → boxes without height, of which only an edge is seen."""

from xml.etree.ElementTree import Element, SubElement

from docgen.pdf.description import Line
from docgen.pdf.setting.stylesheet import Stylesheet, pt
from docgen.word.formatting import ParagraphFormat


def set_line(block: Element, line: Line, setting: ParagraphFormat, sheet: Stylesheet) -> Element:
    """Add a line to the block of the paragraph that it is anchored in.

    It is measured from the column's edges.
    """
    stroke = f"{pt(line.stroke.width)} solid #{line.stroke.color}"
    edge = "border-left" if line.height else "border-top"
    look = {"width": pt(line.width), "height": pt(line.height), edge: stroke}
    element = SubElement(block, "i")
    element.set("class", sheet.name(look | (_standing() if line.inline else _lying(line, setting))))
    return element


def _standing() -> dict[str, str]:
    return {"display": "inline-block"}


def _lying(line: Line, setting: ParagraphFormat) -> dict[str, str]:
    """Place a line over the paragraph, whose box begins at its indents."""
    sides = {"left": "", "right": ""}
    if line.align in {"", "left", "center"}:
        sides["left"] = pt(line.left - setting.left)
    if line.align in {"right", "center"}:
        sides["right"] = pt(-setting.right)
    centred = {"margin-left": "auto", "margin-right": "auto"} if line.align == "center" else {}
    return {"position": "absolute", "top": pt(line.top - line.stroke.width / 2)} | sides | centred
