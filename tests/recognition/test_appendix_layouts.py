"""Appendices as departments type them: other columns, numbers, titles, tables."""

import pytest
from appendices import HEAD, codes, outline, read

LAYOUTS = {
    "no parts, a head of two rows, columns counted": (
        """
TT | Nội dung công việc | Phân công thực hiện | < | Thời hạn hoàn thành | Ghi chú
^ | ^ | Chủ trì | Phối hợp | ^ | ^
(1) | (2) | (3) | (4) | (5) | (6)
I. CÔNG TÁC CHỈ ĐẠO | < | < | < | < | <
1. | Xây dựng kế hoạch | Văn phòng | Các phòng | Quý I |
2) | Báo cáo | Văn phòng | | Hằng tháng | Mẫu 1
II | CẢI CÁCH THỂ CHẾ | | | |
03 | Rà soát văn bản | Thanh tra | | Quý II |
Tổng cộng: 3 nhiệm vụ | < | < | < | < | <""",
        [
            "## CÔNG TÁC CHỈ ĐẠO",
            "Xây dựng kế hoạch: Văn phòng / Các phòng / Quý I",
            "Báo cáo: Văn phòng / Hằng tháng / Mẫu 1",
            "## CẢI CÁCH THỂ CHẾ",
            "Rà soát văn bản: Thanh tra / Quý II",
        ],
        {"hang-so-cot", "tieu-de-gop", "tong-dung"},
    ),
    "a table for each group, titles between them": (
        """
PHẦN A: NHIỆM VỤ CHUNG

I. CẢI CÁCH THỂ CHẾ

STT | Nhiệm vụ | Đơn vị chủ trì, thực hiện | Hoàn thành
1 | Việc một | Văn phòng | Quý I

II. CẢI CÁCH TÀI CHÍNH

STT | Nhiệm vụ | Đơn vị chủ trì, thực hiện | Hoàn thành
2 | Việc hai | Thanh tra | Quý II

Tổng số: 2 nhiệm vụ""",
        [
            "# NHIỆM VỤ CHUNG",
            "## CẢI CÁCH THỂ CHẾ",
            "Việc một: Văn phòng / Quý I",
            "## CẢI CÁCH TÀI CHÍNH",
            "Việc hai: Thanh tra / Quý II",
        ],
        {"tieu-de-lap", "tong-dung"},
    ),
    "no numbers at all": (
        """
Nội dung | Đơn vị thực hiện | Tiến độ
CẢI CÁCH THỂ CHẾ | < | <
Rà soát văn bản | Phòng A | Quý I
Tổng hợp báo cáo | Phòng B | Quý II
CẢI CÁCH TÀI CHÍNH | |
Công khai | Phòng C | Quý III""",
        [
            "## CẢI CÁCH THỂ CHẾ",
            "Rà soát văn bản: Phòng A / Quý I",
            "Tổng hợp báo cáo: Phòng B / Quý II",
            "## CẢI CÁCH TÀI CHÍNH",
            "Công khai: Phòng C / Quý III",
        ],
        {"ten-nhom-khong-so", "khong-so"},
    ),
    "numbers before the words": (
        """
Nhiệm vụ | Chủ trì | Thời hạn
A. PHẦN CHUNG | |
I. THỂ CHẾ | |
1. Rà soát | Phòng A | Quý I
1.1. Lập danh mục | Phòng A | Quý I
2. Báo cáo | Phòng B | Quý II""",
        [
            "# PHẦN CHUNG",
            "## THỂ CHẾ",
            "Rà soát: Phòng A / Quý I",
            "- Lập danh mục: Phòng A / Quý I",
            "Báo cáo: Phòng B / Quý II",
        ],
        set(),
    ),
    "groups are 1, tasks 1.1": (
        """
STT | Nhiệm vụ, giải pháp | Sản phẩm | Cơ quan chủ trì | Thời gian
PHẦN I. NHIỆM VỤ CHUNG | < | < | < | <
1 | Cải cách thể chế | | |
1.1 | Rà soát | Báo cáo | Phòng A | Quý I
1.2 | Hệ thống hóa | Danh mục | Phòng A | Quý II
2 | Cải cách thủ tục | | |
2.1 | Công khai | Quyết định | Phòng C | Quý I
- | Bước một | | Phòng C | Quý I""",
        [
            "# NHIỆM VỤ CHUNG",
            "## Cải cách thể chế",
            "Rà soát: Báo cáo / Phòng A / Quý I",
            "Hệ thống hóa: Danh mục / Phòng A / Quý II",
            "## Cải cách thủ tục",
            "Công khai: Quyết định / Phòng C / Quý I",
            "- Bước một: Phòng C / Quý I",
        ],
        {"stt-khac"},
    ),
    "tasks numbered in Roman": (
        "TT | Công việc | Chủ trì | Thời hạn\nI | Rà soát | Phòng A | Quý I\nII | Báo cáo | Phòng B | Quý II",
        ["Rà soát: Phòng A / Quý I", "Báo cáo: Phòng B / Quý II"],
        {"stt-khac"},
    ),
    "sub-tasks under letters and dashes": (
        HEAD
        + """
1 | Việc lớn | Phòng A | | Quý I
a) | Bước một | Phòng A | | Quý I
b) | Bước hai | Phòng B | | Quý II
2 | Việc hai | Phòng A | | Quý I
- | Bước ba | Phòng A | | Quý I
 | - Bước bốn | Phòng A | | Quý I""",
        [
            "Việc lớn: Phòng A / Quý I",
            "- Bước một: Phòng A / Quý I",
            "- Bước hai: Phòng B / Quý II",
            "Việc hai: Phòng A / Quý I",
            "- Bước ba: Phòng A / Quý I",
            "- Bước bốn: Phòng A / Quý I",
        ],
        {"stt-khac"},
    ),
    "cells merged down hold for every task": (
        HEAD + "1 | Một | Phòng A | Phòng B | Quý I\n2 | Hai | ^ | ^ | ^\n3 | Ba | ^ | ^ | Quý II",
        [
            "Một: Phòng A / Phòng B / Quý I",
            "Hai: Phòng A / Phòng B / Quý I",
            "Ba: Phòng A / Phòng B / Quý II",
        ],
        {"o-gop-doc"},
    ),
    "a task over several rows": (
        HEAD
        + "1 | Một | Phòng A | | Ban hành: Quý I\n^ | ^ | Phòng B | | Thực hiện: Quý II\n2 | Hai | A | | Mai",
        ["Một: Phòng A\nPhòng B / Ban hành: Quý I\nThực hiện: Quý II", "Hai: A / Mai"],
        {"dong-noi-trang"},
    ),
    "more units and days below, each in a row of its own": (
        HEAD
        + "1 | Một | Phòng A | Các sở và | Quý I\n | | Phòng B | Các huyện | Quý II\n2 | Hai | A | | Quý I",
        ["Một: Phòng A\nPhòng B / Các sở và Các huyện / Quý I\nQuý II", "Hai: A / Quý I"],
        {"dong-noi-trang"},
    ),
    "a number over several rows": (
        HEAD + "1 | Một | Phòng A | | Quý I\n^ | Một nữa | Phòng B | | Quý II",
        ["Một: Phòng A / Quý I", "- Một nữa: Phòng B / Quý II"],
        {"khong-so"},
    ),
    "one cell for lead and coordination": (
        HEAD + "1 | Một | Các phòng | < | Quý I",
        ["Một: Các phòng / Các phòng / Quý I"],
        {"o-gop-ngang"},
    ),
    "roles in one column": (
        """
STT | Nhiệm vụ | Đơn vị thực hiện | Thời gian
1 | Một | Chủ trì: Văn phòng\\nPhối hợp: Các phòng | Quý I
2 | Hai | - Đơn vị chủ trì: A; - Đơn vị phối hợp: B; C | Quý I
3 | Ba | Phòng chủ trì: A | Quý I""",
        ["Một: Văn phòng / Các phòng / Quý I", "Hai: A / B, C / Quý I", "Ba: Phòng chủ trì: A / Quý I"],
        {"chia-vai"},
    ),
    "no head at all": (
        "1 | Một | Phòng A | Phòng B | Quý I\n2 | Hai | Phòng A | Phòng B | Quý I",
        ["Một: Phòng A / Phòng B / Quý I", "Hai: Phòng A / Phòng B / Quý I"],
        {"bang-khong-tieu-de"},
    ),
    "a second table goes on with the columns of the first": (
        HEAD + "1 | Một | Phòng A | | Quý I\n\n2 | Hai | Phòng B | | Quý II",
        ["Một: Phòng A / Quý I", "Hai: Phòng B / Quý II"],
        set(),
    ),
    "a second table that is none of tasks": (
        HEAD
        + "1 | Một | Phòng A | | Quý I\n\n"
        + "STT | Chỉ tiêu | Đơn vị tính | Năm 2024 | Năm 2025\n1 | Hài lòng | % | 90 | 95",
        ["Một: Phòng A / Quý I"],
        {"chua-hieu"},
    ),
    "tasks before the first group of a part, and a group of a titled part after them": (
        HEAD + "A | CHUNG | | |\n1 | Một | Phòng A | | Quý I\nI | NHÓM | | |\n2 | Hai | Phòng A | | Quý I",
        ["# CHUNG", "Một: Phòng A / Quý I", "## NHÓM", "Hai: Phòng A / Quý I"],
        set(),
    ),
    "a title torn by the page": (
        HEAD
        + "I | XÂY DỰNG VÀ PHÁT TRIỂN | | |\n"
        + HEAD
        + " | CHÍNH QUYỀN SỐ | | |\n1 | Một | Phòng A | | Quý I",
        ["## XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN SỐ", "Một: Phòng A / Quý I"],
        {"dong-noi-trang", "tieu-de-lap"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name):
    drawing, expected, findings = LAYOUTS[name]
    draft, ledger = read(drawing)
    assert outline(draft) == expected
    assert codes(ledger) == findings
