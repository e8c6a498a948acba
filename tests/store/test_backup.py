"""A backup holds everything, is found broken when it is, and fills either database again."""

import json
from hashlib import sha256
from shutil import copytree
from zipfile import ZipFile

import pytest
from offices import DATABASES, NOW, desk_of, empty_store
from sqlalchemy import select, text

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.office.audit import record, verify
from docgen.store import schema
from docgen.store.archive import MANIFEST, checked, marks_of
from docgen.store.backup import backup
from docgen.store.blobs import bytes_of, keep
from docgen.store.restoring import restore
from docgen.store.tables import Notice, Unit, Upload, User

STEP = """from alembic import op

revision, down_revision = "9999", "{}"


def upgrade():
    op.execute("CREATE TABLE moi (id INTEGER PRIMARY KEY)")
"""
FILES = b"", b"mot tep", bytes(range(256)) * 4000


def fill(store):
    """Let something be in the tables that founding leaves empty: files, moments, text of all kinds."""
    with store.writing() as session:
        for data in FILES:
            name = keep(session, data)
            told = {"số": 1.5, "trống": None, "danh sách": ["“ngoặc”", "\n", "\U0001f4ce"]}
            session.add(Upload(kind="thu", name="tệp “1”.docx", sha256=name, told=told, made_at=NOW))
        record(desk_of(session, "quan_tri"), "thu", "sao-luu", chữ="Đơn vị")


@pytest.fixture
def saved(sqlite_founded, tmp_path):
    """A backup of the demo office."""
    fill(sqlite_founded)
    backup(sqlite_founded, tmp_path / "sao-luu.zip", NOW)
    return tmp_path / "sao-luu.zip"


@pytest.mark.parametrize("database", DATABASES)
def test_what_is_restored_is_what_was_saved(founded, tmp_path, database):
    fill(founded)
    manifest = backup(founded, tmp_path / "sao-luu.zip", NOW)
    with empty_store(database, tmp_path) as other:
        assert restore(tmp_path / "sao-luu.zip", other) == manifest
        with founded.reading() as before, other.reading() as after:
            assert marks_of(before.connection()) == marks_of(after.connection()) == manifest.tables
            assert [*map(vars_of, before.scalars(select(User)))] == [
                *map(vars_of, after.scalars(select(User)))
            ]
            assert [bytes_of(after, sha256(data).hexdigest()) for data in FILES] == [*FILES]
            assert verify(after).fault == ""
            assert verify(after).entries == manifest.audit_entries > 0


def vars_of(row):
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_work_goes_on_after_restoring(saved, tmp_path):
    """New rows are numbered behind those that are there, on PostgreSQL too."""
    with empty_store("postgresql", tmp_path) as store:
        restore(saved, store)
        with store.writing() as session:
            desk = desk_of(session, "dau_moi")
            session.add(Upload(kind="thu", name="a", sha256=keep(session, b""), told={}, made_at=NOW))
            session.add(Notice(user_id=desk.actor.user_id, key="a", text="a", link="/", made_at=NOW))
            record(desk, "thu", "khoi-phuc")


def test_the_backup_sees_one_moment(founded, tmp_path, monkeypatch):
    """Somebody writes between one table and the next: nothing of it is in the backup."""
    tables_in = schema.tables_in

    def meanwhile(connection):
        found = tables_in(connection)
        with founded.writing() as session:
            keep(session, b"luc dang sao luu")
        return found

    with founded.reading() as session:
        before = marks_of(session.connection())
    monkeypatch.setattr(schema, "tables_in", meanwhile)
    assert backup(founded, tmp_path / "sao-luu.zip", NOW).tables == before


def rewritten(saved, change):
    """Return a backup with each of its files as `change(name, data)` says; None leaves it out."""
    other = saved.with_name("doi.zip")
    with ZipFile(saved) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return other


