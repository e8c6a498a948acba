"""Breaches of words that are written otherwise than the decree writes them, and how they are rewritten."""

from docgen.check.breach import Breach
from docgen.check.case import Case
from docgen.check.families.head.names import shown
from docgen.check.fixing.repairs import Rewrite
from docgen.components import Piece
from docgen.model.finding import Severity


def blank(case: Case, rule: str, piece: Piece, what: str, who: str) -> Breach:
    """Return that a piece is still to be filled in (`what`) and by whom: no error in a draft."""
    severity = Severity.INFO if case.settings.draft else Severity.ERROR
    message = f"{what}: “{piece.text}”. {who}"
    return Breach(rule, message, piece.paragraph, piece.text, found="để trống", severity=severity)


def misread(rule: str, called: str, piece: Piece, like: str, call: str = "") -> Breach:
    """Return that a piece, `called` so, is not written `like` this; `call` says what to do, where known."""
    message = f"{called} ghi “{shown(piece)}”; phải ghi như “{like}”.{call or ' Hãy gõ lại.'}"
    return Breach(rule, message, piece.paragraph, piece.text, expected=like, found=piece.text)


def rewritten(rule: str, piece: Piece, span: tuple[int, int], right: str, message: str) -> Breach:
    """Return a breach whose repair writes `right` for the characters `span` of a piece."""
    start, end = piece.start + span[0], piece.start + span[1]
    before = piece.paragraph.text[start:end]
    told = f"“{before}” → “{right}”" if before else f"thêm “{right}”"
    return Breach(
        rule,
        message,
        piece.paragraph,
        piece.text,
        expected=right,
        found=before or "thiếu",
        repairs=(Rewrite(told, piece.paragraph, start, end, right),),
    )
