"""What is odd in an appendix is told, with its words."""

import pytest
from appendices import HEAD, codes, outline, read, title, told, units
from grids import blocks

from docgen.recognition.appendix import read_appendix
from docgen.recognition.ledger import Ledger


def test_what_is_in_an_unknown_column_is_quoted():
    head = "STT | Nhiệm vụ | Chủ trì | Thời gian | Lãnh đạo | Mã\n"
    _, ledger = read(head + "1 | Một | A | Quý I | Ông Nam |\n2 | Hai | A | Quý I | Bà Lan |")
    assert "hàng 2, cột 5: “Ông Nam”; bảng 1, hàng 3, cột 5: “Bà Lan”" in told(ledger, "cot-la").message
    assert "cột “Mã”" in told(ledger, "cot-trong").message


def test_a_column_without_a_heading_is_quoted_too():
    _, ledger = read("STT | Nhiệm vụ | Chủ trì | Thời gian | \n1 | Một | A | Quý I | gấp\n | | | | thêm")
    assert told(ledger, "cot-la").message.endswith("“gấp”; bảng 1, hàng 3, cột 5: “thêm”.")


def test_a_column_that_is_not_there_is_told_once():
    _, ledger = read("STT | Nhiệm vụ | Sản phẩm\n1 | Một | Báo cáo\n2 | Hai | Tờ trình")
    assert [finding.message.split(" nên ")[0] for finding in ledger.findings] == [
        "bảng không có cột cơ quan chủ trì",
        "bảng không có cột thời gian thực hiện",
    ]


def test_numbers_that_will_change_are_told_at_once():
    rows = [
        "I | NHÓM | | |",
        "1 | Một | A | | Quý I",
        "3 | Hai | A | | Quý I",
        "III | NHÓM | | |",
        "1 | Ba | A | | Quý I",
    ]
    _, ledger = read(HEAD + "\n".join(rows))
    message = told(ledger, "stt-khac").message
    assert message.startswith("3 số thứ tự khác số sẽ in: bảng 1, hàng 4, cột 1 ghi “3”, sẽ in “2”;")
    assert "ghi “III”, sẽ in “II”" in message


def test_many_changed_numbers_are_counted():
    rows = "\n".join(f"{number} | Việc {number} | A | | Quý I" for number in range(11, 20))
    _, ledger = read(HEAD + rows)
    assert told(ledger, "stt-khac").message.endswith("; và 4 số khác.")


@pytest.mark.parametrize(
    ("total", "code"),
    [
        ("Tổng số: 2 nhiệm vụ", "tong-dung"),
        ("Tổng số | 2 | | |", "tong-dung"),
        ("Tổng cộng: 02 nhiệm vụ.", "tong-dung"),
        ("Tổng số: 3 nhiệm vụ", "tong-khac"),
        ("Tổng cộng: 2 nhiệm vụ, 3 tỷ đồng", "tong-bo"),
        ("Cộng | | | | 500 triệu đồng", "tong-bo"),
    ],
)
def test_totals_are_compared(total, code):
    draft, ledger = read(HEAD + "1 | Một | A | | Quý I\n2 | Hai | A | | Quý I\n" + total)
    assert codes(ledger) == {code}
    assert len(outline(draft)) == 2


def test_a_total_of_everything_is_no_fault():
    rows = "A | MỘT | | |\n1 | x | A | | Quý I\nB | HAI | | |\n1 | y | A | | Quý I\n"
    assert codes(read(HEAD + rows + "Tổng cộng: 2 nhiệm vụ | < | < | < | <")[1]) == {"tong-bo"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("7 | | | |", "hang-chi-co-so"),
        (" | | | |", "hang-trong"),
        ("Mới | Hai | A | | Quý I", "so-la"),
        ("I | NHÓM | Phòng A | | Quý I\n2 | Hai | A | | Quý I", "o-cua-de-muc"),
        ("I | NHÓM | | |", "nhom-trong"),
        (" | Nhóm không số | | |\n2 | Hai | A | | Quý I", "ten-nhom-khong-so"),
        (" | Lời cuối bảng | | |", "chua-hieu"),
        (" | | | Phòng B | \n", "dong-noi-trang"),
        ("\nGhi chú: xem mặt sau", "chua-hieu"),
        ("\nĐơn vị tính: đồng\n\n2 | Hai | A | | Quý I", "chua-hieu"),
        ("I | NHÓM | | |\n | | | Phòng B |", "chua-hieu"),
        ("\nx | y\nz | t", "chua-hieu"),
        ("\nSTT | Việc | Chủ trì | Phối hợp | Thời hạn\n2 | Hai | A | | Quý I", "tieu-de-khac"),
    ],
)
def test_odd_rows_are_told(row, code):
    _, ledger = read(HEAD + "1 | Một | A | | Quý I\n" + row)
    assert code in codes(ledger)


def test_a_third_level_of_titles_is_told():
    drawing = HEAD + "A | PHẦN | | |\nI | NHÓM | | |\n1. Tiểu nhóm | < | < | < | <\na) | Một | A | | Quý I"
    draft, ledger = read(drawing)
    assert outline(draft) == ["# PHẦN", "## NHÓM", "Một: A / Quý I"]
    assert "“1. Tiểu nhóm” là cấp thứ ba" in told(ledger, "cap-thua").message


def test_a_title_typed_in_the_column_of_numbers():
    draft, _ = read(HEAD + "I. NHÓM | | | |\n1 | Một | A | | Quý I")
    assert outline(draft) == ["## NHÓM", "Một: A / Quý I"]


def test_titles_alone_are_no_tasks():
    draft, ledger = read(HEAD + "I | NHÓM MỘT | | |\nII | NHÓM HAI | | |")
    assert outline(draft) == ["## NHÓM MỘT", "## NHÓM HAI"]
    assert codes(ledger) == {"nhom-trong"}


def test_what_stands_beside_a_task_that_is_a_title_is_told():
    head = "STT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời hạn\n"
    draft, ledger = read(head + "1 | Nhóm | Báo cáo | |\n1.1 | Một | | A | Quý I")
    assert outline(draft) == ["## Nhóm", "Một: A / Quý I"]
    assert "còn ghi “Báo cáo”" in told(ledger, "o-cua-de-muc").message


def test_headings_in_doubt_are_told():
    _, ledger = read("STT | Tên đề án | Cơ quan chủ trì, phối hợp | Thời hạn\n1 | Một | A | Quý I")
    assert codes(ledger) == {"cot-doan", "cot-hai-nghia"}


def test_titles_above_the_head_of_a_sheet():
    draft, ledger = read("DANH MỤC | < | <\nI. NHÓM | < | <\nSTT | Nhiệm vụ | Chủ trì\n1 | Một | A")
    assert outline(draft) == ["## NHÓM", "Một: A"]
    assert "“DANH MỤC”" in told(ledger, "chua-hieu").message


def test_paragraphs_without_a_table_are_not_understood():
    draft, ledger = read("1. Mẫu báo cáo\nTRƯỞNG PHÒNG\nNgày tháng năm")
    assert draft == {"phan": []}
    assert len(ledger.findings) == 3


@pytest.mark.parametrize(("task", "weight"), [("", "warning"), ("mot", "info")])
def test_old_numbers_weigh_little_where_rows_carry_their_tasks(task, weight):
    [table] = blocks(HEAD + "1 | Một | A | | Quý I\n3 | Hai | A | | Quý I\nTổng số: 3 nhiệm vụ")
    table.rows[1].task = task
    ledger = Ledger()
    read_appendix([table], title, units, ledger)
    assert {finding.severity for finding in ledger.findings} == {weight}
