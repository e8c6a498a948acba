"""The report of a period as its readers and its editor see it."""

import re
from datetime import timedelta

import pytest
from offices import desk_of
from page_samples import send_quarter
from reported import PROGRESS, REPORT, anchor
from sent_reports import AFTER, CODE, send, shipped_period

from docgen.model.outcome import Status
from docgen.model.people import Role
from docgen.office import reports

PASSAGE = f"{REPORT}/doan/{PROGRESS}"
OF_UNIT = "ket-qua-thuc-hien/cai-cach-the-che/nhung-ket-qua-chu/gach.ra-soat-vbqppl.van-phong"
HOSTILE = "Đã làm <script>alert(1)</script>."


@pytest.fixture
def editor(reported):
    return reported.signed_in(Role.COORDINATOR)


def words_of(reply):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.text))


def edit(office, place, text):
    with office.store.writing() as session:
        reports.edit(desk_of(session, Role.COORDINATOR, now=AFTER), CODE, place, text, 0)


def say(office, **changes):
    """Let a unit send something else on the task of `OF_UNIT`."""
    question, sent = shipped_period()
    told = sent.received[question.period]["van-phong"].submission
    task = OF_UNIT.split(".")[1]
    rows = tuple(one.model_copy(update=changes) if one.id == task else one for one in told.rows)
    with office.store.writing() as session:
        send(session, "van-phong", told.model_copy(update={"rows": rows}))


def save(browser, place=PROGRESS, **form):
    return browser.post(f"{REPORT}/doan/{place}", {"phien_ban": "0", **form})


def test_the_report_is_read_in_its_order_with_what_it_lacks_at_the_top(editor):
    reply = editor.get(REPORT)
    words = words_of(reply)
    marks = [
        "Còn thiếu số liệu",
        "chưa gửi báo cáo",
        "Điểm cần lưu ý",
        "I. CÔNG TÁC",
        "1. Kế hoạch",
        "V. KIẾN NGHỊ",
    ]
    places = [words.index(mark) for mark in marks]
    assert places == sorted(places)
    assert len(reply.content) < 120_000


@pytest.mark.parametrize(("role", "may"), [(Role.COORDINATOR, True), (Role.LEADER, False)])
def test_only_its_editor_is_offered_to_word_it(reported, role, may):
    assert ("Sửa lời</a>" in reported.signed_in(role).get(REPORT).text) is may


def test_every_number_leads_to_what_units_sent(editor):
    text = editor.get(REPORT).text
    paragraph = re.search(rf'id="{anchor()}">(.*?)</div>', text, re.DOTALL)[1]
    address = re.search(r'href="bao-cao(/nguon/[^"]+)">04</a>', paragraph)[1]
    panel = editor.get(REPORT + address)
    assert "Nhiệm vụ đã hoàn thành: cả kế hoạch" in words_of(panel)
    assert 'href="/ky/2025-Q1/don-vi/van-phong/xem#nhiem-vu-giao-bien-che"' in panel.text
    assert "BC-2025-Q1-van-phong-1 10:00 ngày 17/3/2025" in words_of(panel)
    assert editor.get(REPORT + address.rpartition("/")[0] + "/9999").status_code == 404


def test_a_number_of_an_older_report_is_not_shown_for_another(editor, reported):
    old = REPORT + re.search(r'href="bao-cao(/nguon/[^"]+)"', editor.get(REPORT).text)[1]
    edit(reported, PROGRESS, "Khác.")
    reply = editor.get(old)
    assert reply.status_code == 409
    assert "Hãy mở lại báo cáo" in reply.text


def test_a_paragraph_is_worded_by_hand_and_stays_so(editor):
    written = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", editor.get(PASSAGE).text, re.DOTALL)[1]
    reply = save(editor, loi_van=written.replace("Tính đến", "Đến"))
    assert reply.headers["location"] == f"{REPORT}#{anchor()}"
    page = words_of(editor.get(REPORT))
    assert "Đã lưu lời văn." in page
    assert "Đến hết ngày 14/3/2025" in page
    assert "Đã sửa lời: Đầu mối" in page


def test_numbers_that_were_changed_are_told(editor):
    save(editor, loi_van="Đã hoàn thành 05/48 nhiệm vụ.")
    page = words_of(editor.get(REPORT))
    assert "có số khác với số liệu của các đơn vị" in page
    assert "Mục I.1 : lời văn đã sửa có số không lấy từ số liệu của các đơn vị: 05/48." in page


def test_what_was_typed_is_never_markup(editor):
    save(editor, loi_van=HOSTILE)
    for address in (REPORT, PASSAGE):
        assert "Đã làm &lt;script&gt;" in editor.get(address).text
    assert HOSTILE not in editor.get(REPORT).text + save(editor, loi_van="Khác.").text


def test_a_paragraph_is_left_out_and_taken_back(editor):
    assert "Chưa nhập lời văn" in save(editor, loi_van="").text
    save(editor, viec="bo")
    assert "Đã bỏ khỏi báo cáo" in words_of(editor.get(REPORT))
    save(editor, viec="moi", phien_ban="1")
    assert "Đã bỏ khỏi báo cáo" not in words_of(editor.get(REPORT))


