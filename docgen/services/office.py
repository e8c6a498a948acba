"""What an office keeps beside its plans: units, calendar, forms of statistics; else what docgen brings."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import InvalidInputError
from docgen.importers.calendar_file import read_calendar
from docgen.importers.statistics_file import read_forms
from docgen.model.calendar import OfficeCalendar
from docgen.model.finding import Finding, warning
from docgen.model.organisation import Organisation
from docgen.model.statistics import NO_FORMS, Forms
from docgen.resources import shipped
from docgen.services.organisations import organisation_of

CALENDAR, FORMS = "lich-bao-cao.yaml", "bieu-thong-ke.yaml"
"""The names of the files beside a plan."""


@dataclass(frozen=True)
class Office:
    """The agency, its calendar of reports and its forms; `remarks` tell what is not its own."""

    organisation: Organisation
    calendar: OfficeCalendar
    forms: Forms
    remarks: tuple[Finding, ...] = ()


def office_of(plan: Path) -> Office:
    """Read what stands beside the file of a plan; what does not comes with docgen.

    Raises:
        DocgenError: a file cannot be used.

    """
    organisation, remarks = organisation_of(plan)
    forms, doubts = _forms(plan, organisation)
    return Office(organisation, read_calendar(_kept(plan, CALENDAR)), forms, (*remarks, *doubts))


def _forms(plan: Path, organisation: Organisation) -> tuple[Forms, tuple[Finding, ...]]:
    """Return the forms of statistics; none where those that come with docgen ask units the office has not."""
    kept = _kept(plan, FORMS)
    try:
        return read_forms(kept, organisation), ()
    except InvalidInputError:
        if kept == plan.with_name(FORMS):
            raise
    message = (
        f"không có tệp {FORMS} bên cạnh, mà biểu kèm theo docgen giao số liệu cho đơn vị của cơ quan khác,"
        " nên kỳ báo cáo này không có số liệu thống kê."
    )
    remedy = f"Cần số liệu thống kê thì chép “{kept}” về cạnh tệp kế hoạch rồi sửa don_vi_bao_cao."
    return NO_FORMS, (warning("chua-co-bieu-thong-ke", str(plan), message, remedy),)


def _kept(plan: Path, name: str) -> Path:
    own = plan.with_name(name)
    return own if own.exists() else shipped("data") / name
