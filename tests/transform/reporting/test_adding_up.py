"""A period added up: who answered, what holds from before, who is silent, what units wrote."""

from datetime import date
from itertools import permutations

import pytest
from answered import ALL, NAMES, agency_with, sent

from docgen.model.calendar import OfficeCalendar
from docgen.model.obligation import Duty
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.results import Punctuality, Standing, TextKind
from docgen.transform.reporting.citing import cited_alike

STAFF_PLAN = "giao-bien-che"  # Văn phòng Sở leads, Phòng TCBC và TCPCP coordinates, due 31/01/2025
DONE = f"{STAFF_PLAN} hoan_thanh 22/01/2025 Đã_giao."
RULES = "quy-che-chi-tieu-noi-bo"
Q1, SIX = ReportingPeriod(2025, "Q1"), ReportingPeriod(2025, "6T")


def told_by(task):
    return [(answer.unit, answer.duty, str(answer.period), answer.file) for answer in task.answers]


def test_rows_are_those_of_the_printed_plan(added, plan_2025):
    tasks = added("Q1").tasks
    places = {one.task.id: (one.part, one.number, one.content, one.counted) for one in tasks}
    assert [one.task for one in tasks] == list(cited_alike(plan_2025)[0].rows())
    assert places["ke-hoach-kiem-tra-noi-bo"] == ("A", "1", 0, True)
    assert places["csdl-ton-giao"] == ("A", "26", 6, True)
    assert places["tong-ket-cchc-tinh"] == ("B", "1", 0, True)
    assert places["cong-bo-chi-so"] == ("B", "1.1", 0, False)
    assert places["kho-luu-tru-so"] == ("B", "22", 6, True)
    assert len(added("Q1").counted) == len(tasks) - 2 == 48


def test_a_plan_without_parts_and_groups(added, plan_2025):
    data = plan_2025.as_data()
    (part, *_) = data["phu_luc"][0]["phan"]
    group = {"nhiem_vu": part["nhom"][0]["nhiem_vu"]}
    data["phu_luc"][0]["phan"] = [{"nhom": [group]}]
    task = added("Q1", plan=Plan.model_validate(data)).tasks[0]
    assert (task.part, task.number, task.group, task.content) == ("", "1", "", None)


def test_leads_stand_before_those_who_coordinate(task_of):
    files = (sent("Q1", "tcbc-tcpcp", f"{STAFF_PLAN} dang_thuc_hien"), sent("Q1", "van-phong", DONE))
    task = task_of("Q1", STAFF_PLAN, *files)
    assert told_by(task) == [
        (NAMES["van-phong"], Duty.LEAD, "2025-Q1", "2025-Q1/van-phong.yaml"),
        (NAMES["tcbc-tcpcp"], Duty.COORDINATE, "2025-Q1", "2025-Q1/tcbc-tcpcp.yaml"),
    ]
    assert (task.standing, task.finished_on, task.finished_in) == (
        Standing.DONE_IN_TIME,
        date(2025, 1, 22),
        Q1,
    )
    assert task.leads == (NAMES["van-phong"],)
    assert [source.unit for source in task.sources] == [NAMES["van-phong"]]


def test_a_task_that_nobody_told_of_comes_from_the_plan(task_of):
    (source,) = task_of("Q1", STAFF_PLAN).sources
    assert (source.unit, source.row, source.said) == ("Kế hoạch", STAFF_PLAN, "Chưa có số liệu")


def test_whoever_is_concerned_may_coordinate(task_of):
    task = task_of(
        "Q1", "co-cau-theo-vi-tri-viec-lam", sent("Q1", "ccvc", "co-cau-theo-vi-tri-viec-lam hoan_thanh")
    )
    assert [(answer.unit, answer.duty) for answer in task.answers] == [(NAMES["ccvc"], Duty.COORDINATE)]
    assert task.standing is Standing.UNREPORTED


def test_an_answer_holds_until_a_later_one(task_of, added):
    first = sent("Q1", "van-phong", DONE)
    task = task_of("6T", STAFF_PLAN, first, sent("6T", "ccvc"))
    assert (task.standing, task.finished_in, task.silent) == (Standing.DONE_IN_TIME, Q1, ())
    assert STAFF_PLAN not in {one.task for one in added("6T", first).obligations}
    again = task_of("6T", STAFF_PLAN, first, sent("6T", "van-phong", f"{STAFF_PLAN} dang_thuc_hien"))
    assert (again.standing, again.finished_on, again.finished_in) == (Standing.OVERDUE, None, None)


def test_a_later_period_is_not_read(task_of):
    assert task_of("Q1", STAFF_PLAN, sent("6T", "van-phong", DONE)).standing is Standing.UNREPORTED


def test_what_is_done_without_a_day_was_done_by_the_first_period_that_told_it(task_of):
    told, task = "hoan_thanh", "pho-bien-giao-duc-phap-luat"  # quý I
    twice = [sent(part, "van-phong", f"{task} {told}") for part in ("Q1", "6T")]
    assert task_of("6T", task, *twice).standing is Standing.DONE_IN_TIME
    assert task_of("6T", task, twice[1]).standing is Standing.DONE_LATE
    assert task_of("6T", task, *twice).finished_in == Q1
    assert task_of("6T", task, twice[1]).finished_in == SIX


