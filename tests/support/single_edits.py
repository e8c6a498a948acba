"""Single edits of the 2025 plan in Word, by name, and what must be said of each.

What is said: the kind of each change, the key of what changed, and the task it is about.
"""

from edits import cut
from filled import W, name_row


def row(file, number):
    """Return the row of a task by its number in the whole appendix, from 0."""
    return file.rows("nhiem_vu")[number].node


def cell(file, number, column):
    return file.cell(file.rows("nhiem_vu")[number], column)


def move(file, number, to):
    pasted, anchor = cut(row(file, number)), row(file, to)
    file.delete_row(row(file, number))
    file.put_row(pasted, anchor, behind=True)


def insert(file, number, *, behind=True, stt="", bookmark=""):
    words = [stt, "Khảo sát mức độ hài lòng", "Văn phòng Sở", "", "Quý IV"]
    file.put_row(file.new_row(row(file, number), words, bookmark), row(file, number), behind=behind)


def delete_group(file):
    (group, *_), tasks = file.rows("nhom")[1:], file.rows("nhiem_vu")
    for spot in (group, *(task for task in tasks if task.holder is group.data["nhiem_vu"])):
        file.delete_row(spot.node)


def retitle(file, words):
    file.type_over(file.rows("nhom")[0].node.findall(f"{W}tc/{W}p")[1], words)


def empty(file, number, *columns):
    for column in columns or file.columns[0]:
        file.type_over(cell(file, number, column), "")


def dash_behind(file, number, words):
    file.new_paragraph(file.body("gach")[number].node, words)


def cut_by_libreoffice(file, *left):
    """The cut row stays with the bookmark, its cells empty or but those `left`; the pasted one is a copy."""
    pasted = cut(row(file, 3))
    for mark in pasted.findall(f".//{W}bookmarkStart"):
        mark.getparent().remove(mark)
    name_row(pasted, "nv_cham_diem_chi_so_Copy_1")
    name_row(row(file, 3), "nv_cham_diem_chi_so")
    empty(file, 3, *(column for column in file.columns[0] if column not in left))
    file.put_row(pasted, row(file, 20), behind=True)


GRADES = "cham-diem-chi-so"
ANCHOR = "nv_cham_diem_chi_so"
NEW = "khao-sat-muc-do-hai-long"
ADDED = [f"thêm nhiem_vu {NEW}"]
SINGLE = {
    "a cell": (
        lambda file: file.type_over(cell(file, 3, "noi_dung"), "Chấm điểm"),
        [f"sửa noi_dung {GRADES}"],
    ),
    "a row in its group": (lambda file: move(file, 3, 0), [f"chuyển nhiem_vu {GRADES}"]),
    "a row to another group": (lambda file: move(file, 3, 20), [f"chuyển nhiem_vu {GRADES}"]),
    "a row to another part": (lambda file: move(file, 3, 40), [f"chuyển nhiem_vu {GRADES}"]),
    "a row cut by LibreOffice": (cut_by_libreoffice, [f"chuyển nhiem_vu {GRADES}"]),
    "a row cut but for its number": (
        lambda file: cut_by_libreoffice(file, "stt"),
        [f"chuyển nhiem_vu {GRADES}"],
    ),
    "a new row without number": (lambda file: insert(file, 3), ADDED),
    "a new row with a number": (lambda file: insert(file, 3, stt="5"), ADDED),
    "a copied row": (lambda file: insert(file, 3, bookmark=f"{ANCHOR}_Copy_1"), ADDED),
    "a copied row above": (lambda file: insert(file, 3, behind=False, bookmark=f"{ANCHOR}_Copy_1"), ADDED),
    "a row with the same bookmark": (lambda file: insert(file, 3, bookmark=ANCHOR), ADDED),
    "the same above": (lambda file: insert(file, 3, behind=False, bookmark=ANCHOR), ADDED),
    "a row deleted": (lambda file: file.delete_row(row(file, 3)), [f"bỏ nhiem_vu {GRADES}"]),
    "a row emptied": (lambda file: empty(file, 3), [f"bỏ nhiem_vu {GRADES}"]),
    "all but its number emptied": (
        lambda file: empty(file, 3, *file.columns[0][1:]),
        [f"bỏ nhiem_vu {GRADES}"],
    ),
    "an empty row": (
        lambda file: file.put_row(file.new_row(row(file, 3), [""] * 5), row(file, 3), behind=True),
        [],
    ),
    "a group deleted": (
        delete_group,
        [
            "bỏ nhom",
            "bỏ nhiem_vu ra-soat-vbqppl",
            "bỏ nhiem_vu pho-bien-giao-duc-phap-luat",
            "bỏ nhiem_vu xay-dung-vbqppl",
        ],
    ),
    "a title in capitals": (lambda file: retitle(file, "CÔNG TÁC CHỈ ĐẠO VÀ KIỂM TRA"), ["sửa ten"]),
    "a title in small letters": (lambda file: retitle(file, "Công tác chỉ đạo và kiểm tra"), ["sửa ten"]),
    "a title only in other letters": (lambda file: retitle(file, "CÔNG TÁC CHỈ ĐẠO  ĐIỀU HÀNH"), []),
    "a dash": (lambda file: dash_behind(file, 3, "- Thêm việc."), ["thêm gach"]),
    "a long dash": (lambda file: dash_behind(file, 3, "– Thêm việc."), ["thêm gach"]),
    "a point among dashes": (lambda file: dash_behind(file, 3, "a) Thêm việc."), ["thêm gach"]),
    "words behind the last": (lambda file: dash_behind(file, -1, "- Thêm việc."), ["thêm gach"]),
    "the number": (lambda file: file.type_over(file.styled("SoKyHieu")[0], "Số: 05/KH-SNV"), ["sửa so"]),
    "the day": (
        lambda file: file.type_over(file.styled("DiaDanh")[0], "Bình Định, ngày 31 tháng 12 năm 2024"),
        ["sửa ngay_ban_hanh"],
    ),
    "the signer": (lambda file: file.type_over(file.styled("NguoiKy")[0], "Trần Thị Ân"), ["sửa ho_ten"]),
}
