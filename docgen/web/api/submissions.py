"""What units send for a period: how it stands, checked, sent, returned, accepted."""

from datetime import date
from typing import Annotated

from fastapi import Path
from pydantic import Field

from docgen.model.collecting import Act, SubmissionState
from docgen.model.finding import Severity
from docgen.model.results import Punctuality
from docgen.office import submissions
from docgen.office.submissions import RowName
from docgen.office.submissions.views import RowFinding
from docgen.store.tables import RowKind
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.periods import PeriodCode
from docgen.web.api.route import api
from docgen.web.api.shapes import In, Moment, Out, Text, Whole, Word, said, told
from docgen.web.visit import Visit

router = api("Báo cáo của đơn vị")
UnitId = Annotated[Word, Path(description="Mã đơn vị", examples=["van-phong"])]
"""The id of a unit in an address."""
_Reason = Annotated[Text, Field(max_length=5000)]
_MOST_ROWS = 500


class StandingOut(Out, title="Đơn vị trong kỳ"):
    """How one unit stands in a period."""

    unit: str = told("don_vi", "Mã đơn vị", "van-phong")
    name: str = told("ten_don_vi", "Tên đơn vị", "Văn phòng Sở")
    state: SubmissionState = told("trang_thai", "Trạng thái báo cáo của đơn vị")
    punctuality: Punctuality = told("dung_han", "Đúng hạn, chậm hay chưa gửi")
    late_days: int = told("so_ngay_cham", "Số ngày chậm", 0)
    required: int = told("phai_bao_cao", "Số dòng phải báo cáo", 12)
    filled: int = told("da_nhap", "Số dòng đã nhập", 8)
    rounds: int = told("lan_gui", "Đã gửi mấy lần", 1)
    sent_at: Moment | None = told("gui_luc", "Lúc gửi gần nhất")
    reviewed_at: Moment | None = told("xem_xet_luc", "Lúc cơ quan duyệt hoặc trả lại")
    exception: date | None = told("mo_khoa_den", "Được mở khóa đến hết ngày nào")


class DispatchOut(Out, title="Lần gửi"):
    """What was sent at a moment."""

    code: str = told("ma", "Mã trên biên nhận", "BC-2025-Q1-van-phong-1")
    round: int = told("lan", "Lần thứ mấy", 1)
    sha256: str = told("sha256", "Giá trị băm của nội dung")
    sent_at: Moment = told("luc", "Lúc gửi")
    sent_by: str = told("nguoi_gui", "Người gửi")


class CommentOut(Out, title="Trao đổi"):
    """Something said about a submission."""

    text: str = told("noi_dung", "Nội dung")
    made_at: Moment = told("luc", "Lúc nào")
    made_by: str = told("nguoi", "Ai")


class SubmissionOut(Out, title="Báo cáo của đơn vị"):
    """What a unit sees of a period as a whole."""

    period: str = told("ky", "Mã kỳ báo cáo", "2025-Q1", at="period.code")
    unit: str = told("don_vi", "Mã đơn vị", "van-phong")
    unit_name: str = told("ten_don_vi", "Tên đơn vị", "Văn phòng Sở")
    state: SubmissionState = told("trang_thai", "Trạng thái")
    editable: bool = told("sua_duoc", "Đơn vị còn sửa được không")
    acts: tuple[Act, ...] = told("viec_lam_duoc", "Những việc làm được lúc này", ["gui"])
    unit_due: date = told("han", "Hạn gửi, đến hết ngày", at="timing.unit_due")
    until: date = told("nhap_den", "Nhập được đến hết ngày", at="timing.until")
    late_days: int = told("so_ngay_cham", "Số ngày chậm", 0, at="timing.late_days")
    done: int = told("da_xong", "Số dòng bắt buộc đã xong", 8, at="progress.done")
    total: int = told("phai_bao_cao", "Số dòng bắt buộc", 12, at="progress.total")
    return_reason: str = told("ly_do_tra_lai", "Lý do trả lại")
    late_reason: str = told("ly_do_nop_cham", "Lý do nộp chậm")
    dispatch: DispatchOut | None = told("lan_gui", "Lần gửi đang có giá trị")
    comments: tuple[CommentOut, ...] = told("trao_doi", "Trao đổi chung")


class RowFindingOut(Out, title="Điểm cần xem của một dòng"):
    """What is wrong or doubtful in a row."""

    kind: RowKind | None = told("loai", "Loại dòng; null khi của cả báo cáo")
    key: str | None = told("dong", "Mã dòng; null khi của cả báo cáo", "giao-bien-che")
    field: str = told("o", "Ô có lỗi; rỗng khi của cả dòng", "ngay_hoan_thanh")
    code: str = told("ma", "Mã loại lỗi", "thieu-bao-cao")
    severity: Severity = told("muc_do", "error: phải sửa; warning: cần giải trình")
    message: str = told("thong_bao", "Sai gì")
    remedy: str = told("cach_sua", "Sửa thế nào")

    @classmethod
    def of(cls, finding: RowFinding) -> "RowFindingOut":
        """Return a finding as it is told."""
        kind, key = finding.row or (None, None)
        told_as = {
            name: getattr(finding, name) for name in ("field", "code", "severity", "message", "remedy")
        }
        return cls(kind=kind, key=key, **told_as)


