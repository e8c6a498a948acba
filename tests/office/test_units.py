"""Units renamed, ended and merged; the days of periods settled: on both databases."""

from datetime import timedelta

import pytest
from offices import desk_of
from sqlalchemy import select

from docgen.errors import InvalidInputError, MissingError
from docgen.model.calendar import DisorderedDatesError
from docgen.model.people import Role
from docgen.office import audit_log, calendars, checks
from docgen.office.agency import organisation
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.periods import period_of
from docgen.office.plans.fields import InvalidFieldsError
from docgen.office.units import end_unit, rename_unit, unit_of
from docgen.office.who import who_by_mark
from docgen.office.work import MadeFile, ask_for, ask_once, finish, made
from docgen.services.looking import LookedAt
from docgen.store.blobs import keep
from docgen.store.tables import Blob, Upload

NEW = {"ten": "Phòng Công vụ", "can_cu": "Quyết định số 1/QĐ-SNV"}


def test_a_unit_has_the_name_of_each_day(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.ADMINISTRATOR)
        rename_unit(desk, "ccvc", 1, "01/4/2025", NEW)
    with founded.reading() as session:
        agency = organisation(session)
        assert agency.find("Phòng Công vụ") == agency.find("Phòng Công chức, viên chức")
        assert agency.find("ccvc") is None
        assert unit_of(session, "ccvc").unit.former[0].basis == "Quyết định số 1/QĐ-SNV"


def test_the_second_is_told_who_was_first(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.ADMINISTRATOR)
        rename_unit(desk, "ccvc", 1, "01/4/2025", NEW)
        with pytest.raises(ChangedMeanwhileError) as caught:
            end_unit(desk, "ccvc", 1, "30/6/2025", "van-phong")
    assert (caught.value.who, caught.value.version) == ("Quản trị", 2)
    assert caught.value.theirs.name == "Phòng Công vụ"


@pytest.mark.parametrize(
    ("ended", "kind"),
    [
        (("ccvc", 1, "hôm nay"), InvalidInputError),
        (("ccvc", 1, "30/6/2025", "khong-co"), InvalidFieldsError),
        (("ccvc", 1, "30/6/2025", "ccvc"), InvalidFieldsError),
        (("khong-co", 1, "30/6/2025"), MissingError),
    ],
)
def test_an_end_that_cannot_be_is_refused(sqlite_founded, ended, kind):
    with sqlite_founded.writing() as session, pytest.raises(kind):
        end_unit(desk_of(session, Role.ADMINISTRATOR), *ended)


def test_a_settled_period_keeps_its_days_when_the_calendar_changes(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.ADMINISTRATOR)
        calendars.settle_period(desk, "2025-9T", {"han_don_vi": "17/9/2025", "ly_do": "Theo công văn."})
        calendars.settle_rules(desk, {"so_ngay_don_vi_gui": 3})
    with founded.reading() as session:
        assert period_of(session, "2025-9T").dates.unit_due.day == 17
        assert period_of(session, "2025-6T").dates.unit_due.day != 17


def test_days_that_contradict_each_other_are_refused(sqlite_founded):
    early = {"han_don_vi": "14/9/2025"}
    with sqlite_founded.writing() as session, pytest.raises(DisorderedDatesError) as caught:
        calendars.settle_period(desk_of(session, Role.ADMINISTRATOR), "2025-9T", early)
    assert "tệp" not in caught.value.remedy


def test_a_file_that_something_else_is_made_of_stays(founded):
    looked = LookedAt((), (), None)
    with founded.writing() as session:
        desk = desk_of(session, Role.REPORTER, "van-phong")
        file = checks.hold_file(desk, "a.docx", b"PK-ket-qua", looked, "accepted")
        job = ask_for(desk, "bieu-mau", "Biểu mẫu", {"ky": "2025-Q1"})
        finish(desk, job, made([MadeFile("a.docx", keep(session, b"PK-ket-qua"))]))
        alone = checks.hold_file(desk, "b.docx", b"PK-rieng", looked, "accepted")
        checks.forget_file(desk, file)
        checks.forget_file(desk, alone)
        assert session.scalars(select(Upload.name)).all() == []
        assert session.scalars(select(Blob.size).where(Blob.size.in_([10, 8]))).all() == [10]


def test_bytes_stay_while_a_job_may_make_the_same(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.REPORTER, "van-phong")
        ask_once(desk, "don-tep-2025-03-10", "don-tep", "Xóa tệp")
        for data, sizes in ((b"PK-1", []), (b"PK-12", [5])):
            file = checks.hold_file(desk, "a", data, LookedAt((), (), None), "accepted")
            checks.forget_file(desk, file)
            assert session.scalars(select(Blob.size).where(Blob.size == len(data))).all() == sizes
            ask_for(desk, "bieu-mau", "Biểu mẫu", {"ky": "2025-Q1"})


def test_files_go_when_they_are_old(sqlite_founded):
    with sqlite_founded.writing() as session:
        desk = desk_of(session, Role.REPORTER, "van-phong")
        file = checks.hold_file(desk, "a", b"PK", LookedAt((), (), None), "accepted")
        assert checks.forget_old(desk_of(session, Role.CLERK, now=desk.now + timedelta(hours=23))) == 0
        assert checks.held_file(desk, file).name == "a"
        assert checks.forget_old(desk_of(session, Role.CLERK, now=desk.now + timedelta(hours=24))) == 1
        with pytest.raises(MissingError):
            checks.held_file(desk, file)


def test_the_log_is_searched_by_words_and_people(founded):
    with founded.writing() as session:
        desk = desk_of(session, Role.ADMINISTRATOR)
        rename_unit(desk, "ccvc", 1, "01/4/2025", NEW)
        found = audit_log.entries(session, "thông tin cơ quan", limit=1)
        assert [(one.actor, one.action) for one in found] == [("Quản trị", "Sửa thông tin cơ quan, đơn vị")]
        assert audit_log.entry_count(session, "ccvc") == len(["founded", "renamed"])
        assert audit_log.entry_count(session, "100%") == 0
        assert who_by_mark(session, "chuong-trinh:99") == who_by_mark(session, "he-thong") == "Hệ thống"


@pytest.mark.parametrize(
    ("work", "arguments", "told"),
    [
        (
            rename_unit,
            ("01/4/2025", NEW),
            ("Tên: Phòng Công chức, viên chức → Phòng Công vụ", "Đến hết ngày: 31/3/2025"),
        ),
        (
            end_unit,
            ("30/6/2025", "van-phong"),
            ("Đến hết ngày: chưa có → 30/6/2025", "Đơn vị kế thừa: chưa có → Văn phòng Sở"),
        ),
    ],
)
def test_the_log_says_which_unit_became_what(founded, work, arguments, told):
    with founded.writing() as session:
        work(desk_of(session, Role.ADMINISTRATOR), "ccvc", 1, *arguments)
    with founded.reading() as session:
        newest = audit_log.entries(session)[0]
        name = unit_of(session, "ccvc").unit.name
    assert (newest.mark, newest.subject) == ("don-vi/ccvc", f"Đơn vị {name}")
    assert [words for words in told if words not in newest.detail] == []
