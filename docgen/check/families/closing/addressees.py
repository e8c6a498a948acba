"""To whom a document is addressed: "Kính gửi:" where the decree asks for it, and nowhere else (G10)."""

import re
from itertools import islice

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.closing.listing import lines_of_list, punctuated
from docgen.check.families.looks import folded, look
from docgen.check.fixing.repairs import Rewrite
from docgen.components import Part, key
from docgen.model.finding import Severity
from docgen.rules import text

_NEEDED = frozenset({"Công văn", "Tờ trình"})
_SENT_UP = "Báo cáo"
_WITHOUT = frozenset(
    {
        "Nghị quyết",
        "Quyết định",
        "Chỉ thị",
        "Quy chế",
        "Quy định",
        "Thông báo",
        "Hướng dẫn",
        "Chương trình",
        "Kế hoạch",
        "Phương án",
        "Đề án",
        "Dự án",
    }
)
_OPENING = re.compile(r"kinh (gui|trinh)\b")
_FOR_REPORT = re.compile(r"\((de )?(bao cao|b/c)")
_AS_ABOVE = "nhu tren"
_NEAR_THE_TOP = 40
_CALLED = "Dòng “Kính gửi”"


def _addressees(case: Case) -> Breaches:
    for part in case.paper.texts:
        if part.addressees:
            yield from _unasked(part) if part.type in _WITHOUT else _addressed(part)
        else:
            yield from _missing(part)


def _missing(part: Part) -> Breaches:
    """Yield that "Kính gửi" is missing; in a table or a box it is there all the same."""
    if any(_OPENING.match(key(one.words)) for one in islice(part.paragraphs, _NEAR_THE_TOP)):
        return
    first = part.closing.recipients[0] if part.closing and part.closing.recipients else None
    at = part.type_name or (part.head.number if part.head else None) or first
    place = at.paragraph if at else None
    wanted = text("addressee")
    if part.type in _NEEDED:
        message = f"{part.type} phải có “{wanted}” và tên nơi nhận trước phần nội dung. Hãy ghi thêm."
        yield Breach("G10", message, place, expected=wanted, found="không có", severity=Severity.ERROR)
    elif part.type == _SENT_UP and first is not None and _FOR_REPORT.search(first.key):
        message = f"Báo cáo gửi cấp trên cần có “{wanted}” và tên cơ quan nhận. Hãy ghi thêm."
        yield Breach("G10", message, place, expected=wanted, found="không có")
    elif part.type in _WITHOUT and first is not None and key(first.text).lstrip("-+ ").startswith(_AS_ABOVE):
        message = (
            f"“Như trên” chỉ dùng khi có “{wanted}”, mà {part.type.lower()} không có. Hãy ghi tên nơi nhận."
        )
        yield Breach("G10", message, first.paragraph, first.text, expected="tên nơi nhận", found=first.text)


def _unasked(part: Part) -> Breaches:
    first = part.addressees[0]
    message = (
        f"{part.type} không có “{text('addressee')}”, chỉ tờ trình, công văn và báo cáo gửi cấp trên mới có. "
        "Hãy bỏ và ghi các nơi này ở “Nơi nhận”."
    )
    yield Breach("G10", message, first.paragraph, first.text, expected="không có", found=first.text)


def _addressed(part: Part) -> Breaches:
    """Yield how the addressees are set, listed and answered by "- Như trên;"."""
    pieces = [
        piece for piece in part.addressees if _OPENING.match(piece.key) or piece is not part.addressees[0]
    ]
    yield from folded(look("G10", "addressee", _CALLED, pieces, aligned=False))
    yield from _colon(part)
    first, listed = part.addressees[0], part.addressees[1:]
    if listed:
        yield from punctuated("G10", _CALLED, lines_of_list(listed), ".")
    elif ";" in first.text.rstrip(";. "):
        message = "Gửi từ hai nơi trở lên thì mỗi nơi một dòng, đầu dòng có gạch (-). Hãy xuống dòng."
        yield Breach(
            "G10", message, first.paragraph, first.text, expected="mỗi nơi một dòng", found=first.text
        )
    recipients = part.closing.recipients if part.closing and part.closing.label else []
    if recipients and _AS_ABOVE not in recipients[0].key:
        at = recipients[0]
        message = f"Có “{text('addressee')}” thì nơi nhận bắt đầu bằng “- Như trên;”. Hãy ghi thêm dòng này."
        yield Breach("G10", message, at.paragraph, at.text, expected="- Như trên;", found=at.text)


def _colon(part: Part) -> Breaches:
    first = part.addressees[0]
    found = re.match(r"(\w+\s+\w+)(\s*)(:?)", first.paragraph.text[first.start : first.end])
    if found is None or found[3]:
        return
    wanted = f"{found[1]}:"
    repair = Rewrite(
        f"“{found[0]}” → “{wanted}”",
        first.paragraph,
        first.start + found.end(1) - 1,
        first.start + found.end(1),
        f"{found[1][-1]}:",
    )
    message = f"Sau “{found[1]}” phải có dấu hai chấm. Hãy ghi “{wanted}”."
    yield Breach(
        "G10", message, first.paragraph, first.text, expected=wanted, found=found[0], repairs=(repair,)
    )


RULES: tuple[Rule, ...] = (_addressees,)
"""G10."""
