"""What is wrong with a form or a query, in Vietnamese; pydantic says it in English."""

from collections.abc import Mapping, Sequence
from typing import Any

_SENTENCES = {
    "missing": "chưa nhập",
    "string_too_short": "phải có ít nhất {min_length} ký tự",
    "string_too_long": "dài quá {max_length} ký tự",
    "string_pattern_mismatch": "không đúng dạng",
    "string_type": "phải là chữ",
    "int_parsing": "phải là số nguyên",
    "int_type": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "decimal_parsing": "phải là số",
    "float_parsing": "phải là số",
    "bool_parsing": "chọn có hoặc không",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than": "phải nhỏ hơn {lt}",
    "less_than_equal": "phải từ {le} trở xuống",
    "enum": "không có trong danh sách",
    "literal_error": "không có trong danh sách",
    "extra_forbidden": "không thuộc biểu mẫu này",
    "too_long": "có quá nhiều mục, nhiều nhất {max_length}",
    "too_short": "có quá ít mục, ít nhất {min_length}",
}
_NO_JSON = "json_invalid"
_DATES = ("date", "datetime")
_UNKNOWN = "không đúng dạng"


def problems_of(errors: Sequence[Any]) -> tuple[str, ...]:
    """Return what is wrong, one line for each field."""
    return tuple(f"{_field(error['loc'])}: {_sentence(error)}." for error in errors)


def faults_of(errors: Sequence[Any], body: Any = None) -> tuple[tuple[str, str], ...]:
    """Return what is wrong by the field of JSON, the parameter or the header that it is in.

    `body` is what was sent where it is no JSON at all: the place of that is then told by line and column.
    """
    return tuple(_no_json(error, body) if error["type"] == _NO_JSON else _fault(error) for error in errors)


def _fault(error: Mapping[str, Any]) -> tuple[str, str]:
    return ".".join(map(str, error["loc"][1:])), f"{_sentence(error)}."


def _no_json(error: Mapping[str, Any], body: Any) -> tuple[str, str]:
    read = str(body)[: error["loc"][-1]]
    line, column = read.count("\n") + 1, len(read) - read.rfind("\n")
    return "", f"Nội dung gửi lên không phải JSON đúng dạng: sai từ dòng {line}, cột {column}."


def _field(place: Sequence[int | str]) -> str:
    return " › ".join(str(part) for part in place[1:]) or "Nội dung gửi lên"


def _sentence(error: Mapping[str, Any]) -> str:
    """Return what is wrong with one field; what we say ourselves (`value_error`) is Vietnamese already."""
    kind = error["type"]
    if kind == "value_error":
        return str(error.get("ctx", {}).get("error", _UNKNOWN)).rstrip(".")
    if kind.startswith(_DATES):
        return "phải là ngày, ví dụ 15/3/2026"
    return _SENTENCES.get(kind, _UNKNOWN).format(**error.get("ctx", {}))
