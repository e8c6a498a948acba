"""The office returns what a unit sent, words its report and issues it, checks a file."""

from io import BytesIO

import docx
from playwright.sync_api import expect
from wordfile import word_file

from docgen.model.people import Role

UNIT = "/ky/2025-Q1/don-vi/thanh-tra"
REPORT = "/ky/2025-Q1/bao-cao"
LETTER = {
    "name": "công văn.docx",
    "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "buffer": word_file("Kính gửi:  Uỷ ban nhân dân xã"),
}


def text_of(word_file_bytes):
    """Return the text of a Word file, paragraph by paragraph."""
    return "\n".join(one.text for one in docx.Document(BytesIO(word_file_bytes)).paragraphs)


def test_what_is_returned_is_mended_and_sent_again(answered):
    office = answered.open(f"{UNIT}/xem", Role.COORDINATOR)
    row = office.locator("tbody tr").first
    name = row.locator("th a").inner_text()
    row.get_by_label("Ý kiến trả lại").fill("Nêu rõ số cuộc kiểm tra.")
    office.get_by_label("Lý do trả lại", exact=True).fill("Số liệu chưa rõ.")
    office.get_by_role("button", name="Trả lại", exact=True).click()
    expect(office.get_by_role("row", name="Thanh tra Sở").first).to_contain_text("Trả lại")

    unit = answered.open(UNIT, Role.REPORTER, "thanh-tra")
    expect(unit.get_by_role("region", name="Lý do trả lại")).to_contain_text("Số liệu chưa rõ.")
    unit.get_by_role("link", name="Sở trả lại 1").click()
    unit.locator("#cac-dong tbody th a").first.click()
    expect(unit.locator(".dang-mo")).to_contain_text("Nêu rõ số cuộc kiểm tra.")
    unit.get_by_label("Kết quả", exact=True).fill("Đã kiểm tra đột xuất tại 04 cơ quan.")
    unit.locator(".dang-mo").get_by_role("button", name="Lưu", exact=True).click()
    unit.get_by_role("link", name="Xem lại và gửi").click()
    unit.get_by_label("Tôi xác nhận số liệu").check()
    unit.get_by_role("button", name="Gửi báo cáo").click()
    expect(unit.get_by_role("heading", level=1)).to_contain_text("Đã gửi")

    office.goto(f"{UNIT}/xem")
    expect(office.locator("main ins").first).to_be_visible()
    expect(office.locator("tbody tr", has_text=name)).to_contain_text("04 cơ quan")
    office.get_by_role("button", name="Duyệt báo cáo").click()
    expect(office.locator("h1, tr", has_text="Thanh tra Sở").first).to_contain_text("Đã duyệt")


def test_a_report_is_worded_and_issued(answered):
    editor = answered.open(REPORT, Role.COORDINATOR)
    editor.get_by_role("link", name="Sửa lời").first.click()
    text = editor.get_by_label("Lời văn của đoạn")
    text.fill(f"Trong quý I, {text.input_value()}")
    editor.get_by_role("button", name="Lưu lời").click()
    expect(editor.locator("main")).to_contain_text("Đã sửa lời")
    clerk = answered.open(f"{REPORT}/ban-hanh", Role.CLERK)
    clerk.get_by_label("Số báo cáo").fill("45")
    clerk.get_by_role("button", name="Tiếp tục").click()
    clerk.get_by_label("Đã xem các việc chưa xong").check()
    clerk.get_by_role("button", name="Ban hành báo cáo").click()
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Báo cáo số 45/BC-SNV")
    with clerk.expect_download() as waiting:
        clerk.get_by_role("link", name="Tải Word").click()
    assert "Trong quý I, " in text_of(waiting.value.path().read_bytes())
    editor.reload()
    expect(editor.get_by_role("link", name="Sửa lời")).to_have_count(0)


def test_a_file_is_checked_and_mended(service):
    page = service.open("/kiem-tra", Role.COORDINATOR)
    page.get_by_label("Tệp Word hoặc PDF").set_input_files(LETTER)
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.locator("main")).to_contain_text("Thừa dấu cách")
    picture = page.locator("figure img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('figure img').naturalWidth > 500")
    expect(page.locator("figure rect").first).to_be_visible()
    page.get_by_role("button", name="Sửa các chỗ sửa được").click()
    expect(page.locator("main")).to_contain_text("Đã sửa 1 chỗ")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải bản đã sửa").click()
    assert waiting.value.suggested_filename == "công văn-da-sua.docx"
    assert "Kính gửi: Uỷ ban" in text_of(waiting.value.path().read_bytes())


def test_a_personal_link_is_copied_by_a_button(service):
    user = service.office.user(Role.REPORTER, "van-phong")
    page = service.open(f"/quan-tri/nguoi-dung/xem?pk={user}", Role.ADMINISTRATOR)
    page.get_by_role("button", name="Cấp liên kết cá nhân").click()
    link = page.get_by_label("Nội dung để chép").input_value()
    assert link.startswith(f"{service.address}/lien-ket/")
    page.get_by_role("button", name="Chép").click()
    expect(page.get_by_text("Đã chép")).to_be_visible()
    page.goto("/quan-tri/nguoi-dung")
    page.get_by_role("searchbox").press("Control+V")
    expect(page.get_by_role("searchbox")).to_have_value(link)
