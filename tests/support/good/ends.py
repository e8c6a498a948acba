"""The end of a document: recipients on the left, the signature on the right, room to sign between."""

from .paper import table

ROOM = 1150  # twips between the title and the name
CENTRE = 0.7  # of the width: the middle of the signature


def end(paper, part):
    """Write the end of a part that is signed."""
    if len(part.signature[0]) > 1:
        _two_signatures(paper, part)
    else:
        {"table": _table, "tabs": _tabs, "columns": _columns}[paper.make.end](paper, part)


def _recipients(paper, part):
    lines = "".join(paper.paragraph("nơi nhận", line) for line in part.recipients)
    return paper.paragraph("Nơi nhận", "Nơi nhận:") + lines


def _signed(paper, lines):
    """Return title lines, empty paragraphs to sign in, and the name."""
    titles = "".join(paper.paragraph("chức vụ", line) for line in lines[:-1])
    empty = paper.paragraph("trống") * (ROOM // (paper.make.body * 23) + 1)
    return titles + empty + paper.paragraph("họ tên", lines[-1])


def _table(paper, part):
    left = paper.width * 2 // 5
    signature = _signed(paper, [line for (line,) in part.signature])
    paper.add("trống", keep=True)
    paper.xml.append(table([[_recipients(paper, part), signature]], (left, paper.width - left)))


def _two_signatures(paper, part):
    """Write two signatures side by side, and the recipients below, as sample 1.9 does."""
    half = paper.width // 2
    sides = [_signed(paper, [row[side] for row in part.signature]) for side in (0, 1)]
    paper.add("trống", keep=True)
    paper.xml.append(table([sides], (half, paper.width - half)))
    if part.recipients:
        paper.xml.extend([paper.paragraph("trống"), _recipients(paper, part)])


def _tabs(paper, part):
    """Write the lines of both halves in one paragraph each, the signature centred at a tab stop."""
    titles = [line for (line,) in part.signature[:-1]]
    left = [("Nơi nhận", "Nơi nhận:"), *(("nơi nhận", line) for line in part.recipients)]
    paper.add("trống")
    for at in range(max(len(left), len(titles))):
        cell = left[at] if at < len(left) else ("nơi nhận", "")
        paper.xml.append(_shared(paper, cell, titles[at] if at < len(titles) else ""))
    used = (len(left) - len(titles)) * 12 * 20
    empty = max(1, (ROOM - used) // (paper.make.body * 23) + 1)
    paper.xml.append(paper.paragraph("trống") * empty)
    paper.xml.append(_shared(paper, ("nơi nhận", ""), part.signature[-1][0], "họ tên"))


def _shared(paper, cell, title, role="chức vụ"):
    stop = f'<w:tabs><w:tab w:val="center" w:pos="{round(paper.width * CENTRE)}"/></w:tabs>'
    right = f"<w:r><w:tab/></w:r>{paper.letters(role, title, cell[0])}" if title else ""
    return paper.paragraph(*cell, before=stop, runs=right)


def _columns(paper, part):
    """Write two columns of text in a section of their own on the same page."""
    left = paper.width * 2 // 5
    paper.end_section()
    paper.begin_section(continuous=True, columns=(left - 200, paper.width - left - 200))
    paper.xml.append(_recipients(paper, part))
    signature = _signed(paper, [line for (line,) in part.signature])
    paper.xml.append(signature.replace("<w:r>", '<w:r><w:br w:type="column"/></w:r><w:r>', 1))
