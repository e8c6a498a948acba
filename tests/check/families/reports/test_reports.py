"""Reports spoiled in one place: found under its rule and no other; what only looks wrong is left alone."""

from functools import cache
from pathlib import Path

import good
import pytest
from plant import planted
from spoiled import newly_found

from docgen.check import Settings, check
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

TEXT = Path(__file__).with_name("bao-cao-cchc.txt").read_text("utf-8")
MAKES = {make.name: make for make in good.MAKES}
ERROR, WARNING = "error", "warning"
WINDOW = "từ ngày 15/12/2025 đến ngày 14/3/2026"
SUBJECT = "Kết quả công tác cải cách hành chính Quý I năm 2026"
WORK = "Sở đã trình ban hành 02 văn bản quy phạm pháp luật thuộc lĩnh vực Nội vụ."
STATUSES = "đã hoàn thành 3 nhiệm vụ, đang thực hiện 2 nhiệm vụ, chưa thực hiện 2 nhiệm vụ"


@cache
def report(make="word", text=TEXT):
    """Return a report on administrative reform, which is right."""
    return good.written(good.parts(text), MAKES[make])


def replaced(old, new, nth=0):
    return lambda file: file.replace(old, new, nth)


def dated(day):
    return lambda file: file.replace_all("ngày 18 tháng 3 năm 2026", day)


def removed_with_what_follows(words):
    def change(file):
        paragraph = file.paragraph(words)
        paragraph.following()[0].getparent().remove(paragraph.following()[0])
        paragraph.remove()

    return change


def swapped(one, other):
    def change(file):
        first, second = file.paragraph(one), file.paragraph(other)
        first.write(f"? {other}")
        second.write(f"? {one}")
        first.replace("?", "1.")
        second.replace("?", "2.")

    return change


def told(*sentences):
    """Put sentences in place of one that says no rate."""
    return replaced(WORK, " ".join(sentences))


def ours(data):
    """Return what the rules on reports say of a document."""
    return [one for one in check(open_package(data)) if one.rule.startswith("R")]


@pytest.mark.parametrize("make", MAKES)
def test_a_right_report_is_clean_in_every_make(make):
    assert ours(report(make)) == []


DEFECTS = [
    ("R01", ERROR, replaced(WINDOW, "từ ngày 01/01/2026 đến ngày 31/3/2026")),
    ("R01", ERROR, replaced(WINDOW, "từ ngày 15 tháng 9 năm 2025 đến hết ngày 14 tháng 12 năm 2025")),
    ("R01", ERROR, replaced(WINDOW, "từ 15/12 đến 15/3/2026")),
    ("R01", ERROR, replaced(f"tính {WINDOW}", "tính đến ngày 20/3/2026")),
    ("R02", WARNING, dated("ngày 25 tháng 3 năm 2026")),
    ("R02", WARNING, dated("ngày 01 tháng 4 năm 2026")),
    ("R03", ERROR, replaced("Cải cách tài chính công", "Các nội dung khác")),
    ("R03", ERROR, removed_with_what_follows("6. Xây dựng và phát triển chính quyền điện tử")),
    ("R03", ERROR, replaced("Cải cách chế độ công vụ", "Cải cách công vụ, công chức")),
    ("R03", ERROR, replaced("Cải cách tổ chức bộ máy", "Cải cách tổ chức, bộ máy của Sở")),
    ("R03", ERROR, swapped("Cải cách thể chế", "Cải cách thủ tục hành chính")),
    ("R04", ERROR, replaced("41,67%", "46,17%")),
    ("R04", ERROR, replaced("42,86%", "42.86%")),
    ("R04", ERROR, replaced("đạt 96%", "đạt 94%")),
    ("R04", ERROR, replaced("đang thực hiện 2 nhiệm vụ", "đang thực hiện 3 nhiệm vụ")),
    ("R04", ERROR, replaced("96,88", "98,66")),
    ("R04", ERROR, replaced("96,88", "96.88")),
    ("R04", WARNING, replaced("41,67%", "41,7%")),
    ("R04", ERROR, told("Đã rà soát 23 trên tổng số 26 văn bản, đạt 98,46%.")),
    ("R04", ERROR, told("Sở nhận 40 kiến nghị, trong đó 10 kiến nghị về thủ tục (chiếm 20%).")),
    ("R04", ERROR, told("Giao 9 nhiệm vụ, trong đó: đã hoàn thành 5, chưa hoàn thành 5 nhiệm vụ.")),
    ("R04", ERROR, told("Giao 26 nhiệm vụ, trong đó đã hoàn thành 20, chưa hoàn thành 5 nhiệm vụ.")),
    ("R04", WARNING, told("Giao 26 nhiệm vụ, trong đó: hoàn thành 20, đang thực hiện 5 nhiệm vụ.")),
    ("R04", WARNING, told("Giao 26 nhiệm vụ, trong đó: đã hoàn thành 20, chưa triển khai 5 nhiệm vụ.")),
    ("R05", WARNING, replaced("3/7 nhiệm vụ, đạt 42,86%", "3/8 nhiệm vụ, đạt 37,5%")),
    ("R05", WARNING, replaced("3/7 nhiệm vụ, đạt 42,86%", "4/7 nhiệm vụ, đạt 57,14%")),
]


