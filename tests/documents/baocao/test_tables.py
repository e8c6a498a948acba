"""The appendices of a report, and that its words and its tables agree."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import period_results as drawn
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from period_results import HALF, Q1, answer, results, with_task

from docgen.documents.baocao import compose
from docgen.documents.base import ParagraphKind, RowKind
from docgen.documents.reported import StatisticsRowKind
from docgen.language.quantities import percent
from docgen.model.figure import Figure, Source
from docgen.model.outcome import Product, Status
from docgen.model.results import Standing
from docgen.model.statistics import Form, FormResult, Indicator, IndicatorResult, Target

TASK = "giao-bien-che"
SHARE = {"don_vi_tinh": "%", "cach_tinh": "ty_le", "tu_so": "1.2", "mau_so": "1.1"}


def row_of(made, begin):
    return next(row for row in compose(made).report.results.rows if row.text.startswith(begin))


def figure(text, value):
    return Figure(text, "", Decimal(value), sources=(Source("Văn phòng Sở", "1.1", "tep.yaml"),))


def indicator(code, name, **more):
    return Indicator.model_validate({"ma": code, "ten": name, "don_vi_tinh": "hồ sơ", **more})


def form(*rows):
    return FormResult(
        Form(number="2", title="Cải cách thể chế", content=2, indicators=[row.indicator for row in rows]),
        rows,
    )


def test_every_row_of_the_plan_is_there_in_its_order(plan_2025, organisation):
    report = compose(results(plan_2025, organisation)).report
    tasks = [row for row in report.results.rows if row.kind in {RowKind.TASK, RowKind.SUBTASK}]
    assert [row.text for row in tasks] == [row.text for row in plan_2025.rows()]
    assert [row.text for row in report.results.rows if row.kind is RowKind.TOTAL] == [
        "Tổng số: 26 nhiệm vụ; chưa đến hạn 26",
        "Tổng số: 22 nhiệm vụ; chưa đến hạn 22",
    ]


def test_a_plan_of_one_untitled_part_has_only_tasks_and_their_sum(plan_2025, organisation):
    (appendix,) = plan_2025.appendices
    part = appendix.parts[0]
    group = part.groups[0].model_copy(update={"title": ""})
    alone = part.model_copy(update={"title": "", "groups": (group,)})
    plan = plan_2025.model_copy(update={"appendices": (appendix.model_copy(update={"parts": (alone,)}),)})
    report = compose(results(plan, organisation)).report
    assert [row.number for row in report.results.rows] == ["1", "2", "3", "4", "5", ""]
    assert not any(one.text.startswith("- Phần") for one in report.body)
    assert any(one.text.endswith(". Nhiệm vụ khác") for one in report.body)


def test_a_row_tells_result_products_and_what_is_to_be_noted(plan_2025, organisation):
    late = answer(result="đã giao xong.", products=(Product(number="35/QĐ-SNV", day="10/02/2025"),))
    made = with_task(
        results(plan_2025, organisation),
        TASK,
        standing=Standing.DONE_LATE,
        finished_on=date(2025, 2, 10),
        answers=(late, answer("Thanh tra Sở", Status.LATE, reason="Do thiếu hồ sơ")),
        silent=("Ban Thi đua - Khen thưởng",),
    )
    row = row_of(made, "Quyết định giao biên chế")
    assert row.result == "Đã giao xong; Quyết định số 35/QĐ-SNV ngày 10/02/2025"
    assert row.standing == "Hoàn thành quá hạn"
    assert row.note == (
        "Hoàn thành ngày 10/02/2025.\nLý do: thiếu hồ sơ.\nChưa có số liệu của Ban Thi đua - Khen thưởng"
    )


def test_units_are_named_where_there_are_several(plan_2025, organisation):
    told = (answer(result="Một"), answer("Thanh tra Sở", result="Hai"))
    made = with_task(results(plan_2025, organisation), TASK, answers=told)
    assert row_of(made, "Quyết định giao biên chế").result == "Văn phòng Sở: Một\nThanh tra Sở: Hai"


def test_statistics_are_told_with_target_and_previous_period(plan_2025, organisation):
    target = Target(year=2025, value=95, basis="Kế hoạch năm")
    rows = (
        IndicatorResult(indicator("1.1", "Hồ sơ nhận"), figure("40", 40), cumulated=figure("90", 90)),
        IndicatorResult(indicator("1.2", "Hồ sơ xong"), figure("30", 30), note="Chưa kể 02 hồ sơ."),
        IndicatorResult(
            indicator("1.4", "Tỷ lệ hồ sơ xong", **SHARE),
            figure("75%", 75),
            previous=figure("60%", 60),
            target=target,
            is_reached=False,
        ),
        IndicatorResult(indicator("1.5", "Hồ sơ tồn"), None, silent=("Thanh tra Sở",)),
    )
    before = results(plan_2025, organisation, Q1)
    made = results(plan_2025, organisation, HALF, previous=before, statistics=(form(*rows),))
    report = compose(replace(made, forms_note="Mẫu của Sở")).report
    assert [(row.number, row.value, row.previous, row.note) for row in report.statistics.rows] == [
        ("1", "", "", ""),
        ("1.1", "40", "", "Lũy kế: 90 hồ sơ"),
        ("1.2", "30", "", "Chưa kể 02 hồ sơ"),
        ("1.3", "75%", "60%", "Mục tiêu năm: 95% theo Kế hoạch năm (chưa đạt)"),
        ("1.4", "", "", "Chưa có số liệu của Thanh tra Sở"),
    ]
    (remark,) = report.remarks
    assert (remark.quote, remark.words) == (report.statistics.title, "Mẫu của Sở")
    assert tuple(report.printed_texts())[remark.position] == remark.quote
    texts = [one.text for one in report.body]
    assert (
        "Số liệu thống kê chủ yếu (chi tiết tại Phụ lục II): tỷ lệ hồ sơ xong: 75% (30/40;"
        " quý I năm 2025: 60%; mục tiêu năm: 95%)." in texts
    )
    assert "- Thanh tra Sở: thiếu 01 số liệu thống kê (chỉ tiêu 1.4)." in texts


@pytest.mark.parametrize(
    ("value", "denominator", "many"),
    [
        (Figure("không phát sinh", ""), indicator("1.1", "Hồ sơ"), 0),
        (figure("50%", 50), indicator("9.9", "Hồ sơ"), 0),
        (figure("50%", 50), indicator("1.1", "Hồ sơ", cach_tinh="theo_ke_hoach", dem="nhiem_vu"), 0),
        (figure("50%", 50), indicator("1.1", "Hồ sơ"), 1),
    ],
)
def test_only_shares_of_what_units_told_stand_in_the_text(plan_2025, organisation, value, denominator, many):
    """What is counted of the plan is told already; a share of nothing tells nothing."""
    rows = (
        IndicatorResult(denominator, figure("2", 2)),
        IndicatorResult(indicator("1.4", "Tỷ lệ", **SHARE), value),
    )
    report = compose(results(plan_2025, organisation, statistics=(form(*rows),))).report
    assert sum(one.text.startswith("Số liệu thống kê") for one in report.body) == many


def test_without_statistics_the_table_says_so(plan_2025, organisation):
    (row,) = compose(results(plan_2025, organisation)).report.statistics.rows
    assert (row.kind, row.text) == (StatisticsRowKind.FORM, "Không có chỉ tiêu thống kê trong kỳ")


@given(st.data())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_and_tables_of_any_report_agree(plan_2025, organisation, data):
    """The printed text is read again, and counted anew from the printed table."""
    report = compose(data.draw(drawn.drawn_results(plan_2025, organisation))).report
    told = Counter(row.standing for row in report.results.rows if row.kind is RowKind.TASK)
    done = sum(many for label, many in told.items() if label.startswith("Hoàn thành"))
    first = next(one.text for one in report.body if one.text.startswith("Tính đến hết ngày"))
    if done:
        assert f"{done:02}/48 nhiệm vụ, đạt {percent(done, 48)} kế hoạch" in first
    else:
        assert "chưa có nhiệm vụ nào hoàn thành trong tổng số 48 nhiệm vụ" in first
    totals = [row.text for row in report.results.rows if row.kind is RowKind.TOTAL]
    assert sum(_sum(text) for text in totals) == sum(told.values()) == 48
    for one in report.body:
        if one.kind is ParagraphKind.TEXT and ", trong đó: " in one.text:
            whole, listed = one.text.split(", trong đó: ")
            outside = re.sub(r"\([^()]*\)", "", listed)
            assert int(re.search(r"(\d+) nhiệm vụ$", whole)[1]) == sum(map(int, re.findall(r"\d+", outside)))


def _sum(total):
    """Return what the standings in the row of a total add up to; it is the total."""
    whole, *some = map(int, re.findall(r"\d+", total))
    assert whole == sum(some)
    return whole
