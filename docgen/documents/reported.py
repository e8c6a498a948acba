"""`Report`: every word of a periodic report and its two tables; `Letter`: a letter with its table.

A report is Mẫu 1.4 of Phụ lục III with "Kính gửi"; a letter (công văn) is Mẫu 1.5.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from pydantic import Field

from docgen import rules
from docgen.documents.base import (
    Head,
    Paragraph,
    Printed,
    PrintedDocument,
    Recipients,
    RowKind,
    SignatureBlock,
    filled_texts,
)

REPORT, LETTER = "baocao", "congvan"
"""The names of their templates."""


class Addressees(Printed):
    """Cell 9a: "Kính gửi:" and who the document is for, one a line (Phụ lục I, Phần I, Mục II.9.b).

    Without lines it is not printed.
    """

    label: str = Field(alias="nhan")
    lines: tuple[str, ...] = Field(alias="cac_dong")

    def texts(self) -> Iterator[str]:
        """Yield the texts in reading order."""
        if self.lines:
            yield from (self.label, *self.lines)


class AttachedTable(Printed):
    """The heading lines of an appendix that is a table: "Phụ lục I", title, "(Kèm theo …)"."""

    label: str = Field(alias="nhan")
    title: str = Field(alias="ten")
    reference: str = Field(alias="kem_theo")


class ResultColumns(Printed):
    """The headings of the table of results."""

    number: str = Field(alias="stt")
    text: str = Field(alias="noi_dung")
    lead: str = Field(alias="chu_tri")
    coordinating: str = Field(alias="phoi_hop")
    deadline: str = Field(alias="thoi_gian")
    result: str = Field(alias="ket_qua")
    standing: str = Field(alias="tinh_trang")
    note: str = Field(alias="ghi_chu")


def _is_long(cells: dict[str, Any]) -> bool:
    """Say whether a row is so long that it may go on overleaf: else half a page would stay empty."""
    return max(len(cells[name]) for name in ResultColumns.model_fields) > rules.figure("table.whole_row").use


class ResultRow(Printed):
    """A row of the table of results: a part, a group, a task, a sub-task, or a total.

    Whether it is `long`, and may be split between pages, follows from its words.
    """

    kind: RowKind = Field(alias="loai")
    number: str = Field(default="", alias="stt")
    text: str = Field(alias="noi_dung")
    lead: str = Field(default="", alias="chu_tri")
    coordinating: str = Field(default="", alias="phoi_hop")
    deadline: str = Field(default="", alias="thoi_gian")
    result: str = Field(default="", alias="ket_qua")
    standing: str = Field(default="", alias="tinh_trang")
    note: str = Field(default="", alias="ghi_chu")
    long: bool = Field(default_factory=_is_long, alias="dai")


class ResultTable(AttachedTable):
    """Appendix I: what has become of every task of the plan."""

    columns: ResultColumns = Field(alias="cot")
    rows: tuple[ResultRow, ...] = Field(alias="cac_dong")


class StatisticsColumns(Printed):
    """The headings of the statistics."""

    number: str = Field(alias="stt")
    text: str = Field(alias="chi_tieu")
    measure: str = Field(alias="don_vi_tinh")
    value: str = Field(alias="so_lieu")
    previous: str = Field(alias="ky_truoc")
    note: str = Field(alias="ghi_chu")


class StatisticsRowKind(StrEnum):
    """What a row of the statistics is: the title of a form, or an indicator."""

    FORM = "bieu"
    INDICATOR = "chi_tieu"


class StatisticsRow(Printed):
    """A row of the statistics; a form has only its number and title."""

    kind: StatisticsRowKind = Field(alias="loai")
    number: str = Field(default="", alias="stt")
    text: str = Field(alias="chi_tieu")
    measure: str = Field(default="", alias="don_vi_tinh")
    value: str = Field(default="", alias="so_lieu")
    previous: str = Field(default="", alias="ky_truoc")
    note: str = Field(default="", alias="ghi_chu")


class StatisticsTable(AttachedTable):
    """Appendix II: the statistics, form by form."""

    columns: StatisticsColumns = Field(alias="cot")
    rows: tuple[StatisticsRow, ...] = Field(alias="cac_dong")


class Report(PrintedDocument):
    """A periodic report: head, addressees, body, recipients, signature, results, statistics."""

    head: Head = Field(alias="dau")
    addressees: Addressees = Field(alias="kinh_gui")
    body: tuple[Paragraph, ...] = Field(alias="noi_dung")
    recipients: Recipients = Field(alias="noi_nhan")
    signature: SignatureBlock = Field(alias="ky")
    results: ResultTable = Field(alias="bang_ket_qua")
    statistics: StatisticsTable = Field(alias="bang_thong_ke")

    def printed_texts(self) -> Iterator[str]:
        """Yield every text in reading order."""
        yield from (text for _, text in self.head.texts())
        yield from self.addressees.texts()
        yield from (paragraph.text for paragraph in self.body)
        yield from _closing_texts(self.recipients, self.signature)
        for table in (self.results, self.statistics):
            yield from _table_texts(table, table.columns, table.rows)


class OwedColumns(Printed):
    """The headings of the table of what units owe."""

    number: str = Field(alias="stt")
    text: str = Field(alias="noi_dung")
    deadline: str = Field(alias="thoi_gian")
    urgency: str = Field(alias="yeu_cau")


class OwedRow(Printed):
    """A row of what units owe: a unit (a group) or one of its tasks."""

    kind: RowKind = Field(alias="loai")
    number: str = Field(default="", alias="stt")
    text: str = Field(alias="noi_dung")
    deadline: str = Field(default="", alias="thoi_gian")
    urgency: str = Field(default="", alias="yeu_cau")


class OwedTable(AttachedTable):
    """The appendix of a letter: what each unit has not reported yet."""

    columns: OwedColumns = Field(alias="cot")
    rows: tuple[OwedRow, ...] = Field(alias="cac_dong")


class LetterHead(Printed):
    """The head of a letter: it has no name of its type; its subject stands under the number (cell 5b)."""

    superior: str = Field(default="", alias="co_quan_chu_quan")
    issuer: str = Field(alias="co_quan_ban_hanh")
    national_title: str = Field(alias="quoc_hieu")
    motto: str = Field(alias="tieu_ngu")
    number_line: str = Field(alias="so_ky_hieu")
    subject: str = Field(alias="trich_yeu")
    place_date: str = Field(alias="dia_danh_thoi_gian")
    draft_mark: str = Field(default="", alias="du_thao")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what is printed, by name; not the mark of a draft, as in `Head`."""
        return ((name, text) for name, text in self if text and name != "draft_mark")


