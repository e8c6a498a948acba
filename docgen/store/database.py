"""The database behind the service: SQLite in a file, or PostgreSQL by its URL; the same tables in both.

Both behave alike: whoever reads sees one state and holds up nobody, whoever writes does so alone. So what is
read before it is written cannot change in between, and no transaction fails halfway because of another.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from docgen.errors import InvalidInputError, UnavailableError
from docgen.store.troubles import BUSY, told_as_conflicts

_BUSY = 10
"""Seconds that one writer waits for another."""
_POOL = {"pool_size": 10, "max_overflow": 50}
"""Connections that are kept, and may be opened besides: as many in all as threads serve people."""
WRITES = "docgen_writes"
"""The option of a connection that says whether its transaction is going to write."""
_BEGIN = {
    ("sqlite", False): ("BEGIN",),
    ("sqlite", True): ("BEGIN IMMEDIATE",),
    ("postgresql", False): ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",),
    ("postgresql", True): (
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE",
        "SELECT pg_advisory_xact_lock(30)",
    ),
}
"""What a transaction begins with that reads or writes. All writers take one lock, whatever its number."""


class Store:
    """Where everything is kept; `url` is of SQLAlchemy: "sqlite:////path/docgen.sqlite", "postgresql://…".

    Raises:
        InvalidInputError: `url` is neither.

    """

    def __init__(self, url: str) -> None:
        self.url = _understood(url)
        self.engine = _sqlite(self.url) if self.is_sqlite else _postgres(self.url)
        self._queue = Lock()
        event.listen(self.engine, "begin", _begin)

    @property
    def is_sqlite(self) -> bool:
        """Say whether it is a file of SQLite."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a transaction that only reads: it sees one state, and holds up nobody.

        Raises:
            UnavailableError: the database cannot be reached, or does not answer in time.

        """
        with told_as_conflicts(), Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a transaction that writes: kept when the block ends, as if never begun when it raises.

        There is one at a time: who comes second waits instead of failing halfway.

        Raises:
            UnavailableError: the database cannot be reached, others write for too long, its disk is full.

        """
        engine = self.engine.execution_options(**{WRITES: True})
        session = Session(engine, expire_on_commit=False)
        with told_as_conflicts(), self._turn(), session, session.begin():
            yield session

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let threads wait for each other here: SQLite lets them try again and again, and late ones win."""
        if not self._queue.acquire(timeout=_BUSY):
            raise UnavailableError(*BUSY)
        try:
            yield
        finally:
            self._queue.release()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _understood(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        url = URL.create("")
    if url.get_backend_name() == "sqlite" and url.database:
        return url
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    raise InvalidInputError(
        "Địa chỉ cơ sở dữ liệu không dùng được.",
        "Hãy ghi sqlite:////thư-mục/docgen.sqlite hoặc postgresql://người-dùng:mật-khẩu@máy/tên.",
    )


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY, "check_same_thread": False}, **_POOL)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {setting}")

    return engine


def _postgres(url: URL) -> Engine:
    options = f"-c lock_timeout={_BUSY}s -c timezone=UTC"
    # last in, first out: the process of the server that was used last knows its tables
    used = {"pool_pre_ping": True, "pool_use_lifo": True}
    return create_engine(url, connect_args={"options": options}, **used, **_POOL)


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get(WRITES))
    if connection.dialect.name == "sqlite" and connection.info.get(WRITES) is not writes:
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        connection.info[WRITES] = writes  # it holds for as long as the connection is open
    for statement in _BEGIN[connection.dialect.name, writes]:
        connection.exec_driver_sql(statement)
