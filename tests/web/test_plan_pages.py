"""The plan of a year at its pages: read, edited, worded otherwise, moved, taken out."""

import pytest
from sqlalchemy.orm.attributes import flag_modified

from docgen.model.papers import PlanState
from docgen.model.people import Role
from docgen.office import plans
from docgen.store.tables import Plan, PlanVersion

TASK = "giao-bien-che"
HOSTILE = "<script>alert(1)</script>"
CELLS = {"noi_dung": "Rà soát biên chế", "chu_tri": "Văn phòng Sở", "phoi_hop": "", "thoi_gian": "Quý I"}
GROUP = "phu_luc/1/phan/1/nhom/1"


@pytest.fixture
def browser(office):
    return office.signed_in(Role.COORDINATOR)


def _plan(office, year=2025):
    with office.store.reading() as session:
        return plans.plan(session, year)


def _row(office, task=TASK):
    return next((row for row in _plan(office).plan.rows() if row.id == task), None)


def _save(browser, task=TASK, version=1, **cells):
    return browser.post(f"/ke-hoach/2025/nhiem-vu/{task}", CELLS | {"phien_ban": version} | cells)


def test_the_list_says_what_is_next(office, browser):
    page = browser.get("/ke-hoach").text
    assert "Dự thảo" in page
    assert "Mở kế hoạch" in page
    assert "Nhập kế hoạch từ tệp" in page
    assert "Ban hành" in office.signed_in(Role.CLERK).get("/ke-hoach").text
    assert "Nhập kế hoạch từ tệp" not in office.signed_in(Role.LEADER).get("/ke-hoach").text
    assert (
        "Chưa có kế hoạch nào được ban hành"
        in office.signed_in(Role.REPORTER, "van-phong").get("/ke-hoach").text
    )


def test_a_year_without_a_plan(browser):
    reply = browser.get("/ke-hoach/2031")
    assert (reply.status_code, "Chưa có kế hoạch năm 2031" in reply.text) == (404, True)


def test_the_plan_as_a_table(office, browser):
    page = browser.get("/ke-hoach/2025").text
    assert len(page.encode()) < 150_000
    assert "Phần A: Nhiệm vụ thực hiện cải cách hành chính tại nội bộ Sở Nội vụ" in page
    assert "Nhóm VII:" in page
    assert page.count('class="c-so">') == 51
    assert "data-sua" in page
    assert "data-sua" not in office.signed_in(Role.LEADER).get("/ke-hoach/2025").text


def test_a_task_is_edited(office, browser):
    assert "Lưu nhiệm vụ" in browser.get(f"/ke-hoach/2025/nhiem-vu/{TASK}").text
    reply = _save(browser, thoi_gian="Quý II", phoi_hop="Thanh tra Sở\nPhòng CCVC", ghi_chu=HOSTILE)
    assert (reply.status_code, reply.headers["location"]) == (303, f"/ke-hoach/2025#nv-{TASK}")
    row = _row(office)
    assert (row.deadline, row.coordinating, row.note) == ("Quý II", ("Thanh tra Sở", "Phòng CCVC"), HOSTILE)
    page = browser.get(f"/ke-hoach/2025/nhiem-vu/{TASK}").text
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    assert "Không có gì thay đổi." in browser.get(_saved_again(browser)).text


def _saved_again(browser):
    return _save(
        browser, version=2, thoi_gian="Quý II", phoi_hop="Thanh tra Sở\nPhòng CCVC", ghi_chu=HOSTILE
    ).headers["location"]


def test_what_is_wrong_is_told_beside_the_field(browser):
    reply = _save(browser, noi_dung="", chu_tri="Phòng Lạ", su_kien_ngay="30/2/2025", kinh_phi=HOSTILE)
    assert reply.status_code == 422
    assert 'href="#o-noi_dung">Nhiệm vụ cụ thể: để trống. Hãy điền vào.' in reply.text
    assert 'href="#o-chu_tri">Cơ quan chủ trì:' in reply.text
    assert 'href="#o-su_kien_ngay">' in reply.text
    assert "Phòng Lạ" in reply.text
    assert HOSTILE not in reply.text


def test_what_is_wrong_elsewhere_in_the_plan(office, browser):
    """A unit that there is no more keeps the whole plan from being kept."""
    with office.store.writing() as session:
        version = session.query(PlanVersion).one()
        group = version.data["phu_luc"][0]["phan"][0]["nhom"][0]
        group["nhiem_vu"][0]["chu_tri"] = ["Phòng Đã Bỏ"]
        flag_modified(version, "data")
    reply = _save(browser)
    assert (reply.status_code, "không có đơn vị “Phòng Đã Bỏ”" in reply.text) == (422, True)


def test_two_people_at_one_task(office, browser):
    other = office.signed_in(Role.COORDINATOR)
    _save(other, thoi_gian="Quý III")
    assert "vừa được sửa ở cửa sổ khác" in _save(browser, thoi_gian=HOSTILE).text
    with office.store.writing() as session:
        session.query(PlanVersion).filter_by(version=2).one().made_by = office.user(Role.CLERK)
    reply = _save(browser, thoi_gian=HOSTILE)
    assert reply.status_code == 409
    assert "vừa được người khác sửa" in reply.text
    assert "Quý III" in reply.text
    assert HOSTILE not in reply.text
    assert 'name="phien_ban" value="2"' in reply.text
    assert _save(browser, version=2, thoi_gian="Quý IV").status_code == 303
    assert _row(office).deadline == "Quý IV"


def test_a_task_is_added(office, browser):
    assert (
        'value="phu_luc/1/phan/1/nhom/1" selected'
        in browser.get(f"/ke-hoach/2025/nhiem-vu?nhom={GROUP}").text
    )
    refused = browser.post("/ke-hoach/2025/nhiem-vu", {"nhom": GROUP, "phien_ban": 1, "noi_dung": HOSTILE})
    assert refused.status_code == 422
    assert HOSTILE not in refused.text
    reply = browser.post("/ke-hoach/2025/nhiem-vu", CELLS | {"nhom": GROUP, "phien_ban": 1})
    task = reply.headers["location"].partition("#nv-")[2]
    assert _row(office, task).text == CELLS["noi_dung"]


def test_a_task_is_moved(office, browser):
    numbers = lambda: {one.row.id: one.number for one in plans.rows(_plan(office).plan)}  # noqa: E731
    assert numbers()[TASK] == "14"
    move = "/ke-hoach/2025/chuyen"
    assert browser.post(move, {"xuong": TASK, "phien_ban": 1}).headers["location"].endswith(f"#nv-{TASK}")
    assert numbers()[TASK] == "15"
    browser.post(move, {"len": TASK, "phien_ban": 2})
    assert numbers()[TASK] == "14"
    browser.post(move, {"nhiem_vu": TASK, "nhom": GROUP, "vi_tri": "1", "phien_ban": 3})
    assert numbers()[TASK] == "1"
    browser.post(move, {"nhiem_vu": TASK, "nhom": "ke-hoach-kiem-tra-noi-bo", "phien_ban": 4})
    assert numbers()[TASK] == "1.1"
    assert "Nhiệm vụ 1.1" in browser.get(f"/ke-hoach/2025/nhiem-vu/{TASK}").text


def test_a_task_goes_once_that_is_confirmed(office, browser):
    address = f"/ke-hoach/2025/nhiem-vu/{TASK}/bo"
    assert "Bản trước khi bỏ vẫn còn" in browser.post(address, {"phien_ban": 1}).text
    assert _row(office)
    assert browser.post(address, {"phien_ban": 1, "xac_nhan": "co"}).status_code == 303
    assert _row(office) is None
    assert browser.get(f"/ke-hoach/2025/nhiem-vu/{TASK}").status_code == 404


WORDING = "/ke-hoach/2025/loi-van/sua"


def test_a_text_is_worded_otherwise(office, browser):
    assert "Mục II, khoản 1, đoạn 1" in browser.get("/ke-hoach/2025/loi-van").text
    assert "Đoạn mở đầu 1" in browser.get(f"{WORDING}?cho=mo_dau/1").text
    wrong = browser.post(WORDING, {"cho": "mo_dau/1", "loi": f"**{HOSTILE}", "phien_ban": 1})
    assert wrong.status_code == 422
    assert "Nội dung: có dấu ** mở mà không đóng" in wrong.text
    assert HOSTILE not in wrong.text
    kept = browser.post(WORDING, {"cho": "mo_dau/1", "loi": HOSTILE, "phien_ban": 1})
    assert kept.headers["location"] == "/ke-hoach/2025/loi-van#c-mo_dau-1"
    assert HOSTILE not in browser.get("/ke-hoach/2025/loi-van").text
    late = browser.post(WORDING, {"cho": "mo_dau/1", "loi": "Khác", "phien_ban": 1})
    assert late.status_code == 409
    assert "vừa được sửa ở cửa sổ khác" in late.text
    assert _plan(office).plan.opening == (HOSTILE,)


def test_a_text_is_added_and_taken_out(office, browser):
    place = {"cho": "noi_dung/1/khoan/2/diem/1/noi_dung"}
    assert (
        browser.post(WORDING, place | {"viec": "them", "loi_them": "Mới.", "phien_ban": 1}).status_code == 303
    )
    points = lambda: _plan(office).plan.sections[0].items[1].points  # noqa: E731
    assert points()[1].text == "Mới."
    empty = browser.post(WORDING, place | {"viec": "them", "loi_them": "", "phien_ban": 2})
    assert (empty.status_code, "o-loi_them-loi" in empty.text) == (422, True)
    section = {"cho": "noi_dung/1/khoan/2/tieu_de", "phien_ban": 2}
    asked = browser.post(WORDING, section | {"viec": "bo"}).text
    assert "Bỏ 4 đoạn" in asked
    assert browser.post(WORDING, section | {"viec": "bo_that"}).status_code == 303
    assert len(_plan(office).plan.sections[0].items) == 1


@pytest.mark.parametrize("form", [{"cho": "khong/co"}, {"cho": "trich_yeu", "viec": "bo"}])
def test_places_that_are_not_there(browser, form):
    assert browser.post(WORDING, form | {"phien_ban": 1}).status_code == 404


HEAD = {
    "trich_yeu": "Cải cách hành chính",
    "ky_chuc_vu": "Giám đốc",
    "ky_ho_ten": "Nguyễn Văn An",
    "phien_ban": 1,
}


def test_the_head(office, browser):
    address = "/ke-hoach/2025/thong-tin-chung"
    assert "Chức vụ người ký" in browser.get(address).text
    wrong = browser.post(address, HEAD | {"ky_ho_ten": "", "noi_nhan_so_ban": "x", "trich_yeu": HOSTILE})
    assert wrong.status_code == 422
    assert "Họ và tên người ký: để trống" in wrong.text
    assert 'href="#o-noi_nhan_so_ban"' in wrong.text
    assert HOSTILE not in wrong.text
    assert browser.post(address, HEAD | {"van_ban_dien_tu": "co"}).status_code == 303
    value = _plan(office).plan
    assert (value.subject, value.signature.name, value.electronic) == (
        "Cải cách hành chính",
        "Nguyễn Văn An",
        True,
    )
    assert browser.post(address, HEAD | {"trich_yeu": "Khác"}).status_code == 409


def test_versions(browser):
    _save(browser)
    assert "Phiên bản 2" in browser.get("/ke-hoach/2025/phien-ban").text
    assert "chỗ khác với phiên bản 1" in browser.get("/ke-hoach/2025/phien-ban/2").text
    assert "Phiên bản đầu tiên" in browser.get("/ke-hoach/2025/phien-ban/1").text
    assert browser.get("/ke-hoach/2025/phien-ban/9").status_code == 404


def test_what_is_issued_is_read(office, browser):
    with office.store.writing() as session:
        session.query(Plan).one().state = PlanState.ISSUED
    assert "data-sua" not in browser.get("/ke-hoach/2025").text
    assert "Lưu" not in browser.get(f"/ke-hoach/2025/nhiem-vu/{TASK}").text.partition("<h1>")[2]
    assert "Soạn dự thảo năm 2026" in browser.get("/ke-hoach").text
    assert _save(browser).status_code == 409
    unit = office.signed_in(Role.REPORTER, "van-phong")
    assert "/ke-hoach/2025/don-vi/van-phong" in unit.get("/ke-hoach").text
    assert "Quyết định giao biên chế" in unit.get("/ke-hoach/2025/don-vi/van-phong").text
    file = unit.get("/ke-hoach/2025/don-vi/van-phong/tep/xlsx")
    assert file.headers["content-disposition"].endswith("ke-hoach-2025-van-phong.xlsx")
    assert unit.get("/ke-hoach/2025/don-vi/van-phong/tep/exe").status_code == 404
    assert unit.get("/ke-hoach/2025/don-vi/thanh-tra").status_code == 404


def test_a_unit_reads_no_draft(office):
    unit = office.signed_in(Role.HEAD, "van-phong")
    reply = unit.get("/ke-hoach/2025/don-vi/van-phong")
    assert (reply.status_code, "chưa ban hành" in reply.text) == (404, True)
    assert unit.get("/ke-hoach/2025").status_code == 403
