"""What is sent is frozen: as data, with a code and a hash that stand on the receipt."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from docgen.model.submission import Submission
from docgen.office.desk import Desk
from docgen.office.submissions.stored import Stored
from docgen.store import tables
from docgen.store.audit_chain import canonical


def dispatch(desk: Desk, stored: Stored, submission: Submission, at: datetime) -> tables.Dispatch:
    """Freeze what a unit sends, and write down when."""
    row, data = stored.submission, submission.as_data()
    row.rounds += 1
    row.sent_at, row.sent_by, row.seen_at = at, desk.actor.user_id, None
    row.first_sent_at = row.first_sent_at or at
    frozen = tables.Dispatch(
        submission_id=row.id,
        round=row.rounds,
        code=f"BC-{stored.period.code}-{row.unit_id}-{row.rounds}",
        data=data,
        sha256=hash_of(data),
        sent_at=at,
        sent_by=desk.actor.user_id,
    )
    desk.session.add(frozen)
    desk.session.flush()
    return frozen


def hash_of(data: Mapping[str, object]) -> str:
    """Return the SHA-256, in hexadecimal, of what was sent, canonically written."""
    return sha256(canonical(data).encode()).hexdigest()
