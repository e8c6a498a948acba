"""A table of rows of several kinds: its headings on every page, its columns as wide as the rules say."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.documents.base import Printed
from docgen.rules import length
from docgen.word.factory.markup import cell, row, table, tag, text


def columns_of(headings: type[Printed]) -> tuple[str, ...]:
    """Return the names of the columns under `headings`, as a template knows them."""
    return tuple(field.alias or name for name, field in headings.model_fields.items())


@dataclass(frozen=True)
class Grid:
    """The columns of a table: their names, those of their figures and of their titles.

    `widths` is "column" where the figure of a width is "column.stt"; `headings` the field that holds the
    titles. What stands in a column of `centred` is centred.
    """

    names: tuple[str, ...]
    widths: str
    headings: str
    centred: frozenset[str] = frozenset()

    def table(self, *rows: str) -> str:
        """Return the table of `rows` below the headings, which are repeated on every page."""
        titles = (text("TieuDeBang", f"{{{{ {self.headings}.{name} }}}}") for name in self.names)
        heading = row(*self._cells(titles, centred=True), repeated=True)
        return table(map(self.width, self.names), heading, *rows, properties=table_properties())

    def control(self, words: str) -> str:
        """Return a row that holds only a template tag; it vanishes when filled."""
        return row(self._whole(tag(words)))

    def heading(self, name: str) -> str:
        """Return the row of a heading over others: the field `name` over all columns."""
        return row(self._whole(text("HangPhan", f"{{{{ dong.{name} }}}}")))

    def numbered_heading(self, name: str) -> str:
        """Return the row of a part or a group: its number, then the field `name` over all other columns."""
        number, *others = self.names
        title = cell(
            sum(map(self.width, others)), text("HangPhan", f"{{{{ dong.{name} }}}}"), span=len(others)
        )
        return row(cell(self.width(number), text("HangPhanGiua", f"{{{{ dong.{number} }}}}")), title)

    def total(self, name: str) -> str:
        """Return the row of a total."""
        return row(self._whole(text("HangTong", f"{{{{ dong.{name} }}}}")))

    def entry(self, *first: str, split: bool = False) -> str:
        """Return a row with a field in every column; the content of the `first` ones may be given ready."""
        rest = (self._field(name) for name in self.names[len(first) :])
        return row(*self._cells((*first, *rest)), split=split)

    def width(self, name: str) -> int:
        """Return the width of a column, in twips."""
        return length(f"{self.widths}.{name}").twips

    def _field(self, name: str) -> str:
        return text("OGiua" if name in self.centred else "OBang", f"{{{{ dong.{name} }}}}")

    def _cells(self, contents: Iterable[str], *, centred: bool = False) -> Iterable[str]:
        filled = zip(self.names, contents, strict=True)
        return (cell(self.width(name), words, centred=centred) for name, words in filled)

    def _whole(self, content: str) -> str:
        return cell(sum(map(self.width, self.names)), content, span=len(self.names))


def table_properties() -> str:
    """Return borders, layout and cell margins of a table, in the order of the schema (17.4.60)."""
    weight, margin = round(length("table.border").points * 8), length("table.cell_margin").twips
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>' for side in sides
    )
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    layout = '<w:tblLayout w:type="fixed"/>'
    return f"<w:tblBorders>{borders}</w:tblBorders>{layout}<w:tblCellMar>{margins}</w:tblCellMar>"
