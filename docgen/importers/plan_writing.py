"""A plan, or what there is of one, as the text of the YAML file that an officer edits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.importers.plan_data import written
from docgen.importers.plan_layout import EMPTY, MISSING, REMARKS, SPACED, before, head
from docgen.importers.yaml_scalars import one_line, scalar

STEP = 2
"""Blanks by which what stands under a key or a dash is indented."""


def plan_yaml(data: Mapping[str, object]) -> str:
    """Return `data`, a plan under its YAML keys, as text laid out like `data/kehoach-2025.yaml`.

    `data` may be incomplete: a key that must have a value and has none is written with a comment that says
    so. What would be taken anyway is left out; keys that no plan has stand last, for the reader to name.
    """
    held = written(data)
    lines = (*head(str(held["loai"]), str(held["trich_yeu"] or "")), *plan_lines(held))
    return "\n".join(lines) + "\n"


def plan_lines(held: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of a plan, behind the head."""
    for key, value in held.items():
        yield from (*before(key), *entry(key, value, 0))


@dataclass(frozen=True)
class Look:
    """How an entry looks beside its value: the comment behind it, and whether it is folded though short."""

    remark: str = ""
    folded: bool = False


def entry(key: str, value: object, indent: int, look: Look | None = None) -> Iterator[str]:
    """Yield the lines of a key with its value; None is a key without one."""
    start = f"{' ' * indent}{one_line(key)}:"
    look = look or Look(REMARKS.get(key, "") if value is not None else EMPTY.get(key, MISSING))
    first, *rest = _behind(value, len(start) + 1, indent + STEP, look, spaced=key in SPACED)
    yield " ".join(filter(None, (start, first, look.remark)))
    yield from rest


def _behind(value: object, column: int, indent: int, look: Look, *, spaced: bool) -> Iterator[str]:
    """Yield what stands behind a key on its line, then the lines below."""
    if isinstance(value, dict) and value:
        yield from ("", *mapping(value, indent))
    elif isinstance(value, list) and value:
        yield from ("", *entries(value, indent, spaced=spaced))
    else:
        yield from [""] if value is None else scalar(value, column, indent, folded=look.folded)


def mapping(values: Mapping[str, object], indent: int) -> Iterator[str]:
    """Yield the lines of keys with their values."""
    for key, value in values.items():
        yield from entry(key, value, indent)


def entries(values: list[object], indent: int, *, spaced: bool) -> Iterator[str]:
    """Yield the lines of a list; `spaced` entries stand apart by an empty line."""
    for position, value in enumerate(values):
        if spaced and position:
            yield ""
        yield from dashed(value, indent)


def dashed(value: object, indent: int, look: Look | None = None) -> Iterator[str]:
    """Yield the lines of one entry of a list."""
    look = look or Look("" if value is not None else MISSING)
    first, *rest = _behind(value, indent + STEP, indent + STEP, look, spaced=False)
    if not first and rest:
        first, *rest = rest
    yield " ".join(filter(None, (f"{' ' * indent}-", first.lstrip(" "), look.remark)))
    yield from rest
