"""A file brought in as a plan: what was recognised of it, shown first, then confirmed.

The file may be last year's plan that nobody has as data yet, or a Word file or workbook of a plan that was
edited outside: then what differs is shown, and applied when it is confirmed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.importers.issue_day import as_of
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.plans.fields import InvalidFieldsError, validated
from docgen.office.plans.kept import KeptPlan, begin, change, newest
from docgen.office.plans.page_words import on_page
from docgen.services.isolation import Names
from docgen.services.recognising import Recognised, recognise_bytes
from docgen.store import tables
from docgen.store.blobs import keep
from docgen.transform.beside_the_page import kept_beside_the_page
from docgen.transform.comparison import compare
from docgen.transform.plan_change import PlanChange

_KIND = "ke-hoach"
_COUNTED = {
    "can_cu": "căn cứ",
    "noi_dung": "mục",
    "phu_luc": "phụ lục",
    "phan": "phần",
    "nhom": "nhóm",
    "nhiem_vu": "nhiệm vụ",
    "nhiem_vu_con": "nhiệm vụ con",
}
"""Lists of a plan that are counted for a person, in the order in which they are told."""
_KEYS = tuple(field.alias or name for name, field in Plan.model_fields.items())
_LOST = frozenset({"cong-thuc", "mat-chu", "loi-cong-thuc", "so-hong", "ngay-hong"})
"""Codes of cells that hold something nobody can read."""
_OF_MODEL = frozenset({"thieu-khoa", "de-trong"})
"""Codes of what is told with the problems of the draft already."""
_NOTHING = MappingProxyType[str, Any]({})


@dataclass(frozen=True)
class Understood:
    """A file and what was understood of it, as JSON; `upload` is the same file where that is kept already."""

    name: str
    data: bytes
    told: Mapping[str, Any]
    upload: int | None = None


@dataclass(frozen=True)
class UploadedPlan:
    """A file that was brought in as a plan, for a person to look at before it is confirmed.

    `draft` is what was recognised, under the YAML keys; `problems` says by the keys of it what keeps it from
    being a plan of the agency: what the file did not tell, units that there are not. `counts` says how many
    there are of each: ("nhiệm vụ", 24). `office` is the agency as the file tells it, where that is not the
    one that uses the service. `version` is that of the plan of the year which the file goes onto, 0 where
    there is none; `changes` are what differs from it.
    """

    id: int
    name: str
    sha256: str
    made_at: datetime
    used_at: datetime | None
    year: int | None
    draft: Mapping[str, Any]
    problems: Mapping[str, tuple[str, ...]]
    counts: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    office: Mapping[str, Any] | None
    version: int
    changes: tuple[PlanChange, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether it can be confirmed as it is."""
        return not self.problems


def understand(session: Session, name: str, data: bytes, year: int | None = None) -> Understood:
    """Understand a file as a plan, in the process for files from outside; nothing is kept yet.

    The same file is understood once: while nothing else has changed, what was told of it then is told again.

    Args:
        session: reads.
        name: what the person calls the file.
        data: a Word file, a workbook or a text.
        year: of the plan that was edited in it; else the file says it.

    Raises:
        DocgenError: the file cannot be used.

    """
    if known := _known(session, data, year):
        return Understood(name, data, known.told, known.id)
    agency, names = organisation(session), Names(name)
    base = _base(session, year)
    found = recognise_bytes(data, names, agency, base and base[0], drafts=True)
    year = year or _year(found.draft)
    if base is None and (base := _base(session, year)):
        found = recognise_bytes(data, names, agency, base[0], drafts=True)
    return Understood(name, data, _told(found, year, base[1] if base else 0))


def keep_upload(desk: Desk, understood: Understood) -> UploadedPlan:
    """Keep a file and what was understood of it, until somebody confirms it."""
    if understood.upload is None:
        row = tables.Upload(
            kind=_KIND,
            name=understood.name,
            sha256=keep(desk.session, understood.data),
            told=dict(understood.told),
            owner_id=desk.actor.user_id,
            made_at=desk.now,
        )
        desk.session.add(row)
        desk.session.flush()
        understood = replace(understood, upload=row.id)
    return uploaded(desk.session, understood.upload or 0)


def read_upload(desk: Desk, name: str, data: bytes, year: int | None = None) -> UploadedPlan:
    """Understand a file and keep it, where nobody waits for the database; else see `understand`."""
    return keep_upload(desk, understand(desk.session, name, data, year))


def uploaded(session: Session, upload_id: int) -> UploadedPlan:
    """Return a file that was brought in, and what differs from the plan that it goes onto.

    Raises:
        MissingError: there is no such file.

    """
    row = _row(session, upload_id)
    told = row.told
    base = _base(session, told["year"])
    whole, problems = _tried(session, told["draft"])
    return UploadedPlan(
        id=row.id,
        name=row.name,
        sha256=row.sha256,
        made_at=row.made_at,
        used_at=row.used_at,
        year=told["year"],
        draft=told["draft"],
        problems=problems,
        counts=_counts(told["draft"]),
        findings=tuple(on_page(Finding(**one)) for one in told["findings"] if one["code"] not in _OF_MODEL),
        office=told["office"],
        version=base[1] if base else 0,
        changes=compare(base[0], kept_beside_the_page(base[0], whole)) if base and whole else (),
    )


