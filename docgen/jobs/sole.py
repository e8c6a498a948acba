"""One worker at a time for a folder of data: a second one waits until the first is gone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TextIO
from uuid import uuid4

_FILE = "worker.lock"


@contextmanager
def sole_worker(folder: Path, waits: Callable[[], bool]) -> Iterator[str | None]:
    """Be the worker of `folder`; wait while another one is and `waits`, which takes its time, says so.

    The system lets go of the place of whoever dies.

    Yields:
        The name of the place: who comes next has the same, and takes over what was left undone. None when
        the waiting was in vain.

    """
    with (folder / _FILE).open("a+", encoding="ascii") as place:
        taken = _taken(place.fileno())
        while not taken and waits():
            taken = _taken(place.fileno())
        yield _name(place) if taken else None


def is_worker_there(folder: Path) -> bool:
    """Say whether a worker is at its place for `folder`."""
    with (folder / _FILE).open("a", encoding="ascii") as place:
        return not _taken(place.fileno())


def _name(place: TextIO) -> str:
    """Return the name in the file, written by whoever came first."""
    place.seek(0)
    if name := place.read():
        return name
    place.write(uuid4().hex)
    place.flush()
    return _name(place)


def _taken(handle: int) -> bool:
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True