@pytest.mark.parametrize(("rule", "severity", "change"), DEFECTS)
@pytest.mark.parametrize("make", ["word", "wps-tabs"])
def test_a_defect_is_found_under_its_rule_alone(rule, severity, change, make):
    file = planted(report(make))
    change(file)
    assert newly_found(report(make), file.bytes()) == {(rule, severity)}


def test_statuses_in_a_list_are_added_up():
    lines = "- Đã hoàn thành: 3 nhiệm vụ;\n- Đang thực hiện: 2 nhiệm vụ;\n- Chưa thực hiện: {} nhiệm vụ."
    right, wrong = (report(text=TEXT.replace(f"{STATUSES}.", f"\n{lines.format(n)}")) for n in (2, 3))
    assert ours(right) == []
    assert [one.rule for one in ours(wrong)] == ["R04"]
    assert "3 + 2 + 3 = 8" in ours(wrong)[0].message


@pytest.mark.parametrize(
    "change",
    [
        told("Đến ngày 03/12, đạt 45% kế hoạch."),
        told("Theo Nghị quyết số 12/2024, đạt 96%."),
        told("Đã kiểm tra 5/10 đơn vị, đạt 100% kế hoạch năm."),
        told("Có 5/6 phòng đạt tỷ lệ 90% trở lên."),
        told("Có 5/6 phòng, đạt 90% trở lên."),
        told("Đã xử lý 8/9 kiến nghị, đạt 88,88%."),
        told("Đã xử lý 7/8 kiến nghị, đạt 87,5%."),
        told("Ban hành 50 văn bản, trong đó 10 văn bản quy phạm pháp luật, đạt 100%."),
        told("Tiếp nhận 90 hồ sơ, trong đó: đúng hạn 80 hồ sơ, quá hạn 5 hồ sơ."),
        told("Giao 9 nhiệm vụ, trong đó: hoàn thành 5, đúng hạn 4, chưa thực hiện 4."),
        told("Giao 9 nhiệm vụ, trong đó: đã hoàn thành 5, chưa hoàn thành 2. Còn 2 nhiệm vụ thường xuyên."),
        told("Giao 9 nhiệm vụ, trong đó có 5 nhiệm vụ đã hoàn thành, 2 nhiệm vụ chưa hoàn thành."),
        told("Giao 9 nhiệm vụ, trong đó: nổi bật là hoàn thành 5 đề án, chưa hoàn thành 2 đề án."),
        told("Giao 9 nhiệm vụ, trong đó: đã hoàn thành 5, đang thực hiện 4 nhiệm vụ."),
        told(
            "Giao 9 nhiệm vụ, trong đó: đã hoàn thành 5, chưa hoàn thành 3. Đã đề nghị điều chỉnh 1 nhiệm vụ."
        ),
        told("Xếp thứ 12/30 sở, ngành, đạt 92%."),
        told("Giao 9 nhiệm vụ, trong đó hoàn thành 5 nhiệm vụ do phòng Nội vụ chủ trì năm 2025."),
        told("Số liệu cùng kỳ tính từ ngày 15/12/2024 đến ngày 14/3/2025."),
        told("Từ ngày 01/02/2026 đến ngày 28/02/2026, Sở tổ chức 2 lớp bồi dưỡng."),
        replaced(WINDOW, "từ 15/12 đến 14/3/2026"),
        dated("ngày 20 tháng 3 năm 2026"),
        replaced("Cải cách chế độ công vụ", "Về cải cách chế độ công vụ"),
        replaced("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", "I. CHỈ ĐẠO ĐIỀU HÀNH CCHC"),
    ],
)
def test_what_is_not_certain_is_left_alone(change):
    file = planted(report())
    change(file)
    assert ours(file.bytes()) == []


