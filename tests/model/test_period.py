"""The periods of reports: read, ordered, found in names, kept in files."""

import pytest
from pydantic import ValidationError

from docgen.model.period import ReportingPeriod, period_in
from docgen.model.submission import Submission

EVERY = ("2025-Q1", "2025-6T", "2025-Q3", "2025-9T", "2025-N")


@pytest.mark.parametrize(
    ("text", "year", "part", "last_month"),
    [
        ("2025-Q1", 2025, "Q1", 3),
        ("2025-6T", 2025, "6T", 6),
        ("2026-Q3", 2026, "Q3", 9),
        ("2026-9T", 2026, "9T", 9),
        ("2100-N", 2100, "N", 12),
    ],
)
def test_a_period_is_read_and_written(text, year, part, last_month):
    period = ReportingPeriod.parse(text)
    assert (period.year, period.part, period.last_month, str(period)) == (year, part, last_month, text)


def test_letters_of_either_case_are_read():
    assert [ReportingPeriod.parse(text.lower()) for text in EVERY] == [*map(ReportingPeriod.parse, EVERY)]


def test_periods_are_ordered_in_time():
    texts = ["2024-N", *EVERY, "2026-Q1"]
    periods = [ReportingPeriod.parse(text) for text in texts]
    assert [str(period) for period in sorted({*periods})] == texts
    assert len({*periods, ReportingPeriod.parse("2025-Q1")}) == len(texts)
    with pytest.raises(TypeError):
        _ = periods[0] < "2025-Q1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "2025-Q2",
            f"“2025-Q2” không phải kỳ báo cáo; hãy ghi theo một trong các mẫu {', '.join(EVERY)}",
        ),
        (
            "x" * 9000,
            f"“{'x' * 40} …” không phải kỳ báo cáo; hãy ghi theo một trong các mẫu {', '.join(EVERY)}",
        ),
        ("1999-N", "không có kỳ báo cáo “1999-N”; hãy ghi năm từ 2000 đến 2100"),
        ("2101-Q1", "không có kỳ báo cáo “2101-Q1”; hãy ghi năm từ 2000 đến 2100"),
    ],
)
def test_what_is_no_period_is_refused(text, said):
    with pytest.raises(ValueError, match=r"^“|^không") as error:
        ReportingPeriod.parse(text)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("van-phong_2025-6T.yaml", "2025-6T"),
        ("2025-Q1", "2025-Q1"),
        ("2025-q3-van-phong", "2025-Q3"),
        ("bao cao 2025-N cuoi nam", "2025-N"),
        ("2025-Nam.yaml", None),
        ("12025-Q1", None),
        ("1025-Q1", None),
        ("van-phong.yaml", None),
    ],
)
def test_a_period_is_found_in_a_name(name, found):
    period = period_in(name)
    assert (str(period) if period else None) == found


def test_a_file_keeps_the_period_as_text():
    submission = Submission.model_validate({"nam": 2025, "ky": " 2025-Q1\u200b", "ket_qua": []})
    assert submission.period == ReportingPeriod(2025, "Q1")
    assert submission.as_data()["ky"] == "2025-Q1"
    assert Submission.model_validate(submission.as_data()) == submission
    assert submission == Submission(year=2025, period=submission.period, rows=())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-Q1", "kỳ báo cáo 2024-Q1 không thuộc năm 2025; hãy sửa ky hoặc nam"),
        (2025, "“2025” không phải kỳ báo cáo"),
        (["2025-Q1"], "should be a valid string"),
    ],
)
def test_a_wrong_period_in_a_file_is_refused(value, said):
    with pytest.raises(ValidationError, match=said):
        Submission.model_validate({"nam": 2025, "ky": value, "ket_qua": []})
