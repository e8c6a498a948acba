"""Lines that a program broke at a column, joined again: a word that did not fit stands on the next line."""

import re
from collections.abc import Sequence

_WIDEST = 120
"""Signs of a line in a text that was broken at a column; lines of paragraphs that were not are longer."""
_NARROWEST = 40
_BEGINS = re.compile(r"\s*(?:[IVXLC]+\.|\d+[.)]|[a-zđ]\)|[-–+•*(]|Căn cứ\b|Nơi nhận)")


def joined(lines: Sequence[str]) -> tuple[list[str | None], int]:
    """Return the lines with those that go on put behind the one before, None in their place; and how many.

    Lines with tabs, and those that begin with a number or a dash, never go on from another.
    """
    running = [line for line in lines if "\t" not in line]
    width = max(map(len, running), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return [*lines], 0
    told: list[str | None] = []
    last = 0
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        if _goes_on(before, line, width):
            told[last] = f"{told[last]} {line.strip()}"
            told.append(None)
        else:
            last = at
            told.append(line)
    return told, told.count(None)


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before.strip() or not line.strip() or "\t" in before + line or _BEGINS.match(line):
        return False
    return len(before.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) > width
