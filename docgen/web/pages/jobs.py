"""Long work: how far it is, what came of it, its files."""

from mimetypes import guess_type
from pathlib import PurePosixPath

from starlette.responses import HTMLResponse, Response

from docgen.model.papers import JobState
from docgen.office.work import Errand, ask_again, errand, errands, made_file
from docgen.web.door import pages
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Visit

router = pages()
_OPEN = {JobState.WAITING, JobState.RUNNING}
_MORNING = {"mo-ky", "dong-ky", "nhac-han", "don-tep"}
"""Kinds of work that are done by themselves each morning."""


@router.get("/cong-viec", name="cong_viec_danh_sach")
def show_all(visit: Visit) -> HTMLResponse:
    """Show the newest jobs; those of the morning only where something went wrong."""
    shown = [job for job in errands(visit.desk) if not _is_routine(job)]
    return visit.page(
        "cong_viec/danh_sach.html", jobs=shown, is_open=any(job.state in _OPEN for job in shown)
    )


def _is_routine(job: Errand) -> bool:
    return job.kind in _MORNING and job.owner_id is None and job.state is not JobState.FAILED


@router.get("/cong-viec/{job}", name="cong_viec")
def show(visit: Visit, job: str) -> HTMLResponse:
    """Show how far a job is; the page asks again by itself until it has ended."""
    found = errand(visit.desk, job)
    may_again = found.state is JobState.FAILED and found.owner_id == visit.desk.actor.user_id
    return visit.page(
        "cong_viec/mot.html", job=found, is_open=found.state in _OPEN, may_again=may_again and found.owner_id
    )


@router.get("/cong-viec/{job}/tep/{tep:path}", name="cong_viec_tep")
def download(visit: Visit, job: str, tep: str) -> Response:
    """Give a file that a job has made."""
    data = made_file(visit.desk, job, tep)
    kind = guess_type(tep)[0] or "application/octet-stream"
    return attachment(data, PurePosixPath(tep).name, kind)


@router.post("/cong-viec/{job}/lam-lai", name="cong_viec_lam_lai")
def again(visit: Visit, job: str) -> Response:
    """Ask once more for what nothing came of."""
    return visit.go("cong_viec", "Đã yêu cầu làm lại.", job=ask_again(visit.desk, job))
