"""Workers of several machines see each other, as long as they are there."""

import pytest
from sqlalchemy import text

from docgen.errors import UnavailableError
from docgen.store import Store
from docgen.store.presence import present


def test_who_is_there_is_seen_until_they_go(store):
    with present(store, "hai") as second:
        assert not second.is_there("mot")
        with present(store, "mot") as first:
            first.confirm()
            second.confirm()
            assert (second.is_there("mot"), first.is_there("hai")) == (not store.is_sqlite,) * 2
        assert not second.is_there("mot")


def test_who_comes_back_before_they_are_missed_is_there(store):
    with present(store, "mot"), present(store, "mot"):
        pass


def test_whoever_is_cut_off_notices(store):
    with present(store, "mot") as first:
        if not store.is_sqlite:
            cut_off(store, first)
            with pytest.raises(UnavailableError):
                first.confirm()


def cut_off(store, presence):
    number = presence.connection.connection.dbapi_connection.info.backend_pid
    with store.engine.connect() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend({number})"))


def test_without_a_database_nobody_is_there():
    away = Store("postgresql://127.0.0.1:1/khong-co")
    with pytest.raises(UnavailableError), present(away, "mot"):
        pass
