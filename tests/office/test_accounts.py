"""Who may come in, and how."""

from dataclasses import replace
from datetime import timedelta

import pytest
from offices import NOW, PASSWORD, desk_of
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.papers import PaperKind
from docgen.model.people import Role
from docgen.office import accounts, numbers
from docgen.office.accounts import Person, passwords
from docgen.office.accounts.strength import refuse_weak
from docgen.office.audit_log import entries
from docgen.office.desk import Desk
from docgen.store.tables import ApiToken, AuditEntry, LoginSession, PersonalLink, User

PERSON = Person(" Nguyen.Van ", "Chuyên viên một", Role.REPORTER, "van-phong", "cv@snv.example")
GOOD = "sương-mai trên-đồi 7"


@pytest.fixture
def desk(founded):
    """The administrator's, on both databases."""
    with founded.writing() as session:
        yield desk_of(session, Role.ADMINISTRATOR)


@pytest.fixture
def lite(sqlite_founded):
    """The administrator's, where the database does not matter."""
    with sqlite_founded.writing() as session:
        yield desk_of(session, Role.ADMINISTRATOR)


def user_id(desk, login):
    return desk.session.scalar(select(User.id).where(User.login == login))


def actions(desk):
    """Return what has been written down since the office was founded."""
    desk.session.flush()
    written = list(desk.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))
    return written[written.index("khoi-tao") + 1 :]


def later(desk, **time):
    return replace(desk, now=desk.now + timedelta(**time))


def enter(desk, login="van-thu"):
    """Let somebody in; return the secret."""
    secret = accounts.begin_session(desk, user_id(desk, login))
    desk.session.flush()
    return secret


def is_in(desk, secret):
    desk.session.flush()
    return accounts.signed_in(desk.session, secret, desk.now) is not None


def test_a_user_comes_in_with_a_password_once_given_one(desk):
    made = accounts.create_user(desk, PERSON)
    assert made.person == replace(PERSON, login="nguyen.van")
    assert accounts.user_with(desk.session, "nguyen.van", "") is None
    once = accounts.reset_password(desk, made.id)
    assert accounts.user_with(desk.session, "NGUYEN.VAN ", once) == made.id
    assert accounts.account(desk.session, made.id).must_change_password
    assert actions(desk) == ["tao-nguoi-dung", "cap-lai-mat-khau"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"login": "a"}, "Tên đăng nhập"),
        ({"login": "có dấu"}, "Tên đăng nhập"),
        ({"name": "  "}, "Họ và tên"),
        ({"unit": None}, "Đơn vị"),
        ({"unit": "khong-co"}, "Đơn vị"),
        ({"email": "khong phai"}, "Thư điện tử"),
    ],
)
def test_what_is_said_of_a_user_must_hold(lite, changed, said):
    with pytest.raises(InvalidInputError) as refused:
        accounts.create_user(lite, replace(PERSON, **changed))
    assert [line for line in refused.value.problems if line.startswith(said)]
    assert len(refused.value.problems) == 1


def test_two_users_have_two_logins(desk):
    made = accounts.create_user(desk, PERSON)
    with pytest.raises(ConflictError, match=r"nguyen\.van"):
        accounts.create_user(desk, PERSON)
    with pytest.raises(ConflictError, match="van-thu"):
        accounts.change_user(desk, made.id, replace(PERSON, login="Van-Thu"))


def test_whoever_is_of_the_agency_is_of_no_unit(lite):
    assert accounts.create_user(lite, replace(PERSON, role=Role.LEADER)).person.unit is None


def test_sessions_end_with_another_role_but_not_with_another_name(lite):
    secret, clerk = enter(lite), user_id(lite, "van-thu")
    person = accounts.account(lite.session, clerk).person
    accounts.change_user(lite, clerk, replace(person, name="Văn thư mới"))
    assert is_in(lite, secret)
    accounts.change_user(lite, clerk, replace(person, role=Role.COORDINATOR))
    assert not is_in(lite, secret)


def test_who_has_left_comes_in_no_way_and_may_come_back(desk):
    reporter = user_id(desk, "van-phong")
    secret, link = enter(desk, "van-phong"), accounts.make_link(desk, reporter)
    accounts.deactivate(desk, reporter)
    assert not is_in(desk, secret)
    assert accounts.user_with(desk.session, "van-phong", PASSWORD) is None
    with pytest.raises(MissingError):
        accounts.enter_by_link(desk, link)
    with pytest.raises(ConflictError):
        accounts.make_link(desk, reporter)
    assert accounts.accounts(desk.session)[-1].id == reporter
    accounts.activate(desk, reporter)
    assert accounts.user_with(desk.session, "van-phong", PASSWORD) == reporter
    with pytest.raises(MissingError):
        accounts.enter_by_link(desk, link)


