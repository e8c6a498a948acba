"""`Breach`: what a rule found in a Word file, and how it can be mended where that is certain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from docgen.model.finding import Severity
from docgen.word.reading import Paragraph

if TYPE_CHECKING:
    from docgen.check.fixing.draft import Draft


class Repair(Protocol):
    """One certain correction of a file."""

    @property
    def told(self) -> str:
        """What is changed, from what to what, in Vietnamese."""

    @property
    def rewrites(self) -> Paragraph | None:
        """The paragraph whose words are changed; None where only its look is."""

    def apply(self, draft: "Draft") -> None:
        """Change the XML that was read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a breach is: a paragraph, or None and what `part` names; `text` quotes less than all of it."""

    at: Paragraph | None = None
    text: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Breach:
    """One place that breaks the rule `rule`; `message` says in Vietnamese what is wrong and what to do.

    `at` is the paragraph, None where it is none (`part` then names it: "cả văn bản", "đầu trang"); `text`
    quotes the words where they are not the whole paragraph. A mistake that is told once for many places has
    the first there and the `others` here. `severity` is told where it differs from the rule's own.
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
    others: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        """Where it is, or begins."""
        return Place(self.at, self.text, self.part)


Breaches: TypeAlias = Iterator[Breach]
