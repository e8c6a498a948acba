"""`Breach`: what a rule found in a Word file, and how it can be mended where that is certain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from docgen.model.finding import Severity
from docgen.word.reading import Paragraph


class Repair(Protocol):
    """One certain correction of the XML of a file; `told` says in Vietnamese what it changes."""

    @property
    def told(self) -> str:
        """What is changed, from what to what."""

    def apply(self) -> None:
        """Change the nodes that were read."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One place that breaks the rule `rule`.

    `at` is the paragraph, None where it is none (`part` then names it: "phần 2", "đầu trang"); `text` quotes
    the words where they are not the whole paragraph. `severity` is told where it differs from the rule's own.
    """

    rule: str
    message: str
    at: Paragraph | None = None
    text: str = ""
    part: str = ""
    expected: str = ""
    found: str = ""
    severity: Severity | None = None
    repairs: tuple[Repair, ...] = ()


Breaches: TypeAlias = Iterator[Breach]
