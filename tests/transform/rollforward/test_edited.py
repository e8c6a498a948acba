"""A draft that people have worked on, beside the plan before it: what they did is told with the rest."""

import pytest

from docgen.model.address import addressed, with_texts
from docgen.model.comparison import Fate
from docgen.model.decision import Settlement
from docgen.model.outcome import Outcome, Status
from docgen.transform.deciding import settle
from docgen.transform.leaving_out import without_task
from docgen.transform.rollforward import rollforward
from docgen.transform.rollforward.edited import compared_now
from docgen.transform.rows import with_rows

TASK, LAUNCH = "giao-bien-che", "trang-thong-tin-ban-chi-dao"
POINT = "noi_dung/1/khoan/1/diem/1/noi_dung"


@pytest.fixture(scope="module")
def rolled(plan_2025, organisation):
    return rollforward(plan_2025, 2026, organisation)


@pytest.fixture
def told(plan_2025, rolled):
    """Return a function that compares a draft: the rows that are not as they were drafted, and the fates."""

    def told(draft):
        comparison = compared_now(plan_2025, draft, rolled)
        known = {(row.before, row.after, row.reason) for row in rolled.comparison.rows}
        return [row for row in comparison.rows if (row.before, row.after, row.reason) not in known], {
            one.id: one.fate for one in comparison.fates
        }

    return told


def _with(draft, task, **cells):
    return with_rows(draft, lambda row: row.model_copy(update=cells) if row.id == task else row)


def test_nothing_done_since_is_the_comparison_of_the_draft(plan_2025, rolled):
    assert compared_now(plan_2025, rolled.plan, rolled) is rolled.comparison


def test_a_comparison_again_tells_what_was_told_of_the_draft(plan_2025, rolled):
    """Where nothing differs but the note of one task, every other row is as it was."""
    again = compared_now(plan_2025, _with(rolled.plan, TASK, note="Sửa"), rolled)
    rows = {row.place: row for row in again.rows}
    before = {row.place: row for row in rolled.comparison.rows}
    differing = {place for place in {*rows, *before} if rows.get(place) != before.get(place)}
    assert [place.rpartition(", ")[2] for place in differing] == ["nhiệm vụ 14"]


def test_a_cell_that_was_changed_by_hand(rolled, told):
    (row,), fates = told(_with(rolled.plan, TASK, note="Theo quyết định mới"))
    assert "Ghi chú: Theo quyết định mới" in row.after
    assert row.reason.endswith("Sửa khi soạn dự thảo.")
    assert fates[TASK] is Fate.CHANGED


def test_a_task_that_was_taken_out(rolled, told):
    (row,), fates = told(without_task(rolled.plan, TASK))
    assert (row.place[-4:], row.after, row.reason) == ("(cũ)", "", "Bỏ khi soạn dự thảo.")
    assert fates[TASK] is Fate.LEFT_OUT


def test_what_was_decided_about_a_task(rolled, told):
    asked = next(one for one in rolled.plan.decisions if one.place == f"nhiem_vu/{LAUNCH}")
    (row,), fates = told(settle(rolled.plan, asked.id, Settlement.ACCEPTED))
    assert row.reason == (
        "Cụm từ “Ra mắt” chỉ việc làm một lần. Chưa có kết quả thực hiện năm 2025. Bỏ khi soạn dự thảo."
    )
    assert fates[LAUNCH] is Fate.LEFT_OUT
    (row,), fates = told(settle(rolled.plan, asked.id, Settlement.KEPT))
    assert row.decisions == ()
    assert fates[LAUNCH] is Fate.CHANGED  # its deadline moved on with the year


def test_a_task_that_was_to_go_and_is_back(plan_2025, organisation, rolled):
    done = Outcome(id=LAUNCH, status=Status.DONE, finished_on="15/2/2025")
    without = rollforward(plan_2025, 2026, organisation, {LAUNCH: done})
    assert LAUNCH not in {row.id for row in without.plan.rows()}
    comparison = compared_now(plan_2025, rolled.plan, without)
    fate = next(one for one in comparison.fates if one.id == LAUNCH)
    assert (fate.fate, fate.reason) == (Fate.CHANGED, "Giữ lại khi soạn dự thảo.")
    still = compared_now(plan_2025, _with(without.plan, TASK, note="Sửa"), without)
    assert next(one for one in still.fates if one.id == LAUNCH) in without.comparison.fates


def test_a_new_task_and_one_that_moved(rolled, told):
    groups = rolled.plan.appendices[0].parts[0].groups
    first, *_ = groups[0].tasks
    new = first.model_copy(update={"id": "viec-moi", "text": "Sơ kết việc thí điểm"})
    moved = groups[0].model_copy(update={"tasks": (*groups[0].tasks[1:], new)})
    there = groups[1].model_copy(update={"tasks": (*groups[1].tasks, first)})
    rows, fates = told(_with_groups(rolled.plan, (moved, there, *groups[2:])))
    assert [(row.before[:20], row.after[:20], row.reason) for row in rows] == [
        (
            "Ban hành và triển kh",
            "Ban hành và triển kh",
            (
                "Cụm từ “Kế hoạch kiểm tra” chỉ sản phẩm thường lập hằng năm.\n"
                "Chuyển từ phụ lục, phần A, nhóm I, nhiệm vụ 1."
            ),
        ),
        ("", "Sơ kết việc thí điểm", "Bổ sung khi soạn dự thảo."),
    ]
    assert fates[first.id] is Fate.KEPT


def _with_groups(draft, groups):
    appendix = draft.appendices[0]
    part = appendix.parts[0].model_copy(update={"groups": groups})
    parts = (part, *appendix.parts[1:])
    return draft.model_copy(update={"appendices": (appendix.model_copy(update={"parts": parts}),)})


def test_a_text_of_the_body(rolled, told):
    text = addressed(rolled.plan)[POINT]
    (row,), _ = told(with_texts(rolled.plan, {POINT: text.replace("đồng bộ", "**đồng thời**")}))
    assert (row.place, row.reason) == ("Mục I, khoản 1, điểm a", "Sửa khi soạn dự thảo.")
    assert "triển khai đồng thời các" in row.after


def test_a_text_that_is_new_and_one_that_is_gone(rolled, told):
    section = rolled.plan.sections[0]
    item = section.items[0]
    points = (
        *item.points[1:],
        item.points[0].model_copy(update={"text": "Việc hoàn toàn khác, chưa từng có"}),
    )
    items = (item.model_copy(update={"points": points}), *section.items[1:])
    sections = (section.model_copy(update={"items": items}), *rolled.plan.sections[1:])
    rows, _ = told(rolled.plan.model_copy(update={"sections": sections}))
    assert {(row.place, row.reason) for row in rows} == {
        ("Mục I, khoản 1, điểm a (cũ)", "Bỏ khi soạn dự thảo."),
        ("Mục I, khoản 1, điểm b", "Bổ sung khi soạn dự thảo."),
    }


def test_what_is_asked_where_nothing_differs_stays_asked(plan_2025, rolled):
    draft = _with(rolled.plan, TASK, note="Sửa")
    comparison = compared_now(plan_2025, draft, rolled)
    assert set(comparison.decisions()) == {one.id for one in draft.open_decisions()}
