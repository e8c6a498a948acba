"""The rows of a plan with their place on the page: number, part, group, content of reform."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.appendix import Subtask
from docgen.model.plan import MarkedPart, Plan
from docgen.rules.reports import content_of


@dataclass(frozen=True)
class Placed:
    """A row: its printed number ("3", "1.1"), the mark of its part, the title and content of its group."""

    row: Subtask
    number: str
    part: str
    group: str
    content: int | None
    counted: bool

    @property
    def called(self) -> str:
        """What a list of rows calls it: "A.3", "B.1.1"."""
        return ".".join(filter(None, (self.part, self.number)))


def placed_rows(plan: Plan) -> Iterator[Placed]:
    """Yield every row of every appendix in the order of the page."""
    for marked in plan.marked_parts():
        yield from _rows(marked)


def _rows(marked: MarkedPart) -> Iterator[Placed]:
    mark, part_title, part = marked
    number = 0
    for group in part.groups:
        title = group.title or part_title
        content = content_of(title)
        for number, task in enumerate(group.tasks, number + 1):  # noqa: B020  the count goes on
            yield Placed(task, str(number), mark, title, content, counted=True)
            for place, subtask in enumerate(task.subtasks, 1):
                yield Placed(subtask, f"{number}.{place}", mark, title, content, counted=False)
