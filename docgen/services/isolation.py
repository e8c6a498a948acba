"""Files from outside are opened in a process of their own (`worker`), which a bad one may not outlive.

This side neither parses the file nor loads what does.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from docgen import errors
from docgen.errors import DocgenError, MissingError
from docgen.services.protocol import (
    FILE,
    OPTIONS,
    SECONDS,
    frame,
    limits_of,
    read_frame,
    too_heavy,
    unforeseen,
)

if TYPE_CHECKING:
    from docgen.model.finding import Finding, RuleFinding

Task: TypeAlias = Literal["convert", "check", "fix", "recognise", "answers", "pages", "evidence"]
"""A module of `tasks`."""

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
_TOLD = {"PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""What the worker is told besides: plugins that other packages offer stay out of it."""
_LAST_WORDS = 200


@dataclass(frozen=True)
class Answer:
    """What a task told of a file, as JSON, and the bytes that it made."""

    told: dict[str, Any]
    data: bytes = b""

    def findings(self, name: str) -> "tuple[Finding, ...]":
        """Return the findings told by a name."""
        from docgen.model.finding import Finding  # noqa: PLC0415 - as in `ask`

        return tuple(Finding(**one) for one in self.told[name])

    def breaches(self, name: str) -> "tuple[RuleFinding, ...]":
        """Return the findings of rules told by a name."""
        from docgen.model.finding import RuleFinding  # noqa: PLC0415 - as in `ask`

        return tuple(RuleFinding(**one) for one in self.told[name])


@dataclass(frozen=True)
class Names:
    """What a person calls the file, and the one that the options come from: said before what is wrong."""

    file: str = ""
    options: str = ""

    def of(self, about: str) -> str:
        """Return "“kh.docx”: "; nothing for what has no name."""
        name = {FILE: self.file, OPTIONS: self.options}[about]
        return name and f"“{name}”: "


def ask(task: Task, data: bytes, names: Names = Names(), **options: object) -> Answer:
    """Do a task with the bytes of a file in another process, within limits of time and memory.

    Raises:
        RefusedError: the file is dangerous or over a limit.
        DocgenError: it cannot be used otherwise, or docgen has a fault.

    """
    (answer,) = ask_each(task, [(data, names)], **options)
    if isinstance(answer, DocgenError):
        raise answer
    return answer


def ask_each(
    task: Task, files: Sequence[tuple[bytes, Names]], **options: object
) -> tuple[Answer | DocgenError, ...]:
    """Do a task with files one after another, as `ask` does: what it would raise of one is its answer.

    They share a process, since it takes longer to start than to read; a file that ends it gets an error, and
    those behind that file a new one. Where they take too long together, each of them gets an error.
    """
    answers: tuple[Answer | DocgenError, ...] = ()
    while left := files[len(answers) :]:
        answers += tuple(_answers(task, left, options))
    return answers


def _answers(
    task: Task, files: Sequence[tuple[bytes, Names]], options: Mapping[str, object]
) -> Iterator[Answer | DocgenError]:
    """Yield what one process answers of files, in their order, until one of them ends it: at least one."""
    questions = b"".join(frame(options, data) for data, _ in files)
    with TemporaryDirectory() as nowhere, _started(task, nowhere) as process:
        try:
            import docgen.model.finding  # noqa: F401, PLC0415 - loads while the worker starts

            said, complaint = process.communicate(questions, SECONDS * len(files))
        except subprocess.TimeoutExpired:
            yield from (_named(_too_long(task), names.of(FILE)) for _, names in files)
            return
        finally:
            process.kill()
    answered = _frames(said)[: len(files) - bool(process.returncode)]
    for (head, made), (_, names) in zip(answered, files, strict=False):
        yield _error(names, **head["error"]) if "error" in head else Answer(head, made)
    for _, names in files[len(answered) :][:1]:
        yield _named(_died(task, process.returncode, complaint), names.of(FILE))


def _frames(said: bytes) -> list[tuple[dict[str, Any], bytes]]:
    """Return what a process said; one that was ended may have been in the middle of a frame."""
    frames, stream = list[tuple[dict[str, Any], bytes]](), BytesIO(said)
    with suppress(ValueError):
        while read := read_frame(stream):
            frames.append(read)
    return frames


def _started(task: Task, folder: str) -> "subprocess.Popen[bytes]":
    """Start the worker in an empty folder, apart from the terminal, with the import path of this process."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _TOLD
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in sys.path)
    return subprocess.Popen(  # noqa: S603 - nothing of the command comes from outside
        (*_COMMAND, task),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )


def _too_long(task: Task) -> DocgenError:
    return too_heavy(f"xử lý quá {limits_of(task).seconds} giây")


def _died(task: Task, status: int, complaint: bytes) -> DocgenError:
    """Say why the worker ended without an answer: by a limit of the system, or by a fault."""
    if status == -signal.SIGXCPU:
        return _too_long(task)
    if status in {-signal.SIGKILL, -signal.SIGABRT}:  # PDFium aborts where memory ends
        return too_heavy("máy không đủ bộ nhớ")
    words = complaint.decode(errors="replace").strip().rpartition("\n")[2][-_LAST_WORDS:]
    return unforeseen(f"tiến trình dừng với mã {status}{words and ': ' + words}")


def _error(names: Names, kind: str, about: str, **told: Any) -> DocgenError:
    """Return the error that the worker met, told of the file that it is about."""
    met: type[DocgenError] = getattr(errors, kind)
    return _named(met(**told), names.of(about))


def _named(error: DocgenError, name: str) -> DocgenError:
    """Say what an error is about, where it is of a kind that comes from the file and not from the machine."""
    if type(error) in {DocgenError, MissingError}:
        return error
    return type(error)(f"{name}{error.message}", error.remedy, error.problems)
