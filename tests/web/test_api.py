"""What programs are answered, each good way and the refusals that matter."""

import json
import re
from datetime import timedelta

import pytest
from answering import fill
from page_samples import send_quarter
from programs import program
from sqlalchemy import select

from docgen.model.people import Role
from docgen.office.answers import KEPT
from docgen.store.tables import IdempotencyKey

TASK = "/ke-hoach/2025/nhiem-vu/giao-bien-che"
ROW = "/ky/2025-Q1/don-vi/van-phong/dong/nhiem_vu/giao-bien-che"
DOING = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đã trình dự thảo"}


@pytest.fixture
def coordinator(collecting):
    return program(collecting)


@pytest.fixture
def unit(collecting):
    return program(collecting, Role.REPORTER, "van-phong")


def test_lists_are_told_page_by_page(coordinator):
    whole = coordinator.get("/ky/2025-Q1/nghia-vu?limit=200").json()
    told, cursor = [], ""
    while cursor is not None:
        page = coordinator.get(f"/ky/2025-Q1/nghia-vu?limit=30&cursor={cursor}").json()
        told, cursor = told + page["du_lieu"], page["cursor"]
    assert len(told) == page["tong"]
    assert told[: len(whole["du_lieu"])] == whole["du_lieu"]
    assert len({(one["don_vi"], one["nhiem_vu"]) for one in told}) == len(told)


@pytest.mark.parametrize("cursor", ["???", "xyz", "Y8Op"])
def test_a_cursor_of_something_else_is_refused(coordinator, cursor):
    reply = coordinator.get(f"/ky?cursor={cursor}")
    assert (reply.status_code, reply.json()["detail"]) == (
        422,
        "Con trỏ (cursor) không dùng được với danh sách này.",
    )


def test_a_unit_is_told_of_itself_alone(unit):
    assert [one["don_vi"] for one in unit.get("/ky/2025-Q1/don-vi").json()["du_lieu"]] == ["van-phong"]
    assert {one["don_vi"] for one in unit.get("/ky/2025-Q1/nghia-vu").json()["du_lieu"]} == {"van-phong"}
    assert unit.get("/ky/2025-Q1/nghia-vu?don_vi=cchc-vtlt").status_code == 404


def test_what_a_program_wrote_bears_its_name(unit, collecting):
    tag = unit.get(ROW).headers["etag"]
    assert unit.change("PUT", ROW, DOING, tag).status_code == 200
    page = collecting.signed_in(Role.REPORTER, "van-phong").get(
        "/ky/2025-Q1/don-vi/van-phong/dong/nhiem_vu/giao-bien-che"
    )
    assert "Chương trình Trục liên thông" in page.text
    assert "Hệ thống" not in page.text


def test_it_is_known_when_a_program_was_last_here(unit, collecting):
    administrator = collecting.signed_in(Role.ADMINISTRATOR)
    assert "Chưa dùng" in administrator.get("/quan-tri/khoa-api").text
    seen = []
    start = collecting.clock.now
    for minutes in (0, 4, 5):
        collecting.clock.now = start + timedelta(minutes=minutes)
        unit.get("/ky")
        seen.append(re.search(r"(\d\d:\d\d) ngày", administrator.get("/quan-tri/khoa-api").text)[1])
    assert seen == ["09:00", "09:00", "09:05"]


def test_a_plan_is_told_as_its_file_says_it(coordinator):
    reply = coordinator.get("/ke-hoach/2025")
    assert reply.headers["etag"] == '"1"'
    assert reply.json()["ke_hoach"]["trich_yeu"] == "Cải cách hành chính Sở Nội vụ năm 2025"
    assert reply.json()["sua_luc"] == "2024-12-27T08:00:00+07:00"


def test_a_task_is_changed_as_it_was_read(coordinator):
    read = coordinator.get(TASK)
    changed = coordinator.change("PATCH", TASK, {"ghi_chu": "Gấp"}, read.headers["etag"])
    assert changed.json() == read.json() | {"ghi_chu": "Gấp"}
    assert changed.headers["etag"] == coordinator.get(TASK).headers["etag"] != read.headers["etag"]
    late = coordinator.change("PATCH", TASK, {"ghi_chu": "Không gấp"}, read.headers["etag"])
    assert late.status_code == 412
    assert late.headers["etag"] == changed.headers["etag"]
    assert late.json()["hien_tai"]["noi_dung"] == changed.json()


