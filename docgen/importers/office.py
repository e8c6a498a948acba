"""The agency that a file is of, drafted from what the file says: names, signs for, units."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import ValidationError

from docgen.importers.heads import place_of, symbol_of
from docgen.importers.outline import Outline
from docgen.language.text import fold, plain
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation, UnitKind
from docgen.recognition.slugs import Slugs
from docgen.recognition.source import Line
from docgen.recognition.unit_names import Named, gathered

Draft: TypeAlias = dict[str, Any]

_KINDS = {
    "văn phòng": UnitKind.OFFICE,
    "vp": UnitKind.OFFICE,
    "thanh tra": UnitKind.INSPECTORATE,
    "phòng": UnitKind.DIVISION,
    "p": UnitKind.DIVISION,
    "ban": UnitKind.BOARD,
    "trung tâm": UnitKind.CENTRE,
}
"""The kind that the first words of a name say."""
_KIND = re.compile(rf"({'|'.join(_KINDS)})\b", re.IGNORECASE)

_LIKE_CENTRES = (
    *("bệnh viện", "trường", "viện", "học viện", "trạm", "bảo tàng", "thư viện", "nhà", "đài", "báo"),
    *("tạp chí", "quỹ", "công ty", "bộ phận"),
)
"""First words of what serves the public, as a centre does; whatever else there is, is more like a board."""

_OUTSIDE = (
    *("sở", "công an", "ubnd", "ủy ban", "hđnd", "bộ", "kho bạc", "bảo hiểm", "bhxh", "mặt trận", "hội"),
    *(
        "cục",
        "tòa án",
        "viện kiểm sát",
        "đảng ủy",
        "huyện",
        "xã",
        "phường",
        "thành phố",
        "thị xã",
        "doanh nghiệp",
    ),
)
"""First words of bodies that no agency has within it."""

_SEVERAL = frozenset({"các", "những", "cấp"})
"""Words in the names of several units: "UBND các xã", "UBND cấp xã"."""

_REQUIRED = ("ky_hieu", "dia_danh", "chuc_vu_cap_truong", "don_vi")


@dataclass(frozen=True)
class Office:
    """An organisation as its YAML keys, and the ids of the units whose kind is guessed."""

    draft: Draft
    guessed: frozenset[str] = field(default_factory=frozenset)

    @property
    def organisation(self) -> Organisation | None:
        """The organisation; None as long as something is missing that must be there."""
        try:
            return Organisation.model_validate(self.draft)
        except ValidationError:
            return None

    def finding(self) -> Finding:
        """Return what is told: that there is a draft, and what to look at in it."""
        missing, guessed = self._missing(), self._guessed()
        units, groups = len(self.draft["don_vi"] or ()), len(self.draft.get("nhom_don_vi", ()))
        drafted = f"docgen lập bản nháp tệp đó từ tệp này ({units} đơn vị, {groups} nhóm đơn vị)"
        return Finding(
            code="don-vi-ban-nhap",
            severity=Severity.ERROR if missing else Severity.WARNING,
            place="don-vi.yaml",
            message=f"“{self.draft['ten']}” chưa có don-vi.yaml nên {drafted}{missing}{guessed}.",
            remedy="Hãy xem lại don-vi.yaml trước khi in.",
        )

    def _missing(self) -> str:
        """Return what has to be there and is not: "; … phải điền: ky_hieu"."""
        missing = [key for key in _REQUIRED if not self.draft[key]]
        return f"; chưa thấy trong tệp, phải điền: {', '.join(missing)}" if missing else ""

    def _guessed(self) -> str:
        """Return which units may be of another kind than it says: "; … “Công an tỉnh”"."""
        guessed = [f"“{unit['ten']}”" for unit in self.draft["don_vi"] or () if unit["id"] in self.guessed]
        return f"; loại đơn vị phải đoán: {', '.join(guessed)}" if guessed else ""


def is_of_another(outline: Outline, organisation: Organisation) -> bool:
    """Say whether the head of a document names another agency than `organisation` is and ever was."""
    days = (None, *(former.valid_to for former in organisation.former))
    return all(_names_another(outline, organisation.on(day)) for day in days)


def _names_another(outline: Outline, organisation: Organisation) -> bool:
    """Say whether the head of a document has other names than `organisation` has."""
    issuer, superior = _agency(_words(outline.issuer)), _agency(_words(outline.superior))
    name, above = _agency(organisation.name), _agency(organisation.superior)
    at_home = {name, f"{name} {above.removeprefix('ubnd ')}"}
    return bool(issuer) and (issuer not in at_home or not above.startswith(superior))


def draft_office(
    outline: Outline, signature: Draft, names: Iterable[str], stored: Callable[[str], str]
) -> Office:
    """Draft the agency of a document.

    Args:
        outline: whose head names the agency.
        signature: the keys of `ky`.
        names: every unit that is named in the document, as often as it is.
        stored: gives a name in capitals the case of a sentence.

    """
    units, groups = _parted(gathered(names))
    slugs = Slugs(set())
    name, superior = stored(_words(outline.issuer)), stored(_words(outline.superior))
    draft: Draft = {
        "id": slugs.new(name),
        "ten": name,
        "ky_hieu": symbol_of(outline.number) or None,
        **({"co_quan_chu_quan": superior} if superior else {}),
        "dia_danh": place_of(outline.place_date) or None,
        "chuc_vu_cap_truong": _head_title(signature) or None,
        "che_do_tap_the": signature.get("quyen_han") == "TM.",
    }
    listed = [_unit(unit, slugs) for unit in sorted(units, key=_rank)]
    grouped = [_entry(group, slugs) for group in groups]
    draft |= {"don_vi": listed or None} | ({"nhom_don_vi": grouped} if grouped else {})
    return Office(draft, frozenset(unit["id"] for unit in listed if _kind(unit["ten"]) is None))


def _words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _agency(name: str) -> str:
    """Return the key under which two spellings of an agency are equal."""
    return plain(fold(name)).replace("uy ban nhan dan", "ubnd")


def _head_title(signature: Draft) -> str:
    """Return the title of the head: for whom is signed, or who signs himself, be it as a deputy."""
    title: str = signature.get("chuc_vu_cap_truong") or signature.get("chuc_vu", "")
    return title.removeprefix("Phó ")


def _parted(named: Iterable[Named]) -> tuple[list[Named], list[Named]]:
    """Part the units from the names of several."""
    parts: tuple[list[Named], list[Named]] = ([], [])
    for one in named:
        parts[_kind(one.name) is None and not _SEVERAL.isdisjoint(one.name.lower().split())].append(one)
    return parts


def _entry(named: Named, slugs: Slugs) -> Draft:
    entry: Draft = {"id": slugs.new(named.name), "ten": named.name}
    entry |= {"ten_viet_tat": named.short} if named.short else {}
    return entry | ({"ten_khac": named.others} if named.others else {})


def _unit(named: Named, slugs: Slugs) -> Draft:
    return _entry(named, slugs) | {"loai": str(_kind(named.name) or _nearest(named.name))}


def _kind(name: str) -> UnitKind | None:
    """Return what the first words of a name say; None where they say nothing."""
    found = _KIND.match(name)
    return _KINDS[found[0].lower()] if found else None


def _rank(unit: Named) -> int:
    """Return the place of a unit among those of other kinds; one whose kind is guessed comes last."""
    kind = _kind(unit.name)
    return [*UnitKind].index(kind) if kind else len(UnitKind)


def _nearest(name: str) -> UnitKind:
    begins = f"{name.lower()} "
    if begins.startswith(tuple(f"{word} " for word in _OUTSIDE)):
        return UnitKind.EXTERNAL
    return UnitKind.CENTRE if begins.startswith(_LIKE_CENTRES) else UnitKind.BOARD
