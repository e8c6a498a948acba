"""Who owes what: the real plan as two tables that were read against it, and the edges of months."""

from datetime import date, timedelta

import pytest
from answered import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.calendar import ReportingDates
from docgen.model.deadline import Deadline
from docgen.model.obligation import Duty
from docgen.model.period import PERIODS, ReportingPeriod
from docgen.transform.reporting import obligations, urgency

SHORT = dict(zip(("VP", "TT", "CC", "CV", "TC", "XD", "TD", "TG", "LT"), NAMES, strict=True))
ALL = [unit for short, unit in SHORT.items() if short != "TG"]

Q1 = """
ke-hoach-kiem-tra-noi-bo          den_han         31/12  CC        khác
ke-hoach-truyen-thong-noi-bo      den_han         31/12  CC        khác
hoi-nghi-nang-cao-chi-so          cho_su_kien     -      CC        khác
bao-cao-dinh-ky                   dang_trong_han  31/12  CC        khác
ra-soat-vbqppl                    cho_su_kien     -      VP        khác
pho-bien-giao-duc-phap-luat       den_han         31/03  VP        khác
xay-dung-vbqppl                   cho_su_kien     -      mọi       -
phuong-an-don-gian-hoa-tthc       den_han         -      VP        khác
quyet-dinh-cong-bo-tthc           cho_su_kien     -      VP        khác
quyet-dinh-quy-trinh-noi-bo       cho_su_kien     -      VP        khác
ra-soat-tthc-noi-bo               cho_su_kien     -      mọi       -
tthc-phi-dia-gioi                 cho_su_kien     -      VP        khác
giao-bien-che                     den_han         31/01  VP        TC
co-cau-theo-vi-tri-viec-lam       dang_trong_han  31/12  VP        -
phan-cap-phan-quyen-cua-so        dang_trong_han  31/12  VP        khác
dao-tao-boi-duong-noi-bo          cho_su_kien     -      VP        CV
quan-ly-su-dung-cong-chuc         dang_trong_han  31/12  VP        khác
cong-khai-tai-chinh               dang_trong_han  31/12  LT        VP,TC
quy-che-chi-tieu-noi-bo           den_han         31/01  VP,TD,LT  -
chuyen-doi-so-cua-so              den_han         31/12  VP        khác
csdl-can-bo-cong-chuc             dang_trong_han  31/12  CV        -
csdl-thi-dua-khen-thuong          cho_su_kien     -      TD        -
csdl-co-cau-to-chuc               cho_su_kien     -      TC        -
tong-ket-cchc-tinh                den_han         28/02  CC        -
cong-bo-chi-so                    den_han         28/02  CC        -
trang-thong-tin-ban-chi-dao       den_han         28/02  CC        -
truyen-thong-cchc-tinh            den_han         28/02  CC        -
kiem-tra-cchc-tinh                den_han         31/03  CC        -
cai-thien-cac-chi-so              cho_su_kien     -      CC        -
de-an-sap-xep-co-quan             dang_trong_han  31/12  TC        -
chuc-nang-sau-sap-xep             cho_su_kien     -      TC        -
sap-xep-don-vi-cap-xa             cho_su_kien     -      XD        -
phan-cap-phan-quyen-cua-tinh      dang_trong_han  31/12  TC        -
vi-tri-viec-lam-don-vi-su-nghiep  cho_su_kien     -      TC        -
dao-tao-tro-ly-ao                 den_han         31/03  CV        -
kiem-tra-ky-luat-ky-cuong         dang_trong_han  31/12  TT        -
kho-luu-tru-so                    cho_su_kien     -      CC        -
"""
SIX_MONTHS = """
ke-hoach-kiem-tra-noi-bo          dang_trong_han  31/12  CC        khác
ke-hoach-truyen-thong-noi-bo      dang_trong_han  31/12  CC        khác
hoi-nghi-nang-cao-chi-so          cho_su_kien     -      CC        khác
bao-cao-dinh-ky                   dang_trong_han  31/12  CC        khác
ra-soat-vbqppl                    cho_su_kien     -      VP        khác
pho-bien-giao-duc-phap-luat       qua_han         31/03  VP        khác
xay-dung-vbqppl                   cho_su_kien     -      mọi       -
phuong-an-don-gian-hoa-tthc       cho_su_kien     -      VP        khác
quyet-dinh-cong-bo-tthc           cho_su_kien     -      VP        khác
quyet-dinh-quy-trinh-noi-bo       cho_su_kien     -      VP        khác
ra-soat-tthc-noi-bo               cho_su_kien     -      mọi       -
tthc-phi-dia-gioi                 cho_su_kien     -      VP        khác
giao-bien-che                     qua_han         31/01  VP        TC
co-cau-theo-vi-tri-viec-lam       dang_trong_han  31/12  VP        -
phan-cap-phan-quyen-cua-so        dang_trong_han  31/12  VP        khác
dao-tao-boi-duong-noi-bo          cho_su_kien     -      VP        CV
quan-ly-su-dung-cong-chuc         dang_trong_han  31/12  VP        khác
chuyen-doi-vi-tri-cong-tac        den_han         30/06  mọi       -
cong-khai-tai-chinh               dang_trong_han  31/12  LT        VP,TC
quy-che-chi-tieu-noi-bo           qua_han         31/01  VP,TD,LT  -
chuyen-doi-so-cua-so              dang_trong_han  31/12  VP        khác
csdl-can-bo-cong-chuc             dang_trong_han  31/12  CV        -
csdl-thi-dua-khen-thuong          cho_su_kien     -      TD        -
csdl-co-cau-to-chuc               cho_su_kien     -      TC        -
tong-ket-cchc-tinh                qua_han         28/02  CC        -
cong-bo-chi-so                    qua_han         28/02  CC        -
trang-thong-tin-ban-chi-dao       qua_han         28/02  CC        -
truyen-thong-cchc-tinh            qua_han         28/02  CC        -
kiem-tra-cchc-tinh                qua_han         31/03  CC        -
xac-dinh-chi-so-cchc              den_han         31/05  CC        -
sua-doi-bo-chi-so                 den_han         30/06  CC        -
do-luong-su-hai-long              den_han         30/06  CC        -
cai-thien-cac-chi-so              cho_su_kien     -      CC        -
de-an-sap-xep-co-quan             dang_trong_han  31/12  TC        -
chuc-nang-sau-sap-xep             cho_su_kien     -      TC        -
sap-xep-don-vi-cap-xa             cho_su_kien     -      XD        -
phan-cap-phan-quyen-cua-tinh      dang_trong_han  31/12  TC        -
vi-tri-viec-lam-don-vi-su-nghiep  cho_su_kien     -      TC        -
dao-tao-tro-ly-ao                 qua_han         31/03  CV        -
thi-diem-bo-phan-mot-cua          den_han         30/04  CC        -
kiem-tra-ky-luat-ky-cuong         dang_trong_han  31/12  TT        -
kho-luu-tru-so                    cho_su_kien     -      CC        -
"""
"""Task, urgency, last day, who leads, who coordinates: "mọi" are all units, "khác" all the others."""


