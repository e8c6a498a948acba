"""Findings as somebody reads them: by severity and rule, what says the same together; and page by page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.model.finding import Change, RuleFinding, Severity, Where
from docgen.office.checks import CheckedFile
from docgen.rules import Rule, rule
from docgen.services.page_pictures import Box

WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
"""What officers call the severities, the heaviest first."""
IN_ADDRESS = {Severity.ERROR: "loi", Severity.WARNING: "canh-bao", Severity.INFO: "luu-y"}
"""What they are called in addresses."""
MOST_OF_RULE, MOST_PLACES, MOST_CHANGES = 20, 12, 200
"""So many findings of a rule, places of a finding, and places mended are told: more would not be read."""


@dataclass(frozen=True)
class Numbered:
    """A finding and its number in the file, from 1: the pages name it so."""

    number: int
    finding: RuleFinding

    @property
    def places(self) -> tuple[Where, ...]:
        """The places that are told."""
        return self.finding.places[:MOST_PLACES]

    @property
    def more(self) -> int:
        """How many are not."""
        return len(self.finding.places) - len(self.places)


@dataclass(frozen=True)
class OfRule:
    """What breaks a rule in a file; `more` besides those told."""

    rule: Rule
    findings: tuple[Numbered, ...]
    more: int

    @property
    def count(self) -> int:
        """How many findings there are in all."""
        return len(self.findings) + self.more


@dataclass(frozen=True)
class Marked:
    """A box on a picture, with the number of its finding."""

    number: int
    severity: Severity
    box: Box


@dataclass(frozen=True)
class Sheet:
    """A page by its number: its size, and what is marked on it."""

    number: int
    width: int
    height: int
    marks: tuple[Marked, ...]

    @property
    def labels(self) -> tuple[Marked, ...]:
        """The first mark of each finding: where its number is written."""
        return tuple({mark.number: mark for mark in reversed(self.marks)}.values())[::-1]


def grouped(findings: Sequence[RuleFinding]) -> dict[Severity, list[OfRule]]:
    """Return findings by severity, the heaviest first, and by rule; severities without any are left out."""
    numbered = [Numbered(number, one) for number, one in enumerate(findings, 1)]
    groups = {level: [one for one in numbered if one.finding.severity is level] for level in WORDS}
    return {level: [*_by_rule(found)] for level, found in groups.items() if found}


def _by_rule(found: Sequence[Numbered]) -> Iterator[OfRule]:
    names = dict.fromkeys(one.finding.rule for one in found)
    for name in names:
        of_rule = [one for one in found if one.finding.rule == name]
        yield OfRule(rule(name), tuple(of_rule[:MOST_OF_RULE]), len(of_rule[MOST_OF_RULE:]))


def in_order(changes: Sequence[Change]) -> list[Change]:
    """Return what was mended as one reads the file, what concerns all of it first."""
    return sorted(changes, key=lambda one: one.where.paragraph or 0)


def on_pages(file: CheckedFile, severity: Severity | None) -> list[Sheet]:
    """Return the pages of a file with what is marked on them, of one severity or of all."""
    width, height = file.size
    marked = sorted(_marked(file, severity), key=lambda one: one[0])
    by_page = {page: tuple(mark for _, mark in marks) for page, marks in groupby(marked, lambda one: one[0])}
    return [Sheet(page, width, height, by_page.get(page, ())) for page in range(1, file.count + 1)]


def _marked(file: CheckedFile, severity: Severity | None) -> Iterator[tuple[int, Marked]]:
    for (number, _), mark in file.marks.items():
        finding = file.findings[number]
        if severity in {None, finding.severity}:
            yield from ((mark.page, Marked(number + 1, finding.severity, box)) for box in mark.boxes)
