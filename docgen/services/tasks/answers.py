"""What a unit answered in a form: a workbook read against the plan that it is of, and no plan made of it.

There are two kinds: the plan with columns to fill in, and the form of one unit for one period.
"""

from dataclasses import dataclass, field

from docgen.model.plan import Plan
from docgen.services.tasks import Told, told
from docgen.sheets import Workbook, read_outcomes, read_unit_form, read_workbook


@dataclass
class Task:
    """Reads a filled-in form of the plan `base`."""

    base: Told
    _plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        self._plan = Plan.model_validate(self.base)

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return the `submission` as data, None where it cannot be read, and what was found.

        Of the form of a unit there are also the `places` of what is in the data, as pairs of path and cell;
        errors among the findings tell what of it is not there.
        """
        workbook = read_workbook(data)
        read = self._of_unit if workbook.of_unit else self._of_plan
        return read(workbook), b""

    def _of_plan(self, workbook: Workbook) -> Told:
        submission, problems = read_outcomes(workbook, self._plan)
        findings = told((*workbook.findings, *problems))
        return {"submission": submission and submission.as_data(), "findings": findings}

    def _of_unit(self, workbook: Workbook) -> Told:
        answers = read_unit_form(workbook, self._plan)
        return {
            "submission": answers.submission and answers.submission.as_data(),
            "places": [*answers.places.items()],
            "taken": workbook.of_unit.taken if workbook.of_unit else "",
            "findings": told((*workbook.findings, *answers.findings)),
        }