def dates(part, data_to):
    """Return the days of a period whose data end on a day."""
    days = [data_to + timedelta(days=more) for more in (3, 6, 6)]
    return ReportingDates(ReportingPeriod(2025, part), data_to, date(2024, 12, 15), data_to, *days)


def units(text, leads=()):
    if text == "khác":
        return [unit for unit in ALL if unit not in leads]
    return ALL if text == "mọi" else [SHORT[short] for short in text.replace("-", "").split(",") if short]


def rows(table):
    """Yield what a table says is owed: unit, task, duty, urgency, last day."""
    for line in table.split("\n")[1:-1]:
        task, why, due, leads, others = line.split()
        leading = units(leads)
        for duty, owing in ((Duty.LEAD, leading), (Duty.COORDINATE, units(others, leading))):
            yield from ((unit, task, duty, why, due) for unit in owing)


@pytest.mark.parametrize(
    ("part", "data_to", "table"),
    [("Q1", date(2025, 3, 14), Q1), ("6T", date(2025, 6, 14), SIX_MONTHS)],
    ids=["Q1", "6T"],
)
def test_the_real_plan(plan_2025, organisation, part, data_to, table):
    owed = obligations(plan_2025, organisation, dates(part, data_to)).obligations
    found = [
        (one.unit, one.task, one.duty, one.urgency.value, one.due.strftime("%d/%m") if one.due else "-")
        for one in owed
    ]
    assert found == list(rows(table))
    assert all(one.name == NAMES[one.unit] for one in owed)
    assert all(one.is_required is (one.duty is Duty.LEAD) for one in owed)


