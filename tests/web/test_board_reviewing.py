"""What a unit sent, as the office reads it: compared, returned, accepted, unlocked."""

import re

import pytest
from answering import Q1, UNIT, brought, coordinator, fill, opened, reporter, send, task
from page_samples import send_quarter
from prepared import copied, prepared

from docgen.model.people import Role
from docgen.office.submissions import return_submission, save_row, unit_page

PAGE = f"/ky/{Q1}/don-vi/{UNIT}/xem"
ROW = "giao-bien-che"


def words_of(reply):
    return re.sub(r"\s+", " ", re.sub(r"<(?!ins|del|/ins|/del)[^>]+>", " ", reply.text))


def typed(store, text, moment="2025-03-10 09:30", key=ROW):
    """Let the unit say something of a task."""
    with store.writing() as session:
        desk = reporter(session, moment)
        row = unit_page(desk, Q1, UNIT).row(task(key))
        save_row(desk, Q1, UNIT, row.name, {"tinh_trang": "dang_thuc_hien", "ket_qua": text}, row.version)


@pytest.fixture
def browser(collecting):
    """The coordinator's while nothing has been sent."""
    return collecting.signed_in(Role.COORDINATOR)


@pytest.fixture(scope="module")
def _sent_bytes(_collecting_bytes, tmp_path_factory):
    return prepared(_collecting_bytes, tmp_path_factory.mktemp("sent"), _send_all)


def _send_all(store):
    typed(store, "Đang rà soát biên chế của các phòng")
    fill(store)
    send(store, moment="2025-03-10 08:55")


@pytest.fixture
def sent(_sent_bytes, tmp_path):
    """The office when a unit has sent everything."""
    with copied(_sent_bytes, tmp_path) as office:
        yield office


@pytest.fixture
def reader(sent):
    """The coordinator's when a unit has sent everything."""
    return sent.signed_in(Role.COORDINATOR)


def test_nothing_is_shown_of_what_was_not_sent(browser):
    page = browser.get(PAGE)
    assert "Đơn vị chưa gửi báo cáo, hoặc đã thu hồi để sửa." in page.text
    assert "Duyệt báo cáo" not in page.text


def test_what_was_sent_is_marked_as_seen(reader):
    assert "Chưa xem: đơn vị còn thu hồi được." in reader.get(PAGE).text
    reader.post(f"{PAGE}/da-xem")
    page = reader.get(PAGE)
    assert "Đã xem lúc 09:00 ngày 10/3/2025." in page.text
    assert "Đánh dấu đã xem" not in page.text


def test_rows_come_back_with_what_is_wrong_in_each(sent, reader):
    marks = re.findall(r'name="dong" value="([^"]+)"', reader.get(PAGE).text)
    notes = ["Ghi rõ <script>số biên chế" if mark == f"nhiem_vu:{ROW}" else "" for mark in marks]
    form = {"dong": marks, "y_kien": notes}
    refused = reader.post(f"{PAGE}/tra-lai", form)
    assert refused.status_code == 422
    assert "Chưa ghi lý do trả lại." in refused.text
    assert "Ghi rõ &lt;script&gt;số biên chế" in refused.text
    assert reader.post(f"{PAGE}/tra-lai", form | {"ly_do_mau": "Chưa kèm tệp minh chứng"}).status_code == 303
    assert "Đã trả lại 01 dòng để đơn vị sửa." in reader.get(f"/ky/{Q1}").text
    unit = sent.signed_in(Role.REPORTER).get(f"/ky/{Q1}/don-vi/{UNIT}")
    assert "Chưa kèm tệp minh chứng" in unit.text
    returned = reader.get(PAGE)
    assert "<strong>Lý do trả lại:</strong> Chưa kèm tệp minh chứng" in returned.text
    assert "Ghi rõ &lt;script&gt;số biên chế" in returned.text


def test_what_is_wrong_is_said_in_several_lines(sent, reader):
    said = {"ly_do": "Hai việc:\r\n- rà soát\r\n- gửi lại", "y_kien": ["Ghi rõ số.\r\nKèm quyết định."]}
    refused = reader.post(f"{PAGE}/tra-lai", {**said, "ly_do": "", "dong": [f"nhiem_vu:{ROW}"]})
    assert ">\nGhi rõ số.\nKèm quyết định.</textarea>" in refused.text
    reader.post(f"{PAGE}/tra-lai", {**said, "dong": [f"nhiem_vu:{ROW}"]})
    unit, address = sent.signed_in(Role.REPORTER), f"/ky/{Q1}/don-vi/{UNIT}"
    row = unit.get(f"{address}/dong/nhiem_vu/{ROW}").text
    assert '<div class="giu-dong">Ghi rõ số.\nKèm quyết định.</div>' in row
    assert "Hai việc:\n- rà soát\n- gửi lại" in row
    listed = unit.get(address).text
    assert "Quá trình: 2 việc, gần nhất là trả lại lúc 09:00 ngày 10/3/2025" in listed
    assert "Hai việc:\n- rà soát\n- gửi lại</li>" in listed
    assert "Hai việc:\n- rà soát\n- gửi lại" in unit.get("/").text


