"""What a unit sent, as the office reads it: row by row beside what was sent before."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Query
from starlette.responses import HTMLResponse

from docgen.errors import MissingError
from docgen.model.collecting import Act
from docgen.office.submissions import RowName, history, review, timeline
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.pages.board.comparing import Comparison, Filter, Line
from docgen.web.pages.unit.words import shown_size, shown_value, title_of
from docgen.web.visit import Visit

router = pages()
ADDRESS = "/ky/{period}/don-vi/{unit}/xem"
REASONS = (
    "Kết quả chưa có số, ký hiệu và ngày văn bản",
    "Chưa kèm tệp minh chứng",
    "Số liệu chưa khớp với kỳ trước",
    "Nội dung chép lại kỳ trước, chưa cập nhật",
    "Nhiệm vụ chậm tiến độ chưa nêu lý do",
    "Còn thiếu nhiệm vụ đơn vị chủ trì",
)
"""Why submissions are returned, to choose from."""


@dataclass(frozen=True)
class Typing:
    """What was typed into the forms of the page: given back with what is wrong with it."""

    ly_do: str = ""
    ly_do_mau: str = ""
    han: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    form: str = ""


@router.get(ADDRESS, name="xem")
def show(visit: Visit, period: str, unit: str, loc: Annotated[Filter, Query()] = Filter.TOLD) -> HTMLResponse:
    """Show what a unit sent."""
    return shown(visit, period, unit, Typing(), loc)


def shown(visit: Visit, period: str, unit: str, typing: Typing, wanted: Filter = Filter.TOLD) -> HTMLResponse:
    """Return the page of what a unit sent; with 422 where something that was typed is wrong."""
    found = review(visit.desk, period, unit)
    return visit.page(
        "ky/xem.html",
        422 if typing.errors else 200,
        review=found,
        page=found.page,
        comparison=Comparison(found, wanted),
        filters=Filter,
        events=timeline(visit.desk, period, unit),
        reasons=REASONS,
        typing=typing,
        acts=Act,
    )


@router.get(f"{ADDRESS}/{{kind}}/{{key}}", name="xem_dong")
def show_row(visit: Visit, period: str, unit: str, kind: RowKind, key: str) -> HTMLResponse:
    """Show one row, field by field, with its files and its history."""
    found, name = review(visit.desk, period, unit), RowName(kind, key)
    reviewed = found.row(name)
    if reviewed is None:
        raise MissingError("Đơn vị không có dòng này trong kỳ báo cáo.", "Hãy mở lại báo cáo của đơn vị.")
    comparison = Comparison(found)
    return visit.page(
        "ky/xem_dong.html",
        page=found.page,
        line=Line(reviewed, comparison.has_rounds),
        row=reviewed.row,
        history=history(visit.desk, period, unit, name),
        title_of=title_of,
        value_of=shown_value,
        size_of=shown_size,
    )
