"""The end of a document: recipients on the left, authority and signature on the right (ô số 7 và 9b)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.components.pieces import LEFT, RIGHT, WHOLE, Piece
from docgen.word.reading import Block, Table

_LABEL = re.compile(r"noi nhan\s*:?$|noi nhan\s*:")
_PLACEHOLDER = re.compile(r"\(.*\)$|\(?(chu ky|da ky|ky ten|ky, dong dau)\b")
_AUTHORITY = re.compile(r"(tm|kt|tl|tuq|q)\s*\.")
_ADDRESS = re.compile(r"(dia chi|tru so|dien thoai|dt|tel|fax|e-?mail|thu dien tu|website)\b.*[:\d]")
_DEEPEST = 60


@dataclass(eq=False)
class Closing:
    """Who gets the document and who signs it; `signers` are the columns of those who sign side by side."""

    label: Piece | None = None
    recipients: list[Piece] = field(default_factory=list)
    authority: list[Piece] = field(default_factory=list)
    signer: Piece | None = None
    table: Table | None = None
    blocks: list[Block] = field(default_factory=list)
    others: "list[Closing]" = field(default_factory=list)
    """Those who sign beside, as in minutes and contracts."""
    side_by_side: bool = False
    """Whether the recipients and the signature stand in the same row."""


def is_recipients_label(piece: Piece) -> bool:
    """Whether a line is "Nơi nhận:"."""
    return _LABEL.match(piece.key) is not None


def read_closing(pieces: Sequence[Piece], blocks: Sequence[Block]) -> Closing:
    """Tell recipients and signature apart by their columns, or by what they say where there are none."""
    closing = Closing(blocks=list(blocks))
    at = next((index for index, piece in enumerate(pieces) if is_recipients_label(piece)), None)
    label = None if at is None else pieces[at]
    closing.label = label
    closing.table = _table_of(label, blocks)
    right = [piece for piece in pieces if piece.column == RIGHT]
    if label is None:
        _sign(closing, right or list(pieces))
        left = _signed([piece for piece in pieces if piece.column == LEFT])
        if right and left.authority:
            closing.others = [left]
        return closing
    own = {label.column, WHOLE} if label.paragraph.cell is None else {label.column}
    after = [piece for piece in pieces if piece.column in own]
    closing.recipients = _recipients(after[after.index(label) + 1 :])
    before = [piece for piece in pieces if piece not in closing.recipients and piece is not label]
    closing.side_by_side = label.column == LEFT and any(_on_one_row(label, piece) for piece in right)
    if label.column == RIGHT:
        _sign(closing, before)
        return closing
    _sign(closing, right or before)
    above = before if label.column != LEFT else [piece for piece in pieces[:at] if piece in before]
    beside = _signed([piece for piece in above if piece.column == LEFT])
    if right and (beside.authority or beside.signer):
        closing.others = [beside]
    return closing


def _table_of(label: Piece | None, blocks: Sequence[Block]) -> Table | None:
    cell = label.paragraph.cell if label else None
    if cell is not None:
        return cell.table
    return next((block for block in blocks if isinstance(block, Table)), None)


def _recipients(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines below "Nơi nhận:" up to the one that archives."""
    found: list[Piece] = []
    for piece in pieces[:_DEEPEST]:
        found.append(piece)
        if re.match(r"[-–+]?\s*luu\b", piece.key):
            break
    return found


def _on_one_row(label: Piece, piece: Piece) -> bool:
    cell, other = label.paragraph.cell, piece.paragraph.cell
    if cell is not None and other is not None:
        return cell.table is other.table and cell.row == other.row
    return label.paragraph is piece.paragraph or piece.column == RIGHT


def _signed(pieces: Sequence[Piece]) -> Closing:
    other = Closing()
    _sign(other, pieces)
    return other


def _sign(closing: Closing, pieces: Sequence[Piece]) -> None:
    """Tell authority and name: what is in capitals comes first, the name is the last line that is not."""
    words = [piece for piece in pieces if any(char.isalnum() for char in piece.text)]
    shown = [piece for piece in words if not (_PLACEHOLDER.match(piece.key) or _ADDRESS.match(piece.key))]
    for piece in shown:
        if closing.signer is None and (_is_upper(piece) or _heads(piece, shown[-1])):
            closing.authority.append(piece)
        elif piece is shown[-1]:
            closing.signer = piece
    if closing.signer is None and len(closing.authority) > 1 and not _is_title(closing.authority[-1]):
        closing.signer = closing.authority.pop()


def _heads(piece: Piece, last: Piece) -> bool:
    """Whether a line that is not in capitals is a title all the same: what comes above the name."""
    return _AUTHORITY.match(piece.key) is not None or (piece is not last and _is_title(piece))


def _is_upper(piece: Piece) -> bool:
    return piece.text.upper() == piece.text or all(face.caps for face in piece.faces)


_TITLES = re.compile(
    r"\b(giam doc|chu tich|chu toa|bo truong|thu truong|truong|pho|chanh|thu ky|uy vien|hieu truong|cuc|vu|"
    r"chi huy|tong|dai dien|ben|nguoi|vien truong|hoi dong|uy ban|quyen han|chu nhiem)\b"
)


def _is_title(piece: Piece) -> bool:
    return _TITLES.search(piece.key) is not None or _AUTHORITY.match(piece.key) is not None
