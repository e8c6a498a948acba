"""Text of an old encoding written as Unicode, and its font with it."""

from dataclasses import dataclass

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.properties import holder
from docgen.check.fixing.repairs import Rewrite, isolated, set_letters
from docgen.word.reading import Span


@dataclass(frozen=True)
class Transcribe(Rewrite):
    """The letters of one span become `words` in `font`; both at once: words do not tell their code."""

    span: Span
    font: str

    def apply(self, draft: Draft) -> None:
        """Set the font of the letters alone, then write them."""
        set_letters(holder(isolated(self.span, self.start, self.end), "rPr"), font=self.font)
        super().apply(draft)
