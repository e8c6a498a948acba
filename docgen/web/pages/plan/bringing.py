"""A file brought in as a plan: chosen, looked through as it was recognised, completed, confirmed."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any

from fastapi import File, Form, UploadFile
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError, RefusedError
from docgen.model.finding import Severity
from docgen.model.papers import PlanState
from docgen.model.plan import Plan
from docgen.model.schema import title_of
from docgen.model.signature import Authority
from docgen.office.plans import InvalidFieldsError, confirm_upload, keep_upload, plans, understand, uploaded
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.shown import remedy_of, wrong_with
from docgen.web.visit import Caller, Visit

router = pages()
_FIELDS = {"ky": "ky_ho_ten"}
"""The field of the form that is meant by a key of the data, where they differ."""
_KEYS = tuple(field.alias or name for name, field in Plan.model_fields.items())
_COMPLETED = ("nam", "trich_yeu", "nam_ban_hanh", "ky", "noi_nhan")
"""Keys that a person can complete; all else is mended in the file."""
TITLES = {key: title_of(Plan, [key]) for key in _KEYS} | {"ky_ho_ten": "Chữ ký"}
"""What the fields are called."""
_SIGNATURE = ("quyen_han", "chuc_vu_cap_truong", "chuc_vu", "ho_ten")
AUTHORITIES = tuple((one.value, f"{one.value} {said}".strip()) for one, said in (
    (Authority.OWN, "Ký trực tiếp"),
    (Authority.DEPUTY, "(ký thay)"),
    (Authority.BY_ORDER, "(thừa lệnh)"),
    (Authority.AUTHORISED, "(thừa ủy quyền)"),
    (Authority.ACTING, "(quyền)"),
))  # fmt: skip
"""By what right somebody signs, with the words of it."""


class CompletingForm(PageForm):
    """What the file did not tell; `phien_ban` is that of the plan whose differences were shown."""

    phien_ban: int = 0
    nam: Text = ""
    trich_yeu: Text = ""
    nam_ban_hanh: Text = ""
    ky_quyen_han: Text = ""
    ky_chuc_vu_cap_truong: Text = ""
    ky_chuc_vu: Text = ""
    ky_ho_ten: Text = ""
    noi_nhan: Text = ""

    def completed(self) -> Mapping[str, Any]:
        """Return what was filled in, under the keys of the data."""
        signature = {key: getattr(self, f"ky_{key}") for key in _SIGNATURE}
        signature = {key: text for key, text in signature.items() if text}
        lines = [line.strip() for line in self.noi_nhan.split("\n") if line.strip()]
        given = {
            "nam": self.nam,
            "trich_yeu": self.trich_yeu,
            "nam_ban_hanh": self.nam_ban_hanh,
            "ky": signature,
            "noi_nhan": lines and {"danh_sach": lines},
        }
        return {key: value for key, value in given.items() if value}


@router.get("/ke-hoach/nhap", name="ke_hoach_nhap")
def ask(visit: Visit, nam: int | None = None) -> HTMLResponse:
    """Ask for the file; `nam` is the year of the plan that was edited in it."""
    return _asked(visit, nam)


def _asked(visit: Visit, year: int | None, problem: DocgenError | None = None) -> HTMLResponse:
    drafts = [one.year for one in plans(visit.desk.session) if one.state is PlanState.DRAFT]
    return visit.page(
        "ke_hoach/nhap.html",
        status_of(problem) if problem else 200,
        drafts=drafts,
        year=year,
        problem=problem,
        remedy_of=remedy_of,
    )


@router.post("/ke-hoach/nhap", name="ke_hoach_nhap_gui")
def bring(
    caller: Caller,
    tep: Annotated[UploadFile | None, File()] = None,
    nam: Annotated[str, Form()] = "",
) -> Response:
    """Keep a file and what was recognised of it; nothing of it is the plan yet."""
    year = int(nam) if nam.isdecimal() else None
    name, data = (tep.filename or "", tep.file.read()) if tep else ("", b"")
    try:
        _refuse_none(data)
        with caller.reading() as visit:
            understood = understand(visit.desk.session, name, data, year)
    except (InvalidInputError, RefusedError, ConflictError) as problem:
        with caller.reading() as visit:
            return _asked(visit, year, problem)
    with caller.writing() as visit:
        kept = keep_upload(visit.desk, understood)
    return caller.go("ke_hoach_nhap_xem", upload=kept.id)


def _refuse_none(data: bytes) -> None:
    if not data:
        message = "Chưa chọn tệp kế hoạch nào, hoặc tệp rỗng."
        raise InvalidInputError(
            message, "Hãy chọn tệp Word (.docx), Excel (.xlsx) hoặc văn bản (.txt, .yaml)."
        )


@router.get("/ke-hoach/nhap/{upload}", name="ke_hoach_nhap_xem")
def show(visit: Visit, upload: int) -> HTMLResponse:
    """Show what was recognised, what is doubtful or lacks, and what differs from the plan that there is."""
    return _recognised(visit, upload, CompletingForm())


def _recognised(
    visit: Visit, upload: int, form: CompletingForm, problem: DocgenError | None = None
) -> HTMLResponse:
    found = uploaded(visit.desk.session, upload)
    asked = {key for key in (*found.problems, *_fields_of(problem)) if key in _COMPLETED}
    wrong = wrong_with(problem, TITLES, _FIELDS)
    return visit.page(
        "ke_hoach/nhan_dang.html",
        status_of(problem) if problem else 200,
        found=found,
        form=form,
        asked=asked,
        errors=wrong.errors,
        problem=wrong.whole,
        in_file=[one for key, said in found.problems.items() if key not in _COMPLETED for one in said],
        titles=TITLES,
        authorities=AUTHORITIES,
        severities=Severity,
        remedy_of=remedy_of,
    )


def _fields_of(problem: DocgenError | None) -> Collection[str]:
    return problem.fields if isinstance(problem, InvalidFieldsError) else ()


@router.post("/ke-hoach/nhap/{upload}", name="ke_hoach_nhap_xac_nhan")
def confirm(caller: Caller, upload: int, form: Annotated[CompletingForm, Form()]) -> Response:
    """Make the file the plan of its year, or the next version of its draft."""
    try:
        with caller.writing() as visit:
            kept = confirm_upload(visit.desk, upload, form.phien_ban, form.completed())
    except (InvalidInputError, ConflictError) as problem:
        with caller.reading() as visit:
            return _recognised(visit, upload, form, problem)
    told = f"Đã nhập kế hoạch năm {kept.plan.year} (phiên bản {kept.version})."
    return caller.go("ke_hoach", told, year=kept.plan.year)
