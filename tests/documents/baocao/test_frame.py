"""Head, addressee, recipients and first words of a report."""

from datetime import date

import pytest
from period_results import HALF, NINE, Q1, Q3, YEAR, results, with_task

from docgen.documents.baocao import Issue, compose
from docgen.documents.baocao.frame import recipients
from docgen.documents.baocao.outlook import next_period
from docgen.model.organisation import FormerAgency
from docgen.model.results import Punctuality, Received
from docgen.model.statistics import Form, FormResult, Indicator, IndicatorResult, Reckoning
from docgen.rules.reports import named


def report(plan, organisation, period=Q1, issue=None, **fields):
    return compose(results(plan, organisation, period, **fields), issue).report


def with_recipients(plan, *lines):
    return plan.model_copy(
        update={"recipients": plan.recipients.model_copy(update={"lines": lines, "copies": 2})}
    )


@pytest.mark.parametrize(
    ("period", "subject", "window", "place"),
    [
        (Q1, "quý I năm 2025", "15/12/2024 đến ngày 14/3/2025", "tỉnh Bình Định"),
        (HALF, "6 tháng đầu năm 2025", "15/12/2024 đến ngày 14/6/2025", "tỉnh Bình Định"),
        (Q3, "quý III năm 2025", "15/6/2025 đến ngày 14/9/2025", "tỉnh Gia Lai"),
        (NINE, "9 tháng năm 2025", "15/12/2024 đến ngày 14/9/2025", "tỉnh Gia Lai"),
        (YEAR, "năm 2025", "15/12/2024 đến ngày 14/12/2025", "tỉnh Gia Lai"),
    ],
)
def test_a_report_says_its_period_and_the_days_of_its_data(
    plan_2025, organisation, period, subject, window, place
):
    made = report(plan_2025, organisation, period)
    assert made.head.subject == f"Kết quả công tác cải cách hành chính {subject}"
    assert made.body[0].text.endswith(f"{subject} (số liệu từ ngày {window}) như sau:")
    assert made.addressees.lines == (f"Ủy ban nhân dân {place}.",)
    assert made.results.title.endswith(subject.upper())
    assert made.body[-1].text.endswith(f"Sở Nội vụ kính báo cáo Ủy ban nhân dân {place}./.")


def test_number_and_day_are_blank_until_they_are_given(plan_2025, organisation):
    draft = report(plan_2025, organisation)
    assert draft.head.number_line == "Số:         /BC-SNV"
    assert draft.head.place_date == "Bình Định, ngày     tháng     năm 2025"
    assert draft.head.draft_mark == ""
    issued = report(plan_2025, organisation, issue=Issue(87, date(2025, 3, 20)))
    assert issued.head.number_line == "Số: 87/BC-SNV"
    assert issued.head.place_date == "Bình Định, ngày 20 tháng 3 năm 2025"
    assert issued.results.reference == (
        "(Kèm theo Báo cáo số 87/BC-SNV ngày 20 tháng 3 năm 2025 của Sở Nội vụ)"
    )


def test_who_signs_and_who_is_told_are_of_the_day_of_issue(plan_2025, organisation):
    issued = report(plan_2025, organisation, issue=Issue(87, date(2026, 11, 24)))
    assert issued.head.superior == "UBND TỈNH GIA LAI"
    assert issued.head.place_date == "Gia Lai, ngày 24 tháng 11 năm 2026"
    assert issued.addressees.lines == ("Ủy ban nhân dân tỉnh Gia Lai.",)
    assert issued.body[-1].text.endswith("Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh Gia Lai./.")
    draft = report(plan_2025, organisation)
    assert issued.body[:-1] == draft.body[:-1]


def test_an_agency_with_another_name_signs_with_it(plan_2025, organisation):
    then = {"valid_to": date(2025, 6, 30), "name": "Sở Nội vụ", "symbol": "SNV"}
    former = (*organisation.former, FormerAgency.model_validate(then, by_name=True))
    now = organisation.model_copy(update={"name": "Sở Nội vụ mới", "symbol": "SNVM", "former": former})
    issued = report(plan_2025, now, issue=Issue(87, date(2025, 7, 1)))
    assert (issued.head.issuer, issued.head.number_line) == ("SỞ NỘI VỤ MỚI", "Số: 87/BC-SNVM")
    assert issued.results.reference == (
        "(Kèm theo Báo cáo số 87/BC-SNVM ngày 01 tháng 7 năm 2025 của Sở Nội vụ mới)"
    )
    assert "năm 2025, Sở Nội vụ báo cáo" in issued.body[0].text
    assert issued.properties.author == "Sở Nội vụ mới"


def test_an_electronic_document_leaves_its_appendices_blank(plan_2025, organisation):
    plan = plan_2025.model_copy(update={"electronic": True})
    issued = report(plan, organisation, issue=Issue(87, date(2025, 3, 20)))
    assert "số         /BC-SNV" in issued.statistics.reference


def test_both_plans_are_cited_with_what_is_known(plan_2025, organisation):
    superior = "Thực hiện Quyết định số 4447/QĐ-UBND ngày 24/12/2024 của Ủy ban nhân dân (UBND) tỉnh"
    draft = report(plan_2025, organisation).body[0].text
    assert draft.startswith(f"{superior} ban hành Kế hoạch cải cách hành chính tỉnh Bình Định năm 2025 và Kế")
    known = {"number": 5, "issued_on": date(2024, 12, 27)}
    issued = report(plan_2025.model_copy(update=known), organisation).body[0].text
    assert (
        "và Kế hoạch số 05/KH-SNV ngày 27/12/2024 của Sở Nội vụ về cải cách hành chính Sở Nội vụ năm 2025, Sở"
        in issued
    )


