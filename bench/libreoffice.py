"""A warm LibreOffice, on machines that have one and its Python bridge."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import material
from bench.worker import Worker, running


@contextmanager
def listening() -> Iterator[Worker | None]:
    """Keep a LibreOffice running that converts the 2025 plan, its ways those of `office`; None without it."""
    python = next((one for one in ("/usr/bin/python3", "python3") if _has_uno(one)), None)
    if not python or not shutil.which("soffice"):
        yield None
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        script, source = Path(__file__).with_name("office.py"), material.written_to(folder)
        with running([python, script, source, folder / "kehoach.pdf", folder / "profile"]) as worker:
            yield worker


def _has_uno(python: str) -> bool:
    found = shutil.which(python)
    return (
        bool(found)
        and subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode == 0
    )
