"""The head of a document: the agency on the left, the national name on the right, number and date below."""

from .paper import table

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CELL = 216  # twips that a cell keeps free at its sides
SHARE = 0.4  # of the last line of the agency's name


def head(paper, part):
    """Write the head of a part."""
    {"table": _table, "row": _row, "tabs": _tabs}[paper.make.head](paper, part)


def _table(paper, part):
    """Write a table of two rows: names, then number and date."""
    rows = [[_names(paper, part), _nation(paper)], [_number(paper, part), _place(paper, part)]]
    paper.xml.append(table(rows if part.told.keys() & {"số", "địa danh"} else rows[:1], paper.halves()))


def _row(paper, part):
    """Write a table of one row, when both sides are as high; otherwise the other."""
    if len(_superior(paper, part)) != 1 or len(part.lines("cơ quan")) != 1:
        _table(paper, part)
        return
    cells = [_names(paper, part) + _number(paper, part), _nation(paper) + _place(paper, part)]
    paper.xml.append(table([cells], paper.halves()))


def _names(paper, part):
    room = paper.halves()[0] - CELL
    own = part.lines("cơ quan")
    stroke, after = paper.under("cơ quan", own, room, SHARE)
    return _name(paper, "cấp trên", _superior(paper, part)) + _name(paper, "cơ quan", own, stroke) + after


def _superior(paper, part):
    """Return the lines of the superior agency, which may be abbreviated to stand on one line."""
    lines = part.lines("cấp trên")
    if paper.make.agency == "line" and len(lines) > 1:
        return [" ".join(lines).replace("ỦY BAN NHÂN DÂN", "UBND")]
    return lines


def _name(paper, role, lines, stroke=""):
    """Return the name of an agency, broken as this make breaks it."""
    if not lines:
        return ""
    if paper.make.agency != "paragraphs":
        return paper.paragraph(role, "\n".join(lines), runs=stroke)
    above = "".join(paper.paragraph(role, line) for line in lines[:-1])
    if stroke and len(lines) > 1:
        stroke = paper.under(role, lines[-1:], paper.halves()[0] - CELL, SHARE)[0]
    return above + paper.paragraph(role, lines[-1], runs=stroke)


def _nation(paper):
    stroke, after = paper.under("Tiêu ngữ", [MOTTO], paper.halves()[1] - CELL, 1)
    return paper.paragraph("Quốc hiệu", NATION) + paper.paragraph("Tiêu ngữ", MOTTO, runs=stroke) + after


def _number(paper, part):
    number = (
        paper.paragraph("số", f"Số: {part.told['số']}") if "số" in part.told else paper.paragraph("trống")
    )
    subject = part.lines("V/v")
    return number + (paper.paragraph("V/v", f"V/v {' '.join(subject)}") if subject else "")


def _place(paper, part):
    return (
        paper.paragraph("địa danh", part.told["địa danh"])
        if "địa danh" in part.told
        else paper.paragraph("trống")
    )


def _tabs(paper, part):
    """Write lines of two texts, each centred at its tab stop."""
    left = [("cấp trên", line, "") for line in part.lines("cấp trên")]
    own = part.lines("cơ quan")
    left_room, right_room = paper.halves()
    stroke, low = paper.under("cơ quan", own[-1:], left_room, SHARE, paper.centres()[0])
    left += [("cơ quan", line, stroke if line == own[-1] else "") for line in own]
    motto, wide = paper.under("Tiêu ngữ", [MOTTO], right_room, 1, paper.centres()[1])
    right = [("Quốc hiệu", NATION, ""), ("Tiêu ngữ", MOTTO, motto)]
    if low and wide:
        left.append(("kẻ", _words(low), ""))
        right.append(("kẻ", _words(wide), ""))
    _side_by_side(paper, left, right)
    _lower(paper, part)


def _side_by_side(paper, left, right):
    for at in range(max(len(left), len(right))):
        cells = [side[at] if at < len(side) else ("cấp trên", "", "") for side in (left, right)]
        role = cells[0][0] if at < len(left) else cells[1][0]
        paper.xml.append(paper.columns(role, cells))


def _lower(paper, part):
    number = f"Số: {part.told['số']}" if "số" in part.told else ""
    place = part.told.get("địa danh", "")
    if number or place:
        paper.xml.append(paper.columns("số", [("số", number, ""), ("địa danh", place, "")]))
    for at, line in enumerate(part.lines("V/v")):
        subject = ("V/v", line if at else f"V/v {line}", "")
        paper.xml.append(paper.columns("V/v" if not at else "cấp trên", [subject]))


def _words(xml):
    """Return the underscores in a paragraph."""
    return "_" * xml.count("_")
