"""What stands at the head and at the end of a plan: subject, year of issue, who signs, who drafts."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Form
from starlette.responses import HTMLResponse, Response

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.model.plan import Plan
from docgen.model.schema import title_of
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans import KeptPlan, edit_head, plan
from docgen.web.door import pages
from docgen.web.errors import status_of
from docgen.web.form import PageForm, Text
from docgen.web.pages.plan.bringing import AUTHORITIES
from docgen.web.pages.plan.shown import Conflict, conflict_of, plan_page, wrong_with
from docgen.web.visit import Visit

router = pages()
_ADDRESS = "/ke-hoach/{year}/thong-tin-chung"
_SIGNATURE = ("quyen_han", "tap_the", "chuc_vu_cap_truong", "chuc_vu_truong_don_vi", "chuc_vu", "ho_ten")
_RECIPIENTS = ("don_vi_soan_thao", "so_ban")
_NAMES = {f"ky/{key}": f"ky_{key}" for key in _SIGNATURE} | {
    f"noi_nhan/{key}": f"noi_nhan_{key}" for key in _RECIPIENTS
}
"""The fields of the form by where they are in the data; those that are not named are called as there."""
TITLES = {key: title_of(Plan, [key]) for key in ("trich_yeu", "nam_ban_hanh", "van_ban_dien_tu")} | {
    name: title_of(Plan, place.split("/")) for place, name in _NAMES.items()
}
"""What the fields are called."""
_ALSO = {"ky": "ky_ho_ten", "noi_nhan": "noi_nhan_don_vi_soan_thao"}
"""The field that tells what is wrong with all of a block."""


class HeadForm(PageForm):
    """The fields; numbers as they were typed."""

    phien_ban: int = 0
    trich_yeu: Text = ""
    nam_ban_hanh: Text = ""
    van_ban_dien_tu: Literal["", "co"] = ""
    ky_quyen_han: Text = ""
    ky_tap_the: Text = ""
    ky_chuc_vu_cap_truong: Text = ""
    ky_chuc_vu_truong_don_vi: Text = ""
    ky_chuc_vu: Text = ""
    ky_ho_ten: Text = ""
    noi_nhan_don_vi_soan_thao: Text = ""
    noi_nhan_so_ban: Text = ""

    def fields(self) -> Mapping[str, Any]:
        """Return them under the keys of the data."""
        return {
            "trich_yeu": self.trich_yeu,
            "nam_ban_hanh": self.nam_ban_hanh or None,
            "van_ban_dien_tu": bool(self.van_ban_dien_tu),
            "ky": {key: getattr(self, f"ky_{key}") for key in _SIGNATURE},
            "noi_nhan": {
                "don_vi_soan_thao": self.noi_nhan_don_vi_soan_thao,
                "so_ban": self.noi_nhan_so_ban or None,
            },
        }


def _form(value: Plan) -> HeadForm:
    signature = value.signature.model_dump(by_alias=True)
    texts = {f"ky_{key}": signature[key] or "" for key in _SIGNATURE}
    return HeadForm(
        trich_yeu=value.subject,
        nam_ban_hanh=str(value.issue_year or ""),
        van_ban_dien_tu="co" if value.electronic else "",
        noi_nhan_don_vi_soan_thao=value.recipients.drafting_unit,
        noi_nhan_so_ban=str(value.recipients.copies or ""),
        **texts,
    )


@router.get(_ADDRESS, name="ke_hoach_chung")
def show(visit: Visit, year: int) -> HTMLResponse:
    """Show the fields."""
    kept = plan(visit.desk.session, year)
    return _page(visit, kept, _form(kept.plan), kept.version)


def _page(
    visit: Visit,
    kept: KeptPlan,
    form: HeadForm,
    version: int,
    problem: DocgenError | None = None,
    conflict: Conflict | None = None,
) -> HTMLResponse:
    wrong = wrong_with(problem, TITLES, _NAMES | _ALSO)
    return plan_page(
        visit,
        "thong_tin_chung.html",
        kept.plan.year,
        status_of(problem) if problem else 200,
        kept=kept,
        form=form,
        version=version,
        titles=TITLES,
        authorities=AUTHORITIES,
        conflict=conflict,
        problem=None if conflict else wrong.whole,
        errors=wrong.errors,
    )


@router.post(_ADDRESS, name="ke_hoach_chung_luu")
def save(visit: Visit, year: int, form: Annotated[HeadForm, Form()]) -> Response:
    """Keep the fields."""
    try:
        edit_head(visit.desk, year, form.fields(), form.phien_ban)
    except ChangedMeanwhileError as error:
        kept = plan(visit.desk.session, year)
        both = conflict_of(error, _form(kept.plan).model_dump(), form.model_dump(), TITLES)
        return _page(visit, kept, form, error.version, error, both)
    except (InvalidInputError, ConflictError) as problem:
        return _page(visit, plan(visit.desk.session, year), form, form.phien_ban, problem)
    return visit.go("ke_hoach", "Đã lưu thông tin chung.", year=year)
