"""Personal links: a person of a unit comes in without a password, as long as the link holds."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, MissingError
from docgen.office.accounts.secrets_kept import hash_of, new_secret
from docgen.office.accounts.sessions import begin_session
from docgen.office.accounts.users import Account, account, user_of
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.store.tables import LoginSession, PersonalLink, User

PERSONAL_LINK_DAYS = 30
"""How long a link holds when nothing else is said."""


def make_link(desk: Desk, user_id: int, days: int = PERSONAL_LINK_DAYS) -> str:
    """Return the secret of a new link for a user; it is told this once.

    Raises:
        MissingError: there is no such user.
        ConflictError: the user is not active or is not of a unit: others come in with a password.

    """
    user = user_of(desk.session, user_id)
    if not user.active or not user.role.is_of_unit:
        raise ConflictError(
            "Liên kết cá nhân chỉ dành cho người đang làm việc tại đơn vị.", "Cấp mật khẩu cho người này."
        )
    secret = new_secret()
    link = PersonalLink(token_hash=hash_of(secret), user_id=user_id, created_by=desk.actor.user_id)
    link.created_at, link.expires_at = desk.now, desk.now + timedelta(days=days)
    desk.session.add(link)
    record(desk, "cap-lien-ket", f"nguoi-dung/{user_id}", so_ngay=days)
    return secret


def revoke_links(desk: Desk, user_id: int) -> None:
    """Let no link of a user hold any longer; whoever has come in by one is out."""
    for link in desk.session.scalars(select(PersonalLink).where(PersonalLink.user_id == user_id)):
        link.revoked_at = link.revoked_at or desk.now
    by_link = LoginSession.user_id == user_id, LoginSession.link_id.is_not(None)
    desk.session.execute(delete(LoginSession).where(*by_link))
    record(desk, "thu-hoi-lien-ket", f"nguoi-dung/{user_id}")


def owner_of_link(session: Session, secret: str, now: datetime) -> Account:
    """Return whose link it is.

    Raises:
        MissingError: it does not hold, or never did.

    """
    return account(session, _valid(session, secret, now).user_id)


def enter_by_link(desk: Desk, secret: str) -> str:
    """Let the owner of a link in; return the secret of the session.

    Raises:
        MissingError: it does not hold, or never did.

    """
    link = _valid(desk.session, secret, desk.now)
    link.used_at = desk.now
    return begin_session(desk, link.user_id, link.id)


def _valid(session: Session, secret: str, now: datetime) -> PersonalLink:
    wanted = select(PersonalLink).join(User, User.id == PersonalLink.user_id)
    link = session.scalar(wanted.where(PersonalLink.token_hash == hash_of(secret), User.active))
    if link is None or link.revoked_at is not None or now >= link.expires_at:
        raise MissingError(
            "Liên kết này không còn dùng được: đã hết hạn, đã bị thu hồi hoặc chép thiếu.",
            "Đề nghị đầu mối cải cách hành chính gửi liên kết mới, hoặc đăng nhập bằng mật khẩu.",
        )
    return link
