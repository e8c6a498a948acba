"""Small forms of statistics, and what units tell of them, for the examples about how they are reckoned."""

from datetime import date
from decimal import Decimal

from docgen.language.quantities import parse_number
from docgen.model.figure import Figure, Source
from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Counted, Forms, IndicatorResult
from docgen.transform.reporting.statistics import form_results
from docgen.transform.reporting.told import PeriodNumbers, Told

OFFICE, STAFF, ARCHIVE = "Văn phòng Sở", "Phòng CCVC", "Trung tâm lưu trữ lịch sử tỉnh"
TWO = (OFFICE, ARCHIVE)
DAYS = {
    "Q1": date(2025, 3, 14),
    "6T": date(2025, 6, 14),
    "Q3": date(2025, 9, 14),
    "9T": date(2025, 9, 14),
    "N": date(2025, 12, 14),
}
"""The last days of data of the periods of 2025."""


def forms(*rows: dict[str, object]) -> Forms:
    """Return one form of indicators, given by English names; what all need is filled in."""
    filled = [{"name": f"Chỉ tiêu {row['code']}", "measure": "việc", **row} for row in rows]
    return Forms.model_validate({"forms": [{"number": "1", "title": "Biểu một", "indicators": filled}]})


def summed(code: str, *reporters: str, **more: object) -> dict[str, object]:
    """Return an indicator that units tell."""
    return {"code": code, "reporters": reporters or (OFFICE,), **more}


def state(code: str, *reporters: str, **more: object) -> dict[str, object]:
    """Return an indicator that is a state."""
    return summed(code, *reporters, reckoning="so_cuoi_ky", **more)


def share(code: str, numerator: str, denominator: str, **more: object) -> dict[str, object]:
    """Return a share."""
    return {"code": code, "reckoning": "ty_le", "numerator": numerator, "denominator": denominator, **more}


def told(part: str, *rows: tuple[str, str, object], **counts: int) -> PeriodNumbers:
    """Return what units told for a part of 2025: unit, code, value; files are named by the units."""
    said = (
        Told(unit, f"{unit}-{part}.yaml", code, None if value is None else Decimal(str(value)))
        for unit, code, value in rows
    )
    counted = {
        Counted(name): Figure(str(n), name, n, str(n), (Source("Kế hoạch"),)) for name, n in counts.items()
    }
    return PeriodNumbers(ReportingPeriod(2025, part), tuple(said), counted)


def results(
    asked: Forms, organisation: Organisation, *periods: PeriodNumbers, day: date | None = None
) -> dict[str, IndicatorResult]:
    """Return what the indicators come to in the last of `periods`, by their codes."""
    *earlier, now = periods
    day = day or DAYS[now.period.part]
    filled = form_results(asked, organisation, day, now, earlier)
    return {row.indicator.code: row for form in filled for row in form.rows}


def said(figure: Figure) -> list[Decimal]:
    """Return the numbers that the sources of a figure say."""
    return [parse_number(source.said) for source in figure.sources]
