"""Tables of a source drawn as text: cells between "|", "<" joins the cell on the left, "^" that above."""

from docgen.recognition.source import Block, Cell, Line, Row, Table


def table(*lines: str, name: str = "bảng 1", between: str = "|") -> Table:
    """Return the table whose rows are `lines`; "\\n" in a cell begins a paragraph."""
    above: dict[int, Cell] = {}
    rows = []
    for place, line in enumerate(lines, 1):
        cells: list[Cell] = []
        for column, text in enumerate(line.split(between)):
            words = text.strip().replace("\\n", "\n")
            if words == "<" and cells:
                cells[-1].columns += 1
            elif words == "^" and column in above:
                above[column].rows += 1
            else:
                above[column] = Cell(words, f"{name}, hàng {place}, cột {column + 1}", column=column)
                cells.append(above[column])
        rows.append(Row(cells))
    return Table(rows, name)


def blocks(text: str, between: str = "|") -> list[Block]:
    """Return the paragraphs and tables of a drawing; a blank line ends a table."""
    found: list[Block] = []
    for number, piece in enumerate(text.strip("\n").split("\n\n"), 1):
        lines = [line for line in piece.split("\n") if line.strip()]
        drawn = any(between in line for line in lines)
        found += [table(*lines, name=f"bảng {number}", between=between)] if drawn else map(_line, lines)
    return found


def _line(text: str) -> Line:
    return Line(text.strip(), f"đoạn “{text.strip()}”")


def lines(parts: list[Block]) -> list[Line]:
    """Return every line and cell."""
    return [
        line
        for part in parts
        for line in ([cell for row in part.rows for cell in row.cells] if isinstance(part, Table) else [part])
    ]
