"""Comments, and the words of which paragraphs they are about (ECMA-376, Part 1, 17.13.4)."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from itertools import accumulate, islice

from docgen.errors import InvalidInputError
from docgen.package import Element, Package
from docgen.pdf.comment import Comment, Commented, Mark, farther
from docgen.pdf.description import Inline, Text, extent
from docgen.pdf.reading.marks import END, MARKS, PARAGRAPH, REFERENCE, START, bring_home, lifted
from docgen.pdf.reading.remarks import Remarks
from docgen.word.ooxml import W, attribute
from docgen.word.reading.changes import Changes

MOST_COMMENTS = 2_000
"""The first so many of a file are shown."""
MOST_LETTERS = 8_000
"""Of a comment and its author; a string of a PDF/A has 32,767 bytes at most (ISO 19005-2, 6.1.13)."""
MOST_OPEN = 20
"""So many comments may be about the same words; the others point to where they begin."""

_MOMENT = len("YYYYMMDDHHMMSS")
_WITHOUT_COMMENTS = frozenset({f"{W}hdr", f"{W}ftr"})
"""Parts that are printed on several pages; Word has no comments there."""
_SIGNS = {PARAGRAPH: "\n", f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}

_Spot = tuple[int, int]
"""A place in content that is being read: how many inlines are there, and how many letters of the last."""


class _Role(Enum):
    BEGINS = auto()
    ENDS = auto()
    POINTS = auto()


@dataclass
class Comments:
    """The comments of a file, and what each of their marks means."""

    package: Package
    remarks: Remarks
    met: dict[Comment, None] = field(default_factory=dict)
    """Those whose place has been read, in order."""
    _roles: dict[Element, tuple[_Role, Comment]] = field(default_factory=dict)
    _open: dict[Element, tuple[Comment, ...]] = field(default_factory=dict)
    _references: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_id = dict(_read(self.package, self.remarks))

    def lifted(self, root: Element, changes: Changes) -> list[Element]:
        """Make the comments of a part ready for its changes to be settled; return what `place` asks for."""
        self._references += root.iter(REFERENCE)
        return lifted(root, changes) if self._by_id and root.tag not in _WITHOUT_COMMENTS else []

    def place(self, root: Element, nodes: list[Element]) -> None:
        """Find out what the comments of a part are about; `nodes` are from `lifted`."""
        if nodes:
            bring_home(root, nodes)
            self._assign(root)
            self._carry(root)

    def role(self, mark: Element) -> tuple[_Role, Comment] | None:
        """Return what a mark means, and of which comment; None for one that means nothing."""
        return self._roles.get(mark)

    def open_at(self, paragraph: Element) -> Iterable[Comment]:
        """Return the comments on words before a paragraph that go on in it."""
        return self._open.get(paragraph, ())

    def tell(self) -> None:
        """Warn of the comments that are referred to, and have no place in what was read."""
        shown = {key for key, comment in self._by_id.items() if comment in self.met}
        lost = [node for node in self._references if attribute(node, "id") not in shown]
        if lost:
            message = f"{len(lost)} nhận xét (comment) không in ra."
            self.remarks.say_once(self.remarks.place(lost[0]), len(lost), message)

    def _assign(self, root: Element) -> None:
        """Give the first marks of each comment their roles: it has two ends in order, or is a point."""
        found: dict[str, dict[object, tuple[int, Element]]] = {}
        for at, mark in enumerate(root.iter(*MARKS)):
            found.setdefault(attribute(mark, "id"), {}).setdefault(mark.tag, (at, mark))
        for key, marks in found.items():
            comment = self._by_id.get(key)
            if comment is None:
                continue
            if START in marks and END in marks and marks[START] < marks[END]:
                self._roles[marks[START][1]] = (_Role.BEGINS, comment)
                self._roles[marks[END][1]] = (_Role.ENDS, comment)
            else:
                _, mark = marks.get(REFERENCE) or marks.get(START) or marks[END]
                self._roles[mark] = (_Role.POINTS, comment)

    def _carry(self, root: Element) -> None:
        """Note which comments go on from one paragraph to the next."""
        is_open: dict[Comment, None] = {}
        for node in root.iter(PARAGRAPH, START, END):
            role, comment = self._roles.get(node, (None, None))
            if node.tag == PARAGRAPH and is_open:
                self._open[node] = tuple(is_open)
            elif role is _Role.ENDS and comment is not None:
                is_open.pop(comment, None)
            elif role is _Role.BEGINS and comment is not None:
                self._begin(node, comment, is_open)

    def _begin(self, mark: Element, comment: Comment, is_open: dict[Comment, None]) -> None:
        if len(is_open) < MOST_OPEN:
            is_open[comment] = None
            return
        self._roles[mark] = (_Role.POINTS, comment)
        message = f"hơn {MOST_OPEN} nhận xét chồng lên nhau, có nhận xét chỉ được đánh dấu ở chỗ bắt đầu."
        self.remarks.say("nhận xét (comment)", message)


@dataclass
class Reached:
    """The comments met in one paragraph of a story while its content is being read."""

    comments: Comments
    _content: Sequence[Inline] = ()
    _begun: dict[Comment, _Spot] = field(default_factory=dict)
    _found: list[tuple[Comment, _Spot, _Spot]] = field(default_factory=list)

    def begin(self, paragraph: Element, content: Sequence[Inline]) -> None:
        """Go into a paragraph; what is read of it is added to `content`."""
        self._content, self._found = content, []
        self._begun = dict.fromkeys(self.comments.open_at(paragraph), (0, 0))

    def pass_by(self, mark: Element) -> None:
        """Go past a mark."""
        role, comment = self.comments.role(mark) or (None, None)
        if comment is None:
            return
        if role is _Role.BEGINS:
            self._begun[comment] = self._here()
        elif role is _Role.POINTS:
            self._found.append((comment, self._here(), self._here()))
        elif comment in self._begun:
            self._found.append((comment, self._begun.pop(comment), self._here()))

    def commented(self) -> tuple[Commented, ...]:
        """Return what was met, in the order that it begins; what is open goes on to the end."""
        if not (self._found or self._begun):
            return ()
        found = [*self._found, *((comment, spot, self._here()) for comment, spot in self._begun.items())]
        before = list(accumulate(map(extent, self._content), farther, initial=(0, 0)))
        found.sort(key=lambda one: one[1])
        return tuple(
            Commented(comment, self._mark(start, before), self._mark(end, before))
            for comment, start, end in found
        )

    def _here(self) -> _Spot:
        last = self._content[-1] if self._content else None
        return len(self._content), len(last.text) if isinstance(last, Text) else 0

    def _mark(self, spot: _Spot, before: list[Mark]) -> Mark:
        count, letters = spot
        return farther(before[count - 1], (0, letters)) if letters else before[count]


def _read(package: Package, remarks: Remarks) -> Iterator[tuple[str, Comment]]:
    """Yield the comments of a file with their ids; none where their part is broken."""
    names = package.related(package.main, "comments")
    try:
        nodes = package.xml(names[0]).iterchildren(f"{W}comment") if names else ()
    except InvalidInputError:
        return
    seen: set[str] = set()
    for number, node in enumerate(islice(nodes, MOST_COMMENTS)):
        key = attribute(node, "id")
        if key not in seen:
            seen.add(key)
            yield key, _comment(number, node, remarks)


def _comment(number: int, node: Element, remarks: Remarks) -> Comment:
    author = unicodedata.normalize("NFC", attribute(node, "author").strip())[:MOST_LETTERS]
    pieces = (_SIGNS.get(str(piece.tag)) or piece.text or "" for piece in node.iter(f"{W}t", *_SIGNS))
    text = unicodedata.normalize("NFC", "".join(pieces).strip())
    if len(text) > MOST_LETTERS:
        message = f"nhận xét dài {len(text)} ký tự, PDF chỉ giữ {MOST_LETTERS} ký tự đầu."
        remarks.say(f"nhận xét “{text[:40]}…”", message)
        text = f"{text[: MOST_LETTERS - 1]}…"
    return Comment(number, author, text, _moment(attribute(node, "date")))


def _moment(date: str) -> str:
    try:
        written = f"{datetime.fromisoformat(date):%Y%m%d%H%M%S}"
    except ValueError:
        return ""
    return written if len(written) == _MOMENT else ""
