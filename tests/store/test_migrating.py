"""Tables that are brought up to date: first a backup, then every step or none, and no row is lost."""

from concurrent.futures import ThreadPoolExecutor
from shutil import copytree

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from offices import DATABASES, NOW, empty_store
from sqlalchemy import inspect, text

from docgen.errors import ConflictError, InvalidInputError
from docgen.store import schema
from docgen.store.archive import checked
from docgen.store.migrating import is_current, upgrade
from docgen.store.tables import Base

STEP = '''"""A step to try."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{before}"


def upgrade():
    with op.batch_alter_table("units") as units:
        units.add_column(sa.Column("phone", sa.String, nullable=True))
        units.alter_column("name", type_=sa.String(200))
    {more}
'''


@pytest.fixture
def step(tmp_path, monkeypatch):
    """Add a step to those that there are; `more` is done in it besides."""

    def add(more="pass"):
        steps = copytree(schema._STEPS, tmp_path / "steps")
        (steps / "versions" / "v9999_thu.py").write_text(
            STEP.format(before=schema.newest(), more=more), "utf-8"
        )
        monkeypatch.setattr(schema, "_STEPS", steps)

    return add


def shape(connection):
    """Return all that a database says of its tables."""
    told = inspect(connection)
    names = sorted({*told.get_table_names()} - {"alembic_version"})
    looks = (told.get_columns, told.get_pk_constraint, told.get_foreign_keys, told.get_unique_constraints)
    looks += (told.get_check_constraints, told.get_indexes)
    return {name: [_plain(look(name)) for look in looks] for name in names}


def _plain(told):
    return sorted(map(str, told)) if isinstance(told, list) else str(told)


def test_the_steps_lead_to_the_tables_of_the_models(store):
    with store.reading() as session:
        assert compare_metadata(MigrationContext.configure(session.connection()), Base.metadata) == []


def test_the_steps_lead_to_every_constraint_of_the_models(store, tmp_path):
    with empty_store(store.url.get_backend_name(), tmp_path) as other:
        with other.writing() as session:
            Base.metadata.create_all(session.connection())
        with store.reading() as stepped, other.reading() as created:
            assert shape(stepped.connection()) == shape(created.connection())


def test_an_up_to_date_database_is_left_alone(store, tmp_path):
    assert is_current(store)
    assert upgrade(store, tmp_path / "sao-luu", NOW) is None
    assert not (tmp_path / "sao-luu").exists()


def test_a_rebuilt_parent_table_keeps_its_children(founded, tmp_path, step):
    """SQLite deletes or refuses children when their parent is rebuilt with foreign keys on."""
    with founded.reading() as session:
        before = schema.rows_in(session.connection())
    step()
    assert not is_current(founded)
    saved = upgrade(founded, tmp_path, NOW)
    assert is_current(founded)
    assert {name: mark.rows for name, mark in checked(saved).tables.items()} == before
    with founded.writing() as session:
        assert schema.rows_in(session.connection()) == before
        assert session.execute(text("SELECT phone FROM units")).all()
    with pytest.raises(Exception, match=r"(?i)foreign key"), founded.writing() as session:
        session.execute(text("DELETE FROM units"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("op.execute(\"UPDATE users SET unit_id = 'khong-co'\")", "liên kết hỏng trong bảng users"),
        ("raise ValueError('bước hỏng')", "bước hỏng"),
    ],
)
def test_a_step_that_fails_is_taken_back(sqlite_founded, tmp_path, step, more, said):
    step(more)
    with pytest.raises(ConflictError, match=said):
        upgrade(sqlite_founded, tmp_path, NOW)
    assert not is_current(sqlite_founded)


def test_a_step_that_loses_rows_is_taken_back(founded, tmp_path, step):
    with founded.reading() as session:
        before = schema.rows_in(session.connection())
    step("op.execute('DELETE FROM periods')")
    with pytest.raises(ConflictError, match="mất dòng trong bảng periods") as told:
        upgrade(founded, tmp_path, NOW)
    assert str(next(tmp_path.glob("truoc-nang-cap-*.zip"))) in told.value.remedy
    with founded.reading() as session:
        assert schema.rows_in(session.connection()) == before
        assert "phone" not in {
            column["name"] for column in inspect(session.connection()).get_columns("units")
        }


def test_of_servers_that_start_together_one_migrates(founded, tmp_path, step):
    step()
    with ThreadPoolExecutor(3) as servers:
        saved = [*servers.map(lambda number: upgrade(founded, tmp_path / str(number), NOW), range(3))]
    assert sum(path is not None for path in saved) == 1
    assert is_current(founded)


def test_a_newer_database_is_refused(founded, tmp_path):
    with founded.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9998'"))
    with pytest.raises(ConflictError, match="phiên bản docgen mới hơn"):
        upgrade(founded, tmp_path, NOW)
    assert not [*tmp_path.glob("*.zip")]


@pytest.mark.parametrize("database", DATABASES)
def test_the_database_of_another_program_is_refused(tmp_path, database):
    with empty_store(database, tmp_path) as store:
        with store.writing() as session:
            session.execute(text("CREATE TABLE hang_hoa (ten VARCHAR)"))
        with pytest.raises(InvalidInputError, match="không phải của docgen"):
            upgrade(store, tmp_path, NOW)
