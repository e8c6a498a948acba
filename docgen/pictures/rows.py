"""The bars of a picture as they are drawn, under their headings."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.picture import PROGRESS, Bar, Picture, Progress
from docgen.pictures.shapes import Fill

_TIME = "Thời gian đã qua trong năm"


@dataclass(frozen=True)
class Row:
    """One bar: `share` of it is filled, from 0 to 1; None where there is nothing to be a share of."""

    label: str
    value: str
    share: float | None
    fill: Fill = Fill.DARK


@dataclass(frozen=True)
class Group:
    """Bars under a heading; `mark` is the share at which a line crosses them, if one does."""

    heading: str
    rows: tuple[Row, ...]
    mark: float | None = None


def groups_of(picture: Picture) -> Iterator[Group]:
    """Yield the groups of bars of `picture`, the whole plan against time last."""
    for group in picture.groups():
        yield Group(group.heading, tuple(map(_row, group.bars)))
    yield _progress(picture.progress)


def _row(bar: Bar) -> Row:
    return Row(bar.label, bar.value(), bar.done / bar.total if bar.total else None)


def _progress(progress: Progress) -> Group:
    plan, elapsed = _row(progress.plan()), progress.elapsed / progress.days
    time = Row(_TIME, progress.time(), elapsed, Fill.HATCHED)
    return Group(PROGRESS, (plan, time), mark=None if plan.share is None else elapsed)