def test_every_file_in_a_backup_is_guarded(saved):
    names = [name for name in ZipFile(saved).namelist() if name != MANIFEST]
    assert len(names) > len(FILES)
    for name in names:
        with pytest.raises(InvalidInputError, match="Bản sao lưu đã hỏng"):
            checked(rewritten(saved, lambda one, data, name=name: data + b" " if one == name else data))
        with pytest.raises(InvalidInputError, match="hỏng"):
            checked(rewritten(saved, lambda one, data, name=name: None if one == name else data))


@pytest.mark.parametrize("kept", [0, 1, 50, 0.3, 0.9])
def test_a_cut_off_backup_is_refused(saved, kept):
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * kept) if isinstance(kept, float) else kept])
    with pytest.raises(InvalidInputError, match="hỏng"):
        checked(saved)


def contents(path):
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_damaged_bytes_are_found(saved):
    """What stands in a zip twice, as names and times do, may be damaged once and nothing is lost."""
    whole, data, found = contents(saved), saved.read_bytes(), 0
    for place in range(40, len(data), len(data) // 40):
        saved.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        try:
            checked(saved)
        except InvalidInputError:
            found += 1
        else:
            assert contents(saved) == whole
    assert found > 20


def test_a_database_with_something_in_it_is_left_alone(saved, store):
    with pytest.raises(ConflictError, match="đã có dữ liệu"):
        restore(saved, store)
    with store.reading() as session:
        assert session.scalars(select(Unit)).all() == []


def manifest_with(**changes):
    def change(name, data):
        return json.dumps(json.loads(data) | changes).encode() if name == MANIFEST else data

    return change


@pytest.mark.parametrize(
    ("database", "changes", "said"),
    [
        ("sqlite", {"step": "9999"}, "phiên bản docgen mới hơn"),
        ("sqlite", {"audit_head": "f" * 64}, "Nhật ký sau khi khôi phục không khớp"),
        ("postgresql", {"audit_fault": "mất mục"}, "Nhật ký sau khi khôi phục không khớp"),
    ],
)
def test_what_does_not_come_out_as_it_went_in_leaves_nothing(saved, tmp_path, database, changes, said):
    with empty_store(database, tmp_path) as store:
        with pytest.raises(ConflictError, match=said):
            restore(rewritten(saved, manifest_with(**changes)), store)
        with store.reading() as session:
            assert not schema.names_in(session.connection())


def test_a_table_that_comes_out_otherwise_is_named(saved, tmp_path, monkeypatch):
    monkeypatch.setattr("docgen.store.restoring.rows_from", lambda *_: iter(()))
    with empty_store("sqlite", tmp_path) as store, pytest.raises(ConflictError, match="bảng units"):
        restore(saved, store)


def test_a_broken_log_is_told_and_saved_all_the_same(founded, tmp_path):
    with founded.writing() as session:
        if founded.is_sqlite:
            session.execute(text("DROP TRIGGER audit_entries_no_update"))
        else:
            session.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER ALL"))
        session.execute(text("UPDATE audit_entries SET action = 'khac' WHERE id = 3"))
    manifest = backup(founded, tmp_path / "sao-luu.zip", NOW)
    assert "mục số 3 đã bị sửa" in manifest.audit_fault
    with empty_store("sqlite", tmp_path) as store:
        restore(tmp_path / "sao-luu.zip", store)


def test_an_older_backup_is_brought_up_to_date(saved, tmp_path, monkeypatch):
    steps = copytree(schema._STEPS, tmp_path / "steps")
    (steps / "versions" / "v9999_thu.py").write_text(STEP.format(schema.newest()), "utf-8")
    monkeypatch.setattr(schema, "_STEPS", steps)
    with empty_store("sqlite", tmp_path) as store:
        assert restore(saved, store).step != schema.newest()
        with store.reading() as session:
            assert schema.step_of(session.connection()) == schema.newest()


def test_nothing_is_not_backed_up(tmp_path):
    with empty_store("sqlite", tmp_path) as store, pytest.raises(MissingError, match="chưa có gì để sao lưu"):
        backup(store, tmp_path / "sao-luu.zip", NOW)
    assert not (tmp_path / "sao-luu.zip").exists()


def test_only_its_owner_reads_a_backup(saved):
    assert saved.stat().st_mode & 0o077 == 0
