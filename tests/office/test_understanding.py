"""What was typed, understood: read strictly, told at the field, and typed out again the same."""

import pytest
from answering import Q1, UNIT, reporter, samples, task

from docgen.model.finding import Severity
from docgen.office.submissions import RowName, unit_page
from docgen.office.submissions.composing import composed, remarked
from docgen.office.submissions.fields import as_typed, text_rows
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.office.submissions.understanding import understood
from docgen.store.tables import RowKind

TASK = task("ra-soat-vbqppl")
NUMBER = RowName(RowKind.STATISTIC, "3.2")
OTHER = RowName(RowKind.TEXT, "noi_dung_khac.0.kiem_tra")


@pytest.fixture
def subject(office):
    with office.reading() as session:
        yield subject_of(session, view_of(find_period(session, Q1)))


def told(name, data):
    return [(one.field, one.code, one.severity is Severity.ERROR) for one in understood(name, data).findings]


@pytest.mark.parametrize(
    ("name", "data", "findings"),
    [
        (TASK, {}, []),
        (TASK, {"ket_qua": "Đã làm"}, [("tinh_trang", "thieu-tinh-trang", True)]),
        (TASK, {"tinh_trang": "xong"}, [("tinh_trang", "tinh-trang-la", True)]),
        (TASK, {"tinh_trang": "Hoàn thành", "ngay_hoan_thanh": "12/3/2025"}, []),
        (TASK, {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "2025-03-12"}, []),
        (
            TASK,
            {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "2025-02-30"},
            [("ngay_hoan_thanh", "ngay-hong", True)],
        ),
        (
            TASK,
            {"tinh_trang": "hoan_thanh", "van_ban": [{"so_ky_hieu": "1/KH"}, {"ngay": "32/1/2025"}]},
            [("van_ban.1.ngay", "ngay-hong", True)],
        ),
        (TASK, {"tinh_trang": "hoan_thanh", "ket_qua": "\x00"}, [("ket_qua", "chu-hong", True)]),
        (NUMBER, {"so_lieu": "1.234,5"}, []),
        (NUMBER, {"so_lieu": "12,345"}, [("so_lieu", "so-lieu-mo-ho", False)]),
        (NUMBER, {"so_lieu": "-1"}, [("so_lieu", "so-hong", True)]),
        (NUMBER, {"so_lieu": "5%"}, [("so_lieu", "so-hong", True)]),
        (NUMBER, {"ghi_chu": "Chưa phát sinh"}, []),
        (OTHER, {"ket_qua": "Đã kiểm tra 02 đơn vị\n- Đã nhắc nhở"}, []),
        (OTHER, {"han_che": "\u202e"}, [("han_che", "chu-hong", True)]),
    ],
)
def test_each_field_is_read_strictly(name, data, findings):
    assert told(name, data) == findings


def test_what_is_understood_is_what_files_say():
    value = understood(OTHER, {"ket_qua": "Một\n- Hai"}).value
    assert (value.content, value.heading, value.results) == (
        "Công tác chỉ đạo, điều hành",
        "kiem_tra",
        ("Một", "Hai"),
    )


def test_files_prove_beside_what_is_named():
    data = {"tinh_trang": "hoan_thanh", "minh_chung": "a.pdf\nb.pdf"}
    assert understood(TASK, data, ["b.pdf", "c.png"]).value.evidence == ("a.pdf", "b.pdf", "c.png")


@pytest.mark.parametrize("unit", samples())
def test_a_file_typed_out_and_understood_is_the_same(subject, unit):
    submission = samples()[unit]
    typed = as_typed(submission)
    values = {name: understood(name, data).value for name, data in typed.items()}
    again = composed(subject, unit, submission.sent_on, values)
    assert again.rows == submission.rows
    assert again.statistics == submission.statistics
    assert (again.difficulties, again.proposals, again.next_tasks) == (
        submission.difficulties,
        submission.proposals,
        submission.next_tasks,
    )
    assert {(one.content, one.heading) for one in again.other} == {
        (one.content, one.heading) for one in submission.other
    }
    assert sum(len(one.results) for one in again.other) == sum(len(one.results) for one in submission.other)


@pytest.mark.parametrize(
    ("data", "code", "blocks"),
    [
        ({"tinh_trang": "cham_tien_do"}, "thieu-ly-do", True),
        ({"tinh_trang": "khong_thuc_hien"}, "thieu-can-cu", True),
        ({"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "1/3/2027"}, "ngay-ngoai-nam", True),
        ({"tinh_trang": "hoan_thanh", "ket_qua": "Xong"}, "thieu-ngay-hoan-thanh", False),
        ({"tinh_trang": "dang_thuc_hien", "ngay_hoan_thanh": "1/3/2025"}, "mau-thuan", False),
    ],
)
def test_rules_of_files_hold_and_speak_of_fields_not_of_keys(subject, data, code, blocks):
    read = {TASK: understood(TASK, data)}
    (found,) = (
        one for one in remarked(subject, UNIT, subject.period.dates.unit_due, read)[TASK] if one.code == code
    )
    assert (found.severity is Severity.ERROR) is blocks
    assert "_" not in found.message + found.remedy
    assert found.field in {"ly_do", "can_cu", "ngay_hoan_thanh"}


def test_the_page_has_a_place_for_everything(office):
    with office.reading() as session:
        page = unit_page(reporter(session), Q1, UNIT)
    names = [row.name for row in page.rows]
    assert {*text_rows()} <= {*names}
    assert len({row.anchor for row in page.rows}) == len(names)
    assert page.groups[0].part.startswith("A. Nhiệm vụ")
    assert page.timing.working_days == 6
    first, led = page.rows[0].asked, page.row(TASK).asked
    assert (first.number, first.required, first.duty.label) == ("A.1", False, "Phối hợp")
    assert (led.number, led.required, led.duty.label) == ("A.6", True, "Chủ trì")
