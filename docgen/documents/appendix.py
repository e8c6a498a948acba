"""The appendix of a plan, worded: its label, title, reference and every row of its table."""

from collections.abc import Iterator

from docgen import rules
from docgen.documents import wording
from docgen.documents.base import Appendix, Columns, Row, RowKind
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model import appendix as model
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

_OPTIONAL = ("product", "budget", "note")
_LONG_HEADING = 3
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def worded_appendices(plan: Plan, organisation: Organisation) -> tuple[Appendix, ...]:
    """Return the appendices of `plan`; two or more carry Roman numerals (Phụ lục I, Mục III.1.a)."""
    numbered = len(plan.appendices) >= rules.figure("appendix.numbered_from").use
    reference = _reference(plan, organisation.on(plan.day))
    return tuple(
        Appendix(
            label=f"{rules.text('appendix_label')} {to_roman(position)}"
            if numbered
            else rules.text("appendix_label"),
            title=appendix.title.upper(),
            reference=reference,
            orientation=appendix.orientation,
            columns=_columns(appendix),
            rows=tuple(_rows(appendix)),
        )
        for position, appendix in enumerate(plan.appendices, 1)
    )


def _reference(plan: Plan, organisation: Organisation) -> str:
    """Return "(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng … năm … của Sở Nội vụ)".

    An electronic document leaves number and day blank; a paper one names them in full (Mục III.1.c).
    """
    number, issued = (None, None) if plan.electronic else (plan.number, plan.issued_on)
    year = plan.issued_on.year if plan.issued_on else plan.issue_year
    symbol = wording.number_symbol(number, plan.type_name, organisation)
    day = wording.day_of_issue(issued, year)
    reference = f"{rules.text('appendix_reference')} {plan.type_name} số {symbol}"
    return f"({reference} {day} của {organisation.name})"


def _columns(appendix: model.Appendix) -> Columns:
    """Return the headings; an optional column has one only when a task has something under it."""
    used = {name for name in _OPTIONAL if any(getattr(row, name) for row in appendix.rows())}
    headings = appendix.headings.model_dump()
    shown = {name: balanced(text) for name, text in headings.items() if name in used or name not in _OPTIONAL}
    return Columns(**shown)


def balanced(heading: str) -> str:
    """Return a long heading with its last two syllables held together: "Cơ quan / chủ trì"."""
    *start, last = heading.split(" ")
    return " ".join(start) + NO_BREAK_SPACE + last if len(start) >= _LONG_HEADING else heading


def _rows(appendix: model.Appendix) -> Iterator[Row]:
    for position, part in enumerate(appendix.parts, 1):
        if part.title:
            yield Row(kind=RowKind.PART, number=letter(position).upper(), text=part.title.upper())
        yield from _part_rows(part)
        count = sum(1 for _ in part.tasks())
        yield Row(kind=RowKind.TOTAL, text=f"Tổng số: {count} nhiệm vụ")


def _part_rows(part: model.Part) -> Iterator[Row]:
    """Yield groups, tasks and sub-tasks; tasks are numbered through the whole part."""
    number = 0
    for position, group in enumerate(part.groups, 1):
        if group.title:
            yield Row(kind=RowKind.GROUP, number=to_roman(position), text=group.title.upper())
        for number, task in enumerate(group.tasks, number + 1):  # noqa: B020  the count goes on
            yield _task_row(task, RowKind.TASK, str(number))
            for place, subtask in enumerate(task.subtasks, 1):
                yield _task_row(subtask, RowKind.SUBTASK, f"{number}.{place}")


def _task_row(task: model.Subtask, kind: RowKind, number: str) -> Row:
    return Row(
        kind=kind,
        anchor=task.anchor,
        number=number,
        text=task.text,
        product=task.product,
        lead=", ".join(task.lead),
        coordinating=", ".join(task.coordinating),
        deadline=task.deadline,
        budget=task.budget,
        note=task.note,
    )