def test_of_several_leads_each_owes_until_it_has_told(added):
    first = sent("Q1", "van-phong", f"{RULES} hoan_thanh 20/01/2025")
    results = added("6T", first, sent("6T", "luu-tru-lich-su", f"{RULES} hoan_thanh 30/01/2025"))
    task = next(one for one in results.tasks if one.task.id == RULES)
    owing = [one.unit for one in results.obligations if one.task == RULES]
    assert owing == ["thi-dua-khen-thuong", "luu-tru-lich-su"]
    assert task.silent == (NAMES["thi-dua-khen-thuong"],)
    assert task.standing is Standing.UNREPORTED


def test_a_task_is_done_when_the_last_of_its_leads_has_done_it(task_of):
    days = {"van-phong": "20/01/2025", "luu-tru-lich-su": "30/01/2025"}
    files = [sent("Q1", unit, f"{RULES} hoan_thanh {day}") for unit, day in days.items()]
    task = task_of("6T", RULES, *files, sent("6T", "thi-dua-khen-thuong", f"{RULES} hoan_thanh 25/01/2025"))
    assert (task.standing, task.finished_on, task.finished_in) == (
        Standing.DONE_IN_TIME,
        date(2025, 1, 30),
        SIX,
    )


def test_what_is_dropped_is_not_owed_again(added):
    results = added("6T", sent("Q1", "van-phong", f"{STAFF_PLAN} khong_thuc_hien"))
    assert STAFF_PLAN not in {one.task for one in results.obligations}
    assert {one.standing for one in results.tasks if one.task.id == STAFF_PLAN} == {Standing.DROPPED}


def test_a_unit_that_left_is_heard_where_nobody_else_leads(task_of):
    answers = sent("Q1", "ton-giao", "csdl-ton-giao dang_thuc_hien", f"{RULES} chua_thuc_hien")
    others = [sent("Q1", unit, f"{RULES} hoan_thanh 20/01/2025") for unit in ALL]
    assert task_of("Q1", "csdl-ton-giao", answers).standing is Standing.ONGOING
    assert task_of("Q1", "csdl-ton-giao", answers).leads == ()
    assert task_of("6T", "csdl-ton-giao", answers).standing is Standing.ONGOING
    assert task_of("Q1", RULES, answers, *others).standing is Standing.DONE_IN_TIME


def test_a_unit_answers_for_the_one_that_it_took_over(task_of, organisation):
    ended = {"valid_to": date(2025, 3, 31), "successor": "tcbc-tcpcp"}
    merged = agency_with(organisation, "xdcq-cttn", **ended)
    task = "nghi-quyet-phu-cap-cap-xa"  # Phòng XDCQ và CTTN leads, due 30/9/2025
    before = sent("Q1", "xdcq-cttn", f"{task} dang_thuc_hien")
    after = sent("6T", "tcbc-tcpcp", f"{task} hoan_thanh 06/6/2025")
    held, told = task_of("6T", task, before, agency=merged), task_of("6T", task, before, after, agency=merged)
    assert (held.standing, told.standing) == (Standing.ONGOING, Standing.DONE_IN_TIME)
    assert (held.leads, told.leads) == ((NAMES["tcbc-tcpcp"],),) * 2
    assert [answer.unit for answer in held.answers] == [NAMES["xdcq-cttn"]]
    assert [answer.unit for answer in told.answers] == [NAMES["tcbc-tcpcp"]]


def test_of_units_that_became_one_the_least_far_counts(task_of, organisation):
    ended = {"valid_to": date(2025, 3, 31), "successor": "tcbc-tcpcp"}
    merged = agency_with(organisation, "xdcq-cttn", **ended)
    task = "xay-dung-vbqppl"
    files = [sent("Q1", unit, f"{task} hoan_thanh 10/3/2025") for unit in ALL if unit != "xdcq-cttn"]
    late = sent("Q1", "xdcq-cttn", f"{task} dang_thuc_hien")
    assert task_of("6T", task, *files, late, agency=merged).standing is Standing.ONGOING
    assert len(task_of("6T", task, *files, late, agency=merged).answers) == len(ALL)


SENT_ON = [
    ("18/3/2025", Punctuality.IN_TIME),
    ("19/3/2025", Punctuality.LATE),
    ("20/3/2025", Punctuality.LATE),
    ("21/3/2025", Punctuality.CLOSED),
    ("", Punctuality.UNDATED),
]


@pytest.mark.parametrize(("day", "expected"), SENT_ON)
def test_when_it_came(added, day, expected):
    results = added("Q1", sent("Q1", "van-phong", DONE, on=day))
    came = {one.unit: one for one in results.received}
    assert came["van-phong"].punctuality is expected
    assert came["ccvc"].punctuality is Punctuality.MISSING
    assert [one.unit for one in results.received] == list(ALL)
    task = next(one for one in results.tasks if one.task.id == STAFF_PLAN)
    assert task.standing.is_done is (expected is not Punctuality.CLOSED)
    assert bool(results.texts) is (expected is not Punctuality.CLOSED)


