"""Tables: rows paired by the name of their task, those without one by their words; cells by their place."""

import re
from collections.abc import Iterator
from functools import cached_property

from docgen.package import Element
from docgen.transform.pairing import ALIKE, paired
from docgen.word.ooxml import W, attribute
from docgen.word.redline.pairs import Step, Worded, described, steps

_NAME = re.compile(r"nv_\w+")
_JOINS = frozenset({f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"})


class Rows(Worded):
    """A table with its rows."""

    @cached_property
    def rows(self) -> "list[TableRow]":
        """Its rows in order."""
        return [TableRow(node) for node in self.node.iterchildren(f"{W}tr")]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its rows."""
        return frozenset(row.name for row in self.rows if row.name)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The widths of its columns."""
        return tuple(attribute(column, "w") for column in self.node.iterfind(f"{W}tblGrid/{W}gridCol"))

    def likeness(self, other: "Rows") -> float:
        """Return how many rows or words two tables have in common: 0 to 1.

        Two with the same columns may always be one.
        """
        words = self.words_in_common(other)
        names = 2 * len(self.names & other.names) / max(1, len(self.names) + len(other.names))
        return max(words, names, ALIKE if self.columns == other.columns else 0.0)


class TableRow(Worded):
    """A row: its name, if it is that of a task, and how its cells are laid out."""

    @cached_property
    def name(self) -> str:
        """The name of the first bookmark of a task in it."""
        names = (attribute(node, "name") for node in self.node.iter(f"{W}bookmarkStart"))
        return next((name for name in names if _NAME.fullmatch(name)), "")

    @cached_property
    def layout(self) -> tuple[str, ...]:
        """How its cells are joined."""
        return tuple(
            "".join(described(node) for node in cell.iterfind(f"{W}tcPr/*") if node.tag in _JOINS)
            for cell in self.node.iterchildren(f"{W}tc")
        )

    def key(self, *, named: bool) -> str:
        """Return what makes it equal to another row."""
        return f"{self.layout}{self.name if named and self.name else self.text}"

    def may_be(self, other: "TableRow", *, named: bool) -> bool:
        """Say whether it may be another row, reworded: a task that has a name is no other task."""
        return self.layout == other.layout and not (named and (self.name or other.name))


def paired_rows(old: Rows, new: Rows) -> Iterator[Step[Element]]:
    """Yield the rows of both tables in order, each with its partner."""
    named = bool(old.names and new.names)
    olds, news = old.rows, new.rows
    pairing = paired(
        [row.key(named=named) for row in olds],
        [row.key(named=named) for row in news],
        lambda a, b: olds[a].words_in_common(news[b]) if olds[a].may_be(news[b], named=named) else 0.0,
    )
    return steps([row.node for row in olds], [row.node for row in news], pairing)
