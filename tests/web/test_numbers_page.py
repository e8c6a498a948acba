"""The register of numbers: taken or entered, cancelled with a reason, of two registers."""

import pytest

from docgen.model.papers import NumberState, PaperKind, Register
from docgen.model.people import Role
from docgen.office import numbers


@pytest.fixture
def clerk(office):
    return office.signed_in(Role.CLERK)


def enter(browser, number="45", kind="BC", year="2025"):
    return browser.post("/so-van-ban", {"loai": kind, "nam": year, "so": number})


def kept(office):
    with office.store.reading() as session:
        return {(one.kind, one.year, one.number): one.state for one in numbers.numbers(session, 2025)}


def test_a_number_of_the_offices_own_register_is_written_down(clerk, office):
    assert "sổ đăng ký văn bản của cơ quan" in clerk.get("/so-van-ban").text
    assert enter(clerk).headers["location"] == "/so-van-ban"
    assert "Đã cấp số 45 loại Báo cáo năm 2025." in clerk.get("/so-van-ban").text
    assert "Đã cấp, chưa phát hành" in clerk.get("/so-van-ban?loai=BC").text
    assert kept(office) == {(PaperKind.REPORT, 2025, 45): NumberState.TAKEN}
    assert "chưa cấp số nào loại Kế hoạch" in clerk.get("/so-van-ban?loai=KH").text
    assert "Năm 2024 chưa cấp số nào." in clerk.get("/so-van-ban?nam=2024").text


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        ("45", 409, "Số 45 của loại Báo cáo năm 2025 đã có"),
        ("", 422, "Chưa nhập số văn bản."),
        ("4<5", 422, "“4&lt;5” không phải số văn bản."),
    ],
)
def test_a_number_that_cannot_be_is_refused_and_stays_in_its_field(clerk, typed, status, told):
    enter(clerk)
    reply = enter(clerk, typed)
    assert (reply.status_code, told in reply.text) == (status, True)
    assert f'value="{typed.replace("<", "&lt;")}"' in reply.text


def test_a_number_is_cancelled_with_a_reason(clerk, office):
    enter(clerk)
    assert "Hủy số 45" in clerk.get("/so-van-ban/1/huy").text
    refused = clerk.post("/so-van-ban/1/huy", {"ly_do": "  "})
    assert (refused.status_code, "Chưa nêu lý do" in refused.text) == (422, True)
    clerk.post("/so-van-ban/1/huy", {"ly_do": "Không <i>ban hành</i>."})
    page = clerk.get("/so-van-ban").text
    assert "Đã hủy số 45 loại Báo cáo." in page
    assert "Không &lt;i&gt;ban hành" in page
    assert kept(office) == {(PaperKind.REPORT, 2025, 45): NumberState.CANCELLED}
    assert clerk.get("/so-van-ban/9/huy").status_code == 404


def test_docgens_register_gives_the_next_number(clerk, office):
    clerk.post("/so-van-ban/so-dung", {"so_dung": Register.BUILT_IN.value})
    page = clerk.get("/so-van-ban").text
    assert "Từ nay lấy số từ sổ số văn bản của docgen." in page
    assert 'name="so"' not in page
    for _ in range(2):
        clerk.post("/so-van-ban", {"loai": "KH", "nam": "2025"})
    assert [number for _, _, number in kept(office)] == [2, 1]


def test_readers_see_the_register_and_change_nothing(office, clerk):
    enter(clerk)
    page = office.signed_in(Role.LEADER).get("/so-van-ban").text
    assert "Đã cấp, chưa phát hành" in page
    assert "<form" not in page.partition("<main")[2]


def test_an_issued_number_leads_to_its_document(issued):
    page = issued.signed_in(Role.CLERK).get("/so-van-ban").text
    assert '<a href="/van-ban/1">45/BC-SNV</a>' in page
    assert "Hủy số" not in page
