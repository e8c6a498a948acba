"""What marks a change: insertions and deletions of runs, of paragraph marks, of rows and of whole blocks."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Final

from lxml import etree

from docgen.package import Element
from docgen.word.ooxml import WP, R, W, child, element, number
from docgen.word.reading.blocks import nodes

INSERTED: Final = "ins"
DELETED: Final = "del"

RANGES: Final = frozenset(
    W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)
"""Marks of no width, which stand between words."""

NOTED: Final = frozenset(W + name for name in ("commentReference", "footnoteReference", "endnoteReference"))
"""Signs of a run that point to another part."""

_HOLDERS = frozenset(
    W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple")
)
_IN_RANGE = (*RANGES, f"{W}ins", f"{W}del", f"{W}comment")
_STRUCK = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_ONLY_OF_MARK = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange"))


@dataclass
class Pen:
    """Writes tracked changes by `author` into the tree `root`, numbered as nothing in it is."""

    author: str
    root: Element

    def __post_init__(self) -> None:
        used = (number(node.get(f"{W}id")) for node in self.root.iter(*_IN_RANGE))
        drawn = (number(node.get("id")) for node in self.root.iter(f"{WP}docPr"))
        self._ids = count(max(used, default=0) + 1)
        self._drawings = count(max(drawn, default=0) + 1)

    def change(self, kind: str) -> Element:
        """Return an empty element that says who changed something: `w:ins`, `w:del` or `w:pPrChange`."""
        return element(kind, id=str(next(self._ids)), author=self.author)

    def change_in(self, holder: Element, kind: str) -> Element:
        """Add such an element to `holder`, and return it."""
        attributes = {f"{W}id": str(next(self._ids)), f"{W}author": self.author}
        return etree.SubElement(holder, W + kind, attributes)

    def around(self, kind: str, runs: Iterable[Element]) -> Element:
        """Return `runs` as inserted or deleted ones."""
        holder = self.change(kind)
        holder.extend(runs)
        return holder

    def mark(self, paragraph: Element, kind: str) -> None:
        """Say that the mark at the end of a paragraph was inserted or deleted."""
        properties = _properties(paragraph)
        face = child(properties, "rPr")
        if face is None:
            face = element("rPr")
            _before(properties, face, f"{W}sectPr", f"{W}pPrChange")
        face.insert(0, self.change(kind))

    def was(self, paragraph: Element, former: Element | None) -> None:
        """Say what the properties of a paragraph were."""
        properties = _properties(paragraph)
        change = self.change("pPrChange")
        change.append(plain_properties(former))
        properties.append(change)

    def insert_words(self, paragraph: Element) -> None:
        """Turn all words of a paragraph of the new file into inserted ones, where they stand."""
        for first in list(_runs(paragraph)):
            before = first.getprevious()
            if before is not None and before.tag == f"{W}ins":
                before.append(first)
            else:
                holder = self.change(INSERTED)
                first.addprevious(holder)
                holder.append(first)

    def insert(self, block: Element) -> Element:
        """Turn a paragraph, table or row of the new file into an inserted one, where it stands."""
        self._mark_rows(block, INSERTED)
        for paragraph in _paragraphs(block):
            self.insert_words(paragraph)
            self.mark(paragraph, INSERTED)
        return block

    def deleted_words(self, paragraph: Element) -> list[Element]:
        """Return all words of a paragraph of the old file as deleted ones: one element, or none."""
        runs = [run for run in map(self._struck, _runs(paragraph)) if len(run)]
        return [self.around(DELETED, runs)] if runs else []

    def delete(self, block: Element) -> Element:
        """Return a paragraph, table or row of the old file as a deleted one, without marks of no width."""
        if block.tag == f"{W}p":
            return self._deleted(block)
        copy = deepcopy(block)
        etree.strip_elements(copy, *RANGES)
        self._mark_rows(copy, DELETED)
        for paragraph in list(_paragraphs(copy)):
            paragraph.addprevious(self._deleted(paragraph))
            _parent(paragraph).remove(paragraph)
        return copy

    def _deleted(self, paragraph: Element) -> Element:
        new = element("p")
        new.append(plain_properties(child(paragraph, "pPr")))
        new.extend(self.deleted_words(paragraph))
        self.mark(new, DELETED)
        return new

    def _struck(self, run: Element) -> Element:
        return self.strike(element("r"), run)

    def strike(self, copy: Element, signs: Iterable[Element]) -> Element:
        """Put the signs of a run into `copy` as deleted ones; what needs another part stays out."""
        for node in signs:
            if node.tag not in NOTED and not _needs_other_parts(node):
                copy.append(deepcopy(node))
        for node in copy.iter(*_STRUCK):
            node.tag = _STRUCK[str(node.tag)]
        for node in copy.iter(f"{WP}docPr"):
            node.set("id", str(next(self._drawings)))
        return copy

    def _mark_rows(self, block: Element, kind: str) -> None:
        """Say of rows that they came or went; a `w:trPr` must hold more than that (17.4.82)."""
        for row in block.iter(f"{W}tr"):
            properties = child(row, "trPr")
            if properties is None:
                properties = element("trPr", element("cantSplit", val="off"))
                _after(row, properties, f"{W}tblPrEx")
            properties.append(self.change(kind))


def plain_properties(properties: Element | None) -> Element:
    """Return the properties of a paragraph but for its section, its mark and what they were (17.3.1.25)."""
    plain = element("pPr")
    plain.extend(deepcopy(node) for node in _kids(properties) if node.tag not in _ONLY_OF_MARK)
    return plain


def _properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph; it gets them if it has none."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    return properties


def _kids(node: Element | None) -> list[Element]:
    return [] if node is None else list(node)


def _runs(holder: Iterable[Element]) -> Iterator[Element]:
    """Yield the runs of a paragraph, those in links and fields too, those in text boxes not."""
    for node in holder:
        if node.tag == f"{W}r":
            yield node
        elif node.tag in _HOLDERS:
            yield from _runs(node)


def _paragraphs(block: Element) -> Iterator[Element]:
    """Yield a paragraph, or those of the cells of a row or table."""
    if block.tag == f"{W}p":
        yield block
        return
    for row in [block] if block.tag == f"{W}tr" else block.iterchildren(f"{W}tr"):
        for cell in row.iterchildren(f"{W}tc"):
            for inner in list(nodes(cell)):
                yield from _paragraphs(inner)


def _needs_other_parts(node: Element) -> bool:
    return any(str(name).startswith(R) for inner in node.iter() for name in inner.attrib)


def _before(holder: Element, node: Element, *names: str) -> None:
    following = next(holder.iterchildren(*names), None)
    if following is None:
        holder.append(node)
    else:
        following.addprevious(node)


def _after(holder: Element, node: Element, name: str) -> None:
    preceding = next(holder.iterchildren(name), None)
    holder.insert(0 if preceding is None else holder.index(preceding) + 1, node)


def _parent(node: Element) -> Element:
    return next(node.iterancestors())
