"""The plan as a Word file: docgen beside docxtpl, docxtemplater and Carbone, same template and data."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from docxtpl import DocxTemplate
from jinja2 import Environment

from bench import material
from bench.peers import carbone, docxtemplater
from bench.timing import Batch, Measured, in_turn, timed
from bench.worker import running
from docgen.word import fill, make_docx
from docgen.word.sandbox import TagEnvironment, in_text
from docgen.word.tags import COUNTER

GROUP = "docx"
NODE = Path(__file__).parent / "node"
PEERS = {"docxtemplater": docxtemplater.translate, "carbone": carbone.translate}
ROUNDS, RUNS = 12, 5


def measure() -> list[Measured]:
    """Time every way that this machine has."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        return in_turn(GROUP, dict(_docgen()) | dict(_docxtpl()) | _node(folder, stack), ROUNDS, RUNS)


def _docgen() -> Iterator[tuple[str, Batch]]:
    document, template = material.document(), material.template()
    yield "docgen", timed(lambda: make_docx(document, template))
    yield "docgen, fill alone", timed(lambda: fill(template, document))


def _docxtpl() -> Iterator[tuple[str, Batch]]:
    package, data, environment = material.prepared(), material.data(), Environment(autoescape=True)
    environment.filters |= TagEnvironment(in_text).filters

    def load_render_save() -> None:
        template = DocxTemplate(BytesIO(package))
        template.render({**data, COUNTER: count(1).__next__}, environment, autoescape=True)
        template.save(BytesIO())

    yield "docxtpl", timed(load_render_save)


def _node(folder: Path, stack: ExitStack) -> dict[str, Batch]:
    """Return the ways that run in Node, one warm process for both; none where there is no Node."""
    if not (node := shutil.which("node")) or not (npm := shutil.which("npm")):
        return {}
    subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=NODE, check=True)
    package, data = material.prepared(), material.data()
    for name, translate in PEERS.items():
        template, values = translate(package, data)
        (folder / f"{name}.docx").write_bytes(template)
        (folder / f"{name}.json").write_text(json.dumps(values), encoding="utf-8")
    worker = stack.enter_context(running([node, NODE / "fill.js", folder]))
    return {name: worker.way(name) for name in PEERS}
