"""The board of a period: opened, extended, closed, looked at, reminded of."""

import re
from datetime import timedelta

import offices
import pytest
from answering import brought, opened
from page_samples import send_quarter
from prepared import copied, prepared
from sqlalchemy import delete

from docgen.model.papers import PlanState
from docgen.model.people import Role
from docgen.store.tables import Period, Plan

BOARD = "/ky/2025-Q1"


@pytest.fixture
def coordinator(office):
    return office.signed_in(Role.COORDINATOR)


@pytest.fixture
def keeper(collecting):
    """The coordinator while units answer."""
    return collecting.signed_in(Role.COORDINATOR)


@pytest.fixture(scope="module")
def _late_bytes(tmp_path_factory):
    begun = offices._sqlite_template(True).read_bytes()  # noqa: FBT003 - cached as it is called
    return prepared(begun, tmp_path_factory.mktemp("late"), _answer_late)


def _answer_late(store):
    opened(store)
    brought(store, moment="2025-03-19 10:00")


@pytest.fixture
def late(_late_bytes, tmp_path):
    """The coordinator after the due day: all units but one have sent late."""
    with copied(_late_bytes, tmp_path) as office:
        office.clock.now = offices.at("2025-03-20 09:00")
        yield office.signed_in(Role.COORDINATOR)


def words_of(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.text))


def units_of(reply):
    return re.findall(r'don-vi/([\w-]+)/xem">', reply.text)


def test_a_period_is_opened_and_its_units_are_told(office, coordinator):
    assert "Mở kỳ ngay" in coordinator.get(BOARD).text
    assert coordinator.post(f"{BOARD}/mo").headers["location"] == BOARD
    assert "Đã mở kỳ báo cáo và báo cho 08 đơn vị." in coordinator.get(BOARD).text
    assert "Kỳ báo cáo quý I năm 2025 đã mở" in office.signed_in(Role.REPORTER).get("/thong-bao").text
    assert coordinator.post(f"{BOARD}/mo").status_code == 409


def test_a_year_lists_its_periods_with_what_can_be_done(collecting, keeper):
    listed = words_of(keeper.get("/ky"))
    assert "Báo cáo quý I năm 2025 Đang mở" in listed
    assert "0/8 đơn vị" in listed
    assert "Đóng kỳ quý I năm 2025" in listed
    assert "Đóng kỳ quý I năm 2025" not in words_of(collecting.signed_in(Role.LEADER).get("/ky"))


def test_periods_are_planned_from_the_plan_of_their_year(office, coordinator):
    with office.store.writing() as session:
        session.execute(delete(Period))
    assert "Lập các kỳ báo cáo năm 2025" in coordinator.get("/ky").text
    coordinator.post("/ky/lap", {"nam": "2025"})
    assert "Đã lập 05 kỳ báo cáo năm 2025." in coordinator.get("/ky").text
    assert "Chưa có kế hoạch năm 2024" in coordinator.get("/ky?nam=2024").text
    assert coordinator.post("/ky/lap", {"nam": "2024"}).status_code == 404


def test_the_numbers_of_a_board_choose_its_units(late):
    board = late.get(BOARD)
    assert "8 Đã nhận" in words_of(board)
    assert units_of(board)[0] == "thi-dua-khen-thuong"
    assert "Quá hạn 2 ngày" in board.text
    assert "Nộp chậm 1 ngày" in board.text
    assert units_of(late.get(f"{BOARD}?loc=chua-gui")) == ["thi-dua-khen-thuong"]
    assert "Không có đơn vị nào khớp" in late.get(f"{BOARD}?loc=tra-lai").text
    assert late.get(f"{BOARD}?loc=sai").status_code == 422


def test_charts_say_what_they_show_and_stand_as_numbers(late):
    board = words_of(late.get(BOARD))
    assert "Đến hạn 18/3/2025 có 0/9 đơn vị gửi; đến nay có 8/9" in board
    assert "19/3/2025 8" in board
    assert "Kế hoạch hoàn thành 4/48 nhiệm vụ (8%) khi đã qua 20% thời gian của năm" in board
    assert "Trong 01 kỳ đã mở của năm có 0/9 lượt gửi đúng hạn, 8 lượt chậm, 1 lượt quá hạn chưa gửi" in board
    assert "Nhiệm vụ quá hạn lâu nhất" in board


def test_days_are_moved_with_a_reason(keeper):
    asked = keeper.get(f"{BOARD}/gia-han")
    assert 'value="18/3/2025"' in asked.text
    days = {"han_don_vi": "21/3/2025", "dong_ky": "25/3/2025", "han_bao_cao": "25/3/2025"}
    refused = keeper.post(f"{BOARD}/gia-han", days | {"dong_ky": "mai", "han_don_vi": ""})
    assert refused.status_code == 422
    assert "Ngày “mai” không đọc được" in refused.text
    assert "Chưa ghi ngày" in refused.text
    assert "Chưa ghi lý do" in refused.text
    early = keeper.post(f"{BOARD}/gia-han", days | {"dong_ky": "01/3/2025", "ly_do": "Bão"})
    assert "chưa hợp lý" in early.text
    assert keeper.post(f"{BOARD}/gia-han", days | {"ly_do": "Bão"}).status_code == 303
    assert "đơn vị gửi đến hết ngày 21/3/2025" in keeper.get(BOARD).text


