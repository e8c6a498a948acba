"""Numbers and letters of the content in order (B12, B13; Phụ lục I, Mục II.6.đ)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.components import BodyParagraph, Part, Role, key
from docgen.check.families.folding import Fault, Told, folded
from docgen.language.lettering import LETTERS, from_letter, letter
from docgen.language.numerals import from_roman, to_roman
from docgen.word.reading import Paragraph, Table

_PARTS, _CHAPTERS, _DIVISIONS, _SUBDIVISIONS = "phần", "chương", "mục", "tiểu mục"
_CAPITALS, _SECTIONS, _ARTICLES, _ITEMS, _SUBITEMS, _POINTS = "A", "I", "điều", "1", "1.1", "a"
_LEVELS = (
    _PARTS,
    _CHAPTERS,
    _DIVISIONS,
    _SUBDIVISIONS,
    _CAPITALS,
    _SECTIONS,
    _ARTICLES,
    _ITEMS,
    _SUBITEMS,
    _POINTS,
)
"""What is counted, from the largest down: each begins anew below the next of a larger one, but articles."""
_BY_ROLE = {
    Role.SECTION: _SECTIONS,
    Role.ARTICLE: _ARTICLES,
    Role.ITEM: _ITEMS,
    Role.TITLED_ITEM: _ITEMS,
    Role.POINT: _POINTS,
}
_CAPITAL = re.compile(r"([A-Z])\s*[.)/–-]\s*\S")
_ROMAN = re.compile(r"([IVXLC]+)\.?")
"""A number whose title stands on the next line by mistake."""
_DOTTED = re.compile(r"[a-zđ]\s*\.")
_CALL = "Hãy đánh số lại."
_CALLED: dict[str, tuple[str, Callable[[int], str]]] = {
    _PARTS: ("Phần {}", to_roman),
    _CHAPTERS: ("Chương {}", to_roman),
    _DIVISIONS: ("Mục {}", str),
    _SUBDIVISIONS: ("Tiểu mục {}", str),
    _SECTIONS: ("{}.", to_roman),
    _ARTICLES: ("Điều {}.", str),
    _ITEMS: ("{}.", str),
    _POINTS: ("{})", letter),
}


def _order(case: Case) -> Breaches:
    for part in case.paper.parts:
        if part in case.paper.texts or part in case.paper.appendices:
            yield from _Order(part).breaches()


@dataclass
class _Count:
    """How far a level was counted: up to `last`, or to `meant` had the last number been right."""

    last: int
    meant: int
    broken: bool = False


@dataclass
class _Order:
    """Counts through the body of a part, level by level."""

    part: Part
    counts: dict[str, _Count] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)
    """Where a level had come to before it began anew."""
    subitems: dict[tuple[int, ...], int] = field(default_factory=dict)
    previous: BodyParagraph | None = None

    def breaches(self) -> Breaches:
        """Yield where numbers are missing, doubled or out of order."""
        tables = _behind_tables(self.part)
        for one in _unquoted(self.part):
            if id(one.paragraph) in tables:
                self._forgive()
            if one.role is Role.SUBITEM:
                yield from self._subitem(one)
            elif found := self._level(one):
                yield from self._numbered(one, *found)
            self.previous = one

    def _forgive(self) -> None:
        """Start all counts anew: what is in a table may have been numbered too."""
        self.counts.clear()
        self.before.clear()
        self.subitems.clear()

    def _level(self, one: BodyParagraph) -> tuple[str, int | None] | None:
        """Return what a paragraph counts and its number, None for one that cannot be counted."""
        capital = _CAPITAL.match(one.text)
        if capital and one.role in {Role.TEXT, Role.SECTION} and self._goes_on(capital[1], one):
            return _CAPITALS, ord(capital[1]) - ord("A") + 1
        if one.role is Role.TEXT and (alone := _ROMAN.fullmatch(one.text)):
            return _SECTIONS, _value(alone[1])
        if one.role in {Role.PART, Role.DIVISION}:
            return _division(one), _value(one.number)
        level = _BY_ROLE.get(one.role)
        return (level, _READ.get(level, _value)(one.number)) if level else None

    def _goes_on(self, capital: str, one: BodyParagraph) -> bool:
        """Whether a capital counts A, B, C: it opens, or follows the one before; "I." alone does not."""
        reached = self.counts.get(_CAPITALS)
        following = reached is not None and reached.last + 1 == ord(capital) - ord("A") + 1
        return following or (capital == "A" and one.role is Role.TEXT)

    def _numbered(self, one: BodyParagraph, level: str, number: int | None) -> Breaches:
        count = self.counts.get(level)
        self._begin_below(level)
        if number is None:
            yield from self._unknown(one, level, count)
            return
        if count is None:
            wrong = number not in {1, self.before.get(level, 0) + 1} and number > 1
            expected = 1
        else:
            expected = count.last + 1
            wrong = number not in {expected, count.meant + 1} and not (
                number == 1 and self._may_restart(level)
            )
        silent = level == _CAPITALS or (count is not None and count.broken)
        if wrong and not silent:
            yield _breach(one, level, number, expected)
        broken = level == _POINTS and number != 1 and (wrong or (count is not None and count.broken))
        self.counts[level] = _Count(number, expected if wrong else number, broken)

    def _unknown(self, one: BodyParagraph, level: str, count: _Count | None) -> Breaches:
        """Yield a letter that the decree does not count with; numbers in words are left alone."""
        if level == _POINTS and not (count and count.broken):
            expected = count.last + 1 if count else 1
            if expected <= len(LETTERS):
                yield _breach(one, level, None, expected)
            self.counts[level] = _Count(expected, expected, broken=True)

    def _begin_below(self, level: str) -> None:
        for lower in _LEVELS[_LEVELS.index(level) + 1 :]:
            if lower != _ARTICLES and lower in self.counts:
                self.before[lower] = self.counts.pop(lower).last
        if level != _POINTS:
            self.subitems.clear()

    def _may_restart(self, level: str) -> bool:
        """Whether another list may begin here: other words stand above it. Articles count through."""
        above = self.previous
        if level == _ARTICLES or above is None:
            return level != _ARTICLES
        return above.role not in _BY_ROLE or above.text.endswith(":")

    def _subitem(self, one: BodyParagraph) -> Breaches:
        """Judge "2.1" below "2."; what is only a figure at the start of a line is left alone."""
        parts = tuple(int(step) for step in one.number.split("."))
        if any(step > _MOST or str(step) not in one.number.split(".") for step in parts):
            return
        above, last = parts[:-1], self.subitems.get(parts[:-1], 0)
        item = self.counts.get(_ITEMS)
        if item and parts[0] not in {item.last, item.meant}:
            if self.subitems or parts[-1] == 1:
                yield _misplaced(one, f"{item.last}.")
            return
        if len(above) > 1 and above[-1] != self.subitems.get(above[:-1]):
            yield _misplaced(one, ".".join(map(str, above)))
        elif parts[-1] != last + 1 and (last or item):
            wanted = ".".join(map(str, (*above, last + 1)))
            yield _told(one, "B13", f"“{one.number}”", f"“{wanted}”", _missing(parts[-1], last + 1))
        self.subitems[above] = parts[-1]
        self.counts.pop(_POINTS, None)


_MOST = 99


def _division(one: BodyParagraph) -> str:
    word = key(one.text).split(maxsplit=1)[0]
    return {"phan": _PARTS, "chuong": _CHAPTERS, "muc": _DIVISIONS}.get(word, _SUBDIVISIONS)


def _value(number: str) -> int | None:
    """Return a Roman or Arabic number; None for one in words, or with a letter ("5a")."""
    if number.isdecimal():
        return int(number)
    try:
        return from_roman(number)
    except ValueError:
        return None


def _point(number: str) -> int | None:
    try:
        return from_letter(number)
    except ValueError:
        return None


_READ: dict[str, Callable[[str], int | None]] = {_POINTS: _point}


def _unquoted(part: Part) -> Iterator[BodyParagraph]:
    """Yield the body but for what stands in quotation marks over several paragraphs: words of other texts."""
    depth = 0
    for one in part.body:
        if not depth:
            yield one
        depth = max(0, depth + one.text.count("“") - one.text.count("”"))


def _behind_tables(part: Part) -> set[int]:
    """Return the paragraphs that stand next below a table."""
    found: set[int] = set()
    behind = False
    for block in part.blocks:
        if isinstance(block, Table):
            behind = True
        elif isinstance(block, Paragraph) and not block.is_empty:
            found |= {id(block)} if behind else set()
            behind = False
    return found


def _breach(one: BodyParagraph, level: str, number: int | None, expected: int) -> Breach:
    form, write = _CALLED[level]
    wanted = f"“{form.format(write(expected))}”"
    found = f"“{form.format(one.number)}”"
    if level == _POINTS:
        reason = f"Điểm đánh theo thứ tự {', '.join(LETTERS[:9])} …"
        return _told(one, "B12", found, wanted, reason)
    return _told(one, "B13", found, wanted, _missing(number or 0, expected))


def _missing(number: int, expected: int) -> str:
    if number > expected:
        return "Số thứ tự bị bỏ sót"
    return "Số thứ tự bị trùng" if number == expected - 1 else "Số thứ tự không liên tục"


def _told(one: BodyParagraph, rule: str, found: str, wanted: str, reason: str) -> Breach:
    message = f"{reason}: ở đây phải là {wanted}; hiện {found}. {_CALL}"
    return Breach(rule, message, one.paragraph, one.text, expected=wanted, found=found)


def _misplaced(one: BodyParagraph, above: str) -> Breach:
    message = f"“{one.number}” không đúng chỗ, vì phía trên là “{above}” hoặc thiếu cấp trên của nó. {_CALL}"
    return Breach("B13", message, one.paragraph, one.text, expected=f"thuộc “{above}”", found=one.number)


def _marks(case: Case) -> Breaches:
    """B12: what stands after the letter."""
    told = Told("B12", "Sau chữ cái của điểm", "là dấu đóng ngoặc đơn: a)", "Hãy sửa dấu sau chữ cái.")
    for part in case.paper.texts:
        dotted = (one for one in part.body if one.role is Role.POINT and _DOTTED.match(one.text))
        yield from folded(told, (Fault(one.paragraph, f"“{one.number}.”") for one in dotted))


RULES: tuple[Rule, ...] = (_order, _marks)
