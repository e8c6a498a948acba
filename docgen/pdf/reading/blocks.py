"""Block content to paragraphs and tables, in the order of the file (ECMA-376, Part 1, 17.2 to 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.pdf.description import Block, Blocks, Inline, Paragraph, Tab, Text
from docgen.pdf.reading.notes import Notes
from docgen.pdf.reading.numbering import Numbering
from docgen.pdf.reading.runs import RunReader
from docgen.pdf.reading.tables import TableReader
from docgen.word.formatting import Formatting, ParagraphFormat
from docgen.word.ooxml import W
from docgen.word.package import Element

PARAGRAPH = f"{W}p"
TABLE = f"{W}tbl"
_SEEN_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass
class BlockReader:
    """Reads the blocks of one file; lists count on from story to story."""

    formatting: Formatting
    numbering: Numbering
    notes: Notes
    edges_at_text: bool
    """Whether the border of a table, and not its text, stands at the margin (compatibility mode 15)."""

    def __post_init__(self) -> None:
        self._tables = TableReader(self.formatting, self.blocks, self.edges_at_text)
        self.new_story()

    def new_story(self) -> None:
        """Forget fields left open in the story before."""
        self._runs = RunReader(self.formatting, self.notes)

    def blocks(self, holder: Element) -> Blocks:
        """Return the paragraphs and tables in `holder`; vanished paragraphs are left out."""
        return tuple(block for node in block_nodes(holder) if (block := self.block(node)) is not None)

    def block(self, node: Element) -> Block | None:
        """Return one `w:p` or `w:tbl`; None for a paragraph that is hidden whole."""
        return self._tables.read(node) if node.tag == TABLE else self._paragraph(node)

    def _paragraph(self, node: Element) -> Paragraph | None:
        formatting = self.formatting.paragraph(node)
        content = tuple(self._runs.read(node))
        if not content and formatting.mark.hidden:
            return None
        return Paragraph(formatting, (*self._label(formatting), *content))

    def _label(self, formatting: ParagraphFormat) -> Iterator[Inline]:
        if formatting.list is None:
            return
        text, suffix = self.numbering.label(*formatting.list)
        if text:
            yield Text(text + (" " if suffix == "space" else ""), formatting.mark)
        if text and suffix == "tab":
            yield Tab(formatting.mark)


def block_nodes(holder: Element) -> Iterator[Element]:
    """Yield the `w:p` and `w:tbl` of `holder`, seen through content controls and accepted insertions."""
    for node in holder:
        if node.tag in {PARAGRAPH, TABLE}:
            yield node
        elif node.tag in _SEEN_THROUGH:
            yield from block_nodes(node)
