"""The 2025 plan rolled forward: as data, file by file, and the whole command in a new process."""

import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import material
from bench.timing import Measured, in_turn, timed
from docgen.documents import sosanh
from docgen.pdf import convert
from docgen.resources import shipped
from docgen.services.rollforward import rollforward_file
from docgen.sheets import write_comparison
from docgen.transform.rollforward import rollforward
from docgen.word import load_template, make_docx

GROUP = "rollforward"
ROUNDS, COLD_ROUNDS = 15, 5
COLD = "docgen rollforward, cold start"
PLAN = shipped("data") / "kehoach-2025.yaml"
YEAR = 2026


def measure() -> list[Measured]:
    """Time the roll-forward of the plan, what is made of it, all of it, and the command."""
    rolled = rollforward(material.plan(), YEAR, material.organisation())
    draft = make_docx(material.worded(rolled.plan), material.template())
    paper = sosanh.compose(rolled.comparison, rolled.plan, material.organisation())
    template = load_template(shipped("templates") / sosanh.NAME)
    with TemporaryDirectory() as folder:
        fresh = (Path(folder) / str(number) for number in count())
        ways = {
            "rolled forward, as data": timed(
                lambda: rollforward(material.plan(), YEAR, material.organisation())
            ),
            "draft with comments, DOCX": timed(
                lambda: make_docx(material.worded(rolled.plan), material.template())
            ),
            "draft with comments, PDF": timed(lambda: convert(draft)),
            "comparison paper, DOCX": timed(lambda: make_docx(paper, template)),
            "comparison paper, XLSX": timed(lambda: write_comparison(paper, rolled.comparison)),
            "all files, warm": timed(lambda: rollforward_file(PLAN, YEAR, next(fresh))),
        }
        measured = in_turn(GROUP, ways, ROUNDS)
        return [*measured, *in_turn(GROUP, {COLD: timed(partial(_command, Path(folder)))}, COLD_ROUNDS)]


def _command(folder: Path) -> None:
    """Run `docgen rollforward` as a person does."""
    command = (str(Path(sys.executable).with_name("docgen")), "rollforward", str(PLAN))
    options = ("--year", str(YEAR), "--out", str(folder))
    subprocess.run([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
