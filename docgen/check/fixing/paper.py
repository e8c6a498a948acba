"""The paper of a section, and what binding takes of it."""

from dataclasses import dataclass

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.properties import SECTION, put
from docgen.package import Element
from docgen.word.ooxml import W, attribute, child, points
from docgen.word.reading import Paragraph, Section

_TWIPS = 20


def gutter(section: Section) -> float:
    """Return what binding adds to the left margin, in points (17.6.11)."""
    return points(attribute(child(section.node, "pgMar"), "gutter"))


def section_node(section: Section, draft: Draft) -> Element:
    """Return the `w:sectPr` of a section; made at the end of the body where the file has none (17.6.17)."""
    if section.node is not None:
        return section.node
    body = next(draft.document.root.iterchildren(f"{W}body"))
    found = child(body, "sectPr")
    if found is None:
        found = body.makeelement(f"{W}sectPr")
        body.append(found)
    return found


@dataclass(frozen=True)
class SetPaper:
    """The paper of a section becomes `width` by `height` points."""

    told: str
    section: Section
    width: float
    height: float

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Set the size; which way the page lies stays as it is."""
        size = {"w": self.width, "h": self.height}
        measures = {side: str(round(length * _TWIPS)) for side, length in size.items()}
        put(section_node(self.section, draft), SECTION, "pgSz", **measures)
