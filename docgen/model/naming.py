"""What a unit or a group of units is called, from when to when, and what became of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, Field, model_validator

from docgen.model.base import Model
from docgen.model.day import Day
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words

ALWAYS = date.max
"""The last day of what has no end yet."""

_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The time in which a name means the unit or group `id`; both days belong to it."""

    id: str
    name: str
    first: date
    last: date

    def meets(self, other: "Span") -> bool:
        """Say whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last


class Naming(Model):
    """The full name of a unit or group, its short name and other ways to write it."""

    name: Words = Field(alias="ten", title="Tên đầy đủ")
    short_name: VnText = Field(default="", alias="ten_viet_tat", title="Tên viết tắt")
    aliases: tuple[Words, ...] = Field(default=(), alias="ten_khac", title="Tên khác")

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)


class FormerNaming(Naming):
    """What a unit or group was called until a day, and by which document (`basis`) it was renamed then."""

    valid_to: Day = Field(alias="den_ngay", title="Đến ngày")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ")
    sure: bool = Field(default=True, alias="chac_chan", title="Chắc chắn")


def _one_a_day(former: tuple[FormerNaming, ...]) -> tuple[FormerNaming, ...]:
    """Return former names in the order of their days; refuse two of one day."""
    if len({naming.valid_to for naming in former}) < len(former):
        raise ValueError("có hai tên cũ cùng den_ngay; hãy gộp làm một (cách viết khác ghi ở ten_khac)")
    return tuple(sorted(former, key=lambda naming: naming.valid_to))


class Entry(Naming):
    """A unit or group under the name it has; dates that are not known are left out.

    `former` are the names before, oldest first. `successor` is the id of what took over on the day after
    `valid_to`, by the document `basis`; one that ended without a successor was closed. Seen as of an earlier
    day (`on`) an entry has the name of that day, and the name it has now is the last of `former`.
    """

    id: Slug = Field(title="Mã")
    former: Annotated[tuple[FormerNaming, ...], AfterValidator(_one_a_day)] = Field(
        default=(), alias="ten_cu", title="Tên cũ"
    )
    valid_from: Day | None = Field(default=None, alias="tu_ngay", title="Từ ngày")
    valid_to: Day | None = Field(default=None, alias="den_ngay", title="Đến ngày")
    successor: VnText = Field(default="", alias="don_vi_ke_thua", title="Đơn vị kế thừa")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ")
    sure: bool = Field(default=True, alias="chac_chan", title="Chắc chắn")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_from and self.valid_from > self.last_day:
            raise ValueError("den_ngay sớm hơn tu_ngay; hãy sửa một trong hai")
        if self.successor and not self.valid_to:
            raise ValueError("có don_vi_ke_thua mà thiếu den_ngay; hãy ghi ngày cuối cùng của đơn vị")
        for naming in self.former:
            if naming.valid_to != ALWAYS and not self.exists_on(naming.valid_to):
                raise ValueError(
                    f"tên cũ “{naming.name}” có den_ngay ngoài thời gian đơn vị tồn tại; hãy sửa ngày"
                )
        return self

    @property
    def last_day(self) -> date:
        """The last day on which it exists."""
        return self.valid_to or ALWAYS

    @property
    def every_name(self) -> tuple[str, ...]:
        """Every way in which its name is, was or will be written."""
        return tuple(dict.fromkeys(name for naming in (self, *self.former) for name in naming.names))

    def exists_on(self, day: date) -> bool:
        """Say whether it is there on a day."""
        return (self.valid_from or date.min) <= day <= self.last_day

    def namings(self) -> tuple[FormerNaming, ...]:
        """Return what it was and is called, oldest first; the last holds for good."""
        if self.former and self.former[-1].valid_to == ALWAYS:
            return self.former
        now = FormerNaming(name=self.name, short_name=self.short_name, aliases=self.aliases, valid_to=ALWAYS)
        return (*self.former, now)

    def on(self, day: date) -> Self:
        """Return it under the name of a day."""
        if not self.former:
            return self
        namings = self.namings()
        then = next(naming for naming in namings if day <= naming.valid_to)
        former = namings[:-1] if then is namings[-1] else namings
        names = {"name": then.name, "short_name": then.short_name, "aliases": then.aliases}
        return self.model_copy(update={**names, "former": former})

    def spans(self) -> Iterator[Span]:
        """Yield each name with the time in which it means this entry."""
        first = self.valid_from or date.min
        for naming in self.namings():
            last = min(naming.valid_to, self.last_day)
            for name in naming.names:
                yield Span(self.id, name, first, last)
            first = day_after(last)


class UnitKind(StrEnum):
    """What a unit is within its agency; EXTERNAL is a body outside that its documents name."""

    OFFICE = "van_phong"
    INSPECTORATE = "thanh_tra"
    DIVISION = "phong"
    BOARD = "ban"
    CENTRE = "trung_tam"
    EXTERNAL = "ngoai"


class Unit(Entry):
    """A unit of the agency, or a body outside that its documents name."""

    kind: UnitKind = Field(alias="loai", title="Loại đơn vị")


class UnitGroup(Entry):
    """Units named together: those of some kinds, those listed, or, with neither, whoever a task concerns."""

    kinds: tuple[UnitKind, ...] = Field(default=(), alias="loai", title="Loại đơn vị")
    members: tuple[Words, ...] = Field(default=(), alias="don_vi", title="Đơn vị trong nhóm")

    @property
    def is_open(self) -> bool:
        """Say whether it names no units: whoever a task concerns."""
        return not (self.kinds or self.members)

    def has(self, unit: Unit) -> bool:
        """Say whether it names a unit, by its kind or itself."""
        return unit.kind in self.kinds or unit.id in self.members


def day_after(day: date) -> date:
    """Return the next day; of the last day of all, that day."""
    return day if day == ALWAYS else day + _DAY
