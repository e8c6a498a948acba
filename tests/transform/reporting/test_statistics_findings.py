"""Numbers of units that contradict each other are told, each with its unit, file and difference."""

from decimal import Decimal

import pytest
from told_statistics import ARCHIVE, DAYS, OFFICE, STAFF, TWO, forms, share, state, summed, told

from docgen.model.finding import Severity
from docgen.transform.reporting.statistics_findings import statistic_findings
from docgen.transform.reporting.told import PeriodNumbers, Told

HANDLED = forms(
    summed("1", *TWO, name="Phải xử lý"),
    summed("2", *TWO, name="Đã xử lý", at_most="1"),
    share("3", "2", "1"),
)


@pytest.fixture
def found(organisation):
    """Return what is told of the last of some periods."""

    def found(asked, *periods):
        *earlier, now = periods
        findings = statistic_findings(asked, organisation, DAYS[now.period.part], now, earlier)
        assert all(finding.severity is Severity.WARNING and finding.remedy for finding in findings)
        return [f"{finding.place}: {finding.message}" for finding in findings]

    return found


def test_more_than_its_bound_is_told_of_the_unit(found):
    numbers = told("Q1", (OFFICE, "1", 9), (OFFICE, "2", 1), (ARCHIVE, "1", 3), (ARCHIVE, "2", 5))
    assert found(HANDLED, numbers) == [
        f"{ARCHIVE}-Q1.yaml, biểu 1, chỉ tiêu 2: {ARCHIVE}: “Đã xử lý” 5 > “Phải xử lý” 3, lệch 2."
    ]


@pytest.mark.parametrize("rows", [[(5, 5)], [(0, 0)], [(None, 4)], [(4, None)], [(7, 2), (1, 1)], []])
def test_what_is_within_its_bound_or_unknown_is_not_told(found, rows):
    numbers = [
        (unit, code, value)
        for unit, values in zip(TWO, rows, strict=False)
        for code, value in zip("12", values, strict=True)
    ]
    assert found(HANDLED, told("Q1", *numbers)) == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((OFFICE, "1", 2), (ARCHIVE, "1", 1), (STAFF, "2", 4)), True),
        (((OFFICE, "1", 2), (ARCHIVE, "1", 2), (STAFF, "2", 4)), False),
        (((OFFICE, "1", 2), (STAFF, "2", 4)), False),
        (((OFFICE, "1", 2), (ARCHIVE, "1", 1)), False),
    ],
)
def test_where_others_tell_the_bound_all_of_them_are_named(found, rows, said):
    asked = forms(summed("1", *TWO, name="Giao"), summed("2", STAFF, name="Có mặt", at_most="1"))
    line = (
        f"{STAFF}-Q1.yaml, biểu 1, chỉ tiêu 2: {STAFF}; {OFFICE}; {ARCHIVE}: “Có mặt” 4 > “Giao” 3, lệch 1."
    )
    assert found(asked, told("Q1", *rows)) == [line] * said


def test_many_above_their_bound_together_are_in_no_single_file(found):
    asked = forms(summed("1", STAFF), summed("2", *TWO, at_most="1"))
    rows = told("Q1", (STAFF, "1", 3), (OFFICE, "2", 2), (ARCHIVE, "2", 2))
    (line,) = found(asked, rows)
    assert line.startswith(f"Biểu 1, chỉ tiêu 2: {OFFICE}; {ARCHIVE}; {STAFF}: ")


@pytest.mark.parametrize(
    ("done", "of", "said"),
    [
        (5, 3, ["Biểu 1, chỉ tiêu 3: tử số 5 lớn hơn mẫu số 3, tỷ lệ vượt 100%."]),
        (1, 0, ["Biểu 1, chỉ tiêu 3: tử số 1 lớn hơn mẫu số 0, tỷ lệ vượt 100%."]),
        (3, 3, []),
        (0, 0, []),
        (None, 3, []),
    ],
)
def test_a_share_above_the_whole(found, done, of, said):
    asked = forms(summed("1"), summed("2"), share("3", "2", "1"))
    assert found(asked, told("Q1", (OFFICE, "1", of), (OFFICE, "2", done))) == said


def test_two_units_that_tell_what_one_is_asked_for(found):
    numbers = told("Q1", (OFFICE, "1", 412), (STAFF, "1", 7))
    (line,) = found(forms(summed("1")), numbers)
    assert line == (
        f"{STAFF}-Q1.yaml, biểu 1, chỉ tiêu 1: {STAFF} báo 7, {OFFICE} báo 412;"
        f" báo cáo không tính số của {STAFF}."
    )
    assert found(forms(summed("1")), told("Q1", (STAFF, "1", 7))) == []
    assert found(forms(summed("1")), told("Q1", (OFFICE, "1", None), (STAFF, "1", None))) == []
    (line,) = found(forms(summed("1")), told("Q1", (OFFICE, "1", None), (STAFF, "1", 7)))
    assert f"{OFFICE} báo không có số liệu" in line


def test_what_one_unit_told_twice(found):
    rows = (Told(OFFICE, "a.yaml", "1", Decimal(3)), Told("văn phòng sở", "b.yaml", "1", Decimal(4)))
    assert found(forms(summed("1")), PeriodNumbers(told("Q1").period, rows)) == [
        "Biểu 1, chỉ tiêu 1: văn phòng sở báo nhiều lần: 3 (a.yaml); 4 (b.yaml); báo cáo dùng số sau cùng."
    ]


def test_of_units_and_codes_that_nobody_knows_only_repetition_is_told(found):
    twice = told("Q1", ("Phòng lạ", "9", 1), ("Phòng lạ", "9", 1))
    (line,) = found(forms(summed("1")), twice)
    assert line.startswith("Chỉ tiêu 9: Phòng lạ báo nhiều lần")


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (
            {"Q1": 12, "6T": 7},
            "lũy kế đến hết 6 tháng đầu năm 2025 là 7, ít hơn lũy kế đến hết quý I năm 2025 (12)",
        ),
        ({"Q1": 7, "6T": 7}, ""),
        ({"Q1": None, "6T": 7}, ""),
        ({"Q1": 12, "6T": None}, ""),
        ({"Q1": 1, "6T": 9, "Q3": 3}, ""),
        ({"Q1": 1, "6T": 9, "Q3": 3, "9T": 11}, "ít hơn lũy kế đến hết quý III năm 2025 (12), lệch 1"),
        ({"Q1": 9, "6T": None, "Q3": 3}, ""),
        ({"Q1": 9, "Q3": 3}, ""),
        ({"Q1": 2, "6T": 5, "N": 4}, "ít hơn lũy kế đến hết 6 tháng đầu năm 2025 (5), lệch 1"),
    ],
)
def test_a_flow_that_shrank_within_the_year(found, periods, said):
    lines = found(forms(summed("1")), *(told(part, (OFFICE, "1", value)) for part, value in periods.items()))
    assert (len(lines), said in "".join(lines)) == (bool(said), True)


def test_states_may_shrink_and_what_is_not_asked_for_is_not_judged(found):
    periods = told("Q1", (OFFICE, "1", 9), (OFFICE, "2", 9)), told("9T", (OFFICE, "1", 1), (OFFICE, "2", 1))
    assert found(forms(state("1"), summed("2", valid_to="30/6/2025")), *periods) == []