@pytest.mark.parametrize(
    ("subject", "window", "broken"),
    [
        ("6 tháng đầu năm 2026", "từ ngày 15/12/2025 đến ngày 14/6/2026", set()),
        ("6 tháng đầu năm 2026", "từ ngày 01/01/2026 đến ngày 30/6/2026", {("R01", ERROR)}),
        ("6 tháng cuối năm 2026", "từ ngày 15/6/2026 đến ngày 14/12/2026", set()),
        ("Quý III/2026", "từ ngày 15/6 đến ngày 14/9/2026", set()),
        ("9 tháng đầu năm 2026", "từ ngày 15/12/2025 đến ngày 14/9/2026", set()),
        ("9 tháng đầu năm 2026", "từ ngày 15/12/2025 đến ngày 31/8/2026", {("R01", WARNING)}),
        ("tháng 3 năm 2026", "từ ngày 15/02/2026 đến ngày 14/3/2026", set()),
        ("tháng 3 năm 2026", "từ ngày 01/3/2026 đến ngày 31/3/2026", {("R01", ERROR)}),
        ("năm 2026", "từ ngày 15/12/2025 đến ngày 14/12/2026", set()),
        ("năm 2026", "từ ngày 15/12/2024 đến ngày 14/12/2025", {("R01", ERROR)}),
        ("năm 2026", "từ ngày 15/4/2026 đến ngày 15/5/2026", set()),
        ("năm 2026", "đến ngày 31/12/2026", {("R01", ERROR)}),
        ("Quý I và phương hướng, nhiệm vụ Quý II năm 2026", WINDOW, set()),
        (
            "Quý IV năm 2025, nhiệm vụ Quý I năm 2026",
            "từ ngày 15/9/2025 đến ngày 14/12/2025",
            {("R02", WARNING)},
        ),
        ("Quý I năm 2026; nhiệm vụ Quý II năm 2026", "từ ngày 31/02/2026 đến ngày 14/4/2026", set()),
        ("Quý I", "từ ngày 15/12/2025 đến ngày 15/3/2026", {("R01", ERROR)}),
        ("Quý IV và năm 2025", "từ ngày 01/01/2025 đến ngày 31/12/2025", set()),
        ("Quý I, Quý II năm 2026", "từ ngày 01/01/2026 đến ngày 30/6/2026", set()),
        ("giai đoạn 2021 - 2025", "từ ngày 01/01/2021 đến ngày 31/12/2025", set()),
        ("5 năm thực hiện Nghị quyết ngày 15/7/2021", "từ ngày 01/01/2021 đến ngày 31/12/2025", set()),
    ],
)
def test_each_period_has_its_days_of_data(subject, window, broken):
    told = TEXT.replace(SUBJECT, f"Kết quả công tác văn thư {subject}", 1).replace(WINDOW, window, 1)
    data = report(text=told)
    assert {(one.rule, one.severity.value) for one in ours(data)} == broken


@pytest.mark.parametrize(
    "subject",
    [
        "Kết quả kiểm tra cải cách hành chính Quý I năm 2026",
        "Kết quả công tác văn thư, lưu trữ Quý I năm 2026",
        "Kết quả thực hiện cải cách hành chính theo ý kiến của Thanh tra tỉnh",
    ],
)
def test_reports_on_other_things_need_no_contents_of_the_reform(subject):
    data = report(text=TEXT.replace(SUBJECT, subject, 1))
    file = planted(data)
    file.paragraph("5. Cải cách tài chính công").remove()
    assert ours(file.bytes()) == []


