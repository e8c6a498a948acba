"""The components that every document must have (H20; Nghị định 30, Điều 8)."""

import re
from collections.abc import Iterator
from itertools import islice

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.title import has_subject_beside, is_untitled
from docgen.components import MAIN, Closing, Head, Part, key

_REFERENCE = re.compile(r"\(\s*(ban hanh )?kem theo\b")
_DOTS = re.compile(r"\.{12}|…{5}")
_TITLE_LINES, _FORM_LINES = 5, 40

_NUMBER, _DATE, _RECIPIENTS = "số, ký hiệu", "địa danh, thời gian ban hành", "nơi nhận"
_ISSUER, _SUBJECT = "tên cơ quan ban hành", "trích yếu"
_BETWEEN_TWO = frozenset({_NUMBER, _DATE, _ISSUER, _SUBJECT, _RECIPIENTS})
_WITHOUT = {
    "Hợp đồng": _BETWEEN_TWO,
    "Bản ghi nhớ": _BETWEEN_TWO,
    "Bản thỏa thuận": _BETWEEN_TWO,
    "Biên bản": frozenset({_DATE}),
    "Giấy giới thiệu": frozenset({_SUBJECT}),
    "Giấy nghỉ phép": frozenset({_SUBJECT}),
    "Giấy ủy quyền": frozenset({_SUBJECT}),
    "Thư công": frozenset({_NUMBER, _SUBJECT, _RECIPIENTS}),
}
"""What a type may lack: agreements of two parties name both in the text, minutes their day (Mẫu 1.9);
introductions and leave have no subject (Mẫu 1.8, 1.10), an official letter has no sample."""


def _judge(case: Case) -> Breaches:
    for part in case.paper.texts:
        if part.kind != MAIN or _is_attached(part) or _is_form(part):
            continue
        missing = [name for name in _missing(part) if name not in _WITHOUT.get(part.type, ())]
        if missing:
            first = next(part.paragraphs, None)
            yield Breach(
                "H20",
                f"Văn bản thiếu: {'; '.join(missing)}. Hãy bổ sung.",
                first,
                expected="đủ các thành phần của Điều 8",
                found=f"thiếu {len(missing)} thành phần",
            )


def _is_attached(part: Part) -> bool:
    """Whether a file is a text that another document issues: "(Kèm theo …)" stands below its title."""
    first = (one.text for one in part.body[:_TITLE_LINES])
    return bool(part.reference) or any(_REFERENCE.match(key(words)) for words in first)


def _is_form(part: Part) -> bool:
    """Whether a file is a form: lines of dots still stand for its words."""
    return any(_DOTS.search(paragraph.text) for paragraph in islice(part.paragraphs, _FORM_LINES))


def _missing(part: Part) -> Iterator[str]:
    head, closing = part.head or Head(), part.closing or Closing()
    found = {
        "Quốc hiệu": head.national_title,
        "Tiêu ngữ": head.motto,
        _ISSUER: head.issuer,
        _NUMBER: head.number,
        _DATE: head.place_date,
    }
    yield from (name for name, there in found.items() if not there)
    yield from _missing_title(part)
    if not part.body and not part.tables:
        yield "nội dung"
    yield from _missing_signature(closing)
    if closing.label is None:
        yield _RECIPIENTS


def _missing_title(part: Part) -> Iterator[str]:
    if not part.type and not is_untitled(part):
        yield "tên loại và trích yếu (công văn: trích yếu ghi sau V/v)"
    elif part.type_name and not part.subject and not has_subject_beside(part, part.type_name):
        yield _SUBJECT


def _missing_signature(closing: Closing) -> Iterator[str]:
    signed = [closing, *closing.others]
    if not any(one.authority for one in signed):
        yield "chức vụ người ký"
    if not any(one.signer for one in signed):
        yield "họ tên người ký"


RULES: tuple[Rule, ...] = (_judge,)
