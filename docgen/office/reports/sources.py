"""Where a number of a report comes from, told so that an officer finds the place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.documents.baocao.placing import EDITOR
from docgen.model.figure import Figure, Piece, Quotation, Source
from docgen.model.outcome import Outcome
from docgen.model.plan import Plan
from docgen.model.submission import OtherWork, Submission
from docgen.office.reports.collected import snapshot
from docgen.office.reports.draft import Origin, ReportDraft
from docgen.office.reports.snapshot import Snapshot
from docgen.office.submissions.fields import TEXTS
from docgen.office.submissions.views import RowName
from docgen.store import tables
from docgen.store.tables import RowKind

_TITLES = {
    str(field.alias): str(field.title)
    for kind in (OtherWork, Outcome, Plan, Submission)
    for field in kind.model_fields.values()
}


@dataclass(frozen=True)
class SourceRow:
    """A place that a number or quoted words come from: `who` says it, in which `row`, what is `said` there.

    What is of a submission has its code, when it was sent, where it stands, and `name`, the row on the page
    of the unit; that is None where it is not one row.
    """

    who: str
    row: str
    said: str = ""
    submission: str = ""
    sent_at: datetime | None = None
    origin: Origin | None = None
    name: RowName | None = None


def sourced(draft: ReportDraft) -> Iterator[Figure | Quotation]:
    """Yield the numbers and quoted words of a draft in their order, but for the words of its editor."""
    for passage in draft.passages:
        for piece in passage.passage.line.words:
            if not isinstance(piece, str) and has_source(piece):
                yield piece


def has_source(piece: Piece) -> bool:
    """Say whether somebody said a piece of a sentence; what its editor wrote has no other source."""
    return isinstance(piece, Figure) or (isinstance(piece, Quotation) and piece.source.unit != EDITOR)


def source_rows(session: Session, draft: ReportDraft, piece: Figure | Quotation) -> tuple[SourceRow, ...]:
    """Return every place that a piece of a draft comes from."""
    rows = _words_of(snapshot(session, str(draft.period)))
    moments = _sent_at(session, {source.submission for source in piece.sources})
    return tuple(
        SourceRow(
            who=source.unit,
            row=_words(source, rows),
            said=source.said,
            submission=source.submission,
            sent_at=moments.get(source.submission),
            origin=draft.origins.get(source.submission),
            name=_name(source, rows) if source.submission else None,
        )
        for source in piece.sources
    )


def _words_of(made: Snapshot) -> dict[tuple[RowKind, str], str]:
    """Return what tasks and indicators are called, by their keys."""
    tasks = {
        (RowKind.TASK, one.task.id): _task(one.number, one.part, one.task.text)
        for one in made.results().tasks
    }
    indicators = made.forms.indicators if made.forms else ()
    return tasks | {(RowKind.STATISTIC, one.code): f"Chỉ tiêu {one.code}: {one.name}" for one in indicators}


def _task(number: str, part: str, text: str) -> str:
    place = f"số {number} phần {part}" if part else f"số {number}"
    return f"Nhiệm vụ {place}: {text}"


def _words(source: Source, rows: Mapping[tuple[RowKind, str], str]) -> str:
    """Return what the row of a source is called; keys of fields by their titles."""
    found = (rows[kind, source.row] for kind in RowKind if (kind, source.row) in rows)
    return next(found, "") or ", ".join(_TITLES.get(key, key) for key in source.row.split(", "))


def _name(source: Source, rows: Mapping[tuple[RowKind, str], str]) -> RowName | None:
    if source.row in TEXTS:
        return RowName(RowKind.TEXT, source.row)
    return next((RowName(kind, key) for kind, key in rows if key == source.row), None)


def _sent_at(session: Session, codes: Collection[str]) -> dict[str, datetime]:
    """Return when submissions were sent, by their codes."""
    wanted = select(tables.Dispatch.code, tables.Dispatch.sent_at).where(tables.Dispatch.code.in_(codes))
    return dict(session.execute(wanted).all())