def test_what_is_wrong_with_a_task_is_told_by_its_fields(coordinator):
    etag = coordinator.get(TASK).headers["etag"]
    reply = coordinator.change("PATCH", TASK, {"chu_tri": ["Phòng Không Có"]}, etag)
    assert reply.status_code == 422
    assert [one["o"] for one in reply.json()["loi"]] == ["chu_tri"]


def test_a_task_that_there_is_not(coordinator):
    assert coordinator.get(TASK + "-x").status_code == 404
    assert coordinator.change("PATCH", TASK + "-x", {}, '"0"').status_code == 404


@pytest.mark.parametrize("etag", [None, "*"])
def test_a_change_says_what_it_changes(unit, etag):
    assert unit.change("PUT", ROW, DOING, etag).status_code == 428


@pytest.mark.parametrize("etag", ['W/"0"', '"khac"', "0"])
def test_a_tag_that_is_none_of_ours_matches_nothing(unit, etag):
    unit.change("PUT", ROW, DOING, '"0"')
    assert unit.change("PUT", ROW, DOING | {"ket_qua": "Khác"}, etag).status_code == 412


def test_a_row_is_kept_in_the_version_that_was_read(unit, coordinator):
    assert unit.get(ROW).headers["etag"] == '"0"'
    kept = unit.change("PUT", ROW, DOING, '"0"')
    assert (kept.json()["phien_ban"], kept.headers["etag"]) == (1, '"1"')
    assert unit.change("PUT", ROW, DOING, '"0"').json()["da_doi"] is False
    late = coordinator.change("PUT", ROW, DOING | {"ket_qua": "Khác"}, '"0"')
    assert late.status_code == 412
    assert late.json()["hien_tai"]["noi_dung"] == DOING
    assert unit.get(ROW).json()["da_nhap"] == DOING


def test_a_row_is_told_what_is_wrong_with_it(unit):
    found = unit.change("PUT", ROW, DOING | {"ngay_hoan_thanh": "32/1/2025"}, '"0"').json()
    assert found["muc_do"] == "co_loi"
    assert {"loai": "nhiem_vu", "dong": "giao-bien-che"}.items() <= found["canh_bao"][0].items()


def test_rows_that_there_are_not(unit):
    assert unit.get(ROW + "-x").status_code == 404
    assert unit.change("PUT", ROW + "-x", DOING, '"0"').status_code == 404
    assert unit.get(ROW.replace("nhiem_vu", "khac")).status_code == 404
    only = unit.get("/ky/2025-Q1/don-vi/van-phong/dong?loai=noi_dung&limit=200").json()["du_lieu"]
    assert {one["loai"] for one in only} == {"noi_dung"}


def test_what_lacks_before_sending_is_told_whole(unit):
    checked = unit.get("/ky/2025-Q1/don-vi/van-phong/kiem-tra").json()
    refused = unit.post("/ky/2025-Q1/don-vi/van-phong/gui", {})
    assert refused.status_code == 422
    assert len(refused.json()["loi"]) == len(checked["loi"]) > 0


def test_a_submission_is_sent_once(collecting, unit):
    fill(collecting.store)
    address = "/ky/2025-Q1/don-vi/van-phong"
    sent = unit.post(f"{address}/gui", {"giai_trinh": "Đã rà soát"})
    assert (sent.status_code, sent.json()["ma"]) == (200, "BC-2025-Q1-van-phong-1")
    assert unit.post(f"{address}/gui", {}).json() == sent.json()
    assert unit.get(address).json()["lan_gui"] == sent.json()


def test_a_submission_is_returned_and_accepted(collecting, coordinator):
    send_quarter(collecting)
    address = "/ky/2025-Q1/don-vi/van-phong"
    rows = [{"loai": "nhiem_vu", "dong": "giao-bien-che", "ly_do": "Ghi rõ số"}]
    returned = coordinator.post(f"{address}/tra-lai", {"ly_do": "Thiếu", "dong": rows}).json()
    assert (returned["trang_thai"], returned["ly_do_tra_lai"]) == ("tra_lai", "Thiếu")
    assert coordinator.get(ROW).json()["trao_doi"][0]["noi_dung"] == "Ghi rõ số"
    send_quarter(collecting, "cchc-vtlt")
    accepted = coordinator.post("/ky/2025-Q1/don-vi/cchc-vtlt/duyet", {"lan_gui": 1}).json()
    assert (accepted["trang_thai"], accepted["lan_gui"]["lan"]) == ("da_duyet", 1)


