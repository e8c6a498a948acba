from datetime import timedelta

import pytest
from offices import NOW, desk_of

from docgen.errors import ConflictError, MissingError
from docgen.model.papers import JobState
from docgen.model.people import Role
from docgen.office import work
from docgen.office.accounts import make_token, program
from docgen.office.desk import SYSTEM, Desk
from docgen.office.notices import notices
from docgen.store.blobs import keep
from docgen.store.tables import Job

OFFICE, UNIT = "dau_moi", "van-phong"


@pytest.fixture
def session(founded):
    with founded.writing() as session:
        yield session


def asked(session, role=OFFICE, unit=None, now=NOW, **parameters):
    desk = desk_of(session, role, unit, now)
    return work.ask_for(desk, "goi-van-ban", "Gói văn bản quý I", parameters), desk


def own(session, now=NOW):
    """Return the desk of docgen itself."""
    return Desk(session, SYSTEM, now)


def test_what_is_asked_for_waits(session):
    job_id, desk = asked(session, ky="2025-Q1")
    errand = work.errand(desk, job_id)
    assert (errand.state, errand.title, errand.parameters) == (
        JobState.WAITING,
        "Gói văn bản quý I",
        {"ky": "2025-Q1"},
    )
    assert (errand.owner_id, errand.made_at, errand.started_at) == (desk.actor.user_id, NOW, None)


def test_pressing_twice_asks_once(session):
    first, _ = asked(session, ky="2025-Q1")
    assert asked(session, ky="2025-Q1")[0] == first
    others = {asked(session, ky="2025-6T")[0], asked(session, "quan_tri", ky="2025-Q1")[0]}
    assert len(others | {first}) == 3
    work.finish(own(session), first, {})
    assert asked(session, ky="2025-Q1")[0] != first


def test_what_a_program_asks_for_is_done_in_its_name_and_nobody_is_told(session):
    secret = make_token(own(session), "Trục liên thông", Role.COORDINATOR, None, None)
    desk = Desk(session, program(session, secret, NOW), NOW)
    job_id = work.ask_for(desk, "goi-van-ban", "Gói văn bản quý I", {})
    _, actor = work.begin(own(session), job_id)
    assert (actor.name, actor.mark) == ("Chương trình Trục liên thông", desk.actor.mark)
    work.finish(own(session), job_id, {})
    assert notices(desk) == []


def test_timed_work_is_asked_for_once_even_after_it_ended(session):
    desk = own(session)
    for _ in range(2):
        work.ask_once(desk, "nhac-han-2025-03-10", "nhac-han", "Nhắc hạn")
        work.finish(own(session), "nhac-han-2025-03-10", {})
    assert [one.state for one in work.errands(desk)] == [JobState.DONE]


def test_a_job_is_begun_told_of_counted_and_finished(session):
    job_id, desk = asked(session)
    taken = work.begin(own(session), job_id)
    assert taken is not None
    assert taken[1] == desk.actor
    work.tell(session, job_id, "Đang soạn")
    work.count(session, job_id, 3, 7)
    work.begin(own(session, NOW + timedelta(hours=1)), job_id)
    errand = work.errand(desk, job_id)
    assert (errand.state, errand.message, errand.done, errand.total) == (JobState.RUNNING, "Đang soạn", 3, 7)
    assert errand.started_at == NOW
    work.finish(own(session), job_id, {"tep": []})
    errand = work.errand(desk, job_id)
    assert (errand.state, errand.message, errand.result) == (JobState.DONE, "", {"tep": []})
    assert work.open_errands(session) == []


def test_what_has_ended_neither_begins_nor_fails(session):
    job_id, desk = asked(session)
    work.finish(own(session), job_id, {})
    assert work.begin(own(session), job_id) is None
    work.fail(own(session), job_id, "Hỏng.")
    assert work.errand(desk, job_id).state is JobState.DONE


def test_what_docgen_wants_itself_is_done_in_its_own_name(session):
    work.ask_once(own(session), "nhac-han-2025-03-10", "nhac-han", "Nhắc hạn")
    assert work.begin(own(session), "nhac-han-2025-03-10")[1] == SYSTEM


def test_jobs_are_seen_by_the_office_and_by_whoever_asked(session):
    of_unit, reporter = asked(session, "chuyen_vien_don_vi", UNIT)
    of_office, coordinator = asked(session, now=NOW + timedelta(minutes=1))
    assert [one.id for one in work.errands(coordinator)] == [of_office, of_unit]
    assert [one.id for one in work.errands(reporter)] == [of_unit]
    assert work.errand(coordinator, of_unit).id == of_unit
    for asking, job_id in ((reporter, of_office), (coordinator, "khong-co")):
        with pytest.raises(MissingError, match="Không có công việc này"):
            work.errand(asking, job_id)


def test_the_oldest_job_is_done_first(session):
    later = asked(session, now=NOW + timedelta(minutes=1), ky="2025-6T")[0]
    earlier = asked(session, ky="2025-Q1")[0]
    assert [one.id for one in work.open_errands(session)] == [earlier, later]
    assert session.get_one(Job, earlier).state is JobState.WAITING


def test_whoever_waits_is_told_of_the_end(session):
    done, desk = asked(session, ky="2025-Q1")
    failed, _ = asked(session, ky="2025-6T")
    work.finish(own(session), done, {})
    work.fail(own(session, NOW + timedelta(minutes=1)), failed, "Chưa có số liệu.")
    assert [(one.text, one.link) for one in notices(desk)] == [
        ("Không làm được: Gói văn bản quý I.", f"/cong-viec/{failed}"),
        ("Đã làm xong: Gói văn bản quý I.", f"/cong-viec/{done}"),
    ]
    assert work.errand(desk, failed).message == "Chưa có số liệu."


def test_that_timed_work_failed_is_told_to_the_administrator(session):
    work.ask_once(own(session), "nhac-han-2025-03-10", "nhac-han", "Nhắc hạn")
    work.fail(own(session), "nhac-han-2025-03-10", "Hỏng.")
    told = [one.text for one in notices(desk_of(session, "quan_tri"))]
    assert told == ["Không làm được: Nhắc hạn."]


def test_the_files_made_are_had_by_their_names(session):
    job_id, desk = asked(session)
    result = work.made([work.MadeFile("trích.zip", keep(session, b"PK"))])
    work.finish(own(session), job_id, result)
    assert [file.name for file in work.errand(desk, job_id).files] == ["trích.zip"]
    assert work.made_file(desk, job_id, "trích.zip") == b"PK"
    with pytest.raises(MissingError, match="không có tệp như vậy"):
        work.made_file(desk, job_id, "khác.zip")


def test_what_failed_is_asked_for_again_by_who_wanted_it(session):
    job_id, desk = asked(session, ky="2025-Q1")
    with pytest.raises(ConflictError):
        work.ask_again(desk, job_id)
    work.fail(own(session), job_id, "Hết dung lượng đĩa.")
    with pytest.raises(ConflictError):
        work.ask_again(desk_of(session, "quan_tri"), job_id)
    again = work.errand(desk, work.ask_again(desk, job_id))
    assert again.id != job_id
    assert (again.kind, again.title, again.parameters) == (
        "goi-van-ban",
        "Gói văn bản quý I",
        {"ky": "2025-Q1"},
    )
