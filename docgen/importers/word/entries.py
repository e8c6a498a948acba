"""Paragraphs of the body as entries: the number cut off from the words."""

import re
from collections.abc import Iterator, Sequence

from docgen.components import LABELS, BodyParagraph, Role, read_body
from docgen.importers.outline import Entry
from docgen.importers.word.lines import Lines
from docgen.recognition.source import Line
from docgen.word.reading import Paragraph

BY_STYLE = {
    "CanCu": Role.BASIS,
    "NoiDung": Role.TEXT,
    "DeMuc": Role.SECTION,
    "KhoanCoTieuDe": Role.TITLED_ITEM,
    "Khoan": Role.ITEM,
    "Diem": Role.POINT,
    "Gach": Role.DASH,
    "ChiDan": Role.POINTER,
}
"""What a paragraph of the body is by its style, in a file of ours."""

_PLAIN = frozenset({Role.SECTION, Role.TITLED_ITEM, Role.POINTER, Role.PART, Role.DIVISION})
"""Roles whose whole paragraph looks alike, so that bold letters mean nothing."""

_STOPS = (".", ";", ":", "!", "?", "…")
_BREAK = "\n"

_NUMBERED = (Role.SECTION, Role.SUBITEM, Role.ITEM, Role.POINT, Role.DASH)
"""Roles that a number tells, outermost first."""

_TYPED = re.compile(r"\s*(?:[IVXLC]+\.|\d+\.(?:\d+\.?)*|[a-zđ]\)|[-–+•])\s")


def entry_of_style(paragraph: Paragraph, style: str, lines: Lines) -> Entry:
    """Return a paragraph of a file of ours; typed over into something else, it is what its words say."""
    role = BY_STYLE.get(style)
    if role is None or paragraph.numbered:
        return found_entries(read_body([paragraph]), lines)[0]
    pattern = _pattern(role)
    number = pattern.match(paragraph.text.lstrip()) if pattern else None
    agrees = number is not None if pattern else not _TYPED.match(paragraph.text)
    if not agrees:
        return found_entries(read_body([paragraph]), lines)[0]
    return _entry(paragraph, role, number[1] if number else "", lines)


def found_entries(body: Sequence[BodyParagraph], lines: Lines) -> list[Entry]:
    """Return the paragraphs that the components were found in."""
    return [_entry(one.paragraph, one.role, one.number, lines) for one in body]


def parted_entries(body: Sequence[BodyParagraph], lines: Lines) -> list[Entry]:
    """Return `found_entries`, cut where line breaks part what should have been paragraphs."""
    return [part for entry in found_entries(body, lines) for part in _parted(entry)]


def _parted(entry: Entry) -> Iterator[Entry]:
    """Yield what a line break parts: numbered lines, and the text under a title."""
    first, *others = entry.line.text.split("\n")
    if first.count("**") % 2 or not others:
        yield entry
        return
    held = Entry(entry.role, entry.number, Line(first, entry.line.place))
    for words in others:
        role, number, rest = _labelled(words)
        if role is Role.TEXT and held.role not in _PLAIN:
            goes_on = words[0].islower() and not held.line.text.endswith(_STOPS)
            held.line.text += f"{' ' if goes_on else _BREAK}{words}"
            continue
        yield held
        held = Entry(role, number, Line(rest, entry.line.place))
    yield held


def _labelled(words: str) -> tuple[Role, str, str]:
    """Return what a line is by its number, the number and the words behind it."""
    found = ((role, LABELS[role].match(words)) for role in _NUMBERED)
    return next(((role, one[1], words[one.end() :]) for role, one in found if one), (Role.TEXT, "", words))


def _entry(paragraph: Paragraph, role: Role, number: str, lines: Lines) -> Entry:
    skipped = 0 if paragraph.numbered else _label_length(paragraph.text, role)
    line = lines.running(paragraph, skipped)
    if role in _PLAIN or (role is Role.SUBITEM and all(face.bold for face in paragraph.faces)):
        line.text = lines.cleaned(paragraph.text[skipped:])
    return Entry(role, number, line)


def _pattern(role: Role) -> re.Pattern[str] | None:
    return LABELS.get(Role.ITEM if role is Role.TITLED_ITEM else role)


def _label_length(text: str, role: Role) -> int:
    """Return how many letters the number takes, with the blanks before it."""
    pattern = _pattern(role)
    blanks = len(text) - len(text.lstrip())
    found = pattern.match(text[blanks:]) if pattern and role not in {Role.PART, Role.DIVISION} else None
    return blanks + found.end() if found else 0
