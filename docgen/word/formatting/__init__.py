"""Effective formatting: how a paragraph, run or table of a Word file really looks (ECMA-376, Part 1, 17.7.2).

`Formatting` answers for one file. The layers are merged once for each distinct signature (style, direct
formatting, place in a table), of which a filled document has a few dozen. One module for each question:
`cascade` merges layers, `runs`, `paragraphs`, `tables` and `borders` read what was merged, `theme` and
`lists` are what they point to. Nothing else in docgen walks styles.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from docgen.package import Element, Package
from docgen.word.formatting.cascade import Properties, Styles, merged, properties, toggled
from docgen.word.formatting.lists import Lists
from docgen.word.formatting.paragraphs import paragraph_format
from docgen.word.formatting.runs import run_format
from docgen.word.formatting.tables import NOWHERE, Around, TableFormat, branch_layer, table_format
from docgen.word.formatting.theme import Theme
from docgen.word.formatting.values import (
    DEFAULT_FONT,
    DEFAULT_SIZE,
    NO_BORDER,
    NO_SIDES,
    Border,
    Borders,
    ParagraphFormat,
    RunFormat,
    Sides,
    TabStop,
)
from docgen.word.ooxml import attribute, child, number, value

__all__ = [
    "DEFAULT_FONT",
    "DEFAULT_SIZE",
    "NOWHERE",
    "NO_BORDER",
    "NO_SIDES",
    "Around",
    "Border",
    "Borders",
    "Formatting",
    "ParagraphFormat",
    "RunFormat",
    "Sides",
    "Signature",
    "TabStop",
    "signature",
]

Signature: TypeAlias = tuple[Any, ...]

_Below: TypeAlias = tuple[str, str, str, Around]
"""What lies below direct formatting: "pPr" or "rPr", the styles of paragraph and letters, what is around."""


class Formatting:
    """The effective formatting of everything in one Word file."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package)
        self.theme = Theme(package)
        self.lists = Lists(package)
        self._runs: dict[tuple[Around, str, Signature], RunFormat] = {}
        self._paragraphs: dict[tuple[Around, Signature], ParagraphFormat] = {}
        self._layers: dict[_Below, Properties] = {}

    def paragraph(self, paragraph: Element, around: Around = NOWHERE) -> ParagraphFormat:
        """Return how the `w:p`, which stands in `around`, is set.

        Raises:
            InvalidInputError: its styles are based on each other in a circle.

        """
        direct = child(paragraph, "pPr")
        key = (around, signature(direct))
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(direct, around)
        return self._paragraphs[key]

    def run(self, run: Element, style: str = "", around: Around = NOWHERE) -> RunFormat:
        """Return how the `w:r` looks in a paragraph of `style` that stands in `around`.

        Raises:
            InvalidInputError: its styles are based on each other in a circle.

        """
        return self.letters(child(run, "rPr"), style, around)

    def letters(self, direct: Element | None, style: str = "", around: Around = NOWHERE) -> RunFormat:
        """Return how text with the direct formatting of a `w:rPr` looks; see `run`."""
        key = (around, style, signature(direct))
        if key not in self._runs:
            self._runs[key] = run_format(self._run_layers(properties(direct), style, around), self.theme)
        return self._runs[key]

    def label(self, paragraph: Element, level: Element, around: Around = NOWHERE) -> RunFormat:
        """Return how the number of a paragraph looks: like its mark, and then as the `w:lvl` says (17.9.24).

        A line under the mark, and its being raised, it does not take over; so LibreOffice does.

        Raises:
            InvalidInputError: its styles are based on each other in a circle.

        """
        direct = child(paragraph, "pPr")
        style = self.styles.known(value(direct, "pStyle"), "paragraph")
        mark = self._run_layers(properties(child(direct, "rPr")), style, around)
        taken = {name: told for name, told in mark.items() if name not in {"u", "vertAlign"}}
        return run_format(merged(taken, properties(child(level, "rPr"))), self.theme)

    def table(self, table: Element) -> TableFormat:
        """Return what the `w:tbl` says of its cells: by its style, then by its own properties."""
        return table_format(table, self.styles, self.theme)

    def _paragraph(self, direct: Element | None, around: Around) -> ParagraphFormat:
        style = self.styles.known(value(direct, "pStyle"), "paragraph")
        own = properties(direct)
        mark = self.letters(child(direct, "rPr"), style, around)
        found = self._below(("pPr", style, "", around), self._paragraph_styles)
        if own.keys() & {"numPr/numId", "numPr/ilvl"}:
            found = merged(found, self._level({**found, **own}))
        return paragraph_format(merged(found, own), style, mark, self.theme)

    def _run_layers(self, direct: Properties, style: str, around: Around) -> Properties:
        letters = self.styles.known(direct.get("rStyle", {}).get("val", ""), "character")
        return merged(self._below(("rPr", style, letters, around), self._run_styles), direct)

    def _below(self, key: _Below, merge: Callable[[_Below], Properties]) -> Properties:
        """Return all layers below direct formatting; they are merged once."""
        if key not in self._layers:
            self._layers[key] = merge(key)
        return self._layers[key]

    def _paragraph_styles(self, key: _Below) -> Properties:
        _part, style, _letters, around = key
        found = merged(self.styles.paragraphs, self._table_layer(around, "pPr"))
        return merged(found, self._style_layer(style))

    def _run_styles(self, key: _Below) -> Properties:
        _part, style, letters, around = key
        base = self.styles.runs
        found = toggled(base, self._table_layer(around, "rPr"), base)
        found = toggled(found, self.styles.layer(style, "paragraph", "rPr"), base)
        return toggled(found, self.styles.layer(letters, "character", "rPr"), base)

    def _table_layer(self, around: Around, part: str) -> Properties:
        """Return what the table style around says, with its branches: a style over what it is based on."""
        found: Properties = {}
        for style in self.styles.chain(around.style, "table"):
            found = merged(found, properties(child(style, part)))
            for branch in around.branches:
                found = merged(found, branch_layer(style, branch, part))
        return found

    def _style_layer(self, style: str) -> Properties:
        """Return what a paragraph style says; a list that it names stands right below it."""
        found: Properties = {}
        for node in self.styles.chain(style, "paragraph"):
            own = properties(child(node, "pPr"))
            if "numPr/numId" in own:
                depth = self.lists.level_of(_number(own, "numPr/numId"), attribute(node, "styleId"))
                own = {"numPr/ilvl": {"val": str(depth)}} | own
                found = merged(found, self._level(own))
            found = merged(found, own)
        return found

    def _level(self, found: Properties) -> Properties:
        """Return how the level of a list sets its paragraphs (17.9.22)."""
        levels = self.lists.levels(_number(found, "numPr/numId"))
        return properties(child(levels.get(_number(found, "numPr/ilvl")), "pPr"))


def _number(found: Properties, name: str) -> int:
    return number(found.get(name, {}).get("val"))


def signature(holder: Element | None) -> Signature:
    """Return what tells the content of one property element from that of another."""
    if holder is None:
        return ()
    return tuple([(node.tag, *node.items(), signature(node) if len(node) else ()) for node in holder])
