"""What a unit answered in a form: a workbook read against the plan that it is of, and no plan made of it."""

from dataclasses import dataclass, field

from docgen.model.plan import Plan
from docgen.services.tasks import Told, told
from docgen.sheets import read_outcomes, read_workbook


@dataclass
class Task:
    """Reads a filled-in form of the plan `base`."""

    base: Told
    _plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        self._plan = Plan.model_validate(self.base)

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return the `submission` as data, None where anything is wrong, and what was found."""
        workbook = read_workbook(data)
        submission, problems = read_outcomes(workbook, self._plan)
        findings = told((*workbook.findings, *problems))
        return {"submission": submission and submission.as_data(), "findings": findings}, b""
