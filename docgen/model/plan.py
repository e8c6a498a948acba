"""`Plan`: the yearly plan, body and appendices, as data."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator

from docgen.language.lettering import letter
from docgen.language.text import nfc
from docgen.model.appendix import Appendix, Part, Subtask
from docgen.model.base import Model, Some, repeated
from docgen.model.body import BodyText, Section
from docgen.model.citation import Citation, find_citations
from docgen.model.day import Day
from docgen.model.deadline import Deadline
from docgen.model.decision import Decision
from docgen.model.recipients import Recipients
from docgen.model.signature import Signature
from docgen.model.text import Words, unmarked

EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


class MarkedPart(NamedTuple):
    """A part of an appendix with the letter that tells it from the others, "" of the only one there is."""

    mark: str
    title: str
    part: Part


class RepeatedIdError(ValueError):
    """Two tasks of one plan, or two of its decisions, have the same id."""


def plan_day(year: int, issue_year: int | None, issued_on: date | None) -> date:
    """Return the day as of which a plan of `year` is written: of its issue, or the last that it can be.

    A draft is issued in its year of issue; where that is not known, in the year before its own.
    """
    return issued_on or date(issue_year or year - 1, 12, 31)


def _composed(value: object) -> object:
    return nfc(value) if isinstance(value, str) else value


class Plan(Model):
    """A yearly plan. `number` and `issued_on` are empty while it is a draft; `issue_year` is known before.

    The year of issue follows from the day where that is known.
    """

    type_name: Annotated[Literal["Kế hoạch"], BeforeValidator(_composed)] = Field(
        default="Kế hoạch", alias="loai", title="Loại văn bản"
    )
    year: int = Field(alias="nam", title="Năm kế hoạch", ge=EARLIEST_YEAR, le=LATEST_YEAR)
    number: int | None = Field(default=None, alias="so", title="Số", ge=1)
    issued_on: Day | None = Field(default=None, alias="ngay_ban_hanh", title="Ngày ban hành")
    issue_year: int | None = Field(
        default=None, alias="nam_ban_hanh", title="Năm ban hành", ge=EARLIEST_YEAR, le=LATEST_YEAR
    )
    electronic: bool = Field(default=False, alias="van_ban_dien_tu", title="Văn bản điện tử")
    subject: Words = Field(alias="trich_yeu", title="Trích yếu")
    legal_bases: tuple[BodyText, ...] = Field(default=(), alias="can_cu", title="Căn cứ")
    opening: tuple[BodyText, ...] = Field(default=(), alias="mo_dau", title="Mở đầu")
    sections: Annotated[tuple[Section, ...], Some] = Field(alias="noi_dung", title="Nội dung")
    recipients: Recipients = Field(alias="noi_nhan", title="Nơi nhận")
    signature: Signature = Field(alias="ky", title="Chữ ký")
    appendices: tuple[Appendix, ...] = Field(default=(), alias="phu_luc", title="Phụ lục")
    decisions: tuple[Decision, ...] = Field(default=(), alias="can_quyet_dinh", title="Việc cần quyết định")

    @model_validator(mode="after")
    def _issue_years_agree(self) -> Self:
        if self.issued_on and self.issue_year not in {None, self.issued_on.year}:
            raise ValueError(
                f"nam_ban_hanh là {self.issue_year} mà ngay_ban_hanh thuộc năm {self.issued_on.year};"
                " hãy sửa một nơi"
            )
        if self.issued_on:
            self.__dict__["issue_year"] = self.issued_on.year
        return self

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        if twice := repeated(row.id for row in self.rows()):
            raise RepeatedIdError(
                f"mã nhiệm vụ {', '.join(twice)} dùng nhiều lần; mỗi nhiệm vụ cần một mã riêng"
            )
        return self

    @model_validator(mode="after")
    def _decisions_are_told_apart(self) -> Self:
        if twice := repeated(decision.id for decision in self.decisions):
            raise RepeatedIdError(f"việc cần quyết định {', '.join(twice)} ghi nhiều lần; hãy giữ một")
        return self

    def open_decisions(self) -> tuple[Decision, ...]:
        """Return what nobody has settled yet; while there is any the plan is a draft."""
        return tuple(decision for decision in self.decisions if decision.is_open)

    @property
    def day(self) -> date:
        """The day as of which it is written, see `plan_day`."""
        return plan_day(self.year, self.issue_year, self.issued_on)

    def rows(self) -> Iterator[Subtask]:
        """Yield every task and sub-task of every appendix in the order of the page."""
        for appendix in self.appendices:
            yield from appendix.rows()

    def marked_parts(self) -> Iterator[MarkedPart]:
        """Yield the parts of every appendix in the order of the page, as one list of them letters them.

        The letters of one appendix are those of its page. Those of several go on from one to the next, and a
        part that needs no title on its page, being alone there, is called as its appendix.
        """
        several = len(self.appendices) > 1
        parts = ((appendix, part) for appendix in self.appendices for part in appendix.parts)
        for position, (appendix, part) in enumerate(parts, 1):
            title = part.title or (appendix.title if several else "")
            yield MarkedPart(letter(position).upper() if title else "", title, part)

    def deadline(self, row: Subtask) -> Deadline:
        """Return the deadline of `row`, understood in the year of the plan."""
        return Deadline.parse(row.deadline, self.year, row.event.day if row.event else None)

    def texts(self) -> Iterator[str]:
        """Yield every text in reading order, as stored: subject, body, recipients, appendices."""
        yield from (self.subject, *self.legal_bases, *self.opening)
        for section in self.sections:
            yield from section.texts()
        yield from self.recipients.lines
        for appendix in self.appendices:
            yield from appendix.texts()

    def printed_in_capitals(self) -> Iterator[str]:
        """Yield the titles that are printed in capitals, as stored."""
        yield from (section.title for section in self.sections)
        yield from self.signature.titles()
        for appendix in self.appendices:
            yield from appendix.titles()

    def citations(self) -> tuple[Citation, ...]:
        """Return every document that the plan cites, in reading order, as often as it is cited."""
        return tuple(citation for text in self.texts() for citation in find_citations(unmarked(text)))
