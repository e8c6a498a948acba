"""The content of one page as it grows (ISO 32000-1, 7.8.2): operators, their state, and what they mean."""

from collections.abc import Callable
from functools import cache

from docgen.pdf.pages import Tag
from docgen.pdf.writing.objects import number

Begin = Callable[[Tag | None], str]
"""What begins the marked content of a tag, or of an artifact."""

_AT_FIRST: dict[str, tuple[float | str, ...]] = {
    "rg": ("0 0 0",),
    "RG": ("0 0 0",),
    "w": (1,),
    "d": ("[]", 0),
    "J": (0,),
    "j": (0,),
    "Tc": (0,),
    "Tz": (100,),
    "Tr": (0,),
    "Ts": (0,),
}


class Canvas:
    """What a page of a `height` in points shows; `begin` is left out when nothing is marked.

    Items of one tag in a row share one piece of marked content, and texts in a row one text object. States
    are written when they change.
    """

    def __init__(self, height: float, begin: Begin | None) -> None:
        self.height = height
        self._begin = begin
        self._operators: list[str] = []
        self._state = dict(_AT_FIRST)
        self._tag: Tag | None = None
        self._is_marked = False
        self._is_text = False
        self.write = self._operators.append

    def mark(self, tag: Tag | None) -> None:
        """Say whose content follows."""
        if self._begin is None or (self._is_marked and tag is self._tag):
            return
        self._end_marked()
        self.write(self._begin(tag))
        self._tag, self._is_marked = tag, True

    def begin_text(self) -> None:
        """Be inside a text object."""
        if not self._is_text:
            self.write("BT")
            self._is_text = True

    def end_text(self) -> None:
        """Be outside of text objects, where lines are drawn."""
        if self._is_text:
            self.write("ET")
            self._is_text = False

    def set(self, operator: str, *operands: float | str) -> None:
        """Set a part of the graphics or text state (8.4.4, 9.3)."""
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            written = " ".join(item if isinstance(item, str) else number(item) for item in operands)
            self.write(f"{written} {operator}")

    def content(self) -> bytes:
        """Return the operators, everything closed that was begun."""
        self._end_marked()
        return "\n".join(self._operators).encode("ascii")

    def _end_marked(self) -> None:
        self.end_text()
        if self._is_marked:
            self.write("EMC")
            self._is_marked = False


@cache
def rgb(color: str) -> str:
    """Return RRGGBB, black when it is empty, as operands of "rg" and "RG"."""
    return " ".join(number(part / 255) for part in bytes.fromhex(color or "000000"))
