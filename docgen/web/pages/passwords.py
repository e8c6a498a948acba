"""Choosing another password."""

from typing import Annotated

from fastapi import Form
from starlette.responses import HTMLResponse, Response

from docgen.errors import InvalidInputError
from docgen.office.accounts import begin_session, change_password
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.safety.cookies import give_session
from docgen.web.visit import Visit

router = pages()


class PasswordForm(PageForm):
    """The password as it is, and as it shall be, typed twice."""

    mat_khau: str = ""
    mat_khau_moi: str = ""
    mat_khau_nhap_lai: str = ""


@router.get("/doi-mat-khau", name="doi_mat_khau")
def ask(visit: Visit) -> HTMLResponse:
    """Show the form."""
    return visit.page("doi_mat_khau.html", errors={})


@router.post("/doi-mat-khau", name="doi_mat_khau_gui")
def change(visit: Visit, form: Annotated[PasswordForm, Form()]) -> Response:
    """Change the password; whoever did it stays, all other sessions of theirs end."""
    if form.mat_khau_moi != form.mat_khau_nhap_lai:
        return _again(visit, "mat_khau_nhap_lai", "Hai lần nhập mật khẩu mới không giống nhau.")
    try:
        change_password(visit.desk, form.mat_khau, form.mat_khau_moi)
    except InvalidInputError as error:
        name = "mat_khau" if "hiện tại không đúng" in error.message else "mat_khau_moi"
        return _again(visit, name, f"{error.message} {error.remedy}")
    secret = begin_session(visit.desk, visit.desk.actor.user_id or 0)
    reply = visit.go("trang_chu")
    give_session(reply, secret, secure=visit.house.settings.secure)
    return reply


def _again(visit: Visit, name: str, message: str) -> HTMLResponse:
    return visit.page("doi_mat_khau.html", 422, errors={name: message})
