"""Which entries of an appendix are its titles and tasks, where their numbers alone do not tell."""

from collections.abc import Iterable, Sequence

from docgen.recognition.entry import Entry, Kind
from docgen.recognition.row_numbers import UNDER_TASKS, Mark

PART_LEVEL, GROUP_LEVEL, DEEPER = range(3)
"""What a title begins; an appendix has nothing deeper than a group."""

_ROWS = {Kind.TASK, Kind.SUBTASK}


def shaped(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries as titles, tasks and sub-tasks; titles without number and task are left out."""
    _make_titles_of_tasks(entries)
    _make_tasks_of_titles(entries)
    following = [*entries[1:], None]
    return [
        entry
        for entry, after in zip(entries, following, strict=False)
        if entry.kind is not Kind.TITLE or entry.number or (after and after.kind in _ROWS)
    ]


def levels(entries: Iterable[Entry]) -> dict[Mark, int]:
    """Return what the titles of each mark begin; the mark that comes first is the outer one."""
    titles = (entry for entry in entries if entry.kind is Kind.TITLE)
    marks = list(dict.fromkeys(entry.mark for entry in titles if entry.mark))
    if len(marks) == 1 and marks[0] not in {Mark.PART, Mark.LETTER}:
        return {marks[0]: GROUP_LEVEL}
    return {mark: min(level, DEEPER) for level, mark in enumerate(marks)}


def _make_titles_of_tasks(entries: Sequence[Entry]) -> None:
    """Make titles of 1, 2 and tasks of 1.1, 1.2 or a), b) where only these are answered for."""
    arabic = [entry for entry in entries if entry.kind is Kind.TASK and entry.mark is Mark.ARABIC]
    answered = [entry for entry in entries if entry.kind in _ROWS and entry.answered]
    ours = any(entry.row.task for entry in entries)
    if ours or not answered or any(entry.answered for entry in arabic):
        return
    for entry in arabic:
        entry.kind = Kind.TITLE
    if not any(entry.kind is Kind.TASK for entry in answered):
        outermost = min(map(_depth, answered))
        for entry in entries:
            if entry.kind is Kind.SUBTASK and _depth(entry) == outermost:
                entry.kind = Kind.TASK


def _make_tasks_of_titles(entries: Sequence[Entry]) -> None:
    """Make tasks of I, II … where nothing else is a task and these are answered for."""
    if not any(entry.kind in _ROWS for entry in entries):
        for entry in entries:
            if entry.kind is Kind.TITLE and entry.answered:
                entry.kind = Kind.TASK


def _depth(entry: Entry) -> tuple[int, int]:
    """Return how deep a sub-task stands, to compare: 1.1 before 1.1.1 before a) before -."""
    number = entry.number
    return (UNDER_TASKS.index(number.mark), number.text.count(".")) if number else (len(UNDER_TASKS), 0)
