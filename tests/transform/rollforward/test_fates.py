"""What becomes of each task: the rows of the 2025 plan, and every nature beside every outcome."""

import pytest

from docgen.model.appendix import Subtask
from docgen.model.comparison import Fate
from docgen.model.deadline import Deadline
from docgen.model.outcome import Outcome, Status
from docgen.transform.rollforward.doubt import Concern
from docgen.transform.rollforward.fates import Verdict, settled_family, verdict

WITHOUT_OUTCOMES = """
ke-hoach-kiem-tra-noi-bo          Giữ nguyên      -
ke-hoach-truyen-thong-noi-bo      Giữ nguyên      -
hoi-nghi-nang-cao-chi-so          Giữ nguyên      thoi-han
cham-diem-chi-so                  Giữ nguyên      -
bao-cao-dinh-ky                   Giữ nguyên      -
ra-soat-vbqppl                    Giữ nguyên      thoi-han
pho-bien-giao-duc-phap-luat       Giữ nguyên      -
xay-dung-vbqppl                   Giữ nguyên      thoi-han
phuong-an-don-gian-hoa-tthc       Giữ nguyên      thoi-han
quyet-dinh-cong-bo-tthc           Giữ nguyên      thoi-han
quyet-dinh-quy-trinh-noi-bo       Giữ nguyên      thoi-han
ra-soat-tthc-noi-bo               Giữ nguyên      thoi-han
tthc-phi-dia-gioi                 Giữ nguyên      thoi-han
giao-bien-che                     Giữ nguyên      -
co-cau-theo-vi-tri-viec-lam       Giữ nguyên      -
phan-cap-phan-quyen-cua-so        Giữ nguyên      -
dao-tao-boi-duong-noi-bo          Giữ nguyên      thoi-han
quan-ly-su-dung-cong-chuc         Giữ nguyên      -
chuyen-doi-vi-tri-cong-tac        Giữ nguyên      -
cong-khai-tai-chinh               Giữ nguyên      -
quy-che-chi-tieu-noi-bo           Giữ nguyên      -
chuyen-doi-so-cua-so              Giữ nguyên      -
csdl-can-bo-cong-chuc             Giữ nguyên      -
csdl-thi-dua-khen-thuong          Giữ nguyên      thoi-han
csdl-co-cau-to-chuc               Giữ nguyên      thoi-han
csdl-ton-giao                     Giữ nguyên      thoi-han
tong-ket-cchc-tinh                Giữ nguyên      -
cong-bo-chi-so                    Giữ nguyên      -
trang-thong-tin-ban-chi-dao       Cần quyết định  nhiem-vu, bỏ?
truyen-thong-cchc-tinh            Giữ nguyên      -
kiem-tra-cchc-tinh                Giữ nguyên      -
xac-dinh-chi-so-cchc              Giữ nguyên      -
sua-doi-bo-chi-so                 Cần quyết định  nhiem-vu, bỏ?
do-luong-su-hai-long              Giữ nguyên      -
he-thong-danh-gia-cchc            Cần quyết định  nhiem-vu
chuong-trinh-hanh-dong-tinh-uy    Cần quyết định  nhiem-vu, bỏ?
cai-thien-cac-chi-so              Giữ nguyên      thoi-han
de-an-sap-xep-co-quan             Cần quyết định  nhiem-vu, bỏ?
chuc-nang-sau-sap-xep             Cần quyết định  nhiem-vu
xep-loai-co-quan                  Giữ nguyên      -
do-thi-loai-iii-hoai-nhon         Cần quyết định  nhiem-vu, bỏ?
sap-xep-don-vi-cap-xa             Cần quyết định  nhiem-vu
phan-cap-phan-quyen-cua-tinh      Giữ nguyên      -
vi-tri-viec-lam-don-vi-su-nghiep  Cần quyết định  nhiem-vu
dao-tao-tro-ly-ao                 Giữ nguyên      -
thi-diem-bo-phan-mot-cua          Cần quyết định  nhiem-vu, bỏ?
ho-tro-can-bo-di-dao-tao          Cần quyết định  nhiem-vu, bỏ?
nghi-quyet-phu-cap-cap-xa         Cần quyết định  nhiem-vu, bỏ?
kiem-tra-ky-luat-ky-cuong         Giữ nguyên      -
kho-luu-tru-so                    Cần quyết định  nhiem-vu
"""
"""Every row of the 2025 plan: its fate, what is asked, and whether leaving it out is proposed."""

