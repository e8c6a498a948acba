"""A plan brought in, drafted from the year before, decided, looked at, issued: at its pages."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from plan_samples import DRAFT

from docgen.model.papers import PaperKind, PlanState, Register
from docgen.model.people import Role
from docgen.office import plans
from docgen.office.desk import SYSTEM, Desk
from docgen.office.numbers import use_register
from docgen.office.plans import Understood, keep_upload
from docgen.office.work import errands
from docgen.store.tables import Plan
from docgen.web.pages.previews import Paper, Previews

HOSTILE = "<script>alert(1)</script>"
BRING = "/ke-hoach/nhap"
TASK = "giao-bien-che"


@pytest.fixture
def browser(office):
    return office.signed_in(Role.COORDINATOR)


@pytest.fixture
def clerk(office):
    return office.signed_in(Role.CLERK)


def _upload(office, told):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        return keep_upload(desk, Understood(f"{HOSTILE}.docx", b"kh", told)).id


def _plan(office, year):
    with office.store.reading() as session:
        return plans.plan(session, year)


def test_an_edited_workbook_is_brought_back(office, browser):
    data = browser.get("/ke-hoach/2025/tep/ke-hoach-2025.xlsx").content
    reply = browser.post(BRING, {"nam": "2025"}, {"tep": (f"{HOSTILE}.xlsx", _edited(data))})
    address = reply.headers["location"]
    page = browser.get(address).text
    assert "1 chỗ khác với phiên bản 1" in page
    assert HOSTILE not in page
    assert browser.post(address, {"phien_ban": 1}).headers["location"] == "/ke-hoach/2025"
    assert next(row for row in _plan(office, 2025).plan.rows() if row.id == TASK).deadline == "Quý IV"
    assert "đã được đưa vào kế hoạch lúc" in browser.get(address).text
    again = browser.post(address, {"phien_ban": 1})
    assert (again.status_code, "đã được đưa vào kế hoạch." in again.text) == (409, True)


def _edited(data):
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == TASK)
    sheet[f"F{row}"] = "Quý IV"
    memory = BytesIO()
    book.save(memory)
    return memory.getvalue()


@pytest.mark.parametrize(
    "file", [None, {"tep": ("a.docx", b"")}, {"tep": ("a.docx", b"PK\x03\x04 khong phai")}]
)
def test_files_that_cannot_be_read(browser, file):
    assert "Nhập kế hoạch từ tệp" in browser.get(f"{BRING}?nam=2025").text
    reply = browser.post(BRING, {}, file)
    assert reply.status_code == 422
    assert "Chưa nhận được tệp" in reply.text


def test_what_the_file_does_not_tell_is_completed(office, browser):
    section = [{"tieu_de": "Mục đích", "doan": ["Nâng cao chất lượng."]}]
    told = {
        "draft": {"noi_dung": section},
        "findings": [],
        "office": {"ten": HOSTILE},
        "year": None,
        "base": 0,
    }
    address = f"{BRING}/{_upload(office, told)}"
    page = browser.get(address).text
    assert HOSTILE not in page
    assert all(f'name="{name}"' in page for name in ("nam", "trich_yeu", "ky_ho_ten", "noi_nhan"))
    form = {"nam": "2029", "trich_yeu": "Cải cách", "noi_nhan": "UBND tỉnh\n\nCác phòng"}
    refused = browser.post(address, form | {"nam": HOSTILE})
    assert refused.status_code == 422
    assert 'href="#o-ky_ho_ten">Chữ ký: chưa có chữ ký' in refused.text
    assert 'href="#o-nam">' in refused.text
    assert HOSTILE not in refused.text
    signed = form | {"ky_chuc_vu": "Giám đốc", "ky_ho_ten": "Nguyễn Văn An"}
    assert browser.post(address, signed).headers["location"] == "/ke-hoach/2029"
    assert _plan(office, 2029).plan.recipients.lines == ("UBND tỉnh", "Các phòng")


def test_what_only_the_file_can_mend(office, browser):
    told = {"draft": DRAFT | {"noi_dung": []}, "findings": [], "office": None, "year": 2027, "base": 0}
    page = browser.get(f"{BRING}/{_upload(office, told)}").text
    assert "Cần sửa trong tệp rồi tải lên lại" in page
    assert "Xác nhận nhập kế hoạch" not in page
    assert browser.get(f"{BRING}/99").status_code == 404


@pytest.fixture
def draft(browser):
    """Return the address of the draft of 2026, made at its page."""
    page = browser.get("/ke-hoach/2025/du-thao-nam-sau").text
    assert "Soạn dự thảo năm 2026" in page
    reply = browser.post("/ke-hoach/2025/du-thao-nam-sau", {"phien_ban": 0})
    assert reply.headers["location"] == "/ke-hoach/2026/quyet-dinh"
    return "/ke-hoach/2026"


@pytest.mark.usefixtures("draft")
def test_a_draft_is_drafted_anew_once_that_is_confirmed(office, browser):
    address = "/ke-hoach/2025/du-thao-nam-sau"
    assert browser.post(address, {"phien_ban": 0}).status_code == 409
    asked = browser.post(address, {"phien_ban": 1})
    assert (asked.status_code, "Chưa xác nhận thay dự thảo" in asked.text) == (422, True)
    assert browser.post(address, {"phien_ban": 1, "xac_nhan": "co"}).status_code == 303
    with office.store.writing() as session:
        session.query(Plan).filter(Plan.year == 2026).one().state = PlanState.ISSUED
    assert "không soạn lại được" in browser.get(address).text
    assert "Soạn lại dự thảo" not in office.signed_in(Role.LEADER).get(address).text


def test_decisions_one_after_another_and_many_at_once(office, browser, draft):
    address = f"{draft}/quyet-dinh"
    page = browser.get(address).text
    assert len(page.encode()) < 150_000
    assert "Đã quyết định 0/44" in page
    assert "Việc cần quyết định" in browser.get("/ke-hoach").text
    reworded = {"viec": "vien-dan-1", "ket_luan": "sua", "loi": HOSTILE, "phien_ban": 1}
    assert browser.post(address, reworded).status_code == 303
    assert HOSTILE in _plan(office, 2026).plan.opening[0]
    refused = browser.post(address, reworded | {"viec": "thuat-ngu-11", "loi": "", "phien_ban": 2})
    assert (refused.status_code, "Lời mới để trống" in refused.text) == (422, True)
    none = browser.post(address, {"ket_luan": "giu_nguyen", "phien_ban": 2})
    assert (none.status_code, "Chưa chọn việc nào" in none.text) == (422, True)
    taken = browser.post(address, {"viec": "vien-dan-1", "ket_luan": "dong_y", "phien_ban": 2})
    assert (taken.status_code, HOSTILE in taken.text) == (409, False)
    with office.store.reading() as session:
        left = [one.decision.id for one in plans.decisions(session, 2026).open]
    assert browser.post(address, {"viec": left, "ket_luan": "giu_nguyen", "phien_ban": 2}).status_code == 303
    page = browser.get(address).text
    assert "không còn việc nào cần quyết định" in page
    assert "Đã quyết định (44)" in page
    assert HOSTILE not in page


def test_two_people_at_one_decision(office, browser, draft):
    address, words = f"{draft}/quyet-dinh", "Căn cứ văn bản của người thứ nhất."
    first = {"viec": "vien-dan-1", "ket_luan": "sua", "loi": words, "phien_ban": 1}
    assert office.signed_in(Role.COORDINATOR).post(address, first).status_code == 303
    late = browser.post(address, first | {"loi": "Lời của người thứ hai."})
    assert late.status_code == 409
    both = late.text.partition('class="hai-ban"')[2].partition("</section>")[0]
    assert "Sửa lời\nThực hiện" in both
    assert words in both
    assert "Sửa lời\nLời của người thứ hai." in both
    assert words in _plan(office, 2026).plan.opening[0]


def test_looking_at_pages_and_files(browser, draft):
    page = browser.get(f"{draft}/xem-truoc?xem=nam-truoc").text
    assert 'src="/ke-hoach/2026/xem-truoc/nam-truoc/1"' in page
    assert browser.get(f"{draft}/xem-truoc/nam-truoc/1").content.startswith(b"\x89PNG")
    assert browser.get(f"{draft}/xem-truoc/ke-hoach/99").status_code == 404
    assert browser.get(f"{draft}/xem-truoc/khac/1").status_code == 404
    assert browser.get("/ke-hoach/2025/xem-truoc?xem=so-sanh").status_code == 404
    redline = browser.get(f"{draft}/tep/ke-hoach-2026-thay-doi.docx")
    assert (
        redline.headers["content-disposition"] == "attachment; filename*=UTF-8''ke-hoach-2026-thay-doi.docx"
    )
    assert "nam: 2026" in browser.get(f"{draft}/tep/ke-hoach-2026.yaml?phien_ban=1").text
    assert browser.get(f"{draft}/tep/ke-hoach-2026.yaml?phien_ban=9").status_code == 404
    assert browser.get(f"{draft}/tep/la.docx").status_code == 404


def test_extracts_are_asked_for(office, browser):
    browser.post("/ke-hoach/2025/trich")
    with office.store.reading() as session:
        (job,) = errands(Desk(session, SYSTEM, office.clock()))
    assert (job.kind, job.parameters) == ("trich-ke-hoach", {"nam": 2025})


def test_what_stands_in_the_way_of_issuing(clerk, draft):
    page = clerk.get(f"{draft}/ban-hanh").text
    assert "còn 44 việc cần quyết định" in page
    assert 'href="/ke-hoach/2026/quyet-dinh#qd-vien-dan-1"' in page
    refused = clerk.post(f"{draft}/ban-hanh", {"so": "45", "ngay": "9/3/2025"})
    assert (refused.status_code, "nên chưa ban hành được" in refused.text) == (409, True)


ISSUE = "/ke-hoach/2025/ban-hanh"


@pytest.mark.parametrize(
    ("so", "ngay", "said"),
    [
        (HOSTILE, "9/3/2025", "không phải số văn bản."),
        ("", "9/3/2025", "Chưa nhập số văn bản."),
        ("45", HOSTILE, "không phải ngày"),
        ("45", "11/3/2025", "Ngày 11/3/2025 chưa tới."),
        ("0", "9/3/2025", "0 không phải số văn bản"),
    ],
)
def test_numbers_and_days_that_cannot_be(clerk, so, ngay, said):
    reply = clerk.post(ISSUE, {"so": so, "ngay": ngay})
    assert reply.status_code == 422
    assert said in reply.text
    assert "Kiểm tra thể thức" in reply.text
    assert HOSTILE not in reply.text


def test_a_plan_is_issued(office, clerk):
    taken = clerk.post(ISSUE, {"so": "45", "ngay": "9/3/2025"}).headers["location"]
    assert clerk.post(ISSUE, {"so": "45", "ngay": "9/3/2025"}).headers["location"] == taken
    assert taken.startswith(f"{ISSUE}/xac-nhan?so=")
    assert "Ban hành kế hoạch" in clerk.get(taken).text
    number = taken.partition("so=")[2].partition("&")[0]
    form = {"so": number, "ngay": "2025-03-09"}
    refused = clerk.post(f"{ISSUE}/xac-nhan", form | {"ngay": "2026-01-02"})
    assert refused.status_code in {409, 422}
    assert clerk.post(f"{ISSUE}/xac-nhan", form).headers["location"] == "/ke-hoach/2025"
    page = clerk.get("/ke-hoach/2025").text
    assert "số 45/KH-SNV ngày 09/3/2025" in page
    assert "đã ban hành" in clerk.get(ISSUE).text
    assert clerk.post(ISSUE, {"so": "46", "ngay": "9/3/2025"}).status_code == 409
    with office.store.reading() as session:
        document = plans.issued_plan(session, 2025)
    assert (document.symbol, document.day, document.kind) == ("45/KH-SNV", date(2025, 3, 9), PaperKind.PLAN)


def test_the_next_number_of_the_own_register(office, clerk):
    with office.store.writing() as session:
        use_register(Desk(session, SYSTEM, office.clock()), Register.BUILT_IN)
    taken = clerk.post(ISSUE, {"ngay": "9/3/2025"}).headers["location"]
    page = clerk.get(ISSUE).text
    assert "Số mới lấy tiếp theo từ sổ số văn bản của docgen" in page
    assert "Số đã cấp, chưa phát hành" in page
    assert page.index('id="o-ngay"') < page.index('id="o-so_da_cap"')
    assert clerk.post(ISSUE, {"ngay": "9/3/2025", "so_da_cap": "1"}).headers["location"] == taken
    assert "Kiểm tra thể thức" in page


def test_pictures_are_drawn_once(browser):
    pdf = browser.get("/ke-hoach/2025/tep/ke-hoach-2025.pdf").content
    made = []
    paper = Paper("khoa", "kh.pdf", lambda: made.append(1) or pdf)
    previews = Previews(most=2)
    first = previews.page(paper, 2)
    assert previews.page(paper, 2) is first
    assert (previews.count(paper), len(made)) == (11, 1)
    for content in ("khac", "khac nua"):
        previews.count(replace(paper, content=content))
    previews.count(paper)
    assert len(made) == 4
