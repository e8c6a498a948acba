"""The contents of administrative reform: all of them, by their names, in their order (R03)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.reports.periods import read_period
from docgen.components import BodyParagraph, Role, key
from docgen.model.finding import Severity
from docgen.rules.reports import LONGEST_TITLE, Content, contents, named_content
from docgen.word.reading import Paragraph, Row, Table

_REFORM = re.compile(r"\b(cai cach hanh chinh|cchc)\b")
_PARTIAL = re.compile(
    r"\b(kiem tra|chi so|tuyen truyen|truyen thong|sang kien|thi dua|khao sat|cham diem|giai trinh|khac phuc|"
    r"hoi nghi|thu tuc hanh chinh|kiem soat|hai long|tiep thu|gop y|dot xuat|chuyen de)\b"
)
"""Subjects that are about one side of the reform, and go through no contents."""

_FEW = 3
"""Contents by which a plan shows that it goes through them."""

_RANKS = {
    Role.PART: 0,
    Role.PART_TITLE: 0,
    Role.SECTION: 1,
    Role.TITLED_ITEM: 2,
    Role.ITEM: 2,
    Role.SUBITEM: 3,
    Role.POINT: 4,
}
_PART_LETTERS = "ABCDEFGH"
_ROMAN = re.compile(r"[IVX]+$")


@dataclass(frozen=True)
class _Heading:
    """A heading: its words and how deep it stands; `content` is the number of the one that it names.

    `good` says whether it is named rightly.
    """

    paragraph: Paragraph
    rank: int
    content: int | None = None
    good: bool = True


def reform(case: Case) -> Breaches:
    """Yield what a plan or report on administrative reform lacks, names wrongly or puts in another order."""
    main = case.paper.main
    subject = key(main.subject_text)
    if main.type not in _SEVERITIES or not _REFORM.search(subject) or _PARTIAL.search(subject):
        return
    if read_period(main.subject_text, case.date) is None:
        return
    tables = [list(_groups(table)) for part in case.paper.parts for table in part.tables]
    lists = [list(_headings(main.body)), *tables]
    headings = list(chain(*lists))
    named = {heading.content for heading in headings} - {None}
    if len(named) < _FEW:
        return
    severity = _SEVERITIES[main.type]
    yield from _missing(named, main.type_name.paragraph if main.type_name else None, severity)
    yield from _wrongly_named(headings, severity)
    for one in lists:
        yield from _out_of_order(one, severity)


_SEVERITIES = {"Báo cáo": None, "Kế hoạch": Severity.WARNING}


def _headings(body: Sequence[BodyParagraph]) -> Iterator[_Heading]:
    for one in body:
        if one.role in _RANKS:
            yield _heading(one.paragraph, one.text, _RANKS[one.role])


def _groups(table: Table) -> Iterator[_Heading]:
    """Yield the rows of a table that name a group: a numeral and a title, or a title alone."""
    for row in table.rows:
        yield from _group(row)


def _group(row: Row) -> Iterator[_Heading]:
    shown = [cell for cell in row.cells if cell.words]
    if not shown or len(shown) > 2 or len(shown[-1].words) > LONGEST_TITLE:  # noqa: PLR2004 - numeral, title
        return
    title = shown[-1].paragraphs[0]
    label = shown[0].words.strip(" .)")
    if len(shown) == 1 and len(row.cells) > 1:
        label = label.split(".", 1)[0]
    if label in _PART_LETTERS:
        yield _heading(title, shown[-1].words, 0)
    elif _ROMAN.match(label):
        yield _heading(title, shown[-1].words, 1)


def _heading(paragraph: Paragraph, text: str, rank: int) -> _Heading:
    content, good = named_content(text)
    return _Heading(paragraph, rank, content, good)


def _missing(named: set[int | None], place: Paragraph | None, severity: Severity | None) -> Breaches:
    lacking = [row.name for at, row in enumerate(contents()) if at not in named]
    if lacking:
        told = "; ".join(lacking)
        message = f"Thiếu đề mục cải cách hành chính: {told}. Hãy bổ sung; nếu không phát sinh thì ghi rõ."
        yield Breach("R03", message, place, expected=told, found="không có", severity=severity)


def _wrongly_named(headings: Sequence[_Heading], severity: Severity | None) -> Breaches:
    for heading in headings:
        if heading.content is None or heading.good:
            continue
        name = _row(heading.content).name
        message = f"Nội dung này phải có tên “{name}”. Hãy sửa lại đề mục."
        yield Breach(
            "R03",
            message,
            heading.paragraph,
            expected=name,
            found=heading.paragraph.words,
            severity=severity,
        )


def _row(content: int) -> Content:
    return contents()[content]


def _out_of_order(headings: Sequence[_Heading], severity: Severity | None) -> Breaches:
    """Yield the first content of each row of headings that stands behind one that it comes before."""
    for row in _rows(headings):
        for before, heading in pairwise(row):
            first, second = before.content, heading.content
            if first is not None and second is not None and second < first:
                message = (
                    f"“{_row(second).name}” phải đứng trước “{_row(first).name}”. "
                    "Hãy xếp lại theo thứ tự của Nghị quyết số 76/NQ-CP."
                )
                yield Breach(
                    "R03",
                    message,
                    heading.paragraph,
                    expected=f"trước {_row(first).name}",
                    found=f"sau {_row(first).name}",
                    severity=severity,
                )
                break


def _rows(headings: Iterable[_Heading]) -> Iterator[list[_Heading]]:
    """Yield the contents that stand under one heading, in a row: those of one depth."""
    row: list[_Heading] = []
    for heading in headings:
        if row and (
            heading.rank < row[0].rank or (heading.content is not None and heading.rank != row[0].rank)
        ):
            yield row
            row = []
        if heading.content is not None:
            row.append(heading)
    yield row
