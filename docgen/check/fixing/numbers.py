"""The number that Word itself writes before a paragraph, set right; it looks as the mark does (17.9.24)."""

from dataclasses import dataclass

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.properties import PARAGRAPH, holder, put
from docgen.check.fixing.repairs import set_letters
from docgen.word.ooxml import child
from docgen.word.reading import Paragraph


@dataclass(frozen=True)
class SetNumber:
    """The number of a paragraph looks as said here; None leaves a trait as it is, `size` is in points."""

    told: str
    paragraph: Paragraph
    size: float | None = None
    bold: bool | None = None

    rewrites: Paragraph | None = None

    def apply(self, draft: Draft) -> None:  # noqa: ARG002 - a repair may need it
        """Set the mark of the paragraph."""
        mark = put(holder(self.paragraph.node, "pPr"), PARAGRAPH, "rPr")
        set_letters(mark, size=self.size, bold=self.bold)


def follows_mark(paragraph: Paragraph, trait: str) -> bool:
    """Whether a paragraph has a number that takes `w:trait` from the mark: its list says nothing of it."""
    numbered = paragraph.numbered
    return numbered is not None and child(child(numbered.level, "rPr"), trait) is None
