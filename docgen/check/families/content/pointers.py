"""What the content says of its appendices, and whether they are there (B16; Phụ lục I, Mục III.1.a)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.components import APPENDIX, Paper, Part, key
from docgen.language.numerals import number_of, to_roman
from docgen.word.reading import Paragraph

_NUMBER = r"(?:[IVXLC]+|\d{1,2})\b"
_AND = r"\s*(?:,|;|và|đến|[-–])\s*(?:(?i:phụ lục)\s+)?"
_LIST = rf"\s+(?:số\s+)?{_NUMBER}(?:{_AND}{_NUMBER})*"
_MENTION = re.compile(rf"(?i:phụ lục)(?P<numbers>(?:{_LIST})?)")
_ENCLOSED = re.compile(r"\b(?:kem theo|dinh kem)\b")
_SENTENCE = re.compile(r"[.;](?:\s|$)")
_OTHER = re.compile(
    r"(?:nghi dinh|thong tu|luat|nghi quyet|quyet dinh|ke hoach|cong van|thong bao|huong dan|chi thi|"
    r"to trinh|bao cao|quy che|van ban)(?!\s+nay)\b"
)
_CITED = re.compile(r"(?:nghi dinh|thong tu|luat) so \S+[^,;]*,?\s*$")
_REACH = 1000
"""So many letters around a mention are looked at; few sentences are longer."""
_NEAR = 45
"""Letters from an appendix to the document that it belongs to, at most."""
_SYMBOL = re.compile(r"\d+/\S*[a-z]{2}")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:đến|[-–])\s*(?:(?i:phụ lục)\s+)?({_NUMBER})")


@dataclass(frozen=True)
class _Mention:
    """A place of the text that names appendices: with which numbers, and whether surely its own."""

    paragraph: Paragraph
    numbers: frozenset[int]
    own: bool
    others: bool


@dataclass(frozen=True)
class _Appendices:
    """What the texts of a paper say of appendices, and those that it has."""

    paper: Paper

    @cached_property
    def mentions(self) -> list[_Mention]:
        """Return every place that names an appendix."""
        return [one for paragraph in self._paragraphs() for one in _mentions(paragraph)]

    @cached_property
    def pointing(self) -> bool:
        """Whether the texts point to something enclosed, of whatever name."""
        return any(_points(paragraph) for paragraph in self._paragraphs())

    def _paragraphs(self) -> Iterator[Paragraph]:
        for part in self.paper.texts:
            yield from (one.paragraph for one in part.body)
            yield from (paragraph for table in part.tables for paragraph in table.paragraphs)


def _pointers(case: Case) -> Breaches:
    """B16: appendices that nothing points to, and pointers to none."""
    if case.paper.main.kind == APPENDIX:
        return
    told = _Appendices(case.paper)
    named = [one for one in told.mentions if not one.others]
    if case.paper.appendices:
        yield from _unnamed(case.paper.appendices, named, pointing=told.pointing)
        yield from _lacking(case.paper.appendices, named)
    elif not case.settings.electronic and (own := next((one for one in named if one.own), None)):
        message = (
            "Nội dung chỉ dẫn tới phụ lục kèm theo, nhưng tệp này không có phụ lục. "
            "Hãy thêm phụ lục hoặc bỏ lời chỉ dẫn; phụ lục ở tệp riêng thì không cần sửa."
        )
        yield Breach("B16", message, own.paragraph, expected="có phụ lục", found="không có phụ lục")


def _unnamed(appendices: list[Part], named: list[_Mention], *, pointing: bool) -> Breaches:
    general = pointing if not named else any(not one.numbers for one in named)
    numbers = frozenset(number for one in named for number in one.numbers)
    for at, part in enumerate(appendices, start=1):
        label, number = part.label, _number(part)
        if label is None or general or (numbers and (number is None or not numbers.isdisjoint({number, at}))):
            continue
        call = f"Hãy thêm lời chỉ dẫn, như “(có {label.text} kèm theo)”."
        message = f"Nội dung không chỉ dẫn tới “{label.text}”. {call}"
        yield Breach(
            "B16", message, label.paragraph, label.text, expected="có chỉ dẫn", found="không có chỉ dẫn"
        )


def _lacking(appendices: list[Part], named: list[_Mention]) -> Breaches:
    """Yield the numbers that the text surely names of its own, and that no appendix has."""
    present = _present(appendices, frozenset(number for one in named for number in one.numbers))
    if None in present:
        return
    for one in named:
        for number in sorted(one.numbers - present) if one.own else ():
            name = f"Phụ lục {to_roman(number)}"
            lacking = f"Nội dung chỉ dẫn tới {name}, nhưng tệp này không có phụ lục đó."
            message = f"{lacking} Hãy sửa số hoặc thêm phụ lục."
            yield Breach("B16", message, one.paragraph, expected=f"có {name}", found=f"không có {name}")


def _present(appendices: list[Part], named: frozenset[int]) -> set[int | None]:
    """Return the numbers of the appendices, and the place of one whose number A02 tells to be wrong."""
    found: set[int | None] = set()
    for at, part in enumerate(appendices, start=1):
        number = _number(part)
        misnumbered = number is not None and (number not in named or number in found)
        found |= {number, at} if misnumbered else {number}
    return found


def _number(part: Part) -> int | None:
    """Return the number of an appendix by its label; None where it has none."""
    match = _MENTION.search(part.label.text) if part.label else None
    return min(_numbers(match["numbers"]), default=None) if match else None


def _mentions(paragraph: Paragraph) -> Iterator[_Mention]:
    if "ụ" not in paragraph.text and "Ụ" not in paragraph.text:
        return
    words = paragraph.words
    for match in _MENTION.finditer(words):
        before, after = _around(words, match.start(), match.end())
        others = _of_another(before, after)
        own = not others and _ENCLOSED.search(after) is not None and not _cites(before)
        yield _Mention(paragraph, _numbers(match["numbers"]), own, others)


def _around(words: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after in the same sentence, within the brackets around."""
    before = _SENTENCE.split(words[max(start - _REACH, 0) : start])[-1].rpartition("(")[2]
    after = _SENTENCE.split(words[end : end + _REACH])[0].partition(")")[0]
    return key(before), key(after)


def _of_another(before: str, after: str) -> bool:
    """Whether an appendix of another document is meant: "Phụ lục I Nghị định số …"."""
    other = _OTHER.search(after)
    near = other is not None and other.start() <= _NEAR
    return near or _CITED.search(before) is not None


def _cites(before: str) -> bool:
    """Whether another document is cited in the same breath, so that "kèm theo" may be said of it."""
    return _SYMBOL.search(before) is not None


def _numbers(words: str) -> frozenset[int]:
    found = {value for number in re.findall(_NUMBER, words) if (value := number_of(number)) is not None}
    for first, last in _RANGE.findall(words):
        low, high = number_of(first), number_of(last)
        if low is not None and high is not None:
            found |= set(range(low, high + 1))
    return frozenset(found)


def _points(paragraph: Paragraph) -> bool:
    words = key(paragraph.words)
    return any(not _of_another("", words[match.end() :]) for match in _ENCLOSED.finditer(words))


RULES: tuple[Rule, ...] = (_pointers,)
