"""Tokens: other programs come in by the API, each with one of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import InvalidInputError, MissingError
from docgen.model.people import Role
from docgen.office.accounts.secrets_kept import hash_of, new_secret
from docgen.office.audit import record
from docgen.office.desk import Actor, Desk
from docgen.store.tables import ApiToken, Unit, User

_BETWEEN_USES = timedelta(minutes=5)
"""How exactly it is known when a program was last here: not every request writes."""


@dataclass(frozen=True)
class Program:
    """A program with a token; `expires_at` is None where it holds until it is revoked.

    `used_at` is when it was last here, to within some minutes; None where it never was.
    """

    id: int
    name: str
    role: Role
    unit: str | None
    expires_at: datetime | None
    is_revoked: bool
    used_at: datetime | None


def make_token(desk: Desk, name: str, role: Role, unit: str | None, days: int | None) -> str:
    """Return a new token of a program; it is told this once.

    Args:
        desk: of whoever gives it.
        name: of the program.
        role: what it may do.
        unit: id of the unit that it acts for, where the role is of one.
        days: how long it holds; None until it is revoked.

    Raises:
        InvalidInputError: it has no name, or a role of a unit without one.

    """
    if not name.strip():
        raise InvalidInputError("Chưa nhập tên chương trình.", "Nhập tên để nhận ra chương trình này.")
    if role.is_of_unit and desk.session.get(Unit, unit or "") is None:
        raise InvalidInputError("Vai trò này cần một đơn vị đang có.", "Chọn đơn vị của chương trình.")
    secret = new_secret()
    token = ApiToken(token_hash=hash_of(secret), name=name.strip(), role=role, created_by=desk.actor.user_id)
    token.unit_id = unit if role.is_of_unit else None
    token.user_id, token.created_at = _bearer(desk, token).id, desk.now
    token.expires_at = None if days is None else desk.now + timedelta(days=days)
    desk.session.add(token)
    desk.session.flush()
    record(desk, "cap-khoa-api", f"chuong-trinh/{token.id}", vai_tro=role.value, don_vi=token.unit_id)
    return secret


def _bearer(desk: Desk, token: ApiToken) -> User:
    """Return a new user who bears the name of a program in all that it does; nobody comes in as such."""
    user = User(login=f"chuong-trinh:{token.token_hash}", name=f"Chương trình {token.name}", active=False)
    user.role, user.unit_id, user.created_at = token.role, token.unit_id, desk.now
    desk.session.add(user)
    desk.session.flush()
    return user


def revoke_token(desk: Desk, token_id: int) -> None:
    """Let a program in no more.

    Raises:
        MissingError: there is no such token.

    """
    token = desk.session.get(ApiToken, token_id)
    if token is None:
        raise MissingError("Không có khóa truy cập này.", "Mở lại danh sách khóa truy cập.")
    token.revoked_at = token.revoked_at or desk.now
    record(desk, "thu-hoi-khoa-api", f"chuong-trinh/{token_id}")


def programs(session: Session) -> list[Program]:
    """Return all programs, those with the newest tokens first."""
    return [_program(token) for token in session.scalars(select(ApiToken).order_by(ApiToken.id.desc()))]


def program(session: Session, secret: str, now: datetime) -> Actor | None:
    """Return the program with a token; None where it does not hold, or never did."""
    token = _with(session, secret)
    if token is None or token.revoked_at is not None or (token.expires_at and now >= token.expires_at):
        return None
    return Actor(token.name, token.role, token.unit_id, token.user_id, token.id)


def is_use_known(session: Session, secret: str, now: datetime) -> bool:
    """Say whether it is written down already that the program with a token is here about now."""
    token = _with(session, secret)
    return token is not None and token.used_at is not None and now - token.used_at < _BETWEEN_USES


def note_use(session: Session, secret: str, now: datetime) -> None:
    """Write down that the program with a token is here."""
    if token := _with(session, secret):
        token.used_at = now


def _with(session: Session, secret: str) -> ApiToken | None:
    return session.scalar(select(ApiToken).where(ApiToken.token_hash == hash_of(secret)))


def _program(token: ApiToken) -> Program:
    is_revoked = token.revoked_at is not None
    return Program(
        token.id, token.name, token.role, token.unit_id, token.expires_at, is_revoked, token.used_at
    )
