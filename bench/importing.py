"""The plan read back: from Word, from a workbook, from the scan; stage by stage, and with ever more rows."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import material
from bench.growing import ROWS
from bench.timing import Measured, in_turn, timed
from docgen.importers.plan_writing import plan_yaml
from docgen.importers.recognising import Beside, Recognised, recognise
from docgen.importers.scan import typed
from docgen.importers.table_outline import outline_of
from docgen.importers.text_encoding import decoded
from docgen.importers.word import read_word_source
from docgen.sheets.reading import read_workbook
from docgen.sheets.writing import write_workbook
from docgen.transform.comparison import compare
from docgen.word import make_docx

GROUP = "import"
WORD = "docgen import, Word"
ROUNDS, GROWN_ROUNDS = 30, 5
SCAN = Path("tests/data/ke-hoach-cchc-2025.txt")


def measure() -> list[Measured]:
    """Time the import of each kind of file, and its stages."""
    docx, xlsx, scan = (
        material.docx(),
        write_workbook(material.plan(), material.organisation()),
        SCAN.read_bytes(),
    )
    source = read_word_source(docx)
    beside = Beside(material.organisation(), traces=source.traces)
    read = _from_word(docx)
    ways = {
        WORD: timed(lambda: _from_word(docx)),
        "docgen import, Word: reading": timed(lambda: read_word_source(docx)),
        "docgen import, Word: understanding": timed(lambda: recognise(source.outline, beside)),
        "docgen import, workbook": timed(lambda: _from_workbook(xlsx)),
        "docgen import, scanned text": timed(lambda: _from_scan(scan)),
        "writing the YAML": timed(lambda: plan_yaml(read.draft)),
        "comparing two plans": timed(lambda: compare(material.plan(), _plan(read))),
        "writing the workbook": timed(lambda: write_workbook(material.plan(), material.organisation())),
    }
    return in_turn(GROUP, ways, ROUNDS)


def _from_word(docx: bytes) -> Recognised:
    source = read_word_source(docx)
    return recognise(source.outline, Beside(material.organisation(), traces=source.traces))


def _from_workbook(xlsx: bytes) -> Recognised:
    return recognise(outline_of(read_workbook(xlsx).tables), Beside(material.organisation()))


def _from_scan(data: bytes) -> Recognised:
    scan = typed(decoded(data).text)
    source = read_word_source(scan.docx, numbers=scan.numbers)
    return recognise(source.outline, Beside(material.organisation(), scanned=True))


def _plan(read: Recognised) -> Any:
    if read.plan is None:
        raise RuntimeError("the 2025 plan was not read back")
    return read.plan


@dataclass(frozen=True)
class Imported:
    """A plan with so many rows: the median of its import from Word and from a workbook."""

    rows: int
    word_ms: float
    workbook_ms: float

    def figures(self) -> dict[str, Any]:
        """Return the figures under their names."""
        return {"group": "import-rows", **asdict(self)}


def measure_rows() -> Sequence[Imported]:
    """Time the import of every length in turn."""
    ways = {}
    for rows in ROWS:
        plan = material.plan_of(rows)
        docx = make_docx(material.worded(plan), material.template())
        ways[f"{rows} docx"] = timed(partial(_from_word, docx))
        ways[f"{rows} xlsx"] = timed(partial(_from_workbook, write_workbook(plan, material.organisation())))
    medians = {one.way: one.median_ms for one in in_turn("import-rows", ways, GROWN_ROUNDS)}
    return [Imported(rows, medians[f"{rows} docx"], medians[f"{rows} xlsx"]) for rows in ROWS]
