"""The numbers that Word itself writes before paragraphs: how they look (17.9.24)."""

from dataclasses import dataclass

from lxml import etree

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.repairs import set_letters
from docgen.word.ooxml import W, child
from docgen.word.reading import Numbered, Paragraph


@dataclass(frozen=True)
class SetLabel:
    """The numbers of a level of a list get a font or a colour; None leaves it."""

    told: str
    numbered: Numbered
    font: str | None = None
    color: str | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:
        """Set the level, and let the file have the list so."""
        level = self.numbered.level
        properties = child(level, "rPr")
        if properties is None:
            properties = etree.SubElement(level, f"{W}rPr")
        set_letters(properties, font=self.font, color=self.color)
        package = draft.document.package
        (part,) = package.related(package.main, "numbering")[:1]
        draft.added[part] = etree.tostring(
            level.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
        )
