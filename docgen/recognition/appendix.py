"""An appendix, its tables and the paragraphs between them → parts, groups and tasks."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.language.text import nfc
from docgen.model.appendix import Headings
from docgen.model.finding import Severity
from docgen.recognition.appendix_tables import TableReader
from docgen.recognition.appendix_tree import Draft, TitleReader, Tree, UnitReader
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.source import Block, Line, Row, lines_of

USUAL_HEADINGS = Headings().model_dump(by_alias=True)
"""The headings that a plan has when it says nothing, by key."""


@dataclass(frozen=True)
class ReadAppendix:
    """The data of an appendix, under the keys `cot` and `phan`, and the row each task was read from."""

    draft: Draft
    tasks: list[tuple[Draft, Row]]


def read_appendix(
    blocks: Sequence[Block], titles: TitleReader, units: UnitReader, ledger: Ledger
) -> ReadAppendix:
    """Read what stands under the title of one appendix; every line of it is accounted for in `ledger`.

    Raises:
        RefusedError: a table has too many rows.

    """
    reader = TableReader(ledger)
    reader.read(blocks)
    tree = Tree(titles, units, ledger)
    draft: Draft = {"phan": tree.grow(reader.entries)}
    reader.tell()
    for block in blocks:
        _tell_rest(list(ledger.unsettled(lines_of(block))), ledger)
    headings = _own_headings(reader.headings)
    return ReadAppendix({"cot": headings, **draft} if headings else draft, tree.tasks)


def _own_headings(headings: dict[str, str]) -> dict[str, str]:
    """Return the headings that are not those a plan has when it says nothing."""
    return {field: heading for field, heading in headings.items() if nfc(heading) != USUAL_HEADINGS[field]}


def _tell_rest(lines: Sequence[Line], ledger: Ledger) -> None:
    if lines:
        ledger.tell(
            "chua-hieu",
            Severity.WARNING,
            lines,
            f"chưa hiểu {quoted(lines)}; không được nhập.",
            "Hãy chép vào chỗ thích hợp nếu cần giữ.",
        )
