"""YAML 1.2 → plain data and the line of every value; nothing in the file is ever run or multiplied."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError, YAMLWarning
from ruamel.yaml.nodes import Node
from ruamel.yaml.reader import ReaderError

from docgen.errors import InvalidInputError, RefusedError
from docgen.importers.text_file import read_text
from docgen.importers.yaml_usual import composed_if_usual
from docgen.model.finding import Finding, Severity

Step = str | int
Place = tuple[Step, ...]

_TAG = "tag:yaml.org,2002:"
_MOST_DIGITS = 100


def _decimal(text: str) -> Decimal:
    """Return a number with decimals as it is written, to the digit: no `float` rounds it.

    Raises:
        ValueError: it is infinite, no number, or so big or small that nobody means it.

    """
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if abs(value.adjusted()) > _MOST_DIGITS:
        raise ValueError(text)
    return value


_SCALARS: dict[str, Callable[[str], object]] = {
    "str": str,
    "timestamp": str,
    "int": int,
    "float": _decimal,
    "bool": lambda text: text.lower() == "true",
    "null": lambda _: None,
}
_UNREADABLE = "sai cú pháp YAML; hãy so với tệp mẫu"
_SYNTAX = (
    ("tab", "có dấu Tab; hãy thay bằng dấu cách"),
    ("'\\t'", "có dấu Tab; hãy thay bằng dấu cách"),
    (
        "mapping values are not allowed",
        "dấu hai chấm không đúng chỗ; hãy đặt cả đoạn trong dấu nháy kép hoặc dùng >-",
    ),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên khóa, hoặc dòng chưa thụt vào đủ"),
    (
        "expected <block end>",
        "dòng này thụt vào không thẳng với các dòng cùng cấp; hãy canh lại bằng dấu cách",
    ),
    ("unexpected end of stream", "thiếu dấu nháy đóng; hãy thêm dấu nháy ở cuối đoạn"),
    ("expected ',' or", "thiếu dấu phẩy hoặc dấu ngoặc đóng"),
    (
        "unknown escape character",
        "dấu \\ trong dấu nháy kép không đúng; hãy viết \\\\ hoặc dùng dấu nháy đơn",
    ),
    ("alias", "dấu * ở đầu giá trị không dùng được; hãy đặt cả đoạn trong dấu nháy kép hoặc dùng >-"),
    ("anchor", "dấu & ở đầu giá trị không dùng được; hãy đặt cả đoạn trong dấu nháy kép"),
    ("another document", "chỉ được có một tài liệu trong tệp; hãy bỏ dòng --- ở giữa"),
    ("expected alphabetic", "dấu & hoặc * ở đầu giá trị không dùng được; hãy đặt cả đoạn trong dấu nháy kép"),
    ("chomping", "sau > hoặc | chỉ được có dấu -; hãy xuống dòng rồi viết tiếp"),
    ("sequence entries", "gạch đầu dòng không đúng chỗ; hãy xuống dòng và thụt vào"),
    ("document start", "dòng này không thuộc khóa nào; hãy canh lại đầu dòng"),
    ("node content", "thiếu giá trị, hoặc thừa dấu phẩy, dấu ngoặc; hãy đặt cả đoạn trong dấu nháy kép"),
    ("cannot start any token", "ký tự đầu giá trị không dùng được; hãy đặt cả đoạn trong dấu nháy kép"),
)


@dataclass(frozen=True)
class YamlTree:
    """The data of a file without its empty values, the line of everything, and what is wrong with it."""

    data: object
    lines: dict[Place, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def line(self, place: Place) -> int | None:
        """Return the line of `place`, or of the nearest thing around it."""
        return next(
            (self.lines[place[:size]] for size in range(len(place), -1, -1) if place[:size] in self.lines),
            None,
        )

    def values(self) -> Iterator[tuple[Place, object]]:
        """Yield every value inside the data with its place, in the order of the file."""
        yield from _values(self.data, ())


def _values(data: object, place: Place) -> Iterator[tuple[Place, object]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*place, step), value
        yield from _values(value, (*place, step))


def read_yaml(path: Path) -> YamlTree:
    """Read a YAML file.

    Raises:
        MissingError: there is no such file.
        InvalidInputError: it cannot be read, is not UTF-8 or not YAML; in Vietnamese, with line and column.
        RefusedError: it is too big or nested too deeply.

    """
    return tree_of(composed(read_text(path), path))


def tree_of(root: Node | None) -> YamlTree:
    """Return the data of a node graph."""
    return _Builder().tree(root)


def composed(text: str, path: Path) -> Node | None:
    """Return the node graph of `text`, which stands in `path`; raises what `read_yaml` raises of YAML.

    What ruamel.yaml raises is told in Vietnamese here alone.
    """
    return composed_if_usual(text) or _composed(text, path)


def _composed(text: str, path: Path) -> Node | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ReusedAnchorWarning)
            root: Node | None = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        said = f"Tệp {path}, dòng {line}: có ký tự điều khiển không hiện ra được."
        raise InvalidInputError(said, "Hãy gõ lại dòng này.") from error
    except MarkedYAMLError as error:
        raise InvalidInputError(f"Tệp {path}{_mark(error)}: {_syntax(error)}.") from error
    except (YAMLError, YAMLWarning, OverflowError, ValueError) as error:
        raise InvalidInputError(f"Tệp {path}: {_UNREADABLE}.") from error
    except RecursionError as error:
        raise RefusedError(f"Tệp {path}: các cấp lồng nhau quá sâu.", "Hãy so với tệp mẫu.") from error
    return root


def _mark(error: MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f", dòng {mark.line + 1}, cột {mark.column + 1}" if mark else ""


def _syntax(error: MarkedYAMLError) -> str:
    """Say in Vietnamese what the parser stumbled over."""
    said = f"{error.problem or ''}"
    return next(
        (meaning for sign, meaning in _SYNTAX if sign in said), "sai cú pháp YAML; hãy so với tệp mẫu"
    )


class _Builder:
    """Builds plain data out of the node graph; each node once, so that aliases cannot multiply."""

    def __init__(self) -> None:
        self._lines: dict[Place, int] = {}
        self._findings: list[Finding] = []
        self._seen: set[int] = set()

    def tree(self, root: Node | None) -> YamlTree:
        data = self._value(root, ()) if root else None
        return YamlTree(data, self._lines, tuple(self._findings))

    def _value(self, node: Node, place: Place) -> object:
        self._lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._wrong(
                node, "bi-danh", "dùng lại giá trị bằng dấu & và *", "Hãy viết đầy đủ giá trị ở từng nơi."
            )
            return None
        self._seen.add(id(node))
        kind = str(node.tag).removeprefix(_TAG)
        if kind == "map":
            return dict(self._entries(node, place))
        if kind == "seq":
            return [self._value(child, (*place, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, kind)

    def _entries(self, node: Node, place: Place) -> Iterator[tuple[str, object]]:
        """Yield the entries of a mapping; an empty value counts as not written, a repeated key is wrong."""
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*place, key)
            if here in self._lines:
                self._wrong(
                    key_node,
                    "khoa-lap",
                    f"khóa “{shown(key)}” đã có ở dòng {self._lines[here]}",
                    "Hãy bỏ một trong hai.",
                )
                continue
            self._lines[here] = key_node.start_mark.line + 1
            if (value := self._value(value_node, here)) is not None:
                yield key, value

    def _scalar(self, node: Node, kind: str) -> object:
        if kind not in _SCALARS:
            self._wrong(
                node, "the-la", f"không dùng được thẻ “{shown(kind)}”", "Hãy bỏ phần bắt đầu bằng dấu !."
            )
            return None
        try:
            return _SCALARS[kind](node.value)
        except ValueError:
            return node.value

    def _wrong(self, node: Node, code: str, message: str, remedy: str) -> None:
        line = node.start_mark.line + 1
        self._findings.append(
            Finding(
                code=code, severity=Severity.ERROR, place="", line=line, message=f"{message}.", remedy=remedy
            )
        )


def shown(value: object, limit: int = 60) -> str:
    """Return `value` fit to be quoted in a message: one short line without invisible characters."""
    text = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in str(value))
    return text if len(text) <= limit else f"{text[:limit]}…"
