"""What people are told by the service itself: on the page of notices, and as a number beside the bell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.model.people import Role
from docgen.office.desk import Desk
from docgen.store.tables import Notice, User


@dataclass(frozen=True)
class Told:
    """Something that a person was told; `link` leads to the page that it is about."""

    id: int
    text: str
    link: str
    made_at: datetime
    read_at: datetime | None


def notify(desk: Desk, users: Iterable[int], key: str, text: str, link: str) -> None:
    """Tell people something, each of them once however often this is called.

    Args:
        desk: writes.
        users: their ids.
        key: what it is about: "nhac-han/2025-Q1/2025-03-24/-3".
        text: a sentence in Vietnamese.
        link: the page that it is about: "/ky/2025-Q1".

    """
    keys = {f"{key}/{user}": user for user in users}
    told = set(desk.session.scalars(select(Notice.key).where(Notice.key.in_(keys))))
    for one in keys.keys() - told:
        desk.session.add(Notice(user_id=keys[one], key=one, text=text, link=link, made_at=desk.now))
    desk.session.flush()


def users_of_unit(session: Session, unit: str, *roles: Role) -> list[int]:
    """Return who answers for a unit: all of them, or those who have one of some roles."""
    wanted = select(User.id).where(User.active, User.unit_id == unit)
    return list(session.scalars(wanted.where(User.role.in_(roles)) if roles else wanted))


def users_with(session: Session, *roles: Role) -> list[int]:
    """Return who has one of some roles."""
    return list(session.scalars(select(User.id).where(User.active, User.role.in_(roles))))


def notices(desk: Desk, limit: int = 100) -> list[Told]:
    """Return what whoever asks was told, the newest first."""
    mine = select(Notice).where(Notice.user_id == desk.actor.user_id)
    rows = desk.session.scalars(mine.order_by(Notice.made_at.desc(), Notice.id.desc()).limit(limit))
    return [Told(row.id, row.text, row.link, row.made_at, row.read_at) for row in rows]


def unread(desk: Desk) -> int:
    """Return how many notices whoever asks has not read."""
    mine = select(func.count()).where(Notice.user_id == desk.actor.user_id, Notice.read_at.is_(None))
    return desk.session.scalar(mine) or 0


def read_notice(desk: Desk, notice_id: int) -> str:
    """Write down that a notice has been read; return the page that it leads to.

    Raises:
        MissingError: there is none, or it is somebody else's.

    """
    row = desk.session.get(Notice, notice_id)
    if row is None or row.user_id != desk.actor.user_id:
        raise MissingError("Không có thông báo này.", "Hãy mở lại danh sách thông báo.")
    row.read_at = row.read_at or desk.now
    return row.link


def read_all(desk: Desk) -> None:
    """Write down that whoever asks has read everything."""
    mine = select(Notice).where(Notice.user_id == desk.actor.user_id, Notice.read_at.is_(None))
    for row in desk.session.scalars(mine):
        row.read_at = desk.now
