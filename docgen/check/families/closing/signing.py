"""Who signs: where the signature stands, by what authority, the name, the room to sign (G01 to G06)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.closing.room import signing_room
from docgen.check.families.looks import aligned_text, folded, look
from docgen.components import RIGHT, WHOLE, Closing, Part, Piece
from docgen.model.finding import Severity
from docgen.model.signature import honours

_AGREED = frozenset({"Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})
"""Both sides write their titles as they are used to."""


def closings(case: Case) -> Iterator[tuple[Part, Closing]]:
    """Yield the closing of every text, those who sign beside too."""
    for part in case.paper.texts:
        if part.closing is not None:
            yield part, part.closing
            yield from ((part, other) for other in part.closing.others)


def _place(case: Case) -> Breaches:
    """G01: recipients on the left, level with the title of who signs."""
    for part in case.paper.texts:
        closing = part.closing
        if closing is None or closing.label is None or not closing.authority or closing.others:
            continue
        if found := _misplaced(case, closing, closing.label):
            message = (
                f"“Nơi nhận:” phải ở bên trái, ngang hàng với quyền hạn, chức vụ của người ký; hiện {found}. "
            )
            call = "Hãy đặt hai phần trong một hàng của bảng hai cột không viền."
            yield Breach(
                "G01",
                message + call,
                closing.label.paragraph,
                closing.label.text,
                expected="bên trái, ngang hàng với chức vụ người ký",
                found=found,
            )


def _misplaced(case: Case, closing: Closing, label: Piece) -> str:
    title = closing.authority[0]
    if label.column == RIGHT:
        return "ở bên phải"
    if label.column == WHOLE:
        alone = case.paper.section_of(label.paragraph).columns == 1 and label.paragraph.box is None
        return "không ngang hàng" if alone and title.paragraph.box is None else ""
    cell, other = label.paragraph.cell, title.paragraph.cell
    if cell is not None and other is not None and cell.table is other.table and cell.row != other.row:
        return "ở hàng khác của bảng"
    return "" if closing.side_by_side else "không ngang hàng"


def _title(case: Case) -> Breaches:
    """G02: how the title is set; that it is centred is shown by the decree's drawing alone."""
    centred = aligned_text("center")
    for part, closing in closings(case):
        if part.type not in _AGREED:
            for breach in folded(look("G02", "authority", "Quyền hạn, chức vụ", closing.authority)):
                mild = breach.expected == centred
                yield replace(breach, severity=Severity.WARNING) if mild else breach


_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)(\s*\.?\s*)(?=[^\W\d_])")
_MISTYPED = re.compile(
    r"(T\s*[/.]\s*M|K\s*[/.]\s*T|T\s*[/.]\s*L|T\s*[/.]\s*U\s*[/.]\s*Q|(?:TM|KT|TL|TUQ|Q)\s*[/:,-])\W*"
)
_IN_WORDS = {
    "THAY MẶT ": "TM.",
    "QUYỀN ": "Q.",
    "KÝ THAY ": "KT.",
    "THỪA LỆNH ": "TL.",
    "THỪA ỦY QUYỀN ": "TUQ.",
    "THỪA UỶ QUYỀN ": "TUQ.",
}
_NOT_IN_WORDS = "QUYỀN HẠN"
_DEPUTY = re.compile(r"\b(PHÓ|THỨ TRƯỞNG)\b")
_BLANK = re.compile(r"[.…_]{2,}|…")
_CAPTION = "Chữ viết tắt quyền hạn"


def _prefix(case: Case) -> Breaches:
    """G03: the abbreviation before the title, and whose title follows it."""
    for part, closing in closings(case):
        if part.type in _AGREED:
            continue
        for at, line in enumerate(closing.authority):
            words = line.text.upper()
            if wanted := _well_typed(words):
                message = f"{_CAPTION} phải ghi “{wanted}”; hiện “{line.text}”. Hãy gõ lại."
                yield Breach("G03", message, line.paragraph, line.text, expected=wanted, found=line.text)
            below = " ".join(other.text for other in closing.authority[at + 1 :]).upper()
            yield from _followed(line, words, below)


def _well_typed(words: str) -> str:
    """Return how a title should begin with its abbreviation; empty where it does, or has none."""
    if words.startswith(_NOT_IN_WORDS):
        return ""
    for full, short in _IN_WORDS.items():
        if words.startswith(full):
            return f"{short} {words.removeprefix(full)}"
    if found := _MISTYPED.match(words):
        return f"{re.sub(r'[^A-Z]', '', found[1])}. {words[found.end() :]}"
    found = _PREFIX.match(words)
    if found is None or found[2] == ". " or (not found[2]):
        return ""
    return f"{found[1]}. {words[found.end() :]}"


