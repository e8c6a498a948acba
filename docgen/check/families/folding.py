"""One finding for a mistake made many times: it says how often, and mends every place that it can."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches, Place, Repair
from docgen.model.finding import Severity
from docgen.word.reading import Paragraph

_MANY = 3
"""So many different wrong looks are told; more would not be read."""


@dataclass(frozen=True)
class Fault:
    """One place of a mistake: what stands there, and how it is mended where that is certain."""

    paragraph: Paragraph
    found: str
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True)
class Told:
    """What a rule says of a mistake: of which paragraphs ("Đoạn nội dung"), what must be, what to do."""

    rule: str
    called: str
    expected: str
    call: str
    severity: Severity | None = None


def folded(told: Told, faults: Iterable[Fault]) -> Breaches:
    """Yield one breach for all faults, at the first; those that cannot be mended have their own."""
    kept = list(faults)
    for mendable in (True, False):
        group = [fault for fault in kept if bool(fault.repairs) is mendable]
        if group:
            yield _breach(told, group)


def _breach(told: Told, faults: Sequence[Fault]) -> Breach:
    found = ", ".join(_most(fault.found for fault in faults))
    count = f" ({len(faults)} chỗ)" if len(faults) > 1 else ""
    return Breach(
        told.rule,
        f"{told.called} phải {told.expected}; hiện {found}{count}. {told.call}",
        faults[0].paragraph,
        expected=told.expected,
        found=found,
        severity=told.severity,
        repairs=tuple(repair for fault in faults for repair in fault.repairs),
        others=tuple(Place(fault.paragraph) for fault in faults[1:]),
    )


def _most(found: Iterator[str]) -> list[str]:
    return [words for words, _ in Counter(found).most_common(_MANY)]
