"""What the picture of a period shows: shares done by area and by unit, and the plan against its time."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from pydantic import NonNegativeInt, PositiveInt, model_validator

from docgen.language.quantities import number, percent
from docgen.model.base import Model
from docgen.model.text import Words

AREAS = "Tỷ lệ nhiệm vụ đã hoàn thành theo lĩnh vực"
UNITS = "Tỷ lệ nhiệm vụ đã hoàn thành theo đơn vị chủ trì"
PROGRESS = "Tiến độ chung so với thời gian trong năm"
"""What each group of bars is called."""

NOTHING = "không có nhiệm vụ"
"""What a bar without tasks says: there is no share of nothing."""


class Bar(Model):
    """One bar: `done` of `total` tasks."""

    label: Words
    done: NonNegativeInt
    total: NonNegativeInt

    @model_validator(mode="after")
    def _done_is_part_of_total(self) -> Self:
        _refuse_more(self.done, self.total, f"“{self.label}”: số nhiệm vụ đã hoàn thành")
        return self

    def value(self) -> str:
        """Return what stands at the end of the bar: "23/26 (88,46%)"."""
        return _value(self.done, self.total, "") if self.total else NOTHING

    def told(self) -> str:
        """Return the bar in words: "23/26 nhiệm vụ (88,46%)"."""
        return _value(self.done, self.total, " nhiệm vụ") if self.total else NOTHING


class Progress(Model):
    """The whole plan, `done` of `total` tasks, against the time of its year: `elapsed` of `days` days."""

    done: NonNegativeInt
    total: NonNegativeInt
    elapsed: NonNegativeInt
    days: PositiveInt

    @model_validator(mode="after")
    def _parts_are_parts(self) -> Self:
        _refuse_more(self.done, self.total, "kế hoạch: số nhiệm vụ đã hoàn thành")
        _refuse_more(self.elapsed, self.days, "thời gian: số ngày đã qua")
        return self

    def plan(self) -> Bar:
        """Return the bar of the plan."""
        return Bar(label="Nhiệm vụ đã hoàn thành", done=self.done, total=self.total)

    def told(self) -> str:
        """Return in words how far the plan is: "đã hoàn thành 23/26 nhiệm vụ (88,46%)"."""
        return f"đã hoàn thành {self.plan().told()}" if self.total else NOTHING

    def time(self) -> str:
        """Return the time as it is written: "90/365 ngày (24,66%)"."""
        return _value(self.elapsed, self.days, " ngày")


class BarGroup(NamedTuple):
    """Bars under a heading."""

    heading: str
    bars: tuple[Bar, ...]


class Picture(Model):
    """The picture of a period; `title` is what is printed above it and under what it is known."""

    title: Words
    areas: tuple[Bar, ...]
    units: tuple[Bar, ...]
    progress: Progress

    def groups(self) -> Iterator[BarGroup]:
        """Yield the groups of bars that there are, in their order."""
        groups = (BarGroup(AREAS, self.areas), BarGroup(UNITS, self.units))
        return (group for group in groups if group.bars)

    def alt_text(self) -> str:
        """Return the picture in words, every number of it: what is read to one who cannot see it."""
        groups = (
            f"{group.heading}: {'; '.join(f'{bar.label} {bar.told()}' for bar in group.bars)}."
            for group in self.groups()
        )
        told = f"{self.progress.told()}; thời gian đã qua {self.progress.time()}"
        sentences = (f"Biểu đồ: {self.title}.", *groups, f"{PROGRESS}: {told}.")
        return " ".join(" ".join(sentences).split())


def _value(part: int, of: int, measure: str) -> str:
    return f"{number(part)}/{number(of)}{measure} ({percent(part, of)})"


def _refuse_more(part: int, of: int, what: str) -> None:
    if part > of:
        raise ValueError(f"{what} ({number(part)}) nhiều hơn tổng số ({number(of)})")