def test_days_of_a_period_are_moved_and_it_is_closed(coordinator):
    days = {"han_don_vi": "2025-03-19", "ly_do": "Chờ số liệu"}
    assert coordinator.post("/ky/2025-Q1/gia-han", days).json()["han_don_vi"] == "2025-03-19"
    assert coordinator.post("/ky/2025-Q1/dong").json()["trang_thai"] == "da_dong"


@pytest.mark.parametrize("day", ["19/3/2025", "2025-03-19T00:00:00", "2025-02-30", 1742342400])
def test_a_day_is_written_in_one_way(coordinator, day):
    reply = coordinator.post("/ky/2025-Q1/gia-han", {"han_don_vi": day, "ly_do": "Chờ"})
    assert (reply.status_code, reply.json()["loi"][0]["o"]) == (422, "han_don_vi")


def test_the_same_request_is_done_once(collecting, coordinator):
    first = coordinator.post("/ky/2025-6T/mo", key="mo-ky")
    again = coordinator.post("/ky/2025-6T/mo", key="mo-ky")
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    other = coordinator.post("/ky/2025-Q3/mo", key="mo-ky")
    assert (other.status_code, other.json()["detail"]) == (
        422,
        "Idempotency-Key này đã dùng cho một yêu cầu khác.",
    )
    assert coordinator.post("/ky/2025-6T/mo").status_code == 409
    assert program(collecting).post("/ky/2025-6T/mo", key="mo-ky").status_code == 409


def test_what_was_refused_may_be_tried_again_with_its_key(coordinator):
    assert coordinator.post("/ky/2025-Q1/dong", key="a").status_code == 200
    assert coordinator.post("/ky/2025-6T/dong", key="b").status_code == 409
    assert coordinator.post("/ky/2025-6T/mo").status_code == 200
    assert coordinator.post("/ky/2025-6T/dong", key="b").status_code == 200


def test_answers_are_kept_for_a_day(collecting, coordinator):
    coordinator.post("/ky/2025-6T/mo", key="cu")
    collecting.clock.now += KEPT + timedelta(seconds=1)
    assert coordinator.post("/ky/2025-6T/mo", key="cu").status_code == 409
    coordinator.post("/ky/2025-6T/dong", key="moi")
    with collecting.store.reading() as session:
        assert session.scalars(select(IdempotencyKey.key)).all() == ["moi"]


def test_the_same_request_is_not_begun_twice_at_once(collecting, coordinator):
    with collecting.app.state.house.under_way.alone("chuong-trinh:1", "mo-ky"):
        reply = coordinator.post("/ky/2025-6T/mo", key="mo-ky")
    assert (reply.status_code, reply.json()["detail"]) == (409, "Yêu cầu này đang được thực hiện.")
    assert coordinator.post("/ky/2025-6T/mo", key="mo-ky").status_code == 200


@pytest.mark.parametrize("key", ["", "có dấu cách", "x" * 256])
def test_what_is_done_has_a_key(coordinator, key):
    headers = {"Idempotency-Key": key.encode()} if key else {}
    reply = coordinator.client.post("/api/v1/ky/2025-6T/mo", headers=headers)
    assert (reply.status_code, reply.json()["status"]) == (400, 400)


def test_a_report_is_told_with_the_sources_of_its_numbers(collecting, coordinator):
    send_quarter(collecting)
    draft = coordinator.get("/ky/2025-Q1/bao-cao").json()
    figures = [figure for one in draft["doan"] for figure in one["so_lieu"]]
    assert any(source["ai"] == "Văn phòng Sở" for figure in figures for source in figure["nguon"])
    assert {figure["chu"] for figure in figures if figure["gia_tri"] is not None}
    assert "Thiếu người" in {figure["chu"] for figure in figures}


def test_a_passage_is_reworded_as_it_was_read(coordinator):
    passages = coordinator.get("/ky/2025-Q1/bao-cao/doan?limit=200").json()["du_lieu"]
    address = f"/ky/2025-Q1/bao-cao/doan/{next(one['cho'] for one in passages if one['sua_duoc'])}"
    etag = coordinator.get(address).headers["etag"]
    edited = coordinator.change("PUT", address, {"noi_dung": "Lời của cơ quan."}, etag)
    assert (edited.json()["in_ra"], edited.json()["nguoi_sua"] != "") == ("Lời của cơ quan.", True)
    assert coordinator.get(address).json() == edited.json()
    assert coordinator.change("PUT", address, {"noi_dung": "Lời khác."}, etag).status_code == 412


