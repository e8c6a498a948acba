"""Headings of the content: "I. TIÊU ĐỀ" and "1. Tiêu đề" (B10, B11)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.content.bolding import not_bold
from docgen.check.families.content.contents import following
from docgen.check.families.folding import Fault, Told, folded
from docgen.components import BodyParagraph, Part, Role
from docgen.word.reading import Paragraph

_LONGEST_TITLE = 200
_ROMAN = re.compile(r"[IVXLC]+\.?")
_SECTION = re.compile(r"[IVXLC]+\. \S")
_ENDS = (".", ";", ":", ",")
_CALL = "Hãy đặt lại như vậy."
_SECTION_CALLED = "Đề mục số La Mã (I, II, III)"
_BELOW_ITEM = frozenset({Role.TEXT, Role.POINT, Role.DASH, Role.SUBITEM, Role.POINTER})
_Following: TypeAlias = dict[BodyParagraph, BodyParagraph]


def _sections(case: Case) -> Breaches:
    """B10."""
    for part in case.paper.texts:
        titles = [one for one in part.body if one.role is Role.SECTION and _is_title(one)]
        yield from _section_faces(titles)
        for one in titles:
            yield from _section_words(one)
        yield from _parted(part)


def _section_faces(titles: list[BodyParagraph]) -> Breaches:
    told = Told("B10", _SECTION_CALLED, "đậm, đứng", _CALL)
    yield from folded(told, (fault for one in titles for fault in not_bold(one.paragraph, _SECTION_CALLED)))


def _section_words(one: BodyParagraph) -> Breaches:
    if not _SECTION.match(one.text):
        begun = one.text.split(maxsplit=1)[0]
        wanted = f"“{one.number}. ”"
        message = f"Sau số La Mã phải có dấu chấm và một dấu cách ({wanted}); hiện “{begun}”. Hãy gõ lại."
        yield Breach("B10", message, one.paragraph, one.text, expected=wanted, found=f"“{begun}”")
    capital = all(face.caps for face in one.paragraph.faces)
    if not capital and not one.paragraph.text.isupper():
        message = f"{_SECTION_CALLED} phải in hoa toàn bộ; hiện in thường. Hãy gõ lại bằng chữ in hoa."
        yield Breach("B10", message, one.paragraph, one.text, expected="in hoa", found="in thường")


def _is_title(one: BodyParagraph) -> bool:
    """Whether a paragraph with a Roman number is a title: running text may be numbered so too.

    Nobody comes to C or L by counting sections: these are capitals, behind A and B.
    """
    return (
        one.number not in {"C", "L"} and len(one.text) <= _LONGEST_TITLE and not one.text.endswith((".", ";"))
    )


def _parted(part: Part) -> Breaches:
    """Yield Roman numbers that stand on a line of their own, the title below."""
    for one, below in zip(part.body, part.body[1:], strict=False):
        if one.role is Role.TEXT and _ROMAN.fullmatch(one.text) and below.text.isupper():
            number = one.text.rstrip(".")
            message = "Số La Mã và tiêu đề phải trên cùng một đoạn; hiện ở hai đoạn. Hãy nối hai đoạn lại."
            expected = f"{number}. {below.text}"
            yield Breach("B10", message, one.paragraph, one.text, expected=expected, found="hai đoạn")


def _items(case: Case) -> Breaches:
    """B11: whether an item has a title is for its writer to say, so nothing is mended."""
    titled = Told("B11", "Khoản có tiêu đề: số và tiêu đề", "đậm", "Hãy chọn số và tiêu đề, bấm Ctrl+B.")
    running = Told("B11", "Khoản không có tiêu đề", "không đậm", "Hãy bỏ chữ đậm (Ctrl+B).")
    for part in case.paper.texts:
        lists, after = list(_lists(part)), following(part)
        plain = (one.paragraph for run in lists for one in _titled(run, after))
        faults = (fault for one in plain for fault in not_bold(one, "Tiêu đề của khoản"))
        yield from folded(titled, (replace(fault, repairs=()) for fault in faults))
        bold = (one.paragraph for run in lists for one in _running(run, after))
        yield from folded(running, (Fault(one, "đậm") for one in bold if _is_bold(one)))


def _lists(part: Part) -> Iterator[list[BodyParagraph]]:
    """Yield the items that are numbered on from each other."""
    run: list[BodyParagraph] = []
    for one in part.body:
        if one.role in {Role.ITEM, Role.TITLED_ITEM}:
            if one.number == "1" and run:
                yield run
                run = []
            run.append(one)
    if run:
        yield run


def _titled(run: list[BodyParagraph], after: _Following) -> Iterator[BodyParagraph]:
    """Yield the items that surely have a title: each of their list has something below itself."""
    if len(run) > 1 and all(_has_below(one, after) for one in run):
        yield from (one for one in run if one.role is Role.TITLED_ITEM)


def _running(run: list[BodyParagraph], after: _Following) -> Iterator[BodyParagraph]:
    """Yield the items that are surely no title: titles may end with a stop by mistake, but all of a list."""
    plain = any(one.role is Role.ITEM and not _is_bold(one.paragraph) for one in run)
    for one in run:
        whole = len(one.text) > _LONGEST_TITLE or plain or not _has_below(one, after)
        if one.role is Role.ITEM and one.text.endswith(_ENDS) and whole:
            yield one


def _has_below(one: BodyParagraph, after: _Following) -> bool:
    below = after.get(one)
    return below is not None and below.role in _BELOW_ITEM


def _is_bold(paragraph: Paragraph) -> bool:
    return bool(paragraph.faces) and all(face.bold for face in paragraph.faces)


RULES: tuple[Rule, ...] = (_sections, _items)
