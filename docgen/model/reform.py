"""A reform: what became of many units, and of whole provinces, on one day; applied to an organisation."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, model_validator

from docgen.model.agency import FormerAgency
from docgen.model.base import Model, Some
from docgen.model.day import Day
from docgen.model.naming import Entry, FormerNaming, Unit, UnitGroup
from docgen.model.organisation import Organisation, folded
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words

E = TypeVar("E", bound=Entry)

_PROVINCE = "tỉnh"
_CITY = "thành phố"
_SMALLER = frozenset(map(folded, ("phường", "xã", "trấn", "huyện", "quận", "phố")))
"""Last words of the levels below a province: behind them stands the name of another place."""


class UnitChange(Model):
    """What became of the unit or group that was called by one of `names` on the eve.

    It got a `new_name`, or was taken over by the `successor`; with neither it was closed. `day` and `basis`
    are those of the reform where they are not given.
    """

    names: Annotated[tuple[Words, ...], Some] = Field(alias="ten", title="Tên cũ")
    new_name: VnText = Field(default="", alias="ten_moi", title="Tên mới")
    successor: VnText = Field(default="", alias="don_vi_ke_thua", title="Đơn vị kế thừa")
    day: Day | None = Field(default=None, alias="tu_ngay", title="Từ ngày")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ")
    sure: bool = Field(default=True, alias="chac_chan", title="Chắc chắn")

    @model_validator(mode="after")
    def _renamed_or_taken_over(self) -> Self:
        if self.new_name and self.successor:
            raise ValueError("có cả ten_moi và don_vi_ke_thua; hãy bỏ một trong hai")
        return self


class Reform(Model):
    """Changes that take effect on a `day`, by the document `basis`.

    `provinces` says that the names of merged provinces change with it. `new_units` are the units that take
    over; an organisation gets one only where a unit of its own is taken over by it.
    """

    id: Slug = Field(title="Mã")
    name: Words = Field(alias="ten", title="Tên đợt sắp xếp")
    day: Day = Field(alias="tu_ngay", title="Từ ngày")
    basis: VnText = Field(default="", alias="can_cu", title="Căn cứ")
    provinces: bool = Field(default=False, alias="sap_nhap_tinh", title="Sáp nhập tỉnh")
    new_units: tuple[Unit, ...] = Field(default=(), alias="don_vi_moi", title="Đơn vị mới")
    changes: tuple[UnitChange, ...] = Field(default=(), alias="don_vi", title="Đơn vị thay đổi")

    @model_validator(mode="after")
    def _successors_are_known(self) -> Self:
        known = {unit.id for unit in self.new_units}
        if unknown := sorted({change.successor for change in self.changes} - known - {""}):
            raise ValueError(
                f"don_vi_moi không có đơn vị nào mang mã {', '.join(unknown)}; hãy khai thêm hoặc sửa mã"
            )
        return self


def reformed(organisation: Organisation, reform: Reform, merged: Mapping[str, str]) -> Organisation:
    """Return an organisation after a reform, as if each change had been recorded by hand.

    What the organisation records itself counts: a unit that ended before, or got another name on that very
    day, stays as it is. A reform that is applied again changes nothing.

    Args:
        organisation: as recorded, see `Organisation.on`.
        reform: the changes.
        merged: of each province that was merged, what it became: "Bình Định" → "tỉnh Gia Lai".

    Raises:
        pydantic.ValidationError: the changes contradict what the organisation records.

    """
    names = _Places(merged if reform.provinces else {})
    entries = _Entries(organisation, reform)
    changed = {
        **_agency(organisation, reform, names),
        "units": (*(_moved(unit, reform, names) for unit in entries.units()), *entries.added.values()),
        "groups": tuple(_moved(group, reform, names) for group in entries.groups()),
    }
    draft = organisation.model_copy(update=changed)
    return Organisation.model_validate(draft.model_dump(by_alias=True))


class _Entries:
    """The units and groups of an organisation after the changes of a reform, and what is `added` to them."""

    def __init__(self, organisation: Organisation, reform: Reform) -> None:
        self._organisation, self._reform = organisation, reform
        self.added: dict[str, Unit] = {}

    def units(self) -> tuple[Unit, ...]:
        return tuple(self._changed(unit) for unit in self._organisation.units)

    def groups(self) -> tuple[UnitGroup, ...]:
        return tuple(self._changed(group) for group in self._organisation.groups)

    def _changed(self, entry: E) -> E:
        for change in self._reform.changes:
            day = change.day or self._reform.day
            if _goes_on(entry, day) and _called(entry.on(_eve(day)), change.names):
                return self._after(entry, change, day)
        return entry

    def _after(self, entry: E, change: UnitChange, day: date) -> E:
        """Return an entry as a change left it."""
        basis = change.basis or self._reform.basis
        if change.new_name:
            return _renamed(entry, (change.new_name, "", ()), day, basis, sure=change.sure)
        if entry.valid_to:
            return entry
        heir = self._heir(change.successor, day) if change.successor else ""
        if heir == entry.id:
            return entry
        ended = {"valid_to": _eve(day), "successor": heir, "basis": basis, "sure": change.sure}
        return entry.model_copy(update=ended)

    def _heir(self, unit_id: str, day: date) -> str:
        """Return the id of the unit that takes over: one of the organisation, or one that is added."""
        new = next(unit for unit in self._reform.new_units if unit.id == unit_id)
        there = (entry for entry in self._organisation.on(day).entries if entry.exists_on(day))
        own = next((entry.id for entry in there if entry.id == unit_id or _called(entry, new.names)), "")
        if not own:
            self.added.setdefault(unit_id, new.model_copy(update={"valid_from": new.valid_from or day}))
        return own or unit_id


class _Places:
    """Puts the names of today's provinces in the place of merged ones."""

    def __init__(self, merged: Mapping[str, str]) -> None:
        self._merged = {folded(old): new for old, new in merged.items()}
        self._longest = max((len(old.split()) for old in merged), default=0)

    def renamed(self, text: str) -> str:
        """Return `text` with every merged province renamed: "UBND tỉnh Bình Định" → "UBND tỉnh Gia Lai".

        The place of another level that has the name of a province keeps it: "phường Bình Định".
        """
        words, done = text.split(), list[str]()
        while words:
            size = self._size(words)
            new = self._merged.get(folded(" ".join(words[:size])), "")
            before = folded(done[-1]) if done else ""
            if not size or before in _SMALLER:
                done.append(words.pop(0))
                continue
            level = done.pop() if before == folded(_PROVINCE) else ""
            name = new if level else new.removeprefix(f"{_PROVINCE} ").removeprefix(f"{_CITY} ")
            done.append(name.upper() if words[0].isupper() else name)
            del words[:size]
        return " ".join(done)

    def _size(self, words: Sequence[str]) -> int:
        """Return how many words the merged province at the beginning has; 0 where there is none."""
        sizes = range(min(self._longest, len(words)), 0, -1)
        return next((size for size in sizes if folded(" ".join(words[:size])) in self._merged), 0)


