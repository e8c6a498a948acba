"""The letter to units that have not answered: whom it is for, what it says, by when it asks."""

from dataclasses import replace
from datetime import date

import pytest
import reports_2025

from docgen.documents import wording
from docgen.documents.baocao import Issue
from docgen.documents.base import RowKind
from docgen.documents.congvan import compose_reminder
from docgen.documents.late import late_units
from docgen.errors import ConflictError
from docgen.language.numerals import from_roman
from docgen.model.recipients import Recipients
from docgen.model.results import Punctuality
from docgen.rules.working_days import WorkingDays

LEFT_OUT = {"van-phong": {"giao-bien-che", "pho-bien-giao-duc-phap-luat"}}


@pytest.fixture
def quarter(plan_2025, organisation):
    """Return a function that puts the quarter together, with a plan changed by the values given."""

    def made(*, missing=(), left_out=None, **plan):
        changed = plan_2025.model_copy(update=plan)
        return reports_2025.results(changed, organisation, missing=missing, left_out=left_out)

    return made


def found(letter):
    """Return the paragraph that says who has not answered."""
    return letter.body[1].text


@pytest.mark.parametrize(
    ("missing", "left_out", "as_of", "sentence"),
    [
        ({"thanh-tra"}, {}, None, "Đến nay, Sở Nội vụ chưa nhận được báo cáo của Thanh tra Sở."),
        (
            {"thanh-tra"},
            {},
            date(2025, 3, 19),
            "Đến hết ngày 19/3/2025, Sở Nội vụ chưa nhận được báo cáo của Thanh tra Sở.",
        ),
        (
            {"thanh-tra", "ccvc"},
            {},
            date(2025, 3, 19),
            "Đến hết ngày 19/3/2025, Sở Nội vụ chưa nhận được báo cáo của 02 đơn vị nêu trên.",
        ),
        (
            (),
            LEFT_OUT,
            None,
            (
                "Đến nay, Văn phòng Sở đã gửi báo cáo nhưng còn 02 nhiệm vụ được giao chủ trì chưa báo cáo"
                " kết quả."
            ),
        ),
        (
            (),
            LEFT_OUT | {"cchc-vtlt": {"kiem-tra-cchc-tinh"}},
            None,
            (
                "Đến nay, 02 đơn vị nêu trên đã gửi báo cáo nhưng còn nhiệm vụ được giao chủ trì chưa báo cáo"
                " kết quả."
            ),
        ),
        (
            {"thanh-tra", "thi-dua-khen-thuong"},
            LEFT_OUT,
            None,
            (
                "Đến nay, Sở Nội vụ chưa nhận được báo cáo của 02 đơn vị (Thanh tra Sở; Ban Thi đua - Khen"
                " thưởng); Văn phòng Sở đã gửi báo cáo nhưng còn 02 nhiệm vụ được giao chủ trì chưa báo cáo"
                " kết quả."
            ),
        ),
    ],
)
def test_who_has_not_answered(quarter, missing, left_out, as_of, sentence):
    assert found(compose_reminder(quarter(missing=missing, left_out=left_out), as_of)) == sentence


@pytest.mark.parametrize(
    ("as_of", "limit"),
    [
        (None, "20/3/2025"),
        (date(2025, 3, 17), "20/3/2025"),
        (date(2025, 3, 19), "20/3/2025"),
        (date(2025, 3, 20), "24/3/2025"),
        (date(2025, 3, 21), "25/3/2025"),
        (date(2025, 4, 29), "06/5/2025"),
    ],
)
def test_answers_are_asked_for_until_the_period_closes_or_two_working_days_later(quarter, as_of, limit):
    asked = compose_reminder(quarter(missing={"thanh-tra"}), as_of).body[4].text
    assert asked == (
        f"2. Gửi báo cáo về Phòng Cải cách hành chính - Văn thư, lưu trữ chậm nhất ngày {limit} để tổng hợp."
    )


