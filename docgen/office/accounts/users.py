"""Users: who they are, what they may do. Nobody is deleted, what they have done stays theirs."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.language.text import nfc
from docgen.model.people import Role
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.store.tables import ApiToken, LoginSession, PersonalLink, Unit, User

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Person:
    """What is said of a user; `unit` (its id) for roles of a unit alone."""

    login: str
    name: str
    role: Role
    unit: str | None = None
    email: str = ""


@dataclass(frozen=True)
class Account:
    """A user as others see them."""

    id: int
    person: Person
    is_active: bool
    has_password: bool
    must_change_password: bool
    version: int


def accounts(session: Session) -> list[Account]:
    """Return all users: those who are active first, then by login."""
    people = select(User).where(User.id.not_in(select(ApiToken.user_id)))
    return [_account(user) for user in session.scalars(people.order_by(User.active.desc(), User.login))]


def account(session: Session, user_id: int) -> Account:
    """Return a user.

    Raises:
        MissingError: there is none.

    """
    return _account(user_of(session, user_id))


def create_user(desk: Desk, person: Person) -> Account:
    """Create a user who cannot come in yet: they need a password or a link.

    Raises:
        InvalidInputError: something is wrong with what is said of them.
        ConflictError: somebody has that login.

    """
    person = _checked(desk.session, person)
    _refuse_taken(desk.session, person.login, but=0)
    user = User(
        login=person.login, name=person.name, role=person.role, unit_id=person.unit, email=person.email
    )
    user.created_at = desk.now
    desk.session.add(user)
    desk.session.flush()
    record(desk, "tao-nguoi-dung", f"nguoi-dung/{user.id}", vai_tro=person.role.value, don_vi=person.unit)
    return _account(user)


def change_user(desk: Desk, user_id: int, person: Person) -> Account:
    """Change what is said of a user; where they may do something else from now on, their sessions end.

    Raises:
        MissingError: there is no such user.
        InvalidInputError: something is wrong with what is said of them.
        ConflictError: somebody else has that login, or nobody would be left to administrate.

    """
    user, person = user_of(desk.session, user_id), _checked(desk.session, person)
    _refuse_taken(desk.session, person.login, but=user_id)
    if person.role is not Role.ADMINISTRATOR:
        _refuse_last_administrator(desk.session, user)
    if (user.role, user.unit_id) != (person.role, person.unit):
        _end_sessions(desk.session, user)
    before = _written(user)
    user.login, user.name, user.email = person.login, person.name, person.email
    user.role, user.unit_id = person.role, person.unit
    user.version += 1
    record(desk, "sua-nguoi-dung", f"nguoi-dung/{user.id}", before=before, now=_written(user))
    return _account(user)


def deactivate(desk: Desk, user_id: int) -> None:
    """Let a user in no more; sessions end, links are revoked, all that they have done stays.

    Raises:
        MissingError: there is no such user.
        ConflictError: nobody would be left to administrate.

    """
    user = user_of(desk.session, user_id)
    _refuse_last_administrator(desk.session, user)
    user.active = False
    user.version += 1
    _end_sessions(desk.session, user)
    for link in desk.session.scalars(select(PersonalLink).where(PersonalLink.user_id == user.id)):
        link.revoked_at = link.revoked_at or desk.now
    record(desk, "ngung-nguoi-dung", f"nguoi-dung/{user.id}")


def activate(desk: Desk, user_id: int) -> None:
    """Let a user in again.

    Raises:
        MissingError: there is no such user.

    """
    user = user_of(desk.session, user_id)
    user.active = True
    user.version += 1
    record(desk, "mo-lai-nguoi-dung", f"nguoi-dung/{user.id}")


def user_of(session: Session, user_id: int) -> User:
    """Return the row of a user, who is no program: for this package alone.

    Raises:
        MissingError: there is none.

    """
    user = session.get(User, user_id)
    if user is None or session.scalar(select(ApiToken.id).where(ApiToken.user_id == user_id)):
        raise MissingError("Không có người dùng này.", "Mở lại danh sách người dùng.")
    return user


def login_of(text: str) -> str:
    """Return a login as it is kept: small letters, NFC, nothing around it."""
    return nfc(text).strip().lower()


def _written(user: User) -> dict[str, Any]:
    """Return what the audit log says of a user."""
    return {
        "ten_dang_nhap": user.login,
        "ho_ten": user.name,
        "vai_tro": user.role.value,
        "don_vi": user.unit_id,
    }


def _account(user: User) -> Account:
    person = Person(user.login, user.name, user.role, user.unit_id, user.email)
    return Account(
        user.id, person, user.active, user.password_hash is not None, user.must_change_password, user.version
    )


def _checked(session: Session, person: Person) -> Person:
    """Return what is said of a user, tidied."""
    unit = (person.unit or None) if person.role.is_of_unit else None
    tidy = Person(login_of(person.login), nfc(person.name).strip(), person.role, unit, person.email.strip())
    problems = [text for is_wrong, text in _faults(session, tidy) if is_wrong]
    if problems:
        raise InvalidInputError(
            "Thông tin người dùng chưa dùng được.", "Sửa những chỗ đã nêu rồi lưu lại.", problems
        )
    return tidy


def _faults(session: Session, person: Person) -> tuple[tuple[bool, str], ...]:
    is_lost = person.role.is_of_unit and session.get(Unit, person.unit or "") is None
    return (
        (
            not _LOGIN.fullmatch(person.login),
            "Tên đăng nhập: dùng từ 3 đến 64 chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.",
        ),
        (not person.name, "Họ và tên: chưa nhập."),
        (is_lost, "Đơn vị: vai trò này cần một đơn vị đang có."),
        (bool(person.email) and not _EMAIL.fullmatch(person.email), "Thư điện tử: địa chỉ chưa đúng."),
    )


def _refuse_taken(session: Session, login: str, but: int) -> None:
    if session.scalar(select(User.id).where(User.login == login, User.id != but)) is not None:
        raise ConflictError(f"Tên đăng nhập “{login}” đã có người dùng.", "Chọn tên đăng nhập khác.")


def _refuse_last_administrator(session: Session, user: User) -> None:
    if user.role is not Role.ADMINISTRATOR or not user.active:
        return
    others = select(func.count()).where(User.role == Role.ADMINISTRATOR, User.active, User.id != user.id)
    if not session.scalar(others):
        raise ConflictError(
            "Đây là người quản trị duy nhất.", "Giao quyền quản trị cho một người khác trước."
        )


def _end_sessions(session: Session, user: User) -> None:
    session.execute(delete(LoginSession).where(LoginSession.user_id == user.id))
