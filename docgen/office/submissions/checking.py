"""Answers are checked before they are sent: what must be mended, what must be explained."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.finding import Severity
from docgen.office.desk import Desk
from docgen.office.submissions.fields import STATUS, VALUE
from docgen.office.submissions.page import page_of
from docgen.office.submissions.stored import stored_for_reading
from docgen.office.submissions.views import Filling, RowFinding, RowView, UnitPage
from docgen.store.tables import RowKind


@dataclass(frozen=True)
class CheckedAnswers:
    """A submission as it would be sent now.

    `errors` keep it from being sent; where there are `warnings`, a note must say why it is right all
    the same.
    """

    page: UnitPage
    errors: tuple[RowFinding, ...]
    warnings: tuple[RowFinding, ...]

    @property
    def needs_note(self) -> bool:
        """Say whether warnings must be explained."""
        return bool(self.warnings)

    @property
    def needs_reason(self) -> bool:
        """Say whether lateness must be explained."""
        return bool(self.page.timing.late_days) and not self.page.late_reason

    @property
    def unchanged(self) -> tuple[RowView, ...]:
        """The rows that were taken over from the period before as they were."""
        return tuple(row for row in self.page.rows if row.unchanged)

    @property
    def changed(self) -> tuple[RowView, ...]:
        """The rows that say something else than for the period before."""
        return tuple(row for row in self.page.rows if row.is_changed)

    @property
    def empty(self) -> tuple[RowView, ...]:
        """The rows that say nothing."""
        return tuple(row for row in self.page.rows if row.filling is Filling.EMPTY)


def check_answers(desk: Desk, code: str, unit: str) -> CheckedAnswers:
    """Return what a unit would send now, with all that is wrong or doubtful in it; for reading alone.

    Raises:
        MissingError: there is no such period, the unit is not asked in it, or it is another's.

    """
    return checked(page_of(desk, stored_for_reading(desk, code, unit)))


def checked(page: UnitPage) -> CheckedAnswers:
    """Return a page with all that is wrong or doubtful in it."""
    findings = [*_findings(page)]
    errors = (one for one in findings if one.severity is Severity.ERROR)
    warnings = (one for one in findings if one.severity is not Severity.ERROR)
    return CheckedAnswers(page, tuple(errors), tuple(warnings))


def _findings(page: UnitPage) -> Iterator[RowFinding]:
    for row in page.rows:
        if row.asked.required and row.filling is Filling.EMPTY:
            yield _lacking(row)
        yield from row.findings


def _lacking(row: RowView) -> RowFinding:
    if row.name.kind is RowKind.STATISTIC:
        remedy = "Hãy điền số liệu; chưa có số thì ghi lý do vào ô Ghi chú."
        return RowFinding(row.name, VALUE, "thieu-so-lieu", Severity.ERROR, "chưa có số liệu.", remedy)
    remedy = "Hãy chọn tình trạng và ghi kết quả; chưa làm thì chọn “Chưa thực hiện”."
    return RowFinding(row.name, STATUS, "thieu-bao-cao", Severity.ERROR, "chưa báo cáo.", remedy)
