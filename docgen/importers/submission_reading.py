"""What units answered, from YAML: the value, or everything that is wrong, at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.importers.places import place_in_words
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import Place, YamlTree, read_yaml
from docgen.language.dates import short_date
from docgen.language.text import nearest
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.outcome import Outcome, Status
from docgen.model.plan import Plan
from docgen.model.submission import Submission

_NOT_FINISHED = {Status.NOT_STARTED, Status.ONGOING, Status.DROPPED}
_LATE = "Hãy ghi ngày trong năm; việc xong sau năm thì ghi cham_tien_do và nêu ngày ở ket_qua."


def read_submission(
    path: Path, plan: Plan | None = None, organisation: Organisation | None = None
) -> tuple[Submission, tuple[Finding, ...]]:
    """Return the submission in the YAML file `path`, and what they may be warned of.

    Args:
        path: the file of one unit, or of several.
        plan: the plan whose tasks they are of; without one, ids and year are not looked up.
        organisation: where its unit is looked up, when it is given.

    Raises:
        InvalidInputError: every problem of the file, in Vietnamese, with place and line.
        MissingError: there is no such file.
        RefusedError: the file is too big or too deep.

    """
    submission, findings = check_submission(path, plan, organisation)
    return usable(submission, findings, path), findings


def check_submission(
    path: Path, plan: Plan | None = None, organisation: Organisation | None = None
) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Return the submission in `path` and what they may be warned of; or None and everything that is wrong.

    Raises:
        DocgenError: the file cannot be read as YAML at all; see `read_yaml`.

    """
    tree = read_yaml(path)
    context: dict[str, Any] = {"organisation": organisation}
    submission, problems = validated(Submission, tree, context)
    own = tuple(_Remarks(submission, tree, plan).all() if submission else ())
    wrong = any(finding.severity is Severity.ERROR for finding in own)
    return None if wrong else submission, in_order((*problems, *own))


@dataclass(frozen=True)
class _Remarks:
    """What is wrong or doubtful in outcomes that have the right form."""

    submission: Submission
    tree: YamlTree
    plan: Plan | None

    def all(self) -> Iterator[Finding]:
        """Yield them in the order of the file."""
        if self.plan:
            yield from self._of_another(self.plan)
        for position, row in enumerate(self.submission.rows):
            yield from self._days(row, ("ket_qua", position, "ngay_hoan_thanh"))

    def _of_another(self, plan: Plan) -> Iterator[Finding]:
        """Tell what does not belong to a plan: the year, or, where that is right, the ids of tasks."""
        if self.submission.year != plan.year:
            message = f"là kết quả của năm {self.submission.year}, không phải của kế hoạch năm {plan.year}."
            yield self._told("nam-khac", ("nam",), message, "Hãy chọn đúng tệp, hoặc đúng kế hoạch.")
            return
        known = [row.id for row in plan.rows()]
        for position, row in enumerate(self.submission.rows):
            if row.id not in known:
                near = nearest(row.id, known)
                hint = f" Gần nhất: “{near}”." if near else ""
                message = f"mã nhiệm vụ “{row.id}” không có trong kế hoạch năm {plan.year}.{hint}"
                remedy = "Hãy sửa mã; nếu nhiệm vụ đã bị bỏ thì xóa mục này."
                yield self._told("ma-la", ("ket_qua", position, "id"), message, remedy)

    def _days(self, row: Outcome, place: Place) -> Iterator[Finding]:
        """Tell a day that lies in another year, or that a task has which is not finished."""
        if row.finished_on and row.finished_on.year != self.submission.year:
            message = (
                f"ngày {short_date(row.finished_on)} không thuộc năm {self.submission.year} của kế hoạch."
            )
            yield self._told("ngay-ngoai-nam", place, message, _LATE)
        elif row.finished_on and row.status in _NOT_FINISHED:
            message = f"có ngày hoàn thành mà tình trạng là “{row.status.label}”."
            yield self._told("mau-thuan", place, message, "Hãy xem lại.", Severity.WARNING)

    def _told(
        self, code: str, place: Place, message: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> Finding:
        return Finding(
            code=code,
            severity=severity,
            place=place_in_words(Submission, place, self.tree.data),
            line=self.tree.line(place),
            message=message,
            remedy=remedy,
        )
