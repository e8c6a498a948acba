"""Who is in: sessions on the server, which end when they should."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docgen.office.accounts.passwords import is_right
from docgen.office.accounts.secrets_kept import hash_of, new_secret
from docgen.office.accounts.users import login_of
from docgen.office.audit import record
from docgen.office.desk import SYSTEM, Actor, Desk
from docgen.store.tables import LoginSession, Unit, User

_IDLE = timedelta(minutes=30)
"""Without a sign of life a session ends (OWASP ASVS 5.0, 7.3.1)."""
_WHOLE = timedelta(hours=12)
"""However busy, a session ends (7.3.2)."""


@dataclass(frozen=True)
class SignedIn:
    """Who is in; `csrf` proves that a form was made for this session."""

    session_id: str
    actor: Actor
    unit_name: str
    csrf: str
    seen_at: datetime
    must_change_password: bool
    login: str
    """Empty for whoever comes in by personal links alone."""


def user_with(session: Session, login: str, password: str) -> int | None:
    """Return the user with a login and password; None, after about the same time, where there is none.

    It is slow on purpose: not for a transaction that writes.
    """
    user = session.scalar(select(User).where(User.login == login_of(login), User.active))
    return user.id if is_right(password, user.password_hash if user else None) and user else None


def begin_session(desk: Desk, user_id: int, link_id: int | None = None) -> str:
    """Let a user in; return the secret of the new session. Those that have ended are cleared away."""
    desk.session.execute(delete(LoginSession).where(LoginSession.expires_at <= desk.now))
    secret, user = new_secret(), desk.session.get_one(User, user_id)
    row = LoginSession(id=hash_of(secret), user_id=user_id, link_id=link_id, csrf=new_secret())
    row.created_at = row.seen_at = desk.now
    row.expires_at = desk.now + _WHOLE
    desk.session.add(row)
    way = "mat-khau" if link_id is None else "lien-ket"
    record(_desk_of(desk, user), "dang-nhap", f"nguoi-dung/{user_id}", cach=way)
    return secret


def record_failure(desk: Desk, login: str, address: str) -> None:
    """Write down that somebody did not get in: the user if there is such a login, never what was typed."""
    user_id = desk.session.scalar(select(User.id).where(User.login == login_of(login)))
    subject = f"nguoi-dung/{user_id}" if user_id is not None else "nguoi-dung/khong-ro"
    record(Desk(desk.session, SYSTEM, desk.now), "dang-nhap-sai", subject, dia_chi=address)


def signed_in(session: Session, secret: str, now: datetime) -> SignedIn | None:
    """Return who is in with a secret; None where it is not one, or the session has ended."""
    wanted = select(LoginSession, User, Unit).join(User, User.id == LoginSession.user_id)
    wanted = wanted.outerjoin(Unit, Unit.id == User.unit_id).where(LoginSession.id == hash_of(secret))
    found = session.execute(wanted).first()  # one question: each request begins with it
    if found is None:
        return None
    row, user, unit = found
    if now >= row.expires_at or now - row.seen_at >= _IDLE:
        return None
    return SignedIn(
        row.id,
        Actor(user.name, user.role, user.unit_id, user.id),
        unit.name if unit else "",
        row.csrf,
        row.seen_at,
        user.must_change_password and row.link_id is None,
        user.login if user.password_hash else "",
    )


def stay(session: Session, session_id: str, now: datetime) -> None:
    """Write down that somebody is still there."""
    row = session.get(LoginSession, session_id)
    if row is not None:
        row.seen_at = now


def end_session(desk: Desk, session_id: str) -> None:
    """Let whoever is at the desk out."""
    desk.session.execute(delete(LoginSession).where(LoginSession.id == session_id))
    record(desk, "dang-xuat", f"nguoi-dung/{desk.actor.user_id}")


def end_all_sessions(desk: Desk, user_id: int) -> None:
    """Let a user out everywhere."""
    desk.session.execute(delete(LoginSession).where(LoginSession.user_id == user_id))
    record(desk, "dang-xuat-moi-noi", f"nguoi-dung/{user_id}")


def _desk_of(desk: Desk, user: User) -> Desk:
    return Desk(desk.session, Actor(user.name, user.role, user.unit_id, user.id), desk.now)
