"""The language of template tags: what a tag may say, judged before anything runs."""

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
_LEFT_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True)
class TagFault:
    """What a tag may not say: a code and a Vietnamese sentence."""

    code: str
    message: str


def faults(tree: nodes.Template) -> Iterator[TagFault]:
    """Yield everything in a parsed template that its tags may not say."""
    for node in _walk(tree):
        if message := _JUDGES.get(type(node), _judge_other)(node):
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
    return "" if is_counter else "lời gọi hàm không được dùng trong mẫu."


def _judge_attribute(node: nodes.Getattr) -> str:
    of_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    forbidden = node.attr not in LOOP_WORDS if of_loop else node.attr.startswith("_")
    return f"tên “{node.attr}” không được dùng trong mẫu." if forbidden else ""


def _judge_filter(node: nodes.Filter) -> str:
    allowed = node.name in FILTERS or node.name in COMPILER_FILTERS
    return "" if allowed else f"bộ lọc “{node.name}” không được dùng trong mẫu."


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
