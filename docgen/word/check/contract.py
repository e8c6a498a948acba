"""What a template may name: the fields of what it prints as a tree, by their Vietnamese names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from docgen.documents.base import BESIDE_THE_PAGE, PrintedDocument
from docgen.word.sandbox import LOOP_WORDS


@dataclass(frozen=True)
class Node:
    """A field: its path, the fields inside it, or, when it is repeated, what each of its items is."""

    path: str
    required: bool = True
    fields: dict[str, "Node"] = field(default_factory=dict, compare=False)
    item: "Node | None" = field(default=None, compare=False)

    @property
    def is_text(self) -> bool:
        """Whether it can be printed as it is."""
        return not self.fields and self.item is None

    @property
    def parts(self) -> tuple["Node", ...]:
        """The fields inside it, or inside each of its items."""
        inner = self.item or self
        return tuple(inner.fields.values())


LOOP = Node("loop", fields={word: Node(f"loop.{word}") for word in LOOP_WORDS})

COMPONENTS = {
    "dau.co_quan_chu_quan": "tên cơ quan chủ quản",
    "dau.co_quan_ban_hanh": "tên cơ quan ban hành",
    "dau.quoc_hieu": "Quốc hiệu",
    "dau.tieu_ngu": "Tiêu ngữ",
    "dau.so_ky_hieu": "số, ký hiệu",
    "dau.dia_danh_thoi_gian": "địa danh và thời gian ban hành",
    "dau.ten_loai": "tên loại văn bản",
    "dau.trich_yeu": "trích yếu nội dung",
    "dau.ten": "tên của bản kèm theo",
    "dau.kem_theo": "dòng (Kèm theo …)",
    "mo_dau": "đoạn mở đầu",
    "cot": "tiêu đề các cột của bảng",
    "cac_dong": "các hàng của bảng",
    "noi_dung": "nội dung văn bản",
    "ky.quyen_han": "quyền hạn, chức vụ của người ký",
    "ky.ho_ten": "họ tên của người ký",
    "noi_nhan": "nơi nhận",
    "phu_luc": "phụ lục",
    "kinh_gui": "dòng “Kính gửi” và nơi được gửi",
    "bang_ket_qua": "phụ lục kết quả thực hiện nhiệm vụ",
    "bang_thong_ke": "phụ lục số liệu thống kê",
    "bang": "phụ lục nhiệm vụ chưa báo cáo",
}
"""The mandatory components of a document (Decree 30, Điều 8) and what else an officer knows by name."""

_NOT_PRINTED = {
    "loai_van_ban",
    "thuoc_tinh.ngay_tao",
    "dau.du_thao",
    "noi_dung.loai",
    "noi_dung.cac_chu.dam",
    "phu_luc.huong",
    "phu_luc.cac_dong.loai",
    "phu_luc.cac_dong.neo",
    "bang_ket_qua.cac_dong.loai",
    "bang_ket_qua.cac_dong.dai",
    "bang_thong_ke.cac_dong.loai",
    "bang.cac_dong.loai",
}
"""What is in a file without a tag; the mark of a draft is put in where a template has none of its own."""


@cache
def contract(printed: type[PrintedDocument]) -> Node:
    """Return the tree of what a template prints."""
    return _model_node(printed, "", required=True)


def never_printed(printed: type[PrintedDocument], used: set[str]) -> Iterator[Node]:
    """Yield the fields that no tag names, given the paths that are `used`; the outermost only."""
    yield from _missing(contract(printed), used)


def _missing(node: Node, used: set[str]) -> Iterator[Node]:
    for part in node.parts:
        if part.path in _NOT_PRINTED:
            continue
        if any(path == part.path or path.startswith(f"{part.path}.") for path in used):
            yield from _missing(part, used)
        else:
            yield part


def _model_node(model: type[BaseModel], path: str, *, required: bool) -> Node:
    fields = {
        info.alias or name: _node(
            info.annotation, f"{path}.{info.alias or name}".lstrip("."), required=info.is_required()
        )
        for name, info in model.model_fields.items()
        if name not in BESIDE_THE_PAGE
    }
    return Node(path, required, fields)


def _node(annotation: Any, path: str, *, required: bool) -> Node:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model_node(annotation, path, required=required)
    if get_origin(annotation) is tuple:
        return Node(path, required, item=_node(get_args(annotation)[0], path, required=True))
    return Node(path, required)
