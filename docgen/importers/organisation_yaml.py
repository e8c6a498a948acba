"""A drafted organisation as the text of "don-vi.yaml", laid out as officers know it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from docgen.importers.plan_writing import Look, entry

_HEAD = """\
#
# Được sửa: mọi giá trị sau dấu hai chấm; thêm đơn vị, thêm cách viết khác của tên (ten_khac).
# Không sửa: tên khóa và id (id là mã nội bộ, không in ra). Đơn vị thôi hoạt động thì không xóa: ghi den_ngay
# (ngày cuối cùng, ngày/tháng/năm) và don_vi_ke_thua (id của đơn vị kế thừa, nếu có); đổi tên thì ghi tên mới
# ở ten, tên cũ ở ten_cu kèm den_ngay. Văn bản của ngày nào dùng tên của ngày đó.
# So tên không phân biệt chữ hoa, chữ thường, hoà/hòa, kiểu gạch nối.
# loai của đơn vị: van_phong, thanh_tra, phong, ban, trung_tam.
"""
_REFORM = """\
# Nếu tên ghi ở đây là tên trước ngày 01/7/2025 thì bỏ dấu # đầu dòng sau:
# sap_xep: [sap-xep-2025]"""
_GROUPS = """
# Nhóm đơn vị: ghi thêm loai (gồm mọi đơn vị thuộc các loại ấy) hoặc don_vi (id của từng đơn vị);
# không ghi cả hai thì hiểu là đơn vị nào có liên quan đến từng nhiệm vụ."""

_REMARKS = {"che_do_tap_the": "# true: làm việc theo chế độ tập thể, ký TM."}
_GUESSED = "# docgen đoán: hãy xem lại"
_INDENT = 4


def organisation_yaml(draft: Mapping[str, Any], guessed: Collection[str], source: str) -> str:
    """Return an organisation, given under its YAML keys, as the text of its file.

    Args:
        draft: what must be there and is not known is None; a comment says so.
        guessed: ids of the units whose kind is marked as guessed.
        source: the name of the file that it was drafted from.

    """
    lines = (*_head(str(draft["ten"]), source), *_lines(draft, guessed))
    return "\n".join(lines) + "\n"


def _head(name: str, source: str) -> Iterator[str]:
    yield f"# {_shown(name).upper()}: tên gọi, đơn vị, nhóm đơn vị"
    yield f"# Bản nháp do docgen lập từ tệp “{_shown(source)}”: hãy xem lại."
    yield from _HEAD.splitlines()
    yield ""


def _shown(text: str) -> str:
    """Return a text as a comment can hold it."""
    return "".join(letter for letter in text if letter.isprintable())


def _lines(draft: Mapping[str, Any], guessed: Collection[str]) -> Iterator[str]:
    for key, value in draft.items():
        if isinstance(value, list):
            yield from _GROUPS.splitlines() if key == "nhom_don_vi" else (*_REFORM.splitlines(), "")
            yield f"{key}:"
            yield from _listed(value, guessed)
        else:
            yield from entry(key, value, 0, Look(_REMARKS[key]) if key in _REMARKS else None)


def _listed(entries: Sequence[Mapping[str, Any]], guessed: Collection[str]) -> Iterator[str]:
    """Yield the lines of units or groups, which stand apart by an empty line."""
    for position, one in enumerate(entries):
        if position:
            yield ""
        doubtful = Look(_GUESSED) if one["id"] in guessed else None
        lines = (
            line
            for key, value in one.items()
            for line in entry(key, value, _INDENT, doubtful if key == "loai" else None)
        )
        yield f"  - {next(lines).lstrip()}"
        yield from lines
