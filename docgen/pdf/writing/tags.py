"""The tree of tags (ISO 32000-1, 14.7): which marked content of which page belongs to what."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from docgen.pdf.pages import Pages, Tag
from docgen.pdf.writing.objects import File, Ready, array, number, string

Mark = tuple[int, int]
"""A piece of marked content: the index of its page, and its number there. Marks sort as they are painted."""

_KEPT_EMPTY = frozenset({"TD", "TH"})
"""What counts without content: without it the rows of a table would differ in length."""
_LAST = (1 << 31, 0)


class Marks:
    """The marked content of the pages, noted while they are painted."""

    def __init__(self, pages: int) -> None:
        self.owners: list[list[Tag]] = [[] for _ in range(pages)]
        self.of: dict[Tag, list[Mark]] = {}
        self.notes: list[tuple[Tag, int, Ready]] = []
        """Annotations: the tag and the page that each stands in."""

    def on(self, page: int) -> Callable[[Tag | None], str]:
        """Return a function that begins marked content of a tag, or an artifact, on a page."""
        return partial(self._begin, page)

    def note(self, tag: Tag, page: int, annotation: Ready) -> int:
        """Put an annotation into a tag; return its number in the tree of parents."""
        self.notes.append((tag, page, annotation))
        return len(self.owners) + len(self.notes) - 1

    def _begin(self, page: int, tag: Tag | None) -> str:
        if tag is None:
            return "/Artifact BMC"
        mark = (page, len(self.owners[page]))
        self.owners[page].append(tag)
        self.of.setdefault(tag, []).append(mark)
        return f"/{tag.kind}<</MCID {mark[1]}>>BDC"


def add_structure(file: File, pages: Pages, marks: Marks, sheets: Sequence[Ready]) -> Ready:
    """Add the tree of tags to a file that has `pages` on its `sheets`; return its root."""
    return _Tree(file, pages, marks, sheets).add()


class _Tree:
    def __init__(self, file: File, pages: Pages, marks: Marks, sheets: Sequence[Ready]) -> None:
        self._file = file
        self._pages = pages
        self._marks = marks
        self._sheets = sheets
        self._first: dict[Tag, Mark] = {}
        self._elements: dict[Tag, Ready] = {}
        self._notes: list[Ready] = []
        self._annotations: dict[Tag, list[int]] = {}
        self._annotated: dict[int, Ready] = {}
        for at, (tag, _, _) in enumerate(marks.notes):
            self._annotations.setdefault(tag, []).append(at)

    def add(self) -> Ready:
        """Add everything, and return the root."""
        self._survey(self._pages.root)
        root = self._file.add()
        document = self._add(self._pages.root, root)
        notes = (str(self._annotated[at]) for at in range(len(self._marks.notes)))
        owners = [*map(self._parents, self._marks.owners), *notes]
        parents = array(f"{at} {owner}" for at, owner in enumerate(owners))
        ids = array(f"{_note_id(at)} {note}" for at, note in enumerate(self._notes))
        return root.fill(
            f"<</Type/StructTreeRoot/K[{document}]/ParentTree<</Nums{parents}>>"
            f"/ParentTreeNextKey {len(owners)}{f'/IDTree<</Names{ids}>>' if self._notes else ''}>>"
        )

    def _parents(self, tags: list[Tag]) -> str:
        return array(self._elements[tag] for tag in tags)

    def _survey(self, tag: Tag) -> None:
        """Note where each tag begins that is kept: it has content, or something in it has."""
        for kid in tag.kids:
            self._survey(kid)
        notes = ((self._marks.notes[at][1], 0) for at in self._annotations.get(tag, ())[:1])
        begins = [*self._marks.of.get(tag, ())[:1], *(self._first[kid] for kid in self._kids(tag)), *notes]
        if begins or tag.kind in _KEPT_EMPTY:
            self._first[tag] = min(begins, default=_LAST)

    def _kids(self, tag: Tag) -> Iterator[Tag]:
        return (kid for kid in tag.kids if kid in self._first)

    def _add(self, tag: Tag, parent: Ready) -> Ready:
        element = self._elements[tag] = self._file.add()
        marks = self._marks.of.get(tag, [])
        content = [(self._first[kid], str(self._add(kid, element))) for kid in self._kids(tag)]
        if marks:
            content = sorted([*content, *((mark, self._mark(mark, marks[0])) for mark in marks)])
        page = f"/Pg {self._sheets[marks[0][0]]}" if marks else ""
        told = f"/Alt{string(tag.alt)}" if tag.alt else ""
        notes = (self._annotation(at, element) for at in self._annotations.get(tag, ()))
        kids = [*(written for _, written in content), *map(str, notes)]
        more = self._attributes(tag) + self._id(tag, element)
        return element.fill(
            f"<</S/{tag.kind}/P {parent}{page}{told}{more}{f'/K{array(kids)}' if kids else ''}>>"
        )

    def _annotation(self, at: int, parent: Ready) -> Ready:
        """Add the element that an annotation is (14.8.4.4.3)."""
        _, page, annotation = self._marks.notes[at]
        content = f"/K[<</Type/OBJR/Obj {annotation}>>]"
        element = self._file.add(f"<</S/Annot/P {parent}/Pg {self._sheets[page]}{content}>>")
        self._annotated[at] = element
        return element

    def _mark(self, mark: Mark, first: Mark) -> str:
        """Return a piece of marked content in an element whose page is that of its `first` one."""
        if mark[0] == first[0]:
            return str(mark[1])
        return f"<</Type/MCR/Pg {self._sheets[mark[0]]}/MCID {mark[1]}>>"

    def _id(self, tag: Tag, element: Ready) -> str:
        """Return the entry that names a note, which must have one (14.8.4.4.1)."""
        if tag.kind != "Note":
            return ""
        self._notes.append(element)
        return f"/ID{_note_id(len(self._notes) - 1)}"

    def _attributes(self, tag: Tag) -> str:
        """Return what a cell says of its table, and a figure of its place (14.8.5)."""
        if tag.box:
            left, top, right, bottom = tag.box
            height = self._pages.pages[self._first[tag][0]].height
            box = array(map(number, (left, height - bottom, right, height - top)))
            return f"/A<</O/Layout/BBox{box}>>"
        scope = f"/Scope/{tag.scope}" if tag.scope else ""
        columns = f"/ColSpan {tag.columns}" if tag.columns > 1 else ""
        rows = f"/RowSpan {tag.rows}" if tag.rows > 1 else ""
        return f"/A<</O/Table{scope}{columns}{rows}>>" if scope or columns or rows else ""


def _note_id(at: int) -> str:
    return f"(note-{at:06})"
