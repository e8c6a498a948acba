"""The rows of a submission: read and written, each in the version that was read."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import Field

from docgen.errors import MissingError
from docgen.model.obligation import Duty
from docgen.office import submissions
from docgen.office.submissions import Filling, RowName, RowView
from docgen.store.tables import RowKind
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.periods import PeriodCode
from docgen.web.api.route import api
from docgen.web.api.shapes import In, Moment, Out, Text, Word, said, told
from docgen.web.api.submissions import CommentOut, RowFindingOut, UnitId
from docgen.web.api.versions import tag, version_in
from docgen.web.visit import Caller, Visit

router = api("Dòng báo cáo")
_Kind = Annotated[RowKind, Path(description="Loại dòng", examples=["nhiem_vu"])]
_Key = Annotated[Word, Path(description="Mã dòng", examples=["giao-bien-che"])]
_Words = Annotated[Text, Field(max_length=100_000)]
_MOST_PRODUCTS = 50


class ProofOut(Out, title="Tệp minh chứng"):
    """A file that proves a row."""

    id: int = told("id", "Số của tệp", 3)
    name: str = told("ten", "Tên tệp", "Quyết định 12.pdf")
    media_type: str = told("loai", "Loại tệp", "application/pdf")
    size: int = told("dung_luong", "Số byte", 48_211)
    sha256: str = told("sha256", "Giá trị băm")


class RowOut(Out, title="Dòng báo cáo"):
    """A row of a submission."""

    kind: RowKind = told("loai", "Loại dòng", at="name.kind")
    key: str = told("dong", "Mã dòng", "giao-bien-che", at="name.key")
    number: str = told("so", "Số như in trong phụ lục, mã chỉ tiêu, hoặc rỗng", "A.3", at="asked.number")
    text: str = told("noi_dung", "Hỏi gì", at="asked.text")
    fields: tuple[str, ...] = told("cac_o", "Các ô nhập được", ["tinh_trang", "ket_qua"], at="asked.fields")
    deadline: str = told("thoi_gian", "Thời hạn như in trong kế hoạch", at="asked.deadline")
    due: date | None = told("han", "Thời hạn là ngày nào, nếu có", at="asked.due")
    duty: Duty | None = told("trach_nhiem", "Chủ trì hay phối hợp", at="asked.duty")
    required: bool = told("bat_buoc", "Thiếu dòng này thì không gửi được", at="asked.required")
    typed: dict[str, Any] = told("da_nhap", "Nội dung đã nhập, theo từng ô", {"tinh_trang": "hoan_thanh"})
    last: dict[str, Any] = told("ky_truoc", "Nội dung đã gửi kỳ trước")
    filling: Filling = told("muc_do", "Đã nhập tới đâu")
    unchanged: bool = told("khong_doi", "Lấy nguyên của kỳ trước")
    returned: bool = told("tra_lai", "Cơ quan yêu cầu sửa")
    editable: bool = told("sua_duoc", "Sửa được lúc này")
    version: int = told("phien_ban", "Phiên bản của dòng, cũng là ETag", 2)
    updated_at: Moment | None = told("sua_luc", "Lúc nhập gần nhất")
    updated_by: str = told("nguoi_sua", "Người nhập gần nhất")
    evidence: tuple[ProofOut, ...] = told("minh_chung", "Tệp minh chứng")
    comments: tuple[CommentOut, ...] = told("trao_doi", "Trao đổi về dòng này")

    def headers(self) -> Mapping[str, str]:
        """Return its version as its tag."""
        return tag(self.version)


class ProductIn(In, title="Văn bản là kết quả"):
    """A document that came out of a task."""

    number: _Words = said("so_ky_hieu", "Số, ký hiệu", "35/QĐ-SNV", default="")
    day: _Words = said("ngay", "Ngày văn bản như viết trên giấy", "05/3/2025", default="")
    subject: _Words = said("trich_yeu", "Trích yếu", default="")


class RowIn(In, title="Nội dung của một dòng"):
    """What a row is to say as a whole; which fields it has `RowOut.fields` tells."""

    status: _Words | None = said("tinh_trang", "Tình trạng của nhiệm vụ", "hoan_thanh", default=None)
    finished: _Words | None = said("ngay_hoan_thanh", "Ngày hoàn thành", "05/3/2025", default=None)
    result: _Words | None = said("ket_qua", "Kết quả", "Đã ban hành kế hoạch", default=None)
    products: Annotated[list[ProductIn], Field(max_length=_MOST_PRODUCTS)] | None = said(
        "van_ban", "Văn bản là kết quả", default=None
    )
    evidence: _Words | None = said("minh_chung", "Minh chứng, mỗi dòng một tài liệu", default=None)
    reason: _Words | None = said("ly_do", "Lý do chậm hoặc không thực hiện", default=None)
    basis: _Words | None = said("can_cu", "Căn cứ không thực hiện", default=None)
    difficulties: _Words | None = said("kho_khan", "Khó khăn", default=None)
    proposals: _Words | None = said("kien_nghi", "Kiến nghị", default=None)
    shortcomings: _Words | None = said("han_che", "Hạn chế", default=None)
    causes: _Words | None = said("nguyen_nhan", "Nguyên nhân", default=None)
    value: _Words | None = said("so_lieu", "Số liệu của chỉ tiêu", "75", default=None)
    note: _Words | None = said("ghi_chu", "Ghi chú của chỉ tiêu", default=None)
    content: _Words | None = said("noi_dung", "Nội dung, mỗi dòng một ý", default=None)


class SavedOut(Out, title="Dòng đã ghi"):
    """A row that was kept."""

    version: int = told("phien_ban", "Phiên bản mới của dòng, cũng là ETag", 3)
    at: Moment = told("luc", "Lúc ghi")
    filling: Filling = told("muc_do", "Đã nhập tới đâu")
    is_new: bool = told("da_doi", "Nội dung có khác trước không")
    findings: tuple[RowFindingOut, ...] = told("canh_bao", "Những chỗ sai hoặc cần xem lại")

    def headers(self) -> Mapping[str, str]:
        """Return the version as its tag."""
        return tag(self.version)


@router.get("/ky/{period}/don-vi/{unit}/dong", name="api_dong_danh_sach", summary="Các dòng của một đơn vị")
def show_all(
    visit: Visit,
    period: PeriodCode,
    unit: UnitId,
    wanted: Wanted,
    loai: Annotated[RowKind | None, Query(description="Chỉ các dòng loại này")] = None,
) -> Page[RowOut]:
    """Tell the rows as on the page of the unit."""
    rows = submissions.unit_page(visit.desk, period, unit).rows
    shown = [row for row in rows if loai in {None, row.name.kind}]
    return paged(RowOut, shown, lambda one: one.anchor, wanted)


@router.get("/ky/{period}/don-vi/{unit}/dong/{kind}/{key}", name="api_dong", summary="Đọc một dòng")
def show(visit: Visit, period: PeriodCode, unit: UnitId, kind: _Kind, key: _Key) -> RowOut:
    """Tell a row."""
    return RowOut.model_validate(_row(visit, period, unit, RowName(kind, key)))


@router.put("/ky/{period}/don-vi/{unit}/dong/{kind}/{key}", name="api_dong_ghi", summary="Ghi một dòng")
def write(caller: Caller, period: PeriodCode, unit: UnitId, kind: _Kind, key: _Key, form: RowIn) -> SavedOut:
    """Keep what a row is to say, right or wrong; what is wrong is told."""
    name, data = RowName(kind, key), form.model_dump(by_alias=True, exclude_none=True)
    with caller.writing() as visit:
        saved = submissions.save_row(visit.desk, period, unit, name, data, version_in(caller.request))
    with caller.reading() as visit:
        of_it = submissions.judged(visit.desk, period, unit, saved)
    return SavedOut(
        version=saved.version,
        at=saved.at,
        filling=of_it.filling,
        is_new=saved.is_new,
        findings=tuple(map(RowFindingOut.of, of_it.findings)),
    )


def _row(visit: Visit, period: str, unit: str, name: RowName) -> RowView:
    found = submissions.unit_page(visit.desk, period, unit).row(name)
    if found is None:
        raise MissingError("Đơn vị không có dòng này trong kỳ báo cáo.", "Xem danh sách dòng của đơn vị.")
    return found
