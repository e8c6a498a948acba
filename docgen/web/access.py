"""Who may come where: the one table of routes and roles. A route that is not in it does not start.

What belongs to a unit is told twice: here by the parameter of the path that names the unit, and in
`docgen.office`, which knows whose an object is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.routing import BaseRoute

from docgen.model.people import Role


@dataclass(frozen=True)
class Access:
    """Who may use a route.

    Attributes:
        roles: those who may; empty where `is_open`.
        is_open: nobody needs to sign in.
        unit: the parameter of the path that names a unit; whoever is of another unit finds nothing (404).
        files: how many files its form may bring.
        is_heavy: it takes long; one person may ask for it as often as `Settings.heavy_rate` says.
        before_change: also for those who must choose a new password first.

    """

    roles: frozenset[Role] = frozenset()
    is_open: bool = False
    unit: str = ""
    files: int = 0
    is_heavy: bool = False
    before_change: bool = False


_EVERYBODY = frozenset(Role)
_OPEN = Access(is_open=True)
_ALL = Access(_EVERYBODY)
_OWN_DOOR = Access(_EVERYBODY, before_change=True)
_WRITERS = frozenset({Role.REPORTER, Role.HEAD, Role.COORDINATOR})
_UNIT = Access(_WRITERS, unit="unit")
_OFFICE = frozenset({Role.COORDINATOR, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR})
_READ = Access(_OFFICE)
_COORDINATOR = Access(frozenset({Role.COORDINATOR}))
_PROOFS = Access(_WRITERS | _OFFICE, unit="unit")
_CLERK = Access(frozenset({Role.CLERK}))

_API_OFFICE = frozenset(Role) - {Role.REPORTER, Role.HEAD}
_API_READ = Access(_API_OFFICE)
_API_CLERK = Access(frozenset({Role.CLERK}))
_API_COORDINATOR = Access(frozenset({Role.COORDINATOR}))
_API_UNIT = Access(_EVERYBODY, unit="unit")
_API_UNIT_WRITES = Access(frozenset({Role.REPORTER, Role.HEAD, Role.COORDINATOR}), unit="unit")
_ADMINISTRATOR = Access(frozenset({Role.ADMINISTRATOR}))
_LOG = Access(frozenset({Role.ADMINISTRATOR, Role.LEADER}))

ACCESS: dict[str, Access] = {
    # the doors
    "dang_nhap": _OPEN,
    "dang_nhap_gui": _OPEN,
    "lien_ket": _OPEN,
    "lien_ket_vao": _OPEN,
    "dang_xuat": _OWN_DOOR,
    "dang_xuat_moi_noi": _OWN_DOOR,
    "doi_mat_khau": _OWN_DOOR,
    "doi_mat_khau_gui": Access(_EVERYBODY, before_change=True, is_heavy=True),
    "phien": _OWN_DOOR,
    # the page of a unit
    "don_vi": _UNIT,
    "dong": _UNIT,
    "dong_luu": _UNIT,
    "dong_trao_doi": _UNIT,
    "dong_minh_chung": Access(_WRITERS, unit="unit", files=10, is_heavy=True),
    "dong_minh_chung_dung_lai": _UNIT,
    "minh_chung": _PROOFS,
    "minh_chung_anh": _PROOFS,
    "minh_chung_bo": _UNIT,
    "hang_loat": _UNIT,
    "hang_loat_hoan_tac": _UNIT,
    "so_lieu": _UNIT,
    "so_lieu_luu": _UNIT,
    "kiem_tra_lai": _UNIT,
    "don_vi_gui": _UNIT,
    "thu_hoi": _UNIT,
    "bien_nhan": _UNIT,
    "bien_nhan_docx": _UNIT,
    "bien_nhan_pdf": Access(_WRITERS, unit="unit", is_heavy=True),
    "bieu_mau": _UNIT,
    "bieu_mau_xlsx": _UNIT,
    "bieu_mau_gui": Access(_WRITERS, unit="unit", files=1, is_heavy=True),
    "bieu_mau_ghi": _UNIT,
    # the report of a period
    "bao_cao": _READ,
    "bao_cao_nguon": _READ,
    "bao_cao_doan": _COORDINATOR,
    "bao_cao_doan_luu": _COORDINATOR,
    "bao_cao_hinh": _COORDINATOR,
    "bao_cao_dung": _READ,
    "bao_cao_xem": _READ,
    "bao_cao_trang": _READ,
    "bao_cao_anh": _READ,
    "bao_cao_tep": Access(_OFFICE, is_heavy=True),
    "bao_cao_ban_hanh": Access(frozenset({Role.COORDINATOR, Role.CLERK})),
    "bao_cao_ban_hanh_so": _CLERK,
    "bao_cao_ban_hanh_xem": _CLERK,
    "bao_cao_ban_hanh_gui": Access(frozenset({Role.CLERK}), is_heavy=True),
    # the plan of a year
    "ke_hoach_danh_sach": Access(_WRITERS | _OFFICE),
    "ke_hoach_nhap": _COORDINATOR,
    "ke_hoach_nhap_gui": Access(frozenset({Role.COORDINATOR}), files=1, is_heavy=True),
    "ke_hoach_nhap_xem": _COORDINATOR,
    "ke_hoach_nhap_xac_nhan": _COORDINATOR,
    "ke_hoach": _READ,
    "ke_hoach_lich_su": _READ,
    "ke_hoach_phien_ban": _READ,
    "ke_hoach_don_vi": _PROOFS,
    "ke_hoach_don_vi_tep": Access(_WRITERS | _OFFICE, unit="unit", is_heavy=True),
    "ke_hoach_nhiem_vu_moi": _COORDINATOR,
    "ke_hoach_nhiem_vu_them": _COORDINATOR,
    "ke_hoach_nhiem_vu": _READ,
    "ke_hoach_nhiem_vu_luu": _COORDINATOR,
    "ke_hoach_nhiem_vu_bo": _COORDINATOR,
    "ke_hoach_chuyen": _COORDINATOR,
    "ke_hoach_loi_van": _READ,
    "ke_hoach_loi_van_sua": _READ,
    "ke_hoach_loi_van_luu": _COORDINATOR,
    "ke_hoach_chung": _READ,
    "ke_hoach_chung_luu": _COORDINATOR,
    "ke_hoach_quyet_dinh": _READ,
    "ke_hoach_quyet_dinh_luu": _COORDINATOR,
    "ke_hoach_nam_sau": _READ,
    "ke_hoach_nam_sau_soan": Access(frozenset({Role.COORDINATOR}), is_heavy=True),
    "ke_hoach_tep": Access(_OFFICE, is_heavy=True),
    "ke_hoach_xem_truoc": _READ,
    "ke_hoach_trang": _READ,
    "ke_hoach_trich": Access(frozenset({Role.COORDINATOR}), is_heavy=True),
    "ke_hoach_ban_hanh": Access(frozenset({Role.COORDINATOR, Role.CLERK})),
    "ke_hoach_ban_hanh_so": _CLERK,
    "ke_hoach_ban_hanh_xem": _CLERK,
    "ke_hoach_phat_hanh": Access(frozenset({Role.CLERK}), is_heavy=True),
    # documents and their numbers
    "van_ban_danh_sach": _ALL,
    "van_ban": _ALL,
    "van_ban_doi_chieu": Access(_OFFICE, is_heavy=True),
    "van_ban_tep": _ALL,
    "so_van_ban": _READ,
    "so_van_ban_lay": _CLERK,
    "so_van_ban_huy": _CLERK,
    "so_van_ban_huy_luu": _CLERK,
    "so_van_ban_so": Access(frozenset({Role.CLERK, Role.ADMINISTRATOR})),
    # the board of a period
    "ky_danh_sach": _READ,
    "ky_lap": _COORDINATOR,
    "ky": _READ,
    "ky_mo": _COORDINATOR,
    "ky_gia_han": _COORDINATOR,
    "ky_gia_han_luu": _COORDINATOR,
    "ky_dong": _COORDINATOR,
    "ky_dong_luu": _COORDINATOR,
    "ky_nhac": _COORDINATOR,
    "ky_bieu_mau": _COORDINATOR,
    "ky_trich": _COORDINATOR,
    "don_doc": Access(_OFFICE, is_heavy=True),
    "don_doc_trang": _READ,
    "don_doc_docx": _READ,
    "don_doc_pdf": _READ,
    "don_doc_ban_hanh": Access(frozenset({Role.COORDINATOR, Role.CLERK})),
    "don_doc_ban_hanh_so": _CLERK,
    "don_doc_ban_hanh_xem": _CLERK,
    "don_doc_ban_hanh_gui": Access(frozenset({Role.CLERK}), is_heavy=True),
    "xem": _READ,
    "xem_dong": _READ,
    "xem_da_xem": _COORDINATOR,
    "xem_trao_doi": _COORDINATOR,
    "tra_lai": _COORDINATOR,
    "duyet": _COORDINATOR,
    "bo_duyet": _COORDINATOR,
    "mo_khoa": _COORDINATOR,
    # long work
    "cong_viec_danh_sach": _READ,
    "cong_viec": _READ,
    "cong_viec_tep": _READ,
    "cong_viec_lam_lai": _READ,
    # a file checked: theirs who brought it
    "kiem_tra": _ALL,
    "kiem_tra_gui": Access(_EVERYBODY, files=1, is_heavy=True),
    "kiem_tra_xem": _ALL,
    "kiem_tra_doc_lai": Access(_EVERYBODY, is_heavy=True),
    "kiem_tra_anh": _ALL,
    "kiem_tra_sua": Access(_EVERYBODY, is_heavy=True),
    "kiem_tra_da_sua": _ALL,
    "kiem_tra_tai": _ALL,
    "kiem_tra_xoa": _ALL,
    # for programs, plans and tasks
    "api_ke_hoach_danh_sach": _API_READ,
    "api_ke_hoach_nhap": Access(frozenset({Role.COORDINATOR}), files=1, is_heavy=True),
    "api_ke_hoach_nhap_xem": _API_COORDINATOR,
    "api_ke_hoach_xac_nhan": _API_COORDINATOR,
    "api_ke_hoach": _API_READ,
    "api_ke_hoach_phien_ban": _API_READ,
    "api_quyet_dinh": _API_READ,
    "api_quyet_dinh_ghi": _API_COORDINATOR,
    "api_ke_hoach_tep_danh_sach": _API_READ,
    "api_ke_hoach_tep": Access(_API_OFFICE, is_heavy=True),
    "api_nhiem_vu_danh_sach": _API_READ,
    "api_nhiem_vu": _API_READ,
    "api_nhiem_vu_sua": _API_COORDINATOR,
    # for programs, periods and what units send
    "api_ky_danh_sach": _ALL,
    "api_ky": _ALL,
    "api_ky_mo": _API_COORDINATOR,
    "api_ky_gia_han": _API_COORDINATOR,
    "api_ky_dong": _API_COORDINATOR,
    "api_nghia_vu": _ALL,
    "api_don_vi_danh_sach": _ALL,
    "api_don_vi": _API_UNIT,
    "api_don_vi_kiem_tra": _API_UNIT,
    "api_don_vi_gui": _API_UNIT_WRITES,
    "api_don_vi_tra_lai": _API_COORDINATOR,
    "api_don_vi_duyet": _API_COORDINATOR,
    "api_dong_danh_sach": _API_UNIT,
    "api_dong": _API_UNIT,
    "api_dong_ghi": _API_UNIT_WRITES,
    # for programs, reports, documents, long work, checks
    "api_bao_cao": _API_READ,
    "api_doan_danh_sach": _API_READ,
    "api_doan": _API_READ,
    "api_doan_sua": _API_COORDINATOR,
    "api_bao_cao_tep": _API_READ,
    "api_van_ban_danh_sach": _API_READ,
    "api_van_ban": _API_READ,
    "api_van_ban_tep": _API_READ,
    "api_van_ban_ban_hanh": Access(frozenset({Role.CLERK}), is_heavy=True),
    "api_so_van_ban_danh_sach": _API_READ,
    "api_so_van_ban": _API_READ,
    "api_so_van_ban_lay": _API_CLERK,
    "api_so_van_ban_huy": _API_CLERK,
    "api_cong_viec_danh_sach": _API_READ,
    "api_cong_viec": _API_READ,
    "api_cong_viec_tep": _API_READ,
    "api_kiem_tra": Access(_EVERYBODY, files=1, is_heavy=True),
    "api_kiem_tra_sua": Access(_EVERYBODY, files=1, is_heavy=True),
    "api_mo_ta": _ALL,
    "api_tai_lieu": Access(frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})),
    "api_tai_lieu_tep": Access(frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})),
    # administration; who leads may read the audit log
    "quan_tri": _LOG,
    "quan_tri_cai_dat": _ADMINISTRATOR,
    "quan_tri_lich": _ADMINISTRATOR,
    "quan_tri_kiem_tra": _ADMINISTRATOR,
    "quan_tri_kiem_tra_luu": _ADMINISTRATOR,
    "quan_tri_duyet": _ADMINISTRATOR,
    "quan_tri_sao_luu": Access(frozenset({Role.ADMINISTRATOR}), is_heavy=True),
    "quan_tri_kiem_chuoi": Access(frozenset({Role.ADMINISTRATOR, Role.LEADER}), is_heavy=True),
    "quan_tri:list": _LOG,
    "quan_tri:detail": _LOG,
    "quan_tri:create": _ADMINISTRATOR,
    "quan_tri:create_luu": _ADMINISTRATOR,
    "quan_tri:edit": _ADMINISTRATOR,
    "quan_tri:edit_luu": _ADMINISTRATOR,
    "quan_tri:viec": Access(frozenset({Role.ADMINISTRATOR}), is_heavy=True),
    # for everybody
    "thong_bao": _ALL,
    "thong_bao_mo": _ALL,
    "thong_bao_da_doc": _ALL,
    "trang_chu": _ALL,
    "tro_giup": _OPEN,
    "suc_khoe": _OPEN,
    "suc_khoe_song": _OPEN,
    "tinh": _OPEN,
    "hinh": _OPEN,
    "tabler": _OPEN,
}
"""By the name of the route."""


def may_open(role: Role, name: str) -> bool:
    """Say whether somebody with a role may use a route; there need be no such route."""
    return name in ACCESS and role in ACCESS[name].roles


def unlisted(routes: Iterable[BaseRoute]) -> list[str]:
    """Return the names of routes that the table does not know."""
    names = (getattr(route, "name", None) or repr(route) for route in routes)
    return [name for name in names if name not in ACCESS]
