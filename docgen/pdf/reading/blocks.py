"""Block content to paragraphs and tables, in the order of the file (ECMA-376, Part 1, 17.2 to 17.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.package import Element
from docgen.pdf.description import Block, Blocks, Paragraph, Tab, Table
from docgen.pdf.reading.drawings import DrawingReader
from docgen.pdf.reading.footnotes import Footnotes
from docgen.pdf.reading.frames import with_frames
from docgen.pdf.reading.pictures import Pictures
from docgen.pdf.reading.runs import RunReader
from docgen.pdf.reading.shapes import ShapeReader
from docgen.pdf.reading.source import Source
from docgen.pdf.reading.symbols import readable
from docgen.pdf.reading.tables import TableReader
from docgen.pdf.reading.text import letters
from docgen.pdf.reading.textboxes import TextBoxes
from docgen.pdf.reading.vml import VmlReader
from docgen.word.formatting import NOWHERE, Around, ParagraphFormat
from docgen.word.ooxml import MC, W, child
from docgen.word.reading.alternatives import chosen

_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_HOLDERS = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag"))
_WITHOUT_WORDS = frozenset(W + name for name in ("sectPr", "tcPr", "bookmarkStart", "bookmarkEnd"))
_ELSEWHERE = frozenset({f"{W}altChunk", f"{W}subDoc"})


@dataclass
class BlockReader:
    """Reads the blocks of one story of `part`; a field may reach from one paragraph of it to another."""

    source: Source
    footnotes: Footnotes
    part: str

    def __post_init__(self) -> None:
        self._tables = TableReader(self.source, self.cell)
        pictures = Pictures(self.source, self.part)
        boxes = TextBoxes(self._inside, self.source.remarks)
        drawings = DrawingReader(ShapeReader(self.source, pictures, boxes))
        vml = VmlReader(self.source, pictures, boxes)
        self._runs = RunReader(self.source, self.footnotes, drawings, vml)

    def story(self, holder: Iterable[Element]) -> Blocks:
        """Return all blocks of the story."""
        blocks = self.blocks(holder)
        self.close()
        return blocks

    def close(self) -> None:
        """Leave the story."""
        self._runs.close()

    def blocks(self, holder: Iterable[Element], around: Around = NOWHERE) -> Blocks:
        """Return the paragraphs and tables in `holder`; what is hidden whole is left out."""
        found = (self._block(node, around) for node in self.nodes(holder))
        return with_frames([block for block in found if block is not None])

    def section(self, nodes: list[Element]) -> Blocks:
        """Return the blocks of a section; an empty last one that only ends it takes no room, unless alone."""
        blocks = self.blocks(nodes)
        ends = child(child(nodes[-1] if nodes else None, "pPr"), "sectPr") is not None
        return blocks[:-1] if ends and len(blocks) > 1 and _is_empty(blocks[-1]) else blocks

    def cell(self, cells: Iterable[Element], around: Around) -> Blocks:
        """Return what stands in a cell, or in several merged into one.

        An empty paragraph that only ends a cell after a table takes no room.
        """
        blocks = self.blocks((node for cell in cells for node in cell), around)
        after_table = len(blocks) > 1 and isinstance(blocks[-2], Table)
        return blocks[:-1] if after_table and _is_empty(blocks[-1]) else blocks

    def nodes(self, holder: Iterable[Element]) -> Iterator[Element]:
        """Yield the `w:p` and `w:tbl` of `holder`, seen through content controls."""
        for node in holder:
            if node.tag in {_PARAGRAPH, _TABLE}:
                yield node
            elif node.tag in _HOLDERS:
                yield from self.nodes(node)
            elif node.tag == f"{W}sdt":
                yield from self.nodes(node.iterchildren(f"{W}sdtContent"))
            elif node.tag == f"{MC}AlternateContent":
                yield from self.nodes(chosen(node))
            elif node.tag in _ELSEWHERE:
                self.source.remarks.add(node, "phần văn bản lấy từ tệp khác chưa hiện được trong PDF.")
            elif node.tag not in _WITHOUT_WORDS:
                self.source.remarks.lost(node)

    def _inside(self, holder: Iterable[Element]) -> Blocks:
        """Return what stands in a text box, which is a story of its own."""
        return BlockReader(self.source, self.footnotes, self.part).story(holder)

    def _block(self, node: Element, around: Around) -> Block | None:
        return self._tables.read(node) if node.tag == _TABLE else self._paragraph(node, around)

    def _paragraph(self, node: Element, around: Around) -> Paragraph | None:
        setting = self.source.formatting.paragraph(node, around)
        content = self._runs.paragraph(node, setting.style, around)
        if not content and (setting.mark.hidden or self._runs.hid):
            return None
        commented = self._runs.commented()
        if commented:
            self.source.comments.met |= dict.fromkeys(one.comment for one in commented)
        paragraph = Paragraph(setting, content, number=self.source.number(node), comments=commented)
        return self._labelled(paragraph, setting, node, around) if setting.list else paragraph

    def _labelled(
        self, paragraph: Paragraph, setting: ParagraphFormat, node: Element, around: Around
    ) -> Paragraph:
        instance, depth = setting.list or (0, 0)
        label = self.source.numbering.label(instance, depth, node)
        if label is None:
            return paragraph
        face = self.source.formatting.label(node, label.level, around)
        if face.hidden:
            return paragraph
        text = readable(label.text, face.font) + (" " if label.suffix == "space" else "")
        if readable(label.text, face.font) != label.text:
            face = replace(face, font=setting.mark.font)
        end = (Tab(face),) if label.suffix == "tab" else ()
        return replace(paragraph, label=(*letters(text, face), *end), label_align=label.align)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not (block.content or block.label)
