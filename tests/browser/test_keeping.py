"""What is typed is kept: while the network is cut, while a word is composed, while others type too."""

from datetime import UTC, datetime, timedelta

from browser import PATIENCE
from offices import desk_of
from playwright.sync_api import expect
from troubled import full

from docgen.model.people import Role
from docgen.office.submissions import RowName, unit_page
from docgen.store.tables import RowKind

UNIT, KEY = "van-phong", "xay-dung-vbqppl"
LIST = f"/ky/2025-Q1/don-vi/{UNIT}"
ROW = f"{LIST}/dong/nhiem_vu/{KEY}"


def kept(service, field="ket_qua"):
    """Return what the office has of the row."""
    with service.office.store.reading() as session:
        desk = desk_of(session, Role.REPORTER, UNIT, service.office.clock())
        return unit_page(desk, "2025-Q1", UNIT).row(RowName(RowKind.TASK, KEY)).typed.get(field, "")


def soon_kept(page, service, words):
    """Wait until the office has `words` of the row: what is told may be of the save before."""
    for _ in range(PATIENCE // 100):
        if kept(service) == words:
            return
        page.wait_for_timeout(100)
    assert kept(service) == words


def test_nothing_is_lost_when_the_network_is_cut(service):
    service.foreseen += ["ERR_INTERNET_DISCONNECTED"]
    page = service.open(LIST, Role.REPORTER, UNIT)
    page.locator(f"tr a[href*={KEY}]").click()
    page.get_by_label("Đang thực hiện").check()
    result, label = page.get_by_label("Kết quả", exact=True), page.locator(".luu-luc")
    expect(label).to_contain_text("Đã lưu 09:00")
    page.context.set_offline(True)
    result.press_sequentially("Đang rà soát ")
    expect(label).to_have_text("Chưa lưu – mất kết nối, đang thử lại")
    result.press_sequentially("03 văn bản.")
    assert kept(service) == ""
    page.context.set_offline(False)
    expect(label).to_contain_text("Đã lưu 09:00")
    result.press_sequentially(" Còn 01 văn bản.")
    page.keyboard.press("Control+S")
    soon_kept(page, service, "Đang rà soát 03 văn bản. Còn 01 văn bản.")
    expect(label).to_contain_text("Đã lưu 09:00")


def test_a_page_with_unsaved_text_asks_before_it_closes(service):
    service.foreseen += ["ERR_INTERNET_DISCONNECTED"]
    page = service.open(ROW, Role.REPORTER, UNIT)
    asked = []
    page.on("dialog", lambda one: (asked.append(one.type), one.dismiss()))
    page.context.set_offline(True)
    page.get_by_label("Kết quả", exact=True).press_sequentially("Đang")
    with page.expect_event("dialog"):
        page.evaluate("location.reload()")
    assert asked == ["beforeunload"]
    assert page.get_by_label("Kết quả", exact=True).input_value() == "Đang"


def test_a_word_that_is_composed_is_not_interrupted(service):
    page = service.open(ROW, Role.REPORTER, UNIT)
    sent = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.get_by_label("Đang thực hiện").check()
    result, label = page.get_by_label("Kết quả", exact=True), page.locator(".luu-luc")
    expect(label).to_contain_text("Đã lưu")
    sent.clear()
    result.focus()
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    keyboard = page.context.new_cdp_session(page)
    for word in ("Đ", "Đa", "Đan", "Đang"):
        keyboard.send(
            "Input.imeSetComposition", {"text": word, "selectionStart": len(word), "selectionEnd": len(word)}
        )
    page.clock.run_for(1800)
    assert sent == []
    assert result.input_value() == "Đang"
    keyboard.send("Input.insertText", {"text": "Đang xử lý"})
    page.clock.run_for(1000)
    assert sent == []
    expect(label).to_contain_text("Đã lưu")
    page.keyboard.press("Control+S")
    soon_kept(page, service, "Đang xử lý")
    expect(label).to_contain_text("Đã lưu")


def typed_by_two(service):
    """Return the page of whoever was second, with what both typed before them."""
    service.foreseen += ["409"]
    first = service.open(ROW, Role.REPORTER, UNIT)
    second = service.open(ROW, Role.HEAD, UNIT)
    for page, words in ((first, "Đã ban hành 02 văn bản."), (second, "Đang trình 01 văn bản.")):
        page.get_by_label("Kết quả", exact=True).fill(words)
        page.keyboard.press("Control+S")
        if page is first:
            expect(page.locator(".luu-luc")).to_contain_text("Đã lưu")
    both = second.locator(".hai-ban")
    expect(both).to_contain_text("Đã ban hành 02 văn bản.")
    expect(both).to_contain_text("Đang trình 01 văn bản.")
    return second


def test_the_second_of_two_sees_both_texts_and_joins_them(service):
    page = typed_by_two(service)
    assert kept(service) == "Đã ban hành 02 văn bản."
    page.get_by_role("button", name="Ghép hai bản").click()
    expect(page.locator(".luu-luc")).to_have_text("Đã lưu 09:00")
    assert "Đã ban hành 02 văn bản." in kept(service)
    assert "Đang trình 01 văn bản." in kept(service)


def test_the_second_of_two_keeps_the_own_text(service):
    page = typed_by_two(service)
    page.get_by_role("button", name="Giữ bản đang nhập").click()
    expect(page.locator(".luu-luc")).to_have_text("Đã lưu 09:00")
    assert kept(service) == "Đang trình 01 văn bản."
    expect(page.locator(".hai-ban")).to_have_count(0)


def test_the_second_of_two_takes_the_other_text(service):
    page = typed_by_two(service)
    page.get_by_role("button", name="Lấy bản của").click()
    expect(page.get_by_label("Kết quả", exact=True)).to_have_value("Đã ban hành 02 văn bản.")
    assert kept(service) == "Đã ban hành 02 văn bản."
    expect(page.locator(".lich-su")).to_contain_text("Đang trình 01 văn bản.")


def test_who_goes_on_typing_while_a_text_is_refused_loses_no_letter(service):
    service.foreseen += ["409"]
    first = service.open(ROW, Role.REPORTER, UNIT)
    second = service.open(ROW, Role.HEAD, UNIT)
    first.get_by_label("Kết quả", exact=True).fill("Đã ban hành 02 văn bản.")
    first.keyboard.press("Control+S")
    expect(first.locator(".luu-luc")).to_contain_text("Đã lưu")
    held = []
    second.route(f"**{ROW}", lambda route: held.append(route) if not held else route.continue_())
    result, both = second.get_by_label("Kết quả", exact=True), second.locator(".hai-ban")
    result.press_sequentially("Đang trình ")
    with second.expect_request(f"**{ROW}"):
        second.keyboard.press("Control+S")
    result.press_sequentially("01 văn bản")
    held[0].continue_()
    expect(both).to_be_visible()
    expect(result).to_be_focused()
    second.keyboard.type(", xin ý kiến.")
    expect(both).to_contain_text("Đang trình 01 văn bản, xin ý kiến.")
    assert result.input_value() == "Đang trình 01 văn bản, xin ý kiến."
    second.get_by_role("link", name="So hai bản").click()
    expect(both.get_by_role("heading")).to_be_focused()
    second.get_by_role("button", name="Ghép hai bản").click()
    expect(second.locator(".luu-luc")).to_have_text("Đã lưu 09:00")
    assert kept(service) == "Đã ban hành 02 văn bản.\nĐang trình 01 văn bản, xin ý kiến."


def test_the_reason_why_nothing_can_be_kept_is_told(service):
    service.foreseen += ["507"]
    page = service.open(ROW, Role.REPORTER, UNIT)
    with full(service.office.store):
        page.get_by_label("Kết quả", exact=True).fill("Đang trình. " * 1500)
        page.keyboard.press("Control+S")
        expect(page.locator(".luu-luc")).to_have_text("Chưa lưu – máy chủ hết dung lượng, đang thử lại")
        expect(page.locator(".dong-loi")).to_contain_text("nội dung vừa gửi CHƯA được lưu")
    expect(page.locator(".luu-luc")).to_have_text("Đã lưu 09:00")
    expect(page.locator(".dong-loi")).not_to_contain_text("CHƯA")
    assert kept(service) == ("Đang trình. " * 1500).strip()
