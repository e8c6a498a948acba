"""Typed access to tasks.toml: by which words a task shows whether it is done every year or once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

Where = Literal[
    "start", "sentence", "anywhere", "made", "product", "deadline", "phase", "year", "horizon", "covering"
]
"""Where the words of a sign stand; the head of tasks.toml explains each."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sign(_Row):
    """Words by which the nature of a task is known; `shows` follows their quotation in a sentence.

    "#" in `words` is a number. The places "year", "horizon" and "covering" need no words.
    """

    nature: Literal["recurring", "one_off"]
    where: Where
    words: tuple[str, ...] = ()
    shows: str


class TaskSigns(_Row):
    """The signs, the strongest first.

    `openers` may stand before what a task begins with, `makers` are verbs by which it makes something,
    `submitters` those by which it hands in what it made, `doers` those by which it carries out what is there.
    Events that begin with `arising` words come in any year.
    """

    openers: tuple[str, ...]
    makers: tuple[str, ...]
    submitters: tuple[str, ...]
    doers: tuple[str, ...]
    arising: tuple[str, ...]
    sign: tuple[Sign, ...]


@cache
def task_signs() -> TaskSigns:
    """Return the signs of tasks.toml."""
    return TaskSigns(**tomllib.loads(files("docgen.rules").joinpath("tasks.toml").read_text("utf-8")))