def test_what_was_due_is_cited_by_its_number_where_there_is_one(quarter):
    draft, issued = (
        compose_reminder(quarter(missing={"thanh-tra"}, **plan)).body[0].text
        for plan in ({}, {"number": 5, "issued_on": date(2024, 12, 27)})
    )
    assert draft == (
        "Thực hiện Kế hoạch cải cách hành chính Sở Nội vụ năm 2025, các đơn vị được giao chủ trì nhiệm vụ có"
        " trách nhiệm gửi báo cáo kết quả thực hiện quý I năm 2025 (số liệu từ ngày 15/12/2024 đến ngày"
        " 14/3/2025) về Phòng Cải cách hành chính - Văn thư, lưu trữ chậm nhất ngày 18/3/2025."
    )
    assert issued.startswith(
        "Thực hiện Kế hoạch số 05/KH-SNV ngày 27/12/2024 của Sở Nội vụ về cải cách hành chính Sở Nội vụ năm"
        " 2025, các đơn vị"
    )


def test_head_and_end(quarter):
    letter = compose_reminder(quarter(missing={"thanh-tra"}))
    assert letter.head.superior == "UBND TỈNH BÌNH ĐỊNH"
    assert letter.head.number_line == f"Số: {wording.BLANK}/SNV-CCHC-VTLT"
    assert letter.head.place_date == f"Bình Định, {wording.day_of_issue(None, 2025)}"
    assert letter.head.subject.replace("\N{NO-BREAK SPACE}", " ") == (
        "V/v đôn đốc báo cáo kết quả cải cách hành chính quý I năm 2025"
    )
    assert letter.body[-1].text.endswith("thực hiện đúng thời hạn nêu trên./.")
    assert letter.signature.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert letter.properties.created is None
    assert letter.properties.title == "Công văn đôn đốc báo cáo kết quả cải cách hành chính quý I năm 2025"


def test_recipients_are_those_of_the_plan_without_the_superior_and_the_units(quarter):
    assert compose_reminder(quarter(missing={"thanh-tra"})).recipients.lines == (
        "- Như trên;",
        "- Giám đốc, các Phó Giám đốc Sở (để báo cáo);",
        "- Lưu: VT, CCHC-VTLT.",
    )


def test_an_office_may_have_other_recipients(quarter):
    lines = (
        "UBND tỉnh Bình Định",
        "Văn phòng Sở",
        "Các phòng chuyên môn",
        "Đảng ủy Sở (để chỉ đạo)",
    )
    letter = compose_reminder(quarter(missing={"thanh-tra"}, recipients=Recipients(lines=lines, copies=2)))
    assert letter.recipients.lines == ("- Như trên;", "- Đảng ủy Sở (để chỉ đạo);", "- Lưu: VT (02 bản).")
    assert letter.head.number_line == f"Số: {wording.BLANK}/SNV"
    assert "về Sở Nội vụ chậm nhất" in letter.body[4].text


@pytest.mark.parametrize(
    ("drafting", "where"), [("Tổ thư ký", "Tổ thư ký"), ("TTK", "Sở Nội vụ"), ("CCHC-VTLT", "Phòng Cải cách")]
)
def test_answers_are_sent_to_who_drafts_or_to_the_agency_when_only_letters_say_who(quarter, drafting, where):
    recipients = Recipients(lines=("Giám đốc Sở",), drafting_unit=drafting)
    letter = compose_reminder(quarter(missing={"thanh-tra"}, recipients=recipients))
    assert f"2. Gửi báo cáo về {where}" in letter.body[4].text


def test_only_leaders_are_reported_to(quarter):
    lines = ("TT. Huyện ủy", "CT, các PCT UBND huyện", "UBND các xã, thị trấn", "Sở Tư pháp")
    letter = compose_reminder(quarter(missing={"thanh-tra"}, recipients=Recipients(lines=lines)))
    assert letter.recipients.lines == (
        "- Như trên;",
        "- TT. Huyện ủy (để báo cáo);",
        "- CT, các PCT UBND huyện (để báo cáo);",
        "- UBND các xã, thị trấn;",
        "- Sở Tư pháp;",
        "- Lưu: VT.",
    )


