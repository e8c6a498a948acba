"""What pydantic finds wrong, said to an officer: place, line, what is wrong in Vietnamese, how to mend it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from docgen.importers.places import place_in_words
from docgen.importers.yaml_tree import Place, YamlTree, shown
from docgen.language.text import nearest
from docgen.model.finding import Finding, Severity
from docgen.model.plan import RepeatedIdError
from docgen.model.schema import keys_of, model_at

_Said = tuple[str, str, str]
"""Code, message and remedy of a problem."""

_KINDS = {str: "chữ", bool: "đúng/sai", int: "số", Decimal: "số", list: "danh sách", dict: "nhóm các khóa"}


def problems_of(
    error: ValidationError,
    root: type[BaseModel],
    tree: YamlTree,
    told: tuple[type[ValueError], ...] = (RepeatedIdError,),
) -> Iterator[Finding]:
    """Yield every problem of `error`, which the model `root` found in `tree`.

    A key that is missing because it was misspelt is told once. Problems of the kinds in `told` are told by
    the caller: repeated ids by the reader of the plan, which knows the lines of both.
    """
    errors = error.errors(include_url=False)
    misspelt = {_meant(details, root) for details in errors if details["type"] == "extra_forbidden"}
    for details in errors:
        place: Place = tuple(details["loc"])
        missing_by_spelling = details["type"] == "missing" and place in misspelt
        if not missing_by_spelling and not isinstance(details.get("ctx", {}).get("error"), told):
            yield _problem(details, root, tree)


def _problem(details: ErrorDetails, root: type[BaseModel], tree: YamlTree) -> Finding:
    place: Place = tuple(details["loc"])
    code, message, remedy = _said(details, root, tree)
    around = place[:-1] if details["type"] in {"missing", "extra_forbidden"} else place
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=place_in_words(root, around, tree.data),
        line=tree.line(place),
        message=message,
        remedy=remedy,
    )


def _meant(details: ErrorDetails, root: type[BaseModel]) -> Place:
    """Return the place of the key that an unknown one was meant to be."""
    *parent, key = details["loc"]
    near = nearest(str(key), keys_of(model_at(root, parent) or root))
    return (*parent, near or "")


def _said(details: ErrorDetails, root: type[BaseModel], tree: YamlTree) -> _Said:
    """Return what to say of one problem."""
    kind, place = details["type"], tuple(details["loc"])
    if kind == "missing":
        return _missing(place, tree)
    if kind == "extra_forbidden":
        return _unknown_key(str(place[-1]), model_at(root, place[:-1]) or root)
    if kind == "value_error":
        return _own(details)
    if isinstance(details["input"], list) and kind in _SCALAR_TYPES:
        return "sai-kieu", "có nhiều giá trị mà chỉ nhận một.", "Hãy bỏ các gạch đầu dòng."
    return _SAYINGS.get(kind, _invalid)(details)


def _own(details: ErrorDetails) -> _Said:
    """Return what our own validator said, in Vietnamese already."""
    message, _, remedy = str(details["ctx"]["error"]).partition("; hãy ")
    return "khong-hop-le", _sentence(message), _sentence(f"Hãy {remedy}") if remedy else ""


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _missing(place: Place, tree: YamlTree) -> _Said:
    key = place[-1]
    if place in tree.lines:
        return "de-trong", f"khóa “{key}” để trống.", "Hãy điền giá trị sau dấu hai chấm."
    return "thieu-khoa", f"thiếu khóa “{key}”.", f"Hãy thêm dòng “{key}: …”."


def _unknown_key(key: str, model: type[BaseModel]) -> _Said:
    near = nearest(key, keys_of(model))
    hint = f"Gần nhất: “{near}”." if near else f"Các khóa dùng được: {', '.join(keys_of(model))}."
    return "khoa-la", f"không có khóa “{shown(key)}”.", hint


def _choice(details: ErrorDetails) -> _Said:
    """Say which values there are; pydantic lists them as "'doc' or 'ngang'"."""
    given, allowed = str(details["input"]), details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    near = nearest(given, allowed.split(", "))
    hint = f"Gần nhất: “{near}”. " if near else ""
    return (
        "ngoai-danh-muc",
        f"“{shown(given)}” không dùng được.",
        f"{hint}Chọn một trong: {allowed.lstrip(', ')}.",
    )


def _text(details: ErrorDetails) -> _Said:
    given = details["input"]
    if isinstance(given, dict):
        return (
            "sai-kieu",
            "phải là chữ.",
            "Nếu trong đoạn có dấu hai chấm, hãy đặt cả đoạn trong dấu nháy kép.",
        )
    message = f"phải là chữ, mà “{shown(given)}” là {_KINDS.get(type(given), 'giá trị khác')}."
    return "sai-kieu", message, "Hãy đặt trong dấu nháy kép."


def _saying(code: str, message: str, remedy: str = "") -> Callable[[ErrorDetails], _Said]:
    """Return a saying with the limits of the field ({ge}, {min_length} …) and the value given ({input})."""

    def say(details: ErrorDetails) -> _Said:
        known: dict[str, Any] = {**details.get("ctx", {}), "input": shown(details["input"])}
        return code, message.format(**known), remedy.format(**known)

    return say


_invalid = _saying("sai-gia-tri", "“{input}” không hợp lệ.", "Hãy so với tệp mẫu.")
_list = _saying("sai-kieu", "phải là danh sách.", "Hãy viết mỗi mục một dòng, bắt đầu bằng gạch đầu dòng.")
_keys = _saying("sai-kieu", "phải gồm các khóa, mỗi khóa một dòng “tên: giá trị”.", "Hãy so với tệp mẫu.")
_integer = _saying("sai-kieu", "“{input}” không phải số nguyên.", "Hãy ghi bằng chữ số, không có dấu chấm.")
_switch = _saying("sai-kieu", "“{input}” không dùng được.", "Hãy ghi true (có) hoặc false (không).")
_date = _saying("sai-ngay", "“{input}” không phải ngày.", "Hãy viết ngày/tháng/năm, ví dụ 27/12/2024.")

_SAYINGS: dict[str, Callable[[ErrorDetails], _Said]] = {
    "bool_parsing": _switch,
    "bool_type": _switch,
    "date_from_datetime_inexact": _date,
    "date_from_datetime_parsing": _date,
    "date_parsing": _date,
    "date_type": _date,
    "decimal_type": _saying("sai-kieu", "“{input}” không phải số.", "Hãy ghi như 412 hoặc 1.234,5."),
    "enum": _choice,
    "greater_than_equal": _saying("ngoai-khoang", "{input} nhỏ quá.", "Giá trị nhỏ nhất là {ge}."),
    "int_from_float": _integer,
    "int_parsing": _integer,
    "int_parsing_size": _integer,
    "int_type": _integer,
    "less_than_equal": _saying("ngoai-khoang", "{input} lớn quá.", "Giá trị lớn nhất là {le}."),
    "literal_error": _choice,
    "model_type": _keys,
    "string_type": _text,
    "tuple_type": _list,
}
_SCALAR_TYPES = {kind for kind, say in _SAYINGS.items() if say not in {_list, _keys}}