KEPT, CHANGED, CARRIED, ASKED, LEFT_OUT = Fate
TASK, DEADLINE = Concern.TASK, Concern.DEADLINE
RESULT = "Quyết định số 12/QĐ-UBND"

SUBJECTS = {
    "recurring": ("Tiếp tục cập nhật cơ sở dữ liệu", "Quý I"),
    "recurring, waits": ("Cập nhật cơ sở dữ liệu", "Sau khi đã xây dựng phần mềm"),
    "recurring, arises": ("Hướng dẫn neo đậu tàu thuyền tránh trú bão", "Khi có bão"),
    "one-off": ("Đề án Kho lưu trữ số", "Tháng 6/2025"),
    "one-off, later": ("Đề án Kho lưu trữ số", "Tháng 6/2026"),
    "one-off, waits": ("Đề án Kho lưu trữ số", "Sau khi Trung ương hướng dẫn"),
    "event-bound": ("Bố trí trụ sở làm việc", "Theo hướng dẫn của Bộ"),
    "unclear": ("Trồng 200 cây xanh", "Tháng 6/2025"),
}

NATURE_BY_STATUS = [
    # nature, outcome, fate, concern of the doubt, leaving out proposed
    ("recurring", None, KEPT, None, False),
    ("recurring, arises", None, KEPT, None, False),
    ("recurring", Status.NOT_STARTED, KEPT, None, False),
    ("recurring", Status.ONGOING, KEPT, None, False),
    ("recurring", Status.DONE, KEPT, None, False),
    ("recurring", Status.LATE, KEPT, None, False),
    ("recurring", Status.DROPPED, KEPT, TASK, False),
    ("recurring, waits", None, KEPT, DEADLINE, False),
    ("recurring, waits", Status.NOT_STARTED, KEPT, DEADLINE, False),
    ("recurring, waits", Status.ONGOING, KEPT, DEADLINE, False),
    ("recurring, waits", Status.DONE, KEPT, DEADLINE, False),
    ("recurring, waits", Status.LATE, KEPT, DEADLINE, False),
    ("recurring, waits", Status.DROPPED, KEPT, TASK, False),
    ("one-off", None, ASKED, TASK, True),
    ("one-off", Status.NOT_STARTED, CARRIED, DEADLINE, False),
    ("one-off", Status.ONGOING, CARRIED, DEADLINE, False),
    ("one-off", Status.DONE, LEFT_OUT, None, False),
    ("one-off", Status.LATE, CARRIED, DEADLINE, False),
    ("one-off", Status.DROPPED, ASKED, TASK, True),
    ("one-off, later", None, ASKED, TASK, False),
    ("one-off, later", Status.DONE, LEFT_OUT, None, False),
    ("one-off, waits", None, ASKED, TASK, False),
    ("one-off, waits", Status.NOT_STARTED, CARRIED, DEADLINE, False),
    ("one-off, waits", Status.ONGOING, CARRIED, DEADLINE, False),
    ("one-off, waits", Status.DONE, LEFT_OUT, None, False),
    ("one-off, waits", Status.LATE, CARRIED, DEADLINE, False),
    ("one-off, waits", Status.DROPPED, ASKED, TASK, True),
    ("event-bound", None, ASKED, TASK, False),
    ("event-bound", Status.NOT_STARTED, CARRIED, DEADLINE, False),
    ("event-bound", Status.ONGOING, CARRIED, DEADLINE, False),
    ("event-bound", Status.DONE, ASKED, TASK, True),
    ("event-bound", Status.LATE, CARRIED, DEADLINE, False),
    ("event-bound", Status.DROPPED, ASKED, TASK, True),
    ("unclear", None, ASKED, TASK, False),
    ("unclear", Status.NOT_STARTED, CARRIED, DEADLINE, False),
    ("unclear", Status.ONGOING, CARRIED, DEADLINE, False),
    ("unclear", Status.DONE, ASKED, TASK, True),
    ("unclear", Status.LATE, CARRIED, DEADLINE, False),
    ("unclear", Status.DROPPED, ASKED, TASK, True),
]


