"""A Word file, a workbook or a scanned text understood as a plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.documents.base import Traces
from docgen.errors import InvalidInputError
from docgen.importers.letters import Letters
from docgen.importers.recognising import Beside, Recognised, recognise
from docgen.importers.scan import typed
from docgen.importers.table_outline import outline_of
from docgen.importers.text_encoding import decoded
from docgen.importers.word import read_word_source
from docgen.model.finding import Finding
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.services.tasks import Told, told
from docgen.word.reading import Changes

if TYPE_CHECKING:
    from docgen.sheets import FilledForm, Workbook


@dataclass
class Task:
    """Understands a file of a `kind` (word, workbook, text) as `organisation` writes plans.

    `base` is the plan that it goes onto, tracked `changes` are "accepted" or taken back to the "original".
    `drafts` says that a file of another agency than `organisation` shall have its own, drafted.
    """

    kind: str = "word"
    organisation: Told | None = None
    base: Told | None = None
    changes: str = Changes.ACCEPTED
    drafts: bool = False
    _beside: Beside = field(init=False)

    def __post_init__(self) -> None:
        organisation = Organisation.model_validate(self.organisation) if self.organisation else None
        base = Plan.model_validate(self.base) if self.base else None
        self._beside = Beside(organisation, base, drafts=self.drafts)

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return the draft of the plan, whether it is `whole`, what units answered, and the findings.

        An agency that had to be drafted is there as `organisation`; `guessed` are ids of its units.
        """
        readers: dict[str, Callable[[bytes], Told]] = {"text": self._of_text, "workbook": self._of_workbook}
        return readers.get(self.kind, self._of_word)(data), b""

    def _of_word(self, data: bytes) -> Told:
        source = read_word_source(data, Changes(self.changes))
        return _answer(recognise(source.outline, self._beside.with_traces(source.traces)), source.findings)

    def _of_text(self, data: bytes) -> Told:
        read, letters = decoded(data), Letters()
        scan = typed(letters.settled(read.text))
        source = read_word_source(scan.docx, numbers=scan.numbers)
        remarks = (*read.findings, *letters.findings(), *scan.findings, *source.findings)
        return _answer(recognise(source.outline, self._beside.as_scan()), remarks)

    def _of_workbook(self, data: bytes) -> Told:
        from docgen.sheets import read_workbook  # noqa: PLC0415 - Word files need none of it

        workbook, letters = read_workbook(data), Letters()
        if workbook.of_unit:
            raise _of_unit(workbook.of_unit)
        tables = (*workbook.tables, *workbook.hidden)
        letters.settle(tables)
        outline = outline_of(tables)
        recognised = recognise(outline, self._beside.with_traces(_traces(workbook)))
        outcomes, problems = _outcomes(workbook, self._beside.base)
        return _answer(recognised, (*workbook.findings, *letters.findings(), *problems), outcomes)


def _of_unit(form: "FilledForm") -> InvalidInputError:
    message = f"Tệp là biểu mẫu kết quả kỳ {form.period} của {form.name}, không phải kế hoạch."
    return InvalidInputError(message, "Hãy để tệp vào thư mục kết quả của kỳ rồi chạy docgen report.")


def _outcomes(workbook: "Workbook", plan: Plan | None) -> tuple[Told | None, tuple[Finding, ...]]:
    """Return what units answered, by the plan that they had a form of; and what is told of it."""
    from docgen.sheets import read_outcomes, unread_outcomes  # noqa: PLC0415 - as above

    if workbook.form is None or plan is None:
        return None, unread_outcomes(workbook)
    outcomes, problems = read_outcomes(workbook, plan)
    told = outcomes.as_data() if outcomes else None
    return told, problems


def _answer(recognised: Recognised, before: Iterable[Finding], outcomes: Told | None = None) -> Told:
    office = recognised.office
    return {
        "draft": recognised.draft,
        "whole": recognised.plan is not None,
        "outcomes": outcomes,
        "organisation": office and office.draft,
        "guessed": sorted(office.guessed) if office else [],
        "findings": told((*before, *recognised.findings)),
    }


def _traces(workbook: "Workbook") -> Traces | None:
    form = workbook.form
    return Traces(year=form.year, spellings=form.spellings) if form else None
