"""How a task stands: every status, with every kind of deadline; then several units that lead it."""

from datetime import date
from itertools import permutations

import pytest
from answered import sent
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.deadline import Deadline
from docgen.model.outcome import Outcome, Status
from docgen.model.results import Standing
from docgen.transform.merging import farness, least_far
from docgen.transform.reporting.standings import standing_of

DAY, BEFORE = date(2025, 6, 14), date(2025, 3, 14)
SHORT = dict(zip(("in", "late", "on", "over", "none", "early", "drop", "silent"), Standing, strict=True))

ANSWERS = (
    ("chua_thuc_hien", None, DAY),
    ("dang_thuc_hien", None, DAY),
    ("khong_thuc_hien", None, DAY),
    ("cham_tien_do", None, DAY),
    ("cham_tien_do", "31/3/2025", DAY),
    ("hoan_thanh", "31/3/2025", DAY),
    ("hoan_thanh", "01/4/2025", DAY),
    ("hoan_thanh", None, BEFORE),
    ("hoan_thanh", None, DAY),
)
"""Status, day, last day of data of the period that first told it as done."""

TABLE = {
    "Tháng 3/2025": "none  over drop over late in late in late",
    "Trước ngày 14/6/2025": "none over drop over late in in in late",
    "Trước ngày 15/6/2025": "early on drop over late in in in in",
    "Tháng 6/2025": "early on drop over late in in in in",
    "Quý II": "early on drop over late in in in in",
    "Cả năm": "early on drop over late in in in in",
    "Thường xuyên": "early on drop over late in in in in",
    "Ban hành: Quý I\nThực hiện: Tháng 4": "none over drop over late in in in late",
    "Đăng ký: Tháng 3\nThực hiện: Khi có Kế hoạch": "early on drop over late in in in in",
    "Khi có văn bản mới": "early on drop on late in in in in",
    "Theo Kế hoạch của UBND tỉnh": "early on drop on late in in in in",
    "Sớm nhất có thể": "early on drop over late in in in in",
}
"""What every answer of `ANSWERS` comes to on 14/6/2025."""


@pytest.mark.parametrize(("phrase", "expected"), TABLE.items())
def test_every_answer_with_every_deadline(phrase, expected):
    deadline = Deadline.parse(phrase, 2025)
    found = [
        standing_of(Outcome(id="viec", status=status, finished_on=day), deadline, DAY, told_by)
        for status, day, told_by in ANSWERS
    ]
    assert found == [SHORT[word] for word in expected.split()]


@pytest.mark.parametrize(("event", "expected"), [(date(2025, 6, 14), "over"), (date(2025, 6, 15), "on")])
def test_what_is_late_may_be_called_overdue_once_its_event_has_come(event, expected):
    deadline = Deadline.parse("Khi có văn bản mới", 2025, event)
    outcome = Outcome(id="viec", status=Status.LATE)
    assert standing_of(outcome, deadline, DAY, DAY) is SHORT[expected]


# Led by Văn phòng Sở, Ban Thi đua - Khen thưởng and Trung tâm lưu trữ lịch sử tỉnh, due 31/01/2025.
RULES = "quy-che-chi-tieu-noi-bo"
LEADS = ("van-phong", "thi-dua-khen-thuong", "luu-tru-lich-su")
DONE, DONE_LATE = "hoan_thanh 20/01/2025", "hoan_thanh 05/02/2025"
TOGETHER = [
    ((DONE, DONE, DONE), "in"),
    ((DONE, DONE_LATE, DONE), "late"),
    ((DONE, "cham_tien_do 14/02/2025", DONE), "late"),
    ((DONE, "khong_thuc_hien", DONE), "drop"),
    ((DONE, "dang_thuc_hien", DONE), "over"),
    ((DONE, "dang_thuc_hien", "chua_thuc_hien"), "none"),
    (("khong_thuc_hien", "cham_tien_do", "dang_thuc_hien"), "over"),
    ((DONE, DONE, None), "silent"),
    ((DONE, "khong_thuc_hien", None), "silent"),
    ((DONE, "dang_thuc_hien", None), "over"),
    (("chua_thuc_hien", None, None), "none"),
    ((None, None, None), "silent"),
]


@pytest.mark.parametrize(("told", "expected"), TOGETHER)
def test_a_task_of_several_is_as_far_as_the_least_far(task_of, told, expected):
    for order in set(permutations(told)):
        files = [sent("Q1", unit, f"{RULES} {row}") for unit, row in zip(LEADS, order, strict=True) if row]
        assert task_of("Q1", RULES, *files).standing is SHORT[expected]


def test_silence_on_what_has_not_begun_is_no_gap(task_of):
    assert task_of("Q1", "he-thong-danh-gia-cchc").standing is Standing.NOT_DUE
    assert task_of("Q3", "he-thong-danh-gia-cchc").standing is Standing.UNREPORTED


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*Status, "done late"]), min_size=1, max_size=6), st.randoms())
def test_the_least_far_does_not_depend_on_the_order(statuses, random):
    class Told:
        def __init__(self, status):
            day = "01/02/2025" if status == "done late" else None
            self.outcome = Outcome(id="viec", status=Status.LATE if day else status, finished_on=day)

    told = [Told(status) for status in statuses]
    least = {farness(one.outcome) for one in least_far(told)}
    assert least == {min(farness(one.outcome) for one in told)}
    mixed = random.sample(told, len(told))
    assert {id(one) for one in least_far(mixed)} == {id(one) for one in least_far(told)}


def test_the_least_far_of_nothing_is_nothing():
    assert least_far(()) == ()
