"""Repairs of page numbers: taken out, put into the middle of the top margin, hidden, begun anew."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.paper import section_node
from docgen.check.fixing.properties import PARAGRAPH, SECTION, forget, holder, put, switch
from docgen.check.fixing.repairs import set_letters
from docgen.check.fixing.stories import FOOTER, HEADER, add_part, empty_root, part_of, root_of
from docgen.check.fixing.taking import has_number, says, take
from docgen.package import Element
from docgen.rules import component, text
from docgen.word.ooxml import W
from docgen.word.reading import Paragraph, Section, Story

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DEFAULT, _FIRST = "default", "first"


@dataclass(frozen=True)
class TakeNumbers:
    """The page numbers of a header or footer are taken out."""

    told: str
    story: Story

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Take them out."""
        root = root_of(draft, self.story.part)
        if root is not None:
            take(root)


@dataclass(frozen=True)
class PutNumber:
    """The header of a section, "default" or "even", gets a page number, centred; not where it has one."""

    told: str
    section: Section
    kind: str = _DEFAULT

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Put it into an empty paragraph, else above what stands there; or make the header."""
        part = part_of(draft, self.section, HEADER, self.kind)
        root = root_of(draft, part)
        if root is not None and not has_number(root):
            _put_number(root)
        elif root is None and part not in draft.added:
            new = empty_root(HEADER)
            _put_number(new)
            add_part(draft, self.section, (HEADER, self.kind), new)


def _put_number(root: Element) -> None:
    empty = next((node for node in root.iterchildren(f"{W}p") if _is_empty(node)), None)
    paragraph = root.makeelement(f"{W}p") if empty is None else empty
    if empty is None:
        root.insert(0, paragraph)
    for node in list(paragraph):
        paragraph.remove(node)
    properties = holder(paragraph, "pPr")
    put(properties, PARAGRAPH, "ind", left="0", right="0", firstLine="0")
    put(properties, PARAGRAPH, "jc", val="center")
    for kind, code in (("begin", ""), ("", " PAGE "), ("separate", ""), ("result", "2"), ("end", "")):
        _run(paragraph, kind, code)


def _is_empty(paragraph: Element) -> bool:
    told = (f"{W}t", f"{W}fldChar", f"{W}fldSimple", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sdt")
    return next(paragraph.iter(*told), None) is None


def _run(paragraph: Element, kind: str, words: str) -> None:
    run = etree.SubElement(paragraph, f"{W}r")
    row, properties = component("page_number"), holder(run, "rPr")
    set_letters(properties, font=text("font"), size=row.use, bold=row.bold, italic=row.italic, color="auto")
    if not words:
        etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
        return
    node = etree.SubElement(run, W + ("t" if kind else "instrText"), {_SPACE: "preserve"})
    node.text = words


@dataclass(frozen=True)
class HideFirst:
    """The first page of a section shows no number; other words above and below its text stay."""

    told: str
    section: Section

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Give the first page a header and footer of its own, without the number."""
        switch(section_node(self.section, draft), SECTION, "titlePg", on=True)
        for kind in (HEADER, FOOTER):
            self._hide(draft, kind)

    def _hide(self, draft: Draft, kind: str) -> None:
        usual, first = (part_of(draft, self.section, kind, name) for name in (_DEFAULT, _FIRST))
        shown, own = root_of(draft, usual), root_of(draft, first)
        words = "" if shown is None else says(shown)
        if own is not None and own is not shown and (self.section.title_page or says(own) == words):
            take(own)
        elif shown is not None and (words or own is not None):
            copy = deepcopy(shown)
            take(copy)
            add_part(draft, self.section, (kind, _FIRST), copy, like=usual)
        elif own is not None:
            take(own)


@dataclass(frozen=True)
class SetPageCount:
    """The page numbers of a section begin at `start` where it is told, in Arabic figures where `arabic`."""

    told: str
    section: Section
    start: int | None = None
    arabic: bool = False

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Set what the section says of its page numbers (17.6.12)."""
        numbers = put(section_node(self.section, draft), SECTION, "pgNumType")
        if self.start is not None:
            numbers.set(f"{W}start", str(self.start))
        if self.arabic:
            forget(numbers, "fmt")
