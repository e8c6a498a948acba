"""Names of lunar years ("Ất Tỵ" for 2025), which go with one year only and so cannot move along with it."""

import re
from collections.abc import Iterator

from docgen.transform.rollforward.doubt import Concern, Doubt
from docgen.transform.rollforward.quoting import singled_out

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_FIRST = 4
"""A year named Giáp Tý; the names come back every 60 years."""
_NAME = re.compile(
    r"(?<!\w)(?:Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ]|Canh|Tân|Nhâm|Qu[ýí])\s+"
    r"(?:T[ýíỵị]|Sửu|Dần|M[ãẹ]o|Thìn|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)(?!\w)",
    re.IGNORECASE,
)
_SPELLINGS = str.maketrans({"ỉ": "ỷ", "í": "ý", "ị": "ỵ", "ẹ": "ã"})
_NEAR = (0, 1, -1)
"""Years from the plan's own whose names move: the plan's, the next, the last."""


def lunar_name(year: int) -> str:
    """Return the name of the lunar year that begins in `year`: "Ất Tỵ" for 2025."""
    return f"{_STEMS[(year - _FIRST) % len(_STEMS)]} {_BRANCHES[(year - _FIRST) % len(_BRANCHES)]}"


def lunar_doubts(moved: str, old: int, new: int) -> Iterator[Doubt]:
    """Yield what is asked about each lunar name of a text whose other years went from `old` to `new`."""
    years = {_spelt(lunar_name(old + distance)): distance for distance in _NEAR}
    for found in _NAME.finditer(moved):
        distance = years.get(_spelt(found[0]))
        if distance is not None:
            yield _doubt(moved, found, new + distance)


def _doubt(moved: str, found: re.Match[str], year: int) -> Doubt:
    name = lunar_name(year).upper() if found[0].isupper() else lunar_name(year)
    quote = singled_out(moved, *found.span())
    return Doubt(
        concern=Concern.YEAR,
        question=(
            f"“{quote.issue}” là tên năm âm lịch cũ; năm {year} là năm {lunar_name(year)}. Có sửa không?"
        ),
        proposal=f"Sửa thành “{name}”; giữ nguyên nếu chỉ nhắc lại năm đã qua.",
        reason="Tên năm âm lịch phải đi với đúng năm dương lịch.",
        quote=str(quote),
        replacement=quote.with_issue(name),
    )


def _spelt(name: str) -> str:
    """Return a name without regard to case, spaces and the ways of writing it."""
    return " ".join(name.casefold().split()).translate(_SPELLINGS)
