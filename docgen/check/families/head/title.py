"""Type and subject: those above the content, and the V/v of a công văn (H16, H17, H19)."""

import re
from dataclasses import replace

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.names import heads, stands_free
from docgen.check.families.looks import look
from docgen.check.fixing.repairs import SetParagraph
from docgen.components import MAIN, RIGHT, WHOLE, Part, Piece, key
from docgen.language.text import nearest
from docgen.model.finding import Severity
from docgen.rules import figure, text, type_code
from docgen.rules.decree import document_types
from docgen.word.reading import Paragraph

_STOP = re.compile(r"(?<![.…\s])\s*+\.$")
_GAP_TOLERANCE = 0.5
_LONGEST_TYPE = 40
_ASIDE = 4
"""The share of the text (1/4) that must be left free on the right for a line to stand in the left half."""

_OF_KINDS = frozenset({"Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})
"""Types whose name says of which kind they are: "HỢP ĐỒNG MUA BÁN"."""

_MEANT = {"thu moi": "Giấy mời"}
"""Types of another name in the list."""

_PLACEHOLDER = re.compile(r"ten loai\b|^\W*$")


def _judge(case: Case) -> Breaches:
    for part, head in heads(case):
        if part.type_name is not None:
            yield from _type(part, part.type_name)
            yield from _subject(part, part.type_name)
        elif head.letter_subject:
            yield from _letter(case, part, head.letter_subject)
        elif part.kind == MAIN:
            yield from _untitled(part)


def _type(part: Part, piece: Piece) -> Breaches:
    beside = has_subject_beside(part, piece)
    of_one_look = beside and len(piece.faces) == 1
    named = piece if of_one_look else _named(part, piece)
    yield from look("H16", "type_name", "Tên loại văn bản", [named], cased=not of_one_look)
    if beside and not (part.type in _OF_KINDS and piece.text.isupper()):
        yield Breach(
            "H17",
            f"Trích yếu đứng cùng dòng với tên loại: “{piece.text}”. "
            "Hãy để tên loại một dòng, trích yếu xuống dòng ngay dưới.",
            piece.paragraph,
            piece.text,
            expected="trích yếu ở dòng dưới",
            found="cùng dòng",
        )


def has_subject_beside(part: Part, piece: Piece) -> bool:
    """Whether the subject stands on `piece`, the line of the type."""
    return any(letter.isalnum() for letter in piece.paragraph.text[_named(part, piece).end : piece.end])


def _named(part: Part, piece: Piece) -> Piece:
    """Return the part of a line that names the type: "KẾ HOẠCH" of "KẾ HOẠCH Cải cách …"."""
    words = re.match(r"\s+".join(r"\S+" for _ in part.type.split()), piece.paragraph.text[piece.start :])
    return replace(piece, end=piece.start + words.end()) if words else piece


def _subject(part: Part, type_name: Piece) -> Breaches:
    pieces = part.subject
    if not pieces:
        return
    yield from look("H17", "subject", "Trích yếu", pieces, cased=False)
    yield from _upper("H17", "Trích yếu", pieces)
    yield from _shortened(part.type, pieces[0])
    yield from _stop(pieces[-1])
    yield from _length(part)
    yield from _distance(part, type_name.paragraph, pieces[0].paragraph)


def _upper(rule: str, called: str, pieces: list[Piece]) -> Breaches:
    caps = all(face.caps for piece in pieces for face in piece.faces)
    if caps or " ".join(piece.text for piece in pieces).isupper():
        yield Breach(
            rule,
            f"{called} phải in thường; hiện in hoa. Hãy gõ lại.",
            pieces[0].paragraph,
            pieces[0].text,
            expected="in thường",
            found="in hoa",
        )


def _shortened(type_: str, piece: Piece) -> Breaches:
    """Yield the "V/v" of a công văn in the subject of another type."""
    if found := re.match(r"[Vv]/[Vv]\b", piece.text):
        yield Breach(
            "H17",
            f"“{found[0]}” chỉ viết ở công văn; trích yếu của {type_.lower()} không viết tắt. "
            "Hãy ghi “Về việc …” hoặc bỏ các chữ này.",
            piece.paragraph,
            piece.text,
            expected="không viết tắt",
            found=found[0],
            severity=Severity.WARNING,
        )


def _stop(piece: Piece) -> Breaches:
    written = piece.paragraph.text[piece.start : piece.end]
    if _STOP.search(written):
        yield Breach(
            "H17",
            f"Trích yếu không có dấu chấm ở cuối: “{piece.text}”. Hãy bỏ dấu chấm.",
            piece.paragraph,
            piece.text,
            expected="không có dấu chấm",
            found=".",
            severity=Severity.WARNING,
        )


def _length(part: Part) -> Breaches:
    most, length = figure("subject.length").high or 0, len(part.subject_text)
    if length > most:
        yield Breach(
            "H17",
            f"Trích yếu dài {length} ký tự; phần mềm quản lý văn bản chỉ nhận {most:g}. Hãy viết gọn lại.",
            part.subject[0].paragraph,
            part.subject_text,
            expected=f"không quá {most:g} ký tự",
            found=f"{length} ký tự",
            severity=Severity.WARNING,
        )


def _distance(part: Part, above: Paragraph, below: Paragraph) -> Breaches:
    if above.cell is not None or below.cell is not None or above is below:
        return
    at = part.blocks.index(above)
    between = part.blocks[at + 1 : part.blocks.index(below)]
    if any(isinstance(block, Paragraph) and not block.drawings and block.is_empty for block in between):
        yield Breach(
            "H17",
            "Trích yếu phải ngay dưới tên loại; hiện cách một dòng trống. Hãy xóa dòng trống.",
            below,
            expected="ngay dưới tên loại",
            found="cách dòng trống",
            severity=Severity.WARNING,
        )


def _untitled(part: Part) -> Breaches:
    """Yield what stands in the place of the type and is none, or a công văn without its V/v."""
    code = _symbol_code(part)
    title = next((one.paragraph for one in part.body[:1] if _is_title(one.paragraph)), None)
    if title is not None and not _PLACEHOLDER.search(key(title.words)):
        near = _MEANT.get(key(title.words)) or nearest(title.words, document_types())
        hint = f" Gần nhất là “{near.upper()}”." if near else ""
        yield Breach(
            "H16",
            f"“{title.words}” không có trong danh mục tên loại văn bản.{hint} Hãy ghi lại tên loại.",
            title,
            expected=near.upper() if near else "tên loại trong danh mục",
            found=title.words,
        )
    elif code is not None and code not in {type_code(name) for name in document_types()}:
        number = part.head.number if part.head else None
        yield Breach(
            "H19",
            f"Công văn chưa có trích yếu “{text('letter_subject')} …” dưới số, ký hiệu. Hãy ghi thêm.",
            number.paragraph if number else None,
            number.text if number else "",
            expected=f"{text('letter_subject')} …",
            found="không có",
        )


def is_untitled(part: Part) -> bool:
    """Whether another rule tells already that a document has no type or V/v."""
    return part.type_name is None and any(True for _ in _untitled(part))


def _is_title(paragraph: Paragraph) -> bool:
    words = paragraph.words
    bold = bool(paragraph.faces) and all(face.bold for face in paragraph.faces)
    short = len(words) <= _LONGEST_TYPE and words.isupper() and not words.endswith((":", "."))
    return short and bold and paragraph.format.align == "center"


def _symbol_code(part: Part) -> str | None:
    """Return the first letters of the symbol; None where there is none or it is still to be filled in."""
    number = part.head.number if part.head else None
    found = re.search(r"/\s*([^\W\d_]+)\s*-", number.text) if number else None
    return found[1] if found else None


def _letter(case: Case, part: Part, pieces: list[Piece]) -> Breaches:
    first, words = pieces[0], [piece for piece in pieces if any(sign.isalnum() for sign in piece.text)]
    wanted = text("letter_subject")
    if not re.match(rf"{wanted}\b", first.text):
        yield Breach(
            "H19",
            f"Trích yếu công văn phải bắt đầu bằng “{wanted}”; hiện ghi “{first.text}”. Hãy sửa lại.",
            first.paragraph,
            first.text,
            expected=f"{wanted} …",
            found=first.text.split(" ", 1)[0],
        )
    placed = all(piece.column != WHOLE and not stands_free(piece) for piece in words)
    yield from look("H19", "letter_subject", "Trích yếu công văn", words, aligned=placed, cased=False)
    yield from _upper("H19", "Trích yếu công văn", words)
    yield from _beneath(case, words)
    yield from _gap(part, first)


def _beneath(case: Case, pieces: list[Piece]) -> Breaches:
    """Yield where V/v does not stand under the number: in the other half, in the middle of the page."""
    if any(stands_free(piece) for piece in pieces):
        return
    whole = [piece for piece in pieces if piece.column == WHOLE]
    room = case.paper.section_of(pieces[0].paragraph).room
    central = [
        piece for piece in whole if piece.align == "center" and piece.paragraph.format.right < room / _ASIDE
    ]
    flush = [piece for piece in whole if _is_flush(piece)]
    found = "giữa trang" if central else "sát lề trái" if flush else "bên phải"
    if central or flush or any(piece.column == RIGHT for piece in pieces):
        yield Breach(
            "H19",
            f"Trích yếu công văn phải ở giữa nửa bên trái, ngay dưới số, ký hiệu; hiện {found}. "
            "Hãy chuyển vào ô có số, ký hiệu.",
            pieces[0].paragraph,
            pieces[0].text,
            expected="dưới số, ký hiệu",
            found=found,
        )


def _is_flush(piece: Piece) -> bool:
    """Whether a line as wide as the page begins at its left edge."""
    setting = piece.paragraph.format
    inset = setting.left + setting.first_line or setting.right
    return piece.align not in {"center", "right", "end", None} and not inset


def _gap(part: Part, piece: Piece) -> Breaches:
    number = part.head.number if part.head else None
    if number is None or not _are_neighbours(part, number, piece):
        return
    above, below = number.paragraph.format, piece.paragraph.format
    row = figure("letter_subject.gap")
    gaps = {above.after + below.before, max(above.after, below.before)}
    if above.contextual or below.contextual or any(row.allows(gap, _GAP_TOLERANCE) for gap in gaps):
        return
    found = f"{max(gaps):g} pt".replace(".", ",")
    told = f"Trích yếu công văn: cách số, ký hiệu {found} → {row.use:g} pt"
    yield Breach(
        "H19",
        f"Trích yếu công văn cách số, ký hiệu {found}; phải cách {row.use:g} pt. "
        f"Hãy đặt khoảng cách phía trên dòng này là {row.use:g} pt.",
        piece.paragraph,
        piece.text,
        expected=f"{row.use:g} pt",
        found=found,
        severity=Severity.WARNING,
        repairs=() if above.after else (SetParagraph(told, piece.paragraph, before=row.use),),
    )


def _are_neighbours(part: Part, number: Piece, piece: Piece) -> bool:
    """Whether V/v is the paragraph right below the number, in its cell or in the text."""
    above, below = number.paragraph, piece.paragraph
    if above.cell is not below.cell or above.numbered or below.numbered:
        return False
    blocks = above.cell.blocks if above.cell else part.blocks
    if above not in blocks or below not in blocks:
        return False
    return blocks.index(below) == blocks.index(above) + 1


RULES: tuple[Rule, ...] = (_judge,)