def test_what_was_done_is_not_owed_again(plan_2025, organisation):
    every = obligations(plan_2025, organisation, dates("6T", date(2025, 6, 14)))
    left = obligations(plan_2025, organisation, dates("6T", date(2025, 6, 14)), {"giao-bien-che"})
    assert [one for one in every.obligations if one.task != "giao-bien-che"] == list(left.obligations)
    assert len(every.obligations) == len(left.obligations) + 2


DEADLINES = {
    "Tháng 01/2025": "den_han qua_han qua_han qua_han",
    "Tháng 3/2025": "den_han qua_han qua_han qua_han",
    "Quý I": "den_han qua_han qua_han qua_han",
    "Tháng 4/2025": "- den_han qua_han qua_han",
    "Từ tháng 3 đến tháng 7": "dang_trong_han dang_trong_han den_han qua_han",
    "Trước ngày 15/12/2025": "dang_trong_han dang_trong_han dang_trong_han den_han",
    "Quý IV": "- - - den_han",
    "Tháng 3, tháng 9": "den_han dang_trong_han den_han qua_han",
    "Cả năm": "dang_trong_han dang_trong_han dang_trong_han dang_trong_han",
    "Thường xuyên": "dang_trong_han dang_trong_han dang_trong_han dang_trong_han",
    "Trong năm": "dang_trong_han dang_trong_han dang_trong_han den_han",
    "Ban hành: Quý I\nThực hiện: cả năm": "den_han dang_trong_han dang_trong_han dang_trong_han",
    "Ban hành: Tháng 4\nThực hiện: Tháng 11": "- den_han dang_trong_han den_han",
    "Đăng ký: Tháng 3\nThực hiện: Khi có Kế hoạch": "den_han cho_su_kien cho_su_kien cho_su_kien",
    "Khi có văn bản mới": "cho_su_kien cho_su_kien cho_su_kien cho_su_kien",
    "Theo Kế hoạch của UBND tỉnh": "cho_su_kien cho_su_kien cho_su_kien cho_su_kien",
    "Sớm nhất có thể": "dang_trong_han dang_trong_han dang_trong_han dang_trong_han",
    "Tháng 01/2026": "- - - -",
}


@pytest.mark.parametrize(("phrase", "expected"), DEADLINES.items())
def test_why_a_task_is_asked_about(phrase, expected):
    deadline = Deadline.parse(phrase, 2025)
    found = [urgency(deadline, ReportingPeriod(2025, part)) for part in ("Q1", "6T", "9T", "N")]
    assert " ".join(why.value if why else "-" for why in found) == expected
    assert urgency(deadline, ReportingPeriod(2025, "Q3")) == found[2]


def test_an_event_that_came_starts_its_task():
    came = Deadline.parse("Khi có văn bản mới", 2025, date(2025, 5, 2))
    found = [urgency(came, ReportingPeriod(2025, part)) for part in ("Q1", "6T", "N")]
    assert [why.value for why in found] == ["cho_su_kien", "dang_trong_han", "dang_trong_han"]


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))
PARTS = ("Q1", "6T", "9T", "N")


@given(DAYS, DAYS)
def test_every_day_of_the_year_is_due_in_one_period(one, other):
    first, last = sorted((one, other))
    deadline = Deadline.parse(f"Từ ngày {first:%d/%m} đến ngày {last:%d/%m/%Y}", 2025)
    found = [urgency(deadline, ReportingPeriod(2025, part)) for part in PARTS]
    told = ["-" if why is None else why.value for why in found]
    quarter = (last.month - 1) // 3
    assert told[quarter] == "den_han"
    assert set(told[:quarter]) <= {"-", "dang_trong_han"}
    assert set(told[quarter + 1 :]) <= {"qua_han"}


@settings(deadline=None, max_examples=25)
@given(st.dates(date(2024, 12, 31), date(2026, 6, 30)), st.sampled_from(list(PERIODS)))
def test_nobody_owes_what_is_not_his(plan_2025, organisation, data_to, part):
    owed = obligations(plan_2025, organisation, dates(part, data_to)).obligations
    there = organisation.on(data_to)
    here = {unit.id: unit for unit in there.units if unit.exists_on(data_to)}
    named = {row.id: {Duty.LEAD: row.lead, Duty.COORDINATE: row.coordinating} for row in plan_2025.rows()}
    for one in owed:
        entries = [there.require(name) for name in named[one.task][one.duty]]
        kinds = {kind for entry in entries for kind in getattr(entry, "kinds", ())}
        assert one.unit in here
        assert here[one.unit].kind in kinds or one.unit in {entry.id for entry in entries}
