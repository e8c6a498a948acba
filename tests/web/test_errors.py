"""Refusals are pages in Vietnamese, or problems for programs; nothing else leaves the server."""

import json
import re
from errno import ENOSPC
from pathlib import Path
from typing import Annotated

import pytest
from browsing import Browser, Office
from fastapi import Form
from pydantic import Field

from docgen.errors import ConflictError, DocgenError, InvalidInputError, MissingError, RefusedError
from docgen.model.people import Role
from docgen.office.accounts import make_token
from docgen.office.desk import SYSTEM, Desk
from docgen.web import app, door
from docgen.web.access import ACCESS, Access
from docgen.web.form import PageForm, Text
from docgen.web.visit import Visit

KINDS = {
    "thieu": (MissingError, 404),
    "vuong": (ConflictError, 409),
    "sai": (InvalidInputError, 422),
    "cam": (RefusedError, 422),
    "khac": (DocgenError, 500),
}


class TrialForm(PageForm):
    noi_dung: Text = ""
    so: Annotated[int, Field(ge=1)] = 1
    mat_khau_cu: str = ""


@pytest.fixture
def trial(monkeypatch, sqlite_founded, tmp_path):
    """The office with a page that fails as it is asked to, for people and for programs."""
    router = door.pages()
    monkeypatch.setitem(ACCESS, "thu", Access(frozenset(Role)))
    monkeypatch.setitem(ACCESS, "thu_api", Access(frozenset(Role)))
    monkeypatch.setattr(app, "FAMILIES", (*app.FAMILIES, router))

    def fail(kind):
        if kind in KINDS:
            raise KINDS[kind][0]("Chuyện <b>gì</b>.", "Cách sửa.", ["Dòng 1"])
        if kind == "day":
            raise OSError(ENOSPC, "No space left on device")
        raise ZeroDivisionError("bí mật của ai đó")

    @router.post("/thu/{kind}", name="thu")
    def page(_visit: Visit, kind: str, form: Annotated[TrialForm, Form()]):
        fail(kind or form)

    @router.get("/api/v1/thu/{kind}", name="thu_api")
    def api(_visit: Visit, kind: str, trang: int = 1):
        fail(kind or trang)

    return Office(sqlite_founded, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_errors_say_what_and_how_and_keep_what_was_typed(trial, kind):
    reply = trial.signed_in(Role.CLERK).post(f"/thu/{kind}", {"noi_dung": "đã nhập", "mat_khau_cu": "giấu"})
    assert reply.status_code == KINDS[kind][1]
    assert "Chuyện &lt;b&gt;gì&lt;/b&gt;." in reply.text
    assert "Cách sửa." in reply.text
    assert "Dòng 1" in reply.text
    assert "đã nhập" in reply.text
    assert "giấu" not in reply.text
    assert re.search(rf"<code>{reply.status_code}-[0-9a-f]{{8}}</code>", reply.text)


def test_a_fault_of_ours_tells_nothing_but_a_code(trial, capsys):
    reply = trial.signed_in(Role.CLERK).post("/thu/hong", {"noi_dung": "riêng tư"})
    assert reply.status_code == 500
    assert "Lỗi của máy chủ" in reply.text
    code = re.search(r"500-([0-9a-f]{8})", reply.text)[1]
    logged = capsys.readouterr().err
    assert not re.search("bí mật|riêng tư|Văn thư", logged + reply.text.split("<main")[1])
    lines = [json.loads(line) for line in logged.splitlines()]
    fault = next(line for line in lines if line["event"] == "fault")
    assert (fault["id"], fault["kind"]) == (code, "ZeroDivisionError")
    assert fault["places"][-1].startswith("test_errors.py:")
    assert next(line for line in lines if line.get("route") == "thu")["status"] == 500


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"so": "ba"}, "so: phải là số nguyên."),
        ({"so": "0"}, "so: phải từ 1 trở lên."),
        ({"trang_thai": "da_duyet"}, "trang_thai: không thuộc biểu mẫu này."),
    ],
)
def test_forms_that_do_not_fit_are_told_in_vietnamese(trial, form, said):
    reply = trial.signed_in(Role.CLERK).post("/thu/sai", form)
    assert reply.status_code == 422
    assert said in reply.text


def test_a_form_sent_too_late_is_not_lost(trial):
    reply = trial.somebody().client.post("/thu/sai", data={"noi_dung": "gõ cả buổi"})
    assert reply.status_code == 401
    assert "gõ cả buổi" in reply.text
    assert "đăng nhập lại" in reply.text


