"""Numbers of documents: taken, entered, cancelled."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Path, Query
from pydantic import Field

from docgen.model.papers import NumberState, PaperKind, Register
from docgen.office import numbers
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.route import PREFIX, api
from docgen.web.api.shapes import Id, In, Moment, Out, Text, Whole, Year, said, told
from docgen.web.visit import Visit

router = api("Số văn bản")
_Number = Annotated[Id, Path(description="Số của số văn bản trong hệ thống", examples=[1])]
_LARGEST = 1_000_000


class NumberOut(Out, title="Số văn bản"):
    """A number that was taken."""

    id: int = told("id", "Số trong hệ thống", 1)
    kind: PaperKind = told("loai", "Loại văn bản")
    year: int = told("nam", "Năm", 2025)
    number: int = told("so", "Số văn bản", 45)
    book: Register = told("so_dang_ky", "Lấy từ sổ nào", at="register")
    state: NumberState = told("trang_thai", "Trạng thái")
    reason: str = told("ly_do", "Lý do hủy")
    symbol: str = told("so_ky_hieu", "Số, ký hiệu của văn bản mang số này; rỗng khi chưa có")
    document_id: int | None = told("van_ban", "Văn bản mang số này")
    taken_at: Moment = told("luc", "Lúc cấp")
    taken_by: str = told("nguoi_lay", "Người lấy số")

    def headers(self) -> Mapping[str, str]:
        """Return where it is."""
        return {"Location": f"{PREFIX}/so-van-ban/{self.id}"}


class NumberIn(In, title="Lấy số"):
    """A number that is wanted."""

    kind: PaperKind = said("loai", "Loại văn bản", "BC")
    year: Annotated[Year, Field(strict=True)] = said("nam", "Năm của ngày ký", 2025)
    number: Annotated[Whole, Field(ge=1, lt=_LARGEST)] | None = said(
        "so", "Số lấy từ sổ của cơ quan; bỏ trống để lấy số tiếp theo của sổ trong hệ thống", 45, default=None
    )


class CancelIn(In, title="Hủy số"):
    """Why a number is cancelled."""

    reason: Annotated[Text, Field(max_length=2000)] = said("ly_do", "Lý do hủy", "Văn bản không ban hành")


@router.get("/so-van-ban", name="api_so_van_ban_danh_sach", summary="Các số văn bản của một năm")
def show_all(
    visit: Visit,
    wanted: Wanted,
    nam: Annotated[Year, Query(description="Năm", examples=[2025])],
    loai: Annotated[PaperKind | None, Query(description="Chỉ loại này")] = None,
) -> Page[NumberOut]:
    """Tell the numbers of a year."""
    return paged(NumberOut, numbers.numbers(visit.desk.session, nam, loai), lambda one: one.id, wanted)


@router.post(
    "/so-van-ban", name="api_so_van_ban_lay", status_code=201, summary="Lấy hoặc nhập một số văn bản"
)
def take(visit: Visit, form: NumberIn) -> NumberOut:
    """Take the next number, or enter one."""
    if form.number is None:
        return NumberOut.model_validate(numbers.take_number(visit.desk, form.kind, form.year))
    return NumberOut.model_validate(numbers.enter_number(visit.desk, form.kind, form.year, form.number))


@router.get("/so-van-ban/{number}", name="api_so_van_ban", summary="Đọc một số văn bản")
def show(visit: Visit, number: _Number) -> NumberOut:
    """Tell a number."""
    return NumberOut.model_validate(numbers.number_of(visit.desk.session, number))


@router.post("/so-van-ban/{number}/huy", name="api_so_van_ban_huy", summary="Hủy một số văn bản")
def cancel(visit: Visit, number: _Number, form: CancelIn) -> NumberOut:
    """Cancel a number."""
    return NumberOut.model_validate(numbers.cancel(visit.desk, number, form.reason))
