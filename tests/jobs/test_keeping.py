import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.jobs import keeping
from docgen.jobs.keeping import worker_beside
from docgen.jobs.sole import is_worker_there

SLOW_WORKER = Path(__file__).parents[1] / "support" / "slow_worker.py"
NOTING = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, {answer})
with pathlib.Path({notes!r}).open("a") as notes:
    print(os.getpid(), *sys.argv[1:], file=notes)
time.sleep(60)
"""
KEEPING = """
import sys, time
from docgen.jobs.keeping import worker_beside
with worker_beside([sys.executable, {worker!r}, {folder!r}, ""]):
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(keeping, "_SHORTEST", 0.01)
    monkeypatch.setattr(keeping, "_GLANCE", 0.01)
    monkeypatch.setattr(keeping, "_PATIENCE", 0.1)


def noting(notes, answer="signal.SIG_DFL"):
    notes.touch()
    return worker_beside([sys.executable, "-c", NOTING.format(notes=str(notes), answer=answer)])


def pids(notes):
    return [int(line.split()[0]) for line in notes.read_text().splitlines()]


def wait_for(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("old_age", [0, 60])
def test_a_worker_that_dies_is_begun_anew(tmp_path, monkeypatch, old_age):
    notes = tmp_path / "notes"
    monkeypatch.setattr(keeping, "_LONGEST", old_age)
    with noting(notes):
        for times in (1, 2, 3):
            wait_for(lambda times=times: len(pids(notes)) == times)
            os.kill(pids(notes)[-1], signal.SIGKILL)
    assert f"--parent {os.getpid()}" in notes.read_text()


@pytest.mark.parametrize("answer", ["signal.SIG_DFL", "signal.SIG_IGN"])
def test_the_worker_ends_with_the_block_though_it_does_not_listen(tmp_path, answer):
    notes = tmp_path / "notes"
    with noting(notes, answer):
        wait_for(lambda: pids(notes))
    assert not is_alive(pids(notes)[-1])


@pytest.mark.usefixtures("sqlite_store")
def test_a_worker_ends_when_the_process_beside_it_is_killed(tmp_path):
    program = KEEPING.format(worker=str(SLOW_WORKER), folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", program]) as keeper:
        wait_for(lambda: is_worker_there(tmp_path))
        keeper.kill()
    wait_for(lambda: not is_worker_there(tmp_path))
