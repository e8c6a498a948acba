"""The picture of a period shows the numbers of its tasks, counted here once more."""

from docgen.model.calendar import OfficeCalendar
from docgen.model.period import ReportingPeriod
from docgen.rules.reporting_dates import dates_of
from docgen.rules.reports import contents
from docgen.transform.reporting import picture_of

YEAR = dates_of(ReportingPeriod(2025, "N"), OfficeCalendar())


def counted(tasks):
    return sum(task.standing.is_done for task in tasks), len(tasks)


def test_every_content_has_its_bar_with_the_tasks_counted(added):
    results = added("Q1")
    picture = picture_of(results, YEAR)
    assert [bar.label for bar in picture.areas] == [content.name for content in contents()]
    for at, bar in enumerate(picture.areas):
        assert (bar.done, bar.total) == counted([task for task in results.counted if task.content == at])


def test_every_lead_has_its_bar_and_a_task_of_several_counts_for_each(added):
    results = added("Q1")
    bars = {bar.label: (bar.done, bar.total) for bar in picture_of(results, YEAR).units}
    assert bars.keys() == {name for task in results.counted for name in task.leads}
    for name, counts in bars.items():
        assert counts == counted([task for task in results.counted if name in task.leads])


def test_the_plan_stands_against_the_days_of_its_year(added):
    progress = picture_of(added("6T"), YEAR).progress
    assert (progress.elapsed, progress.days) == (182, 365)
    assert progress.total == 48


def test_tasks_of_no_content_are_shown_last(added, plan_2025):
    data = plan_2025.as_data()
    data["phu_luc"][0]["phan"][0]["nhom"][0]["ten"] = "Công tác khác"
    results = added("Q1", plan=type(plan_2025).model_validate(data))
    assert picture_of(results, YEAR).areas[-1].label == "Nhiệm vụ khác"