def test_a_period_is_closed_once_who_is_locked_out_was_shown_and_opens_again(collecting, keeper):
    send_quarter(collecting)
    asked = words_of(keeper.get(f"{BOARD}/dong"))
    assert "7 đơn vị chưa gửi sẽ bị khóa" in asked
    assert "Văn phòng Sở: " not in asked
    keeper.post(f"{BOARD}/dong")
    closed = keeper.get(BOARD)
    assert "Đã đóng kỳ báo cáo" in closed.text
    assert "Mở lại kỳ" in closed.text
    days = {"han_don_vi": "21/3/2025", "dong_ky": "25/3/2025", "han_bao_cao": "25/3/2025", "ly_do": "Bão"}
    keeper.post(f"{BOARD}/gia-han", days)
    assert "Đã mở lại kỳ báo cáo" in keeper.get(BOARD).text


def test_who_has_not_sent_is_reminded(collecting, keeper):
    send_quarter(collecting)
    keeper.post(f"{BOARD}/nhac")
    assert "Đã gửi thông báo nhắc 07 đơn vị." in keeper.get(BOARD).text
    assert "còn 06 ngày làm việc" in collecting.signed_in(Role.REPORTER, "ccvc").get("/thong-bao").text
    assert "ngày làm việc" not in collecting.signed_in(Role.REPORTER, "van-phong").get("/thong-bao").text


def test_the_letter_to_late_units_is_seen_as_it_is_printed(keeper):
    page = keeper.get(f"{BOARD}/don-doc")
    assert "Trang 1/" in page.text
    assert keeper.get(f"{BOARD}/don-doc/trang/1").content.startswith(b"\x89PNG")
    assert keeper.get(f"{BOARD}/don-doc/trang/99").status_code == 404
    assert keeper.get(f"{BOARD}/don-doc.docx").content.startswith(b"PK")
    pdf = keeper.get(f"{BOARD}/don-doc.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert "cong-van-don-doc-2025-Q1.pdf" in pdf.headers["content-disposition"]


def test_files_for_all_units_are_jobs(keeper):
    for act, title in (("bieu-mau", "Biểu mẫu báo cáo quý I năm 2025"), ("trich", "Trích kế hoạch năm 2025")):
        job = keeper.post(f"{BOARD}/{act}").headers["location"]
        assert title in keeper.get(job).text


def test_the_leader_reads_and_changes_nothing(collecting):
    send_quarter(collecting)
    leader = collecting.signed_in(Role.LEADER)
    for page in (BOARD, f"{BOARD}/don-vi/van-phong/xem"):
        shown = leader.get(page)
        assert shown.status_code == 200
        assert re.findall(r'<form method="post" action="([^"]+)"', shown.text) == ["/dang-xuat"]


def test_home_says_what_needs_attention(office, coordinator):
    nothing = coordinator.get("/").text
    assert "Báo cáo quý I năm 2025 đã đến ngày mở nhưng chưa mở" in nothing
    assert "Không có kỳ báo cáo nào đang thu." in nothing
    send_quarter(office)
    office.clock.now += timedelta(days=9)
    home = office.signed_in(Role.LEADER).get("/").text
    assert "07 đơn vị quá hạn chưa gửi" in home
    assert "01 đơn vị đã gửi, chờ xem và duyệt" in home
    assert "Việc cần chú ý" not in office.signed_in(Role.CLERK).get("/").text


def test_home_says_what_waits_for_a_number(collecting, keeper):
    clerk = collecting.signed_in(Role.CLERK)
    home = clerk.get("/").text
    assert "Kế hoạch năm 2025: không còn việc cần quyết định, chưa ban hành" in home
    assert "đã đóng kỳ" not in home
    keeper.post(f"{BOARD}/dong")
    home = clerk.get("/").text
    assert "Báo cáo quý I năm 2025: đã đóng kỳ, chưa ban hành" in home
    addresses = re.findall(r'href="(/[^"]+/ban-hanh)"', home)
    assert [clerk.get(address).status_code for address in addresses] == [200, 200]
    with collecting.store.writing() as session:
        session.query(Plan).one().state = PlanState.ISSUED
    assert "Kế hoạch năm 2025" not in clerk.get("/").text
    assert "Chờ cấp số" not in keeper.get("/").text


def test_what_waits_in_a_closed_period_stands_on_the_home_in_the_next_year_too(collecting, keeper):
    send_quarter(collecting)
    keeper.post(f"{BOARD}/dong")
    collecting.clock.now += timedelta(days=300)
    keeper = collecting.signed_in(Role.COORDINATOR)
    assert "01 đơn vị đã gửi, chờ xem và duyệt" in keeper.get("/").text
    keeper.post(f"{BOARD}/don-vi/van-phong/xem/duyet", {"lan_gui": "1"})
    assert "Không có kỳ báo cáo nào đang thu." in keeper.get("/").text
