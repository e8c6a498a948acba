"""What takes long is done in a process of its own, which gives way, and ends with the one that began it."""

import os
import signal
import subprocess
import sys
from multiprocessing import parent_process
from pathlib import Path
from time import monotonic, sleep

import pytest

from docgen.errors import InvalidInputError
from docgen.services.apart import apart, process_apart

_BEGINS = """
from docgen.services.apart import apart, process_apart
import os, time
if __name__ == "__main__":
    with process_apart():
        print(apart(os.getpid), flush=True)
        time.sleep(60)
"""


def refuse() -> None:
    """Refuse, as a paper that cannot be made does."""
    raise InvalidInputError("Không đọc được.", "Hãy sửa.", ["dòng 3"])


def die() -> None:
    """End the process in which this is done."""
    os._exit(1)


def die_once(mark: str) -> int:
    """End the first process that does this; return the id of the second one."""
    if not Path(mark).exists():
        Path(mark).touch()
        die()
    return os.getpid()


def is_there(pid: int) -> bool:
    """Say whether a process is there, other than as a dead one whose end nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def test_without_such_a_process_it_is_done_here():
    assert apart(os.getpid) == os.getpid()
    assert parent_process() is None


def test_it_is_done_in_one_process_that_gives_way():
    with process_apart():
        pids = {apart(os.getpid) for _ in range(3)}
        assert apart(os.nice, 0) >= 10
        assert apart(int, "ff", base=16) == 255
    assert os.getpid() not in pids
    assert len(pids) == 1
    assert apart(os.getpid) == os.getpid()


def test_what_is_refused_there_is_refused_here():
    with process_apart(), pytest.raises(InvalidInputError) as refused:
        apart(refuse)
    assert str(refused.value) == "Không đọc được.\n  - dòng 3\nHãy sửa."


def test_one_that_died_is_begun_anew(tmp_path):
    with process_apart():
        first = apart(os.getpid)
        assert apart(die_once, str(tmp_path / "mark")) not in {first, os.getpid()}


def test_ctrl_c_is_not_for_it():
    with process_apart():
        os.kill(apart(os.getpid), signal.SIGINT)
        assert apart(int, "7") == 7


def test_it_ends_with_the_process_that_began_it(tmp_path):
    script = tmp_path / "begins.py"
    script.write_text(_BEGINS, encoding="utf-8")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen([sys.executable, script], **pipes) as service:
        pid = int(service.stdout.readline())
        assert is_there(pid)
        service.kill()
    until = monotonic() + 60
    while is_there(pid) and monotonic() < until:
        sleep(0.05)
    assert not is_there(pid)
