"""What units answered in the periods of a year: every file of a folder, as one outcome for each task."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

from docgen.errors import DocgenError, InvalidInputError, MissingError, RefusedError
from docgen.files import read_file
from docgen.importers.submission_reading import check_submission
from docgen.language.text import cut
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.outcome import Outcome, Status
from docgen.model.period import ReportingPeriod, period_in
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.services.isolation import Names, ask
from docgen.services.keeping import YAML

_WORKBOOK = ".xlsx"
_MOST_FILES = 1_000
"""A hundred units with their files of five periods are half of that."""
_YEARS_END = 12
_QUOTED = 60
"""Letters of a task by which a warning names it."""
_FARNESS = (Status.NOT_STARTED, Status.LATE, Status.ONGOING, Status.DROPPED, Status.DONE)
"""How far a task is when several units do it, the least first: it is done when all are done."""
_OF_ANSWERS = frozenset({"mau-thuan", "han-bi-sua"})
"""Codes of what is doubtful in the answers of a workbook; the rest concerns its plan, which is not read."""


@dataclass(frozen=True)
class GatheredOutcomes:
    """The outcome of every task that was told of, by its id, and what is told of the files."""

    outcomes: Mapping[str, Outcome]
    findings: tuple[Finding, ...] = ()


def outcomes_of(folder: Path, plan: Plan, organisation: Organisation) -> GatheredOutcomes:
    """Read every YAML file and filled-in workbook in `folder` and its sub-folders, and merge them.

    The latest period wins. Its name is in the file, else in the name of the file or of a folder; a file
    without one counts for the day on which a task was finished, or for the end of the year. Of several units
    in one period the least far counts. What contradicts is a warning.

    Raises:
        MissingError: there is no such folder, or no file in it that can hold outcomes.
        RefusedError: the folder holds far too many files.
        InvalidInputError: everything that is wrong in all files.

    """
    files, unread = _files(folder)
    reader = _Reader(folder, plan, organisation)
    reader.findings += unread
    for path in files:
        reader.read(path)
    if errors := [finding for finding in reader.findings if finding.severity is Severity.ERROR]:
        raise InvalidInputError(
            f"Thư mục kết quả “{folder}” có {len(errors)} chỗ phải sửa:",
            "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào.",
            errors,
        )
    return _merged(plan, reader)


def _files(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the files that can hold outcomes, and tell which others there are."""
    if not folder.is_dir():
        raise MissingError(f"Không tìm thấy thư mục “{folder}”.", "Hãy chỉ ra thư mục có tệp kết quả.")
    every = sorted(_shown(folder))
    files = [path for path in every if _is_readable(path)]
    if not files:
        raise MissingError(
            f"Thư mục “{folder}” không có tệp kết quả nào (.yaml, .xlsx).", "Hãy chỉ ra đúng thư mục."
        )
    return files, [_unread(path.relative_to(folder)) for path in every if not _is_readable(path)]


