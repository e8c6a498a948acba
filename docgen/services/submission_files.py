"""The files of a folder that units sent: each read, with what is wrong in all of them told at once."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, InvalidInputError, MissingError, RefusedError
from docgen.files import read_file
from docgen.importers.submission_reading import Checked, check_submission, check_told
from docgen.model.finding import Finding, Severity, error, warning
from docgen.model.period import ReportingPeriod, period_in
from docgen.model.submission import Submission
from docgen.services.isolation import Answer, Names, ask_each
from docgen.services.keeping import YAML
from docgen.transform.submissions import Known

_WORKBOOK = ".xlsx"
_OF_WINDOWS = {"thumbs.db", "desktop.ini"}
_UNREAD = "tep-khong-doc"
_MOST_FILES = 1_000
"""A hundred units with their files of five periods are half of that."""
_AT_A_TIME = 20
"""Workbooks that are held in memory together."""
OF_ANSWERS = frozenset({"mau-thuan", "han-bi-sua", "khong-co-ket-qua", "so-lieu-mo-ho"})
"""Codes of what is doubtful in the answers themselves, whoever asks for them."""


@dataclass(frozen=True)
class ReadFile:
    """What stands in one file, and how the file is named to officers.

    The period and the unit are those in the file, else those by which it is named. `folder` is the period
    that it or a folder around it is named by, and `called` the unit that it is named by, whatever it says
    itself; `findings` are what is doubtful in it.
    """

    submission: Submission
    name: str
    folder: ReportingPeriod | None
    findings: tuple[Finding, ...] = ()
    called: str | None = None


@dataclass(frozen=True)
class ReadFiles:
    """The files that can be used; `findings` are of those that cannot: nothing is left out silently."""

    files: tuple[ReadFile, ...]
    findings: tuple[Finding, ...]

    def refuse_errors(self, folder: Path, more: Iterable[Finding] = ()) -> None:
        """Refuse a folder with errors, in its files or in `more`, all at once.

        Raises:
            InvalidInputError: there are any.

        """
        found = (*self.findings, *more)
        if errors := [finding for finding in found if finding.severity is Severity.ERROR]:
            raise InvalidInputError(
                f"Thư mục kết quả “{folder}” có {len(errors)} chỗ phải sửa:",
                "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào.",
                errors,
            )

    def refuse_nothing(self, folder: Path) -> None:
        """Refuse a folder in which no file can hold a submission.

        Raises:
            MissingError: there is none.

        """
        if not self.files and all(finding.code == _UNREAD for finding in self.findings):
            raise MissingError(
                f"Thư mục “{folder}” không có tệp kết quả nào (.yaml, .xlsx).", "Hãy chỉ ra đúng thư mục."
            )


def read_folders(folders: Iterable[Path], root: Path, known: Known) -> ReadFiles:
    """Read every YAML file and filled-in workbook in `folders` and their sub-folders.

    Files are named from `root`. What is wrong in one does not keep the next from being read.

    Raises:
        MissingError: there is no such folder.
        RefusedError: a folder holds far too many files.

    """
    every = [path for folder in folders for path in _files_in(folder)]
    answers = _answered([path for path in every if _is_workbook(path)], known)
    read = [_read(path, root, known, answers.get(path)) for path in every if _is_readable(path)]
    files = tuple(one for one in read if isinstance(one, ReadFile))
    unread = (_unread(path.relative_to(root)) for path in every if not _is_readable(path))
    unusable = (finding for one in read if not isinstance(one, ReadFile) for finding in one)
    return ReadFiles(files, (*unread, *unusable))


def _files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files below `folder` but hidden ones; raises as `read_folders` does."""
    if folder.is_file():
        raise MissingError(f"“{folder}” là tệp, không phải thư mục.", "Hãy chỉ ra thư mục có tệp kết quả.")
    if not folder.is_dir():
        raise MissingError(f"Không tìm thấy thư mục “{folder}”.", "Hãy chỉ ra thư mục có tệp kết quả.")
    return tuple(sorted(_shown(folder)))


