"""Administration: users, units, periods, days, tokens, the audit log; over the rules of the office."""

import re
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from browsing import Office
from sqlalchemy import select, text

from docgen.check import OldTerm, read_settings
from docgen.errors import ConflictError
from docgen.model.people import Role
from docgen.office.agency import check_settings, organisation, second_approval
from docgen.office.periods import period_of
from docgen.rules import rules
from docgen.store.tables import AuditEntry, PersonalLink, User

NEW = {
    "login": "can.bo.moi",
    "name": "Cán bộ mới",
    "role": "chuyen_vien_don_vi",
    "unit": "van-phong",
    "email": "",
}


@pytest.fixture
def admin(office):
    return office.signed_in(Role.ADMINISTRATOR)


def told(browser, reply):
    """Return the page that a form leads to, as it reads."""
    assert reply.status_code == 303, unescape(reply.text)
    return unescape(browser.get(reply.headers["location"]).text)


def version(browser, address):
    """Return the version that a form was made of."""
    return re.search(r'name="version" value="(\d+)"', browser.get(address).text)[1]


def acts(office):
    with office.store.reading() as session:
        return [*session.scalars(select(AuditEntry.action).order_by(AuditEntry.id.desc()).limit(3))]


def test_every_list_is_shown_in_vietnamese(admin):
    index = admin.get("/quan-tri").text
    for key in ("nguoi-dung", "don-vi", "ky", "ngay-nghi", "khoa-api", "nhat-ky"):
        assert f'href="/quan-tri/{key}"' in index
        page = admin.get(f"/quan-tri/{key}")
        assert page.status_code == 200
        assert "style=" not in page.text
        assert not re.search(r"<script(?![^>]*src=)|\son[a-z]+=", page.text)


def test_a_list_is_searched_and_put_in_order(admin):
    assert "/quan-tri/don-vi/xem?pk=van-phong" in admin.get("/quan-tri/don-vi?q=van+phong").text
    assert "pk=van-phong" not in admin.get("/quan-tri/don-vi?q=thanh+tra").text
    assert "Không có mục nào có “zzz”." in admin.get("/quan-tri/don-vi?q=zzz").text
    page = admin.get("/quan-tri/don-vi?sort=name__desc").text
    names = re.findall(r'pk=([a-z-]+)"', page)
    assert names != re.findall(r'pk=([a-z-]+)"', admin.get("/quan-tri/don-vi?sort=name__asc").text)


def test_a_user_is_added_given_a_password_and_stopped(admin, office):
    page = told(admin, admin.post("/quan-tri/nguoi-dung/them", NEW))
    assert "Đã thêm người dùng Cán bộ mới. Người này chưa đăng nhập được: hãy cấp mật khẩu" in page
    assert "/quan-tri/nguoi-dung/viec/cap-mat-khau?pk=" in page
    with office.store.reading() as session:
        user = session.scalar(select(User.id).where(User.login == NEW["login"]))
    one = f"/quan-tri/nguoi-dung/{{}}?pk={user}"
    shown = told(admin, admin.post(one.format("viec/cap-mat-khau")))
    password = re.search(r"Mật khẩu dùng một lần của Cán bộ mới: (\S+) – chỉ hiện lần này", shown)[1]
    assert password not in admin.get(one.format("xem")).text
    entered = office.somebody().post("/dang-nhap", {"ten_dang_nhap": NEW["login"], "mat_khau": password})
    assert entered.status_code == 303
    assert "Đã ngừng hoạt động." in told(admin, admin.post(one.format("viec/ngung")))
    assert admin.post(one.format("viec/cap-mat-khau")).status_code == 404
    assert "Đã cho hoạt động lại." in told(admin, admin.post(one.format("viec/mo-lai")))
    assert acts(office)[:2] == ["mo-lai-nguoi-dung", "ngung-nguoi-dung"]


