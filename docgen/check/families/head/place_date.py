"""Place and date: how they are written, and the line that they stand on (H12 to H14)."""

import re

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.names import heads, shown, stands_free
from docgen.check.families.head.rewriting import blank, misread, rewritten
from docgen.components import Head, Piece
from docgen.language.dates import calendar_day
from docgen.rules import figure

_DATE = re.compile(r"ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)", re.DOTALL | re.IGNORECASE)
_LONGEST_DATE = 300
_NUMERIC = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}")
_EMPTY = re.compile(r"[\s.…_]*+(?:\d{1,3}+[\s.…_]*+)?")
_LIKE_DATE = "Gia Lai, ngày 05 tháng 01 năm 2026"
_YEAR_DIGITS = 4
_PADDED_MONTHS = 2


def _judge(case: Case) -> Breaches:
    for _, head in heads(case):
        if head.place_date is not None:
            yield from _date(case, head.place_date)
            yield from _row(case, head)


def _date(case: Case, piece: Piece) -> Breaches:
    written = piece.paragraph.text[piece.start : piece.end]
    found = _DATE.search(written[:_LONGEST_DATE])
    if found is None or not _is_date(found):
        plain = _DATE.search(shown(piece)[:_LONGEST_DATE])
        if plain is not None and _is_date(plain):
            return  # letters in pieces, characters that nobody sees: told by the rules on those
        numeric = _NUMERIC.search(written)
        call = " Hãy viết đủ chữ ngày, tháng, năm." if numeric else ""
        yield misread("H12", "Địa danh, ngày tháng", piece, _LIKE_DATE, call)
        return
    yield from _place(piece, found)
    if not all(found[name].strip().isdecimal() for name in ("day", "month", "year")):
        yield blank(case, "H12", piece, "Chưa điền đủ ngày, tháng, năm", "Văn thư điền khi ban hành.")
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
            message = f"{called} {number} phải thêm 0 phía trước. Hãy ghi 0{number}."
            yield rewritten("H12", piece, _digits_of(found, name), f"0{number}", message)
    month = found["month"].strip()
    if len(month) > 1 and month[0] == "0" and month.isdecimal() and int(month) > _PADDED_MONTHS:
        right = str(int(month))
        message = f"Chỉ tháng 1 và 2 thêm số 0; hiện ghi “tháng {month}”. Hãy ghi “tháng {right}”."
        yield rewritten("H13", piece, _digits_of(found, "month"), right, message)


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


RULES: tuple[Rule, ...] = (_judge,)
