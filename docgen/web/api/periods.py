"""Periods: listed, opened, extended, closed; who owes what in them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import Path, Query

from docgen.model.collecting import PeriodState
from docgen.model.obligation import Duty, Urgency
from docgen.office import periods
from docgen.office.submissions import obligations
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.route import api
from docgen.web.api.shapes import In, IsoDay, Out, Text, Word, Year, said, told
from docgen.web.api.versions import tag
from docgen.web.visit import Visit

router = api("Kỳ báo cáo")
PeriodCode = Annotated[
    str, Path(pattern=r"^\d{4}-\w{1,3}$", description="Mã kỳ báo cáo", examples=["2025-Q1"])
]
"""The code of a period in an address."""


class PeriodOut(Out, title="Kỳ báo cáo"):
    """A period with its days."""

    code: str = told("ma", "Mã kỳ báo cáo", "2025-Q1")
    name: str = told("ten", "Tên kỳ", "quý I năm 2025")
    state: PeriodState = told("trang_thai", "Trạng thái")
    opens: date = told("mo_ky", "Ngày mở kỳ", at="dates.opens")
    data_from: date = told("so_lieu_tu", "Ngày đầu lấy số liệu", at="dates.data_from")
    data_to: date = told("so_lieu_den", "Ngày cuối lấy số liệu", at="dates.data_to")
    unit_due: date = told("han_don_vi", "Hạn của đơn vị, đến hết ngày", at="dates.unit_due")
    due: date = told("han_bao_cao", "Hạn báo cáo của cơ quan", at="dates.due")
    closes: date = told("dong_ky", "Ngày đóng kỳ, đến hết ngày", at="dates.closes")
    plan_version: int | None = told("phien_ban_ke_hoach", "Phiên bản kế hoạch khi mở kỳ; null khi chưa mở")
    version: int = told("phien_ban", "Phiên bản của kỳ, tăng mỗi lần đổi", 2)

    def headers(self) -> Mapping[str, str]:
        """Return its version as its tag."""
        return tag(self.version)


class OpenedOut(Out, title="Kỳ vừa mở"):
    """A period that was opened."""

    period: PeriodOut = told("ky", "Kỳ báo cáo")
    units: tuple[str, ...] = told("don_vi", "Mã các đơn vị phải báo cáo", ["van-phong"])


class ExtendIn(In, title="Gia hạn kỳ"):
    """Days of a period that are moved."""

    unit_due: IsoDay | None = said("han_don_vi", "Hạn mới của đơn vị", "2025-03-25", default=None)
    due: IsoDay | None = said("han_bao_cao", "Hạn mới của cơ quan", default=None)
    closes: IsoDay | None = said("dong_ky", "Ngày đóng kỳ mới", default=None)
    reason: Text = said("ly_do", "Lý do gia hạn", "Theo đề nghị của các đơn vị", max_length=2000)


class OwedOut(Out, title="Nghĩa vụ báo cáo"):
    """A unit owes an answer on a task."""

    unit: str = told("don_vi", "Mã đơn vị", "van-phong")
    unit_name: str = told("ten_don_vi", "Tên đơn vị", "Văn phòng Sở")
    task: str = told("nhiem_vu", "Mã nhiệm vụ", "giao-bien-che")
    number: str = told("so", "Số như in trong phụ lục", "A.3")
    text: str = told("noi_dung", "Nhiệm vụ cụ thể")
    duty: Duty = told("trach_nhiem", "Chủ trì hay phối hợp")
    urgency: Urgency = told("tinh_chat", "Vì sao hỏi trong kỳ này")
    due: date | None = told("han", "Thời hạn của nhiệm vụ, nếu có ngày")


@router.get("/ky", name="api_ky_danh_sach", summary="Danh sách kỳ báo cáo")
def show_all(
    visit: Visit,
    wanted: Wanted,
    nam: Annotated[Year | None, Query(description="Chỉ các kỳ của năm này")] = None,
) -> Page[PeriodOut]:
    """Tell the periods in time."""
    return paged(PeriodOut, periods.periods(visit.desk.session, nam), lambda one: one.code, wanted)


@router.get("/ky/{period}", name="api_ky", summary="Đọc một kỳ báo cáo")
def show(visit: Visit, period: PeriodCode) -> PeriodOut:
    """Tell a period."""
    return _period(visit, period)


@router.post("/ky/{period}/mo", name="api_ky_mo", summary="Mở kỳ báo cáo cho các đơn vị")
def open_(visit: Visit, period: PeriodCode) -> OpenedOut:
    """Open a period."""
    units = periods.open_period(visit.desk, period)
    return OpenedOut(period=_period(visit, period), units=units)


@router.post("/ky/{period}/gia-han", name="api_ky_gia_han", summary="Gia hạn kỳ báo cáo")
def extend(visit: Visit, period: PeriodCode, form: ExtendIn) -> PeriodOut:
    """Move days of a period."""
    days = {name: day for name, day in form if isinstance(day, date)}
    return PeriodOut.model_validate(periods.extend(visit.desk, period, days, form.reason))


@router.post("/ky/{period}/dong", name="api_ky_dong", summary="Đóng kỳ báo cáo")
def close(visit: Visit, period: PeriodCode) -> PeriodOut:
    """Close a period."""
    periods.close(visit.desk, period)
    return _period(visit, period)


@router.get("/ky/{period}/nghia-vu", name="api_nghia_vu", summary="Ai phải báo cáo việc gì trong kỳ")
def show_owed(
    visit: Visit,
    period: PeriodCode,
    wanted: Wanted,
    don_vi: Annotated[Word | None, Query(description="Mã đơn vị", examples=["van-phong"])] = None,
) -> Page[OwedOut]:
    """Tell who owes what; a unit what it owes itself."""
    owed = obligations(visit.desk, period, don_vi or "")
    return paged(OwedOut, owed, lambda one: f"{one.task} {one.unit}", wanted)


def _period(visit: Visit, code: str) -> PeriodOut:
    return PeriodOut.model_validate(periods.period_of(visit.desk.session, code))
