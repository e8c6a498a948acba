"""What units told of every task of a plan until the end of a period, told apart by who leads it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from docgen.model.appendix import Subtask
from docgen.model.calendar import ReportingDates
from docgen.model.obligation import Duty
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.results import Answer
from docgen.transform.reporting.course import Course, History
from docgen.transform.reporting.duties import Duties
from docgen.transform.reporting.sent import Sent


class Courses:
    """The courses of all tasks, and who told of one that he has nothing to do with.

    What a unit told before it became another is told by that other one. A unit that has left the agency
    answers in the duty that it had on its last day; it counts where nobody else leads the task now.
    """

    def __init__(
        self, plan: Plan, organisation: Organisation, sent: Iterable[Sent], dates: ReportingDates
    ) -> None:
        self.strays: list[tuple[Sent, Subtask]] = []
        self._plan, self._organisation, self._dates = plan, organisation, dates
        self._duties_on = cache(lambda day: Duties(plan, organisation, day))
        self.duties = self._duties_on(dates.data_to)
        self._last_days = {unit.id: min(unit.last_day, dates.data_to) for unit in organisation.units}
        self._ends = {dates.period: dates.data_to}
        self._told: dict[str, dict[str, History]] = defaultdict(lambda: defaultdict(tuple))
        rows = {row.id: row for row in plan.rows()}
        for one in sent:
            self._ends[one.period] = one.dates.data_to
            self._take(one, rows)

    def of(self, row: Subtask) -> Course:
        """Return what was told of a row of the plan."""
        told, duties = self._told[row.id], self.duties.of(row)
        leads = [unit for unit, duty in duties.items() if duty is Duty.LEAD]
        leads = leads or [unit for unit, history in told.items() if history[-1].duty is Duty.LEAD]
        others = [unit for unit in dict.fromkeys((*duties, *told)) if unit in told and unit not in leads]
        return Course(
            row=row,
            deadline=self._plan.deadline(row),
            period=self._dates.period,
            leads=tuple(told.get(unit, ()) for unit in leads),
            others=tuple(told[unit] for unit in others),
            data_to=self._ends,
        )

    def history(self, unit: str, task: str) -> History:
        """Return what a unit, by its id, told of a task."""
        return self._told[task].get(unit, ())

    def told_now(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of units and of the tasks that they told of in the period."""
        for task, histories in self._told.items():
            for unit, history in histories.items():
                if history[-1].period == self._dates.period:
                    yield unit, task

    def _take(self, sent: Sent, rows: dict[str, Subtask]) -> None:
        unit = self.duties.today(sent.unit)
        for outcome in sent.submission.rows:
            row = rows[outcome.id]
            if duty := self._duties_on(self._last_days[unit]).may_answer(row, unit):
                answer = Answer(sent.name, outcome, sent.period, sent.file, duty)
                self._told[row.id][unit] += (answer,)
            elif sent.period == self._dates.period:
                self.strays.append((sent, row))
