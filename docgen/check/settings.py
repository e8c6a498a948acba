"""What a department sets for its checks, in a TOML file: house rules, terms and expired documents of its own.

report_due_day = 18

[rules]
B09 = false

[[terms]]
old = "Phòng Một cửa"
new = "Trung tâm Phục vụ hành chính công"
since = 2025-07-01
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from docgen.errors import InvalidInputError
from docgen.language.text import nearest, nfc
from docgen.rules import rule, rules

_Words = Annotated[str, Field(min_length=1)]
_LINE = re.compile(r"at line (\d+)")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_strip_whitespace=True)


class OldTerm(_Table):
    """Words that documents dated from `since` on no longer use (B21); `new` may be empty."""

    old: _Words
    new: str = ""
    since: dt.date


class ExpiredText(_Table):
    """A document out of force from the day `ended` on, the key "from" (B19): "61/2018/NĐ-CP"."""

    number: _Words
    ended: dt.date = Field(alias="from")
    replaced_by: str = ""


class Settings(_Table):
    """How a department checks its documents.

    `draft`: a blank number or date is not yet an error (H10, H12). `electronic`: appendices leave number and
    date blank (A05). `count_subtasks`: "Tổng số" counts 1.1, 1.2 too (A07). `report_due_day`: the day of the
    last month of a period until which its report is dated (R02).
    """

    rules: dict[str, bool] = {}
    terms: tuple[OldTerm, ...] = Field(default=(), strict=False)
    expired: tuple[ExpiredText, ...] = Field(default=(), strict=False)
    draft: bool = True
    electronic: bool = False
    count_subtasks: bool = False
    report_due_day: int = Field(default=20, ge=1, le=31)

    @field_validator("rules", mode="before")
    @classmethod
    def _switchable(cls, switches: Any) -> Any:
        """Refuse, all at once, what names no rule or switches off one that a regulation holds."""
        entries = switches.items() if isinstance(switches, dict) else ()
        if problems := [problem for name, on in entries if (problem := _problem(name, on=on))]:
            raise ValueError("\n".join(problems))
        return switches

    def applies(self, name: str) -> bool:
        """Say whether the rule with the id `name` is to be checked."""
        return self.rules.get(name, True)


DEFAULT = Settings()
"""Every rule, and no words but our own."""


def read_settings(text: str) -> Settings:
    """Return the settings that a TOML file holds.

    Raises:
        InvalidInputError: it is no TOML, or names what there is not; tells every problem with its key.

    """
    try:
        return Settings(**_tables(text))
    except ValidationError as error:
        problems = [problem for details in error.errors() for problem in _told(details)]
        message = f"Tệp cài đặt kiểm tra có {len(problems)} chỗ chưa đúng:"
        raise InvalidInputError(message, "Hãy sửa các chỗ trên rồi chạy lại.", problems) from error


def written(settings: Settings) -> str:
    """Return settings as the TOML file that says the same; what is as always is left out."""
    return tomlkit.dumps(settings.model_dump(by_alias=True, exclude_defaults=True))


def _tables(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(nfc(text) + "\n")
    except (ValueError, RecursionError) as error:
        found = _LINE.search(str(error))
        where = f", dòng {found[1]}" if found else ""
        raise InvalidInputError(
            f"Tệp cài đặt kiểm tra{where}: không đúng cú pháp TOML.",
            "Hãy viết như “B09 = false”: chữ đặt trong nháy kép, ngày viết 2025-07-01, mỗi khóa một lần.",
        ) from error


@cache
def _known() -> dict[str, str]:
    """Return the titles of all rules by their ids."""
    return {each.id: each.title for each in rules()}


def _problem(name: str, *, on: object) -> str:
    """Return what is wrong with one line under [rules], "" when nothing is."""
    if name in Settings.model_fields:
        return f"“{name}” không phải quy tắc; hãy đặt dòng này ở đầu tệp, trước mọi dòng trong ngoặc vuông."
    if name not in _known():
        return f"không có quy tắc “{name}”; {_nearest_rule(name)}"
    if not isinstance(on, bool):
        return f"{name} phải là true (kiểm tra) hoặc false (không kiểm tra)."
    if not on and not rule(name).house:
        held = f"{name} ({rule(name).title}) theo {rule(name).article}"
        return f"không được tắt quy tắc {held}; chỉ tắt được quy ước của cơ quan: {_house()}."
    return ""


def _nearest_rule(name: str) -> str:
    near = nearest(name, _known())
    hint = f"gần nhất là {near} ({_known()[near]})" if near else "các quy tắc có tên như P01, H05, B09"
    return f"{hint}; xem danh sách bằng “docgen check --rules”."


def _house() -> str:
    return ", ".join(each.id for each in rules() if each.house)


def _told(details: ErrorDetails) -> Iterator[str]:
    """Yield what one error of the model says: where, what, how to mend it."""
    *around, key = details["loc"]
    if details["type"] == "value_error":
        yield from (f"[rules]: {line}" for line in str(details["ctx"]["error"]).splitlines())
    elif details["type"] == "missing":
        yield f"{_place(around)}thiếu khóa “{key}”."
    elif details["type"] == "extra_forbidden":
        yield f"{_place(around)}không có khóa “{key}”; các khóa dùng được: {_keys(around)}."
    else:
        yield f"{_place(details['loc'])}{_EXPECTED[details['type']].format(**details.get('ctx', {}))}."


def _place(steps: tuple[int | str, ...] | list[int | str]) -> str:
    """Return "[[terms]] thứ 2, khóa “since”: "; "" for the whole file."""
    words = [f"khóa “{step}”" if isinstance(step, str) else f"thứ {step + 1}" for step in steps]
    if len(steps) > 1:
        words[:2] = [f"[[{steps[0]}]] {words[1]}"]
    return f"{', '.join(words)}: " if words else ""


def _keys(around: list[int | str]) -> str:
    """Return the keys there are in the file, or in one of its tables."""
    tables: dict[str, type[_Table]] = {"terms": OldTerm, "expired": ExpiredText}
    fields = (tables[str(around[0])] if around else Settings).model_fields
    return ", ".join(field.alias or name for name, field in fields.items())


_TABLE = "phải gồm các khóa, mỗi khóa một dòng “tên = giá trị”"
_EXPECTED = {
    "bool_type": "phải là true (có) hoặc false (không)",
    "date_from_datetime_inexact": "phải là ngày, không kèm giờ, viết như 2025-07-01",
    "date_type": "phải là ngày, viết như 2025-07-01, không đặt trong nháy",
    "dict_type": _TABLE,
    "greater_than_equal": "nhỏ nhất là {ge}",
    "int_type": "phải là số nguyên",
    "less_than_equal": "lớn nhất là {le}",
    "model_type": _TABLE,
    "string_too_short": "không được để trống",
    "string_type": "phải là chữ đặt trong nháy kép",
    "tuple_type": "phải viết trong ngoặc vuông kép, như [[terms]]",
}
