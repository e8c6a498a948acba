"""What an office keeps beside its plans: units, calendar, forms of statistics; else what docgen brings."""

from dataclasses import dataclass
from pathlib import Path

from docgen.importers.calendar_file import read_calendar
from docgen.importers.statistics_file import read_forms
from docgen.model.calendar import OfficeCalendar
from docgen.model.finding import Finding
from docgen.model.organisation import Organisation
from docgen.model.statistics import Forms
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
    forms = read_forms(_kept(plan, FORMS), organisation)
    return Office(organisation, read_calendar(_kept(plan, CALENDAR)), forms, remarks)


def _kept(plan: Path, name: str) -> Path:
    own = plan.with_name(name)
    return own if own.exists() else shipped("data") / name
