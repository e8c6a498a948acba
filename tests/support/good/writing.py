"""A document in the notation written as a Word file in one make."""

import re

from corpus.package import THEME, Package

from .ends import end
from .heads import head
from .numbers import counted, numbering
from .paper import Paper, rows_of, table
from .sections import numbered

ONE_PAGE = 1000  # letters
SLANTED = 1.1  # how much more of italic letters than of bold ones a line holds


def written(parts, make):
    """Return the bytes of a DOCX."""
    package, paper, lists = Package(), Paper(make), []
    if _is_short(parts) and make.look == "google":
        paper.begin_section(bare=True)
    else:
        package.add("header", numbered(paper))
        package.add("header", paper.paragraph("số trang"))
    for at, part in enumerate(parts):
        if at and part.kind != "bản sao":
            paper.end_section()
            paper.begin_section(restart=True, landscape="ngang" in part.told)
        lists.append(any(line.startswith("Điều 1. ") for line in part.content))
        WRITERS[part.kind](paper, part)
        _content(paper, part, number=at + 1)
        if part.signature:
            end(paper, part)
        if "địa chỉ" in part.told:
            _address(paper, part)
    package.add("styles", paper.look.styles())
    package.add("settings", _settings())
    if make.numbering == "auto":
        package.add("numbering", numbering(make, lists))
    theme = THEME.read_text("utf-8").replace("Times New Roman", paper.look.minor)
    package.files["word/theme/theme1.xml"] = theme.encode()
    return package.bytes("".join(paper.xml) + paper.properties())


def _is_short(parts):
    """Tell whether a document surely has one page, so that nothing need be in its header."""
    return len(parts) == 1 and sum(map(len, parts[0].content)) < ONE_PAGE


def _document(paper, part):
    """Write the head, the type and the subject, and to whom it goes."""
    _stamp(paper, part)
    head(paper, part)
    if "tên loại" in part.told:
        _title(paper, part)
    _addressed(paper, part)
    if "giới thiệu" in part.told:
        paper.add("kính gửi", part.told["giới thiệu"])


def _issued(paper, part):
    """Write what a decision issues: a head without number and date, and the decision it comes with."""
    _stamp(paper, part)
    head(paper, part)
    paper.add("tên loại", part.told["tên loại"])
    for line in part.lines("trích yếu"):
        paper.add("trích yếu", line)
    _with(paper, part)


def _appendix(paper, part):
    _stamp(paper, part)
    paper.add("Phụ lục", part.told["phụ lục"])
    for line in part.lines("tên"):
        paper.add("tên phụ lục", line)
    _with(paper, part)


def _copy(paper, part):
    """Write the head of a copy below the document that is copied: sample 3.1."""
    if paper.section.get("columns"):
        paper.end_section()
        paper.begin_section(continuous=True)
    paper.add("trống")
    half = paper.width // 2
    name = "".join(paper.paragraph("cơ quan", line) for line in part.lines("cơ quan"))
    stroke = paper.paragraph("kẻ", "_" * 7)
    number = paper.paragraph("số", f"Số: {part.told['số']}")
    form, place = (
        paper.paragraph("chức vụ", part.told["sao"]),
        paper.paragraph("địa danh", part.told["địa danh"]),
    )
    paper.xml.append(table([[name + stroke, form], [number, place]], (half, paper.width - half)))


WRITERS = {"văn bản": _document, "kèm theo": _issued, "phụ lục": _appendix, "bản sao": _copy}


def _stamp(paper, part):
    if "chỉ dẫn" in part.told:
        paper.add("chỉ dẫn", part.told["chỉ dẫn"])


def _title(paper, part):
    lines = part.lines("trích yếu")
    paper.add(*(("tên loại", part.told["tên loại"]) if lines else ("trống",)))
    last = lines[-1] if lines else part.told["tên loại"]
    for line in lines[:-1]:
        paper.add("trích yếu", line)
    role = "trích yếu" if lines else "tên loại, không trích yếu"
    stroke, after = paper.under(role, [last], paper.width, 0.4)
    paper.add(role, last, runs=stroke)
    paper.xml.append(after or paper.paragraph("kẻ"))


def _with(paper, part):
    told, size = part.told["kèm theo"], paper.forms["kèm theo"].size
    high = rows_of(told, size, paper.width * SLANTED) * size * 23
    stroke, after = paper.line(2000, paper.width, down=high + 30)
    paper.add("kèm theo", told, runs=stroke)
    paper.xml.append(after or paper.paragraph("kẻ"))


def _addressed(paper, part):
    """Write "Kính gửi:", on one line or as a list; a telegram says who wires whom."""
    opening = "Kính gửi:" if "kính gửi" in part.told else f"{part.told.get('điện', '')} điện:"
    told = part.lines("kính gửi") or part.lines("nơi điện")
    if len(told) == 1:
        paper.add("kính gửi", f"{opening} {told[0]}")
    elif told:
        paper.add("kính gửi", opening)
        for line in told:
            paper.add("nơi kính gửi", f"- {line}")


def _content(paper, part, number):
    closing = part.content[-1:] if part.signature else []
    letters = not any(line.startswith("đ) ") for line in part.content)
    rows = []
    for line in [*part.content, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line[1:].split("|")])
        elif rows:
            paper.xml.append(_body_table(paper, rows))
            rows = []
        if line and not line.startswith("|"):
            _line(paper, line, number, letters=letters, keep=line in closing)


def _line(paper, line, number, *, letters, keep):
    role, text = _role(line)
    level, rest = None, text
    if paper.make.numbering == "auto" and role in {"nội dung", "mục"}:
        level, rest = counted(text, letters=letters)
    if level is None:
        paper.add(role, re.sub(r"^(Điều \d+\.)(?= [^*]*$)", r"*\1*", text), keep=keep)
        return
    counter = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    indent = f'<w:ind w:left="0" w:firstLine="{paper.make.indent}"/>'
    paper.add(role, rest, before=counter, indent=indent, keep=keep)


def _role(line):
    """Return the role of a line of the notation and its words."""
    marks = {"~ ": "căn cứ", "^ ": "giữa"}
    if line[:2] in marks:
        return marks[line[:2]], line[2:]
    if re.match(r"[IVX]+\. ", line) and line == line.upper():
        return "mục", line
    whole = re.fullmatch(r"((?:\d+|Điều \d+)\. )\*([^*]+)\*", line)
    return ("mục", whole[1] + whole[2]) if whole else ("nội dung", line)


def _body_table(paper, rows):
    shares = [int(cell.split(":")[1]) for cell in rows[0]]
    widths = [paper.width * share // 100 for share in shares]
    first = [paper.paragraph("đầu bảng", cell.split(":")[0]) for cell in rows[0]]
    rest = [[paper.paragraph("ô", cell) for cell in row] for row in rows[1:]]
    return table([first, *rest], widths, borders=True, header=True) + paper.paragraph("trống")


def _address(paper, part):
    edge = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paper.add("địa chỉ", part.told["địa chỉ"], before=edge)


def _settings():
    name = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    return f'<w:compat><w:compatSetting {name} w:val="15"/></w:compat>'
