"""What the YAML file of a plan holds: its data in the order of the keys, without what goes without saying."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from docgen.importers.plan_layout import ALWAYS, EMPTY
from docgen.model.body import Item, Point
from docgen.model.plan import Plan
from docgen.model.schema import model_at

Model = type[BaseModel]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_ONE_OR_MANY = frozenset({"chu_tri", "phoi_hop"})
_DAYS = frozenset({"ngay_ban_hanh", "ngay"})


@dataclass(frozen=True)
class _Key:
    """A key of a model: whether it must be there, what is taken without it, the model below it if any."""

    name: str
    required: bool
    default: object
    below: Model | None
    is_block: bool


@cache
def _keys(model: Model) -> tuple[_Key, ...]:
    """Return the keys of a model in the order of the file."""
    return tuple(
        _Key(
            name=(key := field.alias or name),
            required=field.is_required(),
            default=None if field.default is PydanticUndefined else field.default,
            below=model_at(model, (key,)),
            is_block=isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel),
        )
        for name, field in model.model_fields.items()
    )


def written(data: Mapping[str, object], model: Model | None = Plan) -> dict[str, object]:
    """Return what a file holds of `data`; a key that is to be written without a value has None.

    Values are texts, numbers, dates, switches, lists and dictionaries; keys that `model` does not know come
    last.
    """
    keys = _keys(model) if model else ()
    known = {key.name for key in keys}
    held = {key.name: value for key in keys for value in _of_key(key, data.get(key.name))}
    if model is Item and not held.keys() & {"tieu_de", "noi_dung"}:
        held = {"noi_dung": None} | held
    strange = {str(key): _value(str(key), value, None) for key, value in data.items() if key not in known}
    return held | strange


def _of_key(key: _Key, value: object) -> Iterator[object]:
    """Yield what is written of a key, if it is."""
    if value is None and key.is_block and key.required:
        value = {}
    if value is None and key.name in ALWAYS:
        value = key.default
    found = _value(key.name, value, key.below)
    if found in (None, "", [], {}):
        if key.required or key.name in EMPTY:
            yield None
    elif found != key.default or key.name in ALWAYS:
        yield found


def _value(key: str, value: object, below: Model | None) -> object:
    if isinstance(value, Mapping):
        return written(value, below)
    if isinstance(value, list | tuple):
        values = [_entry(entry, below) for entry in value]
        return values[0] if key in _ONE_OR_MANY and len(values) == 1 else values
    if key in _DAYS and isinstance(value, str) and _ISO.fullmatch(value):
        return date.fromisoformat(value)
    return value


def _entry(entry: object, below: Model | None) -> object:
    """Return an entry of a list; a point without dashes is its text."""
    found = _value("", entry, below)
    if below is Point and isinstance(found, dict) and found.keys() == {"noi_dung"}:
        return found["noi_dung"]
    return found
