"""What a cell says, as an officer writes it: "0,5" is 50%, 46000 a day, and what Excel failed at is told."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from docgen.language.characters import CONTROLS
from docgen.model.finding import Severity
from docgen.sheets.book import LOST, RawCell

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c]")
_CONTROLS = re.compile(f"[{CONTROLS}]")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_NO_SUCH_DAY = 60
_LAST_SERIAL = 2_958_465
_RETYPE = "Hãy mở bằng Excel, gõ lại ô này rồi lưu lại."
_CALCULATE = "Hãy mở bằng Excel và lưu lại."


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be told of a cell; it stands behind its address."""

    code: str
    severity: Severity
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: its words, its day when it is a date, and what is to be told of it."""

    text: str
    day: date | None = None
    problem: Problem | None = None


def value_of(cell: RawCell, epoch: datetime) -> Value | None:
    """Return what a cell says; None when it says nothing. Dates are counted from `epoch`."""
    if cell.formula and "|" in _QUOTED.sub("", cell.formula):
        return _told(
            cell, "dde", f"công thức gọi chương trình khác (“{cell.formula[:60]}”), không được chạy."
        )
    if cell.formula is not None and not cell.value and cell.type != "str":
        problem = Problem("cong-thuc", Severity.ERROR, "công thức chưa được tính.", _CALCULATE)
        return Value("", problem=problem)
    if cell.type == LOST:
        return Value("", problem=Problem("mat-chu", Severity.ERROR, "mất nội dung: tệp bị hỏng.", _RETYPE))
    if cell.value is None:
        return None
    read = _READERS.get(cell.type)
    return read(cell.value) if read else _number(cell, epoch)


def _told(cell: RawCell, code: str, message: str) -> Value:
    text = cell.value if cell.type == "str" else ""
    return Value(
        text or "", problem=Problem(code, Severity.WARNING, message, "Hãy gõ lại nội dung bằng chữ.")
    )


def _words(text: str) -> Value | None:
    """Read a text: `_x000D_` is a letter by its number (22.9.2.19), control characters are taken out."""
    read = _BREAKS.sub("\n", _ESCAPED.sub(_letter, text))
    clean = _CONTROLS.sub("", read)
    if not clean.strip():
        return None
    if clean == read:
        return Value(clean)
    message = f"có {len(read) - len(clean)} ký tự điều khiển, đã bỏ."
    return Value(clean, problem=Problem("ky-tu-dieu-khien", Severity.INFO, message))


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if number in _SURROGATES else chr(number)


def _truth(text: str) -> Value:
    word = "TRUE" if text == "1" else "FALSE"
    message = f"giá trị lô-gic, được đọc là “{word}”."
    return Value(word, problem=Problem("lo-gic", Severity.WARNING, message, "Hãy gõ lại bằng chữ."))


def _failure(text: str) -> Value:
    message = f"lỗi công thức {text}, không đọc được nội dung."
    return Value(
        "",
        problem=Problem("loi-cong-thuc", Severity.ERROR, message, "Hãy sửa công thức hoặc gõ lại nội dung."),
    )


def _iso(text: str) -> Value:
    """Read a day as strict files may store it (18.17.4); what is none, such as a time, is left as it is."""
    try:
        return _moment(datetime.fromisoformat(text))
    except ValueError:
        return Value(text)


def _number(cell: RawCell, epoch: datetime) -> Value | None:
    """Read a number by its format: a date, a share, or a number with its decimal comma."""
    text = (cell.value or "").strip()
    if not text:
        return None
    try:
        value = float(text)
        exact = Decimal(f"{value:.15g}")
    except ValueError:
        return _odd_number(text)
    if not exact.is_finite():
        return _odd_number(text)
    if is_date_format(cell.format):
        return _date(value, cell.format, epoch)
    return Value(_written(exact, _LITERAL.sub("", cell.format)))


def _odd_number(text: str) -> Value:
    message = f"giá trị không phải số: “{text[:60]}”."
    return Value(text, problem=Problem("so-hong", Severity.ERROR, message, "Hãy gõ lại."))


def _date(serial: float, form: str, epoch: datetime) -> Value:
    whole = int(serial)
    if not 0 <= serial <= _LAST_SERIAL or (whole == _NO_SUCH_DAY and epoch == WINDOWS_EPOCH):
        message = f"ngày không có trong lịch (số {_written(Decimal(whole), '')})."
        return Value(
            "", problem=Problem("ngay-hong", Severity.ERROR, message, "Hãy gõ lại ngày, ví dụ 15/12/2025.")
        )
    moment = from_excel(serial, epoch)
    if not isinstance(moment, datetime):
        return Value(f"{moment:%H:%M}")
    return _moment(moment) if _shows_day(form) else Value(f"{moment.month:02}/{moment.year}")


def _shows_day(form: str) -> bool:
    """Whether a format shows the day, and not only "12/2025"."""
    shown = _LITERAL.sub("", form.split(";", maxsplit=1)[0]).lower()
    return "d" in shown or "h" in shown or "y" not in shown


def _moment(moment: datetime) -> Value:
    day = _day(moment.date())
    time = f"{moment:%H:%M}"
    return day if time == "00:00" else Value(f"{day.text} {time}", day.day)


def _day(day: date) -> Value:
    return Value(f"{day.day:02}/{day.month:02}/{day.year}", day)


def _written(number: Decimal, form: str) -> str:
    """Write a number with a decimal comma, as a share or in groups of three where its format does."""
    share = "%" in form
    grouped = "," if "#,##" in form or "0,0" in form else ""
    plain = format((number * 100 if share else number).normalize() + 0, f"{grouped}f")
    return plain.translate(str.maketrans(",.", ".,")) + ("%" if share else "")


_READERS: dict[str, Callable[[str], Value | None]] = {
    "str": _words,
    "b": _truth,
    "e": _failure,
    "d": _iso,
}
"""How values of a type are read (18.18.11); all others are numbers."""