def test_the_table_has_every_unit_with_what_it_owes(quarter):
    results = quarter(missing={"thanh-tra"}, left_out=LEFT_OUT)
    rows = compose_reminder(results).owed.rows
    groups = [row for row in rows if row.kind is RowKind.GROUP]
    assert [(from_roman(row.number), row.text) for row in groups] == [
        (1, "VĂN PHÒNG SỞ"),
        (2, "THANH TRA SỞ"),
    ]
    tasks = [row for row in rows if row.kind is RowKind.TASK]
    assert [row.number for row in tasks] == [str(number) for number in range(1, len(tasks) + 1)]
    assert tasks[1].urgency == "Đến hạn trong kỳ"
    assert tasks[1].deadline == "Tháng 01/2025"
    led = {one.task for one in results.obligations if one.unit == "thanh-tra" and one.is_required}
    texts = {row.text for row in tasks}
    assert {row.text for row in results.plan.rows() if row.id in led | LEFT_OUT["van-phong"]} == texts
    assert rows[-1].text == f"Tổng số: {len(tasks):02} nhiệm vụ"


def test_one_addressee_or_several(quarter):
    one, several = (
        compose_reminder(quarter(missing=units)).addressees.lines
        for units in ({"thanh-tra"}, {"thanh-tra", "ccvc"})
    )
    assert one == ("Thanh tra Sở.",)
    assert several == ("- Thanh tra Sở;", "- Phòng Công chức, viên chức.")


def test_nobody_is_reminded_of_what_it_only_coordinates(quarter):
    results = quarter(missing={"van-phong"})
    received = tuple(
        replace(one, punctuality=Punctuality.MISSING) if one.unit == "van-phong" else one
        for one in results.received
    )
    obligations = tuple(one for one in results.obligations if not one.is_required)
    assert late_units(replace(results, received=received, obligations=obligations)) == ()


def test_where_nobody_is_late_there_is_no_letter(quarter):
    with pytest.raises(ConflictError, match="đã báo cáo đủ nhiệm vụ chủ trì trong quý I năm 2025") as refused:
        compose_reminder(quarter())
    assert refused.value.remedy == "Không có công văn nào được lập."


@pytest.mark.parametrize(
    ("number", "unit", "symbol"),
    [(5, "CCHC-VTLT", "05/SNV-CCHC-VTLT"), (None, "VP", f"{wording.BLANK}/SNV-VP"), (123, "", "123/SNV")],
)
def test_the_symbol_of_a_letter(organisation, number, unit, symbol):
    assert wording.letter_symbol(number, organisation, unit) == symbol


def test_days_that_the_office_has_off_are_no_working_days(quarter):
    off = WorkingDays(off=[date(2025, 3, 24)])
    asked = compose_reminder(quarter(missing={"thanh-tra"}), date(2025, 3, 21), off).body[4].text
    assert "chậm nhất ngày 26/3/2025" in asked


def test_number_and_day_are_written_once_they_are_given(quarter):
    results = quarter(missing={"thanh-tra"})
    letter = compose_reminder(results, date(2025, 3, 19), None, Issue(7, date(2025, 3, 19)))
    assert letter.head.number_line == "Số: 07/SNV-CCHC-VTLT"
    assert letter.head.place_date.endswith(", ngày 19 tháng 3 năm 2025")
    assert "Công văn số 07/SNV-CCHC-VTLT ngày 19 tháng 3 năm 2025 của" in letter.owed.reference
    assert letter.properties.created == date(2025, 3, 19)


def test_who_writes_is_named_as_on_the_day_of_issue(quarter):
    results = quarter(missing={"thanh-tra"})
    day = date(2026, 11, 24)
    letter = compose_reminder(results, day, None, Issue(7, day))
    assert letter.head.superior == "UBND TỈNH GIA LAI"
    assert letter.head.place_date == "Gia Lai, ngày 24 tháng 11 năm 2026"
    assert compose_reminder(results, day).head.superior == "UBND TỈNH BÌNH ĐỊNH"
