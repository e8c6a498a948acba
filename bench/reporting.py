"""The report of a period: step by step, the whole command in a new process, and those of 100 departments."""

import shutil
import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.memory import peak_mb
from bench.throughput import Throughput, in_rounds
from bench.timing import Measured, in_turn, timed
from docgen.documents import baocao
from docgen.model.period import ReportingPeriod
from docgen.model.results import PeriodResults
from docgen.pdf import convert
from docgen.resources import shipped
from docgen.services.periods import added_up, asked, gathered
from docgen.services.reporting import Extra, Sources, report_period
from docgen.sheets import write_trace
from docgen.word import load_template, make_docx

GROUP = "report"
ROUNDS, COLD_ROUNDS = 11, 5
COLD, COLD_ALL = "docgen report, cold start", "docgen report --trace --picture, cold start"
DATA = shipped("data")
PERIOD = ReportingPeriod.parse("2025-6T")
SOURCES = Sources(DATA / "kehoach-2025.yaml", PERIOD, DATA / "submissions" / str(PERIOD))
DEPARTMENTS, BATCHES = 100, 4


def measure() -> list[Measured]:
    """Time the report of six months: what it is made of, all its files, and the command."""
    results = _added_up()
    composed, template = baocao.compose(results), load_template(shipped("templates") / "baocao")
    docx = make_docx(composed.report, template)
    with TemporaryDirectory() as folder:
        fresh = (Path(folder) / str(number) for number in count())
        ways = {
            "read and added up": timed(_added_up),
            "worded": timed(lambda: baocao.compose(results)),
            "DOCX": timed(lambda: make_docx(composed.report, template)),
            "PDF": timed(lambda: convert(docx)),
            "trace, XLSX": timed(lambda: write_trace(composed)),
            "all files, warm": timed(lambda: report_period(SOURCES, next(fresh))),
            "with trace and picture, warm": timed(
                lambda: report_period(SOURCES, next(fresh), extras=tuple(Extra))
            ),
        }
        cold = {
            COLD: timed(partial(_command, Path(folder))),
            COLD_ALL: timed(partial(_command, Path(folder), "--trace", "--picture")),
        }
        return [*in_turn(GROUP, ways, ROUNDS), *in_turn(GROUP, cold, COLD_ROUNDS)]


def _added_up() -> PeriodResults:
    question = asked(SOURCES.plan, PERIOD)
    return added_up(question, gathered(question, SOURCES.submissions))


def _command(folder: Path, *options: str) -> None:
    """Run `docgen report` as a person does."""
    command = (str(Path(sys.executable).with_name("docgen")), "report", "--plan", str(SOURCES.plan))
    period = ("--period", str(PERIOD), "--submissions", str(SOURCES.submissions), "--out", str(folder))
    subprocess.run(
        [*command, *period, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )


def measure_batch() -> list[Throughput]:
    """Write the reports of departments on one process and on two."""
    return list(in_rounds("report of a period", _report, DEPARTMENTS, BATCHES))


def _report(number: int) -> float:
    """Write the report of the department of a number; return the most memory that this process has held."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("kehoach-2025.yaml", "don-vi.yaml", "sap-xep-2025.yaml"):
            text = (DATA / name).read_text("utf-8")
            (home / name).write_text(text.replace("Sở Nội vụ", f"Sở Nội vụ {number}"), "utf-8")
        shutil.copytree(DATA / "submissions", home / "submissions")
        sources = Sources(home / "kehoach-2025.yaml", PERIOD, home / "submissions" / str(PERIOD))
        report_period(sources, home / "out")
    return peak_mb()
