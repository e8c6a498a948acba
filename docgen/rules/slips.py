"""Typed access to the words by which slips of scanning and typing are known: slips.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

Pair = tuple[str, str]
"""Two syllables, the one right before the other."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Usual(_Row):
    """A compound that is known by the syllables beside it even where what is written could stand.

    "#" is a number.
    """

    meant: Pair
    before: frozenset[str]
    after: frozenset[str]


class SlipWords(_Row):
    """The words of official Vietnamese: how syllables go together, and which stand alone.

    `also` are compounds that exist, but are not suggested. `function` and `free` syllables stand alone,
    `real` ones exist; every other one lives in compounds. `lone` tells what is meant by a syllable that does
    not stand alone; `confused` what may follow a syllable where another was meant, `missing` what may follow
    a compound of which one half is left out.
    """

    compounds: tuple[Pair, ...]
    also: tuple[Pair, ...]
    function: tuple[str, ...]
    free: tuple[str, ...]
    real: frozenset[str]
    usual: tuple[Usual, ...]
    lone: Mapping[str, str]
    confused: Mapping[Pair, frozenset[str]]
    missing: Mapping[Pair, frozenset[str]]

    @property
    def alone(self) -> tuple[str, ...]:
        """The syllables that stand alone, the commonest first."""
        return self.function + self.free


@cache
def slip_words() -> SlipWords:
    """Return the words of slips.toml, as they are written there."""
    table = tomllib.loads(files("docgen.rules").joinpath("slips.toml").read_text("utf-8"))
    return SlipWords(
        compounds=_compounds(table["compounds"]),
        also=_compounds(table["also"]),
        function=tuple(table["function"].split()),
        free=tuple(table["free"].split()),
        real=frozenset(table["real"].split()),
        usual=tuple(_usual(row) for row in table["usual"]),
        lone={wrong: meant for meant, wrongs in _rows(table["lone"]) for wrong in wrongs},
        confused={_pair(words): frozenset(after) for words, after in _rows(table["confused"])},
        missing={_pair(whole): frozenset(after) for whole, after in _rows(table["missing"])},
    )


def _compounds(text: str) -> tuple[Pair, ...]:
    return tuple((head, tail) for head, tails in _rows(text) for tail in tails)


def _rows(text: str) -> list[tuple[str, list[str]]]:
    """Return what stands before and after the colon of each line."""
    lines = (line.split(":") for line in text.splitlines() if line)
    return [(before, after.split()) for before, after in lines]


def _usual(row: Mapping[str, str]) -> Usual:
    return Usual(
        meant=_pair(row["meant"]),
        before=frozenset(row["before"].split()),
        after=frozenset(row["after"].split()),
    )


def _pair(compound: str) -> Pair:
    first, second = compound.split()
    return first, second
