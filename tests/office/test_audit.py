"""The audit log shows whatever is done to it afterwards."""

from datetime import timedelta

import pytest
from offices import NOW, at, desk_of
from sqlalchemy import delete, insert, text, update
from sqlalchemy.orm import Session

from docgen.model.papers import PaperKind, Register
from docgen.model.people import Role
from docgen.office.audit import record, verify
from docgen.office.desk import SYSTEM, Actor, Desk
from docgen.store.audit_chain import BEGINNING, Act, _hash, append, head
from docgen.store.blobs import keep
from docgen.store.database import WRITES
from docgen.store.tables import AuditEntry, Document, Number

ENTRIES = 12


@pytest.fixture
def log(sqlite_store):
    """A log of some entries that nothing guards but its chain."""
    with sqlite_store.writing() as session:
        for number in range(ENTRIES):
            desk = Desk(session, SYSTEM, NOW + timedelta(minutes=number))
            record(desk, "gui", f"bao-cao/2025-Q1/{number}", lần=number, lý_do="“chậm”")
        for act in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER audit_entries_no_{act}"))
    return sqlite_store


def verdict_of(store, head=None):
    with store.reading() as session:
        return verify(session, head)


def test_entries_are_sound_on_both_databases(store):
    with store.writing() as session:
        hashes = [record(desk_of(session, "dau_moi"), "gui", "bao-cao", số=number) for number in range(3)]
        assert head(session) == hashes[-1]
    assert (verdict_of(store).entries, verdict_of(store).head, verdict_of(store).fault) == (3, hashes[-1], "")


def test_an_empty_log_is_sound(store):
    assert (verdict_of(store).entries, verdict_of(store).head) == (0, BEGINNING)


@pytest.mark.parametrize(
    ("actor", "mark"),
    [
        (SYSTEM, "he-thong"),
        (Actor("Văn thư", Role.CLERK, user_id=3), "nguoi-dung:3"),
        (Actor("Phần mềm", Role.COORDINATOR, token_id=7), "chuong-trinh:7"),
    ],
)
def test_who_did_it_is_written_down(sqlite_store, actor, mark):
    with sqlite_store.writing() as session:
        record(Desk(session, actor, NOW), "gui", "bao-cao")
        assert session.get(AuditEntry, 1).actor == mark


@pytest.mark.parametrize("change", ["UPDATE audit_entries SET action = 'khac'", "DELETE FROM audit_entries"])
def test_the_database_lets_nobody_change_an_entry(store, change):
    with store.writing() as session:
        record(desk_of(session, "dau_moi"), "gui", "bao-cao")
    with pytest.raises(Exception, match="audit entries stay as they are"), store.writing() as session:
        session.execute(text(change))


def test_what_is_taken_back_is_not_written_down(store):
    with pytest.raises(ZeroDivisionError):
        record_and_stumble(store)
    assert verdict_of(store).entries == 0


def record_and_stumble(store):
    with store.writing() as session:
        record(desk_of(session, "dau_moi"), "gui", "bao-cao")
        raise ZeroDivisionError


def fault_after(session, *changes):
    """Return what is found wrong after changes, which are then taken back."""
    for change in changes:
        session.execute(change)
    fault = verify(session).fault
    session.rollback()
    return fault


@pytest.mark.parametrize(
    "change",
    [
        {"made_at": at("2025-03-10 09:01") - timedelta(days=1)},
        {"actor": "nguoi-dung:9"},
        {"action": "tra-lai"},
        {"subject": "bao-cao/2025-Q1/khac"},
        {"detail": {"lần": "khác"}},
        {"previous": "0" * 63 + "1"},
        {"hash": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_edited_entry_is_named(log, change):
    with Session(log.engine.execution_options(**{WRITES: True})) as session:
        for number in range(1, ENTRIES + 1):
            edit = update(AuditEntry).where(AuditEntry.id == number).values(change)
            assert f"mục số {number} đã bị sửa" in fault_after(session, edit)


def test_an_entry_that_was_forged_whole_breaks_the_next(log):
    with log.writing() as session:
        third, fourth = session.get(AuditEntry, 3), session.get(AuditEntry, 4)
        moved = Act(third.made_at, "nguoi-dung:9", third.action, third.subject, third.detail)
        session.execute(text("DELETE FROM audit_entries WHERE id > 2"))
        session.expunge_all()
        append(session, moved)
        kept = {column.name: getattr(fourth, column.name) for column in AuditEntry.__table__.columns}
        session.add(AuditEntry(**kept))
    assert "mục số 4 không nối tiếp" in verdict_of(log).fault


def test_every_missing_entry_is_named(log):
    with Session(log.engine.execution_options(**{WRITES: True})) as session:
        for number in range(1, ENTRIES):
            gone = delete(AuditEntry).where(AuditEntry.id == number)
            assert f"thiếu mục số {number}:" in fault_after(session, gone)


def test_all_entries_that_change_places_are_found(log):
    with Session(log.engine.execution_options(**{WRITES: True})) as session:
        for number in range(1, ENTRIES):
            places = ((number, -1), (number + 1, number), (-1, number + 1))
            moved = [update(AuditEntry).where(AuditEntry.id == old).values(id=new) for old, new in places]
            assert f"mục số {number} đã bị sửa" in fault_after(session, *moved)


def test_an_end_cut_off_shows_by_a_head_that_is_known(log):
    newest = verdict_of(log).head
    with log.writing() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.id > ENTRIES - 2))
    assert verdict_of(log).fault == ""
    assert f"sau mục số {ENTRIES - 2} có mục đã bị bớt" in verdict_of(log, newest).fault


def test_an_end_cut_off_shows_by_issued_documents(log):
    with log.writing() as session:
        issue(session)
        session.execute(delete(AuditEntry).where(AuditEntry.id > ENTRIES - 2))
    assert f"sau mục số {ENTRIES - 2} có mục đã bị bớt" in verdict_of(log).fault


def issue(session):
    file = keep(session, b"van ban")
    number = Number(kind=PaperKind.PLAN, year=2025, number=5, register=Register.OFFICE, taken_at=NOW)
    session.add(number)
    session.flush()
    named = {"kind": PaperKind.PLAN, "subject": "Kế hoạch", "symbol": "05/KH-SNV", "day": NOW.date()}
    made_of = {"number_id": number.id, "docx": file, "pdf": file, "snapshot": {}}
    session.add(Document(**named, **made_of, audit_head=head(session), issued_at=NOW))


def test_a_long_log_is_gone_through_whole(sqlite_store):
    """In pieces, of which the database holds one at a time."""
    act, previous, rows = Act(NOW, "he-thong", "gui", "bao-cao/2025-Q1/van-phong", {"lần": 1}), BEGINNING, []
    for number in range(1, 10_001):
        rows.append(
            act._asdict() | {"id": number, "previous": previous, "hash": _hash(number, act, previous)}
        )
        previous = rows[-1]["hash"]
    with sqlite_store.writing() as session:
        session.execute(insert(AuditEntry), rows)
    verdict = verdict_of(sqlite_store)
    assert (verdict.entries, verdict.head, verdict.fault) == (len(rows), previous, "")
