import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from dbos import DBOS
from offices import NOW, at
from slow_worker import KINDS

from docgen.jobs import worker
from docgen.jobs.performing import Workshop
from docgen.jobs.schedules import Timed
from docgen.jobs.sole import sole_worker
from docgen.model.papers import JobState
from docgen.office.desk import SYSTEM, Desk
from docgen.office.work import ask_for, errand, errands
from docgen.settings import Settings
from docgen.store.tables import Job

SLOW_WORKER = Path(__file__).parents[1] / "support" / "slow_worker.py"


def settings_of(store, folder):
    database = "" if store.is_sqlite else store.url.render_as_string(hide_password=False)
    return Settings(folder=folder, database=database)


@contextmanager
def slow_worker(settings):
    with subprocess.Popen([sys.executable, SLOW_WORKER, settings.folder, settings.database]) as process:
        yield process
        process.kill()


def wait_for(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def asked(store, kind="slow", **parameters):
    with store.writing() as session:
        return ask_for(Desk(session, SYSTEM, NOW), kind, "Một việc dài", parameters)


def seen(store, job_id):
    with store.reading() as session:
        return errand(Desk(session, SYSTEM, NOW), job_id)


def state_of(store, job_id):
    return seen(store, job_id).state


def titles(store):
    with store.reading() as session:
        return [one.title for one in errands(Desk(session, SYSTEM, NOW))]


def test_what_is_finished_when_the_worker_is_killed_is_not_done_again(store, tmp_path):
    settings, notes = settings_of(store, tmp_path), tmp_path / "notes"
    notes.touch()
    job_id = asked(store, things=["a", "b", "c"], seconds=0.2, notes=str(notes))
    with slow_worker(settings):
        wait_for(lambda: "begun b" in notes.read_text())
    halfway = seen(store, job_id)
    with slow_worker(settings):
        wait_for(lambda: state_of(store, job_id) is JobState.DONE)
    assert (halfway.state, halfway.done, halfway.total) == (JobState.RUNNING, 1, 3)
    assert halfway.message == "Đang làm phần b"
    assert notes.read_text() == "begun a\ndone a\nbegun b\nbegun b\ndone b\nbegun c\ndone c\n"
    assert seen(store, job_id).result == {"made": ["A", "B", "C"]}


def test_what_a_machine_has_left_that_is_gone_is_gone_on_with_by_another(store, tmp_path):
    """On PostgreSQL it has a folder of its own; on SQLite it has lost its name."""
    notes, second = tmp_path / "notes", tmp_path / "may-khac"
    notes.touch()
    second.mkdir()
    job_id = asked(store, things=["a", "b"], seconds=0.2, notes=str(notes))
    with slow_worker(settings_of(store, tmp_path)):
        wait_for(lambda: "begun b" in notes.read_text())
    (tmp_path / "worker.lock").unlink()
    with slow_worker(settings_of(store, tmp_path if store.is_sqlite else second)):
        wait_for(lambda: state_of(store, job_id) is JobState.DONE)
    assert notes.read_text() == "begun a\ndone a\nbegun b\nbegun b\ndone b\n"


def test_what_a_living_worker_does_is_left_to_it(store, tmp_path):
    notes, second = tmp_path / "notes", tmp_path / "may-khac"
    notes.touch()
    second.mkdir()
    job_id = asked(store, things=["a", "b"], seconds=1.5, notes=str(notes))
    with slow_worker(settings_of(store, tmp_path)):
        wait_for(lambda: "begun a" in notes.read_text())
        with slow_worker(settings_of(store, tmp_path if store.is_sqlite else second)):
            wait_for(lambda: state_of(store, job_id) is JobState.DONE)
    assert notes.read_text() == "begun a\ndone a\nbegun b\ndone b\n"


@pytest.fixture
def attend(sqlite_store, tmp_path, caplog, monkeypatch):
    """Return what lets a worker look so many times at what is waiting."""

    def attend(now=NOW, looks=1, until=lambda: True):
        rounds = iter(range(1, looks))
        workshop = Workshop(sqlite_store, lambda: now, KINDS)
        timed = (Timed("whole", "Việc buổi sáng"),)
        try:
            settings = settings_of(sqlite_store, tmp_path)
            worker.attend(workshop, settings, lambda: next(rounds, None) is not None, timed)
            wait_for(until)
        finally:
            DBOS.destroy(destroy_registry=True)

    monkeypatch.setattr(worker, "_PAUSE", 0.1)
    yield attend
    assert caplog.records == []


def test_a_job_is_done_whole_and_fails_when_it_has_ended_without_a_word(sqlite_store, attend):
    job_id = asked(sqlite_store, "whole", thing="báo cáo")
    attend(looks=2, until=lambda: state_of(sqlite_store, job_id) is JobState.DONE)
    assert seen(sqlite_store, job_id).result == {"made": "BÁO CÁO"}
    with sqlite_store.writing() as session:
        session.get_one(Job, job_id).state = JobState.RUNNING
    attend()
    assert state_of(sqlite_store, job_id) is JobState.FAILED
    assert seen(sqlite_store, job_id).message.startswith("Công việc bị dừng giữa chừng")


def test_what_a_morning_asks_for_is_done_once_after_seven_though_the_computer_was_off(sqlite_store, attend):
    attend(at("2025-03-14 06:59"))
    assert titles(sqlite_store) == []
    attend(at("2025-03-14 10:00"), looks=61, until=lambda: titles(sqlite_store))
    assert titles(sqlite_store) == ["Việc buổi sáng ngày 14/3/2025"]


class EndedError(Exception):
    """The process has ended with a status."""


@pytest.fixture
def work(monkeypatch):
    """Return what is the whole process of a worker."""

    def ended(status):
        raise EndedError(status)

    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    gentle = []
    monkeypatch.setattr(worker, "_PAUSE", 0.01)
    monkeypatch.setattr("os._exit", ended)
    monkeypatch.setattr("os.nice", gentle.append)
    monkeypatch.setattr(worker, "log_as_json", lambda: None)
    yield worker.work
    assert gentle == [10]
    DBOS.destroy(destroy_registry=True)
    for number, answer in kept.items():
        signal.signal(number, answer)


def test_a_worker_ends_at_a_signal(work, sqlite_store, tmp_path):
    Timer(0.5, signal.raise_signal, [signal.SIGTERM]).start()
    with pytest.raises(EndedError, match="0"):
        work(settings_of(sqlite_store, tmp_path), timed=())


def test_a_worker_that_cannot_work_says_so_in_the_log(work, tmp_path, caplog):
    with pytest.raises(EndedError, match="1"):
        work(Settings(folder=tmp_path / "khong-co"), kinds=KINDS)
    assert caplog.messages[0].startswith("the worker ends: FileNotFoundError at ")


def test_where_a_worker_is_another_does_not_begin(sqlite_store, tmp_path):
    shop = Workshop(sqlite_store, lambda: NOW, KINDS)
    with sole_worker(tmp_path, lambda: False):
        worker.attend(shop, settings_of(sqlite_store, tmp_path), lambda: False, ())
    assert not (tmp_path / "jobs.sqlite").exists()
