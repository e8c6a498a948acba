"""A comment of a Word file, which goes through all stages: read, placed on its words, written as a note.

And the places in paragraphs that it is about.
"""

from dataclasses import dataclass
from typing import TypeAlias

Mark: TypeAlias = tuple[int, int]
"""A place in a paragraph, whatever its fields show: how many stand before it, and how many letters."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What `author` said, lines of `text` parted by line feeds; `number` tells apart those that say the same.

    `date` is "YYYYMMDDHHMMSS", or empty where it is not known.
    """

    number: int
    author: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Commented:
    """The part of a paragraph that a comment is about, from `start` to `end`; at a point these are the same.

    A comment on words of several paragraphs is in each of them.
    """

    comment: Comment
    start: Mark
    end: Mark


def farther(one: Mark, other: Mark) -> Mark:
    """Return the place that lies as far behind `one` as `other` behind the beginning."""
    return one[0] + other[0], one[1] + other[1]
