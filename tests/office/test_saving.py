"""Rows kept as they are typed: nothing typed is lost, and nobody writes over somebody else."""

from datetime import date, timedelta

import pytest
from answering import Q1, UNIT, brought, coordinator, opened, reporter, send, task
from offices import at, desk_of
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from docgen.model.outcome import Status
from docgen.office import agency, submissions
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.submissions import (
    Filling,
    RowName,
    check_answers,
    history,
    keep_unchanged,
    set_many,
    unit_page,
)
from docgen.store import tables
from docgen.store.tables import RowKind

TASK = task("ra-soat-vbqppl")
HEAD = "lanh_dao_don_vi"


def save(store, data, version=0, moment="2025-03-10 09:00", role="chuyen_vien_don_vi", name=TASK):
    with store.writing() as session:
        desk = desk_of(session, role, UNIT if role != "dau_moi" else None, at(moment))
        return submissions.save_row(desk, Q1, UNIT, name, data, version)


def judged(store, saved):
    with store.reading() as session:
        return submissions.judged(reporter(session), Q1, UNIT, saved)


def row(store, name=TASK, code=Q1):
    with store.reading() as session:
        return unit_page(reporter(session), code, UNIT).row(name)


def texts(store, name=TASK):
    """Return the results that the history of a row has, oldest first."""
    with store.reading() as session:
        return [one.typed.get("ket_qua") for one in reversed(history(reporter(session), Q1, UNIT, name))]


def test_what_is_wrong_is_kept_letter_for_letter_and_told_at_its_field(founded):
    opened(founded)
    typed = {
        "tinh_trang": "cham_tien_do",
        "ngay_hoan_thanh": "31/2/2025",
        "van_ban": [{"so_ky_hieu": "12/KH-SNV", "ngay": "hôm qua"}],
    }
    saved = save(founded, typed)
    assert row(founded).typed == typed
    assert row(founded).updated_by == "Cán bộ Văn phòng Sở"
    of_it = judged(founded, saved)
    assert {one.field for one in of_it.findings} == {"ngay_hoan_thanh", "van_ban.0.ngay", "ly_do"}
    assert of_it.filling is row(founded).filling is Filling.WRONG


def test_the_same_again_is_kept_once(office):
    first = save(office, {"ket_qua": "Đã làm"})
    again = save(office, {"ket_qua": "Đã làm", "ly_do": "  "}, moment="2025-03-10 09:05")
    assert (first.version, first.is_new, again.version, again.is_new) == (1, True, 1, False)
    assert again.at == first.at


def test_who_comes_second_sees_what_the_first_wrote(founded):
    opened(founded)
    save(founded, {"ket_qua": "Của chuyên viên"})
    with pytest.raises(ChangedMeanwhileError, match="Cán bộ Văn phòng Sở") as conflict:
        save(founded, {"ket_qua": "Của lãnh đạo"}, role=HEAD)
    assert conflict.value.theirs == {"ket_qua": "Của chuyên viên"}
    assert conflict.value.version == 1
    save(founded, {"ket_qua": "Của lãnh đạo"}, version=1, role=HEAD)
    assert texts(founded) == ["Của chuyên viên", "Của lãnh đạo"]


def test_who_takes_what_the_first_wrote_leaves_the_own_text_in_the_history(office):
    save(office, {"ket_qua": "Của chuyên viên"})
    with office.writing() as session:
        head = desk_of(session, HEAD, UNIT, at("2025-03-10 09:00"))
        given = submissions.give_way(head, Q1, UNIT, TASK, {"ket_qua": "Của lãnh đạo"})
    assert (given.version, row(office).typed) == (3, {"ket_qua": "Của chuyên viên"})
    assert texts(office) == ["Của chuyên viên", "Của lãnh đạo", "Của chuyên viên"]


def test_an_answer_that_was_lost_on_its_way_is_asked_for_again(office):
    save(office, {"ket_qua": "Đã làm"})
    assert save(office, {"ket_qua": "Đã làm xong"}).version == 2
    assert row(office).typed == {"ket_qua": "Đã làm xong"}
    assert texts(office) == ["Đã làm", "Đã làm xong"], "what a stale page wrote over is in the history"


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        (["Đã", "Đã làm", "Đã làm xong"], ["Đã làm xong"]),
        (["Đã làm", "Đã mới làm"], ["Đã mới làm"]),
        (["Đã làm", "Chưa"], ["Đã làm", "Chưa"]),
        (["Đã làm", "Đã làm", None], ["Đã làm", None]),
    ],
)
def test_who_goes_on_typing_leaves_one_version_but_loses_nothing(office, steps, kept):
    for version, text in enumerate(steps):
        save(office, {"ket_qua": text, "ly_do": "x" * version}, version)
    assert texts(office) == kept


