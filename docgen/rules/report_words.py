"""Typed access to report_words.toml: points of the block on steering, names written out, small words."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from docgen.language.text import fold
from docgen.model.submission import Steering


class Point(BaseModel):
    """A point of the block on steering: `heading` is its name in submissions, `words` those of its tasks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    heading: Steering
    title: str
    words: tuple[str, ...] = ()


@cache
def points() -> tuple[Point, ...]:
    """Return the points in their order."""
    return tuple(Point(**row) for row in _tables()["point"])


def point_of(text: str) -> Point:
    """Return the point that a task belongs under by its words; the one without words for all others."""
    folded = fold(text)
    found = (point for point in points() if any(fold(word) in folded for word in point.words))
    return next(found, next(point for point in points() if not point.words))


def written_out(name: str) -> str:
    """Return a name with its abbreviation written out: "Ủy ban nhân dân tỉnh …" for "UBND tỉnh …"."""
    for short, full in _tables()["written_out"].items():
        name = re.sub(rf"\b{short}\b", full, name)
    return name


def within(text: str) -> str:
    """Return a text of a unit inside a sentence: small only where it surely begins with no name."""
    is_small = f"{text.lower()} ".startswith(tuple(f"{word} " for word in _tables()["small"]["words"]))
    return text[:1].lower() + text[1:] if is_small else text


def inside() -> tuple[str, ...]:
    """Return how units of the agency itself are addressed together."""
    return tuple(_tables()["inside"]["words"])


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("docgen.rules").joinpath("report_words.toml").read_text("utf-8"))
