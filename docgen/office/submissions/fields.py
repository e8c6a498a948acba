"""The fields of a row: which there are, what of what was typed is kept, and values as they are typed."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from docgen.errors import InvalidInputError, RefusedError
from docgen.language.dates import short_date
from docgen.language.quantities import number
from docgen.model.outcome import Outcome, Product
from docgen.model.submission import OtherWork, Statistic, Steering, Submission
from docgen.office.submissions.views import RowName, Typed
from docgen.rules.reports import content_of, contents
from docgen.store.tables import RowKind

STATUS, FINISHED, PRODUCTS, EVIDENCE = "tinh_trang", "ngay_hoan_thanh", "van_ban", "minh_chung"
RESULT, REASON, BASIS = "ket_qua", "ly_do", "can_cu"
VALUE, NOTE, CONTENT = "so_lieu", "ghi_chu", "noi_dung"
OTHER = "noi_dung_khac"
"""Rows of other work are named by it, by the place of a content of reform and by a point of steering."""
TEXTS = {"kho_khan": "difficulties", "kien_nghi": "proposals", "nhiem_vu_ky_sau": "next_tasks"}
"""Rows of texts of the unit as a whole, and the fields of a submission that they are."""
OF_PRODUCT = ("so_ky_hieu", "ngay", "trich_yeu")
"""The fields of a document that came out of a task."""

_TASK = (STATUS, FINISHED, RESULT, PRODUCTS, EVIDENCE, REASON, BASIS, "kho_khan", "kien_nghi")
_OTHER_WORK = {RESULT: "results", "han_che": "shortcomings", "nguyen_nhan": "causes"}
_MOST_LETTERS, _MOST_PRODUCTS = 100_000, 50
_STEERING = 0
"""The place of steering among the contents of reform."""


def fields_of(name: RowName) -> tuple[str, ...]:
    """Return the keys of what may be typed into a row."""
    if name.kind is RowKind.TASK:
        return _TASK
    if name.kind is RowKind.STATISTIC:
        return (VALUE, NOTE)
    return tuple(_OTHER_WORK) if is_other(name) else (CONTENT,)


def is_other(name: RowName) -> bool:
    """Say whether a row is about work beside the tasks of the plan."""
    return name.kind is RowKind.TEXT and name.key.startswith(f"{OTHER}.")


def text_rows() -> tuple[RowName, ...]:
    """Return the rows that every unit has: other work by contents of reform, then its texts."""
    of_steering = (f"{OTHER}.{_STEERING}.{point}" for point in Steering)
    others = (f"{OTHER}.{place}" for place in range(len(contents())))
    return tuple(RowName(RowKind.TEXT, key) for key in (*of_steering, *others, *TEXTS))


def other_of(name: RowName) -> tuple[int, Steering | None]:
    """Return the place of the content of reform and the point of steering that a row of other work is of."""
    _, place, *point = name.key.split(".")
    return int(place), Steering(point[0]) if point else None


def tidied(name: RowName, data: Mapping[str, Any]) -> Typed:
    """Return what was typed as it is kept: letter for letter, without fields that say nothing.

    Raises:
        InvalidInputError: there is a field that the row does not have, or something else than text in one.
        RefusedError: it is far too much.

    """
    if strange := {*data} - {*fields_of(name)}:
        raise InvalidInputError(f"Dòng này không có ô {', '.join(sorted(strange))}.", "Hãy tải lại trang.")
    kept = {key: _kept(key, data[key]) for key in fields_of(name) if key in data}
    if sum(map(len, _texts(kept))) > _MOST_LETTERS:
        raise RefusedError(
            "Nội dung của dòng này dài quá 100.000 ký tự.", "Hãy rút gọn, chi tiết để trong tệp minh chứng."
        )
    return {key: value for key, value in kept.items() if value}


def _kept(key: str, value: object) -> str | list[dict[str, str]]:
    if key != PRODUCTS:
        return _text(value)
    if not isinstance(value, list) or len(value) > _MOST_PRODUCTS:
        raise _unreadable()
    return [product for one in value if (product := _product(one))]


def _product(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or {*value} - {*OF_PRODUCT}:
        raise _unreadable()
    texts = {key: _text(value.get(key)) for key in OF_PRODUCT}
    return {key: text for key, text in texts.items() if text}


def _text(value: object) -> str:
    """Return what a field holds as text; programs may say numbers, and texts in a list, one a line."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return number(Decimal(str(value)))
    if isinstance(value, list | tuple):
        return "\n".join(map(_text, value))
    if value is not None and not isinstance(value, str):
        raise _unreadable()
    return value if value and value.strip() else ""


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        "Dữ liệu gửi lên không đúng mẫu của dòng này.", "Hãy tải lại trang rồi nhập lại."
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield all texts in what was typed."""
    if isinstance(value, str):
        yield value
    else:
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(one)


def as_typed(submission: Submission) -> dict[RowName, Typed]:
    """Return what a submission says as it would be typed, row by row."""
    rows = {RowName(RowKind.TASK, one.id): _outcome(one) for one in submission.rows}
    rows |= {RowName(RowKind.STATISTIC, one.code): _statistic(one) for one in submission.statistics}
    rows |= _other_work(submission.other)
    for key, field in TEXTS.items():
        rows[RowName(RowKind.TEXT, key)] = {CONTENT: "\n".join(getattr(submission, field))}
    return {name: _said(data) for name, data in rows.items() if _said(data)}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        STATUS: outcome.status.value,
        FINISHED: short_date(outcome.finished_on) if outcome.finished_on else "",
        RESULT: outcome.result,
        PRODUCTS: [_typed_product(one) for one in outcome.products],
        EVIDENCE: "\n".join(outcome.evidence),
        REASON: outcome.reason,
        BASIS: outcome.basis,
        "kho_khan": outcome.difficulties,
        "kien_nghi": outcome.proposals,
    }


def _typed_product(product: Product) -> Typed:
    day = short_date(product.day) if product.day else ""
    return _said(dict(zip(OF_PRODUCT, (product.number, day, product.subject), strict=True)))


def _statistic(statistic: Statistic) -> dict[str, Any]:
    value = "" if statistic.value is None else number(statistic.value)
    return {VALUE: value, NOTE: statistic.note}


def _other_work(works: Iterable[OtherWork]) -> dict[RowName, dict[str, Any]]:
    """Return other work by contents and points; what is told of one several times stands together."""
    rows: dict[RowName, dict[str, Any]] = {}
    for work in works:
        key = ".".join(filter(None, (OTHER, str(content_of(work.content)), work.heading)))
        row = rows.setdefault(RowName(RowKind.TEXT, key), {})
        for field, attribute in _OTHER_WORK.items():
            row[field] = "\n".join(filter(None, (row.get(field), *getattr(work, attribute))))
    return rows


def _said(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