def test_documents_that_are_added_are_typing_on(office):
    first = {"van_ban": [{"so_ky_hieu": "1/KH"}]}
    save(office, first)
    save(office, {"van_ban": [{"so_ky_hieu": "1/KH-SNV", "ngay": "1/3/2025"}, {"ngay": "2/3/2025"}]}, 1)
    assert len(texts(office)) == 1
    save(office, first, 2)
    assert len(texts(office)) == 2


@pytest.mark.parametrize(("minutes", "versions"), [(10, 1), (11, 2)])
def test_after_a_while_a_version_is_a_new_one(office, minutes, versions):
    save(office, {"ket_qua": "Đã"})
    moment = at("2025-03-10 09:00") + timedelta(minutes=minutes)
    save(office, {"ket_qua": "Đã làm"}, 1, moment=moment.isoformat(sep=" ")[:16])
    assert len(texts(office)) == versions


def test_a_version_that_was_talked_about_stays(office):
    save(office, {"ket_qua": "Đã"})
    with office.writing() as session:
        submissions.comment(coordinator(session), Q1, UNIT, "Ghi rõ hơn", TASK)
    save(office, {"ket_qua": "Đã làm"}, 1)
    assert texts(office) == ["Đã", "Đã làm"]
    assert [one.text for one in row(office).comments] == ["Ghi rõ hơn"]


def test_the_history_says_what_was_changed(office):
    save(office, {"tinh_trang": "dang_thuc_hien", "ket_qua": "Cũ"})
    save(office, {"tinh_trang": "dang_thuc_hien", "ket_qua": "Mới", "ly_do": "x"}, 1)
    with office.reading() as session:
        newest, first = history(coordinator(session), Q1, UNIT, TASK)
    assert (newest.changed, first.changed) == (("ket_qua", "ly_do"), ("tinh_trang", "ket_qua"))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"o_la": "x"}, InvalidInputError),
        ({"ket_qua": {"a": 1}}, InvalidInputError),
        ({"ket_qua": True}, InvalidInputError),
        ({"van_ban": "35/QĐ"}, InvalidInputError),
        ({"van_ban": [{"so": "35/QĐ"}]}, InvalidInputError),
        ({"van_ban": ["35/QĐ"]}, InvalidInputError),
        ({"van_ban": [{}] * 51}, InvalidInputError),
        ({"ket_qua": "x" * 100_001}, RefusedError),
    ],
)
def test_what_is_no_row_is_refused(office, data, error):
    with pytest.raises(error):
        save(office, data)
    assert row(office).version == 0


def test_a_text_too_long_for_a_document_is_kept_and_told(office):
    saved = save(office, {"tinh_trang": "dang_thuc_hien", "ket_qua": "x" * 20_001})
    (found,) = judged(office, saved).findings
    assert (found.field, found.code) == ("ket_qua", "chu-hong")


def test_programs_may_say_numbers_and_lists(office):
    save(office, {"so_lieu": 1234.5}, name=RowName(RowKind.STATISTIC, "3.15"))
    save(office, {"noi_dung": ["Một", "Hai"]}, name=RowName(RowKind.TEXT, "kien_nghi"))
    assert row(office, RowName(RowKind.STATISTIC, "3.15")).typed == {"so_lieu": "1.234,5"}
    assert row(office, RowName(RowKind.TEXT, "kien_nghi")).value == ("Một", "Hai")


def test_a_unit_that_owes_nothing_has_no_page(office):
    with office.reading() as session, pytest.raises(MissingError, match="không phải báo cáo"):
        unit_page(coordinator(session), Q1, "ton-giao")


def test_other_units_have_nothing_there(office):
    for unit in ("thanh-tra", "khong-co"):
        with office.writing() as session, pytest.raises(MissingError):
            submissions.save_row(reporter(session), Q1, unit, TASK, {}, 0)
    with office.reading() as session, pytest.raises(MissingError):
        unit_page(reporter(session), Q1, "thanh-tra")
    with pytest.raises(MissingError, match="không có dòng này"):
        save(office, {}, name=task("khong-co"))


@pytest.mark.parametrize("role", ["lanh_dao", "van_thu", "quan_tri"])
def test_who_only_reads_does_not_write(office, role):
    with office.writing() as session, pytest.raises(MissingError):
        submissions.save_row(desk_of(session, role), Q1, UNIT, TASK, {"ket_qua": "x"}, 0)


def test_the_coordinator_writes_for_a_unit_that_cannot(office):
    assert save(office, {"ket_qua": "Nhận qua điện thoại"}, role="dau_moi").version == 1


def test_a_status_for_many_rows_or_for_none(filled):
    names = {task(key): 1 for key in ("ra-soat-vbqppl", "ra-soat-tthc-noi-bo")}
    with filled.writing() as session:
        saved = set_many(reporter(session), Q1, UNIT, names, Status.NOT_STARTED)
    assert [one.version for one in saved] == [2, 2]
    assert row(filled).typed["tinh_trang"] == "chua_thuc_hien"


