"""The same template for Carbone, made easier: of each choice only the last branch.

Its free edition can empty a paragraph or a row by a condition, but not leave it out. It repeats what stands
between `[i]` and `[i+1]`: after the content of a loop stands a sample of the next turn.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from bench.peers.tags import LOOP, TAG, W, control, rewritten

Paths = Mapping[str, str]


def translate(package: bytes, data: Any) -> tuple[bytes, Any]:
    """Return the template and the data as Carbone takes them."""
    return rewritten(package, lambda root: _rewrite(root, {})), _joined(data)


@dataclass(frozen=True)
class _Open:
    """A loop or choice whose end is not yet met: the elements kept and the names known before it."""

    start: int
    paths: Paths
    repeated: bool = False


def _rewrite(container: etree._Element, paths: Paths) -> None:
    kept: list[etree._Element] = []
    opened: list[_Open] = []
    for child in list(container):
        statement = control(child)
        if not statement:
            _rewrite_content(child, paths)
            kept.append(child)
            continue
        container.remove(child)
        if statement in {"endfor", "endif"}:
            ended = opened.pop()
            paths = ended.paths
            kept += _samples(kept[ended.start :]) if ended.repeated else []
        elif loop := LOOP.fullmatch(statement):
            items = _items(loop[2], paths)
            opened.append(_Open(len(kept), paths, repeated=items.endswith("[i]")))
            paths = {**paths, loop[1]: items}
        elif statement.startswith("if"):
            opened.append(_Open(len(kept), paths))
        else:
            _drop(kept, opened[-1].start)


def _drop(kept: list[etree._Element], start: int) -> None:
    """Take back the branch that began at `start`: a later one follows."""
    for element in kept[start:]:
        next(element.iterancestors()).remove(element)
    del kept[start:]


def _rewrite_content(element: etree._Element, paths: Paths) -> None:
    if element.tag == f"{W}t":
        element.text = _text(element.text or "", dict(paths))
    else:
        _rewrite(element, paths)


def _text(words: str, paths: dict[str, str]) -> str:
    """Return `words` with its names translated and its statements dropped."""
    for loop in LOOP.finditer(words):
        paths[loop[1]] = _items(loop[2], paths)
    return TAG.sub(lambda tag: f"{{{_path(tag['name'], paths)}}}" if tag["name"] else "", words)


def _samples(content: list[etree._Element]) -> list[etree._Element]:
    """Put a copy of `content` behind it that speaks of the next turn, and return the copy."""
    copies = [deepcopy(element) for element in content]
    for copy in copies:
        for node in copy.iter(f"{W}t"):
            node.text = (node.text or "").replace("[i]", "[i+1]")
    for copy in reversed(copies):
        content[-1].addnext(copy)
    return copies


def _items(path: str, paths: Paths) -> str:
    """Return the path of one item of a list: the first appendix, the joined words, any item of the others."""
    whole = _path(path, paths)
    if path == "phu_luc":
        return f"{whole}[0]"
    return whole if path.endswith(".cac_chu") else f"{whole}[i]"


def _path(path: str, paths: Paths) -> str:
    first, _, rest = path.partition(".")
    if first not in paths:
        return f"d.{path}"
    joined = paths[first].endswith(".cac_chu")
    return paths[first] if joined else f"{paths[first]}.{rest or 'chu'}"


def _joined(value: Any) -> Any:
    """Return `value` with the runs of a paragraph joined, and the texts of a list under the name "chu"."""
    if isinstance(value, list):
        return [{"chu": item} if isinstance(item, str) else _joined(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _text_of_runs(one) if name == "cac_chu" else _joined(one) for name, one in value.items()}


def _text_of_runs(runs: list[dict[str, str]]) -> str:
    return "".join(run["chu"] for run in runs)
