"""How each route is asked for: a line for each. The matrix of tests/web/test_access.py comes from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checked_samples import checked
from plan_samples import CELLS, a_number, an_issued_plan, an_upload, the_plan
from sqlalchemy import select

from docgen.model.collecting import PeriodState
from docgen.model.papers import PaperKind
from docgen.model.people import Role
from docgen.model.submission import Submission
from docgen.office import reports
from docgen.office.accounts import make_link
from docgen.office.agency import organisation
from docgen.office.desk import SYSTEM, Actor, Desk
from docgen.office.documents import Signed, documents, issue
from docgen.office.notices import notify
from docgen.office.numbers import enter_number, numbers
from docgen.office.periods import open_period, period_of
from docgen.office.plans import plan
from docgen.office.submissions import RowName, VettedFile, accept, attach, take_in, unit_page
from docgen.office.work import MadeFile, ask_for, fail, finish, made
from docgen.services.evidence import Vetted
from docgen.store.blobs import keep
from docgen.store.tables import Notice, RowKind


def _nothing(_office, _browser):
    return {}


@dataclass(frozen=True)
class Sample:
    """A request that a route takes.

    `address` is the path, as the route has it when not given; what stands in it in braces is told by `given`,
    which also makes what must be there first; "unit" is the unit of whoever asks, or another one. `works` are
    the statuses of those who may.
    """

    address: str = ""
    form: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple] | None = None
    given: Callable = _nothing
    works: tuple[int, ...] = (200, 303)


def _link(office, _browser):
    with office.store.writing() as session:
        return {"token": make_link(Desk(session, SYSTEM, office.clock()), office.user(Role.REPORTER))}


def _notice(office, browser):
    with office.store.writing() as session:
        reader = browser.user_id or office.user(Role.CLERK)
        notify(Desk(session, SYSTEM, office.clock()), [reader], "thu", "Đến hạn.", "/ky")
        return {"notice": session.scalar(select(Notice.id).where(Notice.user_id == reader))}


def open_quarter(office):
    """Open the first quarter, unless it is open."""
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        if period_of(session, "2025-Q1").state is PeriodState.PLANNED:
            open_period(desk, "2025-Q1")


def send_quarter(office, unit="van-phong"):
    """Let a unit send a little for the first quarter."""
    open_quarter(office)
    said = {"nam": 2025, "ky": "2025-Q1", "don_vi": "Văn phòng Sở", "kho_khan": ["Thiếu người"]}
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        take_in(desk, Submission.model_validate(said), "2025-Q1", unit, office.clock())


def _open(office, _browser):
    open_quarter(office)
    return _ROW


def _sent(office, _browser):
    send_quarter(office)
    return _ROW


def _proved(office, _browser):
    open_quarter(office)
    file = VettedFile(Vetted("a.png", "image/png", 1, "0" * 64), b"a")
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        return _ROW | {"file": attach(desk, "2025-Q1", "van-phong", GIVEN_ROW, file).id}


def _planned(_office, _browser):
    return {"period": "2025-6T"}


def _accepted(office, _browser):
    send_quarter(office)
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        accept(desk, "2025-Q1", "van-phong", unit_page(desk, "2025-Q1", "van-phong").dispatch.round)
    return _ROW


def failed_job(office, browser):
    """Let whoever is at the browser have asked for something of which nothing came."""
    with office.store.writing() as session:
        desk = Desk(session, _asking(browser), office.clock())
        job = ask_for(desk, "bieu-mau", "Biểu mẫu của các đơn vị", {"ky": "2025-Q1"})
        fail(desk, job, "Hết dung lượng đĩa.")
    return job


def _asking(browser):
    return Actor("Người hỏi", Role.COORDINATOR, user_id=browser.user_id)


def _failed_job(office, browser):
    return {"job": failed_job(office, browser)}


def _done_job(office, browser):
    with office.store.writing() as session:
        desk = Desk(session, _asking(browser), office.clock())
        job = ask_for(desk, "bieu-mau", "Biểu mẫu của các đơn vị", {"ky": "2025-Q1"})
        finish(desk, job, made([MadeFile("bieu-mau.zip", keep(session, b"PK"))]))
    return {"job": job}


_NEW_DAYS = {
    "han_don_vi": "21/3/2025",
    "han_bao_cao": "25/3/2025",
    "dong_ky": "25/3/2025",
    "ly_do": "Nghỉ bù.",
}


def _report(office, _browser):
    send_quarter(office)
    with office.store.reading() as session:
        mark = reports.draft(session, "2025-Q1").content[:8]
    return {"period": "2025-Q1", "mark": mark, "number": 0, "place": _PLACE, "page": 1, "ending": "khac"}


def _number(office, _browser):
    send_quarter(office)
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        used = len(numbers(session, 2025, PaperKind.REPORT))
        return {"period": "2025-Q1", "number": enter_number(desk, PaperKind.REPORT, 2025, used + 1).id}


def _document(office, _browser):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        if not (found := documents(session)):
            number = enter_number(desk, PaperKind.PLAN, 2025, 8)
            data = {
                "ke_hoach": plan(session, 2025).plan.as_data(),
                "co_quan": organisation(session).as_data(),
            }
            signed = Signed(PaperKind.PLAN, "cải cách hành chính", "8/KH-SNV", b"PK", b"%PDF", data)
            found = [issue(desk, signed, number.id, desk.today)]
    return {"document_id": found[0].id, "name": "8-KH-SNV.pdf"}


_PLACE = "cong-tac-chi-dao/ke-hoach-cai-cach/doan.tinh-den-het-ngay"
_ROW = {"period": "2025-Q1", "kind": "nhiem_vu", "key": "giao-bien-che"}
GIVEN_ROW = RowName(RowKind.TASK, "giao-bien-che")
"""A task of the unit "van-phong" in the first quarter."""

PAGES = {
    # the doors
    "dang_nhap": Sample(),
    "dang_nhap_gui": Sample(form={"ten_dang_nhap": "ai", "mat_khau": "sai"}, works=(422,)),
    "lien_ket": Sample(given=_link),
    "lien_ket_vao": Sample(given=_link),
    "dang_xuat": Sample(),
    "dang_xuat_moi_noi": Sample(),
    "doi_mat_khau": Sample(),
    "doi_mat_khau_gui": Sample(form={"mat_khau_moi": "a", "mat_khau_nhap_lai": "b"}, works=(422,)),
    "phien": Sample(),
    # the page of a unit
    "don_vi": Sample(given=_open),
    "dong": Sample(given=_open),
    "dong_luu": Sample(given=_open, form={"phien_ban": "0", "tinh_trang": "dang_thuc_hien"}),
    "dong_trao_doi": Sample(given=_open, form={"trao_doi": "Đã bổ sung."}),
    "dong_minh_chung": Sample(given=_open, files={"tep": ("a.exe", b"MZ")}, works=(422,)),
    "dong_minh_chung_dung_lai": Sample(given=_open, form={"tep": "1"}, works=(404,)),
    "minh_chung": Sample(given=_proved),
    "minh_chung_anh": Sample(given=_proved, works=(404,)),
    "minh_chung_bo": Sample(given=_proved, form={"kind": "nhiem_vu", "key": "giao-bien-che"}),
    "hang_loat": Sample(given=_open),
    "hang_loat_hoan_tac": Sample(given=_open, form={"chon": "nhiem_vu:giao-bien-che:0"}),
    "so_lieu": Sample(given=_open),
    "so_lieu_luu": Sample(
        given=_open, form={"ma": "4.8", "phien_ban_dong": "0", "so_lieu": "75", "ghi_chu": ""}
    ),
    "kiem_tra_lai": Sample(given=_open),
    "don_vi_gui": Sample(given=_open, works=(422,)),
    "thu_hoi": Sample(given=_sent),
    "bien_nhan": Sample(given=_sent),
    "bien_nhan_docx": Sample(given=_sent),
    "bien_nhan_pdf": Sample(given=_open, works=(404,)),
    "bieu_mau": Sample(given=_open),
    "bieu_mau_xlsx": Sample(given=_open),
    "bieu_mau_gui": Sample(given=_open, files={"tep": ("a.xlsx", b"")}, works=(422,)),
    "bieu_mau_ghi": Sample(given=_open, form={"tep_giu": "1"}, works=(404,)),
    # the board of a period
    "ky_danh_sach": Sample(),
    "ky_lap": Sample(form={"nam": "2025"}),
    "ky": Sample(given=_open),
    "ky_mo": Sample(given=_planned),
    "ky_gia_han": Sample(given=_open),
    "ky_gia_han_luu": Sample(given=_open, form=_NEW_DAYS),
    "ky_dong": Sample(given=_open),
    "ky_dong_luu": Sample(given=_open),
    "ky_nhac": Sample(given=_open),
    "ky_bieu_mau": Sample(given=_open),
    "ky_trich": Sample(given=_open),
    "don_doc": Sample(given=_open),
    "don_doc_trang": Sample(address="/ky/2025-Q1/don-doc/trang/1", given=_open),
    "don_doc_docx": Sample(given=_open),
    "don_doc_pdf": Sample(given=_open),
    "don_doc_ban_hanh": Sample(given=_open),
    "don_doc_ban_hanh_so": Sample(given=_open, form={"ngay": "1/1/2025", "so": "8"}, works=(422,)),
    "don_doc_ban_hanh_xem": Sample(
        "/ky/{period}/don-doc/ban-hanh/kiem-tra?so={number}&ngay=2025-03-10", given=_number
    ),
    "don_doc_ban_hanh_gui": Sample(given=_number, form={"so": "1", "ngay": "2025-03-10"}, works=(409,)),
    "xem": Sample(given=_sent),
    "xem_dong": Sample(given=_sent),
    "xem_da_xem": Sample(given=_sent),
    "xem_trao_doi": Sample(given=_sent, form={"trao_doi": "Đã nhận."}),
    "tra_lai": Sample(given=_sent, form={"ly_do": "Thiếu số liệu."}),
    "duyet": Sample(given=_sent, form={"lan_gui": "1"}, works=(303, 409)),
    "bo_duyet": Sample(given=_accepted, form={"ly_do": "Duyệt nhầm."}),
    "mo_khoa": Sample(given=_open, form={"han": "31/3/2025", "ly_do": "Đi công tác."}),
    # long work
    "cong_viec_danh_sach": Sample(given=_failed_job),
    "cong_viec": Sample(given=_failed_job),
    "cong_viec_tep": Sample(address="/cong-viec/{job}/tep/bieu-mau.zip", given=_done_job),
    "cong_viec_lam_lai": Sample(given=_failed_job, works=(303, 409)),
    # the report of a period
    "bao_cao": Sample(given=_sent),
    "bao_cao_nguon": Sample(given=_report),
    "bao_cao_doan": Sample("/ky/{period}/bao-cao/doan/{place}", given=_report),
    "bao_cao_doan_luu": Sample(
        "/ky/{period}/bao-cao/doan/{place}", given=_report, form={"loi_van": "Khác.", "phien_ban": "0"}
    ),
    "bao_cao_hinh": Sample(given=_sent, form={"hinh": "co"}, works=(303,)),
    "bao_cao_dung": Sample(given=_sent),
    "bao_cao_xem": Sample(given=_sent),
    "bao_cao_trang": Sample(given=_report, works=(409,)),
    "bao_cao_anh": Sample(given=_report, works=(409,)),
    "bao_cao_tep": Sample(given=_report, works=(404,)),
    "bao_cao_ban_hanh": Sample(given=_sent),
    "bao_cao_ban_hanh_so": Sample(given=_sent, form={"ngay": "20/3/2025", "so": "45"}, works=(422,)),
    "bao_cao_ban_hanh_xem": Sample(
        "/ky/{period}/bao-cao/ban-hanh/kiem-tra?so={number}&ngay=2025-03-20", given=_number
    ),
    "bao_cao_ban_hanh_gui": Sample(given=_number, form={"so": "1", "ngay": "2025-03-20"}, works=(409,)),
    # the plan of a year
    "ke_hoach_danh_sach": Sample(),
    "ke_hoach_nhap": Sample(),
    "ke_hoach_nhap_gui": Sample(files={"tep": ("a.docx", b"")}, works=(422,)),
    "ke_hoach_nhap_xem": Sample(given=an_upload),
    "ke_hoach_nhap_xac_nhan": Sample(given=an_upload, works=(422,)),
    "ke_hoach": Sample(given=the_plan),
    "ke_hoach_lich_su": Sample(given=the_plan),
    "ke_hoach_phien_ban": Sample("/ke-hoach/{year}/phien-ban/1", given=the_plan),
    "ke_hoach_don_vi": Sample(given=an_issued_plan),
    "ke_hoach_don_vi_tep": Sample("/ke-hoach/{year}/don-vi/{unit}/tep/docx", given=an_issued_plan),
    "ke_hoach_nhiem_vu_moi": Sample(given=the_plan),
    "ke_hoach_nhiem_vu_them": Sample(
        given=the_plan, form=CELLS | {"nhom": "phu_luc/1/phan/1/nhom/1", "phien_ban": "1"}, works=(303,)
    ),
    "ke_hoach_nhiem_vu": Sample(given=the_plan),
    "ke_hoach_nhiem_vu_luu": Sample(given=the_plan, form=CELLS | {"phien_ban": "1"}, works=(303,)),
    "ke_hoach_nhiem_vu_bo": Sample(given=the_plan),
    "ke_hoach_chuyen": Sample(given=the_plan, form={"xuong": "giao-bien-che", "phien_ban": "1"}),
    "ke_hoach_loi_van": Sample(given=the_plan),
    "ke_hoach_loi_van_sua": Sample("/ke-hoach/{year}/loi-van/sua?cho=mo_dau/1", given=the_plan),
    "ke_hoach_loi_van_luu": Sample(given=the_plan, form={"cho": "mo_dau/1", "viec": "bo"}),
    "ke_hoach_chung": Sample(given=the_plan),
    "ke_hoach_chung_luu": Sample(given=the_plan, form={"phien_ban": "1"}, works=(422,)),
    "ke_hoach_quyet_dinh": Sample(given=the_plan),
    "ke_hoach_quyet_dinh_luu": Sample(given=the_plan, form={"ket_luan": "giu_nguyen"}, works=(422,)),
    "ke_hoach_nam_sau": Sample(given=the_plan),
    "ke_hoach_nam_sau_soan": Sample(given=the_plan, works=(303,)),
    "ke_hoach_tep": Sample("/ke-hoach/{year}/tep/ke-hoach-2025.yaml", given=the_plan),
    "ke_hoach_xem_truoc": Sample(given=the_plan),
    "ke_hoach_trang": Sample("/ke-hoach/{year}/xem-truoc/ke-hoach/1", given=the_plan),
    "ke_hoach_trich": Sample(given=the_plan, works=(303,)),
    "ke_hoach_ban_hanh": Sample(given=the_plan),
    "ke_hoach_ban_hanh_so": Sample(given=the_plan, form={"so": "45", "ngay": "9/3/2025"}, works=(303,)),
    "ke_hoach_ban_hanh_xem": Sample(
        "/ke-hoach/{year}/ban-hanh/xac-nhan?so={number}&ngay=2025-03-09", given=a_number
    ),
    "ke_hoach_phat_hanh": Sample(given=the_plan, form={"so": "99", "ngay": "2025-03-09"}, works=(404,)),
    # documents and their numbers
    "van_ban_danh_sach": Sample(),
    "van_ban": Sample(given=_document),
    "van_ban_doi_chieu": Sample(given=_document),
    "van_ban_tep": Sample(given=_document),
    "so_van_ban": Sample(),
    "so_van_ban_lay": Sample(form={"loai": "BC", "nam": "2025", "so": "45"}),
    "so_van_ban_huy": Sample(given=_number),
    "so_van_ban_huy_luu": Sample(given=_number, form={"ly_do": "Không ban hành."}),
    "so_van_ban_so": Sample(form={"so_dung": "so_cua_docgen"}),
    # a file checked
    "kiem_tra": Sample(),
    "kiem_tra_gui": Sample(files={"tep": ("a.docx", b"")}, works=(422,)),
    "kiem_tra_xem": Sample(given=checked),
    "kiem_tra_doc_lai": Sample(given=checked, works=(422,)),
    "kiem_tra_anh": Sample(given=checked, works=(422,)),
    "kiem_tra_sua": Sample(given=checked, works=(422,)),
    "kiem_tra_da_sua": Sample(given=checked),
    "kiem_tra_tai": Sample(given=checked),
    "kiem_tra_xoa": Sample(given=checked),
    # administration
    "quan_tri": Sample(),
    "quan_tri_cai_dat": Sample(),
    "quan_tri_lich": Sample(),
    "quan_tri_kiem_tra": Sample(),
    "quan_tri_kiem_tra_luu": Sample(works=(422,)),
    "quan_tri_duyet": Sample(),
    "quan_tri_sao_luu": Sample(),
    "quan_tri_kiem_chuoi": Sample(),
    "quan_tri:list": Sample("/quan-tri/nhat-ky"),
    "quan_tri:detail": Sample("/quan-tri/nhat-ky/xem?pk=1"),
    "quan_tri:create": Sample("/quan-tri/nguoi-dung/them"),
    "quan_tri:create_luu": Sample("/quan-tri/nguoi-dung/them", works=(422,)),
    "quan_tri:edit": Sample("/quan-tri/don-vi/sua?pk=van-phong"),
    "quan_tri:edit_luu": Sample("/quan-tri/don-vi/sua?pk=van-phong", works=(409,)),
    "quan_tri:viec": Sample("/quan-tri/don-vi/viec/doi-ten?pk=van-phong", works=(422,)),
    # for everybody
    "thong_bao": Sample(),
    "thong_bao_mo": Sample(given=_notice),
    "thong_bao_da_doc": Sample(),
    "trang_chu": Sample(),
    "tro_giup": Sample(),
    "suc_khoe": Sample(),
    "suc_khoe_song": Sample(),
}
"""By the name of the route, as in docgen.web.access.ACCESS."""
