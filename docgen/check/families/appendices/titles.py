"""The title of an appendix: "Phụ lục", its number, its name and the line "(Kèm theo …)" (A01 to A04)."""

import re
from collections.abc import Iterator, Sequence

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.looks import folded, look
from docgen.components import APPENDIX, Part, Piece, Role, key
from docgen.language.numerals import is_roman, to_roman
from docgen.model.finding import Severity
from docgen.rules import figure, text
from docgen.word.reading import Paragraph, Table

_ALONE = re.compile(r"phu luc(\s+(so\s+)?([ivxlc]+|\d+|[a-h]))?[\s\d.:…]*$")
_NUMBER = re.compile(r"(?i:phụ\s+lục)\s+(?:(?i:số)\s+)?([IVXLC]+|[ivxlc]+|\d+|[A-Ha-h])(?![^\W_])")
_BLANK = re.compile(r"[.…]{2,}|…")
_SEVERAL = re.compile(r"phu luc\s+(so\s+)?(ii|iii|iv|v|vi|0?[2-9])\b|cac phu luc")


def _label(case: Case) -> Breaches:
    """A01: the line "Phụ lục I"."""
    for part in case.paper.appendices:
        label = part.label
        if label is None:
            continue
        called = f"Dòng “{text('appendix_label')}”"
        yield from look("A01", "appendix_label", called, [label])
        if _ALONE.match(label.key) is None:
            message = f"“{text('appendix_label')}” và số thứ tự phải ở một dòng riêng. Hãy xuống dòng sau đó."
            yield Breach(
                "A01", message, label.paragraph, label.text, expected="một dòng riêng", found=label.text
            )


def _number(case: Case) -> Breaches:
    """A02: Roman numbers in order where there are several appendices, none for one."""
    for appendices in _families(case.paper.parts):
        if len(appendices) >= figure("appendix.numbered_from").use:
            yield from _numbered(appendices)
        elif (found := _number_of(appendices[0])) and not _is_one_of_many(case, appendices[0]):
            message = f"Văn bản chỉ có một phụ lục thì không đánh số; hiện “{found}”. Hãy bỏ số."
            yield _misnumbered(appendices[0], message, "không đánh số", found)


