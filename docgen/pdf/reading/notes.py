"""Where in the file the reader stands, and what it met there that it cannot show."""

from dataclasses import dataclass, field

from docgen.model.finding import Finding, Severity
from docgen.word.ooxml import W
from docgen.word.package import Element

_QUOTED = 40


@dataclass
class Notes:
    """The warnings gathered so far, each once."""

    warnings: dict[tuple[str, str], Finding] = field(default_factory=dict)

    def add(self, node: Element, message: str) -> None:
        """Warn of something at `node` that the PDF does not show."""
        where = place(node)
        finding = Finding(code="pdf-chua-hien", severity=Severity.WARNING, place=where, message=message)
        self.warnings.setdefault((where, message), finding)


def place(node: Element) -> str:
    """Say where a node stands: the cell if it is in a table, and the words of its paragraph."""
    cell = next(node.iterancestors(f"{W}tc"), None)
    paragraph = next(node.iterancestors(f"{W}p"), node)
    words = "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()
    quoted = f"“{words[:_QUOTED]}…”" if len(words) > _QUOTED else f"“{words}”"
    where = "đoạn" if cell is None else _cell_place(cell)
    return f"{where} {quoted}" if words else f"{where} không có chữ"


def _cell_place(cell: Element) -> str:
    row = next(cell.iterancestors(f"{W}tr"))
    table = next(row.iterancestors(f"{W}tbl"))
    numbers = (_position(node) for node in (table, row, cell))
    return "bảng {}, hàng {}, ô {}:".format(*numbers)


def _position(node: Element) -> int:
    """Count a node among those of its kind before it, from 1."""
    return 1 + sum(1 for _ in node.itersiblings(str(node.tag), preceding=True))
