"""The same template for docxtemplater: same loops, same choices.

Its tags cannot calculate: every condition becomes a name whose value is worked out beforehand, and nested
values get flat names.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bench.peers.tags import LOOP, TAG, W, control, rewritten, text_of

Values = dict[str, Any]

_EVALUATE: Callable[[str], Callable[..., Any]] = SandboxedEnvironment().compile_expression


@dataclass(frozen=True)
class Condition:
    """A branch of a choice inside the loops `scopes`: true when `test` is and no test of `earlier` is."""

    name: str
    scopes: tuple[tuple[str, str], ...]
    test: str
    earlier: tuple[str, ...]

    def holds(self, values: Mapping[str, object]) -> bool:
        before = (_EVALUATE(test)(**values) for test in self.earlier)
        return bool(_EVALUATE(self.test)(**values)) and not any(before)


@dataclass
class Tags:
    """The loops and choices that are open while a template is read in order, and every condition met."""

    conditions: list[Condition] = field(default_factory=list)
    scopes: list[tuple[str, str]] = field(default_factory=list)
    choices: list[list[Condition]] = field(default_factory=list)

    def text(self, words: str) -> str:
        """Return `words` with its tags translated."""
        return TAG.sub(lambda tag: "".join(self._tag(tag)), words)

    def statement(self, words: str) -> list[str]:
        """Return the closing and opening tags that stand for a statement."""
        if loop := LOOP.fullmatch(words):
            opened = f"{{#{self.name(loop[2])}}}"
            self.scopes.append((loop[1], loop[2]))
            return [opened]
        if words == "endfor":
            _, path = self.scopes.pop()
            return [f"{{/{self.name(path)}}}"]
        if words == "endif":
            return [f"{{/{self.choices.pop()[-1].name}}}"]
        return self._branch(words)

    def name(self, path: str) -> str:
        """Return the flat name of `path`; what a loop runs over is "." or a name inside it."""
        first, _, rest = path.partition(".")
        inside = any(first == variable for variable, _ in self.scopes)
        return (rest if inside else path).replace(".", "_") or "."

    def _tag(self, tag: re.Match[str]) -> list[str]:
        return [f"{{{self.name(tag['name'])}}}"] if tag["name"] else self.statement(tag["statement"])

    def _branch(self, words: str) -> list[str]:
        word, _, test = words.partition(" ")
        closed = []
        if word == "if":
            self.choices.append([])
        else:
            closed = [f"{{/{self.choices[-1][-1].name}}}"]
        earlier = tuple(condition.test for condition in self.choices[-1])
        condition = Condition(f"khi_{len(self.conditions)}", tuple(self.scopes), test or "true", earlier)
        self.conditions.append(condition)
        self.choices[-1].append(condition)
        return [*closed, f"{{#{condition.name}}}"]


def translate(package: bytes, data: Values) -> tuple[bytes, Values]:
    """Return the template and the data as docxtemplater takes them."""
    tags = Tags()
    template = rewritten(package, lambda root: _rewrite(root, tags))
    filled = deepcopy(data)
    for condition in tags.conditions:
        for holder, values in _places(condition.scopes, filled, filled):
            holder[condition.name] = condition.holds(values)
    return template, dict(_flat(filled))


def _rewrite(root: etree._Element, tags: Tags) -> None:
    rows = [row for row in root.iter(f"{W}tr") if control(row)]
    for paragraph in list(root.iter(f"{W}p")):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row in rows:
            _spread_over_rows(row, tags.statement(control(row)))
        elif statement := control(paragraph):
            _one_paragraph_each(paragraph, tags.statement(statement))
        else:
            _translate_runs(paragraph, tags)


def _translate_runs(paragraph: etree._Element, tags: Tags) -> None:
    for run in paragraph.iter(f"{W}r"):
        statement = control(run)
        for node in run.iter(f"{W}t"):
            node.text = "".join(tags.statement(statement)) if statement else tags.text(node.text or "")


def _one_paragraph_each(paragraph: etree._Element, written: list[str]) -> None:
    for tag in written[:-1]:
        before = deepcopy(paragraph)
        next(before.iter(f"{W}t")).text = tag
        paragraph.addprevious(before)
    next(paragraph.iter(f"{W}t")).text = written[-1]


def _spread_over_rows(row: etree._Element, written: list[str]) -> None:
    """Move the tags of a row that holds nothing else into the rows beside it, and remove it."""
    for tag in written:
        if tag.startswith("{/"):
            before = next(row.itersiblings(preceding=True))
            list(before.iter(f"{W}r"))[-1].addnext(_run(tag))
        else:
            after = next(one for one in row.itersiblings() if not control(one))
            first = next(run for run in after.iter(f"{W}r") if not text_of(run).startswith("{-"))
            first.addprevious(_run(tag.replace("{#", "{-w:tr ")))
    next(row.iterancestors()).remove(row)


def _run(words: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = words
    return run


def _places(
    scopes: tuple[tuple[str, str], ...], holder: Values, values: Values
) -> Iterator[tuple[Values, Values]]:
    """Yield every value that the loops `scopes` come to, with the names that can be seen there."""
    if not scopes:
        yield holder, values
        return
    (variable, path), *rest = scopes
    items = _EVALUATE(path)(**values)
    for index, item in enumerate(items, 1):
        loop = {"index": index, "first": index == 1, "last": index == len(items)}
        yield from _places(tuple(rest), item, {**values, variable: item, "loop": loop})


def _flat(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield `values` under flat names: what was a.b is a_b."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{inner}", one) for inner, one in _flat(value))
        elif isinstance(value, list):
            yield name, [dict(_flat(item)) if isinstance(item, dict) else item for item in value]
        else:
            yield name, value
