"""Words inside drawings: text boxes, and the proof that none was passed over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.pdf.description import Blocks
from docgen.pdf.reading.remarks import Remarks
from docgen.word.ooxml import W
from docgen.word.reading.alternatives import descendants


@dataclass
class TextBoxes:
    """Reads the text boxes of one part; `read_story` reads the blocks in one."""

    read_story: Callable[[Iterable[Element]], Blocks]
    remarks: Remarks
    _read: list[Element] = field(default_factory=list)

    def blocks(self, holder: Element | None) -> Blocks:
        """Return what stands in the `w:txbxContent` in a holder."""
        content = None if holder is None else next(holder.iterchildren(f"{W}txbxContent"), None)
        if content is None:
            return ()
        self._read.append(content)
        return self.read_story(content)

    def tell_of_others(self, drawing: Element) -> None:
        """Warn of the words in a drawing that stand in no text box that was read."""
        for node in descendants(drawing):
            if node.tag == f"{W}p" and not any(one in self._read for one in node.iterancestors()):
                self.remarks.lost(node)
        self._read.clear()
