"""How the YAML file of a plan is laid out: what its head tells an officer, what stands before its parts."""

from collections.abc import Iterator

_HEAD = """\
#
# Được sửa: mọi chữ sau dấu hai chấm; thêm, bớt, đổi chỗ khoản, điểm, gạch đầu dòng, nhóm, nhiệm vụ.
# Không sửa: tên khóa trước dấu hai chấm (loai, nam, …) và id của nhiệm vụ đã giao. Dòng có id là
# tên riêng của nhiệm vụ: nhiệm vụ được sửa lời, đổi chỗ vẫn giữ id; nhiệm vụ mới cần một id mới
# (chữ thường không dấu, chữ số, gạch nối, tối đa 36 ký tự, không chứa số thứ tự).
#
# Không gõ: số thứ tự (I., 1., a), gạch đầu dòng), “Phụ lục”, “Kèm theo …”, “Tổng số: … nhiệm vụ”, “./.”,
# dấu chấm phẩy cuối dòng nơi nhận, chữ in hoa của tiêu đề. Những thứ đó được ghi tự động.
#
# Cách viết: thụt đầu dòng bằng dấu cách, không dùng phím Tab. “>-” nối các dòng bên dưới thành một
# đoạn; “|-” giữ nguyên chỗ xuống dòng. **Hai dấu sao** ở hai đầu làm cụm từ thành chữ đậm.
# chu_tri và phoi_hop: một tên ghi cùng dòng; nhiều tên thì mỗi tên một gạch đầu dòng.
# Nhiệm vụ có thể thêm các khóa san_pham (sản phẩm), kinh_phi (kinh phí), ghi_chu (ghi chú);
# bảng sẽ có cột tương ứng khi có ít nhất một nhiệm vụ dùng đến."""

MISSING = "# chưa có trong tệp nhập: hãy điền"
"""Stands behind a key that must have a value and has none."""

EMPTY = {
    "so": "# để trống khi còn dự thảo",
    "ngay_ban_hanh": "# ngày/tháng/năm, ví dụ 27/12/2024; để trống khi còn dự thảo",
}
"""Keys that are written while they are empty, and what stands behind them then."""

REMARKS = {
    "van_ban_dien_tu": "# true: dòng “(Kèm theo …)” của phụ lục để trống số, ngày (Phụ lục I, Mục III.1.c)",
}
"""What stands behind the value of a key."""

ALWAYS = frozenset({"loai", "van_ban_dien_tu", "huong"})
"""Keys that are written even where the value is the one that would be taken without them."""

SPACED = frozenset({"noi_dung", "phu_luc", "phan", "nhom", "can_quyet_dinh"})
"""Lists whose entries stand apart by an empty line."""

_APART = ("can_cu", "mo_dau", "ky")
_BANNERS = {
    "noi_dung": "Phần lời văn: mục (I, II …) → khoản (1, 2 …) → điểm (a, b …) hoặc gạch đầu dòng",
    "noi_nhan": "Nơi nhận và chữ ký",
    "phu_luc": "Phụ lục: phần (A, B …) → nhóm (I, II …) → nhiệm vụ (1, 2 …) → nhiệm vụ con (1.1, 1.2 …)",
    "can_quyet_dinh": "Việc cần quyết định: chỗ nào (cho), lời đang xét (trich), hỏi gì, đề xuất gì, vì sao",
}
_BELOW = {
    "can_quyet_dinh": (
        "# Quyết định: docgen decide TỆP MÃ --accept (đồng ý), --keep (giữ), --drop (bỏ), --text LỜI_KHÁC",
        "# Hoặc ghi tay ket_luan: dong_y, giu_nguyen, sua hay bo vào cuối việc; khi đó phải tự sửa cả lời.",
    )
}
"""What else an officer is told above a part of the file."""


def head(type_name: str, subject: str) -> Iterator[str]:
    """Yield the lines above the first key: which plan this is, and what may be edited."""
    title = "".join(letter for letter in f"{type_name} {subject}" if letter.isprintable() or letter.isspace())
    yield f"# {' '.join(title.split()).upper()}"
    yield from _HEAD.splitlines()
    yield ""


def before(key: str) -> tuple[str, ...]:
    """Return the lines before a key of the plan itself."""
    if key in _BANNERS:
        return "", f"# ----- {_BANNERS[key]} -----", *_BELOW.get(key, ())
    return ("",) if key in _APART else ()
