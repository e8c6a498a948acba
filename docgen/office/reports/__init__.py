"""The report of a period, from the store: drafted, edited, printed, issued; the letter to late units."""

from docgen.office.reports.collected import results, snapshot
from docgen.office.reports.draft import DraftPassage, Edit, Origin, ReportDraft, draft
from docgen.office.reports.editing import edit, keep_mine, passage, place_picture, take_new
from docgen.office.reports.issuing import PreparedReport, doubts, issue_report, prepare_issue, refuse_day
from docgen.office.reports.letters import (
    PreparedLetter,
    issue_letter,
    issued_letters,
    late,
    letter_mark,
    prepare_letter,
    refuse_letter_day,
)
from docgen.office.reports.papers import (
    Papers,
    keep_papers,
    kept_papers,
    letter,
    letter_papers,
    report_papers,
)
from docgen.office.reports.snapshot import Snapshot, recreated
from docgen.office.reports.sources import SourceRow, has_source, source_rows, sourced

__all__ = [
    "DraftPassage",
    "Edit",
    "Origin",
    "Papers",
    "PreparedLetter",
    "PreparedReport",
    "ReportDraft",
    "Snapshot",
    "SourceRow",
    "doubts",
    "draft",
    "edit",
    "has_source",
    "issue_letter",
    "issue_report",
    "issued_letters",
    "keep_mine",
    "keep_papers",
    "kept_papers",
    "late",
    "letter",
    "letter_mark",
    "letter_papers",
    "passage",
    "place_picture",
    "prepare_issue",
    "prepare_letter",
    "recreated",
    "refuse_day",
    "refuse_letter_day",
    "report_papers",
    "results",
    "snapshot",
    "source_rows",
    "sourced",
    "take_new",
]
