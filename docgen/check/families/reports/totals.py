"""Totals in the text of a report against the tables of its appendices (R05)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.reports.arithmetic import COUNT, whole
from docgen.components import BodyParagraph, Role, key
from docgen.language.text import nfc
from docgen.word.reading import Row, Table

_TOLD = re.compile(
    rf"(?:tổng\s+số\s+(?:là\s+|có\s+)?|(?P<part>{COUNT})\s*/\s*)(?P<of>{COUNT})\s+(?P<unit>[^\W\d]+\s+[^\W\d]+)",
    re.IGNORECASE,
)
_DONE_BEFORE = re.compile(r"\bhoan thanh\s*$")
_APPENDIX = re.compile(r"\bphu luc\b")
_NUMBERED = re.compile(r"\d+\.?$")
_SUBNUMBERED = re.compile(r"\d+\.\d+\.?$")
_STATED = re.compile(rf"tong (?:so|cong)\s*:?\s*({COUNT})\b")
_STATUS_HEAD = re.compile(r"\b(tinh trang|trang thai)\b")
_STATUS = re.compile(
    r"(da |chua |dang |khong )?(hoan thanh|thuc hien|den han|trien khai|giai quyet)\b|khong con|chua\b"
)
_DONE = re.compile(r"(da )?(hoan thanh|thuc hien xong)\b")


@dataclass(frozen=True)
class _Counted:
    """What the appendices hold of one thing: their rows, and the totals by every way to count them."""

    rows: int
    totals: frozenset[int]
    done: int | None


def totals(case: Case) -> Breaches:
    """Yield totals in paragraphs that point to an appendix, where it holds no such number of rows."""
    tables = [table for part in case.paper.appendices for table in part.tables if table.rows]
    body = case.paper.main.body
    for at, one in enumerate(body if tables else ()):
        if _points_to_appendix(one, body[at + 1 : at + 2]):
            yield from _compared(one, tables)


def _points_to_appendix(one: BodyParagraph, following: Sequence[BodyParagraph]) -> bool:
    pointed = any(other.role is Role.POINTER and _APPENDIX.search(key(other.text)) for other in following)
    return pointed or bool(_APPENDIX.search(key(one.text)))


def _compared(one: BodyParagraph, tables: Sequence[Table]) -> Breaches:
    words = nfc(one.text)
    for found in _TOLD.finditer(words):
        counted = _count(tables, key(found["unit"]))
        if counted is None:
            continue
        total, unit = whole(found["of"]), found["unit"]
        if total not in counted.totals:
            yield _breach(one, found, f"{counted.rows} {unit}", f"{total} {unit}")
        elif (
            found["part"]
            and total == counted.rows
            and counted.done not in {None, whole(found["part"])}
            and _says_done(found)
        ):
            expected = f"{counted.done} {unit} hoàn thành"
            yield _breach(one, found, expected, f"{whole(found['part'])} {unit} hoàn thành")


def _says_done(found: re.Match[str]) -> bool:
    return bool(_DONE_BEFORE.search(key(found.string[: found.start()])))


def _breach(one: BodyParagraph, found: re.Match[str], expected: str, told: str) -> Breach:
    message = f"Lời văn ghi {told}; phụ lục có {expected}. Hãy đối chiếu và sửa cho khớp."
    return Breach("R05", message, one.paragraph, found[0], expected=expected, found=told)


def _count(tables: Sequence[Table], unit: str) -> _Counted | None:
    """Count the rows of tables that list such things; None where there are none, or a table lists none."""
    listing = [table for table in tables if any(unit in key(cell.words) for cell in table.rows[0].cells)]
    rows = [sum(1 for _ in _rows(table, _NUMBERED)) for table in listing]
    if not listing or not all(rows):
        return None
    more = sum(1 for table in listing for _ in _rows(table, _SUBNUMBERED))
    stated = [total for table in listing for total in _stated(table)]
    known = {sum(rows), sum(rows) + more, sum(stated), *rows, *stated, *_of_parts(listing)}
    return _Counted(sum(rows), frozenset(known), _done(listing))


def _rows(table: Table, label: re.Pattern[str]) -> Iterator[Row]:
    return (row for row in table.rows[1:] if row.cells and label.match(row.cells[0].words))


def _stated(table: Table) -> Iterator[int]:
    """Yield the totals that rows state: "Tổng số: 26 nhiệm vụ"."""
    for row in table.rows[1:]:
        if found := _STATED.match(key(" ".join(cell.words for cell in row.cells if cell.words))):
            yield whole(found[1])


def _of_parts(tables: Sequence[Table]) -> Iterator[int]:
    """Yield how many rows there are before the numbers begin anew, and up to each end of that kind."""
    for table in tables:
        count = 0
        for row in _rows(table, _NUMBERED):
            if row.cells[0].words.rstrip(".") == "1" and count:
                yield count
                count = 0
            count += 1
        yield count


def _done(tables: Sequence[Table]) -> int | None:
    """Return how many rows say that they are done; None where a row does not say how it stands."""
    told: list[str] = []
    for table in tables:
        columns = [cell.column for cell in table.rows[0].cells if _STATUS_HEAD.search(key(cell.words))]
        if len(columns) != 1:
            return None
        for row in _rows(table, _NUMBERED):
            told += [key(cell.words) for cell in row.cells if cell.column == columns[0]]
    return sum(1 for one in told if _DONE.match(one)) if all(_STATUS.match(one) for one in told) else None
