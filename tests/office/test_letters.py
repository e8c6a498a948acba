"""The letter to late units is issued under a number, frozen, and made again from what is frozen."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from offices import at, desk_of
from sent_reports import AFTER, CODE, send, shipped_period, submission_of

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.collecting import PeriodState
from docgen.model.papers import NumberState, PaperKind
from docgen.model.submission import Submission
from docgen.office import documents, numbers, reports
from docgen.office.audit_log import entries
from docgen.office.recreating import made_again
from docgen.office.submissions.subject import find_period
from docgen.word.ooxml import W

DAY, NOW = date(2025, 3, 17), at("2025-03-17 16:00")


@pytest.fixture
def clerk(session):
    return desk_of(session, "van_thu", now=NOW)


@pytest.fixture
def prepared(clerk):
    number = numbers.enter_number(clerk, PaperKind.LETTER, 2025, 45)
    return reports.prepare_letter(clerk.session, CODE, number.id, DAY)


def words_of(docx):
    body = Document(BytesIO(docx)).element.body
    return " ".join("".join(node.itertext(f"{W}t")) for node in body.iter(f"{W}p"))


def test_it_is_issued_under_its_number(clerk, prepared):
    issued = reports.issue_letter(clerk, prepared)
    assert (issued.symbol, issued.day, issued.kind) == ("45/SNV-CCHC-VTLT", DAY, PaperKind.LETTER)
    assert issued.subject.startswith("Về việc đôn đốc báo cáo")
    words = words_of(documents.files_of(clerk.session, issued.id)["45-SNV-CCHC-VTLT.docx"])
    assert "Số: 45/SNV-CCHC-VTLT" in words
    assert "ngày 17 tháng 3 năm 2025" in words
    assert numbers.number_of(clerk.session, issued.number_id).state is NumberState.ISSUED
    assert reports.issued_letters(clerk.session, CODE) == documents.documents(clerk.session) == [issued]
    last = entries(clerk.session, limit=1)[0]
    assert (last.action, last.subject) == ("Ban hành văn bản", "Văn bản 45/SNV-CCHC-VTLT")


def test_issued_twice_it_is_one_letter(clerk, prepared):
    assert reports.issue_letter(clerk, prepared) == reports.issue_letter(clerk, prepared)


def test_it_is_made_again_letter_for_letter(clerk, prepared):
    issued = reports.issue_letter(clerk, prepared)
    assert all(one.is_same for one in made_again(clerk.session, issued.id))


def test_another_letter_is_issued_later(clerk, prepared):
    reports.issue_letter(clerk, prepared)
    number = numbers.enter_number(clerk, PaperKind.LETTER, 2025, 46)
    second = reports.prepare_letter(clerk.session, CODE, number.id, DAY)
    reports.issue_letter(clerk, second)
    symbols = [one.symbol for one in reports.issued_letters(clerk.session, CODE)]
    assert symbols == ["46/SNV-CCHC-VTLT", "45/SNV-CCHC-VTLT"]


def test_what_units_sent_meanwhile_is_looked_at_first(clerk, prepared):
    unit, file = next(iter(shipped_period()[1].received[shipped_period()[0].period].items()))
    send(clerk.session, unit, file.submission.model_copy(update={"difficulties": ("Thiếu người",)}))
    assert submission_of(clerk.session, unit).rounds > 1
    with pytest.raises(ConflictError, match="vừa thay đổi nên chưa ban hành"):
        reports.issue_letter(clerk, prepared)
    assert documents.documents(clerk.session) == []


@pytest.mark.parametrize(
    ("day", "why"), [(date(2025, 3, 18), "chưa tới"), (date(2025, 1, 31), "trước ngày mở kỳ")]
)
def test_its_day_is_one_on_which_units_owe_answers(clerk, prepared, day, why):
    with pytest.raises(InvalidInputError, match=why):
        reports.issue_letter(clerk, replace(prepared, day=day))


def test_no_letter_goes_to_nobody(session):
    made, last = reports.results(session, CODE), AFTER.date()
    for one in made.received:
        owed = {duty.task for duty in made.obligations if duty.unit == one.unit}
        rows = [{"id": task, "tinh_trang": "dang_thuc_hien"} for task in sorted(owed)]
        said = {"nam": 2025, "ky": CODE, "don_vi": one.name, "ngay_gui": last.isoformat(), "ket_qua": rows}
        send(session, one.unit, Submission.model_validate(said))
    with pytest.raises(ConflictError, match="không cần đôn đốc"):
        reports.refuse_letter_day(desk_of(session, "van_thu", now=AFTER), CODE, last)


def test_nobody_is_reminded_once_the_report_is_issued(clerk, prepared):
    find_period(clerk.session, CODE).state = PeriodState.ISSUED
    with pytest.raises(ConflictError, match="không đôn đốc"):
        reports.issue_letter(clerk, prepared)


def test_a_number_of_another_kind_is_refused(clerk):
    number = numbers.enter_number(clerk, PaperKind.REPORT, 2025, 45)
    made = reports.prepare_letter(clerk.session, CODE, number.id, DAY)
    with pytest.raises(InvalidInputError, match="được cấp cho báo cáo"):
        reports.issue_letter(clerk, made)


def test_who_owes_is_told_as_of_a_day(session):
    early, late = (
        {one.name for one in reports.late(session, CODE, day)}
        for day in (date(2025, 3, 10), date(2025, 3, 31))
    )
    assert late < early
