"""The receipt of what was sent last: everything as it was frozen then, with its code and its hash."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.documents import biennhan
from docgen.documents.biennhan import Receipt, ReceiptGroup, ReceiptRow
from docgen.errors import MissingError
from docgen.language.dates import short_date
from docgen.model.outcome import Status
from docgen.model.submission import Submission
from docgen.office.desk import VIETNAM, Desk
from docgen.office.submissions.asking import Heading, asked_rows
from docgen.office.submissions.fields import (
    BASIS,
    CONTENT,
    EVIDENCE,
    FINISHED,
    NOTE,
    PRODUCTS,
    REASON,
    RESULT,
    STATUS,
    VALUE,
    as_typed,
)
from docgen.office.submissions.page import owed, timing_of
from docgen.office.submissions.stored import (
    Stored,
    counting_dispatch,
    dispatch_view,
    stored_for_reading,
)
from docgen.office.submissions.subject import Subject
from docgen.office.submissions.views import Asked, DispatchView, RowName, Typed
from docgen.pdf import convert
from docgen.resources import shipped
from docgen.word import load_template, make_docx

_PROOF = {
    FINISHED: "Ngày hoàn thành: ",
    REASON: "Lý do: ",
    BASIS: "Căn cứ: ",
    NOTE: "",
    EVIDENCE: "Minh chứng: ",
}
_SAID = {
    RESULT: "",
    VALUE: "",
    CONTENT: "",
    "kho_khan": "Khó khăn: ",
    "kien_nghi": "Kiến nghị: ",
    "han_che": "Hạn chế: ",
    "nguyen_nhan": "Nguyên nhân: ",
}
"""What stands in which column, and with which words before it."""


@dataclass(frozen=True)
class ReceiptFile:
    """A receipt as a Word file; `name` is that of the file without its ending."""

    name: str
    docx: bytes

    def pdf(self) -> bytes:
        """Return it as a PDF, which takes seconds to make."""
        return convert(self.docx).data


@dataclass(frozen=True)
class Reading:
    """Who looks at what a unit sent, and until which day."""

    reader: str
    until: date


def receipt(desk: Desk, code: str, unit: str) -> ReceiptFile:
    """Return the receipt of what the office has of a unit; for reading alone.

    Raises:
        MissingError: nothing was sent, or it is another's.

    """
    stored = stored_for_reading(desk, code, unit)
    facts = _facts(desk, stored)
    paper = biennhan.compose(facts)
    template = load_template(shipped("templates") / paper.document_type)
    return ReceiptFile(facts.code, make_docx(paper, template))


def _facts(desk: Desk, stored: Stored) -> Receipt:
    dispatch = counting_dispatch(desk.session, stored.submission)
    if dispatch is None:
        raise MissingError("Đơn vị chưa gửi báo cáo nên chưa có biên nhận.", "Hãy gửi báo cáo trước.")
    subject, view = stored.subject, dispatch_view(desk.session, dispatch)
    reading, sent_at = reading_of(subject, view), view.sent_at.astimezone(VIETNAM)
    return Receipt(
        organisation=subject.organisation.on(sent_at.date()),
        unit=subject.unit_name(stored.unit),
        period=subject.period.name,
        code=view.code,
        sha256=view.sha256,
        sent_at=sent_at,
        sent_by=view.sent_by,
        reader=reading.reader,
        read_until=f"chậm nhất ngày {short_date(reading.until)}",
        late=timing_of(stored, desk.today).stamp,
        groups=tuple(_groups(stored, as_typed(Submission.model_validate(dispatch.data)))),
    )


def reading_of(subject: Subject, sent: DispatchView) -> Reading:
    """Return who looks at what was sent: the unit that drafts the plan; at once where the due day is over."""
    named = subject.organisation.find(subject.plan.recipients.drafting_unit)
    reader = named.name if named else subject.organisation.name
    return Reading(reader, max(subject.period.dates.due, sent.sent_at.astimezone(VIETNAM).date()))


def _groups(stored: Stored, sent: dict[RowName, Typed]) -> Iterator[ReceiptGroup]:
    for heading, asked in asked_rows(stored.subject, sent, owed(stored)):
        rows = (_row(one, sent[one.name]) for one in asked)
        yield ReceiptGroup(_title(heading), tuple(rows))


def _title(heading: Heading) -> str:
    return ". ".join(filter(None, (heading.part, heading.title)))


def _row(asked: Asked, typed: Typed) -> ReceiptRow:
    status = Status(typed[STATUS]).label if STATUS in typed else ""
    said, proof = (
        [f"{label}{typed[key]}" for key, label in labels.items() if typed.get(key)]
        for labels in (_SAID, _PROOF)
    )
    products = ["; ".join(one.values()) for one in typed.get(PRODUCTS, ())]
    return ReceiptRow(
        number=asked.number,
        deadline=asked.deadline or asked.measure,
        text=asked.text,
        status=status,
        said="\n".join(said),
        proof="\n".join((*products, *proof)),
    )
