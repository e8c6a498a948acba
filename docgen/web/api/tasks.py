"""The tasks of a plan: listed, read, changed in the version that was read."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated

from fastapi import Path
from pydantic import Field

from docgen.errors import MissingError
from docgen.model.day import Day
from docgen.model.plan import Plan
from docgen.office import plans
from docgen.office.plans import TaskRow
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.plans import PlanYear
from docgen.web.api.route import api
from docgen.web.api.shapes import In, IsoDay, Out, Text, Word, said, told
from docgen.web.api.versions import require_match, tag
from docgen.web.visit import Visit

router = api("Nhiệm vụ")
_MOST_NAMES = 100
_Task = Annotated[Word, Path(description="Mã nhiệm vụ", examples=["giao-bien-che"])]
_Words = Annotated[Text, Field(max_length=20_000)]
_Names = Annotated[list[_Words], Field(max_length=_MOST_NAMES)]


class EventOut(Out, title="Sự kiện đã xảy ra"):
    """The event that a deadline waited for."""

    day: Day = told("ngay", "Ngày xảy ra", "2025-03-31")
    document: str = told("van_ban", "Văn bản ghi nhận", "12/TB-SNV")


class TaskOut(Out, title="Nhiệm vụ"):
    """A task or sub-task of a plan."""

    id: str = told("ma", "Mã nhiệm vụ", "giao-bien-che", at="row.id")
    number: str = told("so", "Số như in trong phụ lục", "3.1")
    parent: str = told("thuoc", "Mã nhiệm vụ chứa nó; rỗng khi không phải nhiệm vụ con")
    part: str = told("phan", "Tên phần")
    heading: str = told("nhom", "Tên nhóm")
    text: str = told("noi_dung", "Nhiệm vụ cụ thể", at="row.text")
    product: str = told("san_pham", "Sản phẩm", at="row.product")
    lead: tuple[str, ...] = told("chu_tri", "Cơ quan chủ trì", ["Văn phòng Sở"], at="row.lead")
    coordinating: tuple[str, ...] = told("phoi_hop", "Cơ quan phối hợp", [], at="row.coordinating")
    deadline: str = told("thoi_gian", "Thời gian thực hiện", "Quý I", at="row.deadline")
    budget: str = told("kinh_phi", "Kinh phí", at="row.budget")
    note: str = told("ghi_chu", "Ghi chú", at="row.note")
    event: EventOut | None = told("su_kien", "Sự kiện mà thời hạn chờ, nếu đã xảy ra", at="row.event")

    @property
    def version(self) -> str:
        """A hash of all that it says: what others do elsewhere in the plan does not change it."""
        text = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    def headers(self) -> Mapping[str, str]:
        """Return its version as its tag."""
        return tag(self.version)


class EventIn(In, title="Sự kiện mới"):
    """The event that a deadline waited for."""

    day: IsoDay = said("ngay", "Ngày xảy ra", "2025-03-31")
    document: _Words = said("van_ban", "Văn bản ghi nhận", "12/TB-SNV", default="")


class TaskIn(In, title="Sửa nhiệm vụ"):
    """Cells of a task that are changed; what is not named stays."""

    text: _Words | None = said("noi_dung", "Nhiệm vụ cụ thể", default=None)
    product: _Words | None = said("san_pham", "Sản phẩm", default=None)
    lead: _Names | None = said("chu_tri", "Cơ quan chủ trì", ["Văn phòng Sở"], default=None)
    coordinating: _Names | None = said("phoi_hop", "Cơ quan phối hợp", default=None)
    deadline: _Words | None = said("thoi_gian", "Thời gian thực hiện", "Quý II", default=None)
    budget: _Words | None = said("kinh_phi", "Kinh phí", default=None)
    note: _Words | None = said("ghi_chu", "Ghi chú", default=None)
    event: EventIn | None = said("su_kien", "Sự kiện đã xảy ra", default=None)


@router.get("/ke-hoach/{year}/nhiem-vu", name="api_nhiem_vu_danh_sach", summary="Các nhiệm vụ của kế hoạch")
def show_all(visit: Visit, year: PlanYear, wanted: Wanted) -> Page[TaskOut]:
    """Tell the tasks and sub-tasks in the order of the page."""
    rows = plans.rows(plans.plan(visit.desk.session, year).plan)
    return paged(TaskOut, rows, lambda one: one.row.id, wanted)


@router.get("/ke-hoach/{year}/nhiem-vu/{task}", name="api_nhiem_vu", summary="Đọc một nhiệm vụ")
def show(visit: Visit, year: PlanYear, task: _Task) -> TaskOut:
    """Tell a task."""
    return TaskOut.model_validate(_row(plans.plan(visit.desk.session, year).plan, task))


@router.patch(
    "/ke-hoach/{year}/nhiem-vu/{task}", name="api_nhiem_vu_sua", summary="Sửa các ô của một nhiệm vụ"
)
def change(visit: Visit, year: PlanYear, task: _Task, form: TaskIn) -> TaskOut:
    """Change cells of a task, as it was read."""
    kept = plans.plan(visit.desk.session, year)
    now = TaskOut.model_validate(_row(kept.plan, task))
    require_match(visit.request, now.version, now.model_dump(mode="json", by_alias=True))
    fields = form.model_dump(mode="json", by_alias=True, exclude_none=True)
    changed = plans.edit_task(visit.desk, year, task, fields, kept.version)
    return TaskOut.model_validate(_row(changed.plan, task))


def _row(plan: Plan, task: str) -> TaskRow:
    found = next((one for one in plans.rows(plan) if one.row.id == task), None)
    if found is None:
        raise MissingError(f"Kế hoạch không có nhiệm vụ “{task}”.", "Xem danh sách nhiệm vụ của kế hoạch.")
    return found
