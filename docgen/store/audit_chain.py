"""The chain of the audit log: every entry carries the hash of the one before it."""

import json
from collections.abc import Collection, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.store.tables import AuditEntry, Document

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""
_AT_ONCE = 2000
"""Entries that are in memory together while the chain is gone through."""

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Act(NamedTuple):
    """What is written down: the columns of `AuditEntry` of these names."""

    made_at: datetime
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What came of going through the chain.

    `entries` of them are sound, the last with the hash `head`. `fault` says in Vietnamese what is wrong with
    the first that is not; it is empty where all are sound.
    """

    entries: int
    head: str
    fault: str = ""


def canonical(value: object) -> str:
    """Return JSON that is the same for the same value: keys in order, no blanks."""
    return _JSON.encode(value)


def append(session: Session, act: Act) -> str:
    """Write down an act behind all others; return its hash.

    The transaction is one of `Store.writing`, of which there is one at a time: nobody comes between.
    """
    last = session.execute(
        select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    ).first()
    number, previous = last or (0, BEGINNING)
    act = act._replace(detail=json.loads(canonical(act.detail)))
    entry = AuditEntry(
        id=number + 1, previous=previous, hash=_hash(number + 1, act, previous), **act._asdict()
    )
    session.add(entry)
    session.flush()
    return entry.hash


def head(session: Session) -> str:
    """Return the hash of the newest entry."""
    newest = select(AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    return session.scalar(newest) or BEGINNING


def verify(session: Session, heads: Collection[str] = ()) -> Verdict:
    """Go through the whole chain.

    Args:
        session: reads; one state of the database.
        heads: hashes that the chain is known to have had, besides those that issued documents carry: without
            them nobody sees that its end was cut off.

    """
    missing = {*heads, *session.scalars(select(Document.audit_head))} - {BEGINNING}
    sound, previous = 0, BEGINNING
    with closing(_links(session)) as links:
        for link in links:
            if fault := link.fault(sound + 1, previous):
                return Verdict(sound, previous, fault)
            sound, previous = sound + 1, link.hash
            missing.discard(previous)
    return Verdict(sound, previous, _cut_off(sound) if missing else "")


class _Link(NamedTuple):
    """An entry as it is kept."""

    number: int
    act: Act
    previous: str
    hash: str

    def fault(self, expected: int, previous: str) -> str:
        """Return what is wrong with it as the entry `expected` behind the hash `previous`."""
        if self.number != expected:
            return f"thiếu mục số {expected}: sau mục số {expected - 1} là mục số {self.number}"
        if self.hash != _hash(self.number, self.act, self.previous):
            return f"mục số {self.number} đã bị sửa: nội dung không khớp mã kiểm tra"
        if self.previous != previous:
            return f"mục số {self.number} không nối tiếp mục liền trước: mục liền trước đã bị thay"
        return ""


def _links(session: Session) -> Generator[_Link]:
    entries = select(AuditEntry.__table__).order_by(AuditEntry.id).execution_options(yield_per=_AT_ONCE)
    with session.execute(entries) as rows:
        for row in rows:
            act = Act(row.made_at, row.actor, row.action, row.subject, row.detail)
            yield _Link(row.id, act, row.previous, row.hash)


def _hash(number: int, act: Act, previous: str) -> str:
    moment = act.made_at.astimezone(UTC).isoformat()
    told = act._asdict() | {"id": number, "made_at": moment, "previous": previous}
    return sha256(canonical(told).encode()).hexdigest()


def _cut_off(sound: int) -> str:
    return f"sau mục số {sound} có mục đã bị bớt: mã đã ghi lại trước đây không còn trong nhật ký"