def test_files_of_a_report_are_made_in_a_job(coordinator):
    asked = coordinator.post("/ky/2025-Q1/bao-cao/tep", key="tep")
    assert (asked.status_code, asked.json()["trang_thai"]) == (202, "cho")
    again = coordinator.post("/ky/2025-Q1/bao-cao/tep", key="tep")
    assert again.headers["location"] == asked.headers["location"] == asked.json()["dia_chi"]
    assert coordinator.client.get(asked.headers["location"]).json()["loai"] == "bao-cao"


def test_numbers_are_taken_and_cancelled(collecting):
    clerk = program(collecting, Role.CLERK)
    taken = clerk.post("/so-van-ban", {"loai": "BC", "nam": 2025, "so": 45})
    assert (taken.status_code, taken.json()["so"]) == (201, 45)
    address = taken.headers["location"].removeprefix("/api/v1")
    assert clerk.get(address).json() == taken.json()
    assert clerk.post(f"{address}/huy", {"ly_do": "Không ban hành"}).json()["trang_thai"] == "da_huy"
    assert clerk.post("/so-van-ban", {"loai": "BC", "nam": 2025}).json()["detail"].startswith("Cơ quan đang")
    assert clerk.get("/so-van-ban?nam=2025").json()["tong"] == 1


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"{", "application/json", 422),
        (b'{"ly_do": "\\ud800"}', "application/json", 422),
        (b'{"ly_do": "a\\u0000"}', "application/json", 422),
        (b'{"ly_do": ' + b"[" * 100_000, "application/json", 400),
        (b" " * (2 * 2**20 + 1), "application/json", 413),
    ],
)
def test_what_cannot_be_read_is_refused(coordinator, content, kind, status):
    headers = {"Idempotency-Key": "a", "Content-Type": kind}
    reply = coordinator.client.post("/api/v1/ky/2025-Q1/gia-han", content=content, headers=headers)
    assert (reply.status_code, reply.json()["status"]) == (status, status)
    assert reply.headers["content-type"] == "application/problem+json"


def test_where_a_body_is_no_json_is_told_by_line_and_column(coordinator):
    headers = {"Idempotency-Key": "a", "Content-Type": "application/json"}
    body = '{\n  "ly_do": "Nghỉ bù",,\n}'
    reply = coordinator.client.post("/api/v1/ky/2025-Q1/gia-han", content=body.encode(), headers=headers)
    told = "Nội dung gửi lên không phải JSON đúng dạng: sai từ dòng 2, cột 22."
    assert reply.json()["loi"] == [{"o": "", "thong_bao": told}]


@pytest.mark.parametrize(
    "said",
    [
        {"phien_ban": 10**30},
        {"phien_ban": "1"},
        {"bo_sung": {"noi_dung": "a\u0007"}},
        {"bo_sung": {"a\u0000": [1, None, {"b": True}]}},
        {"bo_sung": {"noi_dung": json.loads("[" * 500 + "]" * 500)}},
        {"khac": 1},
    ],
)
def test_what_no_database_could_hold_is_refused(coordinator, said):
    reply = coordinator.post("/ke-hoach/nhap/1/xac-nhan", said)
    assert (reply.status_code, len(reply.json()["loi"])) == (422, 1)


def test_ways_that_an_address_does_not_take(coordinator):
    reply = coordinator.client.delete("/api/v1" + TASK)
    assert (reply.status_code, reply.headers["allow"]) == (405, "GET, HEAD, PATCH")
    assert coordinator.client.head("/api/v1" + TASK).status_code == 200


def test_the_demo_plan_is_had_as_a_file(coordinator):
    reply = coordinator.get("/ke-hoach/2025/tep/ke-hoach-2025.yaml")
    assert reply.headers["content-disposition"] == "attachment; filename*=UTF-8''ke-hoach-2025.yaml"
    assert "Cải cách hành chính" in reply.text
    assert coordinator.get("/ke-hoach/2025/tep/khac.docx").status_code == 404


def test_the_files_of_a_plan_are_named(coordinator):
    files = coordinator.get("/ke-hoach/2025/tep").json()["du_lieu"]
    assert [one["ten"].rpartition(".")[2] for one in files] == ["docx", "pdf", "xlsx", "yaml"]


def test_a_misspelt_filter_is_refused(coordinator):
    reply = coordinator.get("/van-ban?loại=bao_cao&limit=5")
    assert reply.status_code == 422
    (fault,) = reply.json()["loi"]
    assert "không có tham số này; các tham số có ở đây: cursor, limit, loai, nam, tim." in str(fault)
    (fault,) = coordinator.get("/ky/2025-Q1?x=1").json()["loi"]
    assert "ở đây không có tham số nào" in str(fault)
