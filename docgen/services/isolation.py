"""Word files from outside become PDF in a process of their own (`worker`), which a bad one may not outlive.

This side neither parses the file nor loads what does.
"""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docgen import errors
from docgen.errors import DocgenError
from docgen.services.protocol import SECONDS, frame, read_frame, too_heavy, unforeseen

if TYPE_CHECKING:
    from docgen.model.finding import Finding

_COMMAND = (sys.executable, "-P", "-m", "docgen.services.worker")
_KEPT = (
    "HOME",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
)
"""Names in the environment by which fonts and libraries are found; the rest, with its secrets, stays here."""
_TOO_LONG = f"dàn trang quá {SECONDS} giây"
_LAST_WORDS = 200


@dataclass(frozen=True)
class Converted:
    """A PDF, and what of the Word file it does not show."""

    data: bytes
    warnings: "tuple[Finding, ...]"


def convert_apart(docx: bytes, **options: object) -> Converted:
    """Do what `docgen.pdf.convert` does, in another process, within limits of time and memory.

    Raises:
        RefusedError: the file is dangerous or over a limit.
        DocgenError: it cannot be used otherwise, or docgen has a fault.

    """
    with TemporaryDirectory() as nowhere, _started(nowhere) as process:
        try:
            from docgen.model.finding import Finding  # noqa: PLC0415 - loads while the worker starts

            said, complaint = process.communicate(frame(options, docx), SECONDS)
        except subprocess.TimeoutExpired as late:
            raise too_heavy(_TOO_LONG) from late
        finally:
            process.kill()
    answered = None if process.returncode else read_frame(BytesIO(said))
    if answered is None:
        raise _died(process.returncode, complaint)
    head, data = answered
    if "error" in head:
        raise _error(**head["error"])
    return Converted(data, tuple(Finding(**warning) for warning in head["warnings"]))


def _started(folder: str) -> "subprocess.Popen[bytes]":
    """Start the worker in an empty folder, apart from the terminal, with the import path of this process."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = kept | {"PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path)}
    return subprocess.Popen(  # noqa: S603 - nothing of the command comes from outside
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )


def _died(status: int, complaint: bytes) -> DocgenError:
    """Say why the worker ended without an answer: by a limit of the system, or by a fault."""
    if status == -signal.SIGXCPU:
        return too_heavy(_TOO_LONG)
    if status == -signal.SIGKILL:
        return too_heavy("máy không đủ bộ nhớ")
    words = complaint.decode(errors="replace").strip().rpartition("\n")[2][-_LAST_WORDS:]
    return unforeseen(f"tiến trình dừng với mã {status}{words and ': ' + words}")


def _error(kind: str, message: str, remedy: str, problems: list[str]) -> DocgenError:
    """Return the error that the worker met."""
    met: type[DocgenError] = getattr(errors, kind)
    return met(message, remedy, problems)
