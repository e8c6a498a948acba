"""The samples of what units send: usable, plausible, and wrong exactly where they are meant to be.

Flaws that lie between two files, or between two values of one, are looked for here by their own arithmetic.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.importers import read_plan_with_remarks
from docgen.importers.submission_reading import read_submission
from docgen.model.finding import Finding, Severity
from docgen.model.obligation import Obligation
from docgen.model.organisation import UnitKind
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Reckoning
from docgen.model.submission import Submission
from docgen.rules.reporting_dates import dates_of
from docgen.rules.working_days import WorkingDays
from docgen.services.office import Office, office_of
from docgen.services.submissions import gather
from docgen.transform.reporting import add_up, obligations
from docgen.transform.submissions import Known

Key = tuple[str, str]
"""A period and the id of a unit."""

QUARTER, HALF = "2025-Q1", "2025-6T"
SILENT = {(QUARTER, "thi-dua-khen-thuong"), (HALF, "luu-tru-lich-su"), (HALF, "ton-giao")}
LATE = {
    (QUARTER, "ccvc"),
    (QUARTER, "xdcq-cttn"),
    (HALF, "tcbc-tcpcp"),
    (HALF, "thi-dua-khen-thuong"),
}
DOUBTED = {
    (QUARTER, "ccvc"): [("xong-sau-so-lieu", "dao-tao-tro-ly-ao")],
    (QUARTER, "tcbc-tcpcp"): [("xong-viec-ca-nam", "phan-cap-phan-quyen-cua-so")],
}
FORGOTTEN = {(HALF, "tcbc-tcpcp", "phan-cap-phan-quyen-cua-tinh")}
UNDONE = {(HALF, "cchc-vtlt", "truyen-thong-cchc-tinh")}
SHRUNK = {(HALF, "van-phong", "2.9")}
TOO_MANY = {(HALF, "van-phong", "7.18")}
WARNED = {
    QUARTER: {
        "gui-qua-han": 2,
        "chua-gui": 1,
        "don-vi-da-chuyen": 1,
        "vien-dan-nhieu-ngay": 1,
        "cham-ma-chua-den-han": 1,
    },
    HALF: {
        "gui-qua-han": 2,
        "chua-gui": 1,
        "don-vi-da-chuyen": 1,
        "vien-dan-nhieu-ngay": 1,
        "ket-qua-khac-nhau": 2,
        "thieu-nhiem-vu": 1,
        "hoan-thanh-roi-lai-chua": 1,
        "luy-ke-giam": 1,
        "vuot-can-doi": 1,
    },
}
"""What the coordinator is told when a period is added up, by the codes of findings."""
WITHOUT_VALUE = {(QUARTER, "cchc-vtlt", "1.18"), (HALF, "van-phong", "3.21")}

REGISTERED = re.compile(
    r"(?P<number>\d{2,4})(?:/2025)?/(?:(?:KH|QĐ|BC|TTr|TB)-(?:SNV|UBND|BTG|TTLTLS|BTĐKT)|SNV-[A-Z-]+)"
)


@pytest.fixture(scope="module")
def plan_file(root: Path) -> Path:
    return root / "data/kehoach-2025.yaml"


@pytest.fixture(scope="module")
def office(plan_file: Path) -> Office:
    return office_of(plan_file)


@pytest.fixture(scope="module")
def known(plan_file: Path, office: Office) -> Known:
    plan, _ = read_plan_with_remarks(plan_file, office.organisation)
    return Known(plan, office.organisation, office.forms, office.calendar)


@pytest.fixture(scope="module")
def files(root: Path) -> Mapping[Key, Path]:
    return {
        (file.parent.name, file.stem): file for file in sorted(root.glob("data/submissions/2025-*/*.yaml"))
    }


@pytest.fixture(scope="module")
def read(files: Mapping[Key, Path], known: Known) -> Mapping[Key, tuple[Submission, tuple[Finding, ...]]]:
    return {key: read_submission(file, known) for key, file in files.items()}


@pytest.fixture(scope="module")
def sent(read: Mapping[Key, tuple[Submission, tuple[Finding, ...]]]) -> Mapping[Key, Submission]:
    return {key: submission for key, (submission, _) in read.items()}


def test_every_unit_has_sent_but_for_the_silent(sent: Mapping[Key, Submission], office: Office) -> None:
    units = {unit.id for unit in office.organisation.units if unit.kind is not UnitKind.EXTERNAL}
    assert set(sent) == {(period, unit) for period in (QUARTER, HALF) for unit in units} - SILENT


def test_files_say_what_they_are(
    files: Mapping[Key, Path], sent: Mapping[Key, Submission], office: Office
) -> None:
    for (period, unit), submission in sent.items():
        found = office.organisation.find(submission.unit or "")
        assert found, submission.unit
        assert (str(submission.period), found.id) == (period, unit)
        assert (
            files[period, unit].read_text("utf-8").startswith("# Số liệu minh họa, không phải số liệu thật\n")
        )


def test_only_planted_flaws_are_found_in_the_files(
    read: Mapping[Key, tuple[Submission, tuple[Finding, ...]]],
) -> None:
    doubted = {key: [finding.code for finding in found] for key, (_, found) in read.items() if found}
    assert doubted == {key: [code for code, _ in flaws] for key, flaws in DOUBTED.items()}
    assert all(read[key][0].of(task) for key, flaws in DOUBTED.items() for _, task in flaws)


@pytest.mark.parametrize("period", [QUARTER, HALF])
def test_planted_flaws_are_told_when_a_period_is_added_up(
    root: Path, known: Known, office: Office, period: str
) -> None:
    assert known.plan
    kept = office.organisation, office.forms, office.calendar
    told_for = ReportingPeriod.parse(period)
    gathered = gather(root / "data/submissions" / period, known.plan, *kept, told_for)
    results = add_up(
        known.plan, office.organisation, told_for, gathered.received, office.calendar, office.forms
    )
    warnings = (one.code for one in results.findings if one.severity is Severity.WARNING)
    assert Counter(warnings) == WARNED[period]


def test_late_is_who_is_meant_to_be_and_nobody_after_the_close(
    sent: Mapping[Key, Submission], office: Office
) -> None:
    for (period, unit), submission in sent.items():
        dates = dates_of(ReportingPeriod.parse(period), office.calendar)
        assert submission.sent_on
        assert (submission.sent_on > dates.unit_due) == ((period, unit) in LATE), unit
        assert submission.sent_on <= dates.closes


def test_who_leads_has_answered(sent: Mapping[Key, Submission], known: Known, office: Office) -> None:
    """Answers of an earlier period hold; what was done or dropped is not told again."""
    assert known.plan
    told, forgotten = set[tuple[str, str]](), set[tuple[str, str, str]]()
    for period in (QUARTER, HALF):
        dates = dates_of(ReportingPeriod.parse(period), office.calendar)
        owed = obligations(known.plan, office.organisation, dates).obligations
        forgotten |= {
            (period, unit, task)
            for unit, task in map(_who_and_what, filter(_is_required, owed))
            if (period, unit) in sent and not sent[period, unit].of(task) and (unit, task) not in told
        }
        told |= {(unit, row.id) for unit, row in _rows(sent, period) if _is_settled(row)}
    assert forgotten == FORGOTTEN


def test_what_was_done_stays_done_but_for_one(sent: Mapping[Key, Submission]) -> None:
    done = {(unit, row.id) for unit, row in _rows(sent, QUARTER) if row.is_done}
    later = {(unit, row.id) for unit, row in _rows(sent, HALF) if not row.is_done}
    assert {(HALF, unit, task) for unit, task in done & later} == UNDONE


def test_products_are_of_the_days_of_data(sent: Mapping[Key, Submission], office: Office) -> None:
    working_days = WorkingDays.of(office.calendar)
    for period in (QUARTER, HALF):
        dates = dates_of(ReportingPeriod.parse(period), office.calendar)
        for product in _products(sent, period):
            assert product.day, product
            assert dates.data_from <= product.day <= dates.data_to, product
            assert working_days.is_working_day(product.day), product


def test_numbers_of_products_rise_with_their_days(sent: Mapping[Key, Submission]) -> None:
    registers = defaultdict[tuple[str, int], set[tuple[date, int]]](set)
    for product in (product for period in (QUARTER, HALF) for product in _products(sent, period)):
        found = REGISTERED.fullmatch(product.number)
        assert found, product.number
        assert product.day
        registers[_register(product.number), product.day.year].add((product.day, int(found["number"])))
    for register, entries in registers.items():
        numbers = [number for _, number in sorted(entries)]
        assert numbers == sorted(set(numbers)), register


def test_values_of_six_months_hold_those_of_the_quarter_but_for_one(
    sent: Mapping[Key, Submission], known: Known
) -> None:
    shrunk = {
        (HALF, unit, code)
        for (period, unit), submission in sent.items()
        if period == HALF
        for code, value in _values(submission).items()
        if known.indicators[code].reckoning is Reckoning.SUM
        and value < _values(sent.get((QUARTER, unit))).get(code, 0)
    }
    assert shrunk == SHRUNK


def test_parts_are_no_more_than_their_wholes_but_for_one(
    sent: Mapping[Key, Submission], known: Known
) -> None:
    too_many = {
        (*key, code)
        for key, submission in sent.items()
        for code, value in _values(submission).items()
        if (whole := known.indicators[code].at_most) and value > _values(submission)[whole]
    }
    assert too_many == TOO_MANY


@pytest.mark.parametrize(
    ("whole", "parts"),
    [("1.11", ("1.12", "1.15")), ("1.12", ("1.13", "1.14")), ("7.11", ("7.9", "7.10"))],
)
def test_parts_make_up_their_wholes(
    sent: Mapping[Key, Submission], whole: str, parts: tuple[str, ...]
) -> None:
    for period in (QUARTER, HALF):
        values = _values(sent[period, "van-phong"])
        assert values[whole] == sum(values[part] for part in parts)


def test_every_indicator_is_told_by_who_owes_it(
    sent: Mapping[Key, Submission], known: Known, office: Office
) -> None:
    """What a unit cannot tell stands there all the same, with the reason."""
    for (period, unit), submission in sent.items():
        data_to = dates_of(ReportingPeriod.parse(period), office.calendar).data_to
        asked = (row for row in known.indicators.values() if row.holds_on(data_to) and row.reporters)
        owed = {row.code for row in asked if known.concerns(submission.unit, row.reporters)}
        assert {row.code for row in submission.statistics} == owed, (period, unit)
    empty = {(*key, row.code) for key, one in sent.items() for row in one.statistics if row.value is None}
    assert empty == WITHOUT_VALUE


def _is_required(owed: Obligation) -> bool:
    return owed.is_required


def _who_and_what(owed: Obligation) -> tuple[str, str]:
    return owed.unit, owed.task


def _is_settled(row: Outcome) -> bool:
    return row.is_done or row.status is Status.DROPPED


def _rows(sent: Mapping[Key, Submission], period: str) -> Iterator[tuple[str, Outcome]]:
    for (told_for, unit), submission in sent.items():
        if told_for == period:
            yield from ((unit, row) for row in submission.rows)


def _products(sent: Mapping[Key, Submission], period: str) -> Iterator[Product]:
    for _, row in _rows(sent, period):
        yield from row.products


def _register(number: str) -> str:
    """Return the book that a number is taken from: the Sở numbers decisions apart from all the rest."""
    kind = number.split("/", 1)[1]
    return "SNV" if "SNV" in kind and "QĐ" not in kind else kind


def _values(submission: Submission | None) -> dict[str, Decimal]:
    """Return what was told of every indicator, without those that lack."""
    rows = submission.statistics if submission else ()
    return {row.code: row.value for row in rows if row.value is not None}
