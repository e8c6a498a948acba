"""The language of template tags: what a tag may say, judged before anything runs.

An office writes less than the compiler: names, loops, questions, `==` and `!=`. The compiler adds filters of
its own, a counter and other comparisons.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from docgen.word.sandbox import COMPILER_FILTERS, FILTERS, LOOP_WORDS, TESTS

COUNTER = "so_hinh"
"""The one function that may be called, and only by the compiler: it numbers drawings."""

_HARMLESS = (
    nodes.Template,
    nodes.Output,
    nodes.If,
    nodes.Name,
    nodes.Const,
    nodes.Getitem,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
_CALL = "lời gọi hàm không được dùng trong mẫu."
_LEFT_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True)
class TagFault:
    """What a tag may not say: a code and a Vietnamese sentence."""

    code: str
    message: str


def faults(tree: nodes.Template, *, authored: bool = False) -> Iterator[TagFault]:
    """Yield everything in a parsed template that its tags may not say.

    `authored` says that an office wrote all of them, and that the compiler has not yet added its own.
    """
    judges = _JUDGES | _JUDGES_OF_AUTHORS if authored else _JUDGES
    for node in _walk(tree):
        if message := judges.get(type(node), _judge_other)(node):
            yield TagFault(
                "mau-the-ho" if isinstance(node, nodes.TemplateData) else "mau-bieu-thuc-cam", message
            )


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _judge_words(node: nodes.TemplateData) -> str:
    found = _LEFT_BRACES.search(node.data)
    return f"dấu “{found[0]}” lẻ, không thành thẻ." if found else ""


def _judge_call(node: nodes.Call) -> str:
    is_counter = isinstance(node.node, nodes.Name) and node.node.name == COUNTER and not node.args
    return "" if is_counter else _CALL


def _judge_authored_call(_node: nodes.Call) -> str:
    return _CALL


def _judge_attribute(node: nodes.Getattr) -> str:
    of_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    forbidden = node.attr not in LOOP_WORDS if of_loop else node.attr.startswith("_")
    return f"tên “{node.attr}” không được dùng trong mẫu." if forbidden else ""


def _judge_filter(node: nodes.Filter) -> str:
    return "" if node.name in COMPILER_FILTERS else _judge_authored_filter(node)


def _judge_authored_filter(node: nodes.Filter) -> str:
    return "" if node.name in FILTERS else f"bộ lọc “{node.name}” không được dùng trong mẫu."


def _judge_authored_comparison(node: nodes.Operand) -> str:
    """Allow what compares any two values; the other operators stop where the values are of two kinds."""
    return "" if node.op in {"eq", "ne"} else "phép so sánh trong mẫu chỉ được là == hoặc !=."


def _judge_test(node: nodes.Test) -> str:
    return "" if node.name in TESTS else f"phép thử “{node.name}” không được dùng trong mẫu."


def _judge_loop(node: nodes.For) -> str:
    return "vòng lặp gọi lại chính nó không được dùng trong mẫu." if node.recursive else ""


def _judge_other(node: nodes.Node) -> str:
    return "" if isinstance(node, _HARMLESS) else "thẻ tính toán hoặc ra lệnh; mẫu chỉ được đặt chữ."


_JUDGES: dict[type[nodes.Node], Callable[[Any], str]] = {
    nodes.TemplateData: _judge_words,
    nodes.Call: _judge_call,
    nodes.Getattr: _judge_attribute,
    nodes.Filter: _judge_filter,
    nodes.Test: _judge_test,
    nodes.For: _judge_loop,
}

_JUDGES_OF_AUTHORS: dict[type[nodes.Node], Callable[[Any], str]] = {
    nodes.Call: _judge_authored_call,
    nodes.Filter: _judge_authored_filter,
    nodes.Operand: _judge_authored_comparison,
}