def test_what_is_wrong_with_a_user_is_told_at_the_field(admin):
    reply = admin.post("/quan-tri/nguoi-dung/them", NEW | {"login": "a", "name": "<script>x", "unit": ""})
    assert reply.status_code == 422
    assert 'href="#o-login"' in reply.text
    assert 'href="#o-unit"' in reply.text
    assert "&lt;script&gt;x" in reply.text
    summary = reply.text.partition('id="tom-tat-loi"')[2].partition("</ul>")[0]
    assert (summary.count("<li>"), summary.count("<li><a href=")) == (2, 2)
    assert admin.post("/quan-tri/nguoi-dung/them", NEW | {"role": "vua"}).status_code == 422


def test_two_administrators_do_not_write_over_each_other(admin, office):
    one = f"/quan-tri/nguoi-dung/sua?pk={office.user(Role.CLERK)}"
    form = NEW | {"role": "van_thu", "unit": "", "version": version(admin, one)}
    assert "Đã lưu người dùng Cán bộ mới." in told(admin, admin.post(one, form))
    second = admin.post(one, form | {"name": "Người khác"})
    assert second.status_code == 409
    assert "Người khác" in second.text


def test_the_last_administrator_stays(admin, office):
    one = f"/quan-tri/nguoi-dung/viec/ngung?pk={office.user(Role.ADMINISTRATOR)}"
    reply = admin.post(one)
    assert reply.status_code == 409
    assert "người quản trị duy nhất" in reply.text


def test_personal_links_are_given_and_revoked(admin, office):
    one = f"/quan-tri/nguoi-dung/viec/{{}}?pk={office.user(Role.REPORTER, 'van-phong')}"
    page = told(admin, admin.post(one.format("cap-lien-ket")))
    link = re.search(r"/lien-ket/[\w-]+", page)[0]
    assert office.somebody().get(link).status_code == 200
    told(admin, admin.post(one.format("thu-hoi-lien-ket")))
    assert office.somebody().get(link).status_code == 404
    assert f'value="http://testserver{link}" readonly' in page
    with office.store.reading() as session:
        assert session.scalar(select(PersonalLink.revoked_at))


def test_a_personal_link_begins_with_the_address_that_people_know(sqlite_founded, tmp_path):
    office = Office(sqlite_founded, tmp_path, public_address="https://cchc.snv.example/")
    admin = office.signed_in(Role.ADMINISTRATOR)
    user = office.user(Role.REPORTER, "van-phong")
    page = told(admin, admin.post(f"/quan-tri/nguoi-dung/viec/cap-lien-ket?pk={user}"))
    assert 'value="https://cchc.snv.example/lien-ket/' in page


def test_a_unit_is_corrected_renamed_and_merged(admin, office):
    one = "/quan-tri/don-vi/{}?pk=ccvc"
    form = {
        "ten": "Phòng Công chức",
        "ten_viet_tat": "",
        "ten_khac": "P. CC\nCC",
        "loai": "phong",
        "place": "1",
    }
    form |= {"version": version(admin, one.format("sua"))}
    told(admin, admin.post(one.format("sua"), form))
    new = {"tu_ngay": "01/4/2025", "ten": "Phòng Công vụ", "can_cu": "Quyết định số 1/QĐ-SNV"}
    new |= {"ten_viet_tat": "", "version": version(admin, one.format("sua"))}
    page = told(admin, admin.post(one.format("viec/doi-ten"), new))
    assert "<h1>Đơn vị Phòng Công chức</h1>" in page
    assert "sẽ đổi tên thành “Phòng Công vụ” từ ngày 01/4/2025" in page
    assert "đến hết ngày 31/3/2025" not in page
    end = {"den_ngay": "30/6/2025", "don_vi_ke_thua": "van-phong", "can_cu_thoi": ""}
    end |= {"version": version(admin, one.format("sua"))}
    assert "Đến hết ngày 30/6/2025; kế thừa: " in told(admin, admin.post(one.format("viec/ket-thuc"), end))
    with office.store.reading() as session:
        agency = organisation(session)
    assert agency.units[0].id == "ccvc"
    assert agency.units[0].former[0].aliases == ("P. CC", "CC")
    assert agency.find("Phòng Công vụ").successor == "van-phong"
    office.clock.now += timedelta(days=40)
    page = office.signed_in(Role.ADMINISTRATOR).get(one.format("xem")).text
    assert "<h1>Đơn vị Phòng Công vụ</h1>" in page
    assert "Phòng Công chức (đến hết ngày 31/3/2025)" in page


def test_a_unit_is_added_and_what_is_wrong_is_told_by_field(admin):
    form = {
        "id": "ban-moi",
        "ten": "Ban mới",
        "ten_viet_tat": "",
        "ten_khac": "",
        "loai": "ban",
        "tu_ngay": "",
    }
    assert "Đã thêm đơn vị Ban mới." in told(admin, admin.post("/quan-tri/don-vi/them", form))
    reply = admin.post("/quan-tri/don-vi/them", form | {"id": "Ban Mới", "ten": "", "tu_ngay": "mai"})
    assert reply.status_code == 422
    for field in ("id", "ten", "tu_ngay"):
        assert f'href="#o-{field}"' in reply.text
    summary = reply.text.partition('id="tom-tat-loi"')[2].partition("</ul>")[0]
    assert summary.count("<li>") == summary.count("<li><a href=")
    assert "dùng nhiều lần" in admin.post("/quan-tri/don-vi/them", form | {"ten": "Ban khác"}).text


def test_a_stale_unit_is_not_written_over(admin):
    form = {"tu_ngay": "01/4/2025", "ten": "Tên khác", "ten_viet_tat": "", "can_cu": "", "version": "0"}
    reply = admin.post("/quan-tri/don-vi/viec/doi-ten?pk=van-phong", form)
    assert reply.status_code == 409
    assert "vừa sửa chỗ này" in reply.text
    assert "Tên khác" in reply.text
    wrong = form | {"tu_ngay": "mai", "version": version(admin, "/quan-tri/don-vi/sua?pk=van-phong")}
    assert admin.post("/quan-tri/don-vi/viec/doi-ten?pk=van-phong", wrong).status_code == 422


def test_days_of_a_planned_period_are_settled_and_stay_beside_others(admin, office):
    one = "/quan-tri/ky/sua?pk=2025-9T"
    days = dict(re.findall(r'name="(\w+)" type="text" value="(\d+/\d+/\d+)"', admin.get(one).text))
    told(admin, admin.post(one, days | {"unit_due": "17/9/2025", "reason": "Theo công văn của Bộ."}))
    told(admin, admin.post(one, days | {"unit_due": "17/9/2025", "opens": "18/8/2025", "reason": ""}))
    with office.store.reading() as session:
        dates = period_of(session, "2025-9T").dates
    assert f"{dates.unit_due:%d/%m} {dates.opens:%d/%m}" == "17/09 18/08"
    refused = admin.post(one, days | {"unit_due": "20/9/2026", "reason": ""})
    assert refused.status_code == 422
    assert "20/9/2026" in refused.text


def test_an_open_period_is_extended_with_a_reason(collecting):
    admin = collecting.signed_in(Role.ADMINISTRATOR)
    one = "/quan-tri/ky/sua?pk=2025-Q1"
    days = dict(re.findall(r'name="(\w+)" type="text" value="(\d+/\d+/\d+)"', admin.get(one).text))
    later = days | {"due": "28/3/2025", "closes": "28/3/2025"}
    assert "Chưa ghi lý do" in admin.post(one, later | {"reason": ""}).text
    told(admin, admin.post(one, later | {"reason": "Nghỉ bù."}))
    with collecting.store.reading() as session:
        assert period_of(session, "2025-Q1").dates.closes.day == 28


def test_a_day_off_moves_what_is_due(admin, office):
    def opens():
        with office.store.reading() as session:
            return period_of(session, "2025-6T").dates.unit_due

    before = opens()
    form = {"ngay": f"{before.day}/{before.month}/2025", "kind": "ngay_nghi", "ly_do": "Sở nghỉ <b>"}
    page = told(admin, admin.post("/quan-tri/ngay-nghi/them", form))
    assert "<b>" not in page.replace(unescape("Sở nghỉ <b>"), "")
    assert opens() != before
    assert admin.post("/quan-tri/ngay-nghi/them", form | {"kind": "ngay_lam_viec"}).status_code == 422
    told(admin, admin.post(f"/quan-tri/ngay-nghi/viec/bo?pk={before.isoformat()}"))
    assert opens() == before


def test_a_program_gets_a_token_once(admin):
    form = {"name": "Hệ thống tổng hợp", "role": "dau_moi", "unit": "", "days": "30"}
    page = told(admin, admin.post("/quan-tri/khoa-api/them", form))
    assert re.search(r"khóa truy cập của Hệ thống tổng hợp: \S{20,} – chỉ hiện lần này", page)
    shown = admin.get("/quan-tri/khoa-api").text
    assert "Đến ngày 09/4/2025" in shown
    assert "chỉ hiện lần này" not in shown
    assert "Đã thu hồi khóa truy cập." in told(admin, admin.post("/quan-tri/khoa-api/viec/thu-hoi?pk=1"))
    assert "Đã thu hồi" in admin.get("/quan-tri/khoa-api/xem?pk=1").text
    forever = form | {"name": "Trang tin", "days": "", "role": "chuyen_vien_don_vi", "unit": "van-phong"}
    told(admin, admin.post("/quan-tri/khoa-api/them", forever))
    assert "Đến khi thu hồi" in admin.get("/quan-tri/khoa-api").text
    for wrong in ({"days": "nhiều"}, {"days": "0"}, {"role": ""}, {"name": ""}):
        assert admin.post("/quan-tri/khoa-api/them", form | wrong).status_code == 422


def test_the_office_settles_its_calendar_and_approval(admin, office):
    lich = {
        "ngay_gui_bao_cao": "18",
        "gap_ngay_nghi": "truoc",
        "so_ngay_don_vi_gui": "",
        "so_ngay_mo_truoc": "5",
    }
    told(admin, admin.post("/quan-tri/cai-dat/lich", lich))
    assert 'value="18"' in admin.get("/quan-tri/cai-dat").text
    refused = admin.post("/quan-tri/cai-dat/lich", lich | {"ngay_gui_bao_cao": "40"})
    assert refused.status_code == 422
    assert 'href="#o-ngay_gui_bao_cao"' in refused.text
    told(admin, admin.post("/quan-tri/cai-dat/duyet", {"duyet_truoc": "co"}))
    with office.store.reading() as session:
        assert second_approval(session)


CHECKS = "/quan-tri/kiem-tra-tep"
TERM = {"cu": "Phòng Một cửa", "moi": "Trung tâm Phục vụ hành chính công", "thay_tu": "01/7/2025"}
EXPIRED = {"so_hieu": "61/2018/NĐ-CP", "thay_bang": "118/2025/NĐ-CP", "het_tu": "01/7/2025"}
HELD = [rule.id for rule in rules() if rule.house and rule.id != "B09"]


def test_the_office_settles_terms_and_house_rules(admin, office):
    form = TERM | EXPIRED | {"quy_uoc": HELD, "dien_tu": "co", "ngay_gui": "18"}
    assert "Đã lưu thuật ngữ" in told(admin, admin.post(CHECKS, form))
    with office.store.reading() as session:
        settled = read_settings(check_settings(session))
    day = date(2025, 7, 1)
    assert settled.terms == (OldTerm(old=TERM["cu"], new=TERM["moi"], since=day),)
    assert [(one.number, one.ended, one.replaced_by) for one in settled.expired] == [
        ("61/2018/NĐ-CP", day, "118/2025/NĐ-CP")
    ]
    assert (settled.rules, settled.draft, settled.electronic) == ({"B09": False}, False, True)
    assert settled.report_due_day == 18
    page = admin.get(CHECKS).text
    for value in (*TERM.values(), *EXPIRED.values()):
        assert f'value="{value}"' in page
    assert 'value="B09">' in page
    assert 'value="B21" checked>' in page


