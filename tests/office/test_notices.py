import pytest
from offices import at, desk_of

from docgen.errors import MissingError
from docgen.model.people import Role
from docgen.office.notices import notices, notify, read_all, read_notice, unread, users_of_unit, users_with
from docgen.store.tables import User

UNIT = "van-phong"


@pytest.fixture
def desk(sqlite_founded):
    """Return the desk of whoever answers for the unit, who has been told two things."""
    with sqlite_founded.writing() as session:
        for number, moment in enumerate(("2025-03-10 09:00", "2025-03-11 09:00"), 1):
            office = desk_of(session, "dau_moi", now=at(moment))
            users = users_of_unit(session, UNIT)
            notify(office, users, f"viec/{number}", f"Thông báo thứ {number}.", f"/ky/{number}")
        yield desk_of(session, "chuyen_vien_don_vi", UNIT, now=at("2025-03-12 09:00"))


def test_notices_stand_with_the_newest_first(desk):
    assert [(one.text, one.link) for one in notices(desk)] == [
        ("Thông báo thứ 2.", "/ky/2"),
        ("Thông báo thứ 1.", "/ky/1"),
    ]
    assert unread(desk) == 2


def test_the_same_is_not_told_twice(desk):
    notify(desk, users_of_unit(desk.session, UNIT), "viec/1", "Nói lại.", "/")
    assert "Nói lại." not in [one.text for one in notices(desk)]


def test_a_notice_leads_to_its_page_and_is_read_then(desk):
    newest = notices(desk)[0]
    assert read_notice(desk, newest.id) == "/ky/2"
    assert notices(desk)[0].read_at == desk.now
    assert unread(desk) == 1


def test_all_are_read_at_once(desk):
    read_all(desk)
    assert unread(desk) == 0


def test_notices_of_others_are_not_there(desk):
    other = desk_of(desk.session, "dau_moi")
    assert notices(other) == []
    for desk_asking, notice in ((other, notices(desk)[0].id), (desk, 999)):
        with pytest.raises(MissingError, match="Không có thông báo này"):
            read_notice(desk_asking, notice)


def test_who_has_left_is_told_nothing(desk):
    reporter = desk.actor.user_id
    assert reporter in users_of_unit(desk.session, UNIT)
    assert reporter in users_with(desk.session, Role.REPORTER, Role.COORDINATOR)
    desk.session.get_one(User, reporter).active = False
    assert reporter not in users_of_unit(desk.session, UNIT)
    assert reporter not in users_with(desk.session, Role.REPORTER, Role.COORDINATOR)
