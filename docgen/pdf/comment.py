"""A comment of a Word file, which goes through all stages: read, placed on its words, written as a note."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """What `author` said, lines of `text` parted by line feeds; `number` tells apart those that say the same.

    `date` is "YYYYMMDDHHMMSS", or empty where it is not known.
    """

    number: int
    author: str
    text: str
    date: str = ""
