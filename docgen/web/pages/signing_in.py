"""In and out: by password or by a personal link."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Form, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from docgen.office.accounts import (
    begin_session,
    end_all_sessions,
    end_session,
    enter_by_link,
    login_of,
    owner_of_link,
    record_failure,
    user_with,
)
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.safety.cookies import give_session, take_session
from docgen.web.visit import Caller, Visit, visitor_of

router = pages()
_FAILED = "sai"
"""Under which wrong passwords are counted."""


class SignInForm(PageForm):
    """Login and password; `tiep` is the page that was wanted."""

    ten_dang_nhap: str = ""
    mat_khau: Annotated[str, Form(json_schema_extra={"format": "password"})] = ""
    tiep: str = ""


@router.get("/dang-nhap", name="dang_nhap")
def ask(visit: Visit, tiep: str = "") -> HTMLResponse:
    """Show the form."""
    return visit.page("dang_nhap.html", form=SignInForm(tiep=tiep), error="")


@router.post("/dang-nhap", name="dang_nhap_gui")
def sign_in(caller: Caller, form: Annotated[SignInForm, Form()]) -> Response:
    """Let somebody in; the same words for an unknown login and a wrong password."""
    address = caller.request.client.host if caller.request.client else ""
    rates, settings = caller.house.rates, caller.house.settings
    rates.require(settings.failed_address_rate, _FAILED, address)
    rates.count(settings.sign_in_address_rate, address)
    rates.count(settings.sign_in_rate, address, login_of(form.ten_dang_nhap))
    with caller.reading() as visit:
        user_id = user_with(visit.desk.session, form.ten_dang_nhap, form.mat_khau)
    with caller.writing() as visit:
        if user_id is not None:
            _leave(visit)
            return _welcome(caller, begin_session(visit.desk, user_id), form.tiep)
        record_failure(visit.desk, form.ten_dang_nhap, address)
    rates.count(settings.failed_address_rate, _FAILED, address)
    return caller.page(
        "dang_nhap.html", 422, form=form, error="Tên đăng nhập hoặc mật khẩu không đúng.", bell=0
    )


@router.get("/lien-ket/{token}", name="lien_ket")
def show_link(visit: Visit, token: str) -> HTMLResponse:
    """Show whose link it is; programs that look at links of a mail do not use it up."""
    owner = owner_of_link(visit.desk.session, token, visit.desk.now)
    return visit.page("lien_ket.html", owner=owner, token=token)


@router.post("/lien-ket/{token}", name="lien_ket_vao")
def enter(visit: Visit, token: str) -> Response:
    """Let the owner of a link in."""
    _leave(visit)
    return _welcome(visit, enter_by_link(visit.desk, token))


@router.post("/dang-xuat", name="dang_xuat")
def sign_out(visit: Visit) -> Response:
    """Let somebody out."""
    _leave(visit)
    return _farewell(visit)


@router.post("/dang-xuat/moi-noi", name="dang_xuat_moi_noi")
def sign_out_everywhere(visit: Visit) -> Response:
    """Let somebody out on all machines."""
    end_all_sessions(visit.desk, visit.desk.actor.user_id or 0)
    return _farewell(visit)


@router.get("/phien", name="phien")
def session(request: Request) -> JSONResponse:
    """Tell a script the secret of forms, after its reader has signed in anew in another window."""
    return JSONResponse({"ma_phien": visitor_of(request).csrf})


def _leave(visit: Visit) -> None:
    """End the session that there is: nobody is in twice in one browser."""
    if visit.session_id:
        end_session(visit.desk, visit.session_id)


def _welcome(caller: Caller, secret: str, wanted: str = "") -> Response:
    reply = RedirectResponse(
        wanted if _is_ours(wanted) else caller.request.app.url_path_for("trang_chu"), 303
    )
    give_session(reply, secret, secure=caller.house.settings.secure)
    return reply


def _farewell(visit: Visit) -> Response:
    reply = visit.go("dang_nhap")
    take_session(reply, secure=visit.house.settings.secure)
    return reply


def _is_ours(address: str) -> bool:
    """Say whether an address is a page here, and of no other site however browsers read it."""
    parts = urlsplit(address)
    plain = address.isprintable() and "\\" not in address and not address.startswith("//")
    return plain and address.startswith("/") and not parts.scheme and not parts.netloc