@pytest.mark.parametrize(
    ("opening", "begin"),
    [
        ((), "Thực hiện Kế hoạch số"),
        (("Không dẫn văn bản nào.",), "Thực hiện Kế hoạch số"),
        (
            ("Thực hiện Quyết định số 1/QĐ-UBND ngày 02/01/2025 về thi đua, Sở Nội vụ ban hành:",),
            "Thực hiện Quyết định số 1/QĐ-UBND ngày 02/01/2025 về thi đua và",
        ),
        (
            ("Căn cứ Quyết định số 1/QĐ-UBND ngày 02/01/2025 của UBND tỉnh để ban hành",),
            "Thực hiện Quyết định số 1/QĐ-UBND ngày 02/01/2025 của UBND tỉnh và",
        ),
    ],
)
def test_a_plan_may_cite_its_superior_otherwise(plan_2025, organisation, opening, begin):
    plan = plan_2025.model_copy(update={"opening": opening})
    assert report(plan, organisation).body[0].text.startswith(begin)


def test_recipients_are_those_of_the_plan_but_the_superior(plan_2025, organisation):
    made, _ = recipients(results(plan_2025, organisation))
    assert made.lines == (
        "- Như trên;",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Các đơn vị thuộc, trực thuộc Sở;",
        "- Lưu: VT, CCHC-VTLT.",
    )


def test_who_leads_a_task_gets_the_report(plan_2025, organisation):
    plan = with_recipients(plan_2025, "Ủy ban nhân dân tỉnh (b/c)", "Chủ tịch UBND tỉnh", "Phòng CCVC")
    made, _ = recipients(results(plan, organisation))
    assert made.lines[:3] == ("- Như trên;", "- Chủ tịch UBND tỉnh;", "- Phòng CCVC;")
    assert "- Thanh tra Sở;" in made.lines
    assert not any("Ban Tôn giáo" in line or "Phòng Công chức" in line for line in made.lines)
    assert made.lines[-1] == "- Lưu: VT, CCHC-VTLT (02 bản)."


def test_without_a_superior_the_draft_says_so(plan_2025, organisation):
    alone = organisation.model_copy(update={"superior": "", "former": ()})
    made = report(plan_2025, alone)
    assert made.addressees.lines == ()
    assert made.head.draft_mark == "DỰ THẢO"
    assert "chưa ghi cơ quan chủ quản" in made.body[1].text
    assert made.recipients.lines[0] != "- Như trên;"
    assert made.body[-1].text.endswith("quý I năm 2025 của Sở Nội vụ./.")


def test_what_is_missing_is_said_at_the_top(plan_2025, organisation):
    silent = (Received("thanh-tra", "Thanh tra Sở", Punctuality.MISSING),)
    made = results(plan_2025, organisation, received=silent)
    for name, unit in (("giao-bien-che", "Thanh tra Sở"), ("kho-luu-tru-so", "Văn phòng Sở")):
        made = with_task(made, name, silent=(unit,))
    composed = compose(made)
    notice, first, second, opening = (one.text for one in composed.report.body[:4])
    assert notice == "Dự thảo còn thiếu số liệu, cần bổ sung trước khi ký:"
    assert composed.report.body[0].runs[0].bold
    assert first == (
        "- Thanh tra Sở: chưa gửi báo cáo (hạn gửi ngày 18/3/2025);"
        " thiếu kết quả của 01 nhiệm vụ (số 14 phần A);"
    )
    assert second == "- Văn phòng Sở: thiếu kết quả của 01 nhiệm vụ (số 22 phần B)."
    assert opening.startswith("Thực hiện")
    assert composed.report.head.draft_mark == "DỰ THẢO"


def test_what_came_after_the_period_had_closed_is_said_at_the_top(plan_2025, organisation):
    late = Received("thanh-tra", "Thanh tra Sở", Punctuality.CLOSED, "thanh-tra.yaml", date(2025, 3, 21))
    composed = compose(results(plan_2025, organisation, received=(late,)))
    assert composed.report.body[1].text == (
        "- Thanh tra Sở: gửi ngày 21/3/2025, sau khi đóng kỳ (20/3/2025), chưa được tổng hợp."
    )


def test_a_share_is_not_owed_by_who_owes_its_parts(plan_2025, organisation):
    rows = tuple(
        IndicatorResult(
            Indicator(code=code, name="a", measure="%", reckoning=how), None, silent=("Thanh tra Sở",)
        )
        for code, how in (("1.1", Reckoning.SUM), ("1.2", Reckoning.SHARE), ("1.3", Reckoning.PLAN))
    )
    form = Form(number="1", title="A", indicators=tuple(row.indicator for row in rows), content=1)
    composed = compose(results(plan_2025, organisation, statistics=(FormResult(form, rows),)))
    assert composed.report.body[1].text == "- Thanh tra Sở: thiếu 01 số liệu thống kê (chỉ tiêu 1.1)."


@pytest.mark.parametrize(
    ("period", "follows"),
    [
        (Q1, "quý II năm 2025"),
        (HALF, "6 tháng cuối năm 2025"),
        (Q3, "quý IV năm 2025"),
        (NINE, "quý IV năm 2025"),
        (YEAR, "năm 2026"),
    ],
)
def test_the_next_period_is_as_long_as_this_where_it_can_be(plan_2025, organisation, period, follows):
    assert named(*next_period(results(plan_2025, organisation, period))) == follows
