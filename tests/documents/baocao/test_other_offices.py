"""What reports of other offices say: few tasks, one unit, several appendices, deadlines of their own."""

from dataclasses import replace

import pytest
from periods_elsewhere import added, department, sent, small

from docgen.documents.baocao import compose
from docgen.documents.base import RowKind
from docgen.model.submission import OtherWork

ONE = ("Cải cách thể chế", "Rà soát văn bản; Văn phòng; Quý I")
OF_ITS_OWN = ("Việc khác", "Kiểm tra; Văn phòng; Thứ năm hằng tuần", "Sơ kết; Văn phòng; Khi có hướng dẫn")


def told(office, part, way="", **more):
    """Return the paragraphs of a report, all tasks answered in one way; nobody answers without one."""
    composed = compose(added(office, part, *([sent(office, part, way, **more)] if way else [])))
    return [one.text for one in composed.report.body]


def below(texts, heading):
    """Return the paragraphs behind a heading, as many as are of use."""
    at = next(at for at, text in enumerate(texts) if text.endswith(heading))
    return texts[at + 1 : at + 3]


@pytest.mark.parametrize(
    ("office", "way", "expected"),
    [
        (small(), "", "Kế hoạch không giao nhiệm vụ nào; các đơn vị chưa đề xuất nhiệm vụ mới."),
        (small(ONE), "done", "Các nhiệm vụ của Kế hoạch đã được thực hiện xong; các đơn vị chưa đề xuất"),
        (small(ONE), "dropped", "Không còn nhiệm vụ nào của Kế hoạch phải tiếp tục thực hiện; các đơn vị"),
    ],
)
def test_nothing_left_is_told_with_why(office, way, expected):
    assert below(told(office, "Q1", way), "NHIỆM VỤ QUÝ II NĂM 2026")[0].startswith(expected)


def test_only_what_waits_for_an_event_is_told_to_wait():
    texts = told(small(OF_ITS_OWN), "Q1", "none")
    assert below(texts, "đang triển khai")[0] == "- Kiểm tra (thứ năm hằng tuần; Văn phòng chủ trì)."
    assert below(texts, "đủ điều kiện")[0] == "- Sơ kết (khi có hướng dẫn; Văn phòng chủ trì)."


def test_parts_of_several_appendices_are_told_apart_in_text_and_table():
    office = department("so-van-hoa")
    composed = compose(added(office, "Q1", sent(office, "Q1", "done")))
    parts = [row for row in composed.report.results.rows if row.kind is RowKind.PART]
    assert [(row.number, row.text) for row in parts] == [
        ("A", "HOẠT ĐỘNG VĂN HÓA, THỂ THAO"),
        ("B", "HOẠT ĐỘNG DU LỊCH"),
    ]
    texts = [one.text for one in composed.report.body]
    assert any(text.startswith("- Phần B (Hoạt động du lịch): ") for text in texts)


def test_many_missing_numbers_are_told_where_they_are_missed():
    office = small(ONE)
    form = office.forms.forms[0]
    rows = tuple(form.indicators[0].model_copy(update={"code": f"3.{at}"}) for at in range(1, 22))
    forms = office.forms.model_copy(update={"forms": (form.model_copy(update={"indicators": rows}),)})
    results = added(type(office)(office.plan, office.organisation, forms), "Q1", sent(office, "Q1", "bare"))
    notice = compose(results).report.body[1].text
    assert notice == "- Văn phòng: thiếu 21 số liệu thống kê (ghi chú tại Phụ lục II)."


def test_the_whole_year_is_not_compared_with_the_time_that_has_passed():
    assert not any("So với tiến độ thời gian" in text for text in told(small(ONE), "N", "done"))


def test_who_is_named_all_at_once_is_not_named_again():
    office = department("so-giao-thong")
    report = compose(added(office, "Q1")).report
    assert report.recipients.lines == (
        "- Như trên;",
        "- Sở Nội vụ;",
        "- Các phòng, đơn vị thuộc Sở;",
        "- Lưu: VT, VP.",
    )


def test_why_tasks_are_late_since_before_is_told_among_the_causes():
    office = small(ONE)
    before, now = sent(office, "Q1", "late"), sent(office, "6T", "ongoing")
    texts = [one.text for one in compose(added(office, "6T", before, now)).report.body]
    assert below(texts, "Nguyên nhân")[0] == "- Nhiệm vụ số 1: chờ ý kiến của Sở Tài chính (Văn phòng)."


def test_limits_of_single_contents_are_pointed_to():
    office = small(ONE)
    (file,) = sent(office, "Q1", "ongoing").values()
    beside = [OtherWork(noi_dung="Cải cách thể chế", han_che=["Văn bản còn chồng chéo"])]
    told = replace(file, submission=file.submission.model_copy(update={"other": tuple(beside)}))
    texts = [one.text for one in compose(added(office, "Q1", {told.unit: told})).report.body]
    assert below(texts, "2. Tồn tại, hạn chế")[0].endswith("của từng nội dung nêu tại Mục I, Mục II.")
    assert below(texts, "Nguyên nhân")[0].startswith("Các đơn vị chưa nêu nguyên nhân")


def test_late_without_a_day_is_behind_not_overdue():
    texts = told(small(OF_ITS_OWN), "Q1", "late")
    assert "- Nhiệm vụ “Kiểm tra” đang thực hiện, chậm tiến độ (Văn phòng chủ trì)." in " ".join(texts)


def test_subtasks_that_are_late_are_told_though_their_task_is_done():
    rows = ("Rà soát; Văn phòng; Quý I", "+ Lập danh mục; Thanh tra; Tháng 2")
    office = small(("Cải cách thể chế", *rows))
    done, late = sent(office, "Q1", "done"), sent(office, "Q1", "late")
    files = {
        unit: (late if "Thanh tra" in file.submission.unit else done)[unit] for unit, file in done.items()
    }
    texts = [one.text for one in compose(added(office, "Q1", files)).report.body]
    assert below(texts, "2. Tồn tại, hạn chế")[0] == (
        "- Có 01 nhiệm vụ con chậm tiến độ, chưa hoàn thành (số 1.1)."
    )
    assert below(texts, "quá hạn, chậm tiến độ")[0] == "- Lập danh mục (Thanh tra chủ trì)."


def test_one_task_that_is_not_done_is_told_as_one():
    texts = told(small(ONE), "Q1", "ongoing")
    assert "Sở Y tế chưa hoàn thành 01 nhiệm vụ được giao" in texts[3]
    assert texts[5] == "Có 01 nhiệm vụ phải hoàn thành đến ngày 31/3/2026, chưa hoàn thành."