def judged(nature, status=None, **told):
    """Return the verdict on one of the subjects; `told` are further data of its row or outcome."""
    text, deadline = SUBJECTS[nature]
    event = {"event": told.pop("event")} if "event" in told else {}
    row = Subtask(id="viec", text=text, lead="Văn phòng Sở", deadline=deadline, **event)
    outcome = Outcome(id="viec", status=status, **told) if status else None
    return verdict(row, Deadline.parse(deadline, 2025), outcome, 2026)


def shown(row, plan):
    found = verdict(row, plan.deadline(row), None, 2026)
    asked = "; ".join(f"{doubt.concern}{', bỏ?' * doubt.leaves_out}" for doubt in found.doubts)
    return f"{row.id:34}{found.fate:16}{asked or '-'}"


def test_every_row_of_the_2025_plan_without_outcomes(plan_2025):
    assert [shown(row, plan_2025) for row in plan_2025.rows()] == WITHOUT_OUTCOMES.strip().splitlines()


@pytest.mark.parametrize(("nature", "status", "fate", "concern", "leaves_out"), NATURE_BY_STATUS)
def test_nature_and_outcome_make_the_fate(nature, status, fate, concern, leaves_out):
    found = judged(nature, status, result=RESULT) if status else judged(nature)
    assert found.fate is fate
    assert [(doubt.concern, doubt.leaves_out) for doubt in found.doubts] == [(concern, leaves_out)] * bool(
        concern
    )


@pytest.mark.parametrize("nature", SUBJECTS)
@pytest.mark.parametrize("status", [None, *Status])
def test_what_is_said_is_whole_sentences(nature, status):
    found = judged(nature, status, result=RESULT) if status else judged(nature)
    for text in (found.reason, *(part for doubt in found.doubts for part in (doubt.proposal, doubt.reason))):
        assert text[0].isupper()
        assert text.endswith(".")
        assert ".." not in text
        assert "  " not in text
        assert "\n" not in text
    assert all(doubt.question.endswith("?") and not doubt.quote for doubt in found.doubts)
    assert ("Chưa có kết quả" in found.reason) is (status is None and found.fate is ASKED)


def test_a_task_that_is_left_out_says_when_it_was_done_and_what_came_of_it():
    found = judged("one-off", Status.DONE, finished_on="05/6/2025", result=f"{RESULT}.")
    assert found.reason == (
        "Năm 2025: đã hoàn thành ngày 05/6/2025 (Quyết định số 12/QĐ-UBND)."
        " Cụm từ “Đề án” chỉ sản phẩm làm một lần."
    )


def test_what_was_late_and_is_finished_is_done():
    found = judged("one-off", Status.LATE, finished_on="05/11/2025")
    assert (found.fate, found.reason.partition(". ")[0]) == (
        LEFT_OUT,
        "Năm 2025: chậm tiến độ, đã hoàn thành ngày 05/11/2025",
    )


def test_a_task_that_is_carried_over_tells_its_old_deadline():
    (doubt,) = judged("one-off", Status.ONGOING).doubts
    assert doubt.question == "Nhiệm vụ chuyển tiếp từ năm 2025: hoàn thành vào thời gian nào của năm 2026?"
    assert doubt.reason == "Năm 2025: đang thực hiện, chưa hoàn thành. Thời gian cũ: “Tháng 6/2025”."


def test_the_reason_of_the_unit_is_told_when_a_task_was_dropped():
    (doubt,) = judged("one-off", Status.DROPPED, result="Tỉnh giao\nSở Xây dựng").doubts
    assert doubt.reason.startswith("Năm 2025: không thực hiện (Tỉnh giao Sở Xây dựng).")


def test_a_long_result_is_cut():
    found = judged("one-off", Status.DONE, result="chữ " * 1_000)
    assert found.reason.partition(")")[0].endswith(" …")
    assert len(found.reason) < 450


