"""Columns of a text that no tab parts: by "|", or by blanks below each other; and the numbers of pages."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_DRAWN = re.compile(r"[\s|+\-=:_─│┌┐└┘├┤┬┴┼━┃═║╔╗╚╝╠╣╦╩╬]+")
_CROSSED = re.compile(r"[|+│┌┐└┘├┤┬┴┼┃║╔╗╚╝╠╣╦╩╬]")
_RULE = re.compile(r"[|│┃║]")
_GAP = re.compile(r"[^\S\t]{2,}")
_WIDE_GAP = re.compile(r"(?<=\S)[^\S\t]{4,}(?=\S)")
_HEADINGS = re.compile(r"\s*(?:STT|TT|Số\s?TT)\s{2,}\S.*\S\s{2,}\S", re.IGNORECASE)
_NUMBER = re.compile(r"[A-ZĐ]|[IVXLC]+|\d+(?:\.\d+)*\.?")
_FEWEST = 3
"""Columns of a table; two are a head or a signature beside the recipients."""
_PAGE_NUMBER = re.compile(
    r"\s*(?:(?P<told>[-–—]\s*\d{1,3}\s*[-–—]|Trang\s+\d{1,3}(?:\s*/\s*\d+)?)|(?P<bare>\d{1,3}))\s*"
)
_PAGE = 20
"""The fewest lines with words between the numbers of two pages."""


def parted(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text with a tab between cells; a ruled line without words becomes blank."""
    ruled = [line for line in lines if _is_ruled(line) and not _is_rule(line)]
    framed = all(_RULE.match(line.lstrip()) for line in ruled)
    return list(_with_gaps([_without_rules(line, framed=framed) for line in lines]))


def page_numbers(lines: Sequence[str]) -> Iterator[int]:
    """Yield the places of lines that are the number of a page, at its edge.

    A bare figure is one when it follows that of the page before, some lines away: in columns of a table that
    were written below each other figures stand closer.
    """
    awaited, before = {1, 2}, 0
    for at, line in enumerate(lines):
        found = _PAGE_NUMBER.fullmatch(line)
        if not found or not _is_at_edge(lines, at):
            continue
        if found["told"]:
            yield at
        elif int(found["bare"]) in awaited and sum(map(bool, lines[before:at])) >= _PAGE:
            awaited, before = {int(found["bare"]) + 1}, at
            yield at


def _is_at_edge(lines: Sequence[str], at: int) -> bool:
    around = (lines[place] for place in (at - 1, at + 1) if 0 <= place < len(lines))
    return not all(line.strip() for line in around)


def _is_rule(line: str) -> bool:
    """Whether a line is drawn and says nothing; dots and dashes alone may be a place to write."""
    return _DRAWN.fullmatch(line) is not None and _CROSSED.search(line) is not None


def _is_ruled(line: str) -> bool:
    return len(_RULE.findall(line)) >= _FEWEST - 1 and "\t" not in line


def _without_rules(line: str, *, framed: bool) -> str:
    """Part the cells of a line that "|" or a drawn line parts; `framed` ones have such lines at both ends."""
    if _is_rule(line):
        return ""
    if not _is_ruled(line):
        return line
    cells = [cell.strip() for cell in _RULE.split(line)]
    return "\t".join(cells[1 : None if cells[-1] else -1] if framed else cells)


def _with_gaps(lines: Sequence[str]) -> Iterator[str]:
    starts: list[int] = []
    for line in lines:
        if not line.strip():
            starts = []
        elif _HEADINGS.match(line) and "\t" not in line:
            starts = [start for start, _ in _pieces(line)]
        yield _row(line, starts) if len(starts) >= _FEWEST else line


def beside(line: str) -> str:
    """Part by a tab what stands far apart on a line: the two columns of a head, or of a signature."""
    return _WIDE_GAP.sub("\t", line)


def _row(line: str, starts: Sequence[int]) -> str:
    """Put what wide blanks part into the columns in which it begins."""
    cells = [""] * len(starts)
    pieces = _pieces(line)
    if len(pieces) == len(starts):
        return "\t".join(words for _, words in pieces)
    for start, words in pieces:
        column = max(0, bisect_right(starts, start + 1) - 1)
        if column == 0 and not _NUMBER.fullmatch(words):
            column = 1
        cells[column] = f"{cells[column]} {words}".strip()
    return "\t".join(cells)


def _pieces(line: str) -> list[tuple[int, str]]:
    """Return what wide blanks part, each with the place where it begins."""
    places = [0, *(found.end() for found in _GAP.finditer(line))]
    ends = [*(found.start() for found in _GAP.finditer(line)), len(line)]
    return [
        (start, line[start:end]) for start, end in zip(places, ends, strict=True) if line[start:end].strip()
    ]
