"""How numbers of tasks are said."""

from datetime import date
from decimal import Decimal

import pytest
from period_results import Q1, tally_of, task

from docgen.documents.baocao import telling
from docgen.documents.baocao.frame import period_figure
from docgen.model.figure import Figure, read
from docgen.model.results import Standing
from docgen.model.tally import Tally


def rate(text, value):
    return Figure(text, "", Decimal(str(value)))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"ongoing": 26}, "chưa có nhiệm vụ nào hoàn thành trong tổng số 26 nhiệm vụ"),
        ({"ongoing": 1}, "chưa hoàn thành 01 nhiệm vụ được giao"),
        ({"done_in_time": 1}, "đã hoàn thành 01/01 nhiệm vụ, đạt 100% kế hoạch"),
        ({"done_in_time": 1, "not_due": 2}, "đã hoàn thành 01/03 nhiệm vụ, đạt 33,33% kế hoạch"),
        (
            {"done_in_time": 20, "done_late": 3, "ongoing": 3},
            "đã hoàn thành 23/26 nhiệm vụ, đạt 88,46% kế hoạch",
        ),
        ({"done_late": 26}, "đã hoàn thành toàn bộ 26/26 nhiệm vụ, đạt 100% kế hoạch"),
    ],
)
def test_how_many_are_done(counts, said):
    assert read(telling.completion(tally_of(**counts))) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"done_in_time": 1}, "Kế hoạch giao 01 nhiệm vụ, đã hoàn thành (đúng hạn)"),
        ({"done_late": 2}, "Kế hoạch giao 02 nhiệm vụ, cả 02 nhiệm vụ đã hoàn thành (đều quá hạn)"),
        ({"done_in_time": 12}, "Kế hoạch giao 12 nhiệm vụ, toàn bộ 12 nhiệm vụ đã hoàn thành (đều đúng hạn)"),
        ({"not_due": 3}, "Kế hoạch giao 03 nhiệm vụ, cả 03 nhiệm vụ chưa đến thời gian thực hiện"),
        ({"unreported": 1}, "Kế hoạch giao 01 nhiệm vụ, chưa có số liệu thực hiện"),
        (
            {"done_in_time": 4, "done_late": 1, "overdue": 1, "dropped": 1},
            (
                "Kế hoạch giao 07 nhiệm vụ, trong đó: hoàn thành 05 nhiệm vụ (04 đúng hạn, 01 quá hạn),"
                " đang thực hiện 01 nhiệm vụ (chậm tiến độ) và không thực hiện, điều chỉnh 01 nhiệm vụ"
            ),
        ),
    ],
)
def test_states_add_up(counts, said):
    assert read(telling.states(tally_of(**counts))) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "Không có nhiệm vụ nào có thời hạn hoàn thành đến ngày 31/3/2025"),
        (
            {"ongoing": 4},
            "Trong 04 nhiệm vụ có thời hạn hoàn thành đến ngày 31/3/2025, chưa hoàn thành nhiệm vụ nào",
        ),
        ({"done_late": 1}, "Có 01 nhiệm vụ phải hoàn thành đến ngày 31/3/2025, đã hoàn thành"),
        (
            {"done_in_time": 9},
            "Cả 09 nhiệm vụ có thời hạn hoàn thành đến ngày 31/3/2025 đều đã hoàn thành",
        ),
        (
            {"done_in_time": 10},
            "Toàn bộ 10 nhiệm vụ có thời hạn hoàn thành đến ngày 31/3/2025 đều đã hoàn thành",
        ),
        (
            {"done_in_time": 10, "overdue": 2},
            (
                "Trong 12 nhiệm vụ có thời hạn hoàn thành đến ngày 31/3/2025, đã hoàn thành 10/12 nhiệm vụ,"
                " đạt 83,33%"
            ),
        ),
    ],
)
def test_what_is_due_is_told_apart(counts, said):
    assert read(telling.due(tally_of(**counts))) == said


def test_what_has_no_day_is_never_due():
    waiting = Tally("", (task(Standing.NOT_DUE, due=None),), date(2025, 3, 31))
    assert read(telling.due(waiting)).startswith("Không có nhiệm vụ nào")


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (
            {"done_in_time": 19, "ongoing": 29},
            {"done_in_time": 7, "ongoing": 41},
            (
                "So với quý I năm 2025, số nhiệm vụ hoàn thành tăng 12 nhiệm vụ (từ 07 lên 19 nhiệm vụ),"
                " tỷ lệ hoàn thành tăng 25 điểm phần trăm (từ 14,58% lên 39,58%)"
            ),
        ),
        (
            {"done_in_time": 1, "ongoing": 3},
            {"done_in_time": 2, "ongoing": 2},
            (
                "So với quý I năm 2025, số nhiệm vụ hoàn thành giảm 01 nhiệm vụ (từ 02 xuống 01 nhiệm vụ),"
                " tỷ lệ hoàn thành giảm 25 điểm phần trăm (từ 50% xuống 25%)"
            ),
        ),
        (
            {"done_in_time": 1, "ongoing": 1},
            {"done_late": 1, "not_due": 1},
            "Số nhiệm vụ hoàn thành không đổi so với quý I năm 2025 (01 nhiệm vụ)",
        ),
        (
            {"done_in_time": 1},
            {"ongoing": 1},
            (
                "So với quý I năm 2025, số nhiệm vụ hoàn thành tăng 01 nhiệm vụ (từ 0 lên 01 nhiệm vụ),"
                " tỷ lệ hoàn thành tăng 100 điểm phần trăm (từ 0% lên 100%)"
            ),
        ),
    ],
)
def test_a_period_is_compared_with_the_one_before(now, before, said):
    told = telling.compared(tally_of(**now), tally_of(**before), period_figure(Q1))
    assert read(told) == said


@pytest.mark.parametrize(
    ("done", "end"),
    [
        (rate("10%", 10), "thấp hơn 14,66 điểm phần trăm"),
        (rate("24,66%", 24.66), "tương đương"),
        (rate("30%", 30), "cao hơn 5,34 điểm phần trăm"),
    ],
)
def test_progress_is_held_against_the_time_that_has_passed(done, end):
    told = read(telling.against_time(done, rate("24,66%", "24.66")))
    begin = "So với tiến độ thời gian của năm (đã qua 24,66%), tỷ lệ hoàn thành nhiệm vụ"
    assert told == f"{begin} {end}"


@pytest.mark.parametrize(
    ("done", "end"),
    [
        (rate("91,67%", "91.67"), "kết quả đến nay còn cách mục tiêu 8,33 điểm phần trăm"),
        (rate("100%", "100"), "kết quả đến nay đã đạt mục tiêu"),
    ],
)
def test_progress_is_held_against_the_target(done, end):
    told = read(telling.against_target(done, rate("100%", "100")))
    assert told == f"Mục tiêu cả năm của Kế hoạch là hoàn thành 100% nhiệm vụ; {end}"


def test_every_standing_has_its_share_of_a_total():
    counts = {standing.name.lower(): place for place, standing in enumerate(Standing, 1)}
    told = [read(sentence) for sentence in telling.labels(tally_of(**counts))]
    assert told[0] == "hoàn thành đúng hạn 01"
    assert sum(int(one.rpartition(" ")[2]) for one in told) == sum(counts.values())
