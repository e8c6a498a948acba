"""Every kind of work, done to its end in the office of 2025."""

import io
from dataclasses import replace
from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from offices import NOW, at, desk_of
from sqlalchemy import delete, select, update

from docgen.jobs.kind import Queue
from docgen.jobs.kinds import KINDS
from docgen.jobs.performing import Workshop
from docgen.jobs.schedules import MORNING
from docgen.language.dates import short_date
from docgen.model.collecting import PeriodState
from docgen.model.papers import JobState, PaperKind
from docgen.office.agency import organisation, save_organisation
from docgen.office.documents import Signed, issue
from docgen.office.notices import notices
from docgen.office.numbers import enter_number
from docgen.office.periods import except_unit, open_period, period_of
from docgen.office.submissions import RowName, VettedFile, attach
from docgen.office.work import ask_for, errand, made_file
from docgen.services.evidence import Vetted
from docgen.store.blobs import bytes_of, keep
from docgen.store.tables import Blob, Job, Paper, Period, RowKind

ROW = RowName(RowKind.TASK, "giao-bien-che")


def thrice(_name, do):
    """Do a step as a worker that is killed twice when it is almost done."""
    do(), do()
    return do()


@pytest.fixture
def performed(sqlite_founded):
    """Return what asks for work and does it, each quick step again and again."""

    def performed(kind, now=NOW, **parameters):
        shop = Workshop(sqlite_founded, lambda: now, KINDS)
        with shop.desk() as own:
            desk = desk_of(own.session, "dau_moi")
            job_id = ask_for(desk, kind, "Một việc dài", parameters)
        shop.perform(job_id, thrice if KINDS[kind].queue is Queue.LIGHT else lambda _, do: do())
        with shop.desk() as desk:
            job = errand(desk, job_id)
            return job, {file.name: made_file(desk, job_id, file.name) for file in job.files}

    return performed


@pytest.fixture
def done(performed):
    """Return what asks for work and does it, to a good end."""

    def done(kind, now=NOW, **parameters):
        job, files = performed(kind, now, **parameters)
        assert job.state is JobState.DONE, job.message
        return job, files

    return done


def test_what_a_morning_asks_for_is_known():
    assert {one.kind for one in MORNING} <= set(KINDS)


def test_the_files_of_a_plan(done):
    job, files = done("ke-hoach", nam=2025)
    assert sorted(files) == ["ke-hoach-2025.docx", "ke-hoach-2025.pdf", "ke-hoach-2025.xlsx"]
    assert files["ke-hoach-2025.pdf"].startswith(b"%PDF")
    assert (job.done, job.total) == (3, 3)


def test_what_each_unit_has_to_do_is_in_one_file(done, sqlite_founded):
    with sqlite_founded.writing() as session:
        whole = organisation(session)
        idle = whole.units[0].model_copy(
            update={"id": "phong-cu", "name": "Phòng đã giải thể", "valid_to": date(2020, 1, 1)}
        )
        grown = whole.model_copy(update={"units": (*whole.units, idle)})
        save_organisation(desk_of(session, "quan_tri"), grown)
    _, files = done("trich-ke-hoach", nam=2025)
    names = ZipFile(io.BytesIO(files["trich-ke-hoach-2025.zip"])).namelist()
    assert "ke-hoach-2025-van-phong.docx" in names
    assert "ke-hoach-2025-phong-cu.docx" not in names
    assert {name.rpartition(".")[2] for name in names} == {"docx", "pdf", "xlsx"}


def test_the_form_of_every_unit_is_in_one_file(done):
    done("mo-ky")
    job, files = done("bieu-mau", ky="2025-Q1")
    names = ZipFile(io.BytesIO(files["bieu-mau-2025-Q1.zip"])).namelist()
    assert "2025-Q1/van-phong.xlsx" in names
    assert len(names) == job.done == job.total > 5


def test_a_period_is_opened_reminded_of_and_closed(done, sqlite_founded):
    with sqlite_founded.reading() as session:
        dates = period_of(session, "2025-Q1").dates
        reporter = desk_of(session, "chuyen_vien_don_vi", "van-phong")
    mornings = {"mo-ky": dates.opens, "nhac-han": dates.unit_due, "dong-ky": dates.closes + timedelta(1)}
    results = {kind: done(kind, at(f"{day} 07:00"))[0].result for kind, day in mornings.items()}
    with sqlite_founded.reading() as session:
        told = [one.text for one in notices(replace(reporter, session=session))]
        state = period_of(session, "2025-Q1").state
    assert results["mo-ky"] == results["dong-ky"] == {"ky": ["2025-Q1"]}
    assert results["nhac-han"]["don_vi"] > 5
    assert state is PeriodState.CLOSED
    assert told == [
        f"Báo cáo quý I năm 2025 đến hạn gửi: chậm nhất hết ngày {short_date(dates.unit_due)}.",
        f"Kỳ báo cáo quý I năm 2025 đã mở: hạn gửi là hết ngày {short_date(dates.unit_due)}.",
    ]


