"""What every row of a submission asks, in the words of the plan and of the forms, and under which heading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from docgen.model.obligation import Duty
from docgen.model.schema import title_of
from docgen.model.submission import Submission
from docgen.model.text import unmarked
from docgen.office.submissions.fields import fields_of, is_other, other_of, text_rows
from docgen.office.submissions.subject import Subject
from docgen.office.submissions.views import Asked, RowName
from docgen.rules.report_words import points
from docgen.rules.reports import contents
from docgen.store import tables
from docgen.store.tables import RowKind


@dataclass(frozen=True)
class Heading:
    """What rows stand under: the part of the appendix ("" if none), and the group or form."""

    kind: RowKind
    part: str
    title: str


def asked_rows(
    subject: Subject, names: Iterable[RowName], owed: Mapping[str, tables.Obligation]
) -> list[tuple[Heading, list[Asked]]]:
    """Return what rows ask, under their headings, in the order of the page.

    Args:
        subject: what the period is about.
        names: of the rows.
        owed: what the unit owes, by tasks.

    """
    order = _order(subject)
    named = sorted(names, key=lambda name: order.get(name, len(order)))
    rows = ((_heading(subject, name), _asked(subject, name, owed)) for name in named)
    return [(heading, [row for _, row in group]) for heading, group in groupby(rows, lambda row: row[0])]


def _order(subject: Subject) -> dict[RowName, int]:
    """Return where rows stand: tasks as in the plan, indicators as in their forms, then texts."""
    names = (
        *(RowName(RowKind.TASK, task) for task in subject.planned.placed),
        *(RowName(RowKind.STATISTIC, one.code) for one in subject.forms.indicators),
        *text_rows(),
    )
    return {name: place for place, name in enumerate(names)}


def _heading(subject: Subject, name: RowName) -> Heading:
    if name.kind is RowKind.TASK:
        placed = subject.planned.placed[name.key]
        title = unmarked(subject.planned.parts[placed.part])
        part = f"{placed.part}. {title}" if placed.part else title
        return Heading(name.kind, part, unmarked(placed.group))
    if name.kind is RowKind.STATISTIC:
        forms = (one for one in subject.forms.forms if any(row.code == name.key for row in one.indicators))
        form = next(forms, None)
        return Heading(name.kind, "Số liệu thống kê", f"Biểu {form.number}. {form.title}" if form else "")
    title = "Nội dung khác thực hiện trong kỳ" if is_other(name) else "Khó khăn, kiến nghị, nhiệm vụ kỳ sau"
    return Heading(name.kind, "", title)


def _asked(subject: Subject, name: RowName, owed: Mapping[str, tables.Obligation]) -> Asked:
    if name.kind is RowKind.TASK:
        return _task(subject, name, owed.get(name.key))
    if name.kind is RowKind.STATISTIC:
        return _indicator(subject, name)
    return Asked(name, "", _title(name), fields_of(name))


def _task(subject: Subject, name: RowName, owed: tables.Obligation | None) -> Asked:
    placed = subject.planned.placed[name.key]
    return Asked(
        name=name,
        number=placed.called,
        text=unmarked(placed.row.text),
        fields=fields_of(name),
        product=placed.row.product,
        deadline=placed.row.deadline,
        due=owed.due if owed else None,
        duty=owed.duty if owed else None,
        urgency=owed.urgency if owed else None,
        required=bool(owed and owed.duty is Duty.LEAD),
    )


def _indicator(subject: Subject, name: RowName) -> Asked:
    indicator = subject.forms.of(name.key)
    text, measure = (indicator.name, indicator.measure) if indicator else (name.key, "")
    return Asked(name, name.key, text, fields_of(name), measure=measure, required=True)


def _title(name: RowName) -> str:
    if not is_other(name):
        return title_of(Submission, [name.key])
    place, heading = other_of(name)
    titles = (point.title for point in points() if point.heading is heading)
    content = contents()[place].name
    return ": ".join((content, *titles))