def test_of_two_editors_the_second_sees_both_texts(editor):
    save(editor, loi_van="Lời thứ nhất.")
    reply = save(editor, loi_van="Lời thứ hai.")
    assert reply.status_code == 409
    assert '<blockquote class="loi-kia">Lời thứ nhất.' in reply.text
    assert "\nLời thứ hai.</textarea>" in reply.text
    assert 'name="phien_ban" value="1"' in reply.text
    assert save(editor, loi_van="Lời thứ hai.", phien_ban="1").status_code == 303


def test_words_that_cannot_be_printed_stay_in_the_field(editor):
    reply = save(editor, loi_van="a\x01b")
    assert reply.status_code == 422
    assert "a\x01b</textarea>" in reply.text


def test_where_data_have_changed_both_texts_are_offered(editor, reported):
    edit(reported, OF_UNIT, "Đã rà soát văn bản.")
    say(reported, result="Đã rà soát xong 12 văn bản.")
    page = words_of(editor.get(REPORT))
    assert "số liệu đã đổi sau khi sửa lời" in page
    assert "Giữ lời đã sửa" in page
    assert "12 văn bản" in page
    save(editor, OF_UNIT, viec="giu", phien_ban="1")
    assert "số liệu đã đổi" not in words_of(editor.get(REPORT))


def test_an_edit_without_a_place_is_shown_until_it_is_dropped(editor, reported):
    edit(reported, OF_UNIT, "Đã rà soát văn bản.")
    say(reported, result="", products=(), status=Status.NOT_STARTED)
    assert "nay không còn chỗ trong báo cáo" in words_of(editor.get(REPORT))
    assert save(editor, OF_UNIT, viec="moi", phien_ban="7").status_code == 409
    save(editor, OF_UNIT, viec="moi", phien_ban="1")
    assert "nay không còn chỗ" not in words_of(editor.get(REPORT))


@pytest.mark.parametrize("place", ["khong-co", "cong-tac-chi-dao"])
def test_what_cannot_be_worded_is_not_there(editor, place):
    assert editor.get(f"{REPORT}/doan/{place}").status_code == 404


@pytest.mark.parametrize("period", ["2025-6T", "2031-Q1"])
def test_there_is_no_report_before_its_period_opens(editor, period):
    assert editor.get(f"/ky/{period}/bao-cao").status_code == 404


def test_its_pages_are_seen_with_their_text(editor):
    page = editor.get(f"{REPORT}/xem-truoc").text
    assert page.count("<img ") == page.count('loading="lazy"') + 1 > 30
    assert 'alt="Trang 3/' in page
    picture = editor.get(f"{REPORT}/xem-truoc/1/anh")
    assert picture.content.startswith(b"\x89PNG")
    first = editor.get(f"{REPORT}/xem-truoc/1")
    assert f'href="{REPORT}#{anchor()}"' in first.text
    assert "DỰ THẢO" in words_of(first)
    assert editor.get(f"{REPORT}/xem-truoc/99").status_code == 404


def test_a_preview_is_made_by_a_job(office):
    send_quarter(office)
    leader = office.signed_in(Role.LEADER)
    assert "Dựng bản xem trước" in leader.get(f"{REPORT}/xem-truoc").text
    assert leader.post(f"{REPORT}/dung-lai").headers["location"] == f"{REPORT}/xem-truoc"
    assert "data-dang-dung" in leader.get(f"{REPORT}/xem-truoc").text


def test_its_files_are_had(editor):
    for ending, begins in (("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
        reply = editor.get(f"{REPORT}/tep/{ending}")
        assert reply.content.startswith(begins)
        assert f".{ending}" in reply.headers["content-disposition"]
    assert editor.get(f"{REPORT}/tep/exe").status_code == 404


def test_files_are_made_for_whoever_asks_first(office):
    send_quarter(office)
    office.clock.now += timedelta(days=1)
    reader = office.signed_in(Role.LEADER)
    assert reader.get(f"{REPORT}/tep/docx").content.startswith(b"PK")
    assert "loading" in reader.get(f"{REPORT}/xem-truoc").text


def test_the_picture_of_the_period_is_placed_and_taken_out(editor, reported):
    assert editor.post(f"{REPORT}/hinh", {"hinh": "co"}).headers["location"] == REPORT
    page = editor.get(REPORT)
    assert "Đã đặt hình vào báo cáo." in page.text
    assert "Hình. Tiến độ thực hiện Kế hoạch" in words_of(page)
    assert "Thêm hình tình hình thực hiện" not in page.text
    editor.post(f"{REPORT}/hinh", {"hinh": ""})
    assert "Hình. Tiến độ" not in words_of(editor.get(REPORT))
    assert "Thêm hình tình hình thực hiện" not in reported.signed_in(Role.LEADER).get(REPORT).text


def test_an_issued_report_keeps_its_picture(issued):
    assert issued.signed_in(Role.COORDINATOR).post(f"{REPORT}/hinh", {"hinh": "co"}).status_code == 409
