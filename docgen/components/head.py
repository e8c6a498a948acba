"""The head of a document: agency and number on the left, motto and date on the right (ô số 1 đến 4, 5b)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docgen.components.pieces import LEFT, RIGHT, Piece, key
from docgen.rules import text
from docgen.word.reading import Paragraph

_TITLE = key(text("national_title"))
_SHORT_TITLE = "cong hoa xhcn viet nam"
_MOTTO = key(text("motto"))
_NUMBER = re.compile(r"s[oó]\s*[:.]?\s*($|[\d….\s]*/|[\d….]+|:)")
_DATE = re.compile(
    r"ngay\b.*\bthang\b|,\s*ngay\b|ngay\s*[\d….]+\s*/"
    r"|^[^\W\d][^,:;\d]{1,40},\s*\d{1,2}\s*([/.-]\s*\d{1,2}\s*[/.-]\s*(\d{4}|\d\d)$|thang\b)"
)
_LETTER_SUBJECT = re.compile(r"(v/v|ve viec|v\.v|vv)\b")
_STAMP = re.compile(
    r"(hoa toc|thuong khan|khan|tuyet mat|toi mat|mat|xem xong tra lai|luu hanh noi bo|du thao.*)$"
)
_DRAFT = re.compile(
    r"\W*(ban )?du thao( (lan|thu|so|ngay|thang|nam|nhat|hai|ba|tu|cuoi|cung|[\divx][\divx./-]*))*\W*"
)
_SIGNED_COPY = re.compile(r"(sao y|sao luc|trich sao)\s*;")
_SIGNED = re.compile(r"(so\s*:?\s*)?\d+\s*/|so\s*:")
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):\s?[0-5]\d:\s?[0-5]\d(?!\d)")
_SEMICOLONS = 2
_COPY = re.compile(r"(sao y|sao luc|trich sao)$")
_AGENCY = re.compile(
    r"(so|ban|phong|van phong|cuc|chi cuc|tong cuc|vu|vien|trung tam|truong|thanh tra|hoi dong|hoi|"
    r"uy ban|ubnd|hdnd|kho bac|bao|dai|benh vien|toa an|to|doan|cong ty|quy|hoc vien|bo|cong an|doi|tram)\b"
)
_UNFINISHED = re.compile(r"(uy ban nhan dan|hoi dong nhan dan|trung tam|truong|chi cuc|van phong)$")
"""A line that names an agency only with the next one."""

_COUNCIL = re.compile(r"(uy ban|hoi dong) nhan dan$")

_TERRITORY = re.compile(r"(tinh|thanh pho|xa|phuong|dac khu|huyen|quan|thi xa|thi tran)\b")
_ENGLISH = re.compile(r"\b(of|and|for|department|committee|office|ministry)\b")
_CLOSE_ENOUGH = 0.7


@dataclass(eq=False)
class Head:
    """What stands above the type of a document; lists hold one piece for each printed line."""

    national_title: Piece | None = None
    motto: Piece | None = None
    superior: list[Piece] = field(default_factory=list)
    issuer: list[Piece] = field(default_factory=list)
    number: Piece | None = None
    place_date: Piece | None = None
    copy_form: Piece | None = None
    """ "SAO Y", above a copy."""
    letter_subject: list[Piece] = field(default_factory=list)
    stamps: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """All of them, in order."""
    stamp_boxes: set[Paragraph] = field(default_factory=set)
    """The anchors of text boxes that are stamps, not the frame of the head itself."""

    @property
    def agency(self) -> str:
        """The name of the agency that issues, on one line."""
        return " ".join(piece.text for piece in self.issuer)


def is_national_title(piece: Piece) -> bool:
    """Whether a line is the Quốc hiệu, or was meant to be."""
    return _resembles(piece.key, _TITLE) or piece.key == _SHORT_TITLE


def is_motto(piece: Piece) -> bool:
    """Whether a line is the Tiêu ngữ, or was meant to be."""
    return _resembles(piece.key, _MOTTO)


def is_number(piece: Piece) -> bool:
    """Whether a line is the number and symbol, alone: with the time behind it it is a stamp."""
    return _NUMBER.match(piece.key) is not None and not is_signing_stamp(piece)


def is_signing_stamp(piece: Piece) -> bool:
    """Whether a line tells which document was signed by computer, and when (Phụ lục I, Mục II.7.b)."""
    if _SIGNED_COPY.match(piece.key):
        return True
    told = piece.key.count(";") >= _SEMICOLONS or _TIME.search(piece.key)
    return bool(told) and _SIGNED.match(piece.key) is not None


def is_date(piece: Piece) -> bool:
    """Whether a line is the place and date."""
    return _DATE.search(piece.key) is not None


def is_draft_mark(text: str) -> bool:
    """Whether a line says no more than that it stands on a draft: "DỰ THẢO", "Bản dự thảo lần 2"."""
    return _DRAFT.fullmatch(key(text)) is not None


def is_copy_form(piece: Piece) -> bool:
    """Whether a line says how a document was copied (Phụ lục I, Phần II, Mục II.2.b)."""
    return _COPY.match(piece.key) is not None


def read_head(pieces: Sequence[Piece]) -> Head:
    """Tell the lines of a head apart by what they say and where they stand."""
    head = Head(pieces=list(pieces))
    head.stamp_boxes = _boxes(pieces) - _boxes(piece for piece in pieces if _is_of_frame(piece))
    unknown = [piece for piece in pieces if not (_take_fixed(piece, head) or _take_numbered(piece, head))]
    above = _above(head.number, pieces)
    _share_out([piece for piece in unknown if _names(piece, head, above)], head)
    return head


def _boxes(pieces: Iterable[Piece]) -> set[Paragraph]:
    return {piece.paragraph.box for piece in pieces if piece.paragraph.box is not None}


def _is_of_frame(piece: Piece) -> bool:
    """Whether a line makes the box around it a frame of the head."""
    return is_national_title(piece) or is_number(piece)


def _take_fixed(piece: Piece, head: Head) -> bool:
    """Take a line whose words are fixed: Quốc hiệu, Tiêu ngữ, the form of a copy, a stamp."""
    if head.national_title is None and is_national_title(piece):
        head.national_title = piece
    elif head.motto is None and is_motto(piece):
        head.motto = piece
    elif head.copy_form is None and is_copy_form(piece):
        head.copy_form = piece
    elif _is_stamp(piece) or piece.paragraph.box in head.stamp_boxes:
        head.stamps.append(piece)
    else:
        return False
    return True


def _is_stamp(piece: Piece) -> bool:
    return _STAMP.match(piece.key) is not None or is_draft_mark(piece.text) or is_signing_stamp(piece)


def _take_numbered(piece: Piece, head: Head) -> bool:
    """Take a line that is known by its pattern: date, number, V/v."""
    if head.place_date is None and piece.column != LEFT and is_date(piece):
        head.place_date = piece
    elif head.number is None and is_number(piece):
        head.number = piece
    elif head.letter_subject or _LETTER_SUBJECT.match(piece.key):
        head.letter_subject.append(piece)
    else:
        return False
    return True


def _above(number: Piece | None, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return what stands above the number; everything where there is none."""
    return pieces if number is None else pieces[: pieces.index(number)]


