"""Which workers are there: several machines may work on one database of PostgreSQL, each under a name.

A worker holds a lock of PostgreSQL as long as its connection lasts; for whoever dies the server lets it go.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, NullPool, create_engine, func, select

from docgen.store.database import Store
from docgen.store.troubles import told_as_conflicts

_KEY = 8
"""Bytes of the number of a lock."""
_NOTICED_SOON = ("tcp_keepalives_idle=30", "tcp_keepalives_interval=10", "tcp_keepalives_count=3")
"""A machine that is cut off is missed after a minute, not after the two hours of the system."""


@dataclass(frozen=True)
class Presence:
    """The place of the worker `name`; without a `connection` there is no other machine."""

    name: str
    connection: Connection | None = None

    def confirm(self) -> None:
        """Make sure that the others still see this worker.

        Raises:
            UnavailableError: its connection is gone, and with it its place.

        """
        if self.connection is not None:
            with told_as_conflicts():
                self.connection.scalar(select(1))

    def is_there(self, other: str) -> bool:
        """Say whether another worker is at its place.

        Raises:
            UnavailableError: the database cannot be reached.

        """
        if self.connection is None:
            return False
        with told_as_conflicts():
            if not self.connection.scalar(select(func.pg_try_advisory_lock(_number_of(other)))):
                return True
            self.connection.scalar(select(func.pg_advisory_unlock(_number_of(other))))
            return False


@contextmanager
def present(store: Store, name: str) -> Iterator[Presence]:
    """Be seen by the workers of other machines until the block ends.

    Raises:
        UnavailableError: the database cannot be reached.

    """
    if store.is_sqlite:
        yield Presence(name)
        return
    engine = create_engine(store.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with told_as_conflicts():
        connection = engine.connect()
    with closing(connection):
        with told_as_conflicts():
            for setting in _NOTICED_SOON:
                connection.exec_driver_sql(f"SET {setting}")
            connection.scalar(select(func.pg_advisory_lock_shared(_number_of(name))))
        yield Presence(name, connection)


def _number_of(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:_KEY], signed=True)
