"""The comparison paper, worded: what a director reads before the table, and in it."""

import pytest
from comparisons import NEW, NOTHING, comparison_2026, draft_2026, with_row

from docgen.documents import sosanh
from docgen.documents.compared import ComparisonRowKind
from docgen.documents.wording import within_sentence
from docgen.model.comparison import Comparison, Fate, TaskFate

DRAFT = "Trong {} nhiệm vụ của Kế hoạch năm 2025, dự thảo"
ASKED = "còn 01 nhiệm vụ cần quyết định giữ hay bỏ."
ADDED = "Dự thảo thêm 01 nhiệm vụ mới."


@pytest.fixture(scope="module")
def draft(plan_2025):
    return draft_2026(plan_2025)


@pytest.fixture(scope="module")
def paper(plan_2025, draft, organisation):
    return sosanh.compose(comparison_2026(plan_2025), draft, organisation)


@pytest.fixture
def worded(draft, organisation):
    """Return a function that words the paper about a comparison."""
    return lambda comparison: sosanh.compose(comparison, draft, organisation)


def fated(*fates, rows=()):
    """Return a comparison of tasks with these fates."""
    told = tuple(
        TaskFate(id=f"viec-{number}", text="Việc", fate=fate, reason="Lý do")
        for number, fate in enumerate(fates)
    )
    return Comparison(old_year=2025, new_year=2026, rows=rows, fates=told)


def words(runs):
    return "".join(run.text for run in runs)


def test_the_head_has_neither_number_nor_recipients(paper):
    texts = list(paper.printed_texts())
    assert paper.head.title == (
        "BẢN SO SÁNH, THUYẾT MINH\n"
        "DỰ THẢO KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH SỞ NỘI VỤ NĂM 2026 SO VỚI KẾ HOẠCH NĂM 2025"
    )
    assert paper.head.reference == "(Kèm theo dự thảo Kế hoạch số         /KH-SNV của Sở Nội vụ)"
    assert texts[1:4] == ["SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert not any(text.startswith(("Số:", "Nơi nhận")) for text in texts)


def test_the_unit_that_drafted_signs(paper):
    assert paper.signature.authority == (
        "PHÒNG CẢI CÁCH HÀNH CHÍNH - VĂN THƯ, LƯU TRỮ",
        "TRƯỞNG ĐƠN VỊ SOẠN THẢO",
    )


@pytest.mark.parametrize(
    ("comparison", "told"),
    [
        (
            fated(*[Fate.KEPT] * 12, Fate.CHANGED),
            f"{DRAFT.format(13)} giữ nguyên 12 nhiệm vụ, giữ và sửa 01 nhiệm vụ.",
        ),
        (
            fated(Fate.CARRIED, Fate.LEFT_OUT, Fate.LEFT_OUT, Fate.ASKED, rows=(NEW,)),
            f"{DRAFT.format('04')} chuyển tiếp 01 nhiệm vụ, bỏ 02 nhiệm vụ, {ASKED} {ADDED}",
        ),
        (fated(rows=(NEW,)), ADDED),
        (NOTHING, "Dự thảo không có chỗ nào khác Kế hoạch năm 2025."),
    ],
)
def test_what_became_of_the_tasks_is_counted(worded, comparison, told):
    assert worded(comparison).opening[0] == told


def test_what_is_told_of_the_table_agrees_with_it(paper, plan_2025):
    rows = comparison_2026(plan_2025).rows
    asked = {name for row in rows for name in row.decisions}
    assert paper.opening[1] == (
        f"Bảng dưới đây nêu {len(rows)} chỗ có thay đổi hoặc cần quyết định (09 chỗ ở phần lời văn,"
        f" {len(rows) - 9} chỗ ở Phụ lục). Chữ in đậm là chữ khác nhau giữa hai văn bản."
        f" Còn 0{len(asked)} việc cần quyết định, mỗi việc có mã và câu hỏi ở cột Lý do."
    )
    numbers = [row.number for row in paper.rows if row.kind is not ComparisonRowKind.GROUP]
    assert numbers == [str(number) for number in range(1, len(rows) + 1)]


def test_nothing_is_said_of_decisions_where_there_are_none(worded):
    assert "quyết định, mỗi" not in worded(with_row(before="a", after="b")).opening[0]


def test_words_and_appendix_have_a_heading_each(paper):
    groups = [row.place for row in paper.rows if row.kind is ComparisonRowKind.GROUP]
    assert groups == ["PHẦN LỜI VĂN", "PHỤ LỤC"]


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        ({"after": "Rà soát"}, ("(chưa có)", "Rà soát")),
        ({"before": "Rà soát"}, ("Rà soát", "(bỏ)")),
        ({"before": "Quý I", "after": "Quý II"}, ("Quý I", "Quý II")),
        ({"before": "Quý I", "after": "Quý I"}, ("Quý I", "(giữ nguyên)")),
    ],
)
def test_what_there_is_not_is_said(worded, told, cells):
    _group, row = worded(with_row(**told)).rows
    assert (words(row.before), words(row.after)) == cells