def test_the_files_of_a_report_and_all_reports_of_a_year(done):
    done("mo-ky")
    _, files = done("bao-cao", ky="2025-Q1")
    _, whole = done("bao-cao-nam", nam=2025)
    assert {name.rpartition(".")[2] for name in files} == {"docx", "pdf", "xlsx"}
    assert sorted(ZipFile(io.BytesIO(whole["bao-cao-2025.zip"])).namelist()) == sorted(files)


def test_who_was_let_answer_longer_is_locked_in_the_end(done, sqlite_founded):
    with sqlite_founded.reading() as session:
        closes = period_of(session, "2025-Q1").dates.closes
    done("mo-ky")
    with sqlite_founded.writing() as session:
        coordinator = desk_of(session, "dau_moi")
        except_unit(coordinator, "2025-Q1", "van-phong", closes + timedelta(2), "Chờ số liệu bổ sung.")
    after = [
        done("dong-ky", at(f"{closes + timedelta(days)} 07:00"))[0].result["ky"] for days in (1, 2, 3, 4)
    ]
    assert after == [["2025-Q1"], [], ["2025-Q1"], []]


def test_a_period_that_cannot_be_opened_does_not_hold_up_the_others(performed, sqlite_founded):
    with sqlite_founded.writing() as session:
        half = session.scalars(select(Period).where(Period.code == "2025-6T")).one()
        half.opens, half.unit_due = NOW.date(), date(2025, 3, 9)
    job, _ = performed("mo-ky")
    with sqlite_founded.reading() as session:
        assert period_of(session, "2025-Q1").state is PeriodState.OPEN
    assert job.state is JobState.FAILED
    first, problem, remedy = job.message.split("\n")
    assert first == "Có kỳ báo cáo chưa mở được:"
    assert problem.startswith(
        "  - 2025-6T: Lịch báo cáo của kỳ 2025-6T chưa hợp lý: Hạn của đơn vị (09/3/2025)"
    )
    assert remedy == "Hãy mở trang của từng kỳ để xem và xử lý."


def test_a_morning_takes_away_what_nothing_needs(done, sqlite_founded):
    with sqlite_founded.writing() as session:
        clerk, names = desk_of(session, "van_thu"), {}
        for data in (b"bo", b"word", b"pdf", b"minh-chung", b"xem-truoc", b"trong-ban-luu"):
            names[data] = keep(session, data)
        snapshot = {"tep": names[b"trong-ban-luu"]}
        signed = Signed(PaperKind.LETTER, "thử", "1/SNV", b"word", b"pdf", snapshot)
        issue(clerk, signed, enter_number(clerk, PaperKind.LETTER, 2025, 1).id, clerk.today)
        open_period(desk_of(session, "dau_moi"), "2025-Q1")
        proof = VettedFile(Vetted("a.png", "image/png", 1, names[b"minh-chung"]), b"minh-chung")
        attach(desk_of(session, "dau_moi"), "2025-Q1", "van-phong", ROW, proof)
        preview = Paper(subject="ke-hoach/2025", content="1", name="a.pdf", media_type="application/pdf")
        preview.sha256, preview.made_at = names[b"xem-truoc"], NOW
        session.add(preview)
    (bundle,) = done("bieu-mau", ky="2025-Q1")[0].files
    needed = {*names.values(), bundle.sha256} - {names[b"bo"]}
    done("don-tep")
    with sqlite_founded.writing() as session:
        assert {*session.scalars(select(Blob.sha256))} == needed
        session.execute(delete(Paper))
        ask_for(desk_of(session, "dau_moi"), "bieu-mau", "Biểu mẫu", {"ky": "2025-6T"})
    done("don-tep")
    with sqlite_founded.writing() as session:
        assert bytes_of(session, names[b"xem-truoc"]) == b"xem-truoc", "a job may still make the same"
        session.execute(update(Job).values(state=JobState.DONE))
    done("don-tep")
    with sqlite_founded.reading() as session:
        assert {*session.scalars(select(Blob.sha256))} == needed - {names[b"xem-truoc"]}
