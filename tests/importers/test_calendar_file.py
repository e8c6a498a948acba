"""The calendar of reports in a file: the one that is shipped, and everything that is wrong in others."""

import re

import pytest

from docgen.errors import InvalidInputError, MissingError
from docgen.importers.calendar_file import read_calendar
from docgen.language.dates import short_date
from docgen.model.calendar import OfficeCalendar
from docgen.model.period import ReportingPeriod
from docgen.resources import shipped
from docgen.rules.reporting_dates import dates_of, settled_rules

SHIPPED = shipped("data") / "lich-bao-cao.yaml"
TEXT = SHIPPED.read_text("utf-8")


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a calendar."""

    def file(text):
        path = tmp_path / "lich-bao-cao.yaml"
        path.write_text(text, "utf-8")
        return path

    return file


@pytest.fixture
def told(file):
    """Return a function that reads a calendar and gives what is wrong with it, line by line."""

    def told(text):
        with pytest.raises(InvalidInputError) as error:
            read_calendar(file(text))
        return list(error.value.problems)

    return told


def test_the_shipped_file_says_what_holds_anyway():
    calendar = read_calendar(SHIPPED)
    assert calendar.rules.model_dump() == settled_rules(OfficeCalendar().rules).model_dump()
    assert calendar == OfficeCalendar(rules=calendar.rules)


def test_the_days_in_its_comments_are_those_of_2025():
    calendar = read_calendar(SHIPPED)
    rows = re.findall(r"^# +(2025-\w+)" + r" +(\d+/\d+/2025)" * 4, TEXT, re.MULTILINE)
    assert len(rows) == 5
    for period, *days in rows:
        dates = dates_of(ReportingPeriod.parse(period), calendar)
        assert days == [short_date(day) for day in (dates.opens, dates.unit_due, dates.due, dates.closes)]


def test_the_windows_in_its_comments_are_those_of_2025():
    calendar = read_calendar(SHIPPED)
    windows = re.findall(r"#   (2025-\S+) .*? (\S+/20\d\d) - (\S+/2025)", TEXT)
    assert len(windows) == 5
    for period, *days in windows:
        dates = dates_of(ReportingPeriod.parse(period), calendar)
        assert days == [short_date(dates.data_from), short_date(dates.data_to)]


def test_the_entries_in_its_comments_may_be_used(file):
    used = TEXT.replace("ky_bao_cao: []", "").replace("ngay_nghi: []", "")
    for key, first in (("ky_bao_cao", "ky"), ("ngay_nghi", "ngay")):
        used = re.sub(rf"^# (  - {first}: )", rf"{key}:\n\1", used, flags=re.MULTILINE)
    used = re.sub(r"^# (    \w+: )", r"\1", used, flags=re.MULTILINE)
    calendar = read_calendar(file(used))
    assert len(calendar.settled(ReportingPeriod(2025, "6T"))) == 6
    assert [short_date(one.day) for one in calendar.days_off] == ["02/5/2025"]


def test_a_file_may_be_short(file):
    calendar = read_calendar(file("quy_dinh_chung:\n  ngay_gui_bao_cao: 18\n"))
    assert short_date(dates_of(ReportingPeriod(2025, "Q1"), calendar).due) == "18/3/2025"


def test_a_file_that_is_not_there_is_missed(tmp_path):
    with pytest.raises(MissingError):
        read_calendar(tmp_path / "lich.yaml")


WRONG = """\
quy_dinh_chung:
  ngay_gui_bao_cao: 32
  gap_ngay_nghi: truocc
  so_ngay_don_vi_gui: 0
  so_ngay_mo: 3
ky_bao_cao:
  - ky: 2025-Q2
    dong_ky: 31/6/2025
  - han_bao_cao: 18/6
  - ky: 2025-6T
    han_bao_cao: 18/6/2052
ngay_nghi:
  - ngay: 02/5/2025
