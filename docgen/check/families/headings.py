"""Headings of the content: "I. TIÊU ĐỀ", "1. Tiêu đề", "Chương I", "Điều 1." (B10, B11, B14)."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.components import BodyParagraph, Part, Piece, Role
from docgen.check.families.content import following
from docgen.check.families.folding import Fault, Told, folded
from docgen.check.families.looks import look, stretches
from docgen.check.fixing.repairs import SetFace
from docgen.word.formatting import RunFormat
from docgen.word.reading import LINE_BREAK, Paragraph

_LONGEST_TITLE = 200
_ROMAN = re.compile(r"[IVXLC]+\.?")
_SHOWN = re.compile(r"\w")
_SECTION = re.compile(r"[IVXLC]+\. \S")
_LABEL = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục|Điều)\s+\w+(?:\s+\w+(?=\s*$))?", re.IGNORECASE)
_TITLED_PART = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục)\s+(?:thứ\s+)?\w+\s*[.:–-]?\s*(?P<title>\S.*)?$", re.IGNORECASE
)
_ENDS = (".", ";", ":", ",")
_CALL = "Hãy đặt lại như vậy."
_SECTION_CALLED = "Đề mục số La Mã (I, II, III)"
_BELOW_ITEM = frozenset({Role.TEXT, Role.POINT, Role.DASH, Role.SUBITEM, Role.POINTER})
_BELOW_ARTICLE = frozenset({Role.TEXT, Role.ITEM, Role.TITLED_ITEM, Role.POINT, Role.DASH})
_Following: TypeAlias = dict[BodyParagraph, BodyParagraph]
_PLACED = {
    Role.PART: ("part_label", "Chữ “Phần”, “Chương” và số"),
    Role.PART_TITLE: ("part_title", "Tiêu đề của phần, chương"),
    Role.DIVISION: ("division_label", "Chữ “Mục”, “Tiểu mục” và số"),
    Role.DIVISION_TITLE: ("division_title", "Tiêu đề của mục, tiểu mục"),
}


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
    faults = (
        Fault(one.paragraph, found, repairs)
        for one in titles
        if (found := _unlike(one.paragraph)) and (repairs := tuple(_bold(one.paragraph, _SECTION_CALLED)))
    )
    yield from folded(told, faults)


def _unlike(paragraph: Paragraph) -> str:
    """Return how a heading that shall be bold and upright looks instead; "" when it does."""
    faces = [face for *_, face in _stretches(paragraph)]
    words = (
        ("không đậm", any(not face.bold for face in faces)),
        ("nghiêng", any(face.italic for face in faces)),
    )
    return ", ".join(word for word, wrong in words if wrong)


def _bold(paragraph: Paragraph, called: str) -> Iterator[SetFace]:
    for start, end, face in _stretches(paragraph):
        if not face.bold or face.italic:
            slope = False if face.italic else None
            told = f"{called}: {_face_text(face)} → đậm, đứng"
            yield SetFace(told, paragraph, start, end, bold=True, italic=slope)


def _face_text(face: RunFormat) -> str:
    return f"{'đậm' if face.bold else 'không đậm'}, {'nghiêng' if face.italic else 'đứng'}"


def _section_words(one: BodyParagraph) -> Breaches:
    if not _SECTION.match(one.text):
        begun = one.text.split(maxsplit=1)[0]
        message = (
            f"Sau số La Mã phải có dấu chấm và một dấu cách (“{one.number}. ”); hiện “{begun}”. Hãy gõ lại."
        )
        yield Breach(
            "B10", message, one.paragraph, one.text, expected=f"“{one.number}. ”", found=f"“{begun}”"
        )
    capital = all(face.caps for face in one.paragraph.faces)
    if not capital and not one.paragraph.text.isupper():
        message = f"{_SECTION_CALLED} phải in hoa toàn bộ; hiện in thường. Hãy gõ lại bằng chữ in hoa."
        yield Breach("B10", message, one.paragraph, one.text, expected="in hoa", found="in thường")


def _is_title(one: BodyParagraph) -> bool:
    """Whether a paragraph with a Roman number is a title: running text may be numbered so too."""
    return len(one.text) <= _LONGEST_TITLE and not one.text.endswith((".", ";"))


def _parted(part: Part) -> Breaches:
    """Yield Roman numbers that stand on a line of their own, the title below."""
    for one, below in zip(part.body, part.body[1:], strict=False):
        if one.role is Role.TEXT and _ROMAN.fullmatch(one.text) and below.text.isupper():
            number = one.text.rstrip(".")
            message = "Số La Mã và tiêu đề phải trên cùng một đoạn; hiện ở hai đoạn. Hãy nối hai đoạn lại."
            expected = f"{number}. {below.text}"
            yield Breach("B10", message, one.paragraph, one.text, expected=expected, found="hai đoạn")


def _items(case: Case) -> Breaches:
    """B11."""
    titled = Told("B11", "Khoản có tiêu đề: số và tiêu đề", "đậm", _CALL)
    running = Told("B11", "Khoản không có tiêu đề", "không đậm", _CALL)
    for part in case.paper.texts:
        lists, after = list(_lists(part)), following(part)
        plain = (one.paragraph for run in lists for one in _titled(run, after))
        yield from folded(titled, (_made_bold(one) for one in plain if _unlike(one) == "không đậm"))
        bold = (one.paragraph for run in lists for one in _running(run, after))
        yield from folded(running, (_made_plain(one) for one in bold if _is_bold(one)))


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
    """Yield the items that are surely no title: a title may end with a stop by mistake, as all its list does."""
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


def _made_bold(paragraph: Paragraph) -> Fault:
    return Fault(paragraph, "không đậm", tuple(_bold(paragraph, "Tiêu đề của khoản")))


def _made_plain(paragraph: Paragraph) -> Fault:
    repair = SetFace("Khoản không có tiêu đề: đậm → không đậm", paragraph, 0, len(paragraph.text), bold=False)
    return Fault(paragraph, "đậm", (repair,))


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, int, RunFormat]]:
    """Yield the letters and digits of one look: from, to, face; marks of notes are left out."""
    shown = [span for span in paragraph.spans if span.face.raised == "baseline" and _SHOWN.search(span.text)]
    for face, group in groupby(shown, key=lambda span: span.face):
        spans = list(group)
        yield spans[0].start, spans[-1].end, face


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
        message = f"“{one.text[: -len(title)].rstrip(' .:–-')}” phải trên một dòng riêng, tiêu đề ở dòng dưới. Hãy tách ra."
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
    match = _TITLED_PART.match(" ".join(line.split()))
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
    if paragraph.numbered is not None and not paragraph.numbered.face.bold:
        yield Fault(paragraph, "không đậm")
    wrong = [(start, stop) for start, stop, face in stretches(Piece(paragraph, 0, end)) if not face.bold]
    told = f"“Điều {one.number}”: không đậm → đậm"
    if wrong:
        yield Fault(
            paragraph,
            "không đậm",
            tuple(SetFace(told, paragraph, start, stop, bold=True) for start, stop in wrong),
        )


def _label_end(paragraph: Paragraph) -> int:
    """Return where the typed label of an article ends; 0 when Word writes it."""
    match = _LABEL.match(paragraph.text)
    return match.end() if match and paragraph.numbered is None else 0


def _is_article_title(after: _Following, one: BodyParagraph) -> bool:
    below = after.get(one)
    short = len(one.text) <= _LONGEST_TITLE and not one.text.endswith(_ENDS)
    return short and below is not None and below.role in _BELOW_ARTICLE


RULES: tuple[Rule, ...] = (_sections, _items, _divisions)
