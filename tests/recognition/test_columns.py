"""Heads of tables are found by what they say, in any order, on one row or two."""

import pytest
from grids import table

from docgen.recognition.columns import (
    COORDINATING,
    DEADLINE,
    LEAD,
    NUMBER,
    TEXT,
    bare_columns,
    field_of,
    fields_of,
    head_at,
    numbers_columns,
)

HEADINGS = {
    "stt": ("STT", "TT", "Số TT", "S.T.T", "Số\nTT"),
    "noi_dung": (
        "Nhiệm vụ cụ thể",
        "NỘI DUNG CÔNG VIỆC",
        "Nhiệm vụ/giải pháp",
        "Tên nhiệm vụ",
        "Nội dung, nhiệm vụ",
    ),
    "san_pham": ("Sản phẩm", "Kết quả đầu ra", "Sản phẩm dự kiến", "Sản phẩm/ Kết quả"),
    "chu_tri": (
        "Cơ quan chủ trì",
        "Đơn vị chủ trì, thực hiện",
        "Đơn vị thực hiện",
        "Cơ quan, đơn vị chủ trì",
    ),
    "phoi_hop": ("Cơ quan phối hợp", "Phối hợp", "Các phòng chuyên môn phối hợp"),
    "thoi_gian": (
        "Thời gian hoàn thành (dự kiến)",
        "Thời hạn",
        "Tiến độ",
        "Hoàn thành",
        "Thời gian\nthực hiện",
    ),
    "kinh_phi": ("Kinh phí (triệu đồng)", "Nguồn kinh phí", "Dự toán"),
    "ghi_chu": ("Ghi chú",),
    "": ("Lãnh đạo phụ trách", "Mã", "Kết quả thực hiện", "1", "nhiệm vụ " * 12),
}


@pytest.mark.parametrize(("field", "heading"), [(f, h) for f, texts in HEADINGS.items() for h in texts])
def test_a_heading_names_its_field(field, heading):
    assert field_of(heading) == field


def test_a_heading_may_name_two_fields():
    assert fields_of("Cơ quan chủ trì, phối hợp thực hiện") == (LEAD, COORDINATING)
    assert fields_of("Nhiệm vụ, giải pháp") == (TEXT,)


def test_columns_stand_in_any_order():
    head = head_at(table("Thời hạn | Nội dung | STT | Chủ trì").rows, 0)
    assert head.columns.fields == {0: DEADLINE, 1: TEXT, 2: NUMBER, 3: LEAD}
    assert head.columns.headings == {
        "stt": "STT",
        "noi_dung": "Nội dung",
        "chu_tri": "Chủ trì",
        "thoi_gian": "Thời hạn",
    }
    assert head.columns.width == 4


@pytest.mark.parametrize(
    "rows",
    [
        ("TT | Nhiệm vụ | Phân công | < | Thời hạn", "^ | ^ | Chủ trì | Phối hợp | ^", "1 | x | a | b | c"),
        ("TT | Nhiệm vụ | Phân công | | Thời hạn", " | | Chủ trì | Phối hợp | ", "1 | x | a | b | c"),
        ("TT | Nhiệm vụ | Phân công | < | Thời hạn", " | | Chủ trì | Phối hợp | ", "1 | x | a | b | c"),
    ],
)
def test_a_head_of_two_rows(rows):
    head = head_at(table(*rows).rows, 0)
    assert len(head.rows) == 2
    assert list(head.columns.fields.values()) == [NUMBER, TEXT, LEAD, COORDINATING, DEADLINE]
    assert head.columns.headings[LEAD] == "Chủ trì"


def test_words_over_columns_are_spare_unless_they_head_one():
    head = head_at(table("TT | Nhiệm vụ | Phân công | <", "^ | ^ | Chủ trì | Phối hợp").rows, 0)
    assert [cell.text for cell in head.spare] == ["Phân công"]


