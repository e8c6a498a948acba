"""A unit fills in its rows and sends them: by keyboard alone, without scripts, on a phone."""

import pytest
from answering import fill
from browser import PHONE
from playwright.sync_api import expect

from docgen.model.people import Role

UNIT = "thi-dua-khen-thuong"
IS_SEEN = """() => {
    const one = document.activeElement, {left, top, width, height} = one.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height, 30) / 2);
    return one === document.body || one.contains(there) || Boolean(there?.contains(one));
}"""
"""Whether nothing lies over what is focused."""
SENT = "Đã gửi báo cáo quý I năm 2025"
LATE = "Phần mềm bị hỏng hai ngày."


def open_at(service, unit=UNIT, **options):
    return service.open(f"/ky/2025-Q1/don-vi/{unit}", Role.REPORTER, unit, **options)


def tab_to(page, wanted):
    """Press Tab until something is focused."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"Tab does not lead to {wanted}")


def is_focused(page, wanted):
    return page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)


def test_everything_is_done_by_keyboard(service):
    page = open_at(service, "thanh-tra")
    tab_to(page, page.locator("tr[data-chua-xong] th a").first)
    page.keyboard.press("Enter")
    for done in range(1, 9):
        expect(page.locator(".dang-mo :focus")).to_be_visible()
        if is_focused(page, "[type=radio]"):
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
            tab_to(page, page.locator("#o-ket_qua"))
            page.keyboard.type("Đang triển khai theo Kế hoạch.")
        else:
            page.keyboard.type("1")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#tien-do")).to_contain_text(f"Đã xong {done}/8")
    expect(page.get_by_role("link", name="Xem lại và gửi")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kiem-tra-lai")
    tab_to(page, page.get_by_label("Tôi xác nhận số liệu"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Gửi báo cáo"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(SENT)


def test_everything_is_done_without_scripts(answered):
    page = open_at(answered, java_script_enabled=False)
    open_rows = page.locator("tr[data-chua-xong]")
    left = open_rows.count()
    open_rows.locator("th a").first.click()
    for _ in range(left):
        expect(page.get_by_role("button", name="Lưu và sang dòng chưa xong")).to_be_visible()
        if page.get_by_label("Đang thực hiện").count():
            page.get_by_label("Đang thực hiện").check()
            page.get_by_label("Kết quả", exact=True).fill("Đang triển khai.\nCòn 02 văn bản.")
        else:
            page.get_by_label("Số liệu", exact=True).fill("1.250")
        with page.expect_event("load"):
            page.get_by_role("button", name="Lưu và sang dòng chưa xong").click()
    expect(page.locator("main")).to_contain_text("không còn dòng nào chưa xong")
    answered.foreseen.append("422")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa xác nhận số liệu")
    page.get_by_label("Lý do nộp chậm").fill(LATE)
    page.get_by_label("Tôi xác nhận số liệu").check()
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SENT)


def fits(page):
    """Say whether nothing has to be scrolled to the side."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_is_done_on_a_phone(answered):
    fill(answered.office.store, UNIT, moment="2025-03-20 15:00")
    page = open_at(answered, **PHONE)
    assert fits(page)
    page.get_by_role("link", name="Rà soát, sửa đổi quy chế chi tiêu nội bộ").tap()
    page.get_by_label("Chậm tiến độ").tap()
    page.get_by_label("Lý do", exact=False).first.fill("Chờ hướng dẫn.")
    assert fits(page)
    page.locator(".dang-mo").get_by_role("button", name="Lưu", exact=True).tap()
    expect(page.locator("#nhiem-vu-quy-che-chi-tieu-noi-bo")).to_contain_text("Chậm tiến độ")
    page.get_by_role("link", name="Xem lại và gửi").tap()
    page.get_by_label("Lý do nộp chậm").fill(LATE)
    page.get_by_label("Tôi xác nhận số liệu").tap()
    assert fits(page)
    page.get_by_role("button", name="Gửi báo cáo").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(SENT)
    assert fits(page)


def test_the_list_narrows_while_words_are_typed(service):
    page = open_at(service, "van-phong", viewport={"width": 768, "height": 1024})
    rows, told = page.locator("tr[id]:visible"), page.locator("#so-dong")
    field = page.get_by_label("Tìm trong các dòng")
    expect(rows).to_have_count(100)
    expect(rows.first).to_have_css("display", "block")  # a card: its columns would be too narrow
    page.get_by_label("Chọn A.1", exact=True).check()
    field.press_sequentially("phap luat")
    expect(told).to_have_text("6 dòng có “phap luat”.")
    expect(rows).to_have_count(6)
    expect(page.get_by_label("Chọn cả 6 dòng đang hiện")).to_be_visible()
    expect(page.locator("#da-chon")).to_have_text("Đã chọn 1, 1 đang ẩn")
    page.reload()
    expect(rows).to_have_count(6)
    field.fill("không có đâu")
    expect(page.get_by_text("Không có dòng nào khớp")).to_be_visible()
    field.fill("biên chế")
    expect(told).to_contain_text("dòng có “biên chế”.")
    expect(page.locator("#nhiem-vu-giao-bien-che")).to_be_visible()
    field.fill("")
    expect(rows).to_have_count(100)
    expect(told).to_be_empty()


def test_the_bar_at_the_bottom_never_covers_what_is_focused(answered):
    page = open_at(answered, **PHONE)
    for _ in range(70):
        page.keyboard.press("Tab")
        page.wait_for_function(IS_SEEN)
