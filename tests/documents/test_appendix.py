"""The appendix table, worded: numbers, totals, columns, references."""

import pytest

from docgen.documents.base import Orientation, RowKind

TASK = "{{id: {0}, noi_dung: Việc {0}, chu_tri: Văn phòng Sở, thoi_gian: Quý I}}"


def appendix(*parts: str, **settings: str) -> str:
    keys = "".join(f", {key}: {value}" for key, value in settings.items())
    return f"{{ten: Nhiệm vụ{keys}, phan: [{', '.join(parts)}]}}"


def part(*groups: str) -> str:
    named = ", ".join(f"{{ten: Nhóm, nhiem_vu: [{group}]}}" for group in groups)
    return f"{{ten: Phần, nhom: [{named}]}}"


def test_the_real_appendix_has_26_and_22_tasks_in_eleven_groups(document_2025):
    rows = document_2025.appendices[0].rows
    kinds = [row.kind for row in rows]
    assert [row.text for row in rows if row.kind is RowKind.TOTAL] == [
        "Tổng số: 26 nhiệm vụ",
        "Tổng số: 22 nhiệm vụ",
    ]
    assert kinds.count(RowKind.TASK) == 26 + 22
    assert kinds.count(RowKind.SUBTASK) == 2
    assert kinds.count(RowKind.GROUP) == 7 + 4
    assert [row.number for row in rows if row.kind is RowKind.PART] == ["A", "B"]


def test_the_real_appendix_is_named_as_the_decree_writes_it(document_2025):
    (real,) = document_2025.appendices
    assert real.label == "Phụ lục"
    assert real.title == "CÁC NHIỆM VỤ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH SỞ NỘI VỤ NĂM 2025"
    assert real.reference.split() == (
        [
            "(Kèm",
            "theo",
            "Kế",
            "hoạch",
            "số",
            "/KH-SNV",
            "ngày",
            "tháng",
            "năm",
            "2024",
            "của",
            "Sở",
            "Nội",
            "vụ)",
        ]
    )


def test_an_electronic_document_leaves_number_and_day_of_its_appendix_blank(composed):
    changes = "{so: 5, ngay_ban_hanh: 05/01/2026, van_ban_dien_tu: true}"
    reference = composed(changes).appendices[0].reference
    assert " ".join(reference.split()) == "(Kèm theo Kế hoạch số /KH-SNV ngày tháng năm 2026 của Sở Nội vụ)"


def test_every_task_row_has_its_own_anchor(document_2025):
    rows = document_2025.appendices[0].rows
    anchors = [row.anchor for row in rows if row.kind in {RowKind.TASK, RowKind.SUBTASK}]
    assert len(set(anchors)) == len(anchors) == 50
    assert all(not row.anchor for row in rows if row.kind in {RowKind.PART, RowKind.GROUP, RowKind.TOTAL})


def test_tasks_are_numbered_through_groups_and_restart_in_each_part(composed):
    first = part(f"{TASK.format('a')}, {TASK.format('b')}", TASK.format("c"))
    subtask = TASK.format("d")[:-1] + f", nhiem_vu_con: [{TASK.format('e')}, {TASK.format('f')}]}}"
    document = composed(f"phu_luc: [{appendix(first, part(subtask))}]")
    assert [(str(row.kind), row.number) for row in document.appendices[0].rows] == [
        ("phan", "A"),
        ("nhom", "I"),
        ("nhiem_vu", "1"),
        ("nhiem_vu", "2"),
        ("nhom", "II"),
        ("nhiem_vu", "3"),
        ("tong", ""),
        ("phan", "B"),
        ("nhom", "I"),
        ("nhiem_vu", "1"),
        ("nhiem_vu_con", "1.1"),
        ("nhiem_vu_con", "1.2"),
        ("tong", ""),
    ]


def test_a_heading_breaks_before_its_last_two_syllables(document_2025):
    columns = document_2025.appendices[0].columns
    assert columns.lead == "Cơ quan chủ\N{NO-BREAK SPACE}trì"
    assert columns.text == "Nhiệm vụ cụ\N{NO-BREAK SPACE}thể"
    assert columns.number == "STT"


@pytest.mark.parametrize("key", ["san_pham", "kinh_phi", "ghi_chu"])
def test_an_optional_column_appears_when_any_task_has_it(composed, key):
    with_it = TASK.format("a")[:-1] + f", {key}: Có}}"
    columns = composed(f"phu_luc: [{appendix(part(with_it, TASK.format('b')))}]").appendices[0].columns
    shown = columns.model_dump(by_alias=True)
    assert shown[key]
    assert [name for name in ("san_pham", "kinh_phi", "ghi_chu") if shown[name]] == [key]


def test_two_appendices_are_numbered_in_roman_numerals(composed):
    both = ", ".join(appendix(part(TASK.format(name))) for name in "ab")
    assert [one.label for one in composed(f"phu_luc: [{both}]").appendices] == ["Phụ lục I", "Phụ lục II"]


def test_pages_lie_as_the_plan_sets(composed):
    document = composed(f"phu_luc: [{appendix(part(TASK.format('a')), huong='ngang')}]")
    assert document.appendices[0].orientation is Orientation.LANDSCAPE


def test_several_units_are_joined_as_the_office_writes_them(document_2025):
    leads = {row.coordinating for row in document_2025.appendices[0].rows}
    assert "Phòng CCVC, các cơ quan, đơn vị có liên quan" in leads
    assert "Văn phòng Sở, P.TCBC và TCPCP" in leads


def test_printed_texts_follow_the_page(document_2025):
    texts = list(document_2025.printed_texts())
    assert texts[0] == "UBND TỈNH BÌNH ĐỊNH"
    assert texts[-1] == "Tổng số: 22 nhiệm vụ"
    assert texts.index("Nơi nhận:") < texts.index("Phụ lục") < texts.index("STT")
