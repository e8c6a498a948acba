"""Answers looked through, sent, proved by a receipt, taken back; and in a workbook instead of on the page."""

from io import BytesIO

from docx import Document
from quarters import TASK, UNIT, address, kept, later, reporter, row
from unit_forms import Desk as Officer

from docgen.model.people import Role
from docgen.office.agency import SECOND_APPROVAL, settle
from docgen.office.desk import SYSTEM, Desk
from docgen.sheets.unit_form.layout import Part

CHECK, SEND, FORM = "/kiem-tra-lai", "/gui", "/bieu-mau"


def test_what_lacks_is_named_and_nothing_is_sent(answered):
    browser = reporter(answered)
    browser.post(row("4.8", "thong_ke"), {"phien_ban": "1", "so_lieu": ""})
    browser.post(row(), {"phien_ban": "1", "tinh_trang": "cham_tien_do"})
    page = browser.get(address(CHECK)).text
    assert "Phải sửa trước khi gửi: 2 chỗ" in page
    assert f'href="{row("4.8", "thong_ke")}#o-so_lieu"' in page
    assert f'href="{row()}#o-ly_do"' in page
    assert 'name="xac_nhan"' not in page
    assert browser.get(address("/bien-nhan")).status_code == 404
    assert "còn 2 chỗ phải sửa" in browser.post(address(SEND), {"xac_nhan": "co", "ghi_chu": "Đủ"}).text


def test_sent_proved_and_taken_back(answered):
    browser = reporter(answered)
    browser.post(row("kho_khan", "noi_dung"), {"noi_dung": "<i>Thiếu người</i>"})
    assert "&lt;i&gt;Thiếu người" in browser.get(address(CHECK)).text
    unticked = browser.post(address(SEND), {})
    assert unticked.status_code == 422
    assert 'href="#o-xac_nhan">Chưa xác nhận số liệu' in unticked.text
    said = {"xac_nhan": "co", "ghi_chu": "Đã rà soát."}
    for _ in range(2):  # pressed twice, sent once
        assert browser.post(address(SEND), said).headers["location"] == address("/bien-nhan")
    receipt = browser.get(address("/bien-nhan")).text
    assert "mã <strong>BC-2025-Q1-van-phong-1</strong>" in receipt
    assert "Phòng Cải cách hành chính" in receipt
    assert "<strong>Gửi báo cáo</strong>, Cán bộ Văn phòng Sở, 09:00" in receipt
    word = browser.get(address("/bien-nhan.docx"))
    assert word.content.startswith(b"PK")
    assert "BC-2025-Q1-van-phong-1.docx" in word.headers["content-disposition"]
    assert "dong-form" not in browser.get(row()).text
    assert "đang ở trạng thái “Đã gửi”" in browser.get(address(CHECK)).text
    assert "Thu hồi để sửa" in browser.get(address()).text
    browser.post(address("/thu-hoi"))
    assert "dong-form" in browser.get(row()).text


def test_the_receipt_is_a_pdf_too(answered):
    browser = reporter(answered)
    browser.post(address(SEND), {"xac_nhan": "co", "ghi_chu": "Đã rà soát."})
    assert browser.get(address("/bien-nhan.pdf")).content.startswith(b"%PDF")


def test_who_is_late_says_why(answered):
    browser = later(answered, "2025-03-19 09:00")
    assert "đã quá hạn 1 ngày" in browser.get(address()).text
    said = {"xac_nhan": "co", "ghi_chu": "Đã rà soát."}
    assert 'href="#o-ly_do_cham">Chưa ghi lý do nộp chậm' in browser.post(address(SEND), said).text
    browser.post(address(SEND), {**said, "ly_do_cham": "Mất điện <b>"})
    receipt = browser.get(address("/bien-nhan")).text
    assert "Nộp chậm 1 ngày" in receipt
    assert "Mất điện &lt;b&gt;" in receipt


def test_the_head_sends_where_the_office_wants_that(answered):
    browser, head = reporter(answered), answered.signed_in(Role.HEAD, UNIT)
    with answered.store.writing() as session:
        settle(Desk(session, SYSTEM, answered.clock()), SECOND_APPROVAL, value=True)
    assert "Trình lãnh đạo đơn vị" in browser.get(address(CHECK)).text
    reply = browser.post(address(SEND), {"viec": "trinh", "xac_nhan": "co"})
    assert reply.headers["location"] == address()
    assert "Xem lại và duyệt" in head.get("/").text
    assert "Duyệt và gửi" in head.get(address(CHECK)).text
    assert head.post(address(SEND), {"xac_nhan": "co", "ghi_chu": "Đã xem."}).status_code == 303
    assert head.get(address("/bien-nhan")).status_code == 200


