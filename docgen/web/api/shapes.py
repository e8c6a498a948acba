"""What goes in and out as JSON: Vietnamese keys without marks, moments as ISO 8601 with their offset."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AliasPath,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)
from pydantic.fields import ComputedFieldInfo, FieldInfo

from docgen.language.text import nfc
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.office.desk import VIETNAM

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LARGEST = 2**31 - 1


def _title(name: str, field: FieldInfo | ComputedFieldInfo) -> str:
    """Return the key of a field: nothing else of it is said twice."""
    alias = field.alias if isinstance(field, ComputedFieldInfo) else field.serialization_alias
    return alias or name


class Out(BaseModel):
    """Something told to a program, read from a value of the office by the names of its attributes."""

    model_config = ConfigDict(frozen=True, from_attributes=True, field_title_generator=_title)

    def headers(self) -> Mapping[str, str]:
        """Return what the answer says beside it."""
        return {}


class In(BaseModel):
    """Something that a program says; keys that are not known are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", field_title_generator=_title)


def told(key: str, description: str, example: Any = None, *, at: str = "") -> Any:
    """Return a field of `Out`: its key, what it is in Vietnamese; `at` is where it stands ("dates.due")."""
    path = AliasPath(*at.split(".")) if at else None
    return Field(
        serialization_alias=key, validation_alias=path, description=description, examples=_examples(example)
    )


def said(key: str, description: str, example: Any = None, **rules: Any) -> Any:
    """Return a field of `In`; without `default` it must be there."""
    return Field(alias=key, description=description, examples=_examples(example), **rules)


def _examples(example: Any) -> list[Any] | None:
    return None if example is None else [example]


def _in_vietnam(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


Moment = Annotated[datetime, PlainSerializer(_in_vietnam, when_used="json")]
"""A point in time: "2025-03-10T09:00:00+07:00"."""


def _only_day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("phải là ngày dạng năm-tháng-ngày, ví dụ 2025-03-31")
    if not isinstance(value, str | date):
        raise ValueError("phải là ngày dạng năm-tháng-ngày, ví dụ 2025-03-31")  # noqa: TRY004 - pydantic's
    return value


IsoDay = Annotated[date, BeforeValidator(_only_day)]
"""A day: "2025-03-31", and nothing else that could be meant for one."""


def _clean(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("có ký tự điều khiển không dùng được trong văn bản")
    return nfc(text.replace("\r\n", "\n"))


def cleaned(value: Any) -> Any:
    """Return JSON with all its texts as `Text` has them.

    Raises:
        ValueError: one of them holds what no text may.

    """
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, dict):
        return {_clean(key): cleaned(one) for key, one in value.items()}
    return value


Text = Annotated[str, AfterValidator(_clean)]
"""Words: NFC, lines end by a line feed, no control characters."""


def _shallow(value: Any) -> Any:
    try:
        return cleaned(value)
    except RecursionError as error:
        raise ValueError("lồng nhau quá nhiều lớp") from error


Json = Annotated[dict[str, Any], BeforeValidator(_shallow)]
"""Any JSON, with the texts in it as in `Text`."""

Whole = Annotated[int, Field(strict=True, le=_LARGEST)]
"""A whole number that a database can hold, not a text that reads like one."""

Year = Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]
"""The year of a plan."""

Id = Annotated[int, Field(ge=1, le=_LARGEST)]
"""What the store numbers its things by."""

Word = Annotated[str, Field(pattern=r"^[\w.-]+$", max_length=200)]
"""A code or id."""
