"""How each route for programs is asked for, as in page_samples; `json` and `tag` go with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from page_samples import open_quarter, send_quarter

from docgen.model.papers import PaperKind, Register
from docgen.office.desk import SYSTEM, Desk
from docgen.office.numbers import enter_number, register
from docgen.office.work import ask_for


def _nothing(_office):
    return {}


@dataclass(frozen=True)
class Sample:
    """A request that a route takes; as in page_samples."""

    json: Mapping[str, Any] | None = None
    files: Mapping[str, tuple] | None = None
    query: str = ""
    given: Callable = _nothing
    works: tuple[int, ...] = (200,)
    fixed: Mapping[str, str] = field(default_factory=dict)


def _open(office):
    open_quarter(office)
    return {"period": "2025-Q1", "kind": "nhiem_vu", "key": "giao-bien-che"}


def _sent(office):
    send_quarter(office)
    return _open(office)


def _number(office):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        assert register(session) is Register.OFFICE
        return {"number": enter_number(desk, PaperKind.REPORT, 2025, 45).id}


def _job(office):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        return {"job": ask_for(desk, "bao-cao", "Báo cáo", {"ky": "2025-Q1"}), "name": "x.docx"}


_PLAN = {"year": "2025", "task": "giao-bien-che", "name": "ke-hoach-2025.yaml"}
_SECOND = {"period": "2025-6T"}
_DECIDED = {"phien_ban": 1, "ma": ["qd-1"], "ket_luan": "dong_y"}
_ISSUED = {"loai": "KH", "nam": 2025, "so_id": 9, "ngay": "2025-01-10"}
_NUMBER = {"loai": "BC", "nam": 2025, "so": 46}
_NO_FILE = {"khac": ("a.docx", b"a")}

API = {
    "api_ke_hoach_danh_sach": Sample(),
    "api_ke_hoach_nhap": Sample(files=_NO_FILE, works=(422,)),
    "api_ke_hoach_nhap_xem": Sample(fixed={"upload": "1"}, works=(404,)),
    "api_ke_hoach_xac_nhan": Sample(json={"phien_ban": 0}, fixed={"upload": "1"}, works=(404,)),
    "api_ke_hoach": Sample(fixed=_PLAN),
    "api_ke_hoach_phien_ban": Sample(fixed=_PLAN),
    "api_quyet_dinh": Sample(fixed=_PLAN),
    "api_quyet_dinh_ghi": Sample(json=_DECIDED, fixed=_PLAN, works=(422,)),
    "api_ke_hoach_tep_danh_sach": Sample(fixed=_PLAN),
    "api_ke_hoach_tep": Sample(fixed=_PLAN),
    "api_nhiem_vu_danh_sach": Sample(fixed=_PLAN),
    "api_nhiem_vu": Sample(fixed=_PLAN),
    "api_nhiem_vu_sua": Sample(json={"ghi_chu": "Gấp"}, fixed=_PLAN, works=(412,)),
    "api_ky_danh_sach": Sample(),
    "api_ky": Sample(given=_open),
    "api_ky_mo": Sample(fixed=_SECOND),
    "api_ky_gia_han": Sample(json={"dong_ky": "2025-03-28", "ly_do": "Chờ số liệu"}, given=_open),
    "api_ky_dong": Sample(given=_open),
    "api_nghia_vu": Sample(given=_open),
    "api_don_vi_danh_sach": Sample(given=_open),
    "api_don_vi": Sample(given=_open),
    "api_don_vi_kiem_tra": Sample(given=_open),
    "api_don_vi_gui": Sample(json={}, given=_open, works=(422,)),
    "api_don_vi_tra_lai": Sample(json={"ly_do": "Thiếu số liệu"}, given=_sent),
    "api_don_vi_duyet": Sample(json={"lan_gui": 1}, given=_sent),
    "api_dong_danh_sach": Sample(given=_open),
    "api_dong": Sample(given=_open),
    "api_dong_ghi": Sample(json={"tinh_trang": "dang_thuc_hien"}, given=_open),
    "api_bao_cao": Sample(given=_open),
    "api_doan_danh_sach": Sample(given=_open),
    "api_doan": Sample(given=_open, fixed={"place": "khong/co"}, works=(404,)),
    "api_doan_sua": Sample(json={"noi_dung": ""}, given=_open, fixed={"place": "khong/co"}, works=(404,)),
    "api_bao_cao_tep": Sample(given=_open, works=(202,)),
    "api_van_ban_danh_sach": Sample(),
    "api_van_ban": Sample(fixed={"document": "1"}, works=(404,)),
    "api_van_ban_tep": Sample(fixed={"document": "1", "name": "a.docx"}, works=(404,)),
    "api_van_ban_ban_hanh": Sample(json=_ISSUED, works=(404,)),
    "api_so_van_ban_danh_sach": Sample(query="?nam=2025"),
    "api_so_van_ban": Sample(given=_number),
    "api_so_van_ban_lay": Sample(json=_NUMBER, works=(201,)),
    "api_so_van_ban_huy": Sample(json={"ly_do": "Không ban hành"}, given=_number),
    "api_cong_viec_danh_sach": Sample(),
    "api_cong_viec": Sample(given=_job),
    "api_cong_viec_tep": Sample(given=_job, works=(404,)),
    "api_kiem_tra": Sample(files=_NO_FILE, works=(422,)),
    "api_kiem_tra_sua": Sample(files=_NO_FILE, works=(422,)),
}
"""By the name of the route, as in docgen.web.access.ACCESS; what people read of the API is not here."""
