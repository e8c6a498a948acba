"""Who gets a document: "Nơi nhận:", its lines, and the one that archives (G07 to G09)."""

import re

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.closing.listing import Line, lines_of_list, punctuated
from docgen.check.families.looks import aligned_text, folded, look
from docgen.check.fixing.repairs import Rewrite, SetParagraph
from docgen.components import Part, Piece
from docgen.model.finding import Severity
from docgen.rules import text

_INDENTED = 3.0
"""Points; less is how programs let a cell begin."""


def _label(case: Case) -> Breaches:
    """G07: the word above the list."""
    for part in case.paper.texts:
        label = part.closing.label if part.closing else None
        if label is not None:
            called = f"Chữ “{text('recipients_label')}”"
            yield from look("G07", "recipients_label", called, [label], aligned=False)
            yield from _flush("G07", called, label)
            yield from _colon(label)


def _colon(label: Piece) -> Breaches:
    """Yield a label without its colon, and one that does not stand alone on its line."""
    wanted = text("recipients_label")
    if label.text == wanted or label.key == wanted.lower():
        return
    written = label.paragraph.text[label.start : label.end]
    bare = written.rstrip(" :\u00a0")
    if ":" in bare:
        message = f"“{wanted}” phải ở một dòng riêng. Hãy xuống dòng sau dấu hai chấm."
        yield Breach("G07", message, label.paragraph, label.text, expected=wanted, found=label.text)
        return
    if written.endswith(":"):
        return
    repair = Rewrite(f"“{label.text}” → “{bare}:”", label.paragraph, label.start + len(bare), label.end, ":")
    message = f"Sau “{bare}” phải có dấu hai chấm; hiện “{label.text}”. Hãy ghi “{bare}:”."
    yield Breach(
        "G07", message, label.paragraph, label.text, expected=wanted, found=label.text, repairs=(repair,)
    )


def _flush(rule: str, called: str, piece: Piece) -> Breaches:
    """Yield a line of the recipients that does not begin at the left edge."""
    setting = piece.paragraph.format
    starts = setting.left + setting.first_line
    centred = setting.align in {"center", "right", "end"}
    if piece.by_tab or not (centred or starts > _INDENTED):
        return
    found = aligned_text(setting.align) if centred else "thụt vào"
    repair = SetParagraph(
        f"{called}: {found} → sát lề trái",
        piece.paragraph,
        align="left" if centred else None,
        first_line=0.0 if starts > _INDENTED else None,
    )
    message = f"{called} phải sát lề trái; hiện {found}. Hãy đặt lại như vậy."
    yield Breach(
        rule,
        message,
        piece.paragraph,
        piece.text,
        expected="sát lề trái",
        found=found,
        repairs=() if piece.paragraph.numbered else (repair,),
    )


_LINE = "Dòng nơi nhận"
_ABBREVIATED = re.compile(r"\W*[A-ZĐ]{2,8}( [A-ZĐ]{2,8})?\W*")
"""A name in capitals because it is abbreviated: "- GVCN;"."""

_ARCHIVES = re.compile(r"luu\b")


def _lines(case: Case) -> Breaches:
    """G08: how the lines are set, and their dashes and ends."""
    for part in case.paper.texts:
        lines = _list_of(part)
        pieces = [line.piece for line in lines]
        yield from folded(breach for piece in pieces for breach in _look(piece))
        yield from folded(breach for piece in pieces for breach in _flush("G08", _LINE, piece))
        listed = [line for line in lines if not _archives(line)]
        yield from punctuated("G08", _LINE, listed, ";", open_end=len(listed) == len(lines))


def _look(piece: Piece) -> Breaches:
    words = _ABBREVIATED.fullmatch(piece.text) is None
    yield from look("G08", "recipients", _LINE, [piece], aligned=False, cased=words)


def _list_of(part: Part) -> list[Line]:
    return lines_of_list(part.closing.recipients) if part.closing and part.closing.label else []


def _archives(line: Line) -> bool:
    return _ARCHIVES.match(line.piece.key.lstrip("-+*• ")) is not None


_WANTED = re.compile(r"Lưu:\s*VT(,[^;]+)?")
_LOOSE = re.compile(r"(?<=[Ll]ưu)\s*[.;,]?\s*(?=VT\b)")
_NEXT = re.compile(r"(?<=VT)\s*[;.]\s*(?=[^\s.…,])")
"""The wrong marks before and behind VT; blanks beside the right ones are for B23 to tell."""

_DRAFTER = re.compile(r"\S\s*\(?\d+\s*(b|bản)?\)\s*$")


def _archive(case: Case) -> Breaches:
    """G09: the last line, which tells where the document is kept."""
    for part in case.paper.texts:
        lines = _list_of(part)
        if not lines:
            continue
        kept = next((line for line in reversed(lines) if _archives(line)), None)
        if kept is None:
            last = lines[-1].piece
            message = (
                f"Nơi nhận thiếu dòng lưu. Hãy ghi ở dòng cuối: “- {text('archive')}, <đơn vị soạn thảo>.”"
            )
            yield Breach(
                "G09",
                message,
                last.paragraph,
                last.text,
                expected=f"- {text('archive')}, …",
                found="không có",
            )
        elif not kept.is_blank:
            yield from _kept(kept, without_unit=part.type in _WITHOUT_UNIT)


_WITHOUT_UNIT = frozenset({"Giấy giới thiệu", ""})
"""Mẫu 1.8 names no unit, nor does that of a copy."""


def _kept(line: Line, *, without_unit: bool) -> Breaches:
    piece, archive = line.piece, text("archive")
    written = piece.paragraph.text[piece.start : piece.end]
    wanted = _punctuated(line)
    if written != wanted and not _same_but_label(line, written, wanted):
        repair = Rewrite(f"“{piece.text}” → “{wanted}”", piece.paragraph, piece.start, piece.end, wanted)
        message = f"Dòng lưu phải ghi “{wanted}”; hiện “{piece.text}”. Hãy sửa dấu câu."
        yield Breach(
            "G09", message, piece.paragraph, piece.text, expected=wanted, found=piece.text, repairs=(repair,)
        )
    words = re.sub(r"\s+(?=[:,])", "", wanted.removeprefix("- ").rstrip(" ."))
    if _WANTED.fullmatch(words) is None:
        message = f"Dòng lưu phải ghi “- {archive}, <đơn vị soạn thảo>.”; hiện “{piece.text}”. Hãy gõ lại."
        yield Breach(
            "G09", message, piece.paragraph, piece.text, expected=f"- {archive}, …", found=piece.text
        )
    elif words == archive and not without_unit:
        message = f"Dòng lưu chưa ghi chữ viết tắt của đơn vị soạn thảo. Hãy ghi “- {archive}, <đơn vị>.”"
        yield Breach(
            "G09",
            message,
            piece.paragraph,
            piece.text,
            expected=f"- {archive}, <đơn vị soạn thảo>.",
            found=piece.text,
            severity=Severity.WARNING,
        )


def _same_but_label(line: Line, written: str, wanted: str) -> bool:
    """Whether a line is right as it is: its dash is Word's own."""
    return line.counted and f"- {written}" == wanted


def _punctuated(line: Line) -> str:
    """Return the line with its punctuation set right; its words stay."""
    words = _NEXT.sub(", ", _LOOSE.sub(": ", line.words, count=1), count=1)
    if _DRAFTER.search(words) and not line.end.strip():
        return f"- {words}"
    return f"- {words}{line.end if line.end.strip() == '.' else '.'}"


RULES: tuple[Rule, ...] = (_label, _lines, _archive)
"""G07 to G09."""
