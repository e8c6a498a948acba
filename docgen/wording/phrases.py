"""Many phrases looked for at once, in time that does not grow with their number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from docgen.wording.text import Text, key

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases and what each means; they are found as whole words, whatever their case."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings = {key(phrase): meaning for phrase, meaning in meanings.items()}
        self._pattern = re.compile(rf"(?:{_branches(self._meanings)})(?!\w)")

    def find(self, text: Text) -> Iterator[tuple[int, int, Meaning]]:
        """Yield where each phrase stands and what it means; of two at one place the longer."""
        place = 0
        while match := self._pattern.search(text.key, place):
            start, end = match.span()
            inside_a_word = start > 0 and text.key[start - 1].isalnum()
            place = start + 1 if inside_a_word else end
            if not inside_a_word:
                yield start, end, self._meanings[match[0]]


def _branches(phrases: Iterable[str]) -> str:
    """Return a pattern for `phrases` in which every beginning that several share is written once."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases):
        by_letter[phrase[:1]].append(phrase[1:])
    optional = by_letter.pop("", None) is not None
    branches = [re.escape(letter) + _branches(rests) for letter, rests in by_letter.items()]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if optional else joined
