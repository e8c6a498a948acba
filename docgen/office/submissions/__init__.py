"""What units answer for a period: typed in, checked, sent, looked through, returned, accepted."""

from docgen.office.submissions.acts import (
    accept,
    comment,
    propose,
    recall,
    reopen,
    return_submission,
    see,
    submit,
)
from docgen.office.submissions.bringing import take_in
from docgen.office.submissions.checking import CheckedAnswers, check_answers
from docgen.office.submissions.files import VettedFile, attach, detach, evidence
from docgen.office.submissions.overview import Board, UnitStanding, board, boards, standings
from docgen.office.submissions.owing import Owed, obligations
from docgen.office.submissions.page import unit_page
from docgen.office.submissions.past import Event, VersionView, history, last_acts, timeline
from docgen.office.submissions.receipts import Reading, ReceiptFile, reading_of, receipt
from docgen.office.submissions.reusing import PastEvidence, attach_again, past_evidence
from docgen.office.submissions.reviewing import Review, ReviewedRow, review
from docgen.office.submissions.saving import (
    give_way,
    judged,
    keep_unchanged,
    reusable,
    save_row,
    set_many,
)
from docgen.office.submissions.sending import sent
from docgen.office.submissions.undoing import UNDOABLE, Undone, undo_many
from docgen.office.submissions.views import DispatchView, Filling, RowName, RowView, Saved, UnitPage
from docgen.office.submissions.workbooks import (
    BroughtRow,
    BroughtWorkbook,
    hold_workbook,
    read_workbook,
    take_workbook,
    unit_workbook,
)

__all__ = [
    "UNDOABLE",
    "Board",
    "BroughtRow",
    "BroughtWorkbook",
    "CheckedAnswers",
    "DispatchView",
    "Event",
    "Filling",
    "Owed",
    "PastEvidence",
    "Reading",
    "ReceiptFile",
    "Review",
    "ReviewedRow",
    "RowName",
    "RowView",
    "Saved",
    "Undone",
    "UnitPage",
    "UnitStanding",
    "VersionView",
    "VettedFile",
    "accept",
    "attach",
    "attach_again",
    "board",
    "boards",
    "check_answers",
    "comment",
    "detach",
    "evidence",
    "give_way",
    "history",
    "hold_workbook",
    "judged",
    "keep_unchanged",
    "last_acts",
    "obligations",
    "past_evidence",
    "propose",
    "read_workbook",
    "reading_of",
    "recall",
    "receipt",
    "reopen",
    "return_submission",
    "reusable",
    "review",
    "save_row",
    "see",
    "sent",
    "set_many",
    "standings",
    "submit",
    "take_in",
    "take_workbook",
    "timeline",
    "undo_many",
    "unit_page",
    "unit_workbook",
]
