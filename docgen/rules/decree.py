"""Typed access to the rows of nd30.toml and house.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from docgen.rules.units import Length, Mm, Pt


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str


class Figure(_Row):
    """One number of the decree, in `unit`: what is allowed and what docgen sets (`use`).

    Allowed is all from `low` to `high`, or, where the decree lists them, only one of `values`.
    """

    unit: Literal["mm", "pt", "lines", "ratio", "count"]
    use: float
    low: float | None = None
    high: float | None = None
    values: tuple[float, ...] = ()

    def allows(self, value: float, tolerance: float = 0.0) -> bool:
        """Say whether `value`, in the unit of the figure, keeps the decree."""
        if self.values:
            return any(abs(value - listed) <= tolerance for listed in self.values)
        above = self.low is None or value >= self.low - tolerance
        below = self.high is None or value <= self.high + tolerance
        return above and below


class Component(_Row):
    """How a component is set (Phụ lục I, Mục V): case, sizes in points, weight, slope, alignment."""

    case: Literal["upper", "lower"]
    size: tuple[float, float]
    use: float
    bold: bool
    italic: bool
    align: Literal["left", "center", "justify"]

    @property
    def points(self) -> Pt:
        """The size that docgen sets."""
        return Pt(self.use)


@cache
def _rows(table: str) -> dict[str, dict[str, Any]]:
    """Return one table of the rules, house rows beside the decree's."""
    rows: dict[str, dict[str, Any]] = {}
    for name in ("nd30.toml", "house.toml"):
        rows |= tomllib.loads(files("docgen.rules").joinpath(name).read_text("utf-8")).get(table, {})
    return rows


@cache
def figure(name: str) -> Figure:
    """Return the figure `name`, such as "margin.left"; KeyError when there is none."""
    return Figure(**_rows("figure")[name])


def length(name: str) -> Length:
    """Return what docgen sets for the figure `name`, a length in millimetres or points."""
    row = figure(name)
    return {"mm": Mm, "pt": Pt}[row.unit](row.use)


@cache
def component(name: str) -> Component:
    """Return how the component `name`, such as "motto", is set; KeyError when there is none."""
    return Component(**_rows("component")[name])


def text(name: str) -> str:
    """Return the fixed wording `name`, such as "motto"; KeyError when there is none."""
    return str(_rows("text")[name]["value"])


def type_code(type_name: str) -> str:
    """Return the abbreviation of a type of document or copy: "Kế hoạch" → "KH" (Phụ lục III, Mục I)."""
    return str((_rows("document_type") | _rows("copy_type"))[type_name]["code"])


def document_types() -> tuple[str, ...]:
    """Return the names of the types of documents (Điều 7; Phụ lục III, Mục I)."""
    return tuple(_rows("document_type"))