def test_somebody_always_administrates(lite):
    administrator = lite.actor.user_id
    person = accounts.account(lite.session, administrator).person
    with pytest.raises(ConflictError, match="quản trị duy nhất"):
        accounts.deactivate(lite, administrator)
    with pytest.raises(ConflictError, match="quản trị duy nhất"):
        accounts.change_user(lite, administrator, replace(person, role=Role.LEADER))
    assert accounts.change_user(lite, administrator, replace(person, name="Mới")).person.name == "Mới"
    accounts.create_user(lite, replace(PERSON, role=Role.ADMINISTRATOR))
    accounts.deactivate(lite, administrator)
    accounts.deactivate(lite, administrator)


def test_passwords_are_kept_as_argon2id_alone():
    kept = accounts.hashed(GOOD)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords._of_nobody().startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.is_right("sương-mai trên-đồi 7", kept)


@pytest.mark.parametrize(
    "password",
    [
        "ngan qua",
        "x" * 129,
        "aaaaaaaaaaaaaaaa",
        "123456789012",
        "SoNoiVu@2025!!",
        "Sở Nội vụ 2025",
        "matkhau123456",
        "cchc-2025-cchc",
        "Van-Thu-2025-!",
        "quantri.quantri",
        "Văn phòng 2026",
    ],
)
def test_passwords_that_all_try_first_are_refused(password):
    with pytest.raises(InvalidInputError):
        refuse_weak(password, ("van-thu", "Văn thư Sở"))


@pytest.mark.parametrize(
    "password", [GOOD, "739104865520", "con mèo nằm ngủ", "xK9$mmQ2vTz!", "b" * 64 + "cdegh"]
)
def test_other_passwords_are_nobodys_business(password):
    refuse_weak(password, ("van-thu", "Văn thư Sở"))


def test_a_password_given_ends_sessions(lite):
    secret, clerk = enter(lite), user_id(lite, "van-thu")
    accounts.set_password(lite, clerk, GOOD)
    assert not is_in(lite, secret)
    assert accounts.user_with(lite.session, "van-thu", GOOD) == clerk


def test_whoever_changes_their_password_knows_the_old_one(lite):
    secret, administrator = enter(lite, "quan-tri"), lite.actor.user_id
    with pytest.raises(InvalidInputError, match="hiện tại không đúng"):
        accounts.change_password(lite, "sai", GOOD)
    with pytest.raises(InvalidInputError, match="trùng"):
        accounts.change_password(lite, PASSWORD, PASSWORD)
    assert is_in(lite, secret)
    accounts.change_password(lite, PASSWORD, GOOD)
    assert not is_in(lite, secret)
    assert accounts.user_with(lite.session, "quan-tri", GOOD) == administrator


def test_somebody_lets_themselves_out_everywhere(lite):
    secrets = [enter(lite), enter(lite)]
    accounts.end_all_sessions(lite, user_id(lite, "van-thu"))
    assert not any(is_in(lite, secret) for secret in secrets)


def test_a_session_knows_whose_it_is_and_is_kept_as_a_hash(desk):
    secret = enter(desk, "van-phong")
    found = accounts.signed_in(desk.session, secret, NOW)
    assert (found.actor.role, found.actor.unit, found.unit_name) == (
        Role.REPORTER,
        "van-phong",
        "Văn phòng Sở",
    )
    assert secret not in {found.session_id, found.csrf}
    assert found.login == "van-phong"
    assert accounts.signed_in(desk.session, found.session_id, NOW) is None
    accounts.end_session(desk, found.session_id)
    assert not is_in(desk, secret)
    assert actions(desk) == ["dang-nhap", "dang-xuat"]


def test_a_session_lasts_as_long_as_somebody_is_there_but_not_for_ever(lite):
    secret = enter(lite)
    session_id = accounts.signed_in(lite.session, secret, NOW).session_id
    assert is_in(later(lite, minutes=29, seconds=59), secret)
    assert not is_in(later(lite, minutes=30), secret)
    accounts.stay(lite.session, session_id, NOW + timedelta(hours=11, minutes=59))
    assert is_in(later(lite, hours=11, minutes=59, seconds=59), secret)
    assert not is_in(later(lite, hours=12), secret)
    accounts.stay(lite.session, "khong-con", NOW)


def test_sessions_that_have_ended_are_cleared_away(lite):
    enter(lite)
    enter(later(lite, hours=12))
    assert len(lite.session.scalars(select(LoginSession)).all()) == 1


