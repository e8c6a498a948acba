"""A workbook that was read: tables of text that know where they stand, and what a form of ours says."""

from collections.abc import Mapping
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
class Section:
    """A sheet of the form of a unit, below its headings: its rows, whose entries are by keys of columns.

    `lines` are the cells of the marked lines over the table; `merged` are rows that merged cells join,
    `lacking` and `repeated` are headings that are not there once.
    """

    place: str
    rows: tuple[Answer, ...]
    lines: Mapping[str, tuple[Entry, ...]]
    merged: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilledForm:
    """The form of a unit: what it says it is of, and its sheets by their marks, each as often as it is there.

    `version` is None where it cannot be read.
    """

    version: int | None
    year: str
    subject: str
    period: str
    unit: str
    name: str
    taken: str
    sections: Mapping[str, tuple[Section, ...]]


@dataclass(frozen=True)
class Workbook:
    """What a workbook says: a table for each visible sheet and for each `hidden` one.

    `findings` tell what could not be read and what is hidden; a `form` of ours has its `answers` apart from
    the tables, which are those of the appendices. What is `of_unit` is the form of a unit for a period.
    """

    tables: tuple[Table, ...]
    hidden: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    form: Form | None = None
    answers: tuple[Answer, ...] = ()
    of_unit: FilledForm | None = None
