"""Passwords: chosen, changed, reset; kept as Argon2id alone."""

from functools import cache
from threading import BoundedSemaphore

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import delete

from docgen.errors import InvalidInputError
from docgen.language.text import nfc
from docgen.office.accounts.secrets_kept import new_secret
from docgen.office.accounts.strength import refuse_weak
from docgen.office.accounts.users import user_of
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.store.tables import LoginSession, Unit, User

_hasher = PasswordHash((Argon2Hasher(),))
"""64 MiB, 3 rounds, 4 lanes: RFC 9106, 4, second choice."""
_at_once = BoundedSemaphore(2)
"""Each takes 64 MiB: a crowd at the door does not fill the machine."""
_ONE_TIME_LETTERS = 16


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    with _at_once:
        return _hasher.hash(nfc(password))


def is_right(password: str, kept: str | None) -> bool:
    """Say whether a password is the one that is kept; as slow where there is none."""
    with _at_once:
        is_same = _hasher.verify(nfc(password), kept or _of_nobody())
    return is_same and kept is not None


@cache
def _of_nobody() -> str:
    return _hasher.hash(new_secret())


def set_password(desk: Desk, user_id: int, password: str, *, must_change: bool = False) -> None:
    """Give a user a password; with `must_change` it only opens the page where another one is chosen.

    All sessions of the user end.

    Raises:
        MissingError: there is no such user.
        InvalidInputError: it is easily guessed.

    """
    user = user_of(desk.session, user_id)
    refuse_weak(nfc(password), _known_of(desk, user))
    _keep(desk, user, password, must_change=must_change)
    record(desk, "dat-mat-khau", f"nguoi-dung/{user.id}")


def change_password(desk: Desk, old: str, new: str) -> None:
    """Change the password of whoever is at the desk; all their sessions end.

    Raises:
        InvalidInputError: the old one is wrong, or the new one is the old one or easily guessed.

    """
    user = user_of(desk.session, desk.actor.user_id or 0)
    if not is_right(old, user.password_hash):
        raise InvalidInputError("Mật khẩu hiện tại không đúng.", "Nhập lại mật khẩu đang dùng.")
    if nfc(old) == nfc(new):
        raise InvalidInputError("Mật khẩu mới trùng mật khẩu hiện tại.", "Chọn mật khẩu khác.")
    refuse_weak(nfc(new), _known_of(desk, user))
    _keep(desk, user, new, must_change=False)
    record(desk, "doi-mat-khau", f"nguoi-dung/{user.id}")


def reset_password(desk: Desk, user_id: int) -> str:
    """Return a password that lets a user in once, to choose another one; all their sessions end.

    Raises:
        MissingError: there is no such user.

    """
    user = user_of(desk.session, user_id)
    password = new_secret()[:_ONE_TIME_LETTERS]
    _keep(desk, user, password, must_change=True)
    record(desk, "cap-lai-mat-khau", f"nguoi-dung/{user.id}")
    return password


def _keep(desk: Desk, user: User, password: str, *, must_change: bool) -> None:
    user.password_hash, user.must_change_password = hashed(password), must_change
    user.version += 1
    desk.session.execute(delete(LoginSession).where(LoginSession.user_id == user.id))


def _known_of(desk: Desk, user: User) -> tuple[str, ...]:
    """Return what others know of a user."""
    unit = desk.session.get(Unit, user.unit_id) if user.unit_id else None
    return (user.login, user.name, *((unit.name, unit.id) if unit else ()))
