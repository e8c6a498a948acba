"""The abbreviations that need no explanation: abbreviations.toml."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def known_abbreviations() -> frozenset[str]:
    """Return the abbreviations that every officer reads (A09)."""
    table = tomllib.loads(files("docgen.rules").joinpath("abbreviations.toml").read_text("utf-8"))
    return frozenset(table["known"])
