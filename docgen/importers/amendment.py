"""From the lines of a YAML file and the data in it to the lines that hold other data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from docgen.importers.plan_layout import EMPTY, MISSING, SPACED, before
from docgen.importers.plan_writing import STEP, Look, dashed, entries, entry
from docgen.importers.yaml_lines import Stretch, YamlLines, is_block
from docgen.transform.pairing import paired, words_in_common

Data = Mapping[str, Any]
Lines = list[str]

_ROWS = ("nhiem_vu", "nhiem_vu_con")
_BLOCKS = ("phan", "nhom", *_ROWS)
_NAMES = ("id", "ten", "tieu_de", "noi_dung")


class Amendment:
    """A file with the data in it; it goes `to` other data by changing the fewest lines."""

    def __init__(self, text: str, root: MappingNode, data: Data) -> None:
        self._file = YamlLines(text)
        self._lines = list(self._file.lines)
        self._return = "\r" if "\r\n" in text else ""
        self._root, self._data = root, data
        self._rows = dict(self._rows_below(root, data, 0, self._file.end))

    def to(self, data: Data) -> str:
        """Return the text that holds `data`."""
        end = self._file.end
        return "\n".join((*self._mapping(self._root, self._data, data, 0, end), *self._lines[end:]))

    def _rows_below(
        self, node: Node, data: object, first: int, end: int, key: str = ""
    ) -> Iterator[tuple[str, tuple[Stretch, Data]]]:
        """Yield the rows of the file: by its id the lines and the data of each."""
        for place, stretch in enumerate(self._file.stretches(node, first, end) if is_block(node) else ()):
            value = _at(data, stretch.key or place)
            if key in _ROWS and isinstance(value, Mapping):
                yield str(value["id"]), (stretch, value)
            below = stretch.line + bool(stretch.key)
            yield from self._rows_below(stretch.node, value, below, stretch.end, stretch.key)

    def _mapping(self, node: Node, old: Data, new: Data, first: int, end: int) -> Lines:
        """Return the lines from `first` to `end`, which hold a mapping, with what differs changed."""
        stretches = self._file.stretches(node, first, end)
        found = {"": self._lines[first : stretches[0].gap]}
        found |= {stretch.key: self._under_key(stretch, old, new) for stretch in stretches}
        order, keys = list(found), list(new)
        for place, key in enumerate(keys):
            if key not in found and new[key] not in (None, old.get(key)):
                known = [order.index(earlier) for earlier in keys[:place] if earlier in order]
                order.insert(max(known[-1:], default=0) + 1, key)
                above = before(key) if node is self._root else ()
                found[key] = self._fresh((*above, *entry(key, new[key], stretches[0].column)))
        return [line for key in order for line in found[key]] + self._lines[stretches[-1].end : end]

    def _under_key(self, stretch: Stretch, old: Data, new: Data) -> Lines:
        """Return the lines of one key: as they are, changed, or none."""
        key, above = stretch.key, self._lines[stretch.gap : stretch.comments]
        if old.get(key) == new.get(key) and (key in old) == (key in new):
            return self._lines[stretch.gap : stretch.end]
        if key not in new:
            return above if any(map(str.strip, above)) else []
        return [*self._lines[stretch.gap : stretch.line], *self._value(stretch, old.get(key), new[key])]

    def _value(self, stretch: Stretch, old: object, new: object) -> Lines:
        """Return the lines from a key on, with its value changed."""
        node, key = stretch.node, stretch.key
        if is_block(node) and isinstance(node, MappingNode) and isinstance(new, dict):
            below = self._mapping(node, _mapped(old), new, stretch.line + 1, stretch.end)
        elif is_block(node) and isinstance(node, SequenceNode) and new is not None:
            below = self._sequence(stretch, _listed(old), _listed(new))
        else:
            fresh = self._fresh(entry(key, new, stretch.column, self._look(stretch, new)))
            return fresh + self._file.comments_below(stretch)
        return [self._lines[stretch.line], *below]

    def _look(self, stretch: Stretch, new: object) -> Look:
        """Return how a value looked, for the one that takes its place; what asked for it is answered."""
        remark = self._file.remark(stretch)
        if new is None:
            return Look(remark or EMPTY.get(stretch.key, ""))
        folded = isinstance(stretch.node, ScalarNode) and stretch.node.style == ">"
        return Look("" if remark == MISSING else remark, folded)

    def _sequence(self, around: Stretch, old: list[Any], new: list[Any]) -> Lines:
        """Return the lines of the list under a key with what differs changed."""
        first, end = around.line + 1, around.end
        stretches = self._file.stretches(around.node, first, end)
        column = stretches[0].column
        if len(stretches) != len(old):
            return self._fresh(entries(new, column, spaced=around.key in SPACED))
        names = [_name(value) for value in old], [_name(value) for value in new]
        found = paired(*names, lambda one, other: _likeness(old[one], new[other]))
        pairs = {after: before for before, after in found.pairs}
        gaps, tail = self._gaps(stretches, set(pairs.values()))
        lines = self._lines[first : stretches[0].comments]
        for place, value in enumerate(new):
            own = pairs.get(place)
            gap = self._spacing(around.key, stretches) if own is None or own == 0 else gaps[own]
            lines += gap if place or any(map(str.strip, gap)) else []
            known = (stretches[own], old[own]) if own is not None else self._row(around.key, value)
            lines += self._entry(known, value, column)
        return lines + tail + self._lines[stretches[-1].end : end]

    def _row(self, key: str, value: Any) -> tuple[Stretch, Data] | None:
        """Return the lines and the data of a row that the file has elsewhere; nothing else moves so."""
        return self._rows.get(_name(value)) if key in _ROWS else None

    def _gaps(self, stretches: Sequence[Stretch], kept: set[int]) -> tuple[dict[int, Lines], Lines]:
        """Return what stands before each entry that is `kept`, and behind the last.

        A comment that stands by itself before a deleted entry goes to the next one.
        """
        gaps: dict[int, Lines] = {}
        left: Lines = []
        for place, stretch in enumerate(stretches):
            own = self._lines[stretch.gap : stretch.comments] if place else []
            if place in kept:
                gaps[place], left = left + own, []
            elif any(map(str.strip, own)):
                left += own
        return gaps, left

    def _spacing(self, key: str, stretches: Sequence[Stretch]) -> Lines:
        """Return what parts two entries of a list, where the file does not say it of them."""
        if len(stretches) == 1:
            return self._fresh([""]) if key in SPACED else []
        gap = self._lines[stretches[1].gap : stretches[1].comments]
        return [line for line in gap if not line.strip()]

    def _entry(self, known: tuple[Stretch, Any] | None, new: Any, column: int) -> Lines:
        """Return the lines of one entry of a list: those that it has in the file, changed, or new ones."""
        if known is None:
            return self._new(new, column)
        stretch, old = known
        lines = self._lines[stretch.comments : stretch.line] + self._changed(stretch, old, new)
        return _shifted(lines, column - stretch.column)

    def _new(self, value: Any, column: int) -> Lines:
        """Return the lines of a new entry; rows in it that the file has elsewhere are moved here."""
        if not isinstance(value, dict):
            return self._fresh(dashed(value, column))
        lines: Lines = []
        for key, below in value.items():
            if key in _BLOCKS and below:
                lines += self._fresh([f"{' ' * (column + STEP)}{key}:"])
                for place, inner in enumerate(below):
                    lines += self._fresh([""]) if place and key in SPACED else []
                    lines += self._entry(self._rows.get(_name(inner)), inner, column + 2 * STEP)
            else:
                lines += self._fresh(entry(key, below, column + STEP))
        return [_with_letter(lines[0], column, "-"), *lines[1:]]

    def _changed(self, stretch: Stretch, old: Any, new: Any) -> Lines:
        """Return the lines from a dash on, with what stands behind it changed."""
        if old == new:
            return self._lines[stretch.line : stretch.end]
        if not (is_block(stretch.node) and isinstance(stretch.node, MappingNode)):
            fresh = self._fresh(dashed(new, stretch.column, self._look(stretch, new)))
            return fresh + self._file.comments_below(stretch)
        self._lines[stretch.line] = _with_letter(self._lines[stretch.line], stretch.column, " ")
        lines = self._mapping(stretch.node, _mapped(old), _mapped(new), stretch.line, stretch.end)
        first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith(("#", "\r")))
        lines[first] = _with_letter(lines[first], stretch.column, "-")
        return lines

    def _fresh(self, lines: Iterable[str]) -> Lines:
        return [line + self._return for line in lines]


def _with_letter(line: str, column: int, letter: str) -> str:
    return line[:column] + letter + line[column + 1 :]


def _shifted(lines: Lines, columns: int) -> Lines:
    """Return `lines` moved to the right, or to the left as far as each has room."""
    if columns >= 0:
        return [" " * columns + line if line.strip() else line for line in lines]
    return [line[min(-columns, len(line) - len(line.lstrip(" "))) :] for line in lines]


def _at(data: object, step: str | int) -> object:
    """Return what stands at a key or place of `data`; None where there is no such thing."""
    if isinstance(data, Mapping):
        return data.get(str(step))
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _mapped(value: Any) -> Data:
    """Return a point that is only its text as a mapping."""
    return value if isinstance(value, dict) else {"noi_dung": value}


def _name(value: Any) -> str:
    """Return what an entry of a list is known by: its id, title or text."""
    if isinstance(value, dict):
        return str(next((value[key] for key in _NAMES if value.get(key)), ""))
    return str(value)


def _likeness(old: Any, new: Any) -> float:
    """Say how like two entries of a list are; rows are told apart by their ids alone."""
    if isinstance(old, dict) and "id" in old:
        return 0.0
    return words_in_common(" ".join(_words(old)), " ".join(_words(new)))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words(inner)
    else:
        yield str(value)
