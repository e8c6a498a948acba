"""What an entry of a list is called by the number that stands before it: "mục III", "điểm đ", "dòng 2"."""

from collections.abc import Callable

from docgen.language.lettering import LETTERS
from docgen.language.numerals import to_roman


def numbered(key: str, number: int) -> str:
    """Return what the entry `number`, from 1, of the list under the YAML key `key` is called.

    Raises:
        KeyError: the entries of that list have no name.

    """
    return NUMBERED[key](number)


def _letter(number: int) -> str:
    """Return a letter; the number itself where letters end, since a wrong file may hold any number."""
    return LETTERS[number - 1] if number <= len(LETTERS) else str(number)


NUMBERED: dict[str, Callable[[int], str]] = {
    "can_cu": "căn cứ {}".format,
    "mo_dau": "đoạn mở đầu {}".format,
    "noi_dung": lambda number: f"mục {to_roman(number)}",
    "khoan": "khoản {}".format,
    "doan": "đoạn {}".format,
    "diem": lambda number: f"điểm {_letter(number)}",
    "gach": "gạch đầu dòng {}".format,
    "danh_sach": "dòng {}".format,
    "phu_luc": lambda number: f"phụ lục {to_roman(number)}",
    "phan": lambda number: f"phần {_letter(number).upper()}",
    "nhom": lambda number: f"nhóm {to_roman(number)}",
    "can_quyet_dinh": "việc cần quyết định {}".format,
    "ket_qua": "kết quả thứ {}".format,
    "van_ban": "văn bản {}".format,
    "noi_dung_khac": "nội dung khác thứ {}".format,
    "thong_ke": "số liệu thứ {}".format,
    "don_vi": "đơn vị thứ {}".format,
    "nhom_don_vi": "nhóm đơn vị thứ {}".format,
    "bieu": "biểu thứ {}".format,
    "chi_tieu": "chỉ tiêu thứ {}".format,
    "muc_tieu": "mục tiêu thứ {}".format,
    "ky_bao_cao": "kỳ báo cáo thứ {}".format,
    "ngay_nghi": "ngày nghỉ thứ {}".format,
    "ngay_lam_viec": "ngày làm việc thứ {}".format,
}
"""The lists whose entries have names, and how those are made of a number."""
