"""Number and symbol: how they are written and set, and the type that they name (H10, H11)."""

import re
from collections.abc import Iterator

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.names import heads, shown, stands_free
from docgen.check.families.head.rewriting import blank, misread, rewritten
from docgen.check.families.looks import look
from docgen.components import Part, Piece, key
from docgen.model.finding import Severity
from docgen.rules import figure, type_code
from docgen.rules.decree import document_types

_NUMBER = re.compile(
    r"[Ss][ốỐ](?:/No\.?)?(?P<colon>\s*+:)?\s*+(?P<number>\d++|[.…_][\s.…_]*+|)(?P<slash>\s*/\s*+)(?:\d{4}/)?"
    r"(?P<symbol>\S.*)",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"(?<!\s)\s*+[-\u2010-\u2015\u2212]\s*+")
_GROUP = re.compile(r"[^\W\d_][\w&]*")
_UNFINISHED = re.compile(r"[….]|_{2}|\s{3}|^\W|\W$")
_LABEL = len("Số")
_SHORTEST_SYMBOL = 2
_LIKE_NUMBER = "Số: 05/KH-SNV"
_MARKS = {
    "/": "giữa số và ký hiệu phải là gạch chéo (/)",
    "-": "giữa các nhóm chữ phải là gạch nối ngắn (-)",
}
_WRONG_LETTER_CODE = "CV"
"""What many write for công văn, which has no letters of its type."""


def _judge(case: Case) -> Breaches:
    for part, head in heads(case):
        if head.number is not None:
            placed = not stands_free(head.number)
            yield from look("H10", "number_symbol", "Số, ký hiệu", [head.number], aligned=placed)
            yield from _number(case, part, head.number)


def _number(case: Case, part: Part, piece: Piece) -> Breaches:
    written = piece.paragraph.text[piece.start : piece.end]
    found = _NUMBER.fullmatch(written)
    if found is None:
        if not (_is_template(written) or _NUMBER.fullmatch(shown(piece))):
            yield misread("H10", "Số, ký hiệu", piece, _LIKE_NUMBER)
        return
    if found["colon"] is None:
        message = f"Sau chữ “Số” thiếu dấu hai chấm: “{piece.text}”. Hãy ghi như “{_LIKE_NUMBER}”."
        yield Breach(
            "H10", message, piece.paragraph, piece.text, expected=_LIKE_NUMBER, found="thiếu dấu hai chấm"
        )
    yield from _digits(case, piece, found)
    if not _UNFINISHED.search(found["symbol"]):
        yield from _symbol(piece, found)
        yield from _code(part, piece, found)


def _is_template(written: str) -> bool:
    """Whether nothing follows the word "Số" yet."""
    return not any(sign.isalnum() for sign in written[_LABEL:])


def _digits(case: Case, piece: Piece, found: re.Match[str]) -> Breaches:
    number = found["number"]
    if not number.isdecimal():
        yield blank(case, "H10", piece, "Chưa điền số văn bản", "Văn thư điền khi ban hành.")
        return
    if len(number) == 1:
        below = f"{figure('number.pad_below').use:g}"
        message = f"Số {number} nhỏ hơn {below} phải thêm 0 phía trước. Hãy ghi 0{number}."
        yield rewritten("H10", piece, found.span("number"), f"0{number}", message)
    elif number.startswith("00"):
        right = f"{int(number):02}"
        message = f"Số “{number}” thừa chữ số 0 phía trước. Hãy ghi {right}."
        yield Breach(
            "H10",
            message,
            piece.paragraph,
            piece.text,
            expected=right,
            found=number,
            severity=Severity.WARNING,
        )


def _symbol(piece: Piece, found: re.Match[str]) -> Breaches:
    """Yield where a symbol is not groups of letters with "-" between, and "/" before, without blanks."""
    groups = _SEPARATOR.split(found["symbol"])
    if len(groups) < _SHORTEST_SYMBOL or not all(_is_group(group) for group in groups):
        yield misread("H10", "Số, ký hiệu", piece, _LIKE_NUMBER)
        return
    for span, right in _separators(found):
        message = f"Trong “{piece.text}” {_MARKS[right]}, không cách chữ. Hãy ghi liền như “{_LIKE_NUMBER}”."
        yield rewritten("H10", piece, span, right, message)


def _is_group(group: str) -> bool:
    """Whether a group is an abbreviation: letters, most of them capitals ("KH", "QyĐ", "TTr", "KGVX")."""
    small = sum(letter.islower() for letter in group)
    return _GROUP.fullmatch(group) is not None and (
        small * 2 <= len(group) or key(group) in {key(code) for code in _codes()}
    )


def _separators(found: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the marks around which something is wrong, and how they are right."""
    start, end = found.span("slash")
    if not found["number"].isdecimal():
        start = found["slash"].index("/") + start
    if found.string[start:end] != "/":
        yield (start, end), "/"
    for mark in _SEPARATOR.finditer(found.string, found.start("symbol")):
        if mark[0] != "-":
            yield mark.span(), "-"


def _codes() -> dict[str, str]:
    """Return the type of each abbreviation."""
    return {code: name for name in document_types() if (code := type_code(name))}


def _code(part: Part, piece: Piece, found: re.Match[str]) -> Breaches:
    """Yield where the abbreviation of the type in a symbol is not that of the type above the subject."""
    group = _SEPARATOR.split(found["symbol"])[0]
    if not part.type or _GROUP.fullmatch(group) is None:
        return
    wanted = type_code(part.type)
    if wanted and group != wanted:
        yield _wrong_code(part, piece, group, wanted)
    elif not wanted and group in {*_codes(), _WRONG_LETTER_CODE} and group != _initials(part):
        yield Breach(
            "H11",
            f"{part.type} không có chữ viết tắt tên loại trong ký hiệu; hiện ghi “{group}”. "
            "Hãy ghi chữ viết tắt tên cơ quan rồi tên đơn vị soạn thảo, như Số: 05/SNV-VP.",
            piece.paragraph,
            piece.text,
            expected="không có tên loại",
            found=group,
        )


def _wrong_code(part: Part, piece: Piece, found: str, wanted: str) -> Breach:
    same = found.casefold() == wanted.casefold()
    other = _codes().get(found)
    hint = f" ({other})" if other else ""
    return Breach(
        "H11",
        f"Văn bản là {part.type} nhưng ký hiệu ghi “{found}”{hint}; phải ghi “{wanted}”. Hãy sửa ký hiệu"
        f"{'.' if same else ' hoặc tên loại cho khớp.'}",
        piece.paragraph,
        piece.text,
        expected=wanted,
        found=found,
    )


def _initials(part: Part) -> str:
    """Return the first letters of the agency's name: CT for Cục Thuế."""
    return "".join(word[0] for word in (part.head.agency if part.head else "").split())


RULES: tuple[Rule, ...] = (_judge,)