def _agency(organisation: Organisation, reform: Reform, places: _Places) -> dict[str, Any]:
    """Return the fields of the agency that change, and what they were."""
    eve = _eve(reform.day)
    later = [former for former in organisation.former if former.valid_to >= eve]
    changes = {
        field: renamed
        for field in ("name", "superior", "place")
        if (renamed := places.renamed(getattr(organisation, field))) != getattr(organisation, field)
        and all(getattr(former, field) is None for former in later)
    }
    if not changes:
        return {}
    before = {field: getattr(organisation, field) for field in changes}
    former = FormerAgency(**before, valid_to=eve, basis=reform.basis)
    return {**changes, "former": (*organisation.former, former)}


def _moved(entry: E, reform: Reform, places: _Places) -> E:
    """Return a unit or group under the name that it has in the new province."""
    names = (
        places.renamed(entry.name),
        places.renamed(entry.short_name),
        tuple(map(places.renamed, entry.aliases)),
    )
    if not _goes_on(entry, reform.day) or names == (entry.name, entry.short_name, entry.aliases):
        return entry
    return _renamed(entry, names, reform.day, reform.basis)


def _renamed(
    entry: E, names: tuple[str, str, tuple[str, ...]], day: date, basis: str, *, sure: bool = True
) -> E:
    """Return an entry that is called otherwise (full, short, other names) from `day` on."""
    now = {"name": entry.name, "short_name": entry.short_name, "aliases": entry.aliases}
    former = FormerNaming(**now, valid_to=_eve(day), basis=basis, sure=sure)
    update = dict(zip(now, names, strict=True))
    return entry.model_copy(update={**update, "former": (*entry.former, former)})


def _goes_on(entry: Entry, day: date) -> bool:
    """Say whether an entry is there before and on `day`, and has had one name since the eve."""
    eve = _eve(day)
    named_since = all(naming.valid_to < eve for naming in entry.former)
    return named_since and entry.exists_on(eve) and entry.exists_on(day)


def _called(entry: Entry, names: Sequence[str]) -> bool:
    return not {*map(folded, names)}.isdisjoint(map(folded, entry.names))


def _eve(day: date) -> date:
    return day - timedelta(days=1)
