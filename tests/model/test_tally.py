"""Tasks counted: every number is recomputed here, and every one has its sources."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.appendix import Subtask
from docgen.model.calendar import ReportingDates
from docgen.model.figure import Figure
from docgen.model.outcome import Outcome
from docgen.model.period import ReportingPeriod
from docgen.model.results import Answer, PeriodResults, Standing, TaskResult
from docgen.model.tally import (
    elapsed,
    share,
    tallies_by_content,
    tallies_by_part,
    tallies_by_unit,
    tally,
)

PERIOD = ReportingPeriod(2025, "Q1")
OFFICE, STAFF = "Văn phòng Sở", "Phòng Công chức, viên chức"
DATES = ReportingDates(
    PERIOD,
    opens=date(2025, 3, 7),
    data_from=date(2024, 12, 15),
    data_to=date(2025, 3, 14),
    unit_due=date(2025, 3, 18),
    due=date(2025, 3, 20),
    closes=date(2025, 3, 20),
)
DUE = {"01": date(2025, 1, 31), "03": date(2025, 3, 31), "04": date(2025, 4, 1), "-": None}


def task(number, standing, due="-", **more):
    row = Subtask(id=f"viec-{number}", text="Việc", lead=OFFICE, deadline="Quý I")
    answer = Answer(OFFICE, Outcome(id=row.id, status="hoan_thanh"), PERIOD, f"{number}.yaml")
    content = more.setdefault("content", 0)
    return TaskResult(
        task=row,
        number=str(number),
        group="" if content is None else f"Nội dung {content}",
        due=DUE[due],
        standing=standing,
        answers=() if standing is Standing.UNREPORTED else (answer,),
        **{"part": "A", "counted": True, "leads": (OFFICE,), **more},
    )


@pytest.fixture
def results(plan_2025, organisation):
    """Return a function that makes a period of tasks."""

    def results(*tasks):
        return PeriodResults(plan_2025, organisation, PERIOD, DATES, tasks, (), ())

    return results


TASKS = (
    task(1, Standing.DONE_IN_TIME, "01"),
    task(2, Standing.DONE_LATE, "01", leads=(OFFICE, STAFF)),
    task(3, Standing.OVERDUE, "01", content=3, leads=(STAFF,)),
    task(4, Standing.ONGOING, "03", content=3),
    task(5, Standing.DONE_IN_TIME, "04", content=1, part="B"),
    task(6, Standing.NOT_DUE, content=None, part="B"),
    task(7, Standing.UNREPORTED, part="B"),
    task(8, Standing.DONE_IN_TIME, "01", counted=False),
)


def files(figure):
    return [source.submission for source in figure.sources]


def test_what_is_counted(results):
    counted = tally(results(*TASKS))
    texts = (counted.total, counted.done, counted.due, counted.due_done, counted.overdue)
    assert [str(figure) for figure in texts] == ["07", "03", "04", "02", "01"]
    assert [figure.value for figure in texts] == [7, 3, 4, 2, 1]
    assert (str(counted.done_share), counted.done_share.formula) == ("42,86%", "3/7 × 100")
    assert (str(counted.due_share), counted.due_share.formula) == ("50%", "2/4 × 100")
    assert counted.done_share.value == Decimal("42.86")


def test_every_number_names_its_sources(results):
    counted = tally(results(*TASKS))
    assert [source.row for source in counted.total.sources] == [f"viec-{n}" for n in range(1, 8)]
    assert files(counted.done) == ["1.yaml", "2.yaml", "5.yaml"]
    assert files(counted.due_done) == ["1.yaml", "2.yaml"]
    assert files(counted.of(Standing.OVERDUE)) == ["3.yaml"]
    assert [source.unit for source in counted.of(Standing.UNREPORTED).sources] == ["Kế hoạch"]
    assert len(counted.due_share.sources) == 4


def test_nothing_has_sources_too(results):
    counted = tally(results(*TASKS))
    none = counted.of(Standing.DROPPED, Standing.NOT_STARTED)
    assert (str(none), none.value, len(none.sources)) == ("0", 0, 7)
    late = tally(results(TASKS[2], TASKS[4])).due_done
    assert (str(late), files(late)) == ("0", ["3.yaml"])


def test_meanings_are_words_of_the_office(results):
    counted = tally(results(*TASKS))
    assert [
        figure.meaning
        for figure in (
            counted.total,
            counted.of(Standing.OVERDUE, Standing.NOT_STARTED),
            counted.due_done,
            counted.done_share,
        )
    ] == [
        "Tổng số nhiệm vụ: cả kế hoạch",
        "Nhiệm vụ đang thực hiện quá hạn hoặc chưa thực hiện, quá hạn: cả kế hoạch",
        "Nhiệm vụ có thời hạn đến 31/3/2025, đã hoàn thành: cả kế hoạch",
        "Tỷ lệ: Nhiệm vụ đã hoàn thành: cả kế hoạch / Tổng số nhiệm vụ: cả kế hoạch",
    ]


def test_by_content_part_and_unit(results):
    period = results(*TASKS)
    contents, parts, units = tallies_by_content(period), tallies_by_part(period), tallies_by_unit(period)
    assert {key: (one.name, one.total.value) for key, one in contents.items()} == {
        0: ("Nội dung 0", 3),
        1: ("Nội dung 1", 1),
        3: ("Nội dung 3", 2),
        None: ("ngoài các nội dung", 1),
    }
    assert list(contents) == [0, 1, 3, None]
    assert {key: (one.name, one.total.value) for key, one in parts.items()} == {
        "A": ("phần A", 4),
        "B": ("phần B", 3),
    }
    assert {key: one.total.value for key, one in units.items()} == {OFFICE: 6, STAFF: 2}
    assert list(units) == [OFFICE, STAFF]


def test_a_plan_without_parts_is_one(results):
    (alone,) = tallies_by_part(results(*(replace(one, part="") for one in TASKS))).values()
    assert (alone.name, alone.total.value) == ("cả kế hoạch", 7)


def test_a_share_of_nothing_is_none(results):
    nothing = tally(results())
    assert (str(nothing.total), nothing.done_share, nothing.due_share) == ("0", None, None)
    assert tallies_by_unit(results()) == tallies_by_content(results()) == {}
    assert share(Figure("14/3/2025", "Ngày"), nothing.total) is None
    assert share(nothing.total, Figure("14/3/2025", "Ngày")) is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(Standing),
            st.sampled_from(list(DUE)),
            st.sampled_from([0, 1, 6, None]),
            st.sampled_from("AB"),
        )
    )
)
def test_every_task_has_one_standing_and_all_add_up(plan_2025, organisation, drawn):
    tasks = tuple(
        task(number, standing, due, content=content, part=part)
        for number, (standing, due, content, part) in enumerate(drawn)
    )
    period = PeriodResults(plan_2025.model_copy(), organisation, PERIOD, DATES, tasks, (), ())
    whole = tally(period)
    assert sum(whole.of(standing).value for standing in Standing) == whole.total.value == len(tasks)
    for groups in (tallies_by_content(period), tallies_by_part(period)):
        assert sum(one.total.value for one in groups.values()) == len(tasks)
        assert sum(one.done.value for one in groups.values()) == whole.done.value
    done = sum(standing.value.startswith("hoan_thanh") for standing, *_ in drawn)
    if tasks:
        exact = Fraction(100 * done, len(tasks))
        assert abs(Fraction(whole.done_share.value) - exact) <= Fraction(1, 200)
        assert whole.done_share.formula == f"{done}/{len(tasks)} × 100"


@pytest.mark.parametrize(
    ("data_to", "formula", "text"),
    [
        ("2024-12-16", "2/365 × 100", "0,55%"),
        ("2025-03-14", "90/365 × 100", "24,66%"),
        ("2025-12-14", "365/365 × 100", "100%"),
    ],
)
def test_the_year_that_has_passed(data_to, formula, text):
    year = replace(
        DATES, data_to=date(2025, 12, 14), **dict.fromkeys(("unit_due", "due", "closes"), date.max)
    )
    figure = elapsed(replace(year, data_to=date.fromisoformat(data_to), opens=year.data_from), year)
    assert (figure.formula, figure.text) == (formula, text)
    assert figure.meaning.startswith("Thời gian đã qua: 15/12/2024 đến ")
    assert [source.unit for source in figure.sources] == ["Lịch báo cáo"]
