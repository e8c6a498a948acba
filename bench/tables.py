"""What was measured, as tables."""

from collections.abc import Iterator
from itertools import groupby

from rich.table import Table

from bench.checking import COLD, Judged
from bench.growing import Grown, exponent
from bench.importing import WORD, Imported
from bench.reporting import COLD as REPORT_COLD
from bench.reporting import COLD_ALL as REPORT_COLD_ALL
from bench.rolling import COLD as ROLLED_COLD
from bench.service.measuring import Served
from bench.throughput import Throughput
from bench.timing import Measured

TARGETS = {
    ("docx", "docxtpl", "docgen"): 8,
    ("docx", "docxtpl", "docgen, fill alone"): 15,
    ("docx", "docxtemplater", "docgen"): 5,
    ("docx", "carbone", "docgen"): 5,
    ("pdf", "LibreOffice, untagged", "docgen, untagged"): 1 / 1.5,
    ("pdf", "LibreOffice, PDF/A-2", "docgen, PDF/A-2a"): 1 / 2,
    ("check", "docgen pdf, untagged", "docgen check"): 2,
}
SPEED_UP, PEAK_MB, LONG_PEAK_MB = 1.8, 200, 300
NOTES = {
    ("check", "docgen check"): "target: 60 ms",
    ("check", COLD): "target: 1,000 ms; pages of the findings among it",
    ("import", WORD): "target: 60 ms",
    ("redline", "docgen redline"): "target: 50 ms",
    ("rollforward", ROLLED_COLD): "target: 3,000 ms, all files",
    ("report", REPORT_COLD): "target: 2,000 ms",
    ("report", REPORT_COLD_ALL): "target: 2,000 ms, all files",
    ("docx", "docgen"): "every letter checked, every word looked for in the file read again",
    ("docx", "docxtemplater"): "no bookmarks",
    ("docx", "carbone"): "an easier job: one kind of row and paragraph",
    ("pdf", "LibreOffice, PDF/A-2"): "tagged, of level B",
}


def timings(measured: list[Measured]) -> Iterator[Table]:
    """Yield the times of each way, and their ratios."""
    table = Table("what", "way", "median ms", "p95 ms", "runs", "note", title="The 2025 plan, one document")
    for one in measured:
        figures = (f"{one.median_ms:.2f}", f"{one.p95_ms:.2f}", str(len(one.seconds)))
        table.add_row(one.group, one.way, *figures, NOTES.get((one.group, one.way), ""))
    yield table
    yield _ratios({(one.group, one.way): one.median_ms for one in measured})


def _ratios(medians: dict[tuple[str, str], float]) -> Table:
    table = Table("what", "is faster than", "times", "target", title="Ratios of the medians")
    for (group, other, ours), target in TARGETS.items():
        if (group, other) in medians:
            ratio = medians[group, other] / medians[group, ours]
            table.add_row(f"{group}: {ours}", other, f"{ratio:.1f}", _verdict(ratio, target))
    return table


def _verdict(ratio: float, target: float) -> str:
    return f"≥ {target:.2g} {'met' if ratio >= target else 'MISSED'}"


def growth(measured: list[Grown]) -> Iterator[Table]:
    """Yield how time and memory grow with the rows of a table."""
    title = f"One page and an appendix of so many rows; target: peak < {LONG_PEAK_MB} MB"
    table = Table("rows", "untagged ms", "PDF/A-2a ms", "peak MB", title=title)
    for one in measured:
        times = (f"{one.untagged_ms:.0f}", f"{one.archive_ms:.0f}")
        table.add_row(str(one.rows), *times, f"{one.peak_mb:.0f}")
    rows = [one.rows for one in measured]
    kinds = ([one.untagged_ms for one in measured], [one.archive_ms for one in measured])
    table.add_row("exponent", *(f"{exponent(rows, times):.2f}" for times in kinds), "")
    yield table


def judged(measured: list[Judged]) -> Iterator[Table]:
    """Yield how the time of a check grows with the rows of a table."""
    table = Table("rows", "check ms", title="One page and an appendix of so many rows, checked")
    for one in measured:
        table.add_row(str(one.rows), f"{one.check_ms:.0f}")
    rows, times = [one.rows for one in measured], [one.check_ms for one in measured]
    table.add_row("exponent", f"{exponent(rows, times):.2f}")
    yield table


def imported(measured: list[Imported]) -> Iterator[Table]:
    """Yield how the time of an import grows with the rows of a table."""
    table = Table("rows", "Word ms", "workbook ms", title="The 2025 plan with so many tasks, read back")
    for one in measured:
        table.add_row(str(one.rows), f"{one.word_ms:.0f}", f"{one.workbook_ms:.0f}")
    rows = [one.rows for one in measured]
    kinds = ([one.word_ms for one in measured], [one.workbook_ms for one in measured])
    table.add_row("exponent", *(f"{exponent(rows, times):.2f}" for times in kinds))
    yield table


def throughputs(measured: list[Throughput]) -> Iterator[Table]:
    """Yield what one process, two, and LibreOffice do in a second."""
    title = f"{measured[0].papers} papers; targets: two processes ≥ {SPEED_UP} times one, peak < {PEAK_MB} MB"
    table = Table("what", "way, processes", "papers/s", "times the first", "peak MB each", title=title)
    for work, ways in groupby(measured, key=lambda one: one.work):
        first, *others = ways
        for one in (first, *others):
            times = one.papers_per_second / first.papers_per_second
            peak = f"{one.peak_mb:.0f}" if one.peak_mb else "–"
            table.add_row(work, one.way, f"{one.papers_per_second:.2f}", f"{times:.2f}", peak)
    yield table


def served(measured: list[Served]) -> Iterator[Table]:
    """Yield what was measured of the service."""
    table = Table("database", "what", "figure", "unit", "at most", title="The service, on this machine")
    for one in measured:
        target = "" if one.target is None else f"{one.target:g}"
        verdict = " (missed)" if one.target is not None and one.value > one.target else ""
        table.add_row(one.database, one.what, f"{one.value:.1f}", one.unit, target + verdict)
    yield table
