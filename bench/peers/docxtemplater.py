"""The same template for docxtemplater: same loops, same choices.

Its tags cannot calculate: every condition becomes a name whose value is worked out beforehand, and nested
values get flat names.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from bench.peers.conditions import Condition, Values, branch
from bench.peers.tags import LOOP, TAG, W, control, rewritten, run, text_of


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
        closed = [] if words.startswith("if") else [f"{{/{self.choices[-1][-1].name}}}"]
        if not closed:
            self.choices.append([])
        condition = branch(words, tuple(self.scopes), len(self.conditions), self.choices[-1])
        self.conditions.append(condition)
        return [*closed, f"{{#{condition.name}}}"]


def translate(package: bytes, data: Values) -> tuple[bytes, Values]:
    """Return the template and the data as docxtemplater takes them."""
    tags = Tags()
    template = rewritten(package, lambda root: _rewrite(root, tags))
    filled = deepcopy(data)
    for condition in tags.conditions:
        condition.work_out(filled)
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
    for one in paragraph.iter(f"{W}r"):
        statement = control(one)
        for node in one.iter(f"{W}t"):
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
            list(before.iter(f"{W}r"))[-1].addnext(run(tag))
        else:
            after = next(one for one in row.itersiblings() if not control(one))
            first = next(one for one in after.iter(f"{W}r") if not text_of(one).startswith("{-"))
            first.addprevious(run(tag.replace("{#", "{-w:tr ")))
    next(row.iterancestors()).remove(row)


def _flat(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield `values` under flat names: what was a.b is a_b."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{inner}", one) for inner, one in _flat(value))
        elif isinstance(value, list):
            yield name, [dict(_flat(item)) if isinstance(item, dict) else item for item in value]
        else:
            yield name, value