ngay_lam_viec: 26/4/2025
"""


TOLD = """\
Quy định chung, ô “Ngày gửi báo cáo” (dòng 2): 32 lớn quá. Giá trị lớn nhất là 31.
Quy định chung, ô “Khi hạn rơi vào ngày nghỉ” (dòng 3): “truocc” không dùng được. Gần nhất: “truoc”. \
Chọn một trong: truoc, sau, giu_nguyen.
Quy định chung, ô “Số ngày làm việc để đơn vị gửi” (dòng 4): 0 nhỏ quá. Giá trị nhỏ nhất là 1.
Quy định chung (dòng 5): không có khóa “so_ngay_mo”. Gần nhất: “so_ngay_mo_truoc”.
Kỳ báo cáo thứ 1, ô “Kỳ” (dòng 7): “2025-Q2” không phải kỳ báo cáo. Hãy ghi theo một trong các mẫu \
2025-Q1, 2025-6T, 2025-Q3, 2025-9T, 2025-N.
Kỳ báo cáo thứ 1, ô “Ngày đóng kỳ” (dòng 8): ngày 31/06/2025 không có trong lịch: \
tháng 6 năm 2025 chỉ có ngày 1 đến 30.
Kỳ báo cáo thứ 2 (dòng 9): thiếu khóa “ky”. Hãy thêm dòng “ky: …”.
Kỳ báo cáo thứ 2, ô “Hạn gửi báo cáo” (dòng 9): “18/6” không phải ngày. \
Hãy viết như 05/01/2025 hoặc ngày 05 tháng 01 năm 2025.
Kỳ báo cáo thứ 3, ô “Hạn gửi báo cáo” (dòng 11): ngày 18/6/2052 ở xa kỳ 2025-6T. Hãy kiểm tra lại tháng, năm.
Ngày nghỉ thứ 1 (dòng 13): thiếu khóa “ly_do”. Hãy thêm dòng “ly_do: …”.
Ô “Ngày làm việc” (dòng 14): phải là danh sách. Hãy viết mỗi mục một dòng, bắt đầu bằng gạch đầu dòng.
"""


def test_everything_that_is_wrong_is_told_at_once(told):
    assert told(WRONG) == TOLD.splitlines()


HALF = "ky_bao_cao:\n  - ky: 2025-6T\n"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (
            f"{HALF}    han_bao_cao: 16/6/2025\n",
            "Kỳ báo cáo thứ 1, ô “Hạn gửi báo cáo” (dòng 3)",
            "hạn gửi báo cáo (16/6/2025) phải từ hạn của đơn vị (17/6/2025) trở đi.",
        ),
        (
            f"{HALF}    mo_ky: 18/6/2025\n",
            "Kỳ báo cáo thứ 1, ô “Ngày mở kỳ” (dòng 3)",
            "hạn của đơn vị (17/6/2025) phải từ ngày mở kỳ (18/6/2025) trở đi.",
        ),
        (
            f"{HALF}    so_lieu_den: 20/6/2025\n",
            "Kỳ báo cáo thứ 1, ô “Ngày cuối của số liệu” (dòng 3)",
            "hạn gửi báo cáo (20/6/2025) phải từ hạn của đơn vị (24/6/2025) trở đi.",
        ),
        (
            f"quy_dinh_chung:\n  ngay_gui_bao_cao: 15\n{HALF}    ly_do: Công văn giao hạn\n",
            "Kỳ báo cáo thứ 1 (dòng 4)",
            "hạn gửi báo cáo (13/6/2025) phải từ hạn của đơn vị (17/6/2025) trở đi.",
        ),
    ],
)
def test_days_in_a_wrong_order_are_told_with_their_line(told, text, place, said):
    assert told(text) == [f"{place}: kỳ 2025-6T, {said} Hãy sửa một trong hai ngày, hoặc quy định chung."]


def test_a_period_stands_in_a_file_once(told):
    said = "Ô “Kỳ báo cáo” (dòng 1): kỳ 2025-6T ghi nhiều lần. Hãy gộp lại làm một."
    assert told(f"{HALF}  - ky: 2025-6T\n") == [said]


def test_every_period_of_a_file_is_judged(told):
    text = (
        f"{HALF}    dong_ky: 16/6/2025\n  - ky: 2025-Q1\n    han_don_vi: 10/3/2025\n    dong_ky: 09/3/2025\n"
    )
    lines = [re.search(r"dòng (\d+)", said)[1] for said in told(text)]
    assert lines == ["3", "5", "6"]
