"""A plan, or what there is of one, as the text of the YAML file that an officer edits."""

from collections.abc import Iterator, Mapping

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
    lines = [*head(str(held["loai"]), str(held["trich_yeu"] or ""))]
    for key, value in held.items():
        lines += (*before(key), *entry(key, value, 0))
    return "\n".join(lines) + "\n"


def entry(key: str, value: object, indent: int) -> Iterator[str]:
    """Yield the lines of a key with its value; None is a key without one."""
    start = f"{' ' * indent}{one_line(key)}:"
    if value is None:
        yield f"{start} {EMPTY.get(key, MISSING)}"
    elif isinstance(value, dict) and value:
        yield start
        yield from mapping(value, indent + STEP)
    elif isinstance(value, list) and value:
        yield start
        yield from entries(value, indent + STEP, spaced=key in SPACED)
    else:
        first, *rest = scalar(value, len(start) + 1, indent + STEP)
        yield f"{start} {first} {REMARKS.get(key, '')}".rstrip()
        yield from rest


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


def dashed(value: object, indent: int) -> Iterator[str]:
    """Yield the lines of one entry of a list."""
    first, *rest = _below(value, indent + STEP)
    yield f"{' ' * indent}- {first.lstrip(' ')}"
    yield from rest


def _below(value: object, indent: int) -> Iterator[str]:
    """Yield the lines of a value that stands behind a dash."""
    if value is None:
        yield MISSING
    elif isinstance(value, dict) and value:
        yield from mapping(value, indent)
    elif isinstance(value, list) and value:
        yield from entries(value, indent, spaced=False)
    else:
        yield from scalar(value, indent, indent)
