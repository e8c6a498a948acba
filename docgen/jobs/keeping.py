"""A worker beside the pages: there as long as they are, begun anew whenever it dies."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from subprocess import Popen, TimeoutExpired
from threading import Event, Thread
from time import monotonic

_GLANCE = 0.2
"""Seconds between two looks at whether it is alive."""
_SHORTEST, _LONGEST = 1.0, 60.0
"""Seconds until it is begun anew: twice as long each time that it has died young."""
_PATIENCE = 5.0
"""Seconds that it has to end."""


@contextmanager
def worker_beside(command: Sequence[str]) -> Iterator[None]:
    """Keep the worker going until the block ends.

    Args:
        command: what begins it; "--parent" and the id of this process are added, so that it ends even when
            this process is killed.

    """
    stop = Event()
    keeper = Thread(target=_keep, args=([*command, "--parent", str(os.getpid())], stop), name="keeper")
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep(command: Sequence[str], stop: Event) -> None:
    pause = _SHORTEST
    while not stop.is_set():
        began = monotonic()
        _watch(Popen(command), stop)  # noqa: S603 - our own command
        if monotonic() - began > _LONGEST:
            pause = _SHORTEST
        stop.wait(pause)
        pause = min(2 * pause, _LONGEST)


def _watch(process: Popen[bytes], stop: Event) -> None:
    """Return when the process has died, or has been ended."""
    while process.poll() is None:
        if stop.wait(_GLANCE):
            _end(process)


def _end(process: Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except TimeoutExpired:
        process.kill()
        process.wait()