def _shown(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder but those that are hidden or left behind."""
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += len(names)
        if count > _MOST_FILES:
            raise RefusedError(
                f"Thư mục “{folder}” có hơn {_MOST_FILES} tệp.", "Hãy để riêng các tệp kết quả."
            )
        yield from (Path(root, name) for name in names if not _is_left_behind(name))


def _is_left_behind(name: str) -> bool:
    """Say whether a file is hidden, of a workbook that is open, or put there by Windows."""
    return name.startswith((".", "~$")) or name.lower() in _OF_WINDOWS


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in YAML or _is_workbook(path)


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() == _WORKBOOK


def _unread(name: Path) -> Finding:
    return warning(
        _UNREAD,
        str(name),
        "không phải tệp .yaml hay .xlsx nên không được đọc.",
        "Nếu là kết quả của đơn vị, hãy lưu lại dưới dạng .xlsx.",
    )


def _answered(workbooks: Sequence[Path], known: Known) -> dict[Path, Answer | DocgenError]:
    """Return what the worker tells of workbooks, some at a time."""
    answers: dict[Path, Answer | DocgenError] = {}
    plan = known.plan.as_data() if known.plan else None
    for start in range(0, len(workbooks), _AT_A_TIME):
        files = {path: _data(path) for path in workbooks[start : start + _AT_A_TIME]}
        questions = {
            path: (data, Names(str(path))) for path, data in files.items() if isinstance(data, bytes)
        }
        answers |= {path: data for path, data in files.items() if isinstance(data, DocgenError)}
        answers |= zip(questions, ask_each("answers", [*questions.values()], base=plan), strict=True)
    return answers


def _data(path: Path) -> bytes | DocgenError:
    try:
        return read_file(path)
    except DocgenError as problem:
        return problem


def _read(
    path: Path, root: Path, known: Known, answer: Answer | DocgenError | None
) -> ReadFile | tuple[Finding, ...]:
    """Read one file, or return why it cannot be used; of a workbook there is an answer already."""
    name = str(path.relative_to(root))
    folder, called = _named_period(path, root, known), _named_unit(path, known)
    assumed = {"period": folder, "unit": called}
    try:
        submission, found = (
            _checked(answer, known, assumed) if answer else check_submission(path, known, assumed)
        )
    except DocgenError as problem:
        place = "" if path.name in problem.message else name
        return (error("tep-hong", place, str(problem).replace("\n", " ")),)
    findings = tuple(finding.in_file(name) for finding in found)
    return ReadFile(submission, name, folder, findings, called) if submission else findings


def _checked(answer: Answer | DocgenError, known: Known, assumed: Mapping[str, Any]) -> Checked:
    """Check the answers of a form; its rows stay those of the plan, whatever was typed over them."""
    if isinstance(answer, DocgenError):
        raise answer
    found, told = answer.findings("findings"), answer.told["submission"]
    wrong = _errors(found)
    if told is None:
        return None, wrong
    cells = {tuple(path): cell for path, cell in answer.told.get("places", ())}
    submission, remarks = check_told(told, known, assumed, cells)
    if wrong:
        return None, (*wrong, *_errors(remarks))
    doubts = [one for one in found if one.code in OF_ANSWERS]
    said = {one.code for one in doubts}
    return submission, (*doubts, *(one for one in remarks if one.code not in said))


def _errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def _named_period(path: Path, root: Path, known: Known) -> ReportingPeriod | None:
    """Return the period of the plan's year in the name of a file or of the nearest folder."""
    year = known.plan.year if known.plan else None
    names = (path.stem, *(folder.name for folder in path.relative_to(root).parents), root.resolve().name)
    periods = (period_in(name) for name in names)
    return next((period for period in periods if period and year in {None, period.year}), None)


def _named_unit(path: Path, known: Known) -> str | None:
    """Return the name of the unit whose id a file is named by, with or without a period."""
    period = period_in(path.stem)
    bare = path.stem.replace(str(period), "").strip(" _-") if period else path.stem
    units = known.organisation.units if known.organisation else ()
    return next((unit.name for unit in units if unit.id == bare), None)
