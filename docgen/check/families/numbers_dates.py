"""Number and symbol, place and date: how they are written (H10 to H14)."""

import re
from collections.abc import Iterator

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.components import Head, Part, Piece, key
from docgen.check.families.head import heads, shown, stands_free
from docgen.check.families.looks import look
from docgen.check.fixing.repairs import Rewrite
from docgen.language.dates import calendar_day
from docgen.model.finding import Severity
from docgen.rules import figure, type_code
from docgen.rules.decree import document_types

_NUMBER = re.compile(
    r"[Ss][ốỐ](?P<colon>\s*+:)?\s*+(?P<number>\d++|[.…_][\s.…_]*+|)(?P<slash>\s*/\s*+)(?:\d{4}/)?"
    r"(?P<symbol>\S.*)",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"(?<!\s)\s*+[-\u2010-\u2015\u2212]\s*+")
_GROUP = re.compile(r"[^\W\d_][\w&]*")
_UNFINISHED = re.compile(r"[….]|_{2}|\s{3}|^\W|\W$")
_LABEL = len("Số")
_SHORTEST_SYMBOL = 2
_WRONG_LETTER_CODE = "CV"
"""What many write for công văn, which has no letters of its type."""

_DATE = re.compile(r"ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)", re.DOTALL | re.IGNORECASE)
_LONGEST_DATE = 300
_NUMERIC = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}")
_EMPTY = re.compile(r"[\s.…_]*+(?:\d{1,3}+[\s.…_]*+)?")
_LIKE_NUMBER = "Số: 05/KH-SNV"
_LIKE_DATE = "Gia Lai, ngày 05 tháng 01 năm 2026"
_YEAR_DIGITS = 4
_PADDED_MONTHS = 2


def _judge(case: Case) -> Breaches:
    for part, head in heads(case):
        if head.number is not None:
            yield from look(
                "H10", "number_symbol", "Số, ký hiệu", [head.number], aligned=not stands_free(head.number)
            )
            yield from _number(case, part, head.number)
        if head.place_date is not None:
            yield from _date(case, head.place_date)
            yield from _row(case, head)


def _number(case: Case, part: Part, piece: Piece) -> Breaches:
    written = piece.paragraph.text[piece.start : piece.end]
    found = _NUMBER.fullmatch(written)
    if found is None:
        if not (_is_template(written) or _NUMBER.fullmatch(shown(piece))):
            yield _misread("H10", "Số, ký hiệu", piece, _LIKE_NUMBER)
        return
    if found["colon"] is None:
        yield _rewritten(
            "H10", piece, (_LABEL, _LABEL), ":", f"Sau chữ “Số” thiếu dấu hai chấm: “{piece.text}”."
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
        yield _blank(case, "H10", piece, "Chưa điền số văn bản", "Văn thư điền khi ban hành.")
        return
    if len(number) == 1:
        message = f"Số {number} nhỏ hơn {figure('number.pad_below').use:g} phải thêm 0 phía trước: 0{number}."
        yield _rewritten("H10", piece, found.span("number"), f"0{number}", message)
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
        yield _misread("H10", "Số, ký hiệu", piece, _LIKE_NUMBER)
        return
    for span, right in _separators(found):
        message = f"Quanh “{right}” trong “{piece.text}” không được cách chữ, gạch nối phải là “-”."
        yield _rewritten("H10", piece, span, right, message)


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
        yield _wrong_code(part, piece, (found.start("symbol"), group), wanted)
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


def _wrong_code(part: Part, piece: Piece, group: tuple[int, str], wanted: str) -> Breach:
    at, found = group
    start = piece.start + at
    same = found.casefold() == wanted.casefold()
    told = f"Ký hiệu: {found} → {wanted}"
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
        repairs=(Rewrite(told, piece.paragraph, start, start + len(found), wanted),) if same else (),
    )


def _initials(part: Part) -> str:
    """Return the first letters of the agency's name: CT for Cục Thuế."""
    return "".join(word[0] for word in (part.head.agency if part.head else "").split())


def _date(case: Case, piece: Piece) -> Breaches:
    written = piece.paragraph.text[piece.start : piece.end]
    found = _DATE.search(written[:_LONGEST_DATE])
    if found is None or not _is_date(found):
        plain = _DATE.search(shown(piece)[:_LONGEST_DATE])
        if plain is not None and _is_date(plain):
            return  # letters in pieces, characters that nobody sees: told by the rules on those
        numeric = _NUMERIC.search(written)
        call = " Hãy viết đủ chữ ngày, tháng, năm." if numeric else ""
        yield _misread("H12", "Địa danh, ngày tháng", piece, _LIKE_DATE, call)
        return
    yield from _place(piece, found)
    if not all(found[name].strip().isdecimal() for name in ("day", "month", "year")):
        yield _blank(case, "H12", piece, "Chưa điền đủ ngày, tháng, năm", "Văn thư điền khi ban hành.")
    elif problem := _calendar_problem(found):
        message = f"“{piece.text}”: {problem}. Hãy xem lại ngày."
        yield Breach("H12", message, piece.paragraph, piece.text, expected="ngày có thật", found=piece.text)
        return
    yield from _padding(piece, found)


