"""A YAML file by its lines: which of them belong to which entry of a list or mapping, comments included."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_REMARK = re.compile(r"\s*(#.*)")
_KEY_REMARK = re.compile(r"(?:[^\s#]*:|-)\s*(#.*)")
_BLOCK_REMARK = re.compile(r"[|>]\S*\s+(#.*)")


@dataclass(frozen=True)
class Stretch:
    """The lines of one entry: what parts it from the one before, its comments, its key or dash, its value.

    Lines are counted from 0; each part ends where the next begins. `key` is empty in a list; `column` is that
    of the key or dash.
    """

    key: str
    node: Node
    gap: int
    comments: int
    line: int
    end: int
    column: int


def is_block(node: Node) -> bool:
    """Say whether `node` is a list or mapping whose entries stand on lines of their own."""
    return isinstance(node, SequenceNode | MappingNode) and not node.flow_style


def _is_literal(node: Node) -> bool:
    """Say whether `node` is a text behind `|` or `>`."""
    return isinstance(node, ScalarNode) and node.style in {"|", ">"}


def _is_empty(node: Node) -> bool:
    """Say whether there is nothing behind a key or dash."""
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


class YamlLines:
    """The lines of a text, each without the line feed that ends it, and what its nodes say of them."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        ends = (place for place, line in enumerate(self.lines) if line.rstrip() == "...")
        self.end = next(ends, len(self.lines) - (not self.lines[-1]))
        """The line behind the last one of the document."""

    def stretches(self, node: Node, first: int, end: int) -> tuple[Stretch, ...]:
        """Return the entries of a list or mapping that has the lines from `first` to `end`."""
        names, values, lines, column = self._entries(node)
        floors = [
            first,
            *(max(line + 1, self._behind(value)) for line, value in zip(lines, values, strict=True)),
        ]
        edges = [self._edge(line, floor, column) for line, floor in zip((*lines, end), floors, strict=True)]
        return tuple(
            Stretch(name, value, gap, comments, line, behind, column)
            for name, value, line, (gap, comments), (behind, _) in zip(
                names, values, lines, edges, edges[1:], strict=False
            )
        )

    def remark(self, entry: Stretch) -> str:
        """Return the comment behind a value on the line where it begins, or behind a key without one."""
        node = entry.node
        if _is_empty(node) or is_block(node):
            found = _KEY_REMARK.match(self.lines[entry.line][entry.column :])
        elif _is_literal(node):
            found = _BLOCK_REMARK.match(self._rest(node.start_mark.index))
        else:
            found = _REMARK.match(self._rest(node.end_mark.index))
        return found[1].rstrip() if found else ""

    def comments_below(self, entry: Stretch) -> list[str]:
        """Return the lines below a value that are not part of it; none where its own lines cannot be told."""
        if _is_empty(entry.node) or is_block(entry.node) or _is_literal(entry.node):
            return []
        return self.lines[self._behind(entry.node) : entry.end]

    def _entries(self, node: Node) -> tuple[list[str], list[Node], list[int], int]:
        """Return keys, values and lines of the entries of a list or mapping, and the column of all."""
        if isinstance(node, MappingNode):
            keys = [key for key, _ in node.value]
            lines = [self._line_at(key.start_mark.index) for key in keys]
            column = keys[0].start_mark.index - self._starts[lines[0]]
            return [str(key.value) for key in keys], [value for _, value in node.value], lines, column
        column = node.start_mark.column
        return (
            [""] * len(node.value),
            list(node.value),
            [self._dash_before(self._line_at(value.start_mark.index), column) for value in node.value],
            column,
        )

    def _dash_before(self, line: int, column: int) -> int:
        """Return the line of the dash whose entry begins in `line`."""
        while self.lines[line][column : column + 1] != "-" and line:
            line -= 1
        return line

    def _behind(self, node: Node) -> int:
        """Return the line behind a value; of a text behind `|` or `>`, and of nothing, one before that."""
        if is_block(node):
            last = node.value[-1]
            return self._behind(last[1] if isinstance(node, MappingNode) else last)
        if _is_empty(node):
            return 0  # it is marked where the next thing begins
        return self._line_at((node.start_mark if _is_literal(node) else node.end_mark).index) + 1

    def _edge(self, line: int, floor: int, column: int) -> tuple[int, int]:
        """Return where the gap before the entry in `line` begins, and where its comments do."""
        comments = line
        while comments > floor and self._is_comment(comments - 1, column):
            comments -= 1
        gap = comments
        while gap > floor and (self._is_comment(gap - 1, column) or not self.lines[gap - 1].strip()):
            gap -= 1
        return gap, comments

    def _is_comment(self, line: int, column: int) -> bool:
        """Say whether a line is a comment of an entry at `column` or of something around it."""
        words = self.lines[line].lstrip()
        return words.startswith("#") and len(self.lines[line]) - len(words) <= column

    def _line_at(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def _rest(self, index: int) -> str:
        line = self._line_at(index)
        return self.lines[line][index - self._starts[line] :]
