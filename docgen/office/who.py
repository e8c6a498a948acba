"""Who did something, by name."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.office.desk import SYSTEM
from docgen.store.tables import ApiToken, User


def who(session: Session, user_id: int | None) -> str:
    """Return the name of a user; of none that of docgen itself."""
    user = session.get(User, user_id) if user_id is not None else None
    return user.name if user else SYSTEM.name


def people(session: Session, ids: Iterable[int | None]) -> dict[int | None, str]:
    """Return what several users are called, by their ids; none is docgen itself."""
    wanted = select(User.id, User.name).where(User.id.in_({*ids} - {None}))
    return {None: SYSTEM.name, **{one.id: one.name for one in session.execute(wanted)}}


def who_by_mark(session: Session, mark: str) -> str:
    """Return whom the audit log means by a mark: "nguoi-dung:3" or "chuong-trinh:1"; else docgen itself."""
    kind, _, number = mark.partition(":")
    if kind == "nguoi-dung":
        return who(session, int(number))
    token = session.get(ApiToken, int(number)) if kind == "chuong-trinh" else None
    return f"Chương trình {token.name}" if token else SYSTEM.name
