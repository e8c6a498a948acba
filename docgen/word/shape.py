"""The shape of a document: what a template must be cut to before it is filled.

Word cannot leave out a table column or turn a page by a tag; the compiler does it, once for every shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.model.appendix import Orientation


@dataclass(frozen=True)
class AppendixShape:
    """How an appendix lies, and the columns that it leaves out (their headings are empty)."""

    landscape: bool
    left_out: frozenset[str]

    def condition(self, variable: str) -> str:
        """Return the template test that finds an appendix of this shape in the loop variable `variable`."""
        headings = (f"not {variable}.cot.{name}" for name in sorted(self.left_out))
        lying = f'{variable}.huong == "{_orientation(landscape=self.landscape)}"'
        return " and ".join((lying, *headings))


@dataclass(frozen=True)
class Shape:
    """The different shapes of the appendices, most columns left out first, and that of the last one."""

    variants: tuple[AppendixShape, ...]
    last: AppendixShape | None


def shape_of(data: Mapping[str, Any]) -> Shape:
    """Return the shape of a document, given as the data of a template."""
    shapes = [_appendix_shape(appendix) for appendix in data.get("phu_luc", ())]
    distinct = sorted(
        set(shapes), key=lambda shape: (-len(shape.left_out), shape.landscape, sorted(shape.left_out))
    )
    return Shape(tuple(distinct), shapes[-1] if shapes else None)


def _appendix_shape(appendix: Mapping[str, Any]) -> AppendixShape:
    left_out = frozenset(name for name, heading in appendix["cot"].items() if not heading)
    return AppendixShape(appendix["huong"] == Orientation.LANDSCAPE, left_out)


def _orientation(*, landscape: bool) -> str:
    return Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT
