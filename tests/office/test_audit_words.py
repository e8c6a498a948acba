"""The audit log as it is read: subjects and details in the words of officers."""

import pytest
from offices import at, desk_of

from docgen.model.people import Role
from docgen.office import accounts, agency, periods
from docgen.office.accounts import Person
from docgen.office.audit_log import entries
from docgen.office.audit_words import detail_in_words, subject_in_words
from docgen.office.desk import SYSTEM, Desk


@pytest.fixture
def session(sqlite_founded):
    with sqlite_founded.writing() as session:
        yield session


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("bao-cao/2025-Q1/van-phong", "Báo cáo quý I năm 2025 của Văn phòng Sở"),
        ("bao-cao/2025-Q1", "Báo cáo quý I năm 2025"),
        ("ky/2025-6T", "Kỳ báo cáo 6 tháng đầu năm 2025"),
        ("ke-hoach/2025", "Kế hoạch năm 2025"),
        ("van-ban/45/BC-SNV", "Văn bản 45/BC-SNV"),
        ("so/BC/2025/45", "Số 45 loại Báo cáo năm 2025"),
        ("nguoi-dung/1", "Người dùng Quản trị"),
        ("nguoi-dung/khong-ro", "Tên đăng nhập không có"),
        ("don-vi/van-phong", "Đơn vị Văn phòng Sở"),
        ("don-vi/khong-co", "Đơn vị khong-co"),
        ("cai-dat/so-van-ban", "Cài đặt: sổ cấp số văn bản"),
        ("cai-dat/khac", "Cài đặt: khac"),
        ("co-quan/snv", "Cơ quan"),
        ("he-thong", "Hệ thống"),
        ("viec-la/1", "viec-la/1"),
    ],
)
def test_what_an_act_was_done_to_is_called_as_officers_call_it(session, mark, words):
    assert subject_in_words(session, mark) == words


@pytest.mark.parametrize(
    ("detail", "lines"),
    [
        ({}, []),
        ({"vai_tro": "van_thu", "don_vi": None}, ["Vai trò: Văn thư", "Đơn vị: chưa có"]),
        ({"units": ["van-phong", "thanh-tra"]}, ["Đơn vị: Văn phòng Sở, Thanh tra Sở"]),
        ({"locked": []}, ["Đơn vị bị khóa: không có"]),
        ({"register": "so_cua_docgen"}, ["Số lấy từ: sổ số văn bản của docgen"]),
        ({"until": "2025-03-31", "reason": "Đi công tác"}, ["Đến hết ngày: 31/3/2025", "Lý do: Đi công tác"]),
        ({"hinh": True, "demo": False}, ["Hình của kỳ trong báo cáo: có", "Dữ liệu dùng thử: không"]),
        ({"code": "2025-Q1-a"}, ["Mã biên nhận: 2025-Q1-a"]),
        ({"before": 1, "now": 2}, ["Nội dung: 1 → 2"]),
        ({"before": 1}, ["Trước: 1"]),
        ({"before": 1, "now": 1}, []),
        ({"before": {"a": {"so_ngay": 3}}}, ["Trước: A: Số ngày dùng được: 3"]),
        (
            {"before": {"due": "2025-03-20", "ten_moi": "a"}, "now": {"due": "2025-03-24", "ten_moi": "a"}},
            ["Hạn gửi báo cáo: 20/3/2025 → 24/3/2025"],
        ),
        (
            {"before": {"lich": {"so_ngay": 3}}, "now": {"lich": {"so_ngay": 5}, "ghi_chu": "x"}},
            ["Số ngày dùng được: 3 → 5", "Ghi chu: chưa có → x"],
        ),
    ],
)
def test_what_is_known_of_an_act_is_told_with_what_was_before(session, detail, lines):
    assert [*detail_in_words(session, detail)] == lines


def test_acts_of_every_day_are_read_in_words(session):
    desk = desk_of(session, Role.ADMINISTRATOR, now=at("2025-03-10 08:00"))
    user = accounts.create_user(desk, Person("nguyen.van", "Nguyễn Văn", Role.CLERK))
    accounts.change_user(desk, user.id, Person("nguyen.van", "Nguyễn Văn", Role.REPORTER, "van-phong"))
    agency.settle(desk, "so-van-ban", "so_cua_docgen")
    periods.open_period(Desk(session, SYSTEM, at("2025-03-03 08:00")), "2025-Q1")
    opened, settled, changed, created = entries(session, limit=4)
    assert created.detail == "Đơn vị: chưa có\nVai trò: Văn thư"
    assert changed.detail == "Đơn vị: chưa có → Văn phòng Sở\nVai trò: Văn thư → Chuyên viên đơn vị"
    assert settled.detail == "Nội dung: chưa có → sổ số văn bản của docgen"
    assert opened.subject == "Kỳ báo cáo quý I năm 2025"
    assert "Văn phòng Sở" in opened.detail
    assert str(created) == f"mục nhật ký số {created.id}"
