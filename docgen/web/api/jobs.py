"""Long work: how far it is, what came of it."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Path
from pydantic import computed_field
from starlette.responses import Response

from docgen.model.papers import JobState
from docgen.office.work import errand, errands, made_file
from docgen.web.api.files import FILE, file
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.route import PREFIX, api
from docgen.web.api.shapes import Moment, Out, Word, told
from docgen.web.visit import Visit

router = api("Công việc")
_NEWEST = 500
_Job = Annotated[Word, Path(description="Mã công việc")]


class MadeOut(Out, title="Tệp của công việc"):
    """A file that a job has made."""

    name: str = told("ten", "Tên tệp", "bao-cao-2025-Q1.docx")
    sha256: str = told("sha256", "Giá trị băm")


class JobOut(Out, title="Công việc"):
    """A piece of long work."""

    id: str = told("ma", "Mã công việc", "0f3c2b1a-0b7e-4a54-9d0a-5f1f6f2f9a10")
    kind: str = told("loai", "Loại công việc", "bao-cao")
    title: str = told("ten", "Tên công việc", "Báo cáo kỳ 2025-Q1")
    state: JobState = told("trang_thai", "Trạng thái")
    done: int = told("da_lam", "Đã làm được mấy phần", 1)
    total: int = told("tong", "Tổng số phần; 0 khi chưa biết", 3)
    message: str = told("thong_bao", "Đang làm gì, hoặc vì sao không làm được")
    made_at: Moment = told("yeu_cau_luc", "Lúc yêu cầu")
    started_at: Moment | None = told("bat_dau_luc", "Lúc bắt đầu")
    finished_at: Moment | None = told("xong_luc", "Lúc kết thúc")
    files: tuple[MadeOut, ...] = told("tep", "Các tệp đã làm ra")

    def headers(self) -> Mapping[str, str]:
        """Return where it can be asked after."""
        return {"Location": self.address}

    @computed_field(alias="dia_chi", description="Địa chỉ của công việc; các tệp ở dưới địa chỉ này, /tep/")  # type: ignore[prop-decorator]
    @property
    def address(self) -> str:
        """Where it is."""
        return f"{PREFIX}/cong-viec/{self.id}"


@router.get("/cong-viec", name="api_cong_viec_danh_sach", summary="Các công việc mới nhất")
def show_all(visit: Visit, wanted: Wanted) -> Page[JobOut]:
    """Tell the newest jobs."""
    return paged(JobOut, errands(visit.desk, _NEWEST), lambda one: one.id, wanted)


@router.get("/cong-viec/{job}", name="api_cong_viec", summary="Một công việc tới đâu")
def show(visit: Visit, job: _Job) -> JobOut:
    """Tell how far a job is."""
    return JobOut.model_validate(errand(visit.desk, job))


@router.get("/cong-viec/{job}/tep/{name:path}", name="api_cong_viec_tep", summary="Lấy tệp đã làm ra", **FILE)
def give_file(
    visit: Visit, job: _Job, name: Annotated[str, Path(description="Tên tệp", max_length=300)]
) -> Response:
    """Give a file that a job has made."""
    return file(name, made_file(visit.desk, job, name))
