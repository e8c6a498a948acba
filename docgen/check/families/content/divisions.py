"""Divisions of the content: "Phần I", "Chương I", "Mục 1", "Điều 1." (B14; Phụ lục I, Mục II.6.đ)."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.content.bolding import not_bold
from docgen.check.families.content.contents import following
from docgen.check.families.folding import Fault, Told, folded
from docgen.check.families.looks import look
from docgen.components import BodyParagraph, Part, Piece, Role
from docgen.word.reading import LINE_BREAK, Paragraph

_LONGEST_TITLE = 200
_ROMAN = re.compile(r"[IVXLC]+")
_LABEL = re.compile(r"Điều\s+\w+", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục)\s+(?:thứ\s+)?\w+\s*[.:–-]?\s*(?P<title>\S.*)?$", re.IGNORECASE
)
_ENDS = (".", ";", ":", ",")
_CALL = "Hãy đặt lại như vậy."
_BELOW_ARTICLE = frozenset({Role.TEXT, Role.ITEM, Role.TITLED_ITEM, Role.POINT, Role.DASH})
_Following: TypeAlias = dict[BodyParagraph, BodyParagraph]
_PLACED = {
    Role.PART: ("part_label", "Chữ “Phần”, “Chương” và số"),
    Role.PART_TITLE: ("part_title", "Tiêu đề của phần, chương"),
    Role.DIVISION: ("division_label", "Chữ “Mục”, “Tiểu mục” và số"),
    Role.DIVISION_TITLE: ("division_title", "Tiêu đề của mục, tiểu mục"),
}


def _divisions(case: Case) -> Breaches:
    """B14."""
    for part in case.paper.texts:
        for one in part.body:
            if one.role in _PLACED:
                yield from _placed(one)
        yield from _articles(part)


def _placed(one: BodyParagraph) -> Breaches:
    """Yield what is wrong with a label in the middle of its line, or with the title below."""
    title = _own_title(one)
    if title:
        label = one.text[: -len(title)].rstrip(" .:–-")
        message = f"“{label}” phải trên một dòng riêng, tiêu đề ở dòng dưới. Hãy tách ra."
        yield Breach("B14", message, one.paragraph, one.text, expected="hai dòng", found="một dòng")
    else:
        name, called = _PLACED[one.role]
        yield from look("B14", name, called, [_first_line(one.paragraph)])
    yield from _numeral(one)


def _own_title(one: BodyParagraph) -> str:
    """Return the title that stands on the same line as "Chương I"."""
    if one.role not in {Role.PART, Role.DIVISION}:
        return ""
    line = one.paragraph.text.split(LINE_BREAK)[0]
    match = _TITLED.match(" ".join(line.split()))
    return (match["title"] or "") if match and one.number in line else ""


def _first_line(paragraph: Paragraph) -> Piece:
    end = paragraph.text.find(LINE_BREAK)
    return Piece(paragraph, 0, len(paragraph.text) if end < 0 else end)


def _numeral(one: BodyParagraph) -> Breaches:
    """Phần and Chương count in Roman numerals, Mục and Tiểu mục in Arabic ones."""
    wrong = {Role.PART: str.isdecimal, Role.DIVISION: _is_roman}
    if one.role in wrong and wrong[one.role](one.number):
        wanted = "số La Mã" if one.role is Role.PART else "chữ số Ả Rập"
        word = one.text.split(maxsplit=1)[0].capitalize()
        message = f"“{word}” phải đánh {wanted}; hiện “{one.number}”. Hãy đổi số."
        yield Breach("B14", message, one.paragraph, one.text, expected=wanted, found=one.number)


def _is_roman(number: str) -> bool:
    return _ROMAN.fullmatch(number) is not None


def _articles(part: Part) -> Breaches:
    told = Told("B14", "Chữ “Điều”, số thứ tự và tiêu đề", "đậm", _CALL)
    articles, after = [one for one in part.body if one.role is Role.ARTICLE], following(part)
    yield from folded(told, (fault for one in articles for fault in _article_faces(after, one)))
    for one in articles:
        label = f"Điều {one.number}"
        if one.text.startswith(f"{label}:"):
            message = f"Sau “{label}” phải là dấu chấm; hiện dấu hai chấm. Hãy sửa thành “{label}.”."
            yield Breach("B14", message, one.paragraph, one.text, expected=f"{label}.", found=f"{label}:")


def _article_faces(after: _Following, one: BodyParagraph) -> Iterator[Fault]:
    """Yield the fault of an article whose label, or whose title where it is one, is not bold."""
    paragraph = one.paragraph
    end = len(paragraph.text) if _is_article_title(after, one) else _label_end(paragraph)
    yield from not_bold(paragraph, f"“Điều {one.number}”", end)


def _label_end(paragraph: Paragraph) -> int:
    """Return where the typed label of an article ends; 0 when Word writes it."""
    match = _LABEL.match(paragraph.text)
    return match.end() if match and paragraph.numbered is None else 0


def _is_article_title(after: _Following, one: BodyParagraph) -> bool:
    below = after.get(one)
    short = len(one.text) <= _LONGEST_TITLE and not one.text.endswith(_ENDS)
    return short and below is not None and below.role in _BELOW_ARTICLE


RULES: tuple[Rule, ...] = (_divisions,)
