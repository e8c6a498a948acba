"""A file from outside understood as a plan: what was recognised, for a person to confirm."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.services.isolation import Names, ask

if TYPE_CHECKING:
    from docgen.model.finding import Finding
    from docgen.model.organisation import Organisation

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv"})
_TEXTS = frozenset({".txt", ".text"})


@dataclass(frozen=True)
class Recognised:
    """What was understood of a file.

    `draft` is the plan under its YAML keys, which may lack what must be there; `is_whole` says that it does
    not. `office` is the agency, under its own keys, where it had to be drafted, `guessed` are ids of its
    units. `outcomes` is what units answered, if anything.
    """

    draft: Mapping[str, Any]
    is_whole: bool
    findings: "tuple[Finding, ...]"
    office: Mapping[str, Any] | None = None
    guessed: tuple[str, ...] = ()
    outcomes: Submission | None = None

    @property
    def plan(self) -> Plan | None:
        """The draft as a plan; None where something that a plan must have is missing or wrong."""
        return Plan.model_validate(self.draft) if self.is_whole else None


def recognise_bytes(
    data: bytes,
    names: Names,
    organisation: "Organisation",
    base: Plan | None = None,
    *,
    changes: str = "accepted",
    drafts: bool = False,
) -> Recognised:
    """Understand the bytes of a file, which may come from anyone, as a plan.

    Args:
        data: a Word file, a workbook or a scanned text, told by the name of the file.
        names: what a person calls the file.
        organisation: the agency as which the plan is read.
        base: the plan that was edited in the file, if there is one.
        changes: whether tracked changes count as "accepted", or are taken back to the "original".
        drafts: whether the agency is drafted where the file is of another one.

    Raises:
        DocgenError: the file cannot be used.

    """
    answer = ask(
        "recognise",
        data,
        names,
        kind=_kind(names.file),
        organisation=organisation.as_data(),
        base=base and base.as_data(),
        changes=changes,
        drafts=drafts,
    )
    told = answer.told
    return Recognised(
        told["draft"],
        told["whole"],
        answer.findings("findings"),
        told["organisation"],
        tuple(told["guessed"]),
        _answered(told["outcomes"]),
    )


def _kind(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return "workbook" if suffix in _WORKBOOKS else "text" if suffix in _TEXTS else "word"


def _answered(told: Mapping[str, Any] | None) -> Submission | None:
    """Return what units answered; None where that is nothing."""
    submission = Submission.model_validate(told) if told else None
    return submission if submission and (submission.rows or submission.statistics) else None
