"""The rules of `docgen check` as rows of checks.toml, their figures filled in from the other tables."""

import re
import tomllib
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from docgen.model.finding import Severity
from docgen.rules.decree import Component, Figure, component, figure, text

_DECREE, _ANNEX = "NĐ 30/2020/NĐ-CP", "Phụ lục"
_BLANK = re.compile(r"\{([\w.]+)\}")
_UNITS = {"mm": " mm", "pt": " pt", "lines": " dòng", "ratio": "", "count": ""}
_CASES = {"upper": "in hoa", "lower": "in thường"}
_ALIGNED = {"left": "sát lề trái", "center": "canh giữa", "justify": "canh đều hai lề"}
_FEW = 10
"""The largest denominator of a ratio: 0.33334 is 1/3."""


class Rule(BaseModel):
    """One rule: what must hold (`says`, Vietnamese), where that stands (`article`), how much it weighs.

    A `house` rule is held by no regulation; an office may switch it off. Some rules judge milder cases by a
    lower severity than `severity`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    severity: Severity
    title: str
    says: str
    article: str
    house: bool = False

    @property
    def source(self) -> str:
        """The article with the decree that it is of, where that is Decree 30."""
        return f"{_DECREE}, {self.article}" if self.article.startswith(_ANNEX) else self.article


def rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the report: page, head, body, signature, appendices, files."""
    return tuple(_rules().values())


def rule(name: str) -> Rule:
    """Return the rule with the id `name`, such as "P02"; KeyError when there is none."""
    return _rules()[name]


@cache
def _rules() -> dict[str, Rule]:
    rows = tomllib.loads(files("docgen.rules").joinpath("checks.toml").read_text("utf-8"))
    return {
        name: Rule(id=name, **{key: _told(value) for key, value in row.items()}) for name, row in rows.items()
    }


def _told(value: str | bool) -> str | bool:  # noqa: FBT001 - a value of the table
    """Return a value of a row with its blanks filled in."""
    return _BLANK.sub(lambda blank: _filled(blank[1]), value) if isinstance(value, str) else value


def _filled(name: str) -> str:
    """Return what the blank {`name`} says: "margin.top" → "20–25 mm", "motto.size" → "13–14"."""
    row, _, what = name.rpartition(".")
    if what == "text":
        return text(row)
    return _COMPONENTS[what](component(row)) if what in _COMPONENTS else _allowed(figure(name))


def _allowed(row: Figure) -> str:
    """Return what a figure allows: "20–25 mm", "tối thiểu 6 pt", "10 hoặc 12,7 mm"."""
    unit = _UNITS[row.unit]
    if row.values:
        return " hoặc ".join(_number(row, value) for value in row.values) + unit
    ends = [_number(row, end) for end in (row.low, row.high) if end is not None]
    least = "tối thiểu " if row.high is None else ""
    return least + "–".join(dict.fromkeys(ends)) + unit


def _number(row: Figure, value: float) -> str:
    """Return a number as Vietnamese writes it, a ratio as a fraction."""
    return str(Fraction(value).limit_denominator(_FEW)) if row.unit == "ratio" else _decimal(value)


def _decimal(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _size(row: Component) -> str:
    """Return "13–14", or "13" when there is one size only."""
    return "–".join(dict.fromkeys(map(_decimal, row.size)))


def _font(row: Component) -> str:
    """Return "in hoa, cỡ 12–13, đứng, đậm"."""
    slope, weight = "nghiêng" if row.italic else "đứng", "đậm" if row.bold else "không đậm"
    return f"{_CASES[row.case]}, cỡ {_size(row)}, {slope}, {weight}"


def _look(row: Component) -> str:
    return f"{_font(row)}, {_ALIGNED[row.align]}"


_COMPONENTS: dict[str, Callable[[Component], str]] = {"size": _size, "font": _font, "look": _look}
