"""Answers that programs were given: the same request with the same key gets the same answer again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docgen.office.desk import Desk
from docgen.store.tables import IdempotencyKey

KEPT = timedelta(days=1)
"""How long an answer is kept; afterwards its key is free again."""


@dataclass(frozen=True)
class KeptAnswer:
    """An answer of HTTP as it was given: `request` is the hash of what was asked."""

    request: str
    status: int
    body: str
    headers: dict[str, str]


def kept_answer(session: Session, owner: str, key: str, now: datetime) -> KeptAnswer | None:
    """Return what `owner` was answered under a key; None where nothing is kept."""
    wanted = select(IdempotencyKey).where(
        IdempotencyKey.owner == owner, IdempotencyKey.key == key, IdempotencyKey.made_at > now - KEPT
    )
    row = session.scalar(wanted)
    return KeptAnswer(row.request, row.status, row.body, row.headers) if row else None


def keep_answer(desk: Desk, key: str, answer: KeptAnswer) -> None:
    """Keep an answer in the transaction of the deed that it tells of; those that are too old go."""
    owner = desk.actor.mark
    old = IdempotencyKey.made_at <= desk.now - KEPT
    desk.session.execute(delete(IdempotencyKey).where(IdempotencyKey.owner == owner, old))
    row = IdempotencyKey(owner=owner, key=key, request=answer.request, status=answer.status)
    row.body, row.headers, row.made_at = answer.body, answer.headers, desk.now
    desk.session.add(row)
    desk.session.flush()
