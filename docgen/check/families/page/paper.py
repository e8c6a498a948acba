"""P01 to P03: paper and margins of every section (Phụ lục I, Phần I, Mục I.1 to I.3)."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.whereabouts import sections_called
from docgen.check.fixing.paper import SetPaper, gutter
from docgen.check.fixing.repairs import SetMargins
from docgen.rules import figure
from docgen.rules.units import Mm
from docgen.word.reading import Section

_TOLERANCE = 0.5
"""Millimetres: what a length in whole twips, inches or tenths of centimetres may be off."""

_NEAR = 0.15
"""The share by which a paper may differ from A4 and still be changed to it without laying the text anew."""

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_POINT = Mm(1).points
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True)
class _Wrong:
    """One length that is wrong: what it is called, what it is and the nearest that is allowed, in mm."""

    side: str
    found: float
    nearest: float
    allowed: str


def _paper(case: Case) -> Breaches:
    """P01: every page is A4, upright or lying."""
    short, long = figure("page.width"), figure("page.height")
    wrong = [
        section
        for section in _shown(case)
        if not short.allows(_mm(min(section.width, section.height)), _TOLERANCE)
        or not long.allows(_mm(max(section.width, section.height)), _TOLERANCE)
    ]
    for found, sections in _alike(wrong, lambda section: (section.width, section.height)):
        width, height = (round(_mm(side)) for side in found)
        size = f"{width} × {height} mm"
        a4 = f"A4 ({short.use:g} × {long.use:g} mm)"
        yield Breach(
            "P01",
            f"Khổ giấy là {size}; văn bản phải dùng khổ {a4}. Hãy chọn A4 trong Layout → Size.",
            part=sections_called(sections, case.document),
            expected=a4,
            found=size,
            repairs=tuple(_paper_repairs(case, sections, size)),
        )


def _paper_repairs(case: Case, sections: Sequence[Section], size: str) -> Iterator[SetPaper]:
    width, height = (Mm(figure(f"page.{side}").use).points for side in ("width", "height"))
    repairs = []
    for section in sections:
        across, down = (height, width) if section.landscape else (width, height)
        near = abs(section.width / across - 1) <= _NEAR and abs(section.height / down - 1) <= _NEAR
        if not near or not _has_room(case, section, across - section.width):
            return
        repairs.append(SetPaper(f"Khổ giấy: {size} → A4", section, across, down))
    yield from repairs


def _margins(case: Case) -> Breaches:
    """P02 and P03: the margins of upright pages, and of lying ones."""
    upright = [section for section in _shown(case) if not section.landscape]
    lying = [section for section in _shown(case) if section.landscape]
    yield from _margins_of("P02", case, upright)
    yield from _margins_of("P03", case, lying)


def _margins_of(rule: str, case: Case, sections: Iterable[Section]) -> Breaches:
    for wrong, alike in _alike(sections, _wrong_margins):
        if not wrong:
            continue
        told = "; ".join(f"lề {_SIDES[one.side]} {_length(one.found)} (phải {one.allowed})" for one in wrong)
        pages = "Trang ngang" if rule == "P03" else "Trang"
        yield Breach(
            rule,
            f"{pages} có {told}. Hãy đặt lại trong Layout → Margins.",
            part=sections_called(alike, case.document),
            expected="; ".join(f"{_SIDES[one.side]} {one.allowed}" for one in wrong),
            found="; ".join(f"{_SIDES[one.side]} {_length(one.found)}" for one in wrong),
            repairs=tuple(_margin_repairs(case, alike, wrong)),
        )


def _wrong_margins(section: Section) -> tuple[_Wrong, ...]:
    return tuple(_wrong(section))


def _wrong(section: Section) -> Iterator[_Wrong]:
    for side in _SIDES:
        allowed = figure(f"margin.{side}")
        room = getattr(section.margins, side) + (gutter(section) if side == "left" else 0.0)
        found = round(_mm(room), 1)
        if allowed.low is not None and allowed.high is not None and not allowed.allows(found, _TOLERANCE):
            nearest = min(max(found, allowed.low), allowed.high)
            yield _Wrong(side, found, nearest, f"từ {allowed.low:g} đến {allowed.high:g} mm")


def _margin_repairs(case: Case, sections: Sequence[Section], wrong: Sequence[_Wrong]) -> Iterator[SetMargins]:
    """Yield what sets the margins right; nothing where a table would no longer fit between them."""
    across = sum(one.found - one.nearest for one in wrong if one.side in {"left", "right"}) * _POINT
    if not all(_has_room(case, section, across) for section in sections):
        return
    told = ", ".join(f"{_SIDES[one.side]} {_length(one.found)} → {_length(one.nearest)}" for one in wrong)
    lengths = {one.side: one.nearest * _POINT for one in wrong}
    for section in sections:
        yield SetMargins(
            f"Lề {told}",
            section,
            top=lengths.get("top"),
            right=lengths.get("right"),
            bottom=lengths.get("bottom"),
            left=lengths["left"] - gutter(section) if "left" in lengths else None,
        )


def _has_room(case: Case, section: Section, wider: float) -> bool:
    """Whether the tables of the content that fit now still do when the text is so much wider, in points."""
    return all(
        table.width > section.room + _POINT or table.width <= section.room + wider + _POINT
        for part in case.paper.parts
        for table in part.tables
        if table.section == section.index
    )


def _lying(case: Case) -> Breaches:
    """P03: a lying page is for tables; what only a picture shows is not judged."""
    tabled = {table.section for part in case.paper.parts for table in part.tables}
    for section in _shown(case):
        pictured = any(one.kind != "line" for paragraph in section.paragraphs for one in paragraph.drawings)
        if section.landscape and not pictured and section.index not in tabled:
            first = next(paragraph for paragraph in section.paragraphs if not paragraph.is_empty)
            yield Breach(
                "P03",
                "Phần này đặt trang ngang nhưng không có bảng, biểu. "
                "Hãy đặt trang dọc: Layout → Orientation → Portrait.",
                first,
                expected="trang dọc",
                found="trang ngang",
            )


def _shown(case: Case) -> list[Section]:
    """Return the sections that show something."""
    return [
        section
        for section in case.document.sections
        if any(not paragraph.is_empty or paragraph.drawings for paragraph in section.paragraphs)
    ]


def _alike(
    sections: Iterable[Section], key: Callable[[Section], _Key]
) -> Iterator[tuple[_Key, list[Section]]]:
    """Yield sections that are alike in what `key` says of them."""
    found: dict[_Key, list[Section]] = {}
    for section in sections:
        found.setdefault(key(section), []).append(section)
    yield from found.items()


def _mm(length: float) -> float:
    return length / _POINT


def _length(length: float) -> str:
    return f"{length:g} mm".replace(".", ",")


RULES: tuple[Rule, ...] = (_paper, _margins, _lying)
"""The rules of the page."""
