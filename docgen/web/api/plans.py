"""Plans: read as data and as files, brought in, decided."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, File, Form, Path, Query, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from docgen.model.decision import Settlement
from docgen.model.plan import Plan
from docgen.office import plans
from docgen.office.plans import PlanState, Understood
from docgen.services.display_names import display_name
from docgen.transform.plan_change import ChangeKind
from docgen.web.api.files import FILE, FileOut, file
from docgen.web.api.findings import FindingOut
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.route import PREFIX, api
from docgen.web.api.shapes import Id, In, Json, Moment, Out, Text, Whole, Year, said, told
from docgen.web.api.versions import tag
from docgen.web.visit import Caller, Visit

router = api("Kế hoạch")
PlanYear = Annotated[Year, Path(description="Năm kế hoạch", examples=[2025])]
"""The year in an address."""


class PlanEntryOut(Out, title="Kế hoạch trong danh sách"):
    """A plan in a list."""

    year: int = told("nam", "Năm kế hoạch", 2025)
    subject: str = told("trich_yeu", "Trích yếu")
    state: PlanState = told("trang_thai", "du_thao: dự thảo; da_ban_hanh: đã ban hành")
    version: int = told("phien_ban", "Phiên bản mới nhất", 3)
    tasks: int = told("so_nhiem_vu", "Số nhiệm vụ, không kể nhiệm vụ con", 24)
    undecided: int = told("chua_quyet_dinh", "Số việc còn phải quyết định", 0)
    changed_at: Moment = told("sua_luc", "Lúc sửa gần nhất")
    changed_by: str = told("nguoi_sua", "Người sửa gần nhất")


class PlanOut(Out, title="Kế hoạch"):
    """A plan in one of its versions."""

    plan: Plan = told("ke_hoach", "Toàn bộ kế hoạch, khóa như trong tệp YAML")
    state: PlanState = told("trang_thai", "du_thao: dự thảo; da_ban_hanh: đã ban hành")
    version: int = told("phien_ban", "Phiên bản này", 3)
    newest: int = told("phien_ban_moi_nhat", "Phiên bản mới nhất", 3)
    changed_at: Moment = told("sua_luc", "Lúc có phiên bản này")
    changed_by: str = told("nguoi_sua", "Người tạo phiên bản này")
    findings: tuple[FindingOut, ...] = told("canh_bao", "Những chỗ cần xem lại")

    def headers(self) -> Mapping[str, str]:
        """Return the version as its tag."""
        return tag(self.version)


class VersionOut(Out, title="Phiên bản của kế hoạch"):
    """What was done to a plan."""

    version: int = told("phien_ban", "Số phiên bản", 2)
    note: str = told("ghi_chu", "Đã làm gì", "Sửa phụ lục, phần A, nhiệm vụ 3, ô “Sản phẩm”")
    made_at: Moment = told("luc", "Lúc nào")
    made_by: str = told("nguoi_sua", "Ai")


class ChangeOut(Out, title="Chỗ khác nhau"):
    """What differs in one place of a plan."""

    kind: ChangeKind = told("loai", "Thêm, bỏ, sửa hay chuyển")
    place: str = told("cho", "Chỗ khác nhau")
    before: str = told("truoc", "Lời trước")
    after: str = told("sau", "Lời sau")


class UploadOut(Out, title="Tệp đã nhận dạng"):
    """A file brought in as a plan, before it is confirmed."""

    id: int = told("id", "Số của tệp", 7)
    name: str = told("ten", "Tên tệp", "ke-hoach-2026.docx")
    sha256: str = told("sha256", "Giá trị băm của tệp")
    made_at: Moment = told("luc", "Lúc tải lên")
    used_at: Moment | None = told("xac_nhan_luc", "Lúc xác nhận; null khi chưa")
    year: int | None = told("nam", "Năm kế hoạch đọc được", 2026)
    draft: dict[str, Any] = told("noi_dung", "Nội dung nhận dạng được, khóa như trong tệp YAML")
    problems: dict[str, tuple[str, ...]] = told("con_thieu", "Những gì còn thiếu hoặc sai, theo khóa")
    counts: tuple[tuple[str, int], ...] = told("dem", "Đếm từng loại", [["nhiệm vụ", 24]])
    findings: tuple[FindingOut, ...] = told("canh_bao", "Những chỗ cần xem lại")
    version: int = told("phien_ban", "Phiên bản kế hoạch cùng năm đã so; 0 khi chưa có kế hoạch", 0)
    changes: tuple[ChangeOut, ...] = told("khac_nhau", "Những chỗ khác kế hoạch cùng năm đang có")

    def headers(self) -> Mapping[str, str]:
        """Return where it can be looked at again."""
        return {"Location": f"{PREFIX}/ke-hoach/nhap/{self.id}"}


class ConfirmIn(In, title="Xác nhận tệp kế hoạch"):
    """What is confirmed of a file."""

    version: Whole = said(
        "phien_ban", "Phiên bản kế hoạch đã so (phien_ban của tệp); 0 khi chưa có", default=0, ge=0
    )
    completed: Json = said("bo_sung", "Phần tệp chưa nói, khóa như trong YAML", {"nam": 2026}, default={})


class DecisionOut(Out, title="Việc cần quyết định"):
    """What is left to decide about a plan."""

    id: str = told("ma", "Mã của việc", "qd-1", at="decision.id")
    place: str = told("cho", "Chỗ trong kế hoạch")
    words: str = told("loi_dang_xet", "Lời đang xét")
    question: str = told("cau_hoi", "Câu hỏi", at="decision.question")
    proposal: str = told("de_xuat", "Đề xuất", at="decision.proposal")
    replacement: str = told("thay_bang", "Lời mới nếu đồng ý", at="decision.replacement")
    reason: str = told("ly_do", "Lý do", at="decision.reason")


class DecideIn(In, title="Quyết định"):
    """What is decided."""

    version: Whole = said("phien_ban", "Phiên bản kế hoạch đã đọc", 3, ge=1)
    ids: Annotated[list[Text], Field(min_length=1, max_length=500)] = said("ma", "Mã các việc", ["qd-1"])
    settlement: Settlement = said("ket_luan", "Kết luận chung cho các việc")
    words: Text = said("loi_moi", "Lời mới, khi kết luận là sua", default="", max_length=20_000)


class SettledOut(Out, title="Sau khi quyết định"):
    """How a plan stands."""

    version: int = told("phien_ban", "Phiên bản mới của kế hoạch", 4)
    left: int = told("con_lai", "Số việc còn phải quyết định", 2)


@router.get("/ke-hoach", name="api_ke_hoach_danh_sach", summary="Danh sách kế hoạch")
def show_all(visit: Visit, wanted: Wanted) -> Page[PlanEntryOut]:
    """Tell the plans, the latest year first."""
    return paged(PlanEntryOut, plans.plans(visit.desk.session), lambda one: one.year, wanted)


def _understood(
    request: Request,
    tep: Annotated[UploadFile, File(description="Tệp Word, Excel hoặc văn bản chứa kế hoạch")],
    nam: Annotated[Year | None, Form(description="Năm của kế hoạch đang sửa trong tệp")] = None,
) -> Understood:
    """Understand a file before anything is written: it takes seconds."""
    with Caller(request).reading() as visit:
        return plans.understand(visit.desk.session, display_name(tep.filename or ""), tep.file.read(), nam)


@router.post("/ke-hoach/nhap", name="api_ke_hoach_nhap", status_code=201, summary="Tải tệp lên để nhận dạng")
def bring(visit: Visit, understood: Annotated[Understood, Depends(_understood)]) -> UploadOut:
    """Keep a file until it is confirmed."""
    return UploadOut.model_validate(plans.keep_upload(visit.desk, understood))


_Upload = Annotated[Id, Path(description="Số của tệp", examples=[7])]


@router.get("/ke-hoach/nhap/{upload}", name="api_ke_hoach_nhap_xem", summary="Xem tệp đã nhận dạng")
def show_upload(visit: Visit, upload: _Upload) -> UploadOut:
    """Tell what was understood of a file, held against the plan as it is now."""
    return UploadOut.model_validate(plans.uploaded(visit.desk.session, upload))


@router.post("/ke-hoach/nhap/{upload}/xac-nhan", name="api_ke_hoach_xac_nhan", summary="Đưa tệp vào kế hoạch")
def confirm(visit: Visit, upload: _Upload, form: ConfirmIn) -> PlanOut:
    """Make a file the plan of its year, or the next version of its draft."""
    kept = plans.confirm_upload(visit.desk, upload, form.version, form.completed)
    return PlanOut.model_validate(kept)


@router.get("/ke-hoach/{year}", name="api_ke_hoach", summary="Đọc kế hoạch của một năm")
def show(
    visit: Visit,
    year: PlanYear,
    phien_ban: Annotated[Id | None, Query(description="Phiên bản; bỏ trống để đọc bản mới nhất")] = None,
) -> PlanOut:
    """Tell a plan."""
    return PlanOut.model_validate(plans.plan(visit.desk.session, year, phien_ban))


@router.get("/ke-hoach/{year}/phien-ban", name="api_ke_hoach_phien_ban", summary="Các phiên bản của kế hoạch")
def show_versions(visit: Visit, year: PlanYear, wanted: Wanted) -> Page[VersionOut]:
    """Tell what was done to a plan, the newest first."""
    return paged(VersionOut, plans.history(visit.desk.session, year), lambda one: one.version, wanted)


@router.get("/ke-hoach/{year}/quyet-dinh", name="api_quyet_dinh", summary="Việc còn phải quyết định")
def show_decisions(visit: Visit, year: PlanYear, wanted: Wanted) -> Page[DecisionOut]:
    """Tell what is left to decide."""
    found = plans.decisions(visit.desk.session, year)
    return paged(DecisionOut, found.open, lambda one: one.decision.id, wanted)


@router.post(
    "/ke-hoach/{year}/quyet-dinh", name="api_quyet_dinh_ghi", summary="Quyết định một hay nhiều việc"
)
def decide(visit: Visit, year: PlanYear, form: DecideIn) -> SettledOut:
    """Settle open decisions, all or none."""
    kept = plans.decide(visit.desk, year, form.ids, form.settlement, form.words, form.version)
    return SettledOut(version=kept.version, left=len(kept.plan.open_decisions()))


@router.get("/ke-hoach/{year}/tep", name="api_ke_hoach_tep_danh_sach", summary="Các tệp của kế hoạch")
def show_files(visit: Visit, year: PlanYear, wanted: Wanted) -> Page[FileOut]:
    """Tell which files there are of a plan."""
    names = (*plans.paper_names(visit.desk.session, year), _yaml(year))
    root = f"{PREFIX}/ke-hoach/{year}/tep"
    files = [FileOut(name=name, address=f"{root}/{name}") for name in names]
    return paged(FileOut, files, lambda one: one.name, wanted)


@router.get(
    "/ke-hoach/{year}/tep/{name}", name="api_ke_hoach_tep", summary="Lấy một tệp của kế hoạch", **FILE
)
def give_file(
    visit: Visit, year: PlanYear, name: Annotated[str, Path(description="Tên tệp", max_length=200)]
) -> Response:
    """Give a file of a plan; of what is issued as it was issued."""
    if name == _yaml(year):
        return file(name, plans.yaml_file(visit.desk.session, year))
    return file(name, plans.papers(visit.desk.session, year, [name]).files[name])


def _yaml(year: int) -> str:
    return f"ke-hoach-{year}.yaml"
