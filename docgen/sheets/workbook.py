"""A workbook that was read: tables of text that know where they stand, and what a form of ours says."""

from dataclasses import dataclass
from datetime import date

from docgen.model.finding import Finding
from docgen.recognition.source import Line, Table


@dataclass(frozen=True)
class Form:
    """What a workbook of ours says it is a form of; titles as they are stored are its `spellings`."""

    version: int
    year: int
    subject: str
    spellings: tuple[str, ...] = ()


@dataclass(eq=False, slots=True)
class Entry(Line):
    """A cell that a unit filled in, or that was computed: its words, and its day when it is a date."""

    day: date | None = None


@dataclass(frozen=True)
class Answer:
    """The cells of a form in the columns that are no part of the appendix, by their heading, in one row."""

    task: str
    place: str
    entries: dict[str, Entry]


@dataclass(frozen=True)
class Workbook:
    """What a workbook says: a table for each visible sheet and for each `hidden` one.

    `findings` tell what could not be read and what is hidden; a `form` of ours has its `answers` apart from
    the tables, which are those of the appendices.
    """

    tables: tuple[Table, ...]
    hidden: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    form: Form | None = None
    answers: tuple[Answer, ...] = ()
