"""The language of template tags: what a tag may say, checked before anything runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from docgen.word.sandbox import FILTERS, LOOP_WORDS, TESTS

COUNTER = "so_hinh"
"""The one function that may be called, and only by the compiler: it numbers drawings."""

_COMPILER_FILTERS = frozenset({"ten_neo", "so_nguyen", "do_dai_ke"})
_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If)
_EXPRESSIONS = (
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Call,
)
_LEFT_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True)
class TagFault:
    """What is wrong in a tag: `line` of the template's source, a Vietnamese sentence."""

    line: int
    code: str
    message: str


def faults(tree: nodes.Template) -> Iterator[TagFault]:
    """Yield everything in a template that its tags may not say."""
    for node in _walk(tree):
        if message := _fault_of(node):
            code = "mau-the-hong" if isinstance(node, nodes.TemplateData) else "mau-bieu-thuc-cam"
            yield TagFault(_line_of(node), code, message)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _line_of(node: nodes.Node) -> int:
    """Return the line of a node; for text, the line of the brace that is left in it."""
    if not isinstance(node, nodes.TemplateData):
        return node.lineno
    found = _LEFT_BRACES.search(node.data)
    return node.lineno + node.data.count("\n", 0, found.start() if found else 0)


def _fault_of(node: nodes.Node) -> str:
    match node:
        case nodes.TemplateData():
            found = _LEFT_BRACES.search(node.data)
            return f"dấu “{found[0]}” lẻ, không thành thẻ." if found else ""
        case nodes.Call():
            return _fault_of_call(node)
        case nodes.Getattr():
            return _fault_of_attribute(node)
        case nodes.Filter():
            allowed = FILTERS | _COMPILER_FILTERS
            return "" if node.name in allowed else f"bộ lọc “{node.name}” không được dùng trong mẫu."
        case nodes.Test():
            return "" if node.name in TESTS else f"phép thử “{node.name}” không được dùng trong mẫu."
        case nodes.For():
            return "vòng lặp gọi lại chính nó không được dùng trong mẫu." if node.recursive else ""
    known = isinstance(node, (*_STATEMENTS, *_EXPRESSIONS))
    return (
        ""
        if known
        else f"“{type(node).__name__}” không được dùng trong mẫu: mẫu chỉ đặt chữ, không tính toán."
    )


def _fault_of_call(node: nodes.Call) -> str:
    called = node.node
    if isinstance(called, nodes.Name) and called.name == COUNTER and not node.args:
        return ""
    return "lời gọi hàm không được dùng trong mẫu."


def _fault_of_attribute(node: nodes.Getattr) -> str:
    if node.attr.startswith("_"):
        return f"tên “{node.attr}” không được dùng trong mẫu."
    of_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    return f"“loop.{node.attr}” không được dùng trong mẫu." if of_loop and node.attr not in LOOP_WORDS else ""
