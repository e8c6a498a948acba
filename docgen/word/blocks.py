"""Template blocks among paragraphs: where `{%p for … %}` begins and its `{%p endfor %}` ends."""

import re
from collections.abc import Iterable

from docgen.package import Element
from docgen.word.ooxml import W

_BLOCK = re.compile(r"\{%-?\s*(?:p|tr)\s+(?P<word>\w+)\s*(?P<rest>.*?)\s*-?%\}", re.DOTALL)
_HOLDERS = {f"{W}p", f"{W}tr"}
_LOOP = re.compile(r"(?P<variable>\w+)\s+in\s+(?P<source>[\w.]+)")


def text_of(element: Element) -> str:
    """Return the words of a paragraph, a cell or a row, tags included."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def block_tag(element: Element) -> tuple[str, str]:
    """Return the tag in a paragraph or row, such as ("for", "pl in phu_luc"); two empty texts if none."""
    found = _BLOCK.search(text_of(element)) if element.tag in _HOLDERS else None
    return (found["word"], found["rest"]) if found else ("", "")


def loop_over(body: Element, source: str) -> tuple[str, list[Element]] | None:
    """Find the first paragraph loop over `source`: its variable and its elements, from tag to tag."""
    children = list(body)
    for place, child in enumerate(children):
        word, rest = block_tag(child)
        found = _LOOP.fullmatch(rest) if word == "for" else None
        if found and found["source"] == source:
            return found["variable"], children[place : _end_of_loop(children, place) + 1]
    return None


def loop_before(element: Element) -> list[Element]:
    """Return the elements inside the last paragraph loop between `element` and the table before it."""
    return _last_loop(element.itersiblings(preceding=True))


def loop_in(table: Element) -> list[Element]:
    """Return the rows inside the last row loop of `table`."""
    return _last_loop(table.iterchildren(f"{W}tr", reversed=True))


def _last_loop(backwards: Iterable[Element]) -> list[Element]:
    """Return the elements inside the first loop that is met on the way back, up to a table outside of it."""
    inside: list[Element] = []
    depth = 0
    for sibling in backwards:
        word, _rest = block_tag(sibling)
        if not depth and sibling.tag == f"{W}tbl":
            break
        if word == "for" and depth == 1:
            return inside
        depth += {"endfor": 1, "for": -1}.get(word, 0)
        if depth:
            inside.append(sibling)
    return []


def _end_of_loop(children: list[Element], start: int) -> int:
    """Return the place of the `endfor` that belongs to the `for` at `start`; the last place if none."""
    depth = 0
    for place in range(start, len(children)):
        depth += {"for": 1, "endfor": -1}.get(block_tag(children[place])[0], 0)
        if not depth:
            return place
    return len(children) - 1
