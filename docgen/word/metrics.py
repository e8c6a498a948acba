"""How long a line of bold Times New Roman is, so that the lines drawn under it have the decree's length."""

from functools import lru_cache

from docgen.rules import component, figure
from docgen.rules.letters import advances
from docgen.rules.units import Mm, Pt

_UNKNOWN = "n"
_REMEMBERED = 256


def text_width(text: str, size: Pt) -> Pt:
    """Return the width of `text` on one line, in bold Times New Roman of `size`, without kerning."""
    widths, units = advances(bold=True)
    unknown = widths[_UNKNOWN]
    return Pt(sum(widths.get(letter, unknown) for letter in text) * size / units)


def last_line(text: str, size: Pt, room: float) -> str:
    """Return the last line of `text` when it is broken at spaces to fit `room`, in points."""
    line = ""
    for word in text.rsplit("\n", maxsplit=1)[-1].split():
        longer = f"{line} {word}" if line else word
        line = longer if text_width(longer, size) <= room else word
    return line


@lru_cache(_REMEMBERED)
def line_length(text: str, name: str, room: float) -> Mm:
    """Return the length of the line drawn under the component `name` ("issuer", "motto", "subject").

    It is the decree's share ("line.<name>") of the last line of `text`, broken to fit `room`, in points.
    """
    size = component(name).points
    width = text_width(last_line(text, size, room), size)
    return Mm(width.emu / Mm.EMU_PER_UNIT).times(figure(f"line.{name}").use)
