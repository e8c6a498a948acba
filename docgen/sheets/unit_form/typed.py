"""What a unit typed into a cell, as a value of a submission: read strictly, for nothing is guessed."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from docgen import rules
from docgen.language.dates import parse_date
from docgen.language.quantities import number
from docgen.language.text import fold, nearest
from docgen.model.outcome import Status
from docgen.model.quantity import Quantity
from docgen.model.text import clean
from docgen.rules.decree import document_types
from docgen.rules.report_words import points
from docgen.sheets.workbook import Entry

_BULLET = re.compile(r"^[-–+•*]\s+")
_NUMBER = re.compile(r"\d+[^\s;]*/[^\s;]+")
_SENTENCE = re.compile(
    rf"(?:(?P<type>[^\W\d]+(?: [^\W\d]+)*?) )??(?:số )?(?P<number>{_NUMBER.pattern}) ngày"
    r" (?P<day>\d{1,2}/\d{1,2}/\d{4}),?(?: (?P<subject>về .+))?",
    re.IGNORECASE,
)
"""How an officer cites a document: "Quyết định số 35/QĐ-SNV ngày 22/01/2025 về việc …"."""
_PRODUCT = "Hãy ghi “số, ký hiệu; ngày; trích yếu”, ví dụ “35/QĐ-SNV; 22/01/2025; Về việc giao biên chế”."
_AMOUNT = "Hãy gõ một số từ 0 trở lên, ví dụ 412 hoặc 1234,5; chưa có số thì ghi lý do vào ô Ghi chú."
_STATUSES = {fold(status.label): status.value for status in Status}
_POINTS = {fold(point.title): point.heading for point in points()}
_amounts = TypeAdapter[Decimal](Quantity)


class UnreadableError(ValueError):
    """What cannot be read in a cell: a code, what is wrong, how to mend it, in Vietnamese."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def text(entry: Entry) -> str:
    """Return words as they are stored.

    Raises:
        UnreadableError: they hold what no document can.

    """
    try:
        return clean(entry.text)
    except ValueError as wrong:
        raise UnreadableError("chu-hong", f"{wrong}.", "Hãy gõ lại ô này.") from wrong


def lines(entry: Entry) -> list[str]:
    """Return what stands in a cell, one thing a line, without the dashes before them; raises as `text`."""
    found = (_BULLET.sub("", line.strip()) for line in text(entry).split("\n"))
    return [line for line in found if line]


def day(entry: Entry) -> str:
    """Return a day as data have it.

    Raises:
        UnreadableError: it is none.

    """
    return _day(entry.text, entry.day).isoformat()


def status(entry: Entry) -> str:
    """Return a status as data have it.

    Raises:
        UnreadableError: there is none that is called so.

    """
    return _chosen(entry.text, _STATUSES, [status.label for status in Status], "tinh-trang-la", "tình trạng")


def heading(entry: Entry) -> str:
    """Return a point of steering as data have it; raises as `status`."""
    return _chosen(entry.text, _POINTS, [point.title for point in points()], "muc-la", "mục")


def amount(entry: Entry) -> Decimal:
    """Return a number, 0 or more.

    Raises:
        UnreadableError: it is none.

    """
    said = entry.text.strip()
    if said.endswith("%"):
        message = f"“{said}” là tỷ lệ phần trăm; ô này nhận một số."
        raise UnreadableError("so-hong", message, "Hãy xóa định dạng phần trăm của ô rồi gõ lại số.")
    try:
        return _amounts.validate_python(said)
    except ValidationError as wrong:
        raise UnreadableError("so-hong", _not_amount(said, wrong), _AMOUNT) from wrong


def doubt(value: Decimal) -> str:
    """Return what is doubtful in a number that Excel may have read as another; "" if nothing is.

    Where Windows is set to English, 1.234 is typed for a thousand and kept as a little more than one.
    """
    shown = number(value)
    whole, _, decimals = shown.partition(",")
    if value < 1 or "." in whole or len(decimals) != len("000"):
        return ""
    return f"được đọc là {shown} (số lẻ); nếu là {whole}.{decimals} thì hãy gõ {whole}{decimals}."


def products(entry: Entry) -> list[dict[str, str]]:
    """Return documents, one a line: "35/QĐ-SNV; 22/01/2025; Về việc …"; what is between may be empty.

    One that is cited as in a sentence is read too, its type before it where the symbol says the same.

    Raises:
        UnreadableError: a line is written otherwise.

    """
    return [product for line in lines(entry) if (product := _product(line))]


def _product(line: str) -> dict[str, str]:
    parts = _cited(line) or [part.strip() for part in line.split(";", 2)]
    if len(parts) == 1 and not _NUMBER.fullmatch(line):
        raise UnreadableError("van-ban-hong", f"“{line}” chưa ghi theo mẫu.", _PRODUCT)
    said = dict(zip(("so_ky_hieu", "ngay", "trich_yeu"), parts, strict=False))
    if said.get("ngay"):
        said["ngay"] = _product_day(said["ngay"], line)
    return {key: value for key, value in said.items() if value}


def _cited(line: str) -> list[str]:
    """Return number, day and subject of a document that is cited as in a sentence; [] where it is not."""
    found = _SENTENCE.fullmatch(line.removesuffix("."))
    if not found or not _is_type(found["type"] or "", found["number"]):
        return []
    subject = found["subject"] or ""
    return [found["number"], found["day"], subject[:1].upper() + subject[1:]]


def _is_type(said: str, number: str) -> bool:
    """Say whether a type, where it is said, is the one in a symbol; only a letter has none in it."""
    codes = {fold(name): rules.type_code(name) for name in document_types()}
    code = number.rsplit("/", maxsplit=1)[-1].partition("-")[0]
    expected = code if code in codes.values() else ""
    return not said or codes.get(fold(said)) == expected


def _product_day(said: str, line: str) -> str:
    try:
        return _day(said).isoformat()
    except UnreadableError as wrong:
        raise UnreadableError("van-ban-hong", f"trong “{line}”: {wrong.message}", _PRODUCT) from wrong


def _day(said: str, known: date | None = None) -> date:
    try:
        return known or parse_date(said)
    except ValueError as wrong:
        raise UnreadableError(
            "ngay-hong", f"{wrong}.", "Hãy gõ lại ngày/tháng/năm, ví dụ 15/3/2025."
        ) from wrong


def _chosen(said: str, known: Mapping[str, str], labels: list[str], code: str, what: str) -> str:
    if found := known.get(fold(said)):
        return found
    near = nearest(said, labels)
    hint = f" Gần nhất: “{near}”." if near else ""
    raise UnreadableError(
        code,
        f"không có {what} “{said}”.{hint}",
        f"Hãy chọn một trong: {', '.join(f'“{label}”' for label in labels)}.",
    )


def _not_amount(said: str, wrong: ValidationError) -> str:
    details: Any = wrong.errors()[0]
    says = {"greater_than_equal": "là số âm", "less_than_equal": "lớn quá"}
    return f"“{said}” {says.get(details['type'], 'không phải số')}."
