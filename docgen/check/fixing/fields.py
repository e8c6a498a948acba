"""Fields in the XML of a paragraph (17.16): their code and all runs they are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.properties import holder
from docgen.check.fixing.repairs import set_letters
from docgen.package import Element
from docgen.word.ooxml import W, attribute
from docgen.word.reading import Paragraph

_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)


@dataclass(eq=False)
class Field:
    """One field: its `code`, and its runs (or its `w:fldSimple`) in order."""

    code: str = ""
    nodes: list[Element] = field(default_factory=list)

    @property
    def is_page_number(self) -> bool:
        """Whether it gives the number of the page."""
        return _PAGE.search(self.code) is not None

    @property
    def runs(self) -> Iterator[Element]:
        """Its runs, those in a `w:fldSimple` too."""
        return (run for node in self.nodes for run in node.iter(f"{W}r"))


def page_numbers(paragraph: Element) -> list[Field]:
    """Return the fields of a `w:p` that give the number of the page; those of its text boxes are left out."""
    return [found for found in fields(paragraph) if found.is_page_number]


def fields(paragraph: Element) -> list[Field]:
    """Return the fields of a `w:p`; one within another belongs to that."""
    found: list[Field] = []
    depth = 0
    for node in paragraph.iter(f"{W}fldSimple", f"{W}r"):
        if next(node.iterancestors(f"{W}p")) is not paragraph:
            continue
        if node.tag == f"{W}fldSimple":
            found.append(Field(attribute(node, "instr"), [node]))
            continue
        kinds = [attribute(mark, "fldCharType") for mark in node.iterchildren(f"{W}fldChar")]
        if depth == 0 and "begin" in kinds:
            found.append(Field())
        depth += kinds.count("begin")
        if depth:
            found[-1].nodes.append(node)
            found[-1].code += "".join(code.text or "" for code in node.iterchildren(f"{W}instrText"))
        depth = max(depth - kinds.count("end"), 0)
    return found


@dataclass(frozen=True)
class SetNumberLook:
    """The page numbers of a paragraph look as said here, code and result alike; None leaves a trait."""

    told: str
    paragraph: Paragraph
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:  # noqa: ARG002 - a repair may need it
        """Set every run of the fields: Word sets the number like the first letter of the code."""
        for found in page_numbers(self.paragraph.node):
            for run in found.runs:
                set_letters(
                    holder(run, "rPr"),
                    font=self.font,
                    size=self.size,
                    bold=self.bold,
                    italic=self.italic,
                    color=self.color,
                )
