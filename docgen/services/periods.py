"""A period of a plan, from the files of an office and of its units."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import ConflictError, MissingError
from docgen.importers import read_plan_with_remarks
from docgen.model.calendar import ReportingDates
from docgen.model.finding import Finding
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.results import PeriodResults
from docgen.rules.reporting_dates import dates_of
from docgen.rules.reports import whole_year_of
from docgen.services.office import Office, office_of
from docgen.services.submissions import GatheredSubmissions, gather
from docgen.transform.reporting import add_up


@dataclass(frozen=True)
class Asked:
    """A period of the plan in a file, with what the office of the plan keeps beside it."""

    plan: Plan
    office: Office
    period: ReportingPeriod
    findings: tuple[Finding, ...]

    @property
    def dates(self) -> ReportingDates:
        """The days of the period."""
        return dates_of(self.period, self.office.calendar)

    @property
    def year(self) -> ReportingDates:
        """The days of the report on the whole year."""
        return dates_of(whole_year_of(self.period), self.office.calendar)


def asked(path: Path, period: ReportingPeriod) -> Asked:
    """Read the plan in `path` and what stands beside it.

    Raises:
        DocgenError: a file cannot be used, or the plan is of another year or without tasks.

    """
    office = office_of(path)
    plan, doubts = read_plan_with_remarks(path, office.organisation)
    if plan.year != period.year:
        raise ConflictError(
            f"Kế hoạch trong “{path}” là của năm {plan.year}, không có kỳ báo cáo {period}.",
            f"Hãy nêu một kỳ của năm {plan.year}, ví dụ --period {plan.year}-{period.part}.",
        )
    if not plan.appendices:
        raise ConflictError(
            f"Kế hoạch trong “{path}” không có phụ lục nhiệm vụ nên không có gì để báo cáo.",
            "Hãy thêm phụ lục nhiệm vụ (phu_luc) vào kế hoạch.",
        )
    return Asked(plan, office, period, (*office.remarks, *doubts))


def gathered(question: Asked, submissions: Path, *, needed: bool = True) -> GatheredSubmissions:
    """Return what units sent for the period and for the earlier ones of its year.

    Raises:
        DocgenError: the folder or a file in it cannot be used, or there is none and it is `needed`.

    """
    plan, office = question.plan, question.office
    sent = gather(submissions, plan, office.organisation, office.forms, office.calendar, question.period)
    if needed and not sent.received:
        raise MissingError(
            f"Thư mục “{submissions}” không có tệp kết quả nào (.yaml, .xlsx) của kỳ {question.period} hay"
            " của kỳ trước trong năm.",
            "Hãy chỉ ra đúng thư mục, hoặc xem lại kỳ báo cáo.",
        )
    return sent


def added_up(question: Asked, sent: GatheredSubmissions) -> PeriodResults:
    """Return what the period has come to by what units `sent`."""
    plan, office, period = question.plan, question.office, question.period
    return add_up(plan, office.organisation, period, sent.received, office.calendar, office.forms)
