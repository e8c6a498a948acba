"""A hunt for what a killed service loses: server and worker are ended while people save, send, number, issue.

`python tests/support/soak_service.py 1000 sqlite` kills a thousand times at random moments; after each, every
acknowledged write must be there, numbers must have no gap, the log must be whole. At the end of each office
all jobs must have ended. "postgresql" as the second word hunts there. A third word is the seed.
"""

import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from http.client import HTTPException
from itertools import count
from pathlib import Path
from random import Random
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parents[2]))

from offices import _put_away, _store, desk_of
from sqlalchemy import delete, select, text

from bench.service.person import Person
from bench.service.running import Service
from docgen.model.collecting import PeriodState
from docgen.model.papers import JobState, NumberState, PaperKind, Register
from docgen.model.people import Role
from docgen.office.accounts import begin_session
from docgen.office.audit import verify
from docgen.office.founding import bring_answers
from docgen.office.numbers import use_register
from docgen.office.periods import open_period
from docgen.office.submissions import save_row, unit_page
from docgen.office.work import open_errands
from docgen.store import Store, tables

REPORTED, ASKED, SENDER, TYPIST = "2025-Q1", "2025-6T", "thanh-tra", "van-phong"
LIVES = 25
"""Kills of one office, after which its jobs must end and a new one is founded."""
PATIENCE = 120
_BREATH = 0.1
"""Seconds between two acts of a person."""
OPEN = {JobState.WAITING, JobState.RUNNING}
LOST = (HTTPException, OSError)


def _prepare(store):
    """Let one period be answered for, and the next be open, whatever day it is."""
    now = datetime.now(UTC)
    with store.writing() as session:
        bring_answers(session)
        session.execute(delete(tables.Period).where(tables.Period.code.not_in((REPORTED, ASKED))))
        for period in session.scalars(select(tables.Period)):
            period.unit_due = period.due = period.closes = (now + timedelta(days=30)).date()
        desk = desk_of(session, Role.COORDINATOR, now=now)
        open_period(desk, ASKED)
        use_register(desk, Register.BUILT_IN)
        desk = desk_of(session, Role.REPORTER, SENDER, now)
        for one in unit_page(desk, ASKED, SENDER).rows:
            if one.asked.required:
                typed = {"so_lieu": "0"} if one.name.kind == "thong_ke" else {"tinh_trang": "dang_thuc_hien"}
                save_row(desk, ASKED, SENDER, one.name, typed, one.version)


