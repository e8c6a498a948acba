"""The process in which files from outside are opened: `python -m docgen.services.worker TASK`.

It loads one of the `tasks`, then answers the questions on its standard input until that ends. Before the
first one it gives up memory, files, processes and the network; each question has so many seconds of the
processor. Where the system lets no one leave the network (macOS, some containers), nothing in docgen would
use it all the same.
"""

import ctypes
import gc
import os
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from resource import (
    RLIM_INFINITY,
    RLIMIT_AS,
    RLIMIT_CORE,
    RLIMIT_CPU,
    RLIMIT_FSIZE,
    RLIMIT_NPROC,
    getrlimit,
    setrlimit,
)
from traceback import extract_tb
from typing import Any, BinaryIO

from docgen.errors import DocgenError
from docgen.services.protocol import (
    FILE,
    OPTIONS,
    USUAL,
    Limits,
    frame,
    limits_of,
    read_frame,
    too_heavy,
    unforeseen,
)
from docgen.services.tasks import Work

LIMITS = {RLIMIT_FSIZE: 0, RLIMIT_NPROC: 0, RLIMIT_CORE: 0}

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of unshare(2)


def main() -> None:
    """Serve the standard streams within the limits; the task is the argument of the process."""
    name = sys.argv[1]
    task = load(name)
    limits = limits_of(name)
    confine(LIMITS | {RLIMIT_AS: limits.memory})
    leave_network()
    serve(task, sys.stdin.buffer, sys.stdout.buffer, limits)
    os._exit(0)  # the caller waits for the end: what was loaded need not be taken apart first


def load(name: str) -> Callable[..., Work]:
    """Return a task by its name: now, since code loaded later would not be kept compiled.

    What is loaded stays; the garbage collector need not look through it again and again.
    """
    gc.disable()
    task: Callable[..., Work] = import_module(f"docgen.services.tasks.{name}").Task
    gc.freeze()
    gc.enable()
    return task


def confine(limits: Mapping[int, int]) -> None:
    """Take from this process, for good, what it does not need."""
    for which, most in limits.items():
        least = _lowered(which, most)
        setrlimit(which, (least, least))


def leave_network() -> None:
    """Go where there is no network, as far as the system allows it."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare:
        unshare(_NEW_USER | _NEW_NETWORK)


def serve(task: Callable[..., Work], questions: BinaryIO, answers: BinaryIO, limits: Limits = USUAL) -> None:
    """Answer the questions one after another until there are no more."""
    while question := read_frame(questions):
        _grant(limits.seconds)
        answers.write(answer(task, *question, limits.memory))
        answers.flush()


def answer(
    task: Callable[..., Work], options: Mapping[str, Any], data: bytes, memory: int = USUAL.memory
) -> bytes:
    """Do a task with a file; return the frame with what came of it, or with what went wrong."""
    about = OPTIONS
    try:
        work = task(**options)
        about = FILE
        return frame(*work(data))
    except DocgenError as error:
        return _refusal(error, about)
    except MemoryError:
        return _refusal(too_heavy(f"cần hơn {_size(memory)} bộ nhớ"), about)
    except Exception as fault:  # noqa: BLE001 - the caller tells it to a person
        where = extract_tb(fault.__traceback__)[-1]
        named = f"{type(fault).__name__}: {fault}; {Path(where.filename).name}, dòng {where.lineno}"
        return _refusal(unforeseen(named), about)


def _size(memory: int) -> str:
    return f"{memory // 2**30} GB" if memory >= 2**30 else f"{memory // 2**20} MB"


def _refusal(error: DocgenError, about: str) -> bytes:
    told = {"message": error.message, "remedy": error.remedy, "problems": error.problems, "about": about}
    return frame({"error": {"kind": type(error).__name__, **told}})


def _grant(seconds: int) -> None:
    """Let the processor be used for one question more; the system ends who uses it longer."""
    used = int(time.process_time())
    setrlimit(RLIMIT_CPU, (_lowered(RLIMIT_CPU, used + seconds + 1), getrlimit(RLIMIT_CPU)[1]))


def _lowered(which: int, most: int) -> int:
    """Return `most`, or the limit that the system has already set if that is lower."""
    hard = getrlimit(which)[1]
    return most if hard == RLIM_INFINITY else min(most, hard)


if __name__ == "__main__":
    main()