def test_every_wrong_line_is_told_and_nothing_kept(admin, office):
    lines = {"cu": ["", "Sở cũ"], "moi": ["Sở mới", ""], "thay_tu": ["1/7/2025", "31/2/2025"]}
    reply = admin.post(CHECKS, lines | {"so_hieu": "61/2018/NĐ-CP", "ngay_gui": "40"})
    page = unescape(reply.text)
    assert reply.status_code == 422
    assert "Thuật ngữ, dòng 1: chưa ghi từ ngữ cũ." in page
    assert "Thuật ngữ, dòng 2: " in page
    assert "Văn bản hết hiệu lực, dòng 1: chưa nhập ngày." in page
    assert "Ngày gửi báo cáo: hãy ghi" in page
    assert 'value="31/2/2025"' in page
    with office.store.reading() as session:
        assert check_settings(session) == ""


def test_a_backup_is_downloaded_whole(admin, office):
    reply = admin.post("/quan-tri/sao-luu")
    assert re.search(r'filename="docgen-\d{8}-\d{6}\.zip"', reply.headers["content-disposition"])
    assert ZipFile(BytesIO(reply.content)).testzip() is None
    assert acts(office)[0] == "sao-luu"


def test_a_backup_that_fails_is_told(admin, monkeypatch):
    def fail(*_):
        raise ConflictError("Hết dung lượng đĩa.", "Hãy xóa bớt tệp trên máy chủ.")

    monkeypatch.setattr("docgen.web.admin.settings.backup", fail)
    reply = admin.post("/quan-tri/sao-luu")
    assert reply.status_code == 409
    assert "Hết dung lượng đĩa." in reply.text


def test_the_log_is_read_searched_and_gone_through(admin, office):
    admin.post("/quan-tri/cai-dat/duyet", {"duyet_truoc": "co"})
    leader = office.signed_in(Role.LEADER)
    assert "Thay đổi cài đặt" in leader.get("/quan-tri/nhat-ky?q=cài đặt").text
    assert "Không có mục nào" in leader.get("/quan-tri/nhat-ky?q=zzzz").text
    assert (
        "Khởi tạo hệ thống"
        in leader.get("/quan-tri/nhat-ky/xem?pk=1").text + leader.get("/quan-tri/nhat-ky").text
    )
    assert leader.get("/quan-tri/nhat-ky/xem?pk=999999").status_code == 404
    assert "còn nguyên vẹn và nối tiếp nhau" in leader.get("/quan-tri/kiem-chuoi").text
    with office.store.writing() as session:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
        for name in names:
            session.execute(text(f"DROP TRIGGER {name}"))
        session.execute(text("UPDATE audit_entries SET actor = 'nguoi-dung:9' WHERE id = 1"))
    assert "Nhật ký đã bị thay đổi" in leader.get("/quan-tri/kiem-chuoi").text


def test_others_find_nothing_but_what_is_theirs(office):
    leader = office.signed_in(Role.LEADER)
    assert leader.get("/quan-tri/nguoi-dung").status_code == 404
    assert leader.get("/quan-tri/cai-dat").status_code == 403
    assert "Sao lưu" not in leader.get("/quan-tri").text
    assert office.signed_in(Role.COORDINATOR).get("/quan-tri").status_code == 403
    admin = office.signed_in(Role.ADMINISTRATOR)
    for address in ("/quan-tri/gi-do", "/quan-tri/nguoi-dung/xem?pk=999", "/quan-tri/don-vi/sua?pk=khong"):
        assert admin.get(address).status_code == 404
    assert admin.post("/quan-tri/nguoi-dung/viec/xoa-het?pk=1").status_code == 404


def test_an_entry_of_the_log_is_read_in_words(admin):
    told(admin, admin.post("/quan-tri/nguoi-dung/them", NEW))
    number = re.search(r"nhat-ky/xem\?pk=(\d+)", admin.get("/quan-tri/nhat-ky").text)[1]
    page = admin.get(f"/quan-tri/nhat-ky/xem?pk={number}").text
    assert f"Mục nhật ký số {number}" in page
    assert "Người dùng Cán bộ mới" in page
    assert "Vai trò: " in page
    assert "vai_tro" not in page
