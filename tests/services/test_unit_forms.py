"""The form of a unit in a folder counts as its YAML file does; what is wrong in it is told by its cells."""

from datetime import date

import pytest
from unit_forms import Q1, Desk, asked

from docgen.errors import InvalidInputError
from docgen.services.submissions import gather
from docgen.services.tasks.recognise import Task
from docgen.sheets import write_unit_form
from docgen.sheets.unit_form.layout import Part

TASK = "pho-bien-giao-duc-phap-luat"


@pytest.fixture(scope="module")
def office(organisation, forms_2025, calendar_2025):
    return organisation, forms_2025, calendar_2025


@pytest.fixture(scope="module")
def empty(plan_2025, organisation):
    return write_unit_form(asked(plan_2025, organisation, "van-phong"))


@pytest.fixture
def desk(empty):
    return Desk(empty)


@pytest.fixture
def gathered(desk, tmp_path, plan_2025, office):
    """Return a function that reads the folder which the form is put into."""

    def gathered():
        (tmp_path / "vp.xlsx").write_bytes(desk.bytes())
        return gather(tmp_path, plan_2025, *office, Q1)

    return gathered


def test_it_counts_as_a_yaml_file_does(desk, gathered):
    desk.sent(date(2025, 3, 17))
    desk.fill(
        Part.TASKS, TASK, tinh_trang="Hoàn thành", ngay_hoan_thanh=date(2025, 1, 22), ket_qua="Đã xong."
    )
    desk.fill(Part.STATISTICS, "3.1", so_lieu=1.234)
    found = gathered()
    received = found.received[Q1]["van-phong"]
    assert (received.file, received.submission.unit) == ("vp.xlsx", "Văn phòng Sở")
    assert [row.id for row in received.submission.rows] == [TASK]
    assert [str(one) for one in found.findings] == [
        "vp.xlsx, trang tính “Thống kê”, ô E24: được đọc là 1,234 (số lẻ); nếu là 1.234 thì hãy gõ 1234."
    ]


def test_what_is_doubtful_is_told_by_its_cell(desk, gathered):
    desk.fill(Part.TASKS, TASK, tinh_trang="Chậm tiến độ", van_ban="35/QĐ-SNV;; Về việc")
    told = [str(one) for one in gathered().findings]
    place = "vp.xlsx, trang tính “Nhiệm vụ”, ô"
    assert [one for one in told if one.startswith(place)] == [
        f"{place} M15: chậm tiến độ mà chưa nêu lý do. Hãy ghi lý do (ly_do).",
        f"{place} K15: văn bản số 35/QĐ-SNV chưa có ngày. Hãy ghi ngày của văn bản (ngay).",
    ]


def test_everything_wrong_is_told_at_once(desk, gathered):
    """What cannot be read, and what can be but is wrong for the plan, the year and the forms."""
    desk.fill(Part.TASKS, TASK, tinh_trang="xong")
    desk.fill(Part.TASKS, "giao-bien-che", tinh_trang="Hoàn thành", ngay_hoan_thanh=date(2026, 1, 5))
    desk.fill(Part.OTHER, desk.free(Part.OTHER), noi_dung="Việc nhà", ket_qua="Đã làm.")
    desk.fill(Part.STATISTICS, "3.1", so_lieu=-2)
    with pytest.raises(InvalidInputError) as raised:
        gathered()
    places = [str(problem).partition(": ")[0] for problem in raised.value.problems]
    assert places == [
        "vp.xlsx, trang tính “Nhiệm vụ”, ô H15",
        "vp.xlsx, trang tính “Thống kê”, ô E24",
        "vp.xlsx, trang tính “Nhiệm vụ”, ô I24",
        "vp.xlsx, trang tính “Nội dung khác”, ô B6",
    ]


def test_it_is_no_plan(desk):
    with pytest.raises(InvalidInputError, match=r"kết quả kỳ 2025-Q1 của Văn phòng Sở, không phải kế hoạch"):
        Task("workbook")(desk.bytes())