class Letter(PrintedDocument):
    """An official letter (công văn) to units: head, addressees, body, recipients, signature, table."""

    head: LetterHead = Field(alias="dau")
    addressees: Addressees = Field(alias="kinh_gui")
    body: tuple[Paragraph, ...] = Field(alias="noi_dung")
    recipients: Recipients = Field(alias="noi_nhan")
    signature: SignatureBlock = Field(alias="ky")
    owed: OwedTable = Field(alias="bang")

    def printed_texts(self) -> Iterator[str]:
        """Yield every text in reading order."""
        yield from (text for _, text in self.head.texts())
        yield from self.addressees.texts()
        yield from (paragraph.text for paragraph in self.body)
        yield from _closing_texts(self.recipients, self.signature)
        yield from _table_texts(self.owed, self.owed.columns, self.owed.rows)


def _closing_texts(recipients: Recipients, signature: SignatureBlock) -> Iterator[str]:
    yield from (recipients.label, *recipients.lines)
    yield from (*signature.authority, signature.name)


def _table_texts(heading: AttachedTable, columns: Printed, rows: tuple[Printed, ...]) -> Iterator[str]:
    """Yield the texts of an appendix in reading order."""
    yield from (heading.label, heading.title, heading.reference)
    yield from filled_texts(columns)
    for row in rows:
        yield from (text for name, text in row if text and name not in _UNPRINTED)


_UNPRINTED = frozenset({"kind", "long"})
"""What a row says to its template alone."""