def test_an_office_sets_the_day_when_its_reports_are_due():
    package = open_package(report())
    assert [one.rule for one in check(package, Settings(report_due_day=17))] == ["R02"]


def test_a_blank_date_is_never_late():
    file = planted(report()).replace("ngày 18 tháng 3 năm 2026", "ngày     tháng     năm 2026")
    assert ours(file.bytes()) == []


def test_a_table_that_was_not_understood_is_left_alone():
    file = planted(report())
    for old, new in (("96,88", "12,5"), ("95,24", "30,1")):
        file.replace(old, new)
    assert ours(file.bytes()) == []


@pytest.fixture(scope="module")
def plan(document_2025):
    """Return the plan of 2025 as docgen writes it."""
    return make_docx(document_2025, load_template(shipped("templates") / document_2025.document_type))


def test_the_plan_of_2025_goes_through_the_reform(plan):
    assert ours(plan) == []


@pytest.mark.parametrize(
    "change",
    [
        replaced("CẢI CÁCH TÀI CHÍNH CÔNG", "CẢI CÁCH QUẢN LÝ TÀI CHÍNH CÔNG"),
        replaced("CẢI CÁCH THỂ CHẾ", "CÁC NHIỆM VỤ KHÁC"),
        replaced("XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ", "CẢI CÁCH THỂ CHẾ", 1),
    ],
)
def test_what_a_plan_lacks_of_the_reform_is_a_warning(plan, change):
    file = planted(plan)
    change(file)
    assert newly_found(plan, file.bytes()) == {("R03", WARNING)}


def test_a_plan_that_does_not_go_through_the_reform_is_left_alone(plan):
    file = planted(plan)
    for group in file.paragraphs("CẢI CÁCH"):
        group.write("CÁC NHIỆM VỤ KHÁC")
    assert ours(file.bytes()) == []


def test_subtasks_and_stated_totals_count_too():
    rows = "| 7 | Cập nhật cơ sở dữ liệu công chức | Chưa đến hạn\n"
    text = TEXT.replace(rows, f"{rows}| 7.1 | Cập nhật hồ sơ | Chưa đến hạn\n| | Tổng số: 9 nhiệm vụ |\n")
    for total in (7, 8, 9):
        told = text.replace(
            "Tổng số 7 nhiệm vụ, trong đó", f"Kèm theo Phụ lục có tổng số {total} nhiệm vụ, có"
        )
        assert "R05" not in {one.rule for one in ours(report(text=told))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| STT:10 | Nhiệm vụ:60 | Tình trạng:30", "| STT:10 | Công việc:60 | Tình trạng:30"),
        ("| 7 | Cập nhật", "| 1 | Cập nhật"),
        (" (chi tiết tại Phụ lục kèm theo)", ""),
    ],
)
def test_totals_are_compared_only_with_rows_of_the_same_thing(old, new):
    text = TEXT.replace(old, new).replace("Tổng số 7 nhiệm vụ", "Tổng số 6 nhiệm vụ")
    told = text.replace("đang thực hiện 2 nhiệm vụ", "đang thực hiện 1 nhiệm vụ")
    assert ours(report(text=told)) == []


def test_what_is_done_is_compared_only_where_every_row_says_how_it_stands():
    text = TEXT.replace("| Chưa đến hạn", "| Theo Công văn").replace(
        "3/7 nhiệm vụ, đạt 42,86%", "4/7 nhiệm vụ"
    )
    assert ours(report(text=text)) == []


def test_numbers_too_long_to_be_any_are_left_alone():
    long = "9" * 5000
    sentences = f"Đã xử lý {long}/{long} kiến nghị, đạt {long},{long}%. Tổng số {long} việc, trong đó 1, 2."
    assert ours(report(text=TEXT.replace(WORK, sentences))) == []
