"""Where in the file the reader stands, and what it met there that it cannot show."""

from dataclasses import dataclass, field

from docgen.model.finding import Finding, Severity
from docgen.package import Element
from docgen.word.ooxml import W
from docgen.word.reading.alternatives import words

NOT_SHOWN = "pdf-chua-hien"
_QUOTED = 40


@dataclass
class Remarks:
    """The warnings gathered so far, each once."""

    warnings: dict[tuple[str, str], Finding] = field(default_factory=dict)
    parts: dict[Element, str] = field(default_factory=dict)
    """What an officer calls the parts beside the text, by their roots: "đầu trang" …"""

    def place(self, node: Element) -> str:
        """Say where a node stands: in which part, in which cell if in a table, in which words."""
        part = self.parts.get(node.getroottree().getroot(), "")
        return f"{part}, {_place(node)}" if part else _place(node)

    def add(self, node: Element, message: str) -> None:
        """Warn of something at `node` that the PDF does not show, or shows otherwise."""
        self.say(self.place(node), message)

    def say(self, where: str, message: str) -> None:
        """Warn of something that stands at a place in words."""
        finding = Finding(code=NOT_SHOWN, severity=Severity.WARNING, place=where, message=message)
        self.warnings.setdefault((where, message), finding)

    def say_once(self, first: str, count: int, message: str) -> None:
        """Warn once of what stands at `count` places, of which only the first is told."""
        self.say(f"{first} và {count - 1} chỗ khác" if count > 1 else first, message)

    def lost(self, node: Element) -> None:
        """Warn of the words inside an element that the reader does not know, if there are any."""
        text = words(node)
        if text:
            name = str(node.tag).rpartition("}")[2]
            self.add(node, f"chữ trong phần tử “{name}” chưa hiện được trong PDF: “{text}”.")


def _place(node: Element) -> str:
    """Say where a node stands: the cell if it is in a table, and the words of its paragraph."""
    cell = next(node.iterancestors(f"{W}tc"), None)
    paragraph = next(node.iterancestors(f"{W}p"), node)
    found = words(paragraph)
    quoted = f"“{found[:_QUOTED].rstrip()}…”" if len(found) > _QUOTED else f"“{found}”"
    where = "đoạn" if cell is None else _cell_place(cell)
    return f"{where} {quoted}" if found else f"{where} không có chữ"


def _cell_place(cell: Element) -> str:
    around = [next(cell.iterancestors(f"{W}{name}"), None) for name in ("tbl", "tr")]
    if None in around:
        return "ô ngoài bảng:"
    numbers = (_position(node) for node in (*around, cell) if node is not None)
    return "bảng {}, hàng {}, ô {}:".format(*numbers)


def _position(node: Element) -> int:
    """Count a node among those of its kind before it, from 1."""
    return 1 + sum(1 for _ in node.itersiblings(str(node.tag), preceding=True))
