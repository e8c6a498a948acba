"""What both appendices of a report have: their labels, their first lines, the cells of their rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen import rules
from docgen.documents.baocao.frame import Issue, reference
from docgen.documents.baocao.sentences import upper
from docgen.documents.baocao.tracing import Told
from docgen.documents.base import RowKind
from docgen.documents.reported import ResultColumns, StatisticsColumns, StatisticsRowKind
from docgen.language.numerals import to_roman
from docgen.model.figure import Sentence, read
from docgen.model.results import PeriodResults

RESULTS, STATISTICS = 1, 2
"""The numbers of the appendices."""

Cells = Mapping[str, Sentence]
"""What stands in the cells of a row, by the names of the columns; an empty one may be left out."""


@dataclass(frozen=True)
class TableRow:
    """A row of a table before it is printed: what it is, and what its cells are made of."""

    kind: RowKind | StatisticsRowKind
    cells: Cells

    def texts(self) -> dict[str, str]:
        """Return what its cells read."""
        return {name: read(words) for name, words in self.cells.items()}


def appendix_label(number: int) -> str:
    """Return "Phụ lục I": the number of an appendix is Roman (Phụ lục I, Phần I, Mục III.1.a)."""
    return f"{rules.text('appendix_label')} {to_roman(number)}"


def heading(
    number: int, title: Sentence, results: PeriodResults, issue: Issue
) -> tuple[dict[str, str], list[Told]]:
    """Return label, title and reference of an appendix, and what they are made of."""
    label = appendix_label(number)
    said: dict[str, Sentence] = {
        "label": (label,),
        "title": upper(title),
        "reference": reference(results, issue),
    }
    return {name: read(words) for name, words in said.items()}, [
        Told(label, words) for words in said.values()
    ]


def told_rows(
    number: int, columns: ResultColumns | StatisticsColumns, lines: Iterable[TableRow]
) -> Iterator[Told]:
    """Yield the headings of the columns, then the cells, in the order of the page."""
    label = appendix_label(number)
    yield from (Told(label, (heading,)) for _, heading in columns)
    for place, line in enumerate(lines, 1):
        for name in type(columns).model_fields:
            if words := line.cells.get(name):
                yield Told(f"{label}, dòng {place}", words)
