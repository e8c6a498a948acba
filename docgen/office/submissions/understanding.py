"""What was typed into a row, understood strictly, for nothing is guessed; all that is wrong is told."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docgen.model.finding import Severity
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.submission import OtherWork, Statistic
from docgen.office.submissions.fields import (
    CONTENT,
    EVIDENCE,
    FINISHED,
    NOTE,
    OF_PRODUCT,
    PRODUCTS,
    STATUS,
    VALUE,
    fields_of,
    is_other,
    other_of,
)
from docgen.office.submissions.views import RowFinding, RowName, Typed, Value
from docgen.rules.reports import contents
from docgen.sheets import Entry
from docgen.sheets.unit_form import typed
from docgen.sheets.unit_form.typed import UnreadableError
from docgen.store.tables import RowKind

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_Reader = Callable[[Entry], Any]


@dataclass(frozen=True)
class Understood:
    """What a row says, None where it says nothing or nobody can tell; and what is wrong in its fields."""

    value: Value | None
    findings: tuple[RowFinding, ...] = ()


def understood(name: RowName, data: Typed, files: Sequence[str] = ()) -> Understood:
    """Return what a row says; `files` are the names of the files that prove it."""
    row = _Row(name, data)
    if not data:
        return Understood(None)
    read = {RowKind.TASK: _outcome, RowKind.STATISTIC: _statistic, RowKind.TEXT: _said}[name.kind]
    value = read(row, files)
    return Understood(value, tuple(row.findings))


@dataclass
class _Row:
    """Reads the fields of a row one after another."""

    name: RowName
    data: Typed
    findings: list[RowFinding] = field(default_factory=list)

    def read(self, reader: _Reader, said: str, key: str) -> Any:
        """Return what a text of the field `key` says; None of an empty one, and of one that is wrong."""
        if not said.strip():
            return None
        try:
            return reader(Entry(said, key))
        except UnreadableError as wrong:
            self.fail(key, wrong.code, wrong.message, wrong.remedy)
            return None

    def values(self, readers: Mapping[str, _Reader]) -> dict[str, Any]:
        """Return what the fields say that say something, by their keys; lists of documents apart."""
        fields = (key for key in fields_of(self.name) if key != PRODUCTS)
        read = {key: self.read(readers.get(key, typed.text), self.data.get(key, ""), key) for key in fields}
        return {key: value for key, value in read.items() if value is not None}

    def fail(self, key: str, code: str, message: str, remedy: str) -> None:
        """Tell what is wrong in a field."""
        self.findings.append(RowFinding(self.name, key, code, Severity.ERROR, message, remedy))


def _outcome(row: _Row, files: Sequence[str]) -> Outcome | None:
    values = row.values({STATUS: _status, FINISHED: _day, EVIDENCE: typed.lines})
    products = [_product(row, place, one) for place, one in enumerate(row.data.get(PRODUCTS, ()))]
    if not row.data.get(STATUS):
        row.fail(STATUS, "thieu-tinh-trang", "chưa chọn tình trạng.", "Hãy chọn một tình trạng.")
    if STATUS not in values:
        return None
    named = values.pop(EVIDENCE, [])
    return Outcome.model_validate(
        {
            "id": row.name.key,
            PRODUCTS: [one for one in products if one],
            EVIDENCE: [*dict.fromkeys((*named, *files))],
            **values,
        }
    )


def _product(row: _Row, place: int, said: Mapping[str, str]) -> Product | None:
    readers = dict(zip(OF_PRODUCT, (typed.text, _day, typed.text), strict=True))
    values = {
        key: row.read(reader, said.get(key, ""), f"{PRODUCTS}.{place}.{key}")
        for key, reader in readers.items()
    }
    values = {key: value for key, value in values.items() if value is not None}
    return Product.model_validate(values) if values else None


def _statistic(row: _Row, _: Sequence[str]) -> Statistic | None:
    values = row.values({VALUE: typed.amount})
    if (value := values.get(VALUE)) is not None and (message := typed.doubt(value)):
        row.findings.append(RowFinding(row.name, VALUE, "so-lieu-mo-ho", Severity.WARNING, message))
    if row.findings and VALUE not in values:
        return None
    return Statistic(code=row.name.key, value=value, note=values.get(NOTE, ""))


def _said(row: _Row, _: Sequence[str]) -> OtherWork | tuple[str, ...] | None:
    values = row.values(dict.fromkeys(fields_of(row.name), typed.lines))
    if not values:
        return None
    if not is_other(row.name):
        return tuple(values[CONTENT])
    place, heading = other_of(row.name)
    return OtherWork.model_validate({CONTENT: contents()[place].name, "muc": heading, **values})


def _status(entry: Entry) -> str:
    """Return a status by its word in data, or by what officers call it."""
    return entry.text if entry.text in {*Status} else typed.status(entry)


def day_of(entry: Entry) -> date:
    """Return the day that is typed.

    Raises:
        UnreadableError: it is none.

    """
    return date.fromisoformat(_day(entry))


def _day(entry: Entry) -> str:
    """Return a day; fields for days of browsers give it as programs write it."""
    said = entry.text.strip()
    try:
        return date.fromisoformat(said).isoformat() if _ISO.fullmatch(said) else typed.day(entry)
    except ValueError as wrong:
        if isinstance(wrong, UnreadableError):
            raise
        raise UnreadableError(
            "ngay-hong", f"“{said}” không có trong lịch.", "Hãy gõ lại ngày/tháng/năm, ví dụ 15/3/2025."
        ) from wrong


def errors(findings: Iterable[RowFinding]) -> tuple[RowFinding, ...]:
    """Return those findings that keep anything from being sent."""
    return tuple(one for one in findings if one.severity is Severity.ERROR)
