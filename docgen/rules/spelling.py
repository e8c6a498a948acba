"""Typed access to spelling.toml: how words that are often printed in capitals are written in a sentence."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, field_validator


class Spelling(BaseModel):
    """The lists of spelling.toml, whose head explains each; every word as in the middle of a sentence.

    `bodies` capitalise the word behind them, `levels` the two words, `numbered` are capital before a number,
    `counted` stand before a Roman numeral; `short` tells abbreviations of phrases in ids.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...]
    bodies: tuple[str, ...]
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    offices: tuple[str, ...]
    levels: tuple[str, ...]
    numbered: tuple[str, ...]
    counted: tuple[str, ...]
    common: tuple[str, ...]
    unit_words: tuple[str, ...]
    fillers: tuple[str, ...]
    short: dict[str, str]

    @field_validator("common", mode="before")
    @classmethod
    def _listed(cls, words: str) -> tuple[str, ...]:
        return tuple(" ".join(word.split()) for word in words.split(",") if word.strip())

    @property
    def agencies(self) -> tuple[str, ...]:
        """Names of agencies by their kind and field: "Sở Nội vụ", "ngành Y tế"."""
        return tuple(f"{kind} {topic}" for kind in self.kinds for topic in self.topics)


@cache
def spelling() -> Spelling:
    """Return the lists of words."""
    table = tomllib.loads(files("docgen.rules").joinpath("spelling.toml").read_text("utf-8"))
    return Spelling.model_validate(table)
