"""The place before the date against the agency that issues, and against the provinces of its day (H15)."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.names import heads
from docgen.components import Head, Piece, key
from docgen.model.finding import Severity
from docgen.rules.places import provinces

_PLACE = re.compile(r"((?!.*\.\.)[^,…\d_]+?)\s*,")
_UNIT = re.compile(r"(tinh|thanh pho|tp\.?)\s+")
_YEAR = re.compile(r"năm\s+(\d{4})")
_GOVERNMENT = r"(?:.*\s)?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+"
_PROVINCE = re.compile(_GOVERNMENT + r"(?:tinh|thanh pho|tp\.?)\s+(.+)")
_COMMUNE = re.compile(_GOVERNMENT + r"((?:xa|phuong|dac khu|thi tran)\s+.+)")
_COMMUNE_UNIT = re.compile(r"(xa|phuong|dac khu|thi tran)\s+")
_DISTRICT = re.compile(_GOVERNMENT + r"(?:huyen|quan|thi xa)\s+")
_DEPARTMENT = re.compile(r"so\s+(?!giao dich)")
_CITY = "thanh pho ho chi minh"


@dataclass(frozen=True)
class _Issuer:
    """Who issues: the keys of a superior and of the agency itself."""

    superior: str
    own: str

    @property
    def province(self) -> str:
        """The key of the province named by the agency or its superior; empty for none."""
        found = _PROVINCE.fullmatch(self.own) or _PROVINCE.fullmatch(self.superior)
        return found[1] if found and found[1] in _known() else ""

    @property
    def commune(self) -> str:
        """The key of the commune whose agency issues, with its unit: "xa de gi"."""
        found = _COMMUNE.fullmatch(self.own) or _COMMUNE.fullmatch(self.superior)
        return found[1] if found else ""

    @property
    def is_provincial(self) -> bool:
        """Whether a province or one of its departments issues."""
        return bool(_PROVINCE.fullmatch(self.own)) or bool(_DEPARTMENT.match(self.own) and self.province)

    @property
    def may_be_below(self) -> bool:
        """Whether the seat of the agency may be a commune that bears the name of an old province."""
        return bool(self.commune or _DISTRICT.match(self.own) or _DISTRICT.match(self.superior))


def _judge(case: Case) -> Breaches:
    for _, head in heads(case):
        place = _PLACE.match(head.place_date.text) if head.place_date else None
        if place is not None and head.place_date is not None:
            issuer = _Issuer(_joined(head.superior), _joined(head.issuer))
            yield from _place(case, head, issuer, place[1])


def _joined(pieces: list[Piece]) -> str:
    return " ".join(piece.key for piece in pieces)


def _place(case: Case, head: Head, issuer: _Issuer, place: str) -> Breaches:
    name = _UNIT.sub("", key(place))
    now = _merged().get(name)
    if now and _is_after(case, head) and not issuer.may_be_below:
        yield _abolished(head, issuer, place, now)
    elif issuer.commune:
        yield from _of_commune(head, issuer.commune, place)
    elif issuer.is_provincial and issuer.province:
        yield from _of_province(head, issuer.province, place)
    if name == _UNIT.sub("", _CITY) and key(place) != _CITY:
        yield _breach(head, f"“{place}” phải ghi đầy đủ là “Thành phố Hồ Chí Minh”", "Thành phố Hồ Chí Minh")


def _is_after(case: Case, head: Head) -> bool:
    """Whether a document is of the time of the new provinces, by its day or by its year alone."""
    since = provinces().since
    if case.date is not None:
        return case.date >= since
    year = _YEAR.search(head.place_date.text) if head.place_date else None
    return year is not None and dt.date(int(year[1]), 1, 1) >= since


def _abolished(head: Head, issuer: _Issuer, place: str, now: str) -> Breach:
    name = _without_unit(now)
    said = f"Tỉnh {_without_unit(place)} đã hợp nhất, nay là {now}"
    if issuer.is_provincial:
        return _breach(head, said, name, severity=Severity.ERROR)
    said = f"{said}; nếu không phải tên xã, phường nơi đặt trụ sở thì địa danh đã cũ"
    return _breach(head, said, name, call="Hãy xem lại địa danh.")


def _without_unit(name: str) -> str:
    bare = re.sub(r"^(tỉnh|thành phố)\s+", "", name, flags=re.IGNORECASE)
    return name if key(name) == _CITY else bare


def _of_commune(head: Head, commune: str, place: str) -> Breaches:
    if key(place) not in {commune, _COMMUNE_UNIT.sub("", commune)}:
        unit = _COMMUNE_UNIT.match(commune)
        kinds = {"xa": "xã", "phuong": "phường", "dac khu": "đặc khu", "thi tran": "thị trấn"}
        kind = kinds[unit[1]] if unit else "xã"
        said = f"Cơ quan của {kind} ghi tên {kind} của mình, không ghi “{place}”"
        yield _breach(head, said, f"tên {kind}", call=f"Hãy ghi tên {kind}.")


def _of_province(head: Head, province: str, place: str) -> Breaches:
    if _UNIT.sub("", key(place)) != province:
        name = _known()[province]
        yield _breach(head, f"Sở và cơ quan cấp tỉnh thường ghi tên tỉnh “{name}”; hiện ghi “{place}”", name)


def _breach(
    head: Head, said: str, wanted: str, *, call: str = "", severity: Severity | None = None
) -> Breach:
    piece = head.place_date
    return Breach(
        "H15",
        f"{said}. {call or f'Hãy ghi “{wanted}”.'}",
        piece.paragraph if piece else None,
        piece.text if piece else "",
        expected=wanted,
        found=piece.text.split(",")[0] if piece else "",
        severity=severity,
    )


@cache
def _merged() -> dict[str, str]:
    return {key(old): now for old, now in provinces().merged.items()}


@cache
def _known() -> dict[str, str]:
    """Return every name of a province, of today and before, by its key without the unit."""
    return {_UNIT.sub("", key(name)): name for name in (*provinces().today, *provinces().merged)}


RULES: tuple[Rule, ...] = (_judge,)
