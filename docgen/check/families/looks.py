"""How a component is set against how the decree sets it (Phụ lục I, Mục V); what most rules ask."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from docgen.check.breach import Breach, Breaches
from docgen.check.fixing.repairs import SetFace, SetParagraph
from docgen.components import Piece
from docgen.rules import Component, component
from docgen.word.formatting import RunFormat

_TOLERANCE = 0.25
"""Points; sizes are told to half a point."""

_BLANK = re.compile(r"[\W\d_]*")
_ALIGNED = {
    "left": "sát lề trái",
    "center": "canh giữa",
    "justify": "canh đều hai lề",
    "both": "canh đều hai lề",
    "right": "sát lề phải",
    "end": "sát lề phải",
    "start": "sát lề trái",
}
_CASES = {"upper": "in hoa", "lower": "in thường"}
_CALL = "Hãy đặt lại như vậy."


def look(
    rule: str, name: str, called: str, pieces: Sequence[Piece], *, aligned: bool = True, cased: bool = True
) -> Breaches:
    """Yield where `pieces`, `called` so in Vietnamese, are not set like the component `name`.

    Blanks to be filled in ("……") have no look. Size, weight, slope and alignment can be mended, case not.
    Alignment and case are left to the caller where it says so.
    """
    row = component(name)
    for piece in pieces:
        if not _BLANK.fullmatch(piece.text):
            yield from _faces(rule, row, called, piece)
            if cased:
                yield from _case(rule, row, called, piece)
            if aligned:
                yield from _alignment(rule, row, called, piece)


def folded(breaches: Iterable[Breach], unit: str = "dòng") -> Breaches:
    """Yield breaches of several lines that say the same as one, which tells how many lines it is about."""
    found: dict[tuple[str, str, str], list[Breach]] = {}
    for breach in breaches:
        found.setdefault((breach.rule, breach.expected, breach.found), []).append(breach)
    for same in found.values():
        first = same[0]
        if len(same) == 1:
            yield first
            continue
        repairs = tuple(repair for breach in same for repair in breach.repairs)
        at_once = all(breach.repairs for breach in same)
        message = f"{first.message} ({len(same)} {unit})"
        others = tuple(breach.place for breach in same[1:])
        yield replace(first, message=message, repairs=repairs if at_once else (), others=others)


def size_text(size: float | tuple[float, float]) -> str:
    """Return a size, or what a component allows: "13", "13,5", "13 đến 14"."""
    ends = size if isinstance(size, tuple) else (size,)
    return " đến ".join(dict.fromkeys(f"{end:g}".replace(".", ",") for end in ends))


def nearest_size(row: Component, size: float) -> float:
    """Return the size that a component allows nearest to one that it does not."""
    low, high = row.size
    return min(max(size, low), high)


def allows(row: Component, size: float) -> bool:
    """Whether a component may have a size."""
    low, high = row.size
    return low - _TOLERANCE <= size <= high + _TOLERANCE


def aligned_text(align: str) -> str:
    """Return how an alignment is called."""
    return _ALIGNED.get(align, align)


def _faces(rule: str, row: Component, called: str, piece: Piece) -> Breaches:
    for start, end, face in stretches(piece):
        wrong = list(_wrong(row, face))
        if not wrong:
            continue
        expected, found = (", ".join(side) for side in zip(*wrong, strict=True))
        size = None if allows(row, face.size) else nearest_size(row, face.size)
        yield Breach(
            rule,
            f"{called} phải {expected}; hiện {found}. {_CALL}",
            piece.paragraph,
            piece.text,
            expected=expected,
            found=found,
            repairs=(
                SetFace(
                    f"{called}: {found} → {expected}",
                    piece.paragraph,
                    start,
                    end,
                    size=size,
                    bold=row.bold if face.bold != row.bold else None,
                    italic=row.italic if face.italic != row.italic else None,
                ),
            ),
        )


def stretches(piece: Piece) -> Iterator[tuple[int, int, RunFormat]]:
    """Yield the stretches of one look in a piece: from, to (in its paragraph), face.

    Marks of notes and blanks to be filled in are left out.
    """
    shown = [
        span
        for span in piece.spans
        if span.face.raised == "baseline" and not _BLANK.fullmatch(_within(span.text, span.start, piece))
    ]
    for face, group in groupby(shown, key=lambda span: span.face):
        spans = list(group)
        yield max(spans[0].start, piece.start), min(spans[-1].end, piece.end), face


def _within(text: str, start: int, piece: Piece) -> str:
    return text[max(piece.start - start, 0) : max(piece.end - start, 0)]


def _wrong(row: Component, face: RunFormat) -> Iterator[tuple[str, str]]:
    """Yield what a face shall be, and what it is instead."""
    if not allows(row, face.size):
        yield f"cỡ chữ {size_text(row.size)}", f"cỡ {size_text(face.size)}"
    if face.bold != row.bold:
        yield ("đậm", "không đậm") if row.bold else ("không đậm", "đậm")
    if face.italic != row.italic:
        yield ("nghiêng", "đứng") if row.italic else ("đứng", "nghiêng")


def _case(rule: str, row: Component, called: str, piece: Piece) -> Breaches:
    caps = any(face.caps for face in piece.faces)
    upper = caps or piece.text.isupper()
    if upper == (row.case == "upper"):
        return
    wanted, found = _CASES[row.case], _CASES["upper" if upper else "lower"]
    message = f"{called} phải {wanted}; hiện {found}. Hãy gõ lại."
    yield Breach(rule, message, piece.paragraph, piece.text, expected=wanted, found=found)


def _alignment(rule: str, row: Component, called: str, piece: Piece) -> Breaches:
    wanted = "both" if row.align == "justify" else row.align
    if piece.align in {None, wanted}:
        return
    expected, found = aligned_text(wanted), aligned_text(piece.align or "")
    repairs = (SetParagraph(f"{called}: {found} → {expected}", piece.paragraph, align=wanted),)
    yield Breach(
        rule,
        f"{called} phải {expected}; hiện {found}. {_CALL}",
        piece.paragraph,
        piece.text,
        expected=expected,
        found=found,
        repairs=() if piece.by_tab else repairs,
    )
