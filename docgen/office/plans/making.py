"""The files of a plan made of what is kept, each when it is asked for."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from sqlalchemy.orm import Session

from docgen.model.comparison import Comparison
from docgen.model.outcome import Outcome
from docgen.model.plan import Plan
from docgen.office.agency import organisation
from docgen.office.desk import VIETNAM
from docgen.office.plans.drafting import drafted_from, year_outcomes
from docgen.office.plans.kept import newest, row_of
from docgen.pdf import convert
from docgen.services.render import Format, plan_files, word_file
from docgen.services.rollforward import comparison_files, redlined
from docgen.services.without_commands import without_commands
from docgen.transform.rollforward import rollforward
from docgen.transform.rollforward.edited import compared_now

Maker = Callable[[], bytes]


class Making:
    """The files of the newest version of a plan."""

    def __init__(self, session: Session, year: int) -> None:
        self._row = row_of(session, year)
        self.plan, self.agency = newest(session, self._row), organisation(session)
        before = drafted_from(session, year)
        self.beside = before and self._beside(session, before)

    def _beside(self, session: Session, before: Plan) -> "Beside":
        drafted_on = self._row.created_at.astimezone(VIETNAM).date()
        outcomes = year_outcomes(session, before.year, drafted_on).outcomes
        return Beside(self, before, outcomes)

    @property
    def content(self) -> str:
        """A hash of all that the files are made of."""
        own = [version("docgen"), self._row.state, self.plan.as_data(), self.agency.as_data()]
        made_of = [*own, self.beside and self.beside.data]
        return sha256(json.dumps(made_of, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @property
    def makers(self) -> dict[str, Maker]:
        """What makes the files, by the ends of their names."""
        own: dict[str, Maker] = {".docx": lambda: self.docx, ".pdf": self._pdf, ".xlsx": self._xlsx}
        return own | (self.beside.makers if self.beside else {})

    @cached_property
    def docx(self) -> bytes:
        """The Word file."""
        return word_file(self.plan, self.agency, said=without_commands)

    def _pdf(self) -> bytes:
        return convert(self.docx).data

    def _xlsx(self) -> bytes:
        return plan_files(self.plan, self.agency, [Format.XLSX])[0][Format.XLSX]


class Beside:
    """The plan held against the one before it, from which it was drafted with `outcomes`."""

    def __init__(self, making: Making, before: Plan, outcomes: Mapping[str, Outcome]) -> None:
        self._making, self._before, self._outcomes = making, before, outcomes

    @property
    def data(self) -> list[Any]:
        """What it is made of besides, as JSON."""
        return [self._before.as_data(), {task: one.as_data() for task, one in self._outcomes.items()}]

    @property
    def makers(self) -> dict[str, Maker]:
        """What makes the files, by the ends of their names."""
        return {
            "-thay-doi.docx": self._redline,
            "-so-sanh.docx": lambda: self._papers[0],
            "-so-sanh.xlsx": lambda: self._papers[1],
        }

    @cached_property
    def comparison(self) -> Comparison:
        """Old, new and why."""
        plan, agency = self._making.plan, self._making.agency
        rolled = rollforward(self._before, plan.year, agency, self._outcomes)
        return compared_now(self._before, plan, rolled)

    def _redline(self) -> bytes:
        return redlined(self._before, self._making.docx, self._making.agency)

    @cached_property
    def _papers(self) -> tuple[bytes, bytes]:
        return comparison_files(self.comparison, self._making.plan, self._making.agency)
