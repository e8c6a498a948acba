"""The receipt of what a unit sent for a period (*biên nhận*), worded: who, when, its marks, all it says.

No decree has a model of it. It is laid out as the comparison paper is: facts, then a table on lying pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from docgen import rules
from docgen.documents.base import Properties, Run, SignatureBlock
from docgen.documents.compared import (
    ComparisonColumns,
    ComparisonHead,
    ComparisonPaper,
    ComparisonRow,
    ComparisonRowKind,
)
from docgen.documents.sosanh import NAME
from docgen.language.dates import long_date
from docgen.language.quantities import count
from docgen.model.organisation import Organisation

_TITLE = "Biên nhận báo cáo"
_SENDER = "Người gửi"
_LONG = 600
"""Letters of a row that may go on overleaf."""


@dataclass(frozen=True)
class ReceiptRow:
    """One thing that was said: `status` and `said` of `text`; `proof` are documents, files, reasons."""

    number: str
    deadline: str
    text: str
    status: str = ""
    said: str = ""
    proof: str = ""


@dataclass(frozen=True)
class ReceiptGroup:
    """What was said under one heading."""

    title: str
    rows: tuple[ReceiptRow, ...]


@dataclass(frozen=True)
class Receipt:
    """What a receipt says. `sent_at` is in the zone of the office; `late` is "nộp chậm 2 ngày", or "".

    `reader` is who looks at it, `read_until` by when: "chậm nhất ngày 20/3/2025".
    """

    organisation: Organisation
    unit: str
    period: str
    code: str
    sha256: str
    sent_at: datetime
    sent_by: str
    reader: str
    read_until: str
    late: str
    groups: tuple[ReceiptGroup, ...]

    @property
    def count(self) -> int:
        """How many rows say something."""
        return sum(len(group.rows) for group in self.groups)


def compose(receipt: Receipt) -> ComparisonPaper:
    """Word a receipt."""
    subject = f"Kết quả cải cách hành chính {receipt.period} của {receipt.unit}"
    title = f"{_TITLE} {receipt.code}"
    organisation, day = receipt.organisation, receipt.sent_at.date()
    return ComparisonPaper(
        document_type=NAME,
        properties=Properties(title=title, author=organisation.name, subject=subject, created=day),
        head=ComparisonHead(
            superior=organisation.superior.upper(),
            issuer=organisation.name.upper(),
            national_title=rules.text("national_title"),
            motto=rules.text("motto"),
            place_date=f"{organisation.place}, {long_date(day)}",
            title=f"{_TITLE}\n{subject}".upper(),
            reference=f"(Mã báo cáo: {receipt.code})",
        ),
        opening=tuple(_facts(receipt)),
        columns=ComparisonColumns(
            number="STT",
            place="Thời hạn",
            before="Nhiệm vụ, chỉ tiêu",
            after="Tình trạng, kết quả",
            reason="Văn bản, minh chứng, ghi chú",
        ),
        rows=tuple(_rows(receipt.groups)),
        signature=SignatureBlock(authority=(_SENDER.upper(),), name=receipt.sent_by),
    )


def _facts(receipt: Receipt) -> Iterator[str]:
    moment, late = receipt.sent_at, f" ({receipt.late})" if receipt.late else ""
    yield (
        f"{receipt.organisation.name} đã nhận báo cáo {receipt.period} của {receipt.unit}, gửi lúc"
        f" {moment:%H giờ %M} {long_date(moment.date())}{late}; báo cáo gồm {count(receipt.count)} dòng dưới"
        " đây."
    )
    yield f"Mã kiểm tra nội dung (SHA-256): {receipt.sha256}"
    yield f"{receipt.reader} xem, duyệt hoặc trả lại báo cáo {receipt.read_until}."


def _rows(groups: Sequence[ReceiptGroup]) -> Iterator[ComparisonRow]:
    for group in groups:
        yield ComparisonRow(kind=ComparisonRowKind.GROUP, place=group.title)
        yield from map(_row, group.rows)


def _row(row: ReceiptRow) -> ComparisonRow:
    status = [Run(text=row.status, bold=True)] if row.status else []
    said = [Run(text=f"\n{row.said}" if row.status else row.said)] if row.said else []
    is_long = max(map(len, (row.text, row.said, row.proof))) > _LONG
    return ComparisonRow(
        kind=ComparisonRowKind.LONG if is_long else ComparisonRowKind.SHORT,
        number=row.number,
        place=row.deadline,
        before=(Run(text=row.text),),
        after=(*status, *said),
        reason=(Run(text=row.proof),) if row.proof else (),
    )
