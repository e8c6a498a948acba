"""The head above its number: Quốc hiệu, Tiêu ngữ and the names of agencies (H01 to H04, H06 to H08)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.looks import allows, look, size_text
from docgen.check.fixing.repairs import Rewrite, SetFace
from docgen.components import LEFT, WHOLE, Head, Part, Piece
from docgen.language.characters import without_invisible
from docgen.language.text import fold, nfc
from docgen.model.finding import Severity
from docgen.rules import component, text

_DASH = re.compile(r"(?<!\s)\s*+[-\u2010-\u2015\u2212]\s*+")
_SHORT_NAME = re.compile(r"(UBND|HĐND|UB|VP|TT|BQL)\b")
_OF_TWO = frozenset({"Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Biên bản"})
"""Types that two parties sign: their Quốc hiệu may stand in the middle, above no agency."""


def heads(case: Case) -> Iterator[tuple[Part, Head]]:
    """Yield every document of a file that has a head, with it."""
    for part in case.paper.texts:
        if part.head is not None:
            yield part, part.head


def shown(piece: Piece) -> str:
    """Return the words of a piece as they are seen: composed, without invisible characters."""
    return nfc(without_invisible(piece.text))


def stands_free(piece: Piece) -> bool:
    """Whether a piece stands in a frame or a box, where only a page shows it."""
    return piece.paragraph.box is not None or bool(piece.paragraph.format.frame)


def _judge(case: Case) -> Breaches:
    for part, head in heads(case):
        if head.national_title is not None:
            yield from _national_title(head.national_title)
            yield from _place_of_title(case, part, head.national_title)
        if head.motto is not None:
            yield from _motto(head.motto)
        yield from _fitting(_looks(head), head)
        yield from _sizes(head)
        yield from _agencies(head)


def _national_title(piece: Piece) -> Breaches:
    wanted = text("national_title")
    if fold(shown(piece)) != fold(wanted):
        message = f"Quốc hiệu ghi “{piece.text}”; phải ghi “{wanted}”. Hãy gõ lại cho đúng."
        yield Breach("H01", message, piece.paragraph, piece.text, expected=wanted, found=piece.text)


def _place_of_title(case: Case, part: Part, piece: Piece) -> Breaches:
    """Yield where the Quốc hiệu is not on the right; columns of text and frames are seen only on a page."""
    in_columns = case.paper.section_of(piece.paragraph).columns > 1
    free = stands_free(piece) or in_columns or (piece.column == WHOLE and part.type in _OF_TWO)
    if piece.column in {LEFT, WHOLE} and not free:
        yield Breach(
            "H02",
            "Quốc hiệu phải ở nửa bên phải, trên cùng trang đầu, ngang với tên cơ quan. "
            "Hãy chuyển sang ô bên phải.",
            piece.paragraph,
            piece.text,
            expected="bên phải",
            found="bên trái" if piece.column == LEFT else "giữa trang",
        )


def _motto(piece: Piece) -> Breaches:
    wanted, found = text("motto"), shown(piece)
    if found in {wanted, wanted.upper()}:
        return
    yield Breach(
        "H03",
        f"Tiêu ngữ ghi “{piece.text}”; phải ghi “{wanted}”, giữa các cụm từ là gạch nối ngắn, "
        "mỗi bên một dấu cách. Hãy gõ lại cho đúng.",
        piece.paragraph,
        piece.text,
        expected=wanted,
        found=piece.text,
        repairs=tuple(_dashes(piece, wanted)),
    )


def _dashes(piece: Piece, wanted: str) -> Iterator[Rewrite]:
    """Yield how the dashes are set right, where nothing else is wrong."""
    written = piece.paragraph.text[piece.start : piece.end]
    if _DASH.sub(" - ", shown(piece)) != wanted:
        return
    for dash in _DASH.finditer(written):
        if dash[0] != " - ":
            start, end = piece.start + dash.start(), piece.start + dash.end()
            yield Rewrite("Tiêu ngữ: gạch nối, mỗi bên một dấu cách", piece.paragraph, start, end, " - ")


def _looks(head: Head) -> Breaches:
    """Yield what of the three lines on the right is not set as the decree sets it."""
    for rule, name, called, piece in _right(head):
        yield from look(rule, name, called, [piece], aligned=not stands_free(piece))


def _right(head: Head) -> Iterator[tuple[str, str, str, Piece]]:
    told = (
        ("H02", "national_title", "Quốc hiệu", head.national_title),
        ("H04", "motto", "Tiêu ngữ", head.motto),
        ("H14", "place_date", "Địa danh, ngày tháng", head.place_date),
    )
    return ((rule, name, called, piece) for rule, name, called, piece in told if piece is not None)


def _fitting(breaches: Breaches, head: Head) -> Breaches:
    """Yield breaches whose repairs set the size that goes with the other lines (chú thích 1 của Mục V)."""
    names = {id(piece.paragraph): name for _, name, _, piece in _right(head)}
    large = _is_large(head)
    for breach in breaches:
        row = component(names[id(breach.at)])
        size = row.size[large]
        repairs = tuple(
            replace(one, size=size) if isinstance(one, SetFace) and one.size is not None else one
            for one in breach.repairs
        )
        yield replace(breach, repairs=repairs)


def _is_large(head: Head) -> bool:
    """Whether most lines on the right that have an allowed size have the larger one."""
    votes = [size == component(name).size[1] for name, size in _allowed_sizes(head)]
    return sum(votes) * 2 >= len(votes)


def _allowed_sizes(head: Head) -> list[tuple[str, float]]:
    """Return the component and size of each line on the right that has one size, and an allowed one."""
    sizes = ((name, {face.size for face in piece.faces}) for _, name, _, piece in _right(head))
    single = ((name, found.pop()) for name, found in sizes if len(found) == 1)
    return [(name, size) for name, size in single if allows(component(name), size)]


def _sizes(head: Head) -> Breaches:
    found = _allowed_sizes(head)
    sets = [[component(name).size[end] for name, _ in found] for end in (1, 0)]
    if [size for _, size in found] in sets or head.national_title is None:
        return
    called = {"national_title": "Quốc hiệu", "motto": "Tiêu ngữ", "place_date": "địa danh, ngày tháng"}
    now = ", ".join(f"{called[name]} cỡ {size_text(size)}" for name, size in found)
    wanted = " hoặc ".join("–".join(map(size_text, sizes)) for sizes in sets)
    yield Breach(
        "H06",
        f"Cỡ chữ chưa đi cùng nhau: {now}. Hãy đặt lại theo thứ tự đó là {wanted}.",
        head.national_title.paragraph,
        expected=wanted,
        found="–".join(size_text(size) for _, size in found),
    )


def _agencies(head: Head) -> Breaches:
    if is_upside_down(head):
        yield from _upside_down(head)
        return
    yield from look("H07", "superior", "Tên cơ quan chủ quản", head.superior)
    yield from look("H08", "issuer", "Tên cơ quan ban hành", head.issuer)
    if head.issuer and (short := _SHORT_NAME.match(head.agency)):
        yield Breach(
            "H08",
            f"Tên cơ quan ban hành viết tắt “{short[0]}”; chỉ tên cơ quan chủ quản được viết tắt. "
            "Hãy ghi tên đầy đủ.",
            head.issuer[0].paragraph,
            head.agency,
            expected="tên đầy đủ",
            found=short[0],
            severity=Severity.WARNING,
        )


def is_upside_down(head: Head) -> bool:
    """Whether the name of a bold agency stands above one that is not."""
    return bool(head.superior) and _are_bold(head.superior) and not _have_bold(head.issuer)


def _upside_down(head: Head) -> Breaches:
    upper, lower = head.superior[-1], head.issuer[0]
    yield Breach(
        "H08",
        f"“{upper.text}” in đậm mà đứng trên “{lower.text}” không đậm. Tên cơ quan ban hành phải đậm và "
        "đứng dưới tên cơ quan chủ quản (không đậm). Hãy đặt lại.",
        lower.paragraph,
        lower.text,
        expected="cơ quan ban hành ở dưới, đậm",
        found="ở dưới, không đậm",
    )


def _are_bold(pieces: list[Piece]) -> bool:
    return all(face.bold for piece in pieces for face in piece.faces)


def _have_bold(pieces: list[Piece]) -> bool:
    return any(face.bold for piece in pieces for face in piece.faces)


RULES: tuple[Rule, ...] = (_judge,)
