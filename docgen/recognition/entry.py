"""What an appendix is made of, as it is read: titles, tasks, sub-tasks and totals with their words."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

from docgen.recognition.columns import TEXT
from docgen.recognition.row_numbers import Mark, RowNumber
from docgen.recognition.source import Line, Row


class Kind(StrEnum):
    """What an entry is."""

    TITLE = auto()
    TASK = auto()
    SUBTASK = auto()
    TOTAL = auto()


@dataclass(eq=False)
class Text:
    """The words of one field, from one cell or, when it was split, several: `pieces` joined are the words."""

    pieces: list[str]
    lines: list[Line]

    @property
    def words(self) -> str:
        """All words."""
        return "".join(self.pieces)

    def line(self) -> Line:
        """Return the words where an officer finds them; the very line when it says just them."""
        first, words = self.lines[0], self.words
        return first if words == first.text else Line(words, first.place)

    def add(self, line: Line, between: str) -> None:
        """Add the words of a line that goes on with this one."""
        self.pieces += [between, line.text.strip()]
        self.lines.append(line)


@dataclass(eq=False)
class Entry:
    """A title, task, sub-task or total: its number as the file gives it, its words by field.

    `lines` are the lines it was read from, `strange` those of a title's row under unknown columns; `row` is
    the first row, an empty one of a paragraph; `answered` tells whether somebody or some day is named in it.
    """

    kind: Kind
    number: RowNumber | None
    texts: dict[str, Text]
    lines: list[Line]
    row: Row = field(default_factory=lambda: Row([]))
    answered: bool = False
    strange: list[Line] = field(default_factory=list)

    @property
    def mark(self) -> Mark | None:
        """How it is numbered."""
        return self.number.mark if self.number else None

    @property
    def words(self) -> str:
        """Its words under "Nhiệm vụ"."""
        return self.texts[TEXT].words if TEXT in self.texts else ""

    @property
    def beside(self) -> list[Line]:
        """The lines beside its words: what a title has no place for."""
        texts = (text for name, text in self.texts.items() if name != TEXT)
        return list(dict.fromkeys([*(line for text in texts for line in text.lines), *self.strange]))

    def words_but(self, name: str) -> str:
        """Return all its words but those of one field."""
        return " ".join(text.words for field_name, text in self.texts.items() if field_name != name)

    def end(self, name: str) -> str:
        """Return the last words of a field, whole to the cell."""
        return self.texts[name].pieces[-1] if name in self.texts else ""

    def title_line(self) -> Line:
        """Return its words where an officer finds them."""
        first = self.lines[0]
        return self.texts[TEXT].line() if TEXT in self.texts else Line("", first.place)

    def add(self, name: str, line: Line, between: str) -> None:
        """Add the words of a line to the field `name`."""
        if name in self.texts:
            self.texts[name].add(line, between)
        else:
            self.texts[name] = Text([line.text.strip()], [line])
