"""Typed access to the provinces: those of today (places.toml) and those that were merged (terms.toml)."""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict


class Provinces(BaseModel):
    """The names of provinces and cities under the government.

    `today` are those since the day `since`; `merged` tells of each that ended then what it is now, by its old
    name: "Bình Định" → "tỉnh Gia Lai".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    today: tuple[str, ...]
    merged: dict[str, str]
    since: dt.date


@cache
def provinces() -> Provinces:
    """Return the provinces (Nghị quyết số 202/2025/QH15)."""
    old = _table("terms")["provinces"]
    return Provinces(today=_table("places")["provinces"], merged=old["merged"], since=old["since"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("docgen.rules").joinpath(f"{name}.toml").read_text("utf-8"))
