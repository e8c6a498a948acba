"""A package to a `WordDocument`: its sections with their headers and footers (17.6, 17.10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.errors import InvalidInputError
from docgen.package import Element, Package
from docgen.word.formatting import Formatting, Sides
from docgen.word.ooxml import R, W, attribute, child, is_on, number, points, value
from docgen.word.reading.blocks import BlockReader, nodes
from docgen.word.reading.changes import Changes, open_changes, settle
from docgen.word.reading.document import BODY, FOOTER, HEADER, Section, Story, WordDocument
from docgen.word.reading.numbering import Numbering
from docgen.word.reading.remarks import Unheeded

_PAGE = {"w": "12240", "h": "15840"}
_MARGIN = "1440"
_DISTANCE = "720"
_SIDES = ("top", "right", "bottom", "left")
_STORIES = {"header": HEADER, "footer": FOOTER}


def read_document(package: Package, changes: Changes = Changes.ACCEPTED) -> WordDocument:
    """Read the text of a Word file, its tracked changes accepted or taken back.

    The parts that are read are settled in place: `package.xml` gives them without tracked changes.

    Raises:
        InvalidInputError: the file has no text, or a part of it is broken.
        RefusedError: a part is dangerous.

    """
    return _Reader(package, changes).read()


@dataclass
class _Reader:
    package: Package
    changes: Changes
    _running: dict[tuple[str, str], str] = field(default_factory=dict)
    _stories: dict[tuple[str, str], Story] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.formatting = Formatting(self.package)
        self.numbering = Numbering(self.formatting.lists, Unheeded())

    def read(self) -> WordDocument:
        root = self._root(self.package.main)
        body = child(root, "body")
        if body is None:
            raise InvalidInputError(
                "Tệp Word không có nội dung.", "Hãy mở tệp bằng Word để kiểm tra rồi lưu lại."
            )
        reader = self._blocks(self.package.main, root, BODY)
        sections = []
        for index, (members, page) in enumerate(_parts(body)):
            section = self._section(index, page)
            reader.section = index
            section.blocks = list(reader.blocks(members))
            sections.append(section)
        return WordDocument(self.package, root, self.formatting, sections, self._even_headers())

    def _root(self, part: str) -> Element:
        root = self.package.xml(part)
        if open_changes(root):
            settle(root, self.changes)
        return root

    def _blocks(self, part: str, root: Element, story: str) -> BlockReader:
        numbers = {node: count for count, node in enumerate(root.iter(f"{W}p"), start=1)}
        return BlockReader(self.package, self.formatting, self.numbering, part, numbers, story)

    def _section(self, index: int, page: Element | None) -> Section:
        size, margins, numbers = (child(page, name) for name in ("pgSz", "pgMar", "pgNumType"))
        width, height = (points(attribute(size, side, default)) for side, default in _PAGE.items())
        section = Section(
            page,
            index,
            width,
            height,
            Sides(*(abs(points(attribute(margins, side, _MARGIN))) for side in _SIDES)),
            title_page=is_on(child(page, "titlePg")),
            starts_at=number(attribute(numbers, "start")) if attribute(numbers, "start") else None,
            number_style=attribute(numbers, "fmt", "decimal"),
            kind=value(page, "type", "nextPage"),
            columns=number(attribute(child(page, "cols"), "num"), 1),
            header_distance=points(attribute(margins, "header", _DISTANCE)),
        )
        self._add_stories(section, page)
        return section

    def _add_stories(self, section: Section, page: Element | None) -> None:
        """Give a section its headers and footers; those that it does not name are the ones before."""
        for kind in _STORIES:
            for reference in () if page is None else page.iterchildren(f"{W}{kind}Reference"):
                arrow = self.package.relationships(self.package.main).get(reference.get(f"{R}id", ""))
                if arrow is not None and not arrow.external and arrow.target in self.package.parts:
                    self._running[kind, attribute(reference, "type", "default")] = arrow.target
        for (kind, name), part in self._running.items():
            stories = section.headers if kind == "header" else section.footers
            stories[name] = self._story(kind, name, part)

    def _story(self, kind: str, name: str, part: str) -> Story:
        if (part, name) not in self._stories:
            root = self._root(part)
            blocks = list(self._blocks(part, root, _STORIES[kind]).blocks(root))
            self._stories[part, name] = Story(part, root, name, blocks)
        return self._stories[part, name]

    def _even_headers(self) -> bool:
        names = self.package.related(self.package.main, "settings")
        return bool(names) and is_on(child(self.package.xml(names[0]), "evenAndOddHeaders"))


def _parts(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the blocks of each section with its `w:sectPr`."""
    members: list[Element] = []
    for node in nodes(body):
        members.append(node)
        end = child(child(node, "pPr"), "sectPr")
        if end is not None:
            yield members, end
            members = []
    yield members, child(body, "sectPr")
