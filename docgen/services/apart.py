"""A process beside the one that serves people: what takes long to reckon is reckoned there.

Threads of one process take turns at the processor: while one of them words a report, all others that save a
row wait for it again and again. Where no such process has been begun, as on the command line, everything is
done here.
"""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

_GENTLE = 10
"""How far it gives way to those at the pages (nice(2))."""
P = ParamSpec("P")
T = TypeVar("T")


class _Process:
    """One process, begun when it is first asked for, and anew when it has died."""

    def __init__(self) -> None:
        self._pool = _pool()
        self._renewing = Lock()

    def does(self, do: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        pool = self._pool
        try:
            return pool.submit(do, *args, **named).result()
        except BrokenProcessPool:
            self._renew(pool)
            return self._pool.submit(do, *args, **named).result()

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        with self._renewing:
            if self._pool is broken:
                self._pool = _pool()

    def end(self) -> None:
        self._pool.shutdown(cancel_futures=True)


_begun: list[_Process] = []


@contextmanager
def process_apart() -> Iterator[None]:
    """Let what is given to `apart` be done in a process of its own until the block ends."""
    process = _Process()
    _begun.append(process)
    try:
        yield
    finally:
        _begun.remove(process)
        process.end()


def apart(do: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """Do something that takes long, in the process apart where there is one; wait for what comes of it.

    Args:
        do: a function of a module; what it takes, returns and raises goes from one process to the other.
        *args: what it is given.
        **named: what it is given by name.

    """
    return _begun[-1].does(do, *args, **named) if _begun else do(*args, **named)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"), initializer=_settle)


def _settle() -> None:
    """Begin the process: it gives way, and ends with the one that began it, however that ends."""
    os.nice(_GENTLE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the service, which ends this one
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(0)
