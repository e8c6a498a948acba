"""The plan's Word file as PDF/A: docgen, stage by stage, beside a warm LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench import material
from bench.timing import Batch, Measured, in_turn, timed
from bench.worker import running
from docgen.pdf import printing, to_pdf
from docgen.pdf.converting import lay_out
from docgen.pdf.fonts import times
from docgen.pdf.reading import read

GROUP = "pdf"
ROUNDS = 30
T = TypeVar("T")


def measure() -> list[Measured]:
    """Time docgen and, where there is one, LibreOffice; then docgen's stages."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        ways = {"docgen": timed(lambda: to_pdf(material.docx()))} | _office(folder, stack)
        return in_turn(GROUP, ways | dict(_stages()), ROUNDS)


def _stages() -> Iterator[tuple[str, Batch]]:
    """Yield the stages of docgen, each on what the stage before it made."""
    family = times()
    description = read(material.docx())
    document = printing.join(lay_out(description, family))
    yield "docgen: reading", timed(lambda: read(material.docx()))
    yield "docgen: setting", timed(_quiet(lambda: printing.join(lay_out(description, family))))
    yield "docgen: printing", timed(_quiet(lambda: printing.write(document)))


def _quiet(action: Callable[[], T]) -> Callable[[], T]:
    """Return `action` with the memory as quiet as it is in a whole conversion."""

    def act() -> T:
        with printing.quiet_memory():
            return action()

    return act


def _office(folder: Path, stack: ExitStack) -> dict[str, Batch]:
    """Return a warm LibreOffice as a way, or nothing where it or its Python bridge is missing."""
    python = next((one for one in ("/usr/bin/python3", "python3") if _has_uno(one)), None)
    if not python or not shutil.which("soffice"):
        return {}
    script = Path(__file__).with_name("office.py")
    source = material.written_to(folder)
    command: list[str | Path] = [python, script, source, folder / "kehoach.pdf", folder / "profile"]
    return {"LibreOffice, warm": stack.enter_context(running(command)).way()}


def _has_uno(python: str) -> bool:
    found = shutil.which(python)
    return (
        bool(found)
        and subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode == 0
    )
