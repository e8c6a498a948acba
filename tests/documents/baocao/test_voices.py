"""What units say, gathered."""

from dataclasses import replace

import pytest
from period_results import HALF, Q1, Q3, answer, results, task, with_task

from docgen.documents.baocao import voices
from docgen.documents.baocao.voices import Voice
from docgen.model.figure import Source, read
from docgen.model.outcome import Product, Status
from docgen.model.results import Standing, TextKind, UnitText

VP, TT = (Source(unit, "a", "tep.yaml") for unit in ("Văn phòng Sở", "Thanh tra Sở"))
TASK = "giao-bien-che"


def test_the_same_words_are_told_once_with_the_names_of_all():
    said = voices.merged([Voice("Đã rà soát", (VP,)), Voice("", (TT,)), Voice("đã  rà soát", (TT,))])
    assert [read(one.told()) for one in said] == ["Đã rà soát (Văn phòng Sở; Thanh tra Sở)"]
    assert said[0].quotation.sources == (VP, TT)


def test_documents_stand_before_who_says_it(plan_2025, organisation):
    made = results(plan_2025, organisation)
    product = Product(number="35/QĐ-SNV", day="22/01/2025")
    told = (
        answer(result="đã giao biên chế.", products=(product,)),
        answer(result="Đã có Quyết định số 35/QĐ-SNV", products=(product,)),
    )
    one, other = voices.achieved(task(answers=told), made, {Status.DONE})
    assert read(one.told()) == (
        "Đã giao biên chế (Quyết định số 35/QĐ-SNV ngày 22/01/2025 của Sở Nội vụ; Văn phòng Sở)"
    )
    assert read(other.within()) == "Đã có Quyết định số 35/QĐ-SNV (Văn phòng Sở)"


@pytest.mark.parametrize(("period", "told"), [(Q1, 1), (HALF, 2), (Q3, 0)])
def test_a_period_tells_what_was_answered_in_its_days(plan_2025, organisation, period, told):
    """Six months hold the first quarter; the third quarter does not."""
    made = results(plan_2025, organisation, period)
    answers = [answer(result="Một", period=Q1)] + [answer(result="Hai", period=HALF)] * (period != Q1)
    found = voices.merged(voices.achieved(task(answers=tuple(answers)), made, {Status.DONE}))
    assert len(found) == told


def test_what_holds_from_an_earlier_period_says_so(plan_2025, organisation):
    made = results(plan_2025, organisation, HALF)
    told = (answer(result="Đang làm", status=Status.ONGOING), answer(result="Đã xong"))
    found = voices.achieved(task(answers=told), made, {Status.ONGOING, Status.DONE})
    assert [read(one.told()) for one in found] == [
        "Đang làm (Văn phòng Sở; theo báo cáo quý I năm 2025)",
        "Đã xong (Văn phòng Sở)",
    ]


@pytest.mark.parametrize(
    ("unit", "status", "told"),
    [
        ("Ban Tôn giáo", Status.NOT_STARTED, 0),
        ("Ban Tôn giáo", Status.DONE, 1),
        ("Thanh tra Sở", Status.NOT_STARTED, 1),
    ],
)
def test_of_a_unit_that_has_left_only_what_is_done_counts(plan_2025, organisation, unit, status, told):
    made = results(plan_2025, organisation, HALF)
    one = task(answers=(answer(unit, status, result="Chưa giao"),))
    assert len(list(voices.answers(one, made))) == told


def test_why_a_task_is_late_holds_until_it_is_said_anew(plan_2025, organisation):
    late = {"standing": Standing.OVERDUE, "answers": (answer(reason="Do chờ ý kiến."),)}
    before = with_task(results(plan_2025, organisation), TASK, **late)
    now = results(plan_2025, organisation, HALF, previous=before)
    done = next(one for one in now.tasks if one.task.id == TASK)
    assert voices.why(done, "reason", now) == ()
    done = replace(done, standing=Standing.OVERDUE)
    assert [one.text for one in voices.why(done, "reason", now)] == ["chờ ý kiến"]
    anew = replace(done, answers=(answer(reason="Thiếu hồ sơ"),))
    assert [one.text for one in voices.why(anew, "reason", now)] == ["thiếu hồ sơ"]
    assert voices.why(done, "basis", now) == ()


def test_what_is_beside_the_plan_has_no_task(plan_2025, organisation):
    def said(text, **more):
        return UnitText(TextKind.RESULT, text, "Văn phòng Sở", "tep.yaml", **more)

    texts = (
        said("a", content=2),
        said("b", content=2, task="x"),
        said("c"),
        said("d", content=2, heading="h"),
    )
    made = results(plan_2025, organisation, texts=texts)
    assert [one.text for one in voices.beside(made, TextKind.RESULT, 2)] == ["a", "d"]
    assert [one.text for one in voices.beside(made, TextKind.RESULT, 2, {"h"})] == ["d"]
    found = voices.of_kind(made, TextKind.RESULT, voices.by_number)
    assert [one.text for one in found] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("called", "told"),
    [
        (voices.by_number, "Nhiệm vụ số 22 phần B: đề nghị dừng (Văn phòng Sở)"),
        (
            voices.by_name,
            "Về nhiệm vụ “Đề án Kho lưu trữ số tỉnh Bình Định”: đề nghị dừng (Văn phòng Sở)",
        ),
    ],
)
def test_what_is_said_of_a_task_stands_behind_its_name(plan_2025, organisation, called, told):
    texts = tuple(
        UnitText(TextKind.PROPOSAL, "Đề nghị dừng.", "Văn phòng Sở", "tep.yaml", task=name)
        for name in ("kho-luu-tru-so", "kho-luu-tru-so", TASK)
    )
    made = results(plan_2025, organisation, texts=texts)
    found = voices.merged(voices.of_kind(made, TextKind.PROPOSAL, called))
    assert [read(one.told()) for one in found][:1] == [told]
    assert len(found) == len(set(texts))
