"""Two databases that behave alike: one writer at a time, readers of one state, nothing half kept."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from killed import write_on
from offices import NOW
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from docgen.errors import InvalidInputError, MissingError, NoSpaceError, UnavailableError
from docgen.store import Store, database
from docgen.store.blobs import bytes_of, forget_unused, keep
from docgen.store.tables import Blob, Setting, Upload

THREADS, TIMES = 12, 5


def count_on(store):
    """Add one to a number, reading it first: somebody else's step in between would be lost."""
    with store.writing() as session:
        number = session.get(Setting, "dem")
        number.value += 1


def test_what_is_read_before_it_is_written_cannot_change_in_between(store):
    with store.writing() as session:
        session.add(Setting(name="dem", value=0, updated_at=NOW))
    with ThreadPoolExecutor(THREADS) as threads:
        for done in [threads.submit(count_on, store) for _ in range(THREADS * TIMES)]:
            done.result()
    with store.reading() as session:
        assert session.get(Setting, "dem").value == THREADS * TIMES


def test_a_reader_sees_one_state_and_holds_up_no_writer(store):
    with store.reading() as reader:
        before = reader.scalar(select(func.count()).select_from(Blob))
        with store.writing() as writer:
            keep(writer, b"moi")
        assert reader.scalar(select(func.count()).select_from(Blob)) == before
    with store.reading() as reader:
        assert reader.scalar(select(func.count()).select_from(Blob)) == before + 1


def keep_and_stumble(store):
    with store.writing() as session:
        keep(session, b"moi")
        raise ZeroDivisionError


def test_what_raises_leaves_nothing(store):
    with pytest.raises(ZeroDivisionError):
        keep_and_stumble(store)
    with store.reading() as session:
        assert not session.scalars(select(Blob)).all()


def test_a_reader_cannot_write(store):
    with store.reading() as session, pytest.raises(Exception, match=r"read-?only"):
        keep(session, b"moi")


def test_nothing_points_to_what_is_not_there(store):
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add(Upload(kind="thu", name="a.docx", sha256="0" * 64, told={}, made_at=NOW))


def test_a_moment_comes_back_as_it_was(store):
    with store.writing() as session:
        session.add(Setting(name="luc", value=None, updated_at=NOW))
    with store.reading() as session:
        assert session.get(Setting, "luc").updated_at == NOW
    with pytest.raises(Exception, match="has no zone"), store.writing() as session:
        session.add(Setting(name="khong-mui", value=None, updated_at=NOW.replace(tzinfo=None)))


def test_bytes_are_kept_once(store):
    with store.writing() as session:
        names = [keep(session, data) for data in (b"mot", b"hai", b"mot")]
        assert [bytes_of(session, name) for name in names] == [b"mot", b"hai", b"mot"]
        assert session.scalar(select(func.count()).select_from(Blob)) == 2
        with pytest.raises(MissingError, match="không còn trong cơ sở dữ liệu"):
            bytes_of(session, "0" * 64)


def test_every_acknowledged_write_survives_a_kill(store):
    """And whoever is killed while writing holds up nobody after it."""
    processes = get_context("forkserver")
    processes.set_forkserver_preload(["docgen.store.blobs"])
    acknowledged, url = set(), store.url.render_as_string(hide_password=False)
    for kills in range(3):
        told, tell = processes.Pipe(duplex=False)
        writer = processes.Process(target=write_on, args=(url, tell))
        writer.start()
        acknowledged.update(told.recv() for _ in range(5 + kills))
        writer.kill()
        writer.join()
    with store.writing() as session:
        kept = {
            upload.sha256: len(bytes_of(session, upload.sha256)) for upload in session.scalars(select(Upload))
        }
        assert acknowledged <= {*kept}
        assert len(kept) == session.scalar(select(func.count()).select_from(Blob))


def test_sqlite_is_set_up_to_lose_nothing(sqlite_store):
    names = "journal_mode", "synchronous", "foreign_keys"
    with sqlite_store.writing() as session:
        assert [session.scalar(text(f"PRAGMA {name}")) for name in names] == ["wal", 2, 1]


def keep_too_much(store):
    with store.writing() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count=1")
        keep(session, b"mot")
        keep(session, bytes(10_000_000))


def test_a_full_disk_is_told_and_nothing_is_half_kept(sqlite_store):
    with pytest.raises(NoSpaceError, match="đã đầy"):
        keep_too_much(sqlite_store)
    with sqlite_store.reading() as session:
        assert not session.scalars(select(Blob)).all()


@pytest.mark.parametrize("is_of_this_process", [True, False])
def test_who_waits_too_long_is_told(sqlite_store, monkeypatch, is_of_this_process):
    monkeypatch.setattr(database, "_BUSY", 0.05)
    impatient = sqlite_store if is_of_this_process else Store(str(sqlite_store.url))
    with sqlite_store.writing() as session:
        keep(session, b"mot")
        with pytest.raises(UnavailableError, match="đang bận"):
            count_on(impatient)
    impatient.close()


def test_too_many_at_once_are_told(sqlite_store, monkeypatch):
    monkeypatch.setattr(database, "_POOL", {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.05})
    narrow = Store(str(sqlite_store.url))
    with narrow.reading() as session:
        session.connection()
        with pytest.raises(UnavailableError, match="đang bận"):
            count_on(narrow)
    narrow.close()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://docgen@127.0.0.1:1/docgen", "Không kết nối được"),
        ("sqlite:////khong/co/thu/muc/docgen.sqlite", "Không mở được tệp"),
        ("sqlite:///{folder}/van-ban.txt", "bị hỏng"),
    ],
)
def test_a_database_that_is_not_there_is_told(tmp_path, url, said):
    (tmp_path / "van-ban.txt").write_text("không phải cơ sở dữ liệu" * 200, "utf-8")
    store = Store(url.format(folder=tmp_path))
    with pytest.raises(UnavailableError, match=said), store.reading() as session:
        session.connection()
    store.close()


@pytest.mark.parametrize("url", ["", "docgen.sqlite", "sqlite://", "mysql://may/ten"])
def test_other_databases_are_refused(url):
    with pytest.raises(InvalidInputError, match="không dùng được"):
        Store(url)


def test_faults_of_docgen_stay_faults(sqlite_store):
    connection = sqlite3.connect(sqlite_store.url.database)
    connection.execute("ALTER TABLE uploads RENAME TO cu")
    connection.close()
    with pytest.raises(Exception, match="no such table"), sqlite_store.reading() as session:
        session.scalars(select(Upload)).all()


def test_bytes_that_nothing_needs_go(store):
    with store.writing() as session:
        used, unused = keep(session, b"mot"), keep(session, b"hai")
        session.add(Upload(kind="thu", name="a.docx", sha256=used, told={}, made_at=NOW))
        assert (forget_unused(session), forget_unused(session)) == (1, 0)
        assert session.scalars(select(Blob.sha256)).all() == [used] != [unused]
