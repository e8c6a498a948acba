"""Our own reports and letters: no rule has anything against them, and those of reports see what they say."""

from datetime import date

import pytest
import reports_2025

from docgen.check import check
from docgen.documents.base import RowKind
from docgen.documents.congvan import compose_reminder
from docgen.model.finding import Severity
from docgen.model.results import Standing
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

OF_THE_PLAN = {
    "A08": "a unit under several names",
    "A09": "abbreviations that nobody explains",
    "B17": "a note of a unit, cited without a subject",
    "B18": "one document with two dates",
    "B20": "Văn Phòng, Trung tâm lưu trữ lịch sử",
    "B21": "names of before the reform in a draft without a day",
}
"""What the office itself wrote, and is told."""
ISSUED = {"number": 87, "issued_on": date(2025, 3, 20)}


@pytest.fixture(scope="module")
def made(plan_2025, organisation):
    """Return a function that prints the report of the quarter with some of its words changed."""
    template = load_template(shipped("templates") / "baocao")
    return lambda **words: make_docx(reports_2025.report(plan_2025, organisation, **words), template)


def told(data):
    """Return what is told beyond advice."""
    return [one for one in check(open_package(data)) if one.severity is not Severity.INFO]


def of_reports(data):
    return [one for one in told(data) if one.rule.startswith("R")]


@pytest.mark.parametrize("words", [{}, ISSUED], ids=["draft", "issued"])
def test_nothing_is_told_of_a_report_but_what_the_office_wrote(made, words):
    found = told(made(**words))
    assert {one.rule for one in found} <= OF_THE_PLAN.keys()
    assert [one.rule for one in found if one.severity is Severity.ERROR] == ["B18"]


def test_nothing_is_told_of_a_letter_but_what_the_office_wrote(plan_2025, organisation):
    template = load_template(shipped("templates") / "congvan")
    for missing in ({"thanh-tra"}, {unit.id for unit in organisation.units}):
        letter = compose_reminder(reports_2025.results(plan_2025, organisation, missing=missing))
        found = told(make_docx(letter, template))
        assert {one.rule for one in found} <= OF_THE_PLAN.keys()
        assert {one.rule for one in found if one.severity is Severity.ERROR} <= {"B18"}


@pytest.mark.parametrize(
    ("rules", "part", "words"),
    [
        ({"H10", "A05"}, "head", {"number_line": "Số: 5/SNV-CCHC-VTLT"}),
        ({"H11", "A05"}, "head", {"number_line": "Số: 05/CV-SNV"}),
        ({"H19"}, "head", {"subject": "Về việc đôn đốc báo cáo"}),
        ({"G10"}, "recipients", {"lines": ("- Giám đốc Sở (để báo cáo);", "- Lưu: VT, CCHC-VTLT.")}),
        ({"G10"}, "addressees", {"lines": ("- Thanh tra Sở;", "- Văn phòng Sở;")}),
    ],
)
def test_a_fault_planted_in_a_letter_is_found(plan_2025, organisation, rules, part, words):
    letter = compose_reminder(reports_2025.results(plan_2025, organisation, missing={"thanh-tra"}))
    wrong = letter.model_copy(update={part: getattr(letter, part).model_copy(update=words)})
    found = told(make_docx(wrong, load_template(shipped("templates") / "congvan")))
    assert {one.rule for one in found} - OF_THE_PLAN.keys() == rules


@pytest.mark.parametrize(
    ("rule", "words", "expected"),
    [
        ("R01", {"window": "từ ngày 01/01/2025 đến ngày 14/3/2025"}, "15/12/2024"),
        ("R02", ISSUED | {"issued_on": date(2025, 3, 21)}, "20/3/2025"),
        ("R04", {"progress": "Đến hết kỳ báo cáo đã hoàn thành 12/48 nhiệm vụ, đạt 27% kế hoạch"}, "25%"),
        ("R05", {"progress": "Kế hoạch có tổng số 47 nhiệm vụ"}, "48 nhiệm vụ"),
        ("R05", {"progress": "Đến hết kỳ đã hoàn thành 13/48 nhiệm vụ"}, "12 nhiệm vụ hoàn thành"),
    ],
)
def test_a_planted_fault_is_found(made, rule, words, expected):
    (found,) = of_reports(made(**words))
    assert found.rule == rule
    assert expected in found.expected


def test_an_area_that_is_missing_everywhere_is_found(plan_2025, organisation):
    report = reports_2025.report(plan_2025, organisation, left_out="Cải cách tài chính công")
    results, statistics = (
        table.model_copy(
            update={"rows": tuple(row for row in table.rows if "TÀI CHÍNH CÔNG" not in row.text)}
        )
        for table in (report.results, report.statistics)
    )
    changed = report.model_copy(update={"results": results, "statistics": statistics})
    (found,) = of_reports(make_docx(changed, load_template(shipped("templates") / "baocao")))
    assert (found.rule, found.expected) == ("R03", "Cải cách tài chính công")


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_understood_as_one(plan_2025, organisation, standing):
    """The number of tasks done is compared only where every row is known to say how it stands."""
    report = reports_2025.report(
        plan_2025, organisation, progress="Đã hoàn thành 47/48 nhiệm vụ, đạt 97,92% kế hoạch"
    )
    rows = tuple(
        row.model_copy(update={"standing": standing.label}) if row.kind is RowKind.TASK else row
        for row in report.results.rows
    )
    changed = report.model_copy(update={"results": report.results.model_copy(update={"rows": rows})})
    (found,) = of_reports(make_docx(changed, load_template(shipped("templates") / "baocao")))
    assert found.rule == "R05"
    assert found.expected == f"{48 if standing.is_done else 0} nhiệm vụ hoàn thành"


def test_a_share_of_one_part_is_not_compared_with_all(made):
    assert of_reports(made(progress="Phần A đã hoàn thành 25/26 nhiệm vụ, đạt 96,15% kế hoạch")) == []
