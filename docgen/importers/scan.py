"""A text as scanned → the Word file that a typist would have made of it; it is then read like any other.

Blank lines part paragraphs, tabs part cells, `**` stands around bold words. A scan joins by a blank what
stood side by side in the head, and knows no alignment: what is titled in capitals counts as centred.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import escape

from docgen.errors import RefusedError
from docgen.importers.scan_columns import beside, page_numbers, parted
from docgen.importers.scan_wrapping import joined
from docgen.language.text import fold, plain
from docgen.model.finding import Finding, Severity
from docgen.model.text import MAX_LENGTH
from docgen.package.kinds import SPLIT
from docgen.package.xml import MAX_PARAGRAPHS, MAX_ROWS
from docgen.rules import text as rule_text
from docgen.word.archive import archive, entry
from docgen.word.ooxml import DECLARATION, W

MAX_LINES = 200_000
"""Lines of a text, blank ones too: four for each paragraph that there may be."""

_HEAD_LINES = 12
_NUMBER_BESIDE_DATE = re.compile(r"(?P<left>S[oố]\s*:?[^/]*/\s*\S+)\s+(?P<right>[^\W\d][^,]*,\s*ngày\b.*)")
_TITLE = re.compile(
    r"\W*(?:KẾ HOẠCH|PHỤ LỤC|BÁO CÁO|QUYẾT ĐỊNH|TỜ TRÌNH|THÔNG BÁO|CHƯƠNG TRÌNH)\b"
    r"|Phụ lục(?:\s+(?:[IVXLC]+|\d+))?$"
)
_NUMBERED = re.compile(r"\s*(?:[IVXLC]+\.|\d+[.)]|[a-zđ]\)|[-–+•])\s")
_LONGEST_TITLE = 160
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

_OFFICE = "http://schemas.openxmlformats.org"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@dataclass(frozen=True)
class Typed:
    """A text as a Word file; `numbers` tells the line of each of its paragraphs, from 1."""

    docx: bytes
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Written:
    """A line of the text: its number, its words, whether it is a row of a table, whether it begins a page."""

    number: int
    text: str
    row: bool = False
    page: bool = False


def typed(text: str) -> Typed:
    """Return the Word file that `text` would be.

    Raises:
        RefusedError: one of its lines is longer than any text of a plan, or there are too many of them.

    """
    if (count := text.count("\n")) > MAX_LINES:
        raise RefusedError(f"Văn bản có quá nhiều dòng ({count}; tối đa {MAX_LINES}).", SPLIT)
    lines, findings = _unbroken(list(_lines(_UNPRINTABLE.sub("", text))))
    blocks = list(_blocks(lines))
    _refuse_endless(blocks)
    numbers: list[int] = []
    body = "".join(_block(block, centred, numbers) for block, centred in _aligned(blocks))
    document = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'
    parts = {**_PARTS, "word/document.xml": document}
    docx = archive(entry(name, (DECLARATION + content).encode()) for name, content in parts.items())
    return Typed(docx, tuple(numbers), findings)


def _lines(text: str) -> Iterator[_Written]:
    """Yield the lines of a text; a new page parts what stands before and behind it."""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        first, *others = re.split("[\f\v]", line)
        yield _Written(number, first)
        for other in others:
            yield from (_Written(number, ""), _Written(number, other, page=True))


def _unbroken(lines: Sequence[_Written]) -> tuple[list[_Written], tuple[Finding, ...]]:
    """Return lines without what pages and programs did to them, and what is told of it; tabs part cells."""
    words = [line.text for line in lines]
    places = list(page_numbers(words))
    for place in places:
        words[place] = ""
    whole, count = joined(parted(words))
    written = [replace(line, text=text) for line, text in zip(lines, whole, strict=True) if text is not None]
    told = []
    if places:
        shown = ", ".join(f"“{lines[place].text.strip()}”" for place in places)
        message = f"đã bỏ {len(places)} dòng chỉ có số trang: {shown}; docgen tự đánh số trang khi in."
        told.append(_told("so-trang", lines[places[0]].number, message))
    if count:
        message = f"văn bản bị ngắt dòng theo cột; đã nối {count} dòng vào dòng trước."
        told.append(_told("noi-dong", None, message))
    return written, tuple(told)


def _told(code: str, line: int | None, message: str) -> Finding:
    return Finding(code=code, severity=Severity.INFO, place="", line=line, message=message)


def _refuse_endless(blocks: Sequence[Sequence[_Written]]) -> None:
    """Judge a text by its own lines before they become paragraphs and rows, whose limits these are."""
    lines = [line for block in blocks for line in block]
    for line in lines:
        longest = max(map(len, line.text.split("\t")))
        if longest > MAX_LENGTH:
            raise RefusedError(
                f"Dòng {line.number} dài {longest} chữ; tối đa {MAX_LENGTH} chữ.",
                "Hãy ngắt dòng đó thành các đoạn rồi thử lại.",
            )
    pieces = sum(1 + line.text.count("\t") for line in lines)
    rows = sum(line.row for line in lines)
    for what, count, most in (("hàng của bảng", rows, MAX_ROWS), ("dòng và ô", pieces, MAX_PARAGRAPHS)):
        if count > most:
            raise RefusedError(f"Văn bản có quá nhiều {what} ({count}; tối đa {most}).", SPLIT)


def _blocks(lines: Sequence[_Written]) -> Iterator[list[_Written]]:
    """Yield the lines that follow one another, tables apart from paragraphs."""
    for blank, group in groupby(lines, key=lambda line: not line.text.strip()):
        if not blank:
            told = _with_rows(list(group))
            yield from (list(block) for _, block in groupby(told, key=lambda line: line.row))


def _with_rows(lines: Sequence[_Written]) -> Iterator[_Written]:
    """Yield lines marked as rows: those with tabs, and those right below one."""
    in_table = False
    for line in lines:
        in_table = in_table or "\t" in line.text
        yield replace(line, row=in_table)


def _aligned(blocks: Sequence[list[_Written]]) -> Iterator[tuple[list[_Written], bool]]:
    """Yield each block and whether it is centred: a title in capitals, and the subject that may follow it."""
    titled = False
    head = {id(line) for line in [line for block in blocks for line in block][:_HEAD_LINES]}
    for block in blocks:
        columns = [_side_by_side(line) if id(line) in head else _apart(line) for line in block]
        title = _TITLE.match(block[0].text.strip()) is not None and not block[0].row
        yield columns, title or (titled and _may_be_subject(block))
        titled = title and len(block) == 1


def _may_be_subject(block: Sequence[_Written]) -> bool:
    short = all(len(line.text) <= _LONGEST_TITLE and not line.row for line in block)
    return (
        short and not _NUMBERED.match(block[0].text) and not block[-1].text.rstrip().endswith((".", ";", ":"))
    )


def _side_by_side(line: _Written) -> _Written:
    """Part by a tab what stood in two columns of the head."""
    if found := _NUMBER_BESIDE_DATE.fullmatch(line.text.strip()):
        return replace(line, text=f"{found['left']}\t{found['right']}")
    words = line.text.split()
    for fixed in map(rule_text, ("national_title", "motto")):
        count = len(fixed.split())
        if len(words) > count and _key(words[-count:]) == _key(fixed.split()):
            return replace(line, text=f"{' '.join(words[:-count])}\t{' '.join(words[-count:])}")
    return _apart(line)


def _apart(line: _Written) -> _Written:
    """Part by a tab what wide blanks part, but not in a table."""
    return line if line.row else replace(line, text=beside(line.text))


def _key(words: Sequence[str]) -> str:
    return plain(fold(" ".join(words)))


def _block(lines: Sequence[_Written], centred: bool, numbers: list[int]) -> str:  # noqa: FBT001
    if lines[0].row:
        return _table(lines, numbers)
    bold, paragraphs = False, []
    for line in lines:
        stretches = line.text.strip().split("**")
        runs = "".join(_run(text, bold=bold ^ bool(at % 2)) for at, text in enumerate(stretches) if text)
        bold ^= len(stretches) % 2 == 0
        numbers.append(line.number)
        paragraphs.append(_paragraph(runs, centred=centred, page=line.page))
    return "".join(paragraphs)


def _table(lines: Sequence[_Written], numbers: list[int]) -> str:
    rows = [line.text.split("\t") for line in lines]
    columns = max(map(len, rows))
    cells = []
    for line, row in zip(lines, rows, strict=True):
        numbers += [line.number] * len(row)
        cells.append(
            "".join(
                _cell(text, columns - len(row) + 1 if at == len(row) else 1) for at, text in enumerate(row, 1)
            )
        )
    grid = '<w:gridCol w:w="1800"/>' * columns
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    borders = f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _cell(text: str, columns: int) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>' if columns > 1 else ""
    return f"<w:tc>{span}{_paragraph(_run(text.strip()) if text.strip() else '')}</w:tc>"


def _paragraph(runs: str, *, centred: bool = False, page: bool = False) -> str:
    begins = "<w:pageBreakBefore/>" if page else ""
    align = '<w:jc w:val="center"/>' if centred else ""
    return f"<w:p><w:pPr>{begins}{align}</w:pPr>{runs}</w:p>"


def _run(text: str, *, bold: bool = False) -> str:
    face = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
