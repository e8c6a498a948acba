"""What all readers of one file share."""

from dataclasses import dataclass, field

from docgen.package import Element, Package, Relationship
from docgen.pdf.reading.comments import Comments
from docgen.pdf.reading.remarks import Remarks
from docgen.pdf.reading.settings import Settings, read_settings
from docgen.word.formatting import Formatting
from docgen.word.ooxml import W
from docgen.word.reading.changes import Changes, open_changes, settle
from docgen.word.reading.numbering import Numbering

_PARTS = {
    f"{W}hdr": "đầu trang",
    f"{W}ftr": "chân trang",
    f"{W}footnotes": "chú thích cuối trang",
    f"{W}endnotes": "chú thích cuối văn bản",
}
_SHOWN = {Changes.ACCEPTED: "đã chấp nhận hết", Changes.ORIGINAL: "chưa có thay đổi nào"}


@dataclass
class Source:
    """One Word file being read: its parts and formatting, and what is counted and warned of on the way."""

    package: Package
    changes: Changes = Changes.ACCEPTED
    remarks: Remarks = field(default_factory=Remarks)
    _changed: int = 0
    _first_change: str = ""
    _numbers: dict[Element, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.formatting = Formatting(self.package)
        self.numbering = Numbering(self.formatting.lists, self.remarks)
        self.settings: Settings = read_settings(self.package)
        self.comments = Comments(self.package, self.remarks)

    def xml(self, part: str) -> Element:
        """Return the root of a part with text, its tracked changes settled.

        Raises:
            InvalidInputError: it is missing or broken.
            RefusedError: it is dangerous.

        """
        root = self.package.xml(part)
        self.remarks.parts[root] = _PARTS.get(str(root.tag), "")
        found = open_changes(root)
        if found and not self._changed:
            self._first_change = self.remarks.place(found[0])
        self._changed += len(found)
        marks = self.comments.lifted(root, self.changes)
        if found:
            settle(root, self.changes)
        self.comments.place(root, marks)
        if part == self.package.main:
            self._numbers = {node: number for number, node in enumerate(root.iter(f"{W}p"), 1)}
        return root

    def number(self, paragraph: Element) -> int:
        """Return which `w:p` of the main part this is, from 1; 0 for one of another part."""
        return self._numbers.get(paragraph, 0)

    def target(self, part: str, relationship: str) -> Relationship | None:
        """Return what a relationship of `part` points to; None for a dead one."""
        arrow = self.package.relationships(part).get(relationship)
        alive = arrow is not None and (arrow.external or arrow.target in self.package.parts)
        return arrow if alive else None

    def tell_of_review(self) -> None:
        """Warn once of all tracked changes, and once of all comments that are not shown."""
        if self._changed:
            state = _SHOWN[self.changes]
            message = f"tệp còn {self._changed} thay đổi theo dõi chưa duyệt; PDF in như {state}."
            self.remarks.say_once(self._first_change, self._changed, message)
        self.comments.tell()
