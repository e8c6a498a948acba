"""What is written down about who did what; nobody can change it afterwards without being seen."""

from typing import Any

from sqlalchemy.orm import Session

from docgen.office.desk import Desk
from docgen.store import audit_chain
from docgen.store.audit_chain import Verdict


def record(desk: Desk, action: str, subject: str, **detail: Any) -> str:
    """Write down what is being done, in the same transaction as the deed; return the hash of the entry.

    Args:
        desk: of whoever does it.
        action: a word for it: "gui", "tra-lai", "cap-so".
        subject: what it is done to: "bao-cao/2025-Q1/van-phong".
        **detail: JSON: what else must be known.

    """
    act = audit_chain.Act(desk.now, desk.actor.mark, action, subject, detail)
    return audit_chain.append(desk.session, act)


def verify(session: Session, head: str | None = None) -> Verdict:
    """Go through the log from its first entry on.

    Args:
        session: reads.
        head: the hash of an entry that the log is known to have had.

    """
    return audit_chain.verify(session, (head,) if head else ())
