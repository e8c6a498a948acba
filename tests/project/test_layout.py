"""What the checkout promises to its reader: small files, short functions, tests that mirror the rooms."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
BESIDE_ROOMS = {"browser", "data", "project", "support"}
TESTED_ELSEWHERE = BESIDE_ROOMS | {"__init__", "__main__", "__pycache__", "errors", "resources"}


def sources(root: Path) -> Iterator[Path]:
    for folder in ("docgen", "tests", "bench"):
        found = (root / folder).rglob("*.py")
        yield from (path for path in found if "node_modules" not in path.parts)


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(function: ast.FunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    first = function.body[1 if ast.get_docstring(function) and len(function.body) > 1 else 0]
    return (function.end_lineno or 0) - first.lineno + 1


def test_no_file_is_long(root: Path) -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(root)}
    assert {path: count for path, count in lines.items() if count > LONGEST_FILE} == {}


def test_no_function_is_long(root: Path) -> None:
    lengths = {(path, one.name): length(one) for path in sources(root) for one in functions(path)}
    assert {place: count for place, count in lengths.items() if count > LONGEST_FUNCTION} == {}


def test_tests_mirror_the_rooms(root: Path) -> None:
    rooms = {path.stem for path in (root / "docgen").iterdir()} | BESIDE_ROOMS
    folders = {path.name for path in (root / "tests").iterdir() if path.is_dir() and path.name[0] not in "._"}
    assert folders <= rooms
    assert rooms - folders <= TESTED_ELSEWHERE


def test_every_make_target_is_explained(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert set(phony.split()) - {"system", "judges"} == explained


def test_ci_runs_what_a_person_runs(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    steps = re.findall(r"^make (\w+)", (root / ".ci/run").read_text(), re.MULTILINE)
    assert steps == ["lint", "test"]
    assert all(re.search(rf"^{step}:", makefile, re.MULTILINE) for step in steps)
