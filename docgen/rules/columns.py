"""How the columns of an appendix are headed: columns.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from docgen.language.text import fold, nfc

_UNSAID = re.compile(r"\([^)]*\)|[^\w\s]|_")


class ColumnNames(BaseModel):
    """The headings offices write, by the key of the field (`chu_tri`); names and phrases as `heading_key`.

    `names` and `phrases` tell the field of a whole heading and of words in one, `bare` what the columns of a
    table without any head are taken for, by their number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: dict[str, str]
    phrases: dict[str, str]
    bare: dict[int, tuple[str, ...]]


def heading_key(heading: str) -> str:
    """Return what of a heading counts: no case, no punctuation, nothing in brackets, one blank."""
    return fold(_UNSAID.sub(" ", nfc(heading)))


@cache
def column_names() -> ColumnNames:
    """Return the headings of columns.toml."""
    table = tomllib.loads(files("docgen.rules").joinpath("columns.toml").read_text("utf-8"))
    return ColumnNames(names=_by_key(table["names"]), phrases=_by_key(table["phrases"]), bare=table["bare"])


def _by_key(headings: dict[str, list[str]]) -> dict[str, str]:
    return {heading_key(text): field for field, texts in headings.items() for text in texts}
