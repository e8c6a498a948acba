"""Nobody on a page is told to run a command."""

import ast
import re
from pathlib import Path

import pytest

from docgen.services.without_commands import without_commands

COMMAND = re.compile(r"--[a-z]|docgen (?:[a-z]+ )?(?:check|decide|fix|obligations|pdf|render|report)\b")
ROOMS = ("check", "importers", "model", "package", "pdf", "recognition", "services", "sheets", "transform")
"""Rooms that do not know where they are told of."""
BY_HAND = ("importers/plan_layout.py", "services/without_commands.py")
"""What is written into files that are edited by hand, and what knows all commands."""
PATHS = "Hãy quyết định bằng lệnh: docgen decide ", "Nếu đã quyết định xong: docgen decide "
"""How remedies begin that name a file of somebody's folder; on the pages there is none."""


def said(node):
    """Return the text of a string, each value in it an "x"."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return said(node.left) + said(node.right) if isinstance(node, ast.BinOp) else "original."


def sentences(path):
    """Yield the strings of a module that are not docstrings: the largest of those within each other."""
    tree, inner = ast.parse(path.read_text("utf-8")), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inner.add(node.value)
        elif isinstance(node, (ast.JoinedStr, ast.BinOp, ast.Constant)) and node not in inner:
            yield said(node)
        if isinstance(node, (ast.JoinedStr, ast.BinOp)) or node in inner:
            inner.update(ast.walk(node))


def told():
    """Yield all that may be told on a page and names a command."""
    for path in sorted(path for room in ROOMS for path in Path("docgen", room).rglob("*.py")):
        if not path.as_posix().endswith(BY_HAND):
            yield from (text for text in sentences(path) if COMMAND.search(text))


TOLD = [*told()]


def test_the_messages_are_found():
    assert len(TOLD) > 12


@pytest.mark.parametrize("text", TOLD)
def test_no_page_names_a_command(text):
    if not text.startswith(PATHS):
        assert not COMMAND.search(without_commands(text))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Hãy xem lại ngày (--date).", "Hãy xem lại ngày."),
        ("Hãy nêu một kỳ của năm 2025, ví dụ --period 2025-q1.", "Hãy nêu một kỳ của năm 2025."),
        ("docgen tự đếm khi in -- đúng vậy.", "docgen tự đếm khi in -- đúng vậy."),
        (
            "Muốn đọc theo bản kia, hãy chạy lại với --changes original.",
            "Muốn đọc theo bản kia, hãy chọn đọc bản gốc.",
        ),
    ],
)
def test_what_is_said_instead(text, page):
    assert without_commands(text) == page
