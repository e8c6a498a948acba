"""What one unit has in the plan of a year, as files of its own."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.appendix import Subtask
from docgen.model.naming import Unit
from docgen.model.organisation import Organisation
from docgen.model.papers import PlanState
from docgen.model.plan import Plan
from docgen.office.access import require_unit
from docgen.office.agency import organisation
from docgen.office.desk import Desk
from docgen.office.plans.kept import newest, row_of
from docgen.office.plans.table import TaskRow, rows
from docgen.services.render import Format, plan_files
from docgen.transform.reporting.duties import Duties
from docgen.transform.rows import with_rows


@dataclass(frozen=True)
class Extract:
    """What one unit has to do in the plan of a year: how many tasks, and the files by their names."""

    unit: str
    tasks: int
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class OwnPart:
    """What a unit, told by its name, has to do in the plan of a year about `subject`: rows counted anew."""

    unit: str
    subject: str
    rows: tuple[TaskRow, ...]


def require_readable(desk: Desk, year: int, unit: str) -> None:
    """Refuse whoever may not read what a unit has in the plan of a year: units read what is issued.

    Raises:
        MissingError: it is of another unit, or there is no such plan for a unit.

    """
    require_unit(desk, unit)
    if row_of(desk.session, year).state is not PlanState.ISSUED and desk.actor.role.is_of_unit:
        raise MissingError(f"Kế hoạch năm {year} chưa ban hành.", "Hãy mở lại khi kế hoạch được ban hành.")


def own_part(desk: Desk, year: int, unit: str) -> OwnPart:
    """Return what a unit has to do in the plan of a year.

    Raises:
        MissingError: as `require_readable`, or there is no such unit.

    """
    require_readable(desk, year, unit)
    whole, agency = newest(desk.session, row_of(desk.session, year)), organisation(desk.session).on(None)
    name = _entry_of(agency, unit).on(whole.day).name
    return OwnPart(name, whole.subject, rows(_part_of(whole, agency, unit)))


def extract(
    session: Session,
    year: int,
    unit: str,
    formats: Collection[Format] = (Format.DOCX, Format.PDF, Format.XLSX),
) -> Extract:
    """Return the plan of a year with only the tasks that a unit, told by its id, leads or coordinates.

    A task stays where one of its sub-tasks does. Numbers are counted anew, as the subject says.

    Raises:
        MissingError: there is no plan of that year, no such unit, or it has no task.

    """
    whole, agency = newest(session, row_of(session, year)), organisation(session).on(None)
    entry = _entry_of(agency, unit)
    part = _part_of(whole, agency, unit)
    count = sum(1 for appendix in part.appendices for _ in appendix.tasks())
    if not count:
        raise MissingError(f"Kế hoạch năm {year} không giao nhiệm vụ nào cho {entry.name}.")
    subject = f"{part.subject} (trích phần nhiệm vụ của {entry.on(whole.day).name})"
    part = part.model_copy(update={"subject": subject, "decisions": ()})
    files, _ = plan_files(part, agency, formats)
    return Extract(unit, count, {f"ke-hoach-{year}-{unit}.{kind}": data for kind, data in files.items()})


def _entry_of(agency: Organisation, unit: str) -> Unit:
    entry = next((one for one in agency.units if one.id == unit), None)
    if entry is None:
        raise MissingError(f"Không có đơn vị “{unit}”.", "Hãy chọn trong danh sách đơn vị.")
    return entry


def _part_of(whole: Plan, agency: Organisation, unit: str) -> Plan:
    duties = Duties(whole, agency, whole.day)

    def concerned(row: Subtask) -> Subtask | None:
        own = (row, *getattr(row, "subtasks", ()))
        return row if any(unit in duties.of(one) for one in own) else None

    return with_rows(whole, concerned)
