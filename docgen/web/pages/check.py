"""Any Word file or PDF checked: what breaks Decree 30, beside its pages; the file mended."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from fastapi import File, Form, UploadFile
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, InvalidInputError, RefusedError
from docgen.model.finding import Severity
from docgen.office import checks
from docgen.office.agency import check_settings
from docgen.package.kinds import WORD
from docgen.services.display_names import display_name
from docgen.services.evidence import MEDIA_TYPES, MOST_BYTES
from docgen.services.fix import mend_bytes
from docgen.services.isolation import Names
from docgen.services.looking import LookedAt, look_at
from docgen.services.without_commands import without_commands
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.pages.check_groups import IN_ADDRESS, MOST_CHANGES, WORDS, grouped, in_order, on_pages
from docgen.web.pages.previews import Paper, page_picture
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Caller, Visit

router = pages()
_ONE = "/kiem-tra/{file}"
_OF_FILE = (InvalidInputError, ConflictError, RefusedError)
"""What is wrong with a file: all else is the fault of the service."""
_WORD = MEDIA_TYPES["docx"]

Changes = Literal["accepted", "original"]


class ReadingForm(PageForm):
    """How the tracked changes of a file are read."""

    thay_doi: Changes = "accepted"


@dataclass(frozen=True)
class Problem:
    """Why something could not be done, as those read it who have no terminal."""

    message: str
    remedy: str
    problems: tuple[str, ...]


@router.get("/kiem-tra", name="kiem_tra")
def choose(visit: Visit) -> HTMLResponse:
    """Show where a file is dropped, and the files of today."""
    return visit.page("kiem_tra/chon.html", **_chosen(visit))


@router.post("/kiem-tra", name="kiem_tra_gui")
def check(caller: Caller, tep: Annotated[UploadFile | None, File()] = None) -> Response:
    """Check a file and keep what was found."""
    try:
        name, data = _brought(tep)
        looked = _look(caller, name, data, "accepted")
    except _OF_FILE as error:
        with caller.reading() as visit:
            return visit.page("kiem_tra/chon.html", 422, **_chosen(visit, _of_either(_problem(error))))
    with caller.writing() as visit:
        file = checks.hold_file(visit.desk, name, data, looked, "accepted")
    return caller.go("kiem_tra_xem", file=file)


@router.get(_ONE, name="kiem_tra_xem")
def show(visit: Visit, file: int, muc: str = "") -> HTMLResponse:
    """Show what was found, all of it or of one severity (by its name in addresses), beside the pages."""
    chosen = next((severity for severity, name in IN_ADDRESS.items() if name == muc), None)
    return _page(visit, file, chosen)


@router.post(f"{_ONE}/doc-lai", name="kiem_tra_doc_lai")
def read_otherwise(caller: Caller, file: int, form: Annotated[ReadingForm, Form()]) -> Response:
    """Check a file anew, its tracked changes read otherwise."""
    with caller.reading() as visit:
        held, data = checks.held_file(visit.desk, file), checks.file_bytes(visit.desk, file)
    try:
        looked = _look(caller, held.name, data, form.thay_doi)
    except _OF_FILE as error:
        return _refused(caller, file, error)
    with caller.writing() as visit:
        checks.judge_again(visit.desk, file, looked, form.thay_doi)
    return caller.go("kiem_tra_xem", file=file)


@router.get(f"{_ONE}/trang/{{page}}", name="kiem_tra_anh")
def picture(caller: Caller, file: int, page: int) -> Response:
    """Give the picture of a page."""
    with caller.reading() as visit:
        held, pdf = checks.held_file(visit.desk, file), checks.page_bytes(visit.desk, file)
    return page_picture(Paper(f"{held.sha256}/{held.changes}", held.name, lambda: pdf), page)


@router.post(f"{_ONE}/sua", name="kiem_tra_sua")
def mend(caller: Caller, file: int) -> Response:
    """Mend a file where that is certain, its tracked changes read as they were for the check."""
    with caller.reading() as visit:
        held, data = checks.held_file(visit.desk, file), checks.file_bytes(visit.desk, file)
        settings = check_settings(visit.desk.session)
    try:
        mended = mend_bytes(data, Names(held.name), settings, held.changes)
    except _OF_FILE as error:
        return _refused(caller, file, error)
    with caller.writing() as visit:
        checks.hold_mended(visit.desk, file, mended)
    return caller.go("kiem_tra_da_sua", file=file)


@router.get(f"{_ONE}/da-sua", name="kiem_tra_da_sua")
def show_mended(visit: Visit, file: int) -> HTMLResponse:
    """Show what was changed in a file, and what is left."""
    held, mended = checks.held_file(visit.desk, file), checks.mended_file(visit.desk, file)
    return visit.page(
        "kiem_tra/da_sua.html",
        file=held,
        mended=mended,
        changes=in_order(mended.changes),
        groups=grouped(mended.left),
        words=WORDS,
        said=without_commands,
        most=MOST_CHANGES,
    )


@router.get(f"{_ONE}/da-sua/tep", name="kiem_tra_tai")
def download(visit: Visit, file: int) -> Response:
    """Give the file mended."""
    mended, data = checks.mended_file(visit.desk, file), checks.mended_bytes(visit.desk, file)
    return attachment(data, mended.name, _WORD)


@router.post(f"{_ONE}/xoa", name="kiem_tra_xoa")
def take_away(visit: Visit, file: int) -> Response:
    """Take a file away."""
    checks.forget_file(visit.desk, file)
    return visit.go("kiem_tra", "Đã xóa tệp và kết quả kiểm tra.")


def _brought(tep: UploadFile | None) -> tuple[str, bytes]:
    """Return name and bytes of the file that was chosen.

    Raises:
        InvalidInputError, RefusedError: none was, or there is nothing in it, or too much.

    """
    if tep is None or not tep.filename:
        raise InvalidInputError("Chưa chọn tệp nào.", "Hãy chọn một tệp Word hoặc PDF.")
    name, data = display_name(tep.filename), tep.file.read()
    if not data:
        raise InvalidInputError(
            f"“{name}”: Tệp rỗng (0 byte).", "Hãy mở tệp trên máy để kiểm tra rồi chọn lại."
        )
    if len(data) > MOST_BYTES:
        raise RefusedError(
            f"“{name}”: Tệp nặng quá {MOST_BYTES // 2**20} MB.", "Hãy giảm dung lượng ảnh trong tệp."
        )
    return name, data


def _look(caller: Caller, name: str, data: bytes, changes: Changes) -> LookedAt:
    with caller.reading() as visit:
        settings = check_settings(visit.desk.session)
    return look_at(data, Names(name), settings, changes)


def _chosen(visit: Visit, problem: Problem | None = None) -> dict[str, Any]:
    return {
        "files": checks.held_files(visit.desk),
        "problem": problem,
        "most": MOST_BYTES // 2**20,
        "words": WORDS,
    }


def _page(
    visit: Visit, file: int, chosen: Severity | None = None, problem: Problem | None = None
) -> HTMLResponse:
    held = checks.held_file(visit.desk, file)
    groups = grouped(held.findings)
    return visit.page(
        "kiem_tra/xem.html",
        422 if problem else 200,
        file=held,
        groups=groups,
        chosen=chosen,
        words=WORDS,
        names=IN_ADDRESS,
        said=without_commands,
        sheets=on_pages(held, chosen),
        is_undecided=any(one.code == _UNDECIDED for one in held.notices),
        can_be_mended=any(one.fixable for one in held.findings),
        problem=problem,
    )


_UNDECIDED = "thay-doi-chua-duyet"


def _refused(
    caller: Caller, file: int, error: InvalidInputError | ConflictError | RefusedError
) -> HTMLResponse:
    with caller.reading() as visit:
        return _page(visit, file, problem=_problem(error))


def _of_either(problem: Problem) -> Problem:
    """Return why a file is not checked: both kinds are, though what opens a Word file names that alone."""
    if problem.remedy != WORD.choose:
        return problem
    message = problem.message.replace(f"không phải {WORD.suffix}", "không phải tệp Word hay PDF")
    return replace(problem, message=message, remedy="Hãy chọn một tệp Word (.docx) hoặc PDF (.pdf).")


def _problem(error: InvalidInputError | ConflictError | RefusedError) -> Problem:
    problems = tuple(map(without_commands, error.problems))
    return Problem(without_commands(error.message), without_commands(error.remedy), problems)
