"""What units answered in the periods of a year, as one outcome for each task."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from docgen.model.finding import Finding, warning
from docgen.model.organisation import Organisation
from docgen.model.outcome import Outcome
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.services.submission_files import OF_ANSWERS, read_folders
from docgen.transform.merging import farness, least_far
from docgen.transform.places import quoted
from docgen.transform.submissions import Known

_YEARS_END = 12


@dataclass(frozen=True)
class GatheredOutcomes:
    """The outcome of every task that was told of, by its id, and what is told of the files."""

    outcomes: Mapping[str, Outcome]
    findings: tuple[Finding, ...] = ()


def outcomes_of(folder: Path, plan: Plan, organisation: Organisation) -> GatheredOutcomes:
    """Read every YAML file and filled-in workbook in `folder` and its sub-folders, and merge them.

    The latest period wins. Its name is in the file, else in the name of the file or of a folder; a file
    without one counts for the day on which a task was finished, or for the end of the year. Of several units
    in one period the least far counts. What contradicts is a warning; what units should still say is not
    asked here.

    Raises:
        MissingError: there is no such folder, or no file in it that can hold outcomes.
        RefusedError: the folder holds far too many files.
        InvalidInputError: everything that is wrong in all files.

    """
    read = read_folders([folder], folder, Known(plan, organisation))
    read.refuse_nothing(folder)
    read.refuse_errors(folder)
    doubts = (one for file in read.files for one in file.findings if one.code in OF_ANSWERS)
    merged = merged_outcomes(plan, ((file.name, file.submission) for file in read.files))
    return GatheredOutcomes(merged.outcomes, (*read.findings, *doubts, *merged.findings))


def merged_outcomes(plan: Plan, submissions: Iterable[tuple[str, Submission]]) -> GatheredOutcomes:
    """Merge submissions as `outcomes_of` does, task by task in the order of the plan.

    Args:
        plan: what they are of.
        submissions: each behind the name by which officers know it.

    """
    answers = _answers(submissions)
    outcomes, contradictions = {}, list[Finding]()
    for row in plan.rows():
        if told := answers.get(row.id):
            outcomes[row.id] = _latest(told)
            contradictions += _contradictions(f"Nhiệm vụ {quoted(row)}", told)
    return GatheredOutcomes(outcomes, tuple(contradictions))


@dataclass(frozen=True)
class _Answer:
    """What one submission says of one task: for which month's end, by whom, as officers know it."""

    outcome: Outcome
    month: int
    unit: str
    file: str

    def __str__(self) -> str:
        return f"{self.file}: {self.outcome.status.label.lower()}"


def _answers(submissions: Iterable[tuple[str, Submission]]) -> Mapping[str, list[_Answer]]:
    """Return the answers by task."""
    answers: dict[str, list[_Answer]] = defaultdict(list)
    for name, submission in submissions:
        for row in submission.rows:
            answers[row.id].append(_Answer(row, _month(row, submission), submission.unit or "", name))
    return answers


def _month(row: Outcome, submission: Submission) -> int:
    """Return the month at whose end a row holds; what was done in the December before holds from January."""
    if submission.period:
        return submission.period.last_month
    if not row.finished_on:
        return _YEARS_END
    return row.finished_on.month if row.finished_on.year == submission.year else 1


def _latest(answers: Iterable[_Answer]) -> Outcome:
    """Return the outcome in the latest period: of several units, of those that are least far."""
    least = least_far(_by_month(answers)[-1])
    days = [answer.outcome.finished_on for answer in least if answer.outcome.finished_on]
    said = dict.fromkeys(filter(None, (_result(answer, alone=len(least) == 1) for answer in least)))
    return least[0].outcome.model_copy(
        update={"finished_on": max(days, default=None), "result": "; ".join(said)}
    )


def _result(answer: _Answer, *, alone: bool) -> str:
    """Return what a unit says, its result or why there is none, with its name where several do."""
    said = answer.outcome.result or answer.outcome.basis or answer.outcome.reason
    return said if alone or not (said and answer.unit) else f"{answer.unit}: {said}"


def _by_month(answers: Iterable[_Answer]) -> list[list[_Answer]]:
    """Return the answers for each month's end, in order."""
    months: dict[int, list[_Answer]] = defaultdict(list)
    for answer in answers:
        months[answer.month].append(answer)
    return [months[month] for month in sorted(months)]


def _contradictions(task: str, answers: Sequence[_Answer]) -> Iterator[Finding]:
    """Tell what one period says in two ways, and what was done in one and is no longer in the next."""
    months = _by_month(answers)
    for told in months:
        if len({farness(answer.outcome) for answer in told}) > 1:
            message = f"các tệp của cùng một kỳ khác nhau ({_listed(told)}); lấy tình trạng chậm nhất."
            yield warning("ket-qua-khac-nhau", task, message, "Hãy hỏi lại các đơn vị.")
    for before, after in pairwise(months):
        done = [answer for answer in before if answer.outcome.is_done]
        undone = [answer for answer in after if not answer.outcome.is_done]
        if len(done) == len(before) and undone:
            message = f"kỳ trước đã hoàn thành mà kỳ sau chưa ({_listed((*done, *undone))}); lấy kỳ sau."
            yield warning("hoan-thanh-roi-lai-chua", task, message, "Hãy hỏi lại đơn vị.")


def _listed(answers: Iterable[_Answer]) -> str:
    return "; ".join(map(str, answers))