@cache
def _prepared():
    """Return the bytes of a prepared office on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        with closing(_store("sqlite", Path(folder), is_founded=True)) as store:
            _prepare(store)
        return (Path(folder) / "docgen.sqlite").read_bytes()


class Hunted:
    """An office whose service is killed again and again; it knows what was acknowledged."""

    def __init__(self, folder, database="sqlite"):
        self.store = _opened(folder, database)
        is_file = self.store.is_sqlite
        self.service = Service(
            folder, "" if is_file else self.store.url.render_as_string(hide_password=False)
        )
        self.texts, self.numbers, self.tried, self.sent, self.issued = {}, 0, 0, None, False
        self.interrupted, self.done, self.lives, self._lines = set(), Counter(), 0, count(1)
        wanted = {
            "typist": (Role.REPORTER, TYPIST),
            "sender": (Role.REPORTER, SENDER),
            "clerk": (Role.CLERK, None),
            "coordinator": (Role.COORDINATOR, None),
        }
        with self.store.writing() as session:
            now = datetime.now(UTC)
            desks = {name: desk_of(session, role, unit, now) for name, (role, unit) in wanted.items()}
            self._secrets = {name: begin_session(desk, desk.actor.user_id) for name, desk in desks.items()}
            rows = unit_page(desks["typist"], ASKED, TYPIST).rows
        self._rows = [one.name.key for one in rows if one.name.kind == "nhiem_vu"]

    def close(self):
        self.service.stop()
        _put_away(self.store)

    def live(self, seconds, *, kill="both", until=None):
        """Let the service live for a while among its people, or until something is so; then kill it."""
        self.service.start()
        over = Event()
        acts = {self._type: "typist", self._send: "sender", self._number: "clerk"}
        acts |= {self._issue: "clerk"} if self.lives % 2 else {self._render: "coordinator"}
        threads = [Thread(target=self._act, args=(*act, over)) for act in acts.items()]
        for one in threads:
            one.start()
        _wait(until, seconds) if until else time.sleep(seconds)
        self._kill(kill)
        over.set()
        for one in threads:
            one.join()
        self.lives += 1
        with self.store.reading() as session:
            self.interrupted |= {job.id for job in open_errands(session) if job.state is JobState.RUNNING}

    def _kill(self, which):
        worker = self.service.worker
        if which == "worker" and worker:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
            time.sleep(0.3)
        self.service.kill()
        if which == "both" and worker:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)

    def settle(self):
        """Let the service live until all jobs have ended."""
        self.service.start()
        _wait(lambda: not self.open_jobs(), PATIENCE)
        self.service.stop()

    def open_jobs(self):
        with self.store.reading() as session:
            return open_errands(session)

    def jobs(self):
        """Return all that people have asked for."""
        with self.store.reading() as session:
            wanted = select(tables.Job).where(tables.Job.owner_id.is_not(None))
            return session.scalars(wanted).all()

    def _act(self, act, name, over):
        """Let somebody do something again and again until the service is gone."""
        with closing(Person(self.service.port, self._secrets[name])) as person, suppress(*LOST):
            while not over.wait(_BREATH):
                act(person)

    def _type(self, person):
        key = self._rows[self.done["saved"] % 3]
        said, words = self.texts.setdefault(key, ([], [])), f"Lần {next(self._lines)}"
        said[1].append(words)
        form = {"ket_qua": words, "phien_ban": self._version(key), "tinh_trang": "dang_thuc_hien"}
        address = f"/ky/{ASKED}/don-vi/{TYPIST}/dong/nhiem_vu/{key}"
        if self._is_done("saved", person.post(address, form, accept="application/json"), 200):
            said[0].append(words)

    def _version(self, key):
        with self.store.reading() as session:
            wanted = select(tables.Row.version).join(tables.Submission).join(tables.Period)
            mine = wanted.where(tables.Submission.unit_id == TYPIST, tables.Period.code == ASKED)
            return session.scalar(mine.where(tables.Row.key == key))

    def _send(self, person):
        said = {"xac_nhan": "co", "ghi_chu": "Đã xem.", "ly_do_cham": "Bận."}
        for act, is_sent in (("gui", True), ("thu-hoi", False)):
            before, self.sent = self.sent, None
            reply = person.post(f"/ky/{ASKED}/don-vi/{SENDER}/{act}", said)
            self.sent = is_sent if self._is_done(act, reply, 303) else before

    def _number(self, person):
        self.tried += 1
        reply = person.post("/so-van-ban", {"loai": "CV", "nam": "2025"})
        self.numbers += self._is_done("numbered", reply, 303)

    def _render(self, person):
        report = f"/ky/{REPORTED}/bao-cao"
        self._is_done("forms asked for", person.post(f"/ky/{ASKED}/bieu-mau"), 303)
        self._is_done("report asked for", person.post(f"{report}/dung-lai"), 303)
        self._is_done("report taken", person.get(f"{report}/tep/pdf"), 200)

    def _issue(self, person):
        if self.issued:
            return
        report = f"/ky/{REPORTED}/bao-cao/ban-hanh"
        place = person.post(report, {"ngay": "10/4/2025"}).location
        page = person.get(place)
        if not self._is_done("report numbered", page, 200):
            return
        form = {"ngay": "2025-04-10", "xac_nhan": "co"}
        for name in ("so", "da_xem"):
            form[name] = re.search(rf'name="{name}" value="([^"]+)"', page.body.decode())[1]
        self.issued = self._is_done("issued", person.post(f"{report}/kiem-tra", form), 303)

    def _is_done(self, what, reply, status):
        """Count what was acknowledged; a fault of the service is never an answer."""
        is_done = reply.status == status
        self.done[what if is_done else f"{what}: {reply.status}"] += 1
        assert reply.status != 500, reply.body.decode()
        return is_done

    def faults(self):
        """Yield what is not as it was acknowledged, or not whole."""
        with self.store.reading() as session:
            yield from self._lost_texts(session)
            yield from self._wrong_numbers(session)
            yield from self._wrong_sendings(session)
            yield from self._wrong_documents(session)
            yield from self._wrong_jobs(session)
            if fault := verify(session).fault:
                yield f"audit: {fault}"
            if self.store.is_sqlite:
                checks = [*session.execute(text("PRAGMA integrity_check"))]
                checks += session.execute(text("PRAGMA foreign_key_check"))
                yield from (f"integrity: {one}" for one in checks if tuple(one) != ("ok",))

    def _lost_texts(self, session):
        wanted = select(tables.RowVersion.data, tables.Row.key, tables.Row.data).join(
            tables.Row, tables.Row.id == tables.RowVersion.row_id
        )
        there = [(key, old.get("ket_qua"), now.get("ket_qua")) for old, key, now in session.execute(wanted)]
        history = {(key, old) for key, old, _ in there}
        newest = {(key, now) for key, _, now in there}
        for key, (kept, tried) in self.texts.items():
            yield from (f"lost: {key} {one}" for one in kept if (key, one) not in history)
            after = tried[tried.index(kept[-1]) :] if kept else []
            if kept and not any((key, one) in newest for one in after):
                yield f"not the newest: {key} {kept[-1]}"

    def _wrong_numbers(self, session):
        for kind in PaperKind:
            wanted = select(tables.Number.number).where(
                tables.Number.kind == kind, tables.Number.year == 2025
            )
            found = sorted(session.scalars(wanted))
            if found != [*range(1, len(found) + 1)]:
                yield f"numbers of {kind}: {found}"
            if kind is PaperKind.LETTER and not self.numbers <= len(found) <= self.tried:
                yield f"{len(found)} numbers, {self.numbers} acknowledged of {self.tried}"

    def _wrong_sendings(self, session):
        wanted = select(tables.Submission).join(tables.Period)
        mine = wanted.where(tables.Period.code == ASKED, tables.Submission.unit_id == SENDER)
        submission = session.scalars(mine).one()
        sent = select(tables.Dispatch.round).where(tables.Dispatch.submission_id == submission.id)
        rounds = sorted(session.scalars(sent))
        if rounds != [*range(1, submission.rounds + 1)]:
            yield f"rounds {rounds} of {submission.rounds}"
        if self.sent is not None and self.sent == submission.state.is_editable:
            yield f"{submission.state} though acknowledged as {'sent' if self.sent else 'taken back'}"

    def _wrong_documents(self, session):
        documents = session.scalars(select(tables.Document)).all()
        used = session.scalars(
            select(tables.Number.id).where(tables.Number.state == NumberState.ISSUED)
        ).all()
        state = session.scalar(select(tables.Period.state).where(tables.Period.code == REPORTED))
        if {one.number_id for one in documents} != {*used}:
            yield f"documents of {[one.number_id for one in documents]}, numbers issued {used}"
        if bool(documents) != (state is PeriodState.ISSUED) or (self.issued and len(documents) != 1):
            yield f"{len(documents)} documents of a period that is {state}"
        yield from _broken(session, [name for one in documents for name in (one.docx, one.pdf)])

    def _wrong_jobs(self, session):
        for job in session.scalars(select(tables.Job)):
            if job.state not in {*OPEN, JobState.DONE, JobState.FAILED}:
                yield f"job {job.id} is {job.state}"
            yield from _broken(session, [one["sha256"] for one in (job.result or {}).get("files", ())])


def _opened(folder, database):
    if database == "sqlite":
        (folder / "docgen.sqlite").write_bytes(_prepared())
        return Store(f"sqlite:///{folder / 'docgen.sqlite'}")
    store = _store(database, folder, is_founded=True)
    _prepare(store)
    return store


def _broken(session, names):
    """Yield the files that are not there as they were kept."""
    for name in names:
        data = session.scalar(select(tables.Blob.data).where(tables.Blob.sha256 == name))
        if data is None or sha256(data).hexdigest() != name:
            yield f"file {name} is broken"


def _wait(until, seconds):
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        time.sleep(0.02)


def hunt(kills, database, seed=1):
    """Kill so many times at random; return what was found, and what was done meanwhile."""
    chance, found, done = Random(seed), [], Counter()  # noqa: S311  no secret
    while kills > 0 and not found:
        with tempfile.TemporaryDirectory() as folder, closing(Hunted(Path(folder), database)) as hunted:
            for _ in range(min(kills, LIVES)):
                hunted.live(chance.uniform(0.3, 5), kill=chance.choice(("both", "both", "pages", "worker")))
                found += hunted.faults()
            kills -= hunted.lives
            hunted.settle()
            found += [f"job {one.id} has not ended" for one in hunted.open_jobs()] + [*hunted.faults()]
            done += hunted.done + _ended(hunted)
            done["kills"] += hunted.lives
            print(hunted.lives, sum(done.values()), found[:3], flush=True)  # noqa: T201
    return found, done


def _ended(hunted):
    """Count how jobs ended that were interrupted."""
    with hunted.store.reading() as session:
        jobs = session.scalars(select(tables.Job).where(tables.Job.id.in_(hunted.interrupted))).all()
    return Counter(f"interrupted jobs: {job.state.label.lower()}" for job in jobs)


def main(kills="1000", database="sqlite", seed="1"):
    """Hunt, and tell; the exit status says whether something was lost."""
    began = time.monotonic()
    found, done = hunt(int(kills), database, int(seed))
    for what, times in sorted(done.items()):
        print(f"{times:7} {what}")  # noqa: T201
    print(*(found or ["nothing was lost"]), f"{time.monotonic() - began:.0f} s", sep="\n")  # noqa: T201
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
