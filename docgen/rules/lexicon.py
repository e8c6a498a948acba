"""Typed access to the lists of words: terms.toml, expired.toml and capitals.toml."""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Term(_Row):
    """Spellings (`old`) that documents issued from the day `since` on replace by `new`.

    `sure` tells what is certain from what depends on the office; a spelling followed by one of
    `allowed_before` is right; `why` (Vietnamese) is told where the term is not simply old. `exact` says which
    spellings another one can stand for word by word; of the others a person rewrites the sentence.
    """

    old: tuple[str, ...]
    new: str
    since: dt.date
    sure: bool
    source: str
    why: str = ""
    allowed_before: tuple[str, ...] = ()
    exact: tuple[tuple[str, str], ...] = ()


class Expired(_Row):
    """A document out of force from the day `ended` on; a law is also known by its title and year.

    `type` and `source` may be empty in what an office adds.
    """

    type: str = ""
    number: str
    title: str = ""
    year: int | None = None
    ended: dt.date
    replaced_by: str = ""
    source: str = ""


Reading = Literal["always", "named", "agency", "law", "paired", "common", "free"]
"""How strictly the capitals of a name are read; the head of capitals.toml explains each."""


class Name(_Row):
    """One name as the decree writes it, and how to read its other spellings."""

    right: str
    reading: Reading
    article: str
    also: tuple[str, ...] = ()


@cache
def terms() -> tuple[Term, ...]:
    """Return the outdated terms, the provinces that were merged among them."""
    tables = _tables("terms")
    provinces = tables["provinces"]
    merged = (
        Term(
            old=(f"tỉnh {old}",),
            new=new,
            since=provinces["since"],
            sure=True,
            source=provinces["source"],
            exact=((f"tỉnh {old}", new),),
        )
        for old, new in provinces["merged"].items()
    )
    return (*(Term(**row) for row in tables["term"]), *merged)


@cache
def expired() -> tuple[Expired, ...]:
    """Return the documents that are out of force."""
    return tuple(Expired(**row) for row in _tables("expired")["document"])


@cache
def names() -> tuple[Name, ...]:
    """Return the names whose capitals are known."""
    return tuple(
        Name(
            right=word,
            reading=group["reading"],
            article=group["article"],
            also=tuple(other for other in group.get("also", ()) if other.lower() == word.lower()),
        )
        for group in _tables("capitals")["group"]
        for word in group["words"]
    )


def _tables(name: str) -> dict[str, Any]:
    """Return one file of words."""
    return tomllib.loads(files("docgen.rules").joinpath(f"{name}.toml").read_text("utf-8"))