def _families(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield the appendices that belong to one text."""
    found: list[Part] = []
    for part in parts:
        if part.kind == APPENDIX:
            found.append(part)
        elif found:
            yield found
            found = []
    if found:
        yield found


def _is_one_of_many(case: Case, appendix: Part) -> bool:
    """Whether an appendix is a file of its own, or others of the document are."""
    main = case.paper.main
    return main is appendix or main.head is None or any(_SEVERAL.search(key(one.text)) for one in main.body)


def _number_of(appendix: Part) -> str:
    found = _NUMBER.match(appendix.label.text) if appendix.label else None
    return found[1] if found else ""


def _numbered(appendices: Sequence[Part]) -> Breaches:
    for at, appendix in enumerate(appendices, start=1):
        wanted, found = to_roman(at), _number_of(appendix)
        if found == wanted or (appendix.label and _BLANK.search(appendix.label.text)):
            continue
        if not found:
            message = f"Có {len(appendices)} phụ lục thì phải đánh số La Mã. Hãy ghi “Phụ lục {wanted}”."
        elif is_roman(found):
            message = (
                f"Phụ lục này đứng thứ {at} nên phải là “Phụ lục {wanted}”; hiện “{found}”. Hãy đánh số lại."
            )
        else:
            message = f"Phụ lục đánh số La Mã; hiện “{found}”. Hãy ghi “Phụ lục {wanted}”."
        yield _misnumbered(appendix, message, f"Phụ lục {wanted}", found or "không có số")


def _misnumbered(appendix: Part, message: str, expected: str, found: str) -> Breach:
    at = appendix.label
    place, words = (at.paragraph, at.text) if at else (None, "")
    return Breach("A02", message, place, words, expected=expected, found=found)


_NO_TITLE = re.compile(r"\(|don vi tinh|(mau|bieu|bang)\s+(mau\s+)?(so\s+)?[\divx]")


def _title(case: Case) -> Breaches:
    for part in case.paper.appendices:
        title = [piece for piece in part.subject if not _NO_TITLE.match(piece.key)]
        if part.label is not None and _lacks_title(part, part.label):
            yield _untitled(part.label)
        yield from folded(look("A03", "appendix_title", "Tên phụ lục", title))


def _lacks_title(part: Part, label: Piece) -> bool:
    """Whether no title stands where it should, beside the label, or below the line "(Kèm theo …)"."""
    if part.subject or not part.reference or _ALONE.match(label.key) is None:
        return False
    below = next((one.paragraph for one in part.body if one.role is not Role.RULE), None)
    return below is None or not (below.words.isupper() or below.format.align == "center")


def _untitled(label: Piece) -> Breach:
    """Mục III.1.b asks for a title where there is one, so that its lack is only likely a mistake."""
    message = "Phụ lục chưa có tên. Hãy ghi tên phụ lục, in hoa, ở dưới dòng này."
    return Breach(
        "A03", message, label.paragraph, label.text, found="không có tên", severity=Severity.WARNING
    )


_WITH = f"“({text('appendix_reference')} …)”"
_COLON = re.compile(r"(?<=số)\s*:", re.IGNORECASE)


def _reference(case: Case) -> Breaches:
    """A04: the line "(Kèm theo …)" and the short line under it."""
    for part in case.paper.appendices:
        if not part.reference:
            yield from _unreferred(part)
            continue
        yield from folded(look("A04", "appendix_reference", f"Dòng {_WITH}", part.reference))
        yield from _brackets(part)
        for piece in part.reference:
            yield from _colon(piece)
        last = part.reference[-1]
        if not _underlined(part, last):
            message = f"Dưới dòng {_WITH} phải có một đường kẻ ngắn, canh giữa. Hãy vẽ thêm."
            yield Breach(
                "A04",
                message,
                last.paragraph,
                last.text,
                expected="đường kẻ ngắn",
                found="không có",
                severity=Severity.WARNING,
            )


def _unreferred(part: Part) -> Breaches:
    at = part.subject[-1] if part.subject else part.label
    if at is not None:
        message = f"Dưới tên phụ lục thiếu dòng {_WITH}. Hãy ghi thêm."
        yield Breach("A04", message, at.paragraph, at.text, expected="(Kèm theo …)", found="không có")


def _brackets(part: Part) -> Breaches:
    words = " ".join(piece.text for piece in part.reference)
    if words.startswith("(") and words.rstrip(" ./").endswith(")"):
        return
    first = part.reference[0]
    message = f"Dòng {_WITH} phải nằm trong ngoặc đơn. Hãy thêm dấu ngoặc."
    yield Breach("A04", message, first.paragraph, words, expected="( … )", found=words)


def _colon(piece: Piece) -> Breaches:
    found = _COLON.search(piece.paragraph.text, piece.start, piece.end)
    if found is None:
        return
    message = f"Dòng {_WITH}: sau “số” không có dấu hai chấm. Hãy bỏ dấu này."
    yield Breach("A04", message, piece.paragraph, piece.text, expected="số", found="số:")


def _underlined(part: Part, last: Piece) -> bool:
    """Whether a line is drawn under a piece: a drawing, a border, a row of strokes, or underlined words."""
    if any(face.underline != "none" for face in last.faces):
        return True
    after = part.blocks[_at(part, last.paragraph) :]
    for block in after:
        if isinstance(block, Table):
            return False
        if block.drawings or block.format.borders or (block.words and not _has_letters(block)):
            return True
        if block is not last.paragraph and not block.is_empty:
            return False
    return False


def _at(part: Part, paragraph: Paragraph) -> int:
    return next((at for at, block in enumerate(part.blocks) if block is paragraph), len(part.blocks))


def _has_letters(paragraph: Paragraph) -> bool:
    return any(letter.isalnum() for letter in paragraph.words)


RULES: tuple[Rule, ...] = (_label, _number, _title, _reference)
"""A01 to A04."""