def _shown(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder but those that are hidden or that an open workbook leaves behind."""
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += len(names)
        if count > _MOST_FILES:
            raise RefusedError(
                f"Thư mục “{folder}” có hơn {_MOST_FILES} tệp.", "Hãy để riêng các tệp kết quả."
            )
        yield from (Path(root, name) for name in names if not name.startswith((".", "~$")))


def _unread(name: Path) -> Finding:
    return Finding(
        code="tep-khong-doc",
        severity=Severity.WARNING,
        place=str(name),
        message="không phải tệp .yaml hay .xlsx nên không được đọc.",
        remedy="Nếu là kết quả của đơn vị, hãy lưu lại dưới dạng .xlsx.",
    )


@dataclass(frozen=True)
class _Answer:
    """What one file says of one task: for which month's end, by whom, in which file."""

    outcome: Outcome
    month: int
    unit: str
    file: str

    @property
    def farness(self) -> int:
        """How far the task is, to be compared."""
        return _FARNESS.index(Status.DONE if self.outcome.is_done else self.outcome.status)

    def __str__(self) -> str:
        return f"{self.file}: {self.outcome.status.label.lower()}"


@dataclass
class _Reader:
    """Reads the files one after another; what is wrong in one does not keep the next from being read."""

    folder: Path
    plan: Plan
    organisation: Organisation
    answers: dict[str, list[_Answer]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Finding] = field(default_factory=list)

    def read(self, path: Path) -> None:
        """Read one file."""
        name = str(path.relative_to(self.folder))
        try:
            outcomes, found = self._workbook(path) if _is_workbook(path) else self._yaml(path)
        except DocgenError as error:
            place = "" if path.name in error.message else name
            self.findings.append(_error("tep-hong", place, str(error).replace("\n", " ")))
            return
        self.findings += (finding.in_file(name) for finding in found)
        if outcomes:
            self._take(outcomes, path, name)

    def _yaml(self, path: Path) -> tuple[Submission | None, Sequence[Finding]]:
        return check_submission(path, self.plan, self.organisation)

    def _workbook(self, path: Path) -> tuple[Submission | None, Sequence[Finding]]:
        """Take the answers of a form; its rows stay those of the plan, whatever was typed over them."""
        beside = {"organisation": self.organisation.as_data(), "base": self.plan.as_data()}
        answer = ask("recognise", read_file(path), Names(str(path)), kind="workbook", **beside)
        if not answer.told["is_form"]:
            return None, [_NO_FORM]
        found, told = answer.findings("of_answers"), answer.told["outcomes"]
        if told is not None:
            return Submission.model_validate(told), [one for one in found if one.code in _OF_ANSWERS]
        return None, [one for one in found if one.severity is Severity.ERROR]

    def _take(self, outcomes: Submission, path: Path, name: str) -> None:
        period = outcomes.period or self._named_period(path)
        if not outcomes.rows:
            self.findings.append(_warning("khong-co-ket-qua", name, "chưa điền kết quả của nhiệm vụ nào."))
        for row in outcomes.rows:
            month = period.last_month if period else _month(row.finished_on)
            self.answers[row.id].append(_Answer(row, month, outcomes.unit or "", name))

    def _named_period(self, path: Path) -> ReportingPeriod | None:
        """Return the period of the plan's year in the name of a file or of the nearest folder."""
        below = path.relative_to(self.folder)
        names = (path.stem, *(folder.name for folder in below.parents), self.folder.resolve().name)
        periods = (period_in(name) for name in names)
        return next((period for period in periods if period and period.year == self.plan.year), None)


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in YAML or _is_workbook(path)


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() == _WORKBOOK


def _month(finished: date | None) -> int:
    return finished.month if finished else _YEARS_END


def _error(code: str, place: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)


def _warning(code: str, place: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=Severity.WARNING, place=place, message=message, remedy=remedy)


_NO_FORM = _error(
    "khong-phai-bieu-mau",
    "",
    "không phải biểu mẫu kết quả do docgen tạo, hoặc đã hỏng.",
    "Hãy tạo lại biểu mẫu bằng docgen render --format xlsx rồi chép kết quả sang.",
)


def _merged(plan: Plan, reader: _Reader) -> GatheredOutcomes:
    """Merge the answers task by task, in the order of the plan."""
    outcomes, contradictions = {}, list[Finding]()
    for row in plan.rows():
        if answers := reader.answers.get(row.id):
            outcomes[row.id] = _latest(answers)
            contradictions += _contradictions(f"Nhiệm vụ “{cut(row.text, _QUOTED)}” ({row.id})", answers)
    return GatheredOutcomes(outcomes, (*reader.findings, *contradictions))


def _latest(answers: Iterable[_Answer]) -> Outcome:
    """Return the outcome in the latest period: of several units, of those that are least far."""
    last = _by_month(answers)[-1]
    farness = min(answer.farness for answer in last)
    least = [answer for answer in last if answer.farness == farness]
    days = [answer.outcome.finished_on for answer in least if answer.outcome.finished_on]
    said = dict.fromkeys(_result(answer, alone=len(least) == 1) for answer in least if answer.outcome.result)
    return least[0].outcome.model_copy(
        update={"finished_on": max(days, default=None), "result": "; ".join(said)}
    )


def _result(answer: _Answer, *, alone: bool) -> str:
    """Return what a unit says, with its name where several do."""
    said = answer.outcome.result
    return said if alone or not answer.unit else f"{answer.unit}: {said}"


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
        if len({answer.farness for answer in told}) > 1:
            message = f"các tệp của cùng một kỳ khác nhau ({_listed(told)}); lấy tình trạng chậm nhất."
            yield _warning("ket-qua-khac-nhau", task, message, "Hãy hỏi lại các đơn vị.")
    for before, after in pairwise(months):
        done = [answer for answer in before if answer.outcome.is_done]
        undone = [answer for answer in after if not answer.outcome.is_done]
        if len(done) == len(before) and undone:
            message = f"kỳ trước đã hoàn thành mà kỳ sau chưa ({_listed((*done, *undone))}); lấy kỳ sau."
            yield _warning("hoan-thanh-roi-lai-chua", task, message, "Hãy hỏi lại đơn vị.")


def _listed(answers: Iterable[_Answer]) -> str:
    return "; ".join(map(str, answers))