@pytest.mark.parametrize(
    ("reason", "decisions", "told"),
    [
        ("Năm đổi.", (), [("Năm đổi.", False)]),
        (
            "Năm đổi.\nnam-1: Năm nào?",
            ("nam-1",),
            [("Năm đổi.", False), ("\nCần quyết định:", True), ("\nnam-1", True), (": Năm nào?", False)],
        ),
        (
            "nam-1: Năm nào?",
            ("nam-1", "don-vi-2"),
            [("Cần quyết định:", True), ("\nnam-1", True), (": Năm nào?", False), ("\ndon-vi-2", True)],
        ),
    ],
)
def test_the_reason_ends_in_what_is_to_be_decided(worded, reason, decisions, told):
    _group, row = worded(with_row(before="a", reason=reason, decisions=decisions)).rows
    assert [(run.text, run.bold) for run in row.reason] == told


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("Mục I, khoản 2, gạch đầu dòng 10", "Mục~I, khoản~2, gạch~đầu~dòng~10"),
        ("Phụ lục, phần A, nhiệm vụ 5", "Phần~A, nhiệm~vụ~5"),
        ("Phụ lục II, tên phần dài hơn một dòng", "Phụ~lục~II, tên phần dài hơn một dòng"),
    ],
)
def test_short_parts_of_a_place_are_not_broken(worded, place, printed):
    _group, row = worded(with_row(place=place, before="a")).rows
    assert row.place.replace("\N{NO-BREAK SPACE}", "~") == printed


@pytest.mark.parametrize(("length", "kind"), [(40, ComparisonRowKind.SHORT), (900, ComparisonRowKind.LONG)])
def test_long_rows_may_go_on_overleaf(worded, length, kind):
    _group, row = worded(with_row(before="a " * (length // 2))).rows
    assert row.kind is kind


@pytest.mark.parametrize(
    ("unit", "lines"),
    [
        ("Tổ biên tập", ("TỔ BIÊN TẬP", "TRƯỞNG ĐƠN VỊ SOẠN THẢO")),
        ("", ("TRƯỞNG ĐƠN VỊ SOẠN THẢO",)),
    ],
)
def test_a_unit_that_is_not_known_signs_as_it_is_written(draft, organisation, unit, lines):
    recipients = draft.recipients.model_copy(update={"drafting_unit": unit})
    paper = sosanh.compose(NOTHING, draft.model_copy(update={"recipients": recipients}), organisation)
    assert paper.signature.authority == lines


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Cải cách hành chính năm 2026", "cải cách hành chính năm 2026"),
        ("Sở Nội vụ năm 2026", "Sở Nội vụ năm 2026"),
        ("CCHC năm 2026", "CCHC năm 2026"),
        ("Đào tạo, bồi dưỡng", "đào tạo, bồi dưỡng"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence_begins_small_unless_it_is_a_name(title, said):
    assert within_sentence(title) == said