def test_a_remark_below_a_heading_is_no_heading():
    head = head_at(table("TT | Nhiệm vụ | Chủ trì | Thời gian", "^ | ^ | ^ | (quý, tháng)").rows, 0)
    assert head.columns.headings["thoi_gian"] == "Thời gian"
    assert [cell.text for cell in head.spare] == ["(quý, tháng)"]


def test_columns_below_a_wide_heading_that_mean_nothing_known():
    head = head_at(table("TT | Nhiệm vụ | Đơn vị thực hiện | Tiến độ | <", " | | | Quý I | Quý II").rows, 0)
    assert head.columns.unknown == {3: "Quý I", 4: "Quý II"}


def test_a_wide_heading_holds_for_all_its_columns():
    head = head_at(table("STT | Nhiệm vụ | < | Chủ trì").rows, 0)
    assert head.columns.fields == {0: NUMBER, 1: TEXT, 2: TEXT, 3: LEAD}


@pytest.mark.parametrize("heading", ["#", "No.", ""])
def test_the_first_column_counts_when_its_rows_do(heading):
    rows = table(f"{heading} | Nhiệm vụ | Chủ trì | Hạn chót", "I | A", "1 | Việc | B | Quý I").rows
    assert head_at(rows, 0).columns.fields == {0: NUMBER, 1: TEXT, 2: LEAD, 3: DEADLINE}


@pytest.mark.parametrize(
    "rows",
    [
        ("Mã | Nhiệm vụ | Chủ trì", "Q1-07 | Việc | B", "2 | Việc | B"),
        ("Mã | Nhiệm vụ | Chủ trì",),
        ("Mã | Nhiệm vụ | Chủ trì | STT", "5 | Việc | B | 1"),
    ],
)
def test_the_first_column_does_not_count_otherwise(rows):
    assert head_at(table(*rows).rows, 0).columns.unknown == {0: "Mã"}


def test_a_heading_that_names_a_field_twice_is_unknown():
    head = head_at(table("STT | Nhiệm vụ | Chủ trì | Thời hạn | Thời gian báo cáo").rows, 0)
    assert head.columns.unknown == {4: "Thời gian báo cáo"}


def test_without_a_column_of_tasks_the_first_unknown_one_is_guessed():
    head = head_at(table("STT | Tên đề án | Chủ trì | Thời hạn").rows, 0)
    assert (head.columns.fields[1], head.guessed.text) == (TEXT, "Tên đề án")
    assert head_at(table("STT | Chủ trì | Thời hạn").rows, 0).guessed is None


@pytest.mark.parametrize(
    "row",
    [
        "1 | Rà soát | Phòng A | Quý I",
        "I | CÔNG TÁC CHỈ ĐẠO | | ",
        " | | | ",
        "A | NHIỆM VỤ | | ",
        "Nhiệm vụ của đơn vị chủ trì | | |",
    ],
)
def test_other_rows_are_no_head(row):
    assert head_at(table(row).rows, 0) is None


def test_cells_merged_over_the_whole_table_do_not_make_the_head_tall():
    rows = table("STT | Nhiệm vụ | Chủ trì", *["^ | ^ | ^"] * 5).rows
    assert len(head_at(rows, 0).rows) == 1


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ("(1) | (2) | (3)", True),
        ("1 | 2 | 3 | 4", True),
        ("A | B | 1 | 2", True),
        ("1 | 2", False),
        ("1 | 3 | 2", False),
        ("1 | Việc | 3", False),
    ],
)
def test_a_row_may_count_the_columns(row, counts):
    assert numbers_columns(table(row).rows[0]) is counts


def test_a_table_without_a_head_is_taken_by_its_width():
    columns = bare_columns(table("1 | Việc | A | B | Quý I").rows)
    assert [*columns.fields.values()] == [NUMBER, TEXT, LEAD, COORDINATING, DEADLINE]
    assert bare_columns(table("1 | Việc").rows) is None