def test_a_row_that_nobody_knows_returns_nothing(reader):
    for mark, status in (("sai", 422), ("nhiem_vu:khong-co", 404)):
        reply = reader.post(f"{PAGE}/tra-lai", {"ly_do": "Sai", "dong": [mark], "y_kien": ["Sửa"]})
        assert reply.status_code == status
    assert "Đã gửi" in reader.get(PAGE).text


def test_the_next_round_stands_beside_the_last_with_what_changed(sent, reader):
    with sent.store.writing() as session:
        return_submission(coordinator(session), Q1, UNIT, "Cập nhật", {})
    typed(sent.store, "Đã rà soát biên chế của các phòng")
    send(sent.store, moment="2025-03-10 10:00")
    shown = words_of(reader.get(PAGE))
    assert "<del>Đang</del> rà soát biên chế của các phòng" in shown
    assert "<ins>Đã</ins> rà soát biên chế của các phòng" in shown
    assert "Như lần gửi này" in shown
    only = reader.get(f"{PAGE}?loc=khac-lan-truoc").text
    assert re.findall(r'name="dong" value="([^"]+)"', only) == [f"nhiem_vu:{ROW}"]
    row = words_of(reader.get(f"{PAGE}/nhiem_vu/{ROW}"))
    assert "<ins>Đã</ins> rà soát" in row
    assert "Lịch sử Cán bộ Văn phòng Sở" in row


def test_the_period_before_stands_beside(office):
    browser = office.signed_in(Role.COORDINATOR)
    opened(office.store)
    brought(office.store, moment="2025-03-17 15:00")
    opened(office.store, "2025-6T", "2025-06-02 07:00")
    brought(office.store, "2025-6T", "2025-06-16 09:00")
    page = words_of(browser.get(f"/ky/2025-6T/don-vi/{UNIT}/xem"))
    assert "Kỳ trước" in page
    assert "phần mới so với kỳ trước" in page
    assert "<ins>" in page
    assert len(browser.get(f"/ky/2025-6T/don-vi/{UNIT}/xem?loc=tat-ca").content) < 150_000


def test_what_is_right_is_accepted_and_an_acceptance_is_taken_back_with_a_reason(reader):
    assert reader.post(f"{PAGE}/duyet", {"lan_gui": "0"}).status_code == 409
    assert reader.post(f"{PAGE}/duyet", {"lan_gui": "1"}).headers["location"] == f"/ky/{Q1}"
    assert "Đã duyệt" in reader.get(PAGE).text
    refused = reader.post(f"{PAGE}/bo-duyet", {"ly_do": " "})
    assert "Chưa ghi lý do bỏ duyệt." in refused.text
    reader.post(f"{PAGE}/bo-duyet", {"ly_do": "Duyệt nhầm"})
    page = words_of(reader.get(PAGE))
    assert "Bỏ duyệt , Đầu mối cải cách hành chính, 09:00 ngày 10/3/2025: Duyệt nhầm" in page


def test_a_unit_is_let_in_after_its_period_has_closed(browser):
    browser.post(f"/ky/{Q1}/dong")
    refused = browser.post(f"{PAGE}/mo-khoa", {"han": "mai", "ly_do": ""})
    assert "Ngày “mai” không đọc được" in refused.text
    assert "Chưa ghi lý do mở khóa." in refused.text
    early = browser.post(f"{PAGE}/mo-khoa", {"han": "11/3/2025", "ly_do": "Mất mạng"})
    assert "quá sớm" in early.text
    assert ">\nMất mạng</textarea>" in early.text
    browser.post(f"{PAGE}/mo-khoa", {"han": "25/3/2025", "ly_do": "Mất mạng"})
    assert "Đã mở khóa cho đơn vị đến hết ngày 25/3/2025." in browser.get(PAGE).text
    assert "mở khóa đến hết 25/3/2025" in browser.get(f"/ky/{Q1}").text


def test_why_it_is_late_and_let_in_is_told_in_sentences_and_lines(collecting, browser):
    fill(collecting.store)
    browser.post(f"{PAGE}/mo-khoa", {"han": "25/3/2025", "ly_do": "Mất mạng"})
    send(collecting.store, moment="2025-03-24 08:00", late_reason="Hai việc:\n- mất mạng\n- chờ số liệu.")
    page = browser.get(PAGE).text
    assert 'Lý do nộp chậm: <span class="giu-dong">Hai việc:\n- mất mạng\n- chờ số liệu</span>. ' in page
    assert "đơn vị còn thu hồi được. Được mở khóa đến hết ngày 25/3/2025: Mất mạng" in page


def test_office_and_unit_talk(collecting, browser):
    send_quarter(collecting)
    assert "Chưa ghi nội dung trao đổi." in browser.post(f"{PAGE}/trao-doi", {"trao_doi": ""}).text
    browser.post(f"{PAGE}/trao-doi", {"trao_doi": "Đã nhận <b>đủ</b>."})
    assert "Đã nhận &lt;b&gt;đủ&lt;/b&gt;." in browser.get(PAGE).text
    assert "Đã nhận &lt;b&gt;đủ&lt;/b&gt;." in collecting.signed_in(Role.REPORTER).get(PAGE[:-4]).text


def test_what_is_not_asked_is_not_there(browser):
    for page in (f"{PAGE}/nhiem_vu/khong-co", f"{PAGE}/sai/{ROW}", f"/ky/{Q1}/don-vi/khong-co/xem"):
        assert browser.get(page).status_code == 404