def test_who_left_is_received_but_not_missed(added):
    units = [one.unit for one in added("Q1", sent("Q1", "ton-giao", on="27/02/2025")).received]
    assert units == [unit for unit in NAMES if unit != "ton-giao" or unit in units]
    assert "ton-giao" in units
    assert "ton-giao" not in [one.unit for one in added("Q1").received]


def test_an_office_may_close_a_period_later(added):
    settled = OfficeCalendar.model_validate({"ky_bao_cao": [{"ky": "2025-Q1", "dong_ky": "25/3/2025"}]})
    (first, *_) = added("Q1", sent("Q1", "van-phong", DONE, on="21/3/2025"), calendar=settled).received
    assert first.punctuality is Punctuality.LATE


def test_the_period_before_is_added_up_likewise(added):
    first, second = sent("Q1", "van-phong", DONE), sent("6T", "ccvc")
    results = added("9T", first, second, sent("Q3", "ccvc"))
    assert results.previous == added("6T", first, second)
    assert results.previous.previous == added("Q1", first)
    assert added("Q1", first).previous is None
    assert added("6T").previous is None


def test_the_year_that_has_passed(added):
    shares = [added(part).elapsed for part in ("Q1", "6T", "9T", "N")]
    assert [share.formula for share in shares] == [f"{n}/365 × 100" for n in (90, 182, 274, 365)]
    assert [share.text for share in shares] == ["24,66%", "49,86%", "75,07%", "100%"]


def test_texts_stand_in_the_order_of_the_plan_then_beside_it(added):
    office = sent(
        "Q1",
        "van-phong",
        "giao-bien-che hoan_thanh 22/01/2025 Đã_giao",
        "ra-soat-vbqppl dang_thuc_hien - Đang_rà_soát",
        other=[
            {"content": "Cải cách tổ chức bộ máy", "results": ["Kết quả"], "shortcomings": ["Hạn chế"]},
            {"content": "Công tác chỉ đạo, điều hành", "heading": "kiem_tra", "causes": ["Nguyên nhân"]},
        ],
        difficulties=["Khó khăn"],
        proposals=["Kiến nghị"],
        next_tasks=["Kỳ sau"],
    )
    texts = [
        (one.kind.name, one.text, one.content, one.task, one.heading) for one in added("Q1", office).texts
    ]
    assert texts == [
        ("RESULT", "Đang_rà_soát", 1, "ra-soat-vbqppl", ""),
        ("RESULT", "Đã_giao", 3, "giao-bien-che", ""),
        ("RESULT", "Kết quả", 3, "", ""),
        ("SHORTCOMING", "Hạn chế", 3, "", ""),
        ("CAUSE", "Nguyên nhân", 0, "", "kiem_tra"),
        ("DIFFICULTY", "Khó khăn", None, "", ""),
        ("PROPOSAL", "Kiến nghị", None, "", ""),
        ("NEXT", "Kỳ sau", None, "", ""),
    ]
    assert {one.source.submission for one in added("Q1", office).texts} == {"2025-Q1/van-phong.yaml"}


def test_why_a_task_is_late_is_a_cause(added):
    late = sent("Q1", "van-phong")
    row = {
        "id": STAFF_PLAN,
        "status": "cham_tien_do",
        "reason": "Chờ ý kiến",
        "difficulties": "A",
        "proposals": "B",
    }
    submission = late.submission.model_validate({**late.submission.model_dump(), "rows": [row]})
    texts = added("Q1", type(late)(submission, late.file, late.period, late.unit)).texts
    assert [(one.kind, one.text) for one in texts] == [
        (TextKind.CAUSE, "Chờ ý kiến"),
        (TextKind.DIFFICULTY, "A"),
        (TextKind.PROPOSAL, "B"),
    ]


def test_texts_of_earlier_periods_are_not_told_again(added):
    assert added("6T", sent("Q1", "van-phong", DONE), sent("6T", "ccvc")).texts == ()


def test_statistics_are_filled_from_what_counts(added):
    told = {"statistics": [{"code": "1", "value": 412}]}
    in_time = added("Q1", sent("Q1", "van-phong", on="18/3/2025", **told))
    closed = added("Q1", sent("Q1", "van-phong", on="21/3/2025", **told))
    later = added("6T", sent("Q1", "van-phong", **told), sent("6T", "van-phong"))
    (row,), (nothing,), (since,) = (one.statistics[0].rows for one in (in_time, closed, later))
    assert (str(row.value), nothing.value) == ("412", None)
    assert (since.value, str(since.previous)) == (None, "412")


def test_the_order_of_files_does_not_matter(added):
    files = (
        sent("Q1", "van-phong", DONE, f"{RULES} hoan_thanh 20/01/2025"),
        sent("Q1", "luu-tru-lich-su", f"{RULES} dang_thuc_hien"),
        sent("6T", "thi-dua-khen-thuong", f"{RULES} cham_tien_do"),
    )
    first, *others = (added("6T", *order) for order in permutations(files))
    assert all(other == first for other in others)
