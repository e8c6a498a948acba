"""Rules R01 to R05 find nothing in what we write, and see it."""

from dataclasses import replace
from datetime import date

import pytest
from period_results import HALF, NINE, Q1, Q3, YEAR, results

from docgen.check import check
from docgen.documents.baocao import Issue, compose
from docgen.documents.base import Run
from docgen.model.results import Standing
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

IN_TURN = [one for one in Standing if one is not Standing.DROPPED]


@pytest.fixture(scope="module")
def told():
    """Return a function that gives the rules of reports that a report breaks, with what is expected."""
    template = load_template(shipped("templates") / "baocao")

    def told(report):
        found = check(open_package(make_docx(report, template)))
        return [(one.rule, one.expected) for one in found if one.rule.startswith("R")]

    return told


def period(plan, organisation, which=Q1):
    standings = {row.id: IN_TURN[at % len(IN_TURN)] for at, row in enumerate(plan.rows())}
    return results(plan, organisation, which, standings, previous=results(plan, organisation, Q1))


def changed(report, before, after):
    """Return a report with some words of its body changed: all of them are there."""
    assert any(before in one.text for one in report.body)
    body = tuple(
        one.model_copy(
            update={
                "runs": tuple(Run(text=run.text.replace(before, after), bold=run.bold) for run in one.runs)
            }
        )
        for one in report.body
    )
    return report.model_copy(update={"body": body})


@pytest.mark.parametrize("which", [Q1, HALF, Q3, NINE, YEAR], ids=str)
def test_nothing_is_found_in_a_report_of_any_period(plan_2025, organisation, told, which):
    issue = Issue(87, date(2025, which.last_month, 19))
    assert told(compose(period(plan_2025, organisation, which), issue).report) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("từ ngày 15/12/2024", "từ ngày 01/01/2025", "R01"),
        ("14/48 nhiệm vụ, đạt 29,17%", "14/48 nhiệm vụ, đạt 31%", "R04"),
        ("chưa thực hiện 07 nhiệm vụ", "chưa thực hiện 09 nhiệm vụ", "R04"),
        ("14/48 nhiệm vụ, đạt 29,17%", "14/47 nhiệm vụ, đạt 29,79%", "R05"),
        ("14/48 nhiệm vụ, đạt 29,17%", "13/48 nhiệm vụ, đạt 27,08%", "R05"),
        ("Cải cách tài chính công", "Tài chính", "R03"),
    ],
)
def test_a_planted_fault_is_seen(plan_2025, organisation, told, before, after, found):
    plan = plan_2025
    report = compose(period(plan, organisation)).report
    if found == "R03":
        rows = tuple(row for row in report.results.rows if "TÀI CHÍNH CÔNG" not in row.text)
        report = report.model_copy(update={"results": report.results.model_copy(update={"rows": rows})})
    assert found in {rule for rule, _ in told(changed(report, before, after))}


def test_a_late_day_is_seen(plan_2025, organisation, told):
    made = replace(period(plan_2025, organisation))
    assert told(compose(made, Issue(87, date(2025, 3, 21))).report) == [("R02", "chậm nhất 20/3/2025")]
