"""How wide the letters of Times New Roman are, the decree's font (Phụ lục I, Phần I, Mục I.4)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Advances(NamedTuple):
    """The width of every known letter, in so many `units` of an em."""

    widths: dict[str, int]
    units: int


@cache
def advances(*, bold: bool) -> Advances:
    """Return the widths of the letters of one face, upright."""
    name = f"times_{'bold' if bold else 'regular'}.toml"
    table = tomllib.loads(files("docgen.rules").joinpath(name).read_text("utf-8"))
    widths = {letter: int(width) for width, letters in table["characters"].items() for letter in letters}
    return Advances(widths, table["units_per_em"])
