"""A plan beside the one of the year before: what became of every task, and old | new | why."""

from collections import Counter
from enum import StrEnum

from pydantic import Field

from docgen.model.base import Model
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words


class Fate(StrEnum):
    """What becomes of a task of last year in the draft of the new one."""

    KEPT = "Giữ nguyên"
    CHANGED = "Giữ, có sửa"
    CARRIED = "Chuyển tiếp"
    ASKED = "Cần quyết định"
    LEFT_OUT = "Bỏ"


class TaskFate(Model):
    """What becomes of one task or sub-task, and why; `counted` is false for sub-tasks."""

    id: Slug
    text: Words
    fate: Fate
    reason: Words
    counted: bool = True


class ComparedRow(Model):
    """One place that differs or is asked about: where, the old words, the new ones, why.

    Empty `before`: it is new; empty `after`: it is left out. Several lines of a text are parted by newlines.
    `decisions` are the ids of the open decisions there.
    """

    place: Words = Field(title="Vị trí")
    before: VnText = Field(default="", title="Năm trước")
    after: VnText = Field(default="", title="Dự thảo")
    reason: Words = Field(title="Lý do")
    decisions: tuple[Slug, ...] = ()
    is_task: bool = False

    def why(self) -> str:
        """Return the reason without the lines that ask about its decisions, as "nam-1: …" does."""
        asked = tuple(f"{name}:" for name in self.decisions)
        return "\n".join(line for line in self.reason.split("\n") if not line.startswith(asked))

    def questions(self) -> dict[str, str]:
        """Return what the reason asks by the id of each decision; "" where it asks nothing."""
        lines = [line.partition(": ") for line in self.reason.split("\n")]
        asked = {name: question for name, _, question in lines}
        return {name: asked.get(name, "") for name in self.decisions}

    @property
    def is_in_appendix(self) -> bool:
        """Say whether it stands in an appendix: a task, or what a place there is named by."""
        return self.is_task or self.place.startswith(_APPENDIX)


class Comparison(Model):
    """The draft of the plan of `new_year` beside the plan of `old_year`, in the order of the page."""

    old_year: int
    new_year: int
    rows: tuple[ComparedRow, ...]
    fates: tuple[TaskFate, ...]

    def counts(self) -> Counter[Fate]:
        """Return how many counted tasks have each fate that there is, in the order of `Fate`."""
        found = Counter(task.fate for task in self.fates if task.counted)
        return Counter({fate: found[fate] for fate in Fate if found[fate]})

    def added(self) -> int:
        """Return how many rows tell of a task that last year's plan did not have."""
        return sum(row.is_task and not row.before for row in self.rows)

    def decisions(self) -> tuple[str, ...]:
        """Return the ids of the open decisions in the order of the page, each once."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row.decisions))


_APPENDIX = "Phụ lục"