def _followed(line: Piece, words: str, below: str) -> Breaches:
    """Yield what is wrong with the line below KT., TL. or TUQ.: it names the title of who signs."""
    found = _PREFIX.match(words)
    if found is None or not found[2] or _BLANK.search(words + below):
        return
    if found[1] == "KT" and not _DEPUTY.search(words[found.end() :] + " " + below):
        wanted = f"PHÓ {words[found.end() :]}"
        message = (
            f"Dưới dòng “{line.text}” phải là chức vụ cấp phó của người ký, như “{wanted}”. "
            "Hãy sửa hoặc ghi thêm."
        )
        yield Breach(
            "G03", message, line.paragraph, line.text, expected="chức vụ cấp phó", found=below or "không có"
        )
    elif found[1] in {"TL", "TUQ"} and not below:
        message = f"Dưới dòng “{line.text}” phải là chức vụ của người ký. Hãy ghi thêm."
        yield Breach(
            "G03", message, line.paragraph, line.text, expected="chức vụ của người ký", found="không có"
        )


_SINGLE_HEAD = re.compile(r"(so|phong|van phong|cuc|chi cuc|tong cuc|trung tam|thanh tra|bo|vu)\b")
_COLLECTIVE = re.compile(
    r"(hoi dong|ban chi dao|ban chap hanh|ban to chuc|doan|to|cap uy|chi uy|dang uy|chi bo)\b"
)
_HEAD = re.compile(r"(giam doc|chu tich|(bo|cuc|chi cuc|vu|hieu) truong|truong (phong|ban|doan)|chanh )")


def _collective(case: Case) -> Breaches:
    """G04: TM. is for those who decide together, and stands before their name."""
    for part, closing in closings(case):
        agency = part.head.issuer[0].key if part.head and part.head.issuer else ""
        for line in closing.authority:
            name = line.key.removeprefix("tm.").lstrip()
            if name == line.key or part.type in _AGREED:
                continue
            if _SINGLE_HEAD.match(agency) and not _COLLECTIVE.match(name):
                named = part.head.agency if part.head else ""
                yield _wrong_collective(
                    line,
                    f"{named} làm việc theo chế độ thủ trưởng nên không ký TM.; hãy bỏ dòng này hoặc chữ TM.",
                )
            elif _HEAD.match(name):
                yield _wrong_collective(
                    line, "Sau TM. là tên tập thể, không phải chức vụ; hãy ghi như “TM. ỦY BAN NHÂN DÂN”."
                )


def _wrong_collective(line: Piece, message: str) -> Breach:
    return Breach("G04", message, line.paragraph, line.text, expected="không ghi TM.", found=line.text)


_SCHOOLED = re.compile(
    r"\b(truong|hoc vien|dai hoc|cao dang|trung hoc|tieu hoc|mam non|benh vien|y te|kiem soat benh tat|"
    r"trung tam y|vien|khoa hoc|nghien cuu)\b"
)
_LONGEST_NAME = 50
_BY_RANK = re.compile(r"(dai|thuong|trung|thieu) (tuong|ta|uy)\b")


def _name(case: Case) -> Breaches:
    """G05: how the name is set, and that no degree stands before it."""
    for part, closing in closings(case):
        signer = closing.signer
        if signer is None or len(signer.text) > _LONGEST_NAME or _BY_RANK.match(signer.key):
            continue
        yield from look("G05", "signer_name", "Họ tên người ký", [signer])
        if degree := honours(signer.text):
            yield _with_degree(part, signer, degree)


def _with_degree(part: Part, signer: Piece, degree: str) -> Breach:
    """Return what is said of a degree; schools, hospitals and institutes may have a rule of their own."""
    agency = " ".join(piece.key for piece in part.head.issuer) if part.head else ""
    own_rule = _SCHOOLED.search(agency) is not None
    call = "hãy kiểm tra quy định của ngành" if own_rule else f"hãy bỏ “{degree}”"
    return Breach(
        "G05",
        f"Trước họ tên người ký không ghi học hàm, học vị; {call}.",
        signer.paragraph,
        signer.text,
        expected="họ tên không kèm học hàm, học vị",
        found=degree,
        severity=Severity.WARNING if own_rule else None,
    )


def _room(case: Case) -> Breaches:
    for part, closing in closings(case):
        yield from signing_room(part, closing)


RULES: tuple[Rule, ...] = (_place, _title, _prefix, _collective, _name, _room)
"""G01 to G06."""
