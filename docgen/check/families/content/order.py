"""Numbers and letters of the content in order (B12, B13; Phụ lục I, Mục II.6.đ)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from string import ascii_uppercase

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.folding import Fault, Told, folded
from docgen.components import BodyParagraph, Part, Role, key
from docgen.language.lettering import LETTERS, from_letter, letter
from docgen.language.numerals import number_of, to_roman
from docgen.word.reading import Paragraph, Table

_PARTS, _CHAPTERS, _DIVISIONS, _SUBDIVISIONS = "phần", "chương", "mục", "tiểu mục"
_CAPITALS, _SECTIONS, _ARTICLES, _ITEMS, _SUBITEMS, _POINTS, _BRACKETS = (
    "A",
    "I",
    "điều",
    "1",
    "1.1",
    "a",
    "1)",
)
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
    _BRACKETS,
)
"""What is counted, from the largest down: each begins anew below the next of a larger one, but articles."""
_BY_ROLE = {
    Role.SECTION: _SECTIONS,
    Role.ARTICLE: _ARTICLES,
    Role.ITEM: _ITEMS,
    Role.TITLED_ITEM: _ITEMS,
    Role.POINT: _POINTS,
}
_CAPITAL = re.compile(r"([A-Z])\s*[.)/–-](?!\d)\s*\S")
_BRACKET = re.compile(r"\d+\s*\)")
"""A list of its own, which the decree does not know: "1)", "2)"."""
_ROMAN = re.compile(r"([IVXLC]+)\.?")
"""A number whose title stands on the next line by mistake."""
_MARKED = re.compile(r"([a-zđ])\s*([./])")
_CALL = "Hãy đánh số lại."
_MOST = 99
"""No item is divided into more; larger figures are amounts."""
_SHOWN = 9
"""So many letters show that đ comes behind d, and that f is left out."""
_CALLED: dict[str, tuple[str, Callable[[int], str]]] = {
    _PARTS: ("Phần {}", to_roman),
    _CHAPTERS: ("Chương {}", to_roman),
    _DIVISIONS: ("Mục {}", str),
    _SUBDIVISIONS: ("Tiểu mục {}", str),
    _SECTIONS: ("{}.", to_roman),
    _ARTICLES: ("Điều {}.", str),
    _ITEMS: ("{}.", str),
    _POINTS: ("{})", letter),
    _BRACKETS: ("{})", str),
}


def _order(case: Case) -> Breaches:
    for part in case.paper.parts:
        if part in case.paper.texts or part in case.paper.appendices:
            yield from _Order(part).breaches()


@dataclass
class _Count:
    """How far a level was counted: up to `last`, or to `meant` had the last number been right.

    A list of points that is `broken` is told once: all letters behind the wrong one are wrong with it.
    """

    last: int
    meant: int
    broken: bool = False

    def leads_to(self, number: int) -> bool:
        """Whether a number goes on from here, or from before a wrong one that was put in."""
        put_in = self.last != self.meant and number == self.meant
        return put_in or number in {self.last + 1, self.meant + 1}


@dataclass
class _Order:
    """Counts through the body of a part, level by level."""

    part: Part
    counts: dict[str, _Count] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)
    """Where a level had come to before it began anew."""
    unknown: set[str] = field(default_factory=set)
    """Levels that may have been counted on in a table."""
    subitems: dict[tuple[int, ...], int] = field(default_factory=dict)
    previous: BodyParagraph | None = None

    def breaches(self) -> Breaches:
        """Yield where numbers are missing, doubled or out of order."""
        tables = _behind_tables(self.part)
        for one in _unquoted(self.part):
            if id(one.paragraph) in tables:
                self.unknown = {_ITEMS, _SUBITEMS, _POINTS}
            if one.role is Role.SUBITEM:
                yield from self._subitem(one)
            elif found := self._level(one):
                yield from self._numbered(one, *found)
            self.previous = one

    def _level(self, one: BodyParagraph) -> tuple[str, int | None] | None:
        """Return what a paragraph counts and its number, None for one that cannot be counted."""
        capital = _CAPITAL.match(one.text)
        if capital and one.role in {Role.TEXT, Role.SECTION} and self._goes_on(capital[1], one):
            return _CAPITALS, _place(capital[1])
        if one.role is Role.TEXT and (alone := _ROMAN.fullmatch(one.text)):
            return _SECTIONS, number_of(alone[1])
        if one.role in {Role.PART, Role.DIVISION}:
            return _division(one), number_of(one.number)
        level = _BRACKETS if _BRACKET.match(one.text) else _BY_ROLE.get(one.role)
        return (level, _point(one.number) if level == _POINTS else number_of(one.number)) if level else None

    def _goes_on(self, capital: str, one: BodyParagraph) -> bool:
        """Whether a capital counts A, B, C: it opens, or follows the one before; "I." alone does not."""
        reached = self.counts.get(_CAPITALS)
        opens = capital == "A" and one.role is Role.TEXT
        return opens or (reached is not None and reached.leads_to(_place(capital)))

    def _numbered(self, one: BodyParagraph, level: str, number: int | None) -> Breaches:
        """Judge one number; one in words or with a letter ("5a") is left alone, but for points."""
        count = self.counts.get(level)
        self._begin_below(level)
        if number is None and level != _POINTS:
            return
        expected = count.last + 1 if count else 1
        right = number is not None and self._fits(level, number, count)
        told = count is not None and count.broken
        if not right and not told:
            yield _wrong(one, level, number, expected)
        broken = level == _POINTS and number != 1 and (told or not right)
        last = expected if number is None else number
        self.counts[level] = _Count(last, last if right else expected, broken)

    def _fits(self, level: str, number: int, count: _Count | None) -> bool:
        """Whether a number may stand here."""
        if level == _CAPITALS or level in self.unknown:
            self.unknown.discard(level)
            return True
        if count is None:
            return number <= 1 or number == self.before.get(level, 0) + 1
        return count.leads_to(number) or (number == 1 and self._may_restart(level))

    def _begin_below(self, level: str) -> None:
        """Let what is counted below begin anew."""
        for lower in _LEVELS[_LEVELS.index(level) + 1 :]:
            self.unknown.discard(lower)
            if lower != _ARTICLES and lower in self.counts:
                self.before[lower] = self.counts.pop(lower).last
        if level not in {_POINTS, _BRACKETS}:
            self.subitems.clear()

    def _may_restart(self, level: str) -> bool:
        """Whether another list may begin here: other words stand above it. Articles count through."""
        above = self.previous
        if level == _ARTICLES or above is None:
            return level != _ARTICLES
        parent = level == _POINTS and above.role in {Role.ITEM, Role.TITLED_ITEM, Role.SUBITEM}
        return parent or above.role not in _BY_ROLE or above.text.endswith(":")

    def _subitem(self, one: BodyParagraph) -> Breaches:
        """Judge "2.1" below "2."; what is only a figure at the start of a line is left alone."""
        steps = _steps(one)
        if not steps:
            return
        if _SUBITEMS in self.unknown:
            self.unknown.discard(_SUBITEMS)
        else:
            yield from self._misplaced(one, steps)
        self.subitems[steps[:-1]] = steps[-1]
        self.counts.pop(_POINTS, None)

    def _misplaced(self, one: BodyParagraph, steps: tuple[int, ...]) -> Breaches:
        """Yield where an item of an item stands below another one, or does not go on from the last."""
        above, item = steps[:-1], self.counts.get(_ITEMS)
        expected = self.subitems.get(above, 0) + 1
        if item and steps[0] not in {item.last, item.meant}:
            yield _elsewhere(one, f"{item.last}.")
        elif len(above) > 1 and above[-1] != self.subitems.get(above[:-1]):
            yield _elsewhere(one, ".".join(map(str, above[:-1])))
        elif steps[-1] != expected and (item or expected > 1):
            wanted = ".".join(map(str, (*above, expected)))
            yield _told(one, "B13", f"“{one.number}”", f"“{wanted}”", _missing(steps[-1], expected))


def _steps(one: BodyParagraph) -> tuple[int, ...]:
    """Return 2, 1 for "2.1"; nothing for an amount: "1.500 đồng", "2.5 triệu"."""
    steps = one.number.split(".")
    rest = one.text[len(one.number) :].lstrip(". ")
    amount = rest[:1].islower() or any(step.startswith("0") or int(step) > _MOST for step in steps)
    return () if amount else tuple(map(int, steps))


def _division(one: BodyParagraph) -> str:
    word = key(one.text).split(maxsplit=1)[0]
    return {"phan": _PARTS, "chuong": _CHAPTERS, "muc": _DIVISIONS}.get(word, _SUBDIVISIONS)


def _place(capital: str) -> int:
    """Return the place of a letter in the Latin alphabet: "C" → 3."""
    return ascii_uppercase.index(capital) + 1


def _point(number: str) -> int | None:
    try:
        return from_letter(number)
    except ValueError:
        return None


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


def _wrong(one: BodyParagraph, level: str, number: int | None, expected: int) -> Breach:
    form, write = _CALLED[level]
    found = f"“{form.format(one.number)}”"
    if level != _POINTS:
        return _told(one, "B13", found, f"“{form.format(write(expected))}”", _missing(number or 0, expected))
    if expected > len(LETTERS):
        message = (
            f"Một khoản có nhiều nhất {len(LETTERS)} điểm (a đến y); hiện có điểm {found}. Hãy tách khoản."
        )
        return Breach("B12", message, one.paragraph, one.text, expected="hết chữ cái để đánh", found=found)
    reason = f"Điểm đánh theo thứ tự {', '.join(LETTERS[:_SHOWN])} …"
    return _told(one, "B12", found, f"“{form.format(write(expected))}”", reason)


def _missing(number: int, expected: int) -> str:
    if number > expected:
        return "Số thứ tự bị bỏ sót"
    return "Số thứ tự bị trùng" if number == expected - 1 else "Số thứ tự không liên tục"


def _told(one: BodyParagraph, rule: str, found: str, wanted: str, reason: str) -> Breach:
    message = f"{reason}: ở đây phải là {wanted}; hiện {found}. {_CALL}"
    return Breach(rule, message, one.paragraph, one.text, expected=wanted, found=found)


def _elsewhere(one: BodyParagraph, above: str) -> Breach:
    message = (
        f"“{one.number}” không nối tiếp “{above}” ở phía trên: sai số hoặc thiếu cấp trên của nó. {_CALL}"
    )
    expected = f"thuộc “{above}”"
    return Breach("B13", message, one.paragraph, one.text, expected=expected, found=f"“{one.number}”")


def _marks(case: Case) -> Breaches:
    """B12: what stands after the letter."""
    told = Told("B12", "Sau chữ cái của điểm", "là dấu đóng ngoặc đơn: a)", "Hãy sửa dấu sau chữ cái.")
    for part in case.paper.texts:
        points = (one for one in part.body if one.role is Role.POINT)
        marked = ((one, match) for one in points if (match := _MARKED.match(one.text)))
        yield from folded(told, (Fault(one.paragraph, f"“{match[1]}{match[2]}”") for one, match in marked))


RULES: tuple[Rule, ...] = (_order, _marks)