def test_a_bulk_change_names_every_row_that_it_cannot_change(filled):
    save(filled, {"ket_qua": "Của lãnh đạo"}, 1, role=HEAD)
    names = {TASK: 1, task("ra-soat-tthc-noi-bo"): 1, RowName(RowKind.TEXT, "kien_nghi"): 0}
    with filled.writing() as session, pytest.raises(ConflictError, match="02 dòng") as refused:
        set_many(reporter(session), Q1, UNIT, names, Status.NOT_STARTED)
    assert refused.value.problems[0].startswith("A.6. Thực hiện rà soát")
    assert refused.value.problems[1].startswith("kien_nghi")
    assert row(filled, task("ra-soat-tthc-noi-bo")).version == 1


def keep(store, name, version=0):
    with store.writing() as session:
        return keep_unchanged(reporter(session, "2025-06-05 09:00"), "2025-6T", UNIT, name, version)


def test_unchanged_takes_over_texts_but_no_days_documents_or_files(half_year):
    last = row(half_year, code="2025-6T").last
    assert keep(half_year, TASK).unchanged
    now = row(half_year, code="2025-6T")
    assert {*last} - {*now.typed} == {"van_ban"}
    assert now.typed["ket_qua"] == last["ket_qua"]
    assert not keep(half_year, TASK, 1).is_new


@pytest.mark.parametrize(
    ("added", "unchanged"), [({"minh_chung": "a.pdf"}, True), ({"ket_qua": "Mới"}, False)]
)
def test_a_row_is_unchanged_until_it_says_something_else(half_year, added, unchanged):
    keep(half_year, TASK)
    with half_year.writing() as session:
        desk = reporter(session, "2025-06-05 09:01")
        typed = unit_page(desk, "2025-6T", UNIT).row(TASK).typed
        submissions.save_row(desk, "2025-6T", UNIT, TASK, typed | added, 1)
    assert row(half_year, code="2025-6T").unchanged is unchanged
    assert row(half_year, code="2025-6T").is_changed


def test_what_is_new_and_what_is_not_is_counted_before_it_is_sent(half_year):
    keep(half_year, TASK)
    with half_year.reading() as session:
        checked = check_answers(reporter(session, "2025-06-05 10:00"), "2025-6T", UNIT)
    assert [row.name for row in checked.unchanged] == [TASK]
    assert TASK in [row.name for row in checked.changed], "its documents are not taken over"
    assert len(checked.empty) == len(checked.page.rows) - 1
    assert (checked.page.progress.empty, checked.page.progress.percent) == (
        checked.page.progress.total - 1,
        1,
    )
    assert checked.empty[0].filling.label == "Chưa làm"


def test_a_number_that_counts_anew_is_never_taken_over(half_year):
    state, flow = RowName(RowKind.STATISTIC, "4.8"), RowName(RowKind.STATISTIC, "3.2")
    assert keep(half_year, state).unchanged
    with pytest.raises(ConflictError, match="kỳ trước"):
        keep(half_year, flow)


def test_a_unit_sees_what_those_said_that_it_took_over_from(office):
    brought(office)
    merged = {"valid_to": date(2025, 5, 31), "successor": UNIT}
    with office.writing() as session:
        desk = coordinator(session, "2025-05-31 08:00")
        agency_now = agency.organisation(session)
        units = [one.model_copy(update=merged) if one.id == "thanh-tra" else one for one in agency_now.units]
        agency.save_organisation(desk, agency_now.model_copy(update={"units": tuple(units)}))
    opened(office, "2025-6T", "2025-06-02 07:00")
    assert row(office, task("kiem-tra-ky-luat-ky-cuong"), "2025-6T").last["tinh_trang"]
    assert "Văn phòng Sở" in row(office, code="2025-6T").last["ket_qua"], "its own answers go before theirs"


def test_where_nothing_was_said_nothing_is_taken_over(office):
    opened(office, "2025-6T", "2025-06-02 07:00")
    with pytest.raises(ConflictError, match="kỳ trước"):
        keep(office, TASK)
    with office.writing() as session, pytest.raises(ConflictError, match="kỳ trước"):
        keep_unchanged(reporter(session), Q1, UNIT, TASK, 0)


def test_what_was_sent_stays_in_the_history(filled):
    send(filled)
    with filled.writing() as session:
        submissions.recall(reporter(session, "2025-03-10 10:05"), Q1, UNIT)
    save(filled, {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang triển khai. Thêm."}, 1, "2025-03-10 09:09")
    assert texts(filled) == ["Đang triển khai.", "Đang triển khai. Thêm."]


def test_rows_that_were_sent_are_not_written(filled):
    send(filled)
    with pytest.raises(ConflictError, match="Đã gửi"):
        save(filled, {"ket_qua": "x"}, 1)
    with filled.reading() as session:
        assert session.scalars(select(tables.Dispatch)).one().round == 1
