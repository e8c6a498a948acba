"""The agency that writes, its units, and the groups of units that its documents name; as of any day."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Annotated, Self

from pydantic import Field, PrivateAttr, model_validator

from docgen.language.text import fold, nearest
from docgen.model.agency import Agency, FormerAgency
from docgen.model.base import Some
from docgen.model.naming import ALWAYS, FormerNaming, Span, Unit, UnitGroup, UnitKind
from docgen.model.slug import Slug
from docgen.model.succession import Succession, SuccessionKind, agency_succession, succession

__all__ = [
    "FormerAgency",
    "FormerNaming",
    "Organisation",
    "Succession",
    "SuccessionKind",
    "Unit",
    "UnitGroup",
    "UnitKind",
    "UnknownUnitError",
]


class UnknownUnitError(ValueError):
    """A unit or group that the organisation does not have."""


folded = lru_cache(maxsize=4096)(fold)
"""`fold` of names, of which a plan and a reform have a few many times."""


class Organisation(Agency):
    """The agency: how it is named and signed for, its units and groups.

    As recorded it is the agency of today; `on` gives it as it was on a day. `reforms` names sets of changes
    that are to be applied; there are none in what `docgen.importers.read_organisation` returns, which has
    applied them.
    """

    reforms: tuple[Slug, ...] = Field(default=(), alias="sap_xep", title="Đợt sắp xếp")
    units: Annotated[tuple[Unit, ...], Some] = Field(alias="don_vi", title="Đơn vị")
    groups: tuple[UnitGroup, ...] = Field(default=(), alias="nhom_don_vi", title="Nhóm đơn vị")

    _day: date = PrivateAttr(default=ALWAYS)

    @model_validator(mode="after")
    def _names_are_told_apart(self) -> Self:
        uses: dict[str, list[Span]] = defaultdict(list)
        for entry in self.entries:
            for span in entry.spans():
                uses[fold(span.name)].append(span)
        pairs = (pair for spans in uses.values() for pair in combinations(spans, 2))
        for one, other in pairs:
            if one.id != other.id and one.meets(other):
                raise ValueError(f"tên “{one.name}” dùng cho cả {one.id} và {other.id}; hãy bỏ một nơi")
        return self

    @model_validator(mode="after")
    def _ids_exist_once(self) -> Self:
        ids = [entry.id for entry in self.entries]
        if twice := sorted({entry for entry in ids if ids.count(entry) > 1}):
            raise ValueError(f"mã {', '.join(twice)} dùng nhiều lần; mỗi đơn vị và mỗi nhóm cần một mã riêng")
        named = {member for group in self.groups for member in group.members} - {
            unit.id for unit in self.units
        }
        named |= {entry.successor for entry in self.entries if entry.successor} - {*ids}
        if named:
            raise ValueError(
                f"không có đơn vị nào mang mã {', '.join(sorted(named))}; hãy sửa cho khớp với mã đã khai"
            )
        return self

    @model_validator(mode="after")
    def _none_takes_over_from_itself(self) -> Self:
        heirs = {entry.id: entry.successor for entry in self.entries}
        for entry in heirs:
            path = [entry]
            while (heir := heirs[path[-1]]) and heir not in path:
                path.append(heir)
            if heir:
                raise ValueError(
                    f"don_vi_ke_thua đi vòng: {' → '.join((*path, heir))}; hãy sửa một đơn vị trong đó"
                )
        return self

    @property
    def entries(self) -> tuple[Unit | UnitGroup, ...]:
        """The units, then the groups."""
        return (*self.units, *self.groups)

    def on(self, day: date | None) -> Self:
        """Return the agency as it was on `day`; with None as it is recorded.

        Everything has the name of that day, and groups have the members of that day. Units that had ended or
        were still to come are there, so `find` knows every name of every time.
        """
        then = day or ALWAYS
        view = self.model_copy(
            update={
                **self.fields_on(then),
                "units": tuple(unit.on(then) for unit in self.units),
                "groups": tuple(group.on(then) for group in self.groups),
            }
        )
        view._day = then  # noqa: SLF001  its own class
        return view

    def find(self, name: str) -> Unit | UnitGroup | None:
        """Return the unit or group written as `name`, whatever its case, tone placement and dashes.

        Former names are known too; of two that had one name in turn, the one of the day counts.
        """
        return _by_name(self).get(folded(name))

    def require(self, name: str) -> Unit | UnitGroup:
        """Return the unit or group written as `name`.

        Raises:
            UnknownUnitError: in Vietnamese, with the nearest known name.

        """
        if found := self.find(name):
            return found
        near = nearest(name, self.every_name)
        hint = f" Gần nhất: “{near}”." if near else ""
        raise UnknownUnitError(f"không có đơn vị “{name}” trong danh sách đơn vị.{hint}")

    @property
    def every_name(self) -> tuple[str, ...]:
        """Every name of every unit and group, former ones too."""
        return tuple(name for entry in self.entries for name in entry.every_name)

    def members(self, group: UnitGroup) -> tuple[Unit, ...]:
        """Return the units of `group` on the day; none when it names whoever is concerned."""
        there = (unit for unit in self.units if unit.exists_on(self._day))
        return tuple(unit for unit in there if group.has(unit))

    def succession(self, name: str, day: date) -> Succession | None:
        """Return what `name` must be on `day`; None where it stays or is not known.

        It is the name of a unit or group, found as by `find`, of the agency or of its superior. An older
        document is best asked about from its own day: `organisation.on(old).succession(name, new)`.
        """
        if entry := self.find(name):
            return succession(name, entry, {known.id: known for known in self.entries}, day)
        return agency_succession(name, self.periods(), day)


@lru_cache(maxsize=8)
def _by_name(organisation: Organisation) -> dict[str, Unit | UnitGroup]:
    """Return the units and groups of `organisation` by the folded spellings of their names."""
    day = organisation._day  # noqa: SLF001
    oldest_first = sorted(organisation.entries, key=lambda entry: entry.last_day)
    known = {fold(name): entry for entry in oldest_first for name in entry.every_name}
    there = (entry for entry in organisation.entries if entry.exists_on(day))
    return known | {fold(name): entry for entry in there for name in entry.names}
