"""What stands between a file and the data of its plan: the lines of every component, told apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.components import Role, is_draft_mark, is_rule
from docgen.recognition.source import Block, Line

_DRAFT = "dấu dự thảo khi còn việc cần quyết định"
_SHORTEST = 3
"""Signs in a drawn line."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A paragraph of the body: its role, its number as typed ("I", "1.1", "a", "-"), its words without it."""

    role: Role
    number: str
    line: Line


@dataclass(eq=False)
class AppendixOutline:
    """An appendix: the lines of its title, what stands under it, and how its pages lie."""

    title: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    landscape: bool = False


@dataclass(eq=False)
class Outline:
    """A document by its components; lists hold one line for each that is printed.

    `computed` are words that docgen writes by itself, by what they are ("quốc hiệu"); `aside` has what a plan
    has no place for. A file that is nothing but an appendix has neither head nor body.
    """

    type_name: Line | None = None
    type: str = ""
    superior: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    number: Line | None = None
    place_date: Line | None = None
    subject: list[Line] = field(default_factory=list)
    body: list[Entry] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    signer: Line | None = None
    appendices: list[AppendixOutline] = field(default_factory=list)
    references: list[Line] = field(default_factory=list)
    computed: dict[str, list[Line]] = field(default_factory=dict)
    aside: dict[str, list[Line]] = field(default_factory=dict)

    def compute(self, kind: str, lines: Iterable[Line | None]) -> None:
        """Note lines that docgen writes by itself."""
        self.computed.setdefault(kind, []).extend(line for line in lines if line is not None)

    def leave(self, kind: str, lines: Iterable[Line]) -> None:
        """Note lines that a plan has no place for.

        What is drawn by signs, docgen draws by itself; a draft it marks by itself.
        """
        lines = list(lines)
        drawn = [line for line in lines if len(line.text) >= _SHORTEST and is_rule(line.text)]
        marks = [line for line in lines if is_draft_mark(line.text)]
        self.compute("đường kẻ", drawn)
        self.compute(_DRAFT, marks)
        self.aside.setdefault(kind, []).extend(line for line in lines if line not in (*drawn, *marks))