def confirm_upload(
    desk: Desk, upload_id: int, version: int = 0, completed: Mapping[str, Any] = _NOTHING
) -> KeptPlan:
    """Make the file the plan of its year, or the next version of its draft.

    Decisions and events, which stand on no page, are kept. Units that the agency does not have are wrong:
    an agency that the file tells of is only proposed.

    Args:
        desk: of whoever confirms.
        upload_id: of the file.
        version: the one of the plan whose differences were shown; 0 where there is no plan of the year.
        completed: what the file did not tell, or not as it should, under the YAML keys: the year ("nam"), …

    Raises:
        MissingError: there is no such file.
        ConflictError: it was confirmed before, the plan is issued, or nobody has seen what differs from it.
        ChangedMeanwhileError: somebody changed the plan since.
        InvalidFieldsError: it is no whole plan.

    """
    row = _row(desk.session, upload_id)
    if row.used_at:
        raise ConflictError(f"Tệp “{row.name}” đã được đưa vào kế hoạch.", "Hãy mở kế hoạch để xem.")
    _refuse_lost(row)
    read = _whole(desk.session, {**row.told["draft"], **completed})
    row.used_at = desk.now
    note = f"Nhập từ tệp {row.name}"
    if _base(desk.session, read.year) is None:
        kept = begin(desk, read, note)
    elif read.year == row.told["year"] and version:
        kept = change(desk, read.year, version, lambda base: kept_beside_the_page(base, read), note=note)
    else:
        raise _not_shown(read.year)
    record(desk, "nhap-ke-hoach", f"ke-hoach/{read.year}", version=kept.version, file=row.sha256)
    return kept


def _tried(session: Session, draft: Mapping[str, Any]) -> tuple[Plan | None, Mapping[str, tuple[str, ...]]]:
    try:
        return _whole(session, draft), {}
    except InvalidFieldsError as error:
        return None, error.fields


def _whole(session: Session, draft: Mapping[str, Any]) -> Plan:
    """Return a draft as a plan of the agency.

    Raises:
        InvalidFieldsError: it is none, or names units that the agency does not have.

    """
    agency = as_of(organisation(session), draft)
    return validated(Plan, draft, agency, {key: (key,) for key in _KEYS})


def _refuse_lost(row: tables.Upload) -> None:
    """Refuse a file of which something could not be read: it would be missing in the plan."""
    if lost := [Finding(**one) for one in row.told["findings"] if one["code"] in _LOST]:
        raise InvalidInputError(
            f"Tệp “{row.name}” có {len(lost)} ô không đọc được:", "Hãy sửa trong tệp rồi tải lên lại.", lost
        )


def _not_shown(year: int) -> ConflictError:
    """Return that there is a plan of a year whose differences nobody has seen."""
    return ConflictError(
        f"Đã có kế hoạch năm {year}; chưa so tệp với kế hoạch này.",
        f"Hãy tải tệp lên lại, chọn năm {year}, xem các chỗ khác rồi xác nhận.",
    )


def _known(session: Session, data: bytes, year: int | None) -> tables.Upload | None:
    """Return a file with the same bytes that waits to be confirmed, held against what is there now."""
    same = (tables.Upload.kind == _KIND, tables.Upload.sha256 == sha256(data).hexdigest())
    waiting = select(tables.Upload).where(*same, tables.Upload.used_at.is_(None))
    for row in session.scalars(waiting.order_by(tables.Upload.id.desc())):
        base = _base(session, row.told["year"])
        if row.told["base"] == (base[1] if base else 0) and year in {None, row.told["year"]}:
            return row
    return None


def _base(session: Session, year: int | None) -> tuple[Plan, int] | None:
    """Return the plan of a year and its version; None where there is none."""
    row = session.scalar(select(tables.Plan).where(tables.Plan.year == year))
    return (newest(session, row), row.version) if row else None


def _row(session: Session, upload_id: int) -> tables.Upload:
    row = session.get(tables.Upload, upload_id)
    if row is None or row.kind != _KIND:
        raise MissingError("Không có tệp này.", "Hãy tải tệp lên lại.")
    return row


def _told(found: Recognised, year: int | None, base: int) -> dict[str, Any]:
    """Return what was understood, as it is kept."""
    return {
        "draft": found.draft,
        "findings": [one.model_dump(mode="json") for one in (*found.findings, *_answers(found))],
        "office": found.office,
        "year": year,
        "base": base,
    }


def _answers(found: Recognised) -> Iterator[Finding]:
    """Tell of what units answered in the file: it is no part of the plan."""
    if found.outcomes:
        yield Finding(
            code="co-ket-qua",
            severity=Severity.WARNING,
            place="",
            message=f"tệp có kết quả của {len(found.outcomes.rows)} nhiệm vụ, không đưa vào kế hoạch.",
            remedy="Đơn vị gửi kết quả ở trang báo cáo của kỳ.",
        )


def _year(draft: Mapping[str, Any]) -> int | None:
    year = draft.get("nam")
    return year if isinstance(year, int) else None


def _counts(draft: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    _count(draft, found)
    return tuple((label, found[key]) for key, label in _COUNTED.items() if found[key])


def _count(node: object, found: Counter[str]) -> None:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if isinstance(value, list):
                found[key] += len(value)
            _count(value, found)
    elif isinstance(node, list | tuple):
        for entry in node:
            _count(entry, found)
