"""The agency that writes, its units, and the groups of units that its documents name."""

from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from docgen.language.text import fold, nearest
from docgen.model.base import Model, Some
from docgen.model.day import Day
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words


class UnitKind(StrEnum):
    """What a unit is within its agency; EXTERNAL is a body outside that its documents name."""

    OFFICE = "van_phong"
    INSPECTORATE = "thanh_tra"
    DIVISION = "phong"
    BOARD = "ban"
    CENTRE = "trung_tam"
    EXTERNAL = "ngoai"


class _Named(Model):
    id: Slug = Field(title="Mã")
    name: Words = Field(alias="ten", title="Tên đầy đủ")
    aliases: tuple[Words, ...] = Field(default=(), alias="ten_khac", title="Tên khác")

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return (self.name, *self.aliases)


class Unit(_Named):
    """A unit of the agency; unknown dates are left out, `successor` is the id of the unit that took over."""

    short_name: VnText = Field(default="", alias="ten_viet_tat", title="Tên viết tắt")
    kind: UnitKind = Field(alias="loai", title="Loại đơn vị")
    valid_from: Day | None = Field(default=None, alias="tu_ngay", title="Từ ngày")
    valid_to: Day | None = Field(default=None, alias="den_ngay", title="Đến ngày")
    successor: VnText = Field(default="", alias="don_vi_ke_thua", title="Đơn vị kế thừa")

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("den_ngay sớm hơn tu_ngay; hãy sửa một trong hai")
        return self


class UnitGroup(_Named):
    """Units named together: those of some kinds, those listed, or, with neither, whoever a task concerns."""

    kinds: tuple[UnitKind, ...] = Field(default=(), alias="loai", title="Loại đơn vị")
    members: tuple[Words, ...] = Field(default=(), alias="don_vi", title="Đơn vị trong nhóm")


class UnknownUnitError(ValueError):
    """A unit or group that the organisation does not have."""


class Organisation(Model):
    """The agency: how it is named and signed for, its units and groups."""

    id: Slug = Field(title="Mã")
    name: Words = Field(alias="ten", title="Tên cơ quan")
    symbol: Words = Field(alias="ky_hieu", title="Ký hiệu")
    superior: VnText = Field(default="", alias="co_quan_chu_quan", title="Cơ quan chủ quản")
    place: Words = Field(alias="dia_danh", title="Địa danh")
    head_title: Words = Field(alias="chuc_vu_cap_truong", title="Chức vụ người đứng đầu")
    collective: bool = Field(default=False, alias="che_do_tap_the", title="Làm việc theo chế độ tập thể")
    units: Annotated[tuple[Unit, ...], Some] = Field(alias="don_vi", title="Đơn vị")
    groups: tuple[UnitGroup, ...] = Field(default=(), alias="nhom_don_vi", title="Nhóm đơn vị")

    @model_validator(mode="after")
    def _names_are_told_apart(self) -> Self:
        seen: dict[str, str] = {}
        for entry in (*self.units, *self.groups):
            for name in {fold(name) for name in entry.names}:
                if name in seen:
                    raise ValueError(f"tên “{name}” dùng cho cả {seen[name]} và {entry.id}; hãy bỏ một nơi")
                seen[name] = entry.id
        return self

    @model_validator(mode="after")
    def _ids_exist_once(self) -> Self:
        ids = [entry.id for entry in (*self.units, *self.groups)]
        if twice := sorted({entry for entry in ids if ids.count(entry) > 1}):
            raise ValueError(f"mã {', '.join(twice)} dùng nhiều lần; mỗi đơn vị và mỗi nhóm cần một mã riêng")
        named = {unit.successor for unit in self.units if unit.successor}
        named.update(member for group in self.groups for member in group.members)
        if unknown := sorted(named - {unit.id for unit in self.units}):
            raise ValueError(
                f"không có đơn vị nào mang mã {', '.join(unknown)}; hãy sửa cho khớp với mã đã khai"
            )
        return self

    def find(self, name: str) -> Unit | UnitGroup | None:
        """Return the unit or group written as `name`, whatever its case, tone placement and dashes."""
        return _by_name(self).get(_folded(name))

    def require(self, name: str) -> Unit | UnitGroup:
        """Return the unit or group written as `name`.

        Raises:
            UnknownUnitError: in Vietnamese, with the nearest known name.

        """
        if found := self.find(name):
            return found
        names = [known for entry in (*self.units, *self.groups) for known in entry.names]
        near = nearest(name, names)
        hint = f" Gần nhất: “{near}”." if near else ""
        raise UnknownUnitError(f"không có đơn vị “{name}” trong danh sách đơn vị.{hint}")

    def members(self, group: UnitGroup) -> tuple[Unit, ...]:
        """Return the units of `group`; none when it names whoever is concerned."""
        return tuple(unit for unit in self.units if unit.kind in group.kinds or unit.id in group.members)


_folded = lru_cache(maxsize=4096)(fold)  # a plan names a few units many times


@lru_cache(maxsize=8)
def _by_name(organisation: Organisation) -> dict[str, Unit | UnitGroup]:
    """Return the units and groups of `organisation` by the folded spellings of their names."""
    entries: tuple[Unit | UnitGroup, ...] = (*organisation.units, *organisation.groups)
    return {fold(name): entry for entry in entries for name in entry.names}
