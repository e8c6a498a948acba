"""Plans of departments as their typists really make them, each with the plan that a person reads in it.

The offices are made up, but for the two that type the plan of 2025 in another way. What a file says stands in
`<name>.yaml`; how it was typed, in the functions of `typed_plainly` and `typed_with_word`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ruamel.yaml import YAML

from departments import typed_plainly as plainly
from departments import typed_with_word as with_word
from departments.typist import Data

_HERE = Path(__file__).parent
_OF_2025 = _HERE.parents[2] / "data" / "kehoach-2025.yaml"


@dataclass(frozen=True)
class Department:
    """A file of an office: how it is made, the data in it (without ids), words that must be told instead."""

    name: str
    make: Callable[[], bytes]
    expected: Data
    told: frozenset[str]


_COLUMNS_2025 = {
    "stt": "STT",
    "noi_dung": "Nhiệm vụ cụ thể",
    "chu_tri": "Cơ quan chủ trì",
    "phoi_hop": "Cơ quan phối hợp",
    "thoi_gian": "Thời gian thực hiện",
}
_TYPED: tuple[tuple[str, Callable[[Data], bytes], tuple[str, ...]], ...] = (
    ("so-y-te", plainly.so_y_te, ("Theo Quyết định số 2733/QĐ-BYT của Bộ Y tế.", "SỞ Y TẾ")),
    ("so-giao-duc-va-dao-tao", plainly.so_giao_duc, ("DỰ THẢO LẦN 2",)),
    ("so-tai-chinh", plainly.so_tai_chinh, ("26,5", "Cộng")),
    ("so-thong-tin-va-truyen-thong", with_word.so_thong_tin, ("DỰ THẢO",)),
    (
        "so-nong-nghiep-va-moi-truong",
        with_word.so_nong_nghiep,
        ("Đề nghị ghi rõ số điện thoại trực ban.", "Xem lại mốc thời gian.", "Track Changes"),
    ),
    ("ubnd-huyen", plainly.ubnd_huyen, ("CCHC-CĐS 2025",)),
    ("ubnd-phuong", plainly.ubnd_phuong, ("PHƯỜNG QUY NHƠN BẮC",)),
    (
        "so-xay-dung",
        with_word.so_xay_dung,
        ("SỞ XÂY DỰNG", "TCVN3", "DỰ THẢO LẦN 3", "Có hiệu lực từ ngày ký ban hành."),
    ),
    (
        "so-lao-dong",
        with_word.so_lao_dong,
        ("SỞ LĐTB VÀ XH", "VNI", "Tuyên truyền cải cách", "Đề nghị bổ sung nguồn kinh phí."),
    ),
    ("so-tu-phap", plainly.so_tu_phap, ("SỞ TƯ PHÁP", "nối")),
    ("so-cong-thuong", plainly.so_cong_thuong, ("TỔNG CỘNG", "1.450")),
    (
        "so-khoa-hoc-va-cong-nghe",
        with_word.so_khoa_hoc,
        ("Bản lấy ý kiến lần 3", "Tổng sản phẩm trên địa bàn tỉnh."),
    ),
    ("so-van-hoa", with_word.so_van_hoa, ("Ghi ngày dương lịch.", "Đã thống nhất với Sở Tài chính chưa?")),
    ("so-giao-thong", with_word.so_giao_thong, ("Kế hoạch CCHC Sở GTVT", "Track Changes", "nối")),
    ("so-noi-vu-hai-bang", plainly.so_noi_vu_hai_bang, ()),
    ("so-noi-vu-gach", with_word.so_noi_vu_gach, ()),
)


def _expected(name: str) -> Data:
    own = _HERE / f"{name}.yaml"
    if own.exists():
        return YAML(typ="safe").load(own)
    plan = YAML(typ="safe").load(_OF_2025)
    plan["phu_luc"][0] |= {"cot": _COLUMNS_2025, "huong": "ngang" if name == "so-noi-vu-hai-bang" else "doc"}
    return plan


def departments() -> dict[str, Department]:
    """Return every department by name."""
    made = {}
    for name, typed, told in _TYPED:
        plan = _expected(name)
        made[name] = Department(name, partial(typed, plan), plan, frozenset(told))
    return made
