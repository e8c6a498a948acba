"""The tag tree of a PDF, mended after WeasyPrint has drawn the pages (ISO 32000-1, 14.7 and 14.8).

WeasyPrint tags page by page. Here the pieces of a table become one table again with its heading once; page
numbers and repeated headings become artifacts; heading cells say that they stand over columns; empty elements
go.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from pydyf import PDF, Dictionary

Element: TypeAlias = Dictionary

_KEPT_EMPTY = frozenset({"/TD", "/TH", "/TR"})
_NULL = b"null"


def tidy_tags(pdf: PDF) -> None:
    """Mend the tag tree of a finished, unwritten `pdf` in place."""
    tree = _Tree(pdf)
    tree.join_tables()
    tree.prune(tree.document)
    for element in tree.reachable():
        _simplify_cell(element)
    tree.turn_rest_into_artifacts()


class _Tree:
    """The structure elements of one PDF."""

    def __init__(self, pdf: PDF) -> None:
        self._objects: list[Any] = pdf.objects
        self._pages: list[Any] = [self.at(page) for page in pdf.page_references]
        root = self.at(pdf.catalog["StructTreeRoot"])
        self.document: Element = self.at(root["K"][0])
        self._parents: Element = self.at(root["ParentTree"])

    def at(self, reference: bytes) -> Any:
        """Return the object that a reference ("12 0 R") points to."""
        return self._objects[int(reference.split()[0])]

    def children(self, element: Element) -> Iterator[Element]:
        """Yield the structure elements right below one; what is marked on the page is no element."""
        yield from (self.at(kid) for kid in element.get("K", ()) if isinstance(kid, bytes))

    def reachable(self) -> list[Element]:
        """Return the elements of the tree."""
        found = [self.document]
        for element in found:
            found.extend(self.children(element))
        return found

    def join_tables(self) -> None:
        """Put the rows of a table that goes on over pages below its first heading.

        Nothing stands between two pieces; between two tables of a Word file there is at least a paragraph.
        """
        first: Element | None = None
        for element in list(self.children(self.document)):
            if element["S"] != "/Table":
                first = None
            elif first is None:
                first = element
            else:
                self._move_rows(element, first)

    def _move_rows(self, piece: Element, table: Element) -> None:
        for part in self.children(piece):
            if part["S"] != "/THead":
                part["P"] = table.reference
                table["K"].append(part.reference)
        self.document["K"].remove(piece.reference)

    def prune(self, element: Element) -> None:
        """Take out elements without content; a cell or row counts even when it is empty."""
        for child in list(self.children(element)):
            self.prune(child)
            if not child["K"] and child["S"] not in _KEPT_EMPTY:
                element["K"].remove(child.reference)

    def turn_rest_into_artifacts(self) -> None:
        """Unmark on the pages what is not in the tree, and drop its elements from the file."""
        reached = {element.number for element in self.reachable()}
        for page, marks in zip(self._pages, self._parents["Nums"][1::2], strict=False):
            loose = {index for index, owner in enumerate(marks) if self.at(owner).number not in reached}
            for index in loose:
                marks[index] = _NULL
            _make_artifacts(self.at(page["Contents"]).stream, loose)
        for item in self._objects:
            if (
                isinstance(item, Dictionary)
                and item.get("Type") == "/StructElem"
                and item.number not in reached
            ):
                item.free = "f"


def _simplify_cell(element: Element) -> None:
    """Say that a heading cell stands over its column, instead of naming it in each cell below."""
    if element["S"] in {"/TH", "/TD"}:
        element.pop("ID", None)
        element["A"].pop("Headers", None)
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column"


def _make_artifacts(operators: list[Any], loose: set[int]) -> None:
    """Turn marked content of a page, "/Span <</MCID 3>> BDC", into artifacts: "/Artifact <<>> BDC"."""
    for index, operator in enumerate(operators):
        if isinstance(operator, Dictionary) and operator.get("MCID") in loose:
            operators[index - 1] = "/Artifact"
            operators[index] = Dictionary()
