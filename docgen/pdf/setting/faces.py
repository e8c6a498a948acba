"""How runs look, as CSS; and how wide and high they are."""

from dataclasses import replace

from docgen.pdf.fonts import Face, Family
from docgen.pdf.setting.stylesheet import Declarations, pt
from docgen.word.formatting import ParagraphFormat, RunFormat

RAISED_SIZE = 0.58
"""LibreOffice sets superscript and subscript at 58 % of the size."""

_RISE = {"superscript": -0.33, "subscript": 0.08}
_HIGHLIGHTS = {
    "darkYellow": "olive",
    "lightGray": "silver",
    "darkGray": "gray",
    "green": "lime",
    "darkGreen": "green",
}
_UNDERLINES = {"double": "double", "dotted": "dotted", "dash": "dashed", "wave": "wavy"}


class Faces:
    """Answers what a run of a face needs on the page, from the family that pages are set in."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self._heights: dict[tuple[RunFormat, str, float], float] = {}

    def font(self, face: RunFormat) -> Face:
        """Return the font file of a face."""
        return self.family.face(bold=face.bold, italic=face.italic)

    def width(self, text: str, face: RunFormat) -> float:
        """Return how wide `text` is set, in points."""
        return self.font(face).width(text, _size(face)) + face.letter_spacing * len(text)

    def line_height(self, face: RunFormat, setting: ParagraphFormat) -> float:
        """Return the height of a line of this face in a paragraph, in points."""
        key = (face, setting.line_rule, setting.line)
        if key not in self._heights:
            natural = self.font(face).line_height(face.size)
            self._heights[key] = _ruled(natural, setting)
        return self._heights[key]

    def leading(self, face: RunFormat, setting: ParagraphFormat) -> float:
        """Return what line spacing adds to a line beyond its natural height, in points."""
        natural = self.font(face).line_height(face.size)
        return max(0.0, _ruled(natural, setting) - natural) if setting.line_rule == "auto" else 0.0

    def block(self, face: RunFormat, setting: ParagraphFormat) -> dict[str, str]:
        """Return the declarations of a block whose plain text is of this face."""
        return {
            "font-size": pt(face.size),
            "line-height": pt(self.line_height(face, setting)),
            "font-weight": "bold" if face.bold else "",
            "font-style": "italic" if face.italic else "",
            "color": f"#{face.color}" if face.color else "",
            "letter-spacing": pt(face.letter_spacing) if face.letter_spacing else "",
            "font-kerning": "normal" if face.kerned else "",
        }

    def span(self, face: RunFormat, around: RunFormat, setting: ParagraphFormat) -> Declarations:
        """Return the declarations of a span of this face inside a block of the face `around`."""
        inner, outer = self._full(face, setting), self._full(around, setting)
        told = {key: value for key, value in inner.items() if value != outer[key]}
        return told | _decoration(face) | _raise(face)

    def _full(self, face: RunFormat, setting: ParagraphFormat) -> dict[str, str]:
        plain = {"font-weight": "normal", "font-style": "normal", "color": "#000", "letter-spacing": "0"}
        told = {key: value for key, value in self.block(face, setting).items() if value}
        return {"font-kerning": "none"} | plain | told


def plain(face: RunFormat) -> RunFormat:
    """Return a face without what a block cannot hand down to be taken back: lines, marks and raising."""
    return replace(face, underline="none", strike=False, highlight="none", raised="baseline")


def _size(face: RunFormat) -> float:
    return face.size * (RAISED_SIZE if face.raised in _RISE else 1)


def _ruled(natural: float, setting: ParagraphFormat) -> float:
    """Return a line height by `w:lineRule` (17.18.48)."""
    if setting.line_rule == "auto":
        return natural * setting.line
    return setting.line if setting.line_rule == "exact" else max(setting.line, natural)


def _decoration(face: RunFormat) -> dict[str, str]:
    lines = ("underline" if face.underline != "none" else "", "line-through" if face.strike else "")
    told = {"text-decoration": " ".join((*filter(None, lines), _UNDERLINES.get(face.underline, "")))}
    mark = _HIGHLIGHTS.get(face.highlight, face.highlight.lower())
    return (told if any(lines) else {}) | ({"background": mark} if mark != "none" else {})


def _raise(face: RunFormat) -> dict[str, str]:
    if face.raised not in _RISE:
        return {}
    top = pt(_RISE[face.raised] * face.size)
    return {"font-size": pt(_size(face)), "line-height": "0", "position": "relative", "top": top}
