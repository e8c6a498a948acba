"""The draft of a report as its editor sees it: paragraph by paragraph, with the sources of every number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.documents.baocao import Passage, edited, slips
from docgen.documents.baocao.lines import OPENING
from docgen.model.figure import read
from docgen.model.finding import Finding, warning
from docgen.model.period import ReportingPeriod
from docgen.office.reports.collected import snapshot
from docgen.office.reports.snapshot import Snapshot
from docgen.office.submissions.subject import find_period
from docgen.office.who import who
from docgen.store import tables


@dataclass(frozen=True)
class Edit:
    """What an editor wants to stand at a `place`, "" to leave it out; `original` is what the data said then.

    `version` goes back with a change.
    """

    place: str
    text: str
    original: str
    version: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True)
class DraftPassage:
    """A paragraph of the draft, and what an editor has made of it.

    `passage.line.words` are its pieces as printed: numbers (`Figure`) and quoted words (`Quotation`) say
    where they come from, see `ReportDraft.origins`.
    """

    passage: Passage
    edit: Edit | None = None

    @property
    def place(self) -> str:
        """Its key."""
        return self.passage.place

    @property
    def where(self) -> str:
        """Where it stands, in words: "Mục II.3.b", "Mở đầu"."""
        place = self.passage.line.place
        return place if place == OPENING else f"Mục {place}"

    @property
    def written(self) -> str:
        """What the data say."""
        return read(self.passage.written)

    @property
    def printed(self) -> str:
        """What is printed, without its number; "" of what is left out."""
        return read(self.passage.line.words)

    @property
    def version(self) -> int:
        """That of its edit; 0 while there is none."""
        return self.edit.version if self.edit else 0

    @property
    def is_outdated(self) -> bool:
        """Say whether the data say something else by now than when it was edited."""
        return self.edit is not None and self.edit.original != self.written

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return which numbers an editor has dropped, changed or added."""
        return tuple(_doubts(self)) if self.edit else ()


@dataclass(frozen=True)
class Origin:
    """Where a submission stands that sources name: its period and the id of its unit."""

    period: ReportingPeriod
    unit: str


@dataclass(frozen=True)
class ReportDraft:
    """The draft of a period's report.

    `lost` are edits of places that are not there any more. `origins` tells of every submission, by the name
    that sources have for it, where it stands. `content` changes whenever anything of the report does;
    `pictured` says that the picture of the period stands in it.
    """

    period: ReportingPeriod
    title: str
    passages: tuple[DraftPassage, ...]
    lost: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    origins: Mapping[str, Origin]
    content: str
    pictured: bool

    @property
    def outdated(self) -> tuple[DraftPassage, ...]:
        """The passages whose edits must be looked at again."""
        return tuple(one for one in self.passages if one.is_outdated)

    def passage(self, place: str) -> DraftPassage | None:
        """Return the passage at a place; None where there is none."""
        return next((one for one in self.passages if one.place == place), None)


def draft(session: Session, code: str) -> ReportDraft:
    """Return the draft of the report of a period, or the report once it is issued.

    Raises:
        MissingError: there is no such period, no plan of its year, or the period has not been opened yet.

    """
    made = snapshot(session, code)
    edits = edits_of(session, code)
    worded = made.worded()
    places = {passage.place for passage in worded.passages if passage.editable}
    return ReportDraft(
        period=made.period,
        title=worded.title,
        passages=tuple(
            DraftPassage(one, edits.get(one.place)) for one in edited(worded.passages, made.edits)
        ),
        lost=tuple(edit for place, edit in edits.items() if place not in places),
        findings=worded.findings,
        origins=_origins(made),
        content=made.content,
        pictured=made.pictured,
    )


def edits_of(session: Session, code: str) -> dict[str, Edit]:
    """Return what was edited in the report of a period, by its places."""
    period = find_period(session, code)
    wanted = select(tables.ReportEdit).where(tables.ReportEdit.period_id == period.id)
    rows = session.scalars(wanted.order_by(tables.ReportEdit.place))
    return {row.place: edit_of(session, row) for row in rows}


def edit_of(session: Session, row: tables.ReportEdit) -> Edit:
    """Return an edit as it is shown."""
    by = who(session, row.made_by)
    return Edit(row.place, row.text, row.original, row.version, row.made_at, by)


def _origins(made: Snapshot) -> dict[str, Origin]:
    return {one.code: Origin(one.period, one.unit) for one in made.sent}


def _doubts(passage: DraftPassage) -> Iterator[Finding]:
    """Yield the numbers in which the words of an editor differ from the data."""
    found = slips(passage.passage.written, passage.printed)
    if found.dropped:
        numbers = "; ".join(found.dropped)
        message = f"lời văn đã sửa không còn số liệu: {numbers}."
        yield warning("so-lieu-bi-bo", passage.where, message, "Hãy kiểm tra lại.")
    if found.added:
        numbers = "; ".join(found.added)
        message = f"lời văn đã sửa có số không lấy từ số liệu của các đơn vị: {numbers}."
        yield warning("so-ngoai-so-lieu", passage.where, message, "Hãy kiểm tra lại.")