def _is_date(found: re.Match[str]) -> bool:
    """Whether day, month and year are numbers or blanks, written as the decree words them."""
    words = ("ngày", "tháng", "năm")
    year = found["year"].strip()
    return (
        all(_EMPTY.fullmatch(found[name]) or found[name].strip().isdecimal() for name in ("day", "month"))
        and (len(year) == _YEAR_DIGITS or not year.isdecimal())
        and (year.isdecimal() or _EMPTY.fullmatch(year) is not None)
        and all(word in found.string for word in words)
    )


def _calendar_problem(found: re.Match[str]) -> str:
    try:
        calendar_day(*(int(found[name]) for name in ("day", "month", "year")))
    except ValueError as error:
        return str(error)
    return ""


def _place(piece: Piece, found: re.Match[str]) -> Breaches:
    before = found.string[: found.start()].strip()
    place = before.rstrip(",").strip()
    if not place:
        message = "Thiếu địa danh trước “ngày”"
    elif not before.endswith(","):
        message = "Thiếu dấu phẩy sau địa danh"
    elif place[0].islower():
        message = f"Chữ đầu của địa danh “{place}” phải viết hoa"
    else:
        return
    yield Breach(
        "H12",
        f"{message}: “{piece.text}”. Hãy ghi như “{_LIKE_DATE}”.",
        piece.paragraph,
        piece.text,
        expected=_LIKE_DATE,
        found=piece.text,
    )


def _padding(piece: Piece, found: re.Match[str]) -> Breaches:
    """Yield days below 10 and months 1 and 2 without their 0, and other months with one."""
    below = figure("number.pad_below").use
    for name, called, last in (("day", "Ngày", below - 1), ("month", "Tháng", _PADDED_MONTHS)):
        number = found[name].strip()
        if len(number) == 1 and number.isdecimal() and 1 <= int(number) <= last:
            message = f"{called} {number} phải thêm 0 phía trước: {called.lower()} 0{number}."
            yield _rewritten("H12", piece, _digits_of(found, name), f"0{number}", message)
    month = found["month"].strip()
    if len(month) > 1 and month[0] == "0" and month.isdecimal() and int(month) > _PADDED_MONTHS:
        right = str(int(month))
        message = f"Chỉ tháng 1 và 2 thêm số 0; hiện ghi “tháng {month}”. Hãy ghi “tháng {right}”."
        yield _rewritten("H13", piece, _digits_of(found, "month"), right, message)


def _digits_of(found: re.Match[str], name: str) -> tuple[int, int]:
    start = found.start(name) + len(found[name]) - len(found[name].lstrip())
    return start, start + len(found[name].strip())


def _row(case: Case, head: Head) -> Breaches:
    """Yield where place and date stand on another line than the number, as far as the XML shows it."""
    if head.number is None or head.place_date is None:
        return
    piece = head.place_date
    if stands_free(piece) or stands_free(head.number) or case.paper.section_of(piece.paragraph).columns > 1:
        return
    if not _may_share_a_line(head.number, piece):
        yield Breach(
            "H14",
            "Địa danh, ngày tháng phải cùng dòng với số, ký hiệu. Hãy đặt hai phần này vào cùng một hàng.",
            piece.paragraph,
            piece.text,
            expected="cùng dòng với số, ký hiệu",
            found="khác dòng",
        )


def _may_share_a_line(number: Piece, date: Piece) -> bool:
    cell, other = number.paragraph.cell, date.paragraph.cell
    if cell is None or other is None:
        return cell is other and number.paragraph is date.paragraph
    if cell.table is not other.table:
        return True
    return cell.row < other.row + other.rows and other.row < cell.row + cell.rows


def _blank(case: Case, rule: str, piece: Piece, what: str, who: str) -> Breach:
    severity = Severity.INFO if case.settings.draft else Severity.ERROR
    message = f"{what}: “{piece.text}”. {who}"
    return Breach(rule, message, piece.paragraph, piece.text, found="để trống", severity=severity)


def _misread(rule: str, called: str, piece: Piece, like: str, call: str = "") -> Breach:
    message = f"{called} ghi “{shown(piece)}”; phải ghi như “{like}”.{call or ' Hãy gõ lại.'}"
    return Breach(rule, message, piece.paragraph, piece.text, expected=like, found=piece.text)


def _rewritten(rule: str, piece: Piece, span: tuple[int, int], right: str, message: str) -> Breach:
    """Return a breach whose repair writes `right` for the characters `span` of a piece."""
    start, end = piece.start + span[0], piece.start + span[1]
    before = piece.paragraph.text[start:end]
    told = f"“{before}” → “{right}”" if before else f"thêm “{right}”"
    return Breach(
        rule,
        message,
        piece.paragraph,
        piece.text,
        expected=right,
        found=before or "thiếu",
        repairs=(Rewrite(told, piece.paragraph, start, end, right),),
    )


RULES: tuple[Rule, ...] = (_judge,)