def test_what_waits_for_the_head_stands_on_their_home_in_the_next_year_too(answered):
    keeper = answered.signed_in(Role.COORDINATOR)
    with answered.store.writing() as session:
        settle(Desk(session, SYSTEM, answered.clock()), SECOND_APPROVAL, value=True)
    keeper.post("/ky/2025-Q1/dong")
    keeper.post(f"{address()}/xem/mo-khoa", {"han": "20/1/2026", "ly_do": "Mất mạng"})
    browser = later(answered, "2026-01-15 09:00")
    browser.post(address(SEND), {"viec": "trinh", "xac_nhan": "co"})
    assert "Xem lại và duyệt" in answered.signed_in(Role.HEAD, UNIT).get("/").text
    assert "Không có kỳ báo cáo nào đang mở" not in browser.get("/").text


def test_the_receipt_says_on_page_and_paper_until_when_it_is_read(answered):
    keeper, browser = answered.signed_in(Role.COORDINATOR), reporter(answered)
    keeper.post(f"{address()}/xem/mo-khoa", {"han": "25/4/2025", "ly_do": "Mất mạng"})
    said = {"xac_nhan": "co", "ghi_chu": "Đã rà soát.", "ly_do_cham": "Mất mạng\r\nbốn ngày"}
    browser = later(answered, "2025-04-22 09:00")
    browser.post(address(SEND), said)
    page = browser.get(address("/bien-nhan")).text
    paper = Document(BytesIO(browser.get(address("/bien-nhan.docx")).content))
    assert "chậm nhất ngày 22/4/2025" in page
    assert "chậm nhất ngày 22/4/2025" in "\n".join(one.text for one in paper.paragraphs)
    assert '<dd class="giu-dong">Mất mạng\nbốn ngày</dd>' in page.replace("\r\n", "\n")


def test_a_workbook_changes_nothing_before_it_was_looked_at(collecting):
    browser = reporter(collecting)
    assert "Tải biểu mẫu Excel" in browser.get(address(FORM)).text
    blank = browser.get(address(f"{FORM}.xlsx")).content
    officer = Officer(blank)
    officer.fill(Part.TASKS, TASK, tinh_trang="Đang thực hiện", ket_qua="Đã <b> xong")
    data = officer.bytes()
    shown = browser.post(address(f"{FORM}.xlsx"), files={"tep": ("tra-loi.xlsx", data)}).text
    assert "thay đổi 1 dòng" in shown
    assert "Đã &lt;b&gt; xong" in shown
    assert kept(collecting).typed == {}
    held = {"tep_giu": _held(shown)}
    assert browser.post(address(f"{FORM}/ghi"), held).headers["location"] == address()
    assert kept(collecting).typed["ket_qua"] == "Đã <b> xong"
    assert "không có gì khác" in browser.post(address(f"{FORM}.xlsx"), files={"tep": ("a.xlsx", data)}).text


def test_a_workbook_does_not_write_over_what_was_typed_meanwhile(collecting):
    browser = reporter(collecting)
    officer = Officer(browser.get(address(f"{FORM}.xlsx")).content)
    officer.fill(Part.TASKS, TASK, tinh_trang="Đang thực hiện")
    shown = browser.post(address(f"{FORM}.xlsx"), files={"tep": ("a.xlsx", officer.bytes())}).text
    collecting.signed_in(Role.HEAD, UNIT).post(row(), {"ket_qua": "Vừa gõ"})
    refused = browser.post(address(f"{FORM}/ghi"), {"tep_giu": _held(shown)})
    assert refused.status_code == 409
    assert "Chưa lưu dòng nào từ tệp Excel" in refused.text
    assert kept(collecting).typed == {"ket_qua": "Vừa gõ"}


def _held(page):
    return page.split('name="tep_giu" value="')[1].split('"')[0]


def test_workbooks_that_cannot_be_used(collecting):
    browser = reporter(collecting)
    assert "Chưa chọn tệp Excel nào" in browser.post(address(f"{FORM}.xlsx")).text
    refused = browser.post(address(f"{FORM}.xlsx"), files={"tep": ("a.xlsx", b"PK hong")})
    assert refused.status_code == 422
    assert "a.xlsx" in refused.text