class CheckedOut(Out, title="Kết quả kiểm tra trước khi gửi"):
    """What keeps a submission from being sent, what must be explained."""

    errors: tuple[RowFindingOut, ...] = told("loi", "Phải sửa trước khi gửi")
    warnings: tuple[RowFindingOut, ...] = told("canh_bao", "Phải giải trình nếu giữ nguyên")
    needs_note: bool = told("can_giai_trinh", "Gửi phải kèm giải trình")
    needs_reason: bool = told("can_ly_do_cham", "Gửi phải kèm lý do nộp chậm")


class SendIn(In, title="Gửi báo cáo"):
    """What is said with a submission."""

    note: _Reason = said("giai_trinh", "Giải trình những chỗ cảnh báo", default="")
    late_reason: _Reason = said("ly_do_nop_cham", "Lý do nộp chậm", default="")


class ReturnedRowIn(In, title="Dòng trả lại"):
    """A row that is to be mended."""

    kind: RowKind = said("loai", "Loại dòng", "nhiem_vu")
    key: Word = said("dong", "Mã dòng", "giao-bien-che")
    reason: _Reason = said("ly_do", "Cần sửa gì", "Ghi rõ số biên chế")


class ReturnIn(In, title="Trả lại báo cáo"):
    """Why a submission is returned."""

    reason: _Reason = said("ly_do", "Lý do chung", "Số liệu chưa khớp")
    rows: Annotated[list[ReturnedRowIn], Field(max_length=_MOST_ROWS)] = said(
        "dong", "Các dòng phải sửa; bỏ trống thì được sửa mọi dòng", default=[]
    )


class AcceptIn(In, title="Duyệt báo cáo"):
    """What is accepted."""

    seen_round: Annotated[Whole, Field(ge=1, le=100_000)] = said("lan_gui", "Lần gửi đã xem", 1)


@router.get("/ky/{period}/don-vi", name="api_don_vi_danh_sach", summary="Các đơn vị đã gửi tới đâu")
def show_all(visit: Visit, period: PeriodCode, wanted: Wanted) -> Page[StandingOut]:
    """Tell how the units stand; a unit how it stands itself."""
    return paged(StandingOut, submissions.standings(visit.desk, period), lambda one: one.unit, wanted)


@router.get("/ky/{period}/don-vi/{unit}", name="api_don_vi", summary="Báo cáo của một đơn vị")
def show(visit: Visit, period: PeriodCode, unit: UnitId) -> SubmissionOut:
    """Tell how a submission stands."""
    return _told(visit, period, unit)


@router.get(
    "/ky/{period}/don-vi/{unit}/kiem-tra", name="api_don_vi_kiem_tra", summary="Kiểm tra trước khi gửi"
)
def check(visit: Visit, period: PeriodCode, unit: UnitId) -> CheckedOut:
    """Tell what is wrong or doubtful in what would be sent now."""
    found = submissions.check_answers(visit.desk, period, unit)
    return CheckedOut(
        errors=tuple(map(RowFindingOut.of, found.errors)),
        warnings=tuple(map(RowFindingOut.of, found.warnings)),
        needs_note=found.needs_note,
        needs_reason=found.needs_reason,
    )


@router.post("/ky/{period}/don-vi/{unit}/gui", name="api_don_vi_gui", summary="Gửi báo cáo của đơn vị")
def send(visit: Visit, period: PeriodCode, unit: UnitId, form: SendIn) -> DispatchOut:
    """Send a submission."""
    sent = submissions.submit(visit.desk, period, unit, note=form.note, late_reason=form.late_reason)
    return DispatchOut.model_validate(sent)


@router.post(
    "/ky/{period}/don-vi/{unit}/tra-lai", name="api_don_vi_tra_lai", summary="Trả lại cho đơn vị sửa"
)
def give_back(visit: Visit, period: PeriodCode, unit: UnitId, form: ReturnIn) -> SubmissionOut:
    """Return a submission to its unit."""
    rows = {RowName(one.kind, one.key): one.reason for one in form.rows}
    submissions.return_submission(visit.desk, period, unit, form.reason, rows)
    return _told(visit, period, unit)


@router.post("/ky/{period}/don-vi/{unit}/duyet", name="api_don_vi_duyet", summary="Duyệt báo cáo của đơn vị")
def accept(visit: Visit, period: PeriodCode, unit: UnitId, form: AcceptIn) -> SubmissionOut:
    """Accept what a unit sent."""
    submissions.accept(visit.desk, period, unit, form.seen_round)
    return _told(visit, period, unit)


def _told(visit: Visit, period: str, unit: str) -> SubmissionOut:
    return SubmissionOut.model_validate(submissions.unit_page(visit.desk, period, unit))
