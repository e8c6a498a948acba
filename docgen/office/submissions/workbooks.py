"""Answers in a workbook instead of on the page: the form goes out, filled in it comes back, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.language.quantities import count
from docgen.model.finding import Finding, Severity
from docgen.model.obligation import Obligation
from docgen.model.submission import Submission
from docgen.office.access import require_writer
from docgen.office.desk import Desk
from docgen.office.submissions.cells import cells_of
from docgen.office.submissions.fields import as_typed
from docgen.office.submissions.page import owed
from docgen.office.submissions.saving import refusal, save, title_of_row
from docgen.office.submissions.stored import (
    Stored,
    last_sent,
    stored_for_reading,
    stored_for_writing,
)
from docgen.office.submissions.understanding import understood
from docgen.office.submissions.views import RowName, Saved, Typed
from docgen.services.isolation import Names, ask
from docgen.sheets import UnitForm, read_unit_form, write_unit_form
from docgen.sheets import read_workbook as read_form
from docgen.store import tables
from docgen.store.blobs import keep
from docgen.store.tables import RowKind

_KIND = "ket-qua"


@dataclass(frozen=True)
class BroughtRow:
    """A row of a workbook that differs: `now` is what is kept, `typed` what the workbook says.

    `version` is that of the row when the workbook was brought.
    """

    name: RowName
    text: str
    version: int
    now: Typed
    typed: Typed


@dataclass(frozen=True)
class BroughtWorkbook:
    """What a workbook would change, and what is doubtful in it; rows that it leaves empty stay."""

    name: str
    rows: tuple[BroughtRow, ...]
    doubts: tuple[Finding, ...] = ()


def unit_workbook(desk: Desk, code: str, unit: str) -> bytes:
    """Return the form of a unit for a period, with what is typed by now; for reading alone.

    Raises:
        MissingError: there is no such period, the unit is not asked in it, or it is another's.

    """
    stored = stored_for_reading(desk, code, unit)
    typed = {name: row.data for name, row in stored.rows.items()}
    return write_unit_form(_form(stored, typed, desk.now.isoformat()))


def _form(stored: Stored, typed: Mapping[RowName, Typed], taken: str) -> UnitForm:
    """Return the form of a unit when its rows say what is `typed`."""
    subject, obligations, unit = stored.subject, owed(stored), stored.unit
    name = subject.unit_name(unit)
    return UnitForm(
        plan=subject.plan,
        organisation=subject.organisation,
        dates=subject.period.dates,
        unit=unit,
        name=name,
        obligations=tuple(
            Obligation(unit, name, one.task, one.duty, one.urgency, one.due)
            for task in subject.planned.tasks
            if (one := obligations.get(task))
        ),
        forms=subject.forms_of(unit),
        last=last_sent(stored.session, subject, unit),
        filled=cells_of(typed),
        taken=taken,
    )


def read_workbook(desk: Desk, code: str, unit: str, name: str, data: bytes) -> BroughtWorkbook:
    """Return what a workbook would change; it is read in a process of its own, and nothing is kept yet.

    Raises:
        MissingError: there is no such period, the unit is not asked in it, or it is another's.
        InvalidInputError: it is no form of the unit for the period, or something in it cannot be read; its
            problems name all of it.
        RefusedError: it is dangerous or over a limit.

    """
    require_writer(desk, unit)
    stored = stored_for_reading(desk, code, unit)
    answer = ask("answers", data, Names(name), base=stored.subject.plan.as_data())
    taken = _Taken.at(stored, answer.told.get("taken", ""))
    findings = tuple(one for one in answer.findings("findings") if _told(one) not in taken.told)
    wrong = [one for one in findings if one.severity is Severity.ERROR]
    if wrong or answer.told["submission"] is None:
        message = f"Tệp “{name}” có {len(wrong)} chỗ phải sửa:"
        raise InvalidInputError(message, "Hãy sửa rồi tải lên lại.", wrong)
    submission = Submission.model_validate(answer.told["submission"])
    _refuse_other(stored, submission, name)
    return BroughtWorkbook(name, tuple(_brought(stored, as_typed(submission), taken)), findings)


@dataclass(frozen=True)
class _Taken:
    """A form as it was taken to be filled in: what its rows said when read, and what was told of them."""

    rows: Mapping[RowName, Typed]
    told: frozenset[tuple[str, ...]]

    @classmethod
    def at(cls, stored: Stored, moment: str) -> "_Taken":
        """Return the form as it was taken at a moment; as it is now where none is told."""
        typed = dict(_typed_at(stored, moment))
        ours = read_form(write_unit_form(_form(stored, typed, moment)))
        read = read_unit_form(ours, stored.subject.plan)
        told = frozenset(map(_told, (*ours.findings, *read.findings)))
        return cls(as_typed(read.submission) if read.submission else {}, told)


def _typed_at(stored: Stored, moment: str) -> Iterator[tuple[RowName, Typed]]:
    """Yield what the rows said at a moment."""
    wanted = (
        select(tables.RowVersion)
        .join(tables.Row, tables.Row.id == tables.RowVersion.row_id)
        .where(tables.Row.submission_id == stored.submission.id)
        .order_by(tables.RowVersion.version)
    )
    last = _moment(moment)
    then = {one.row_id: one.data for one in stored.session.scalars(wanted) if not last or one.made_at <= last}
    for name, row in stored.rows.items():
        yield name, then.get(row.id, {})


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _told(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.place, finding.message


def _refuse_other(stored: Stored, submission: Submission, name: str) -> None:
    """Refuse the form of another unit or period."""
    subject = stored.subject
    of = subject.unit_name(stored.unit)
    if (submission.unit, submission.period) != (of, subject.period.period):
        raise InvalidInputError(
            f"Tệp “{name}” là biểu mẫu kỳ {submission.period} của {submission.unit}.",
            f"Hãy chọn biểu mẫu kỳ {stored.period.code} của {of}.",
        )


def _brought(stored: Stored, typed: Mapping[RowName, Typed], taken: _Taken) -> Iterator[BroughtRow]:
    """Yield the rows that were filled in otherwise since the form was taken.

    What stood in a field then and could not be read, and is not filled in anew, stays.
    """
    for name, said in typed.items():
        row = stored.rows.get(name)
        if row is None:
            raise InvalidInputError(
                f"Đơn vị không có dòng {name.key} trong kỳ này.", "Hãy xóa dòng đó rồi tải lên lại."
            )
        if said not in (row.data, taken.rows.get(name)):
            unread = {one.field.partition(".")[0] for one in understood(name, row.data).findings}
            stays = {key: row.data[key] for key in row.data if key in unread}
            yield BroughtRow(name, title_of_row(stored, name), row.version, row.data, {**stays, **said})


def hold_workbook(desk: Desk, unit: str, brought: BroughtWorkbook, data: bytes) -> int:
    """Keep a workbook until whoever brought it has looked at what it would change; return what to ask by."""
    require_writer(desk, unit)
    rows = [[*one.name, one.version, one.typed] for one in brought.rows]
    held = tables.Upload(
        kind=_KIND,
        name=brought.name,
        sha256=keep(desk.session, data),
        told={"unit": unit, "rows": rows},
        owner_id=desk.actor.user_id,
        made_at=desk.now,
    )
    desk.session.add(held)
    desk.session.flush()
    return held.id


def take_workbook(desk: Desk, code: str, unit: str, held_id: int) -> tuple[Saved, ...]:
    """Write what a held workbook says into its rows: into all of them, or none; once.

    Raises:
        MissingError: nothing is held for whoever asks.
        ConflictError: some rows cannot be changed now, or somebody has changed them since; its problems name
            each, and why.

    """
    stored = stored_for_writing(desk, code, unit)
    held = _held(desk, unit, held_id)
    rows = [(RowName(RowKind(kind), key), version, typed) for kind, key, version, typed in held.told["rows"]]
    if refused := [why for name, version, _ in rows if (why := refusal(desk, stored, name, version))]:
        raise ConflictError(
            f"Chưa lưu dòng nào từ tệp Excel, vì {count(len(refused))} dòng không đổi được:",
            "Hãy tải tệp lên lại để so với nội dung mới nhất.",
            refused,
        )
    held.used_at = desk.now
    return tuple(save(desk, stored, name, typed, version) for name, version, typed in rows)


def _held(desk: Desk, unit: str, held_id: int) -> tables.Upload:
    wanted = select(tables.Upload).where(
        tables.Upload.id == held_id,
        tables.Upload.kind == _KIND,
        tables.Upload.owner_id == desk.actor.user_id,
        tables.Upload.used_at.is_(None),
    )
    held = desk.session.scalar(wanted)
    if held is None or held.told["unit"] != unit:
        raise MissingError("Không còn tệp Excel này để lưu.", "Hãy tải tệp lên lại.")
    return held