def test_a_plan_of_two_years_ago_is_told_by_its_own_year():
    row = Subtask(id="viec", text="Đề án", lead="Văn phòng", deadline="Tháng 6/2025")
    found = verdict(row, Deadline.parse("Tháng 6/2025", 2025), None, 2027, old_year=2025)
    assert found.reason.endswith("Chưa có kết quả thực hiện năm 2025.")
    assert "khỏi kế hoạch năm 2027" in found.doubts[0].proposal
    assert "“Tháng 6/2025” nằm trong năm 2025." in found.doubts[0].reason


def test_an_event_that_is_recorded_is_told():
    event = {"day": "15/3/2025", "document": "Công văn số 10/UBND-NC"}
    told = "Kế hoạch năm 2025 đã ghi nhận sự kiện ngày 15/3/2025 (Công văn số 10/UBND-NC)."
    (kept,), (asked,) = (judged(name, event=event).doubts for name in ("recurring, waits", "one-off, waits"))
    assert kept.reason == told
    assert asked.reason.endswith(told)


def test_phases_on_lines_are_quoted_on_one():
    row = Subtask(
        id="viec", text="Bố trí trụ sở", lead="Văn phòng", deadline="Đăng ký: Quý I;\nLàm: Khi đủ vốn"
    )
    (doubt,) = verdict(row, Deadline.parse(row.deadline, 2025), None, 2026).doubts
    assert "“Đăng ký: Quý I; Làm: Khi đủ vốn”" in doubt.question


@pytest.mark.parametrize(
    ("parent", "children", "fate", "leaves_out"),
    [
        ((LEFT_OUT, False), [LEFT_OUT, LEFT_OUT], LEFT_OUT, False),
        ((LEFT_OUT, False), [LEFT_OUT, KEPT], KEPT, False),
        ((LEFT_OUT, False), [LEFT_OUT, ASKED], KEPT, False),
        ((ASKED, True), [LEFT_OUT], ASKED, True),
        ((ASKED, True), [CARRIED, ASKED], KEPT, False),
        ((ASKED, True), [ASKED, LEFT_OUT], ASKED, False),
        ((KEPT, False), [LEFT_OUT], KEPT, False),
    ],
)
def test_a_task_goes_only_with_all_its_sub_tasks(parent, children, fate, leaves_out):
    doubts = judged("one-off").doubts if parent[1] else ()
    found = settled_family(Verdict(parent[0], "Đã xong.", doubts), [Verdict(one, "…") for one in children])
    assert (found.fate, any(doubt.leaves_out for doubt in found.doubts)) == (fate, leaves_out)


def test_a_task_is_proposed_to_go_where_all_its_sub_tasks_are():
    asked, kept = judged("one-off"), judged("recurring")
    assert settled_family(asked, [asked, Verdict(LEFT_OUT, "…")]) == asked
    assert settled_family(asked, [asked, kept]) == Verdict(
        KEPT, f"{asked.reason} Giữ lại vì còn 02 nhiệm vụ con trong dự thảo."
    )


def test_a_task_whose_unit_told_that_it_was_dropped_is_asked_about_beside_its_sub_tasks():
    dropped = judged("one-off", Status.DROPPED)
    (doubt,) = settled_family(dropped, [judged("recurring")], is_told=True).doubts
    assert (doubt.proposal, doubt.leaves_out) == ("Giữ nhiệm vụ, vì còn nhiệm vụ con trong dự thảo.", False)


def test_a_time_that_reached_into_the_new_year_is_told():
    (doubt,) = judged("one-off, later").doubts
    assert "“Tháng 6/2026”" in doubt.proposal
    assert "Thời gian cũ “Tháng 6/2026” đã tính đến năm 2026; dự thảo đã lùi thời gian này." in doubt.reason


def test_why_a_finished_task_stays_is_said():
    found = settled_family(Verdict(LEFT_OUT, "Đã xong."), [Verdict(CARRIED, "…"), Verdict(LEFT_OUT, "…")])
    assert found.reason == "Đã xong. Giữ lại vì còn 01 nhiệm vụ con trong dự thảo."