def _names(piece: Piece, head: Head, above: Sequence[Piece]) -> bool:
    """Whether a line that is nothing else names an agency: on the left, or above the number."""
    if _is_rule(piece) or _is_english(piece):
        return False
    named = piece in above and piece.column != RIGHT
    return piece.column == LEFT or named or head.national_title is None


def _is_rule(piece: Piece) -> bool:
    """Whether a line is one drawn by characters."""
    return not any(char.isalnum() for char in piece.text)


def _is_english(piece: Piece) -> bool:
    """Whether a line says a name once more in English."""
    return piece.text.isascii() and _ENGLISH.search(piece.key) is not None


def _share_out(lines: list[Piece], head: Head) -> None:
    """Part the names of agencies: the issuer is what stands bold at the end, else the last name."""
    bold = [_is_bold(piece) for piece in lines]
    first = len(lines)
    while first and bold[first - 1]:
        first -= 1
    if first in {0, len(lines)}:
        names = [at for at, piece in enumerate(lines) if _AGENCY.match(piece.key)]
        first = names[-1] if len(names) > 1 else (0 if len(lines) < 2 or names == [0] else len(lines) - 1)  # noqa: PLR2004
    elif _UNFINISHED.match(lines[first - 1].key) and not _starts_anew(*lines[first - 1 : first + 1]):
        inner = _TERRITORY.match(lines[first].key) and first + 1 < len(lines)
        first += 1 if inner else -1
    head.superior, head.issuer = lines[:first], lines[first:]


def _starts_anew(above: Piece, below: Piece) -> bool:
    """Whether an agency is named below a council or committee whose place was left out."""
    return _COUNCIL.match(above.key) is not None and _AGENCY.match(below.key) is not None


def _is_bold(piece: Piece) -> bool:
    return bool(piece.faces) and all(face.bold for face in piece.faces)


def _resembles(found: str, wanted: str) -> bool:
    """Whether words share most of their words with those of a fixed line."""
    if found == wanted:
        return True
    words, fixed = set(re.findall(r"\w+", found)), set(re.findall(r"\w+", wanted))
    return len(words & fixed) / len(words | fixed) >= _CLOSE_ENOUGH if words else False
