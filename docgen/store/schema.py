"""The tables as a database has them, whatever step of `docgen.store.migrations` it is at."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, func, inspect, select, table, text

_STEPS = Path(__file__).with_name("migrations")
_ITS_OWN = "alembic_version"
"""The table in which Alembic keeps the number of the last step."""


@cache
def _script(steps: Path) -> ScriptDirectory:
    return ScriptDirectory(str(steps))


def newest() -> str:
    """Return the number of the last step there is."""
    return _script(_STEPS).get_current_head() or ""


def is_known(step: str) -> bool:
    """Say whether there is a step of this number."""
    return any(one.revision == step for one in _script(_STEPS).walk_revisions())


def step_of(connection: Connection) -> str:
    """Return the number of the last step that a database has taken; "" where it has taken none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def take_steps(connection: Connection, until: str) -> None:
    """Bring the tables to the step `until`, inside the transaction of `connection`."""
    config = Config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, until)


def names_in(connection: Connection) -> list[str]:
    """Return the names of the tables that a database has."""
    return sorted({*inspect(connection).get_table_names()} - {_ITS_OWN})


def tables_in(connection: Connection) -> list[Table]:
    """Return the tables that a database has, those that others point to first."""
    found = MetaData()
    found.reflect(connection, only=names_in(connection))
    return found.sorted_tables


def rows_in(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    counts = {name: select(func.count()).select_from(table(name)) for name in names_in(connection)}
    return {name: connection.execute(count).scalar_one() for name, count in counts.items()}


def orphans_in(connection: Connection) -> list[str]:
    """Return the tables with rows that point to what is not there; PostgreSQL never lets it come so far."""
    if connection.dialect.name != "sqlite":
        return []
    return sorted({row[0] for row in connection.execute(text("PRAGMA foreign_key_check"))})