@pytest.mark.parametrize("login", ["van-thu", "khong-co-ai"])
def test_failures_are_written_down_without_what_was_typed(lite, login):
    accounts.record_failure(lite, login, "10.0.0.7")
    lite.session.flush()
    entry = lite.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert (entry.action, entry.actor, entry.detail) == ("dang-nhap-sai", "he-thong", {"dia_chi": "10.0.0.7"})
    assert "khong-co-ai" not in entry.subject


def test_a_link_lets_its_owner_in_until_it_ends_or_is_revoked(desk):
    reporter = user_id(desk, "van-phong")
    link = accounts.make_link(desk, reporter, days=7)
    assert accounts.owner_of_link(desk.session, link, NOW).id == reporter
    by_link, by_password = accounts.enter_by_link(desk, link), enter(desk, "van-phong")
    assert is_in(desk, by_link)
    assert link not in desk.session.scalars(select(PersonalLink.token_hash)).all()
    with pytest.raises(MissingError, match="hết hạn"):
        accounts.enter_by_link(later(desk, days=7), link)
    accounts.revoke_links(desk, reporter)
    assert (is_in(desk, by_link), is_in(desk, by_password)) == (False, True)
    with pytest.raises(MissingError, match="thu hồi"):
        accounts.owner_of_link(desk.session, link, NOW)
    assert actions(desk) == ["cap-lien-ket", "dang-nhap", "dang-nhap", "thu-hoi-lien-ket"]


def test_links_are_for_people_of_units(lite):
    with pytest.raises(ConflictError, match="đơn vị"):
        accounts.make_link(lite, lite.actor.user_id)


def test_a_token_lets_a_program_in_until_it_ends_or_is_revoked(desk):
    secret = accounts.make_token(desk, " Trục liên thông ", Role.REPORTER, "van-phong", days=30)
    actor = accounts.program(desk.session, secret, NOW)
    assert (actor.name, actor.unit) == ("Trục liên thông", "van-phong")
    assert actor.mark == f"chuong-trinh:{actor.token_id}"
    assert accounts.program(desk.session, secret, NOW + timedelta(days=30)) is None
    accounts.revoke_token(desk, actor.token_id)
    assert accounts.program(desk.session, secret, NOW) is None
    assert [one.is_revoked for one in accounts.programs(desk.session)] == [True]
    assert secret not in desk.session.scalars(select(ApiToken.token_hash)).all()


def test_what_a_program_does_bears_its_name(lite):
    there = accounts.accounts(lite.session)
    actor = accounts.program(lite.session, accounts.make_token(lite, "Trục", Role.CLERK, None, None), NOW)
    desk = Desk(lite.session, actor, NOW)
    assert numbers.enter_number(desk, PaperKind.REPORT, 2025, 45).taken_by == "Chương trình Trục"
    assert [one.actor for one in entries(lite.session, "Trục")] == ["Chương trình Trục"]
    assert accounts.accounts(lite.session) == there
    with pytest.raises(MissingError):
        accounts.activate(lite, actor.user_id)


def test_a_use_is_written_down_once_in_some_minutes(lite):
    secret = accounts.make_token(lite, "Trục", Role.CLERK, None, None)
    assert accounts.programs(lite.session)[0].used_at is None
    assert not accounts.is_use_known(lite.session, secret, NOW)
    accounts.note_use(lite.session, secret, NOW)
    assert accounts.programs(lite.session)[0].used_at == NOW
    assert accounts.is_use_known(lite.session, secret, NOW + timedelta(minutes=4))
    assert not accounts.is_use_known(lite.session, secret, NOW + timedelta(minutes=5))


def test_nothing_is_written_down_of_whoever_has_no_token(lite):
    accounts.note_use(lite.session, "khong-co", NOW)
    assert not accounts.is_use_known(lite.session, "khong-co", NOW)


def test_a_token_may_hold_for_ever(lite):
    secret = accounts.make_token(lite, "Trục liên thông", Role.LEADER, "van-phong", None)
    actor = accounts.program(lite.session, secret, NOW + timedelta(days=4000))
    assert actor.unit is None


@pytest.mark.parametrize(("name", "role", "unit"), [(" ", Role.LEADER, None), ("A", Role.HEAD, "khong-co")])
def test_a_token_needs_a_name_and_a_unit(lite, name, role, unit):
    with pytest.raises(InvalidInputError):
        accounts.make_token(lite, name, role, unit, None)


@pytest.mark.parametrize(
    "do", [accounts.account, accounts.revoke_token, accounts.deactivate, accounts.reset_password]
)
def test_who_is_not_there_is_told(lite, do):
    with pytest.raises(MissingError):
        do(lite.session if do is accounts.account else lite, 999)