def test_a_form_of_an_older_session_is_not_lost(trial):
    reply = trial.signed_in(Role.CLERK).client.post("/thu/sai", data={"noi_dung": "gõ cả buổi"})
    assert reply.status_code == 403
    assert "Phiên làm việc đã thay đổi" in reply.text
    assert "gõ cả buổi" in reply.text


def test_nothing_of_a_form_of_another_site_is_shown(trial):
    headers = {"sec-fetch-site": "cross-site"}
    reply = trial.signed_in(Role.CLERK).client.post("/thu/sai", data={"noi_dung": "lừa"}, headers=headers)
    assert reply.status_code == 403
    assert "lừa" not in reply.text


def test_a_full_disk_is_no_fault_of_the_service(trial):
    reply = trial.signed_in(Role.CLERK).post("/thu/day", {"noi_dung": "gõ cả buổi"})
    assert reply.status_code == 507
    assert "nội dung vừa gửi CHƯA được lưu" in reply.text


def program(office):
    with office.store.writing() as session:
        secret = make_token(Desk(session, SYSTEM, office.clock()), "Trục liên thông", Role.LEADER, None, 7)
    browser = Browser(office.app)
    browser.client.headers["authorization"] = f"Bearer {secret}"
    return browser


@pytest.mark.parametrize("kind", KINDS)
def test_programs_get_problems(trial, kind):
    reply = program(trial).get(f"/api/v1/thu/{kind}")
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert problem["status"] == reply.status_code == KINDS[kind][1]
    assert (problem["detail"], problem["cach_sua"]) == ("Chuyện <b>gì</b>.", "Cách sửa.")
    assert problem["loi"] == [{"o": "", "thong_bao": "Dòng 1"}]
    assert problem["instance"] == f"/api/v1/thu/{kind}"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/api/v1/khong-co", 404), ("/api/v1/thu/sai?trang=hai", 422), ("/api/v1/thu/hong", 500)],
)
def test_programs_get_problems_of_other_kinds_too(trial, address, status):
    problem = program(trial).get(address).json()
    assert problem["status"] == status
    assert re.fullmatch(f"{status}-[0-9a-f]{{8}}", problem["ma"])
    assert problem["type"] == f"/tro-giup#loi-{status}"


@pytest.mark.parametrize("headers", [{}, {"authorization": "Basic abc"}, {"authorization": "Bearer sai"}])
def test_programs_need_a_token(trial, headers):
    reply = trial.signed_in(Role.LEADER).get("/api/v1/thu/sai", headers=headers)
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")


def test_a_route_without_a_row_does_not_start():
    with pytest.raises(LookupError, match="chua_ke"):
        door.pages().get("/x", name="chua_ke")(lambda: None)


def test_an_application_without_a_row_does_not_start(monkeypatch, sqlite_store, tmp_path):
    monkeypatch.delitem(ACCESS, "tabler")
    with pytest.raises(LookupError, match="tabler"):
        Office(sqlite_store, tmp_path)


def test_an_address_that_names_nothing_is_not_found(office):
    assert office.signed_in(Role.CLERK).post("/thong-bao/abc").status_code == 404


def test_who_is_in_stays_so_on_a_page_that_is_not_there(office):
    assert "Đăng xuất" in office.signed_in(Role.CLERK).get("/khong-co").text
    assert office.signed_in(Role.CLERK).get("/tinh/tabler/khong-co").status_code == 404


SCRIPT = {"accept": "application/json"}


def test_scripts_of_pages_get_problems_too(trial):
    reply = trial.signed_in(Role.CLERK).post("/thu/vuong", headers=SCRIPT)
    assert (reply.status_code, reply.json()["detail"]) == (409, "Chuyện <b>gì</b>.")
    for late in (
        trial.somebody().client.post("/thu/vuong", headers=SCRIPT),
        trial.somebody().get("/", headers=SCRIPT),
    ):
        assert (late.status_code, late.json()["title"]) == (401, "Chưa đăng nhập")


def test_a_store_that_does_not_answer_is_told(office):
    browser = office.signed_in(Role.CLERK)
    Path(office.store.url.database).write_bytes(b"khong phai co so du lieu " * 100)
    reply = browser.get("/")
    assert reply.status_code == 503
    assert "Tệp cơ sở dữ liệu bị hỏng" in reply.text
