"""What was measured, as tables."""

from rich.table import Table

from bench.throughput import PLANS, Throughput
from bench.timing import Measured

TARGETS = {
    ("docx", "docxtpl", "docgen"): 8.0,
    ("docx", "docxtpl", "docgen, fill alone"): 15.0,
    ("docx", "docxtemplater", "docgen"): 5.0,
    ("docx", "carbone", "docgen"): 5.0,
    ("pdf", "LibreOffice, warm", "docgen"): None,
}
SPEED_UP, PEAK_MB = 1.8, 200
NOTES = {
    ("docx", "docgen"): "every letter checked, every word looked for in the file read again",
    ("docx", "docxtemplater"): "no bookmarks",
    ("docx", "carbone"): "an easier job: one kind of row and paragraph",
}


def timings_table(timings: list[Measured]) -> Table:
    table = Table("what", "way", "median ms", "p95 ms", "runs", "note", title="The 2025 plan, one document")
    for one in timings:
        figures = (f"{one.median_ms:.2f}", f"{one.p95_ms:.2f}", str(len(one.seconds)))
        table.add_row(one.group, one.way, *figures, NOTES.get((one.group, one.way), ""))
    return table


def ratios(timings: list[Measured]) -> Table:
    table = Table("what", "is faster than", "times", "target", title="Ratios of the medians")
    medians = {(one.group, one.way): one.median_ms for one in timings}
    for (group, other, ours), target in TARGETS.items():
        if (group, other) in medians:
            ratio = medians[group, other] / medians[group, ours]
            table.add_row(f"{group}: {ours}", other, f"{ratio:.1f}", _verdict(ratio, target))
    return table


def _verdict(ratio: float, target: float | None) -> str:
    return f"≥ {target:g} {'met' if ratio >= target else 'MISSED'}" if target else "–"


def throughputs(measured: list[Throughput]) -> Table:
    title = f"{PLANS} plans, Word and PDF/A; targets: times ≥ {SPEED_UP} on two, peak < {PEAK_MB} MB"
    table = Table("processes", "plans/s", "times one process", "peak MB each", title=title)
    for one in measured:
        times = one.plans_per_second / measured[0].plans_per_second
        table.add_row(str(one.processes), f"{one.plans_per_second:.2f}", f"{times:.2f}", f"{one.peak_mb:.0f}")
    return table
