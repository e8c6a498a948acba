"""What the door does for every page: transactions, owners, limits, messages."""

from typing import Annotated

import pytest
from browsing import Office
from fastapi import File, Form, UploadFile
from starlette.responses import PlainTextResponse, StreamingResponse

from docgen.model.people import Role
from docgen.office.agency import setting, settle
from docgen.web import app, door
from docgen.web.access import ACCESS, Access
from docgen.web.safety.bodies import WITHOUT_FILES
from docgen.web.told import Message, Told
from docgen.web.visit import Visit

EVERYBODY = frozenset(Role)
ROWS = {
    "thu_ghi": Access(EVERYBODY),
    "thu_doc": Access(EVERYBODY),
    "thu_don_vi": Access(EVERYBODY, unit="unit"),
    "thu_dut": Access(EVERYBODY),
    "thu_nang": Access(EVERYBODY, is_heavy=True),
    "thu_tep": Access(EVERYBODY, files=2),
}


def write(visit: Visit, trang_thai: Annotated[int, Form()], *, giu: Annotated[bool, Form()] = False):
    settle(visit.desk, "thu", trang_thai)
    visit.tell("Đã ghi.", "info")
    if giu:
        visit.keep()
    return PlainTextResponse("", trang_thai)


def read(visit: Visit):
    return PlainTextResponse(str(setting(visit.desk.session, "thu")))


def anything(unit: str = ""):
    return PlainTextResponse(unit)


def break_off():
    def pieces():
        yield b"mot phan"
        raise OSError("đứt")

    return StreamingResponse(pieces())


def size_of(tep: Annotated[list[UploadFile], File()]):
    return PlainTextResponse(str(sum(len(one.file.read()) for one in tep)))


PAGES = {
    "thu_ghi": ("POST", "/thu/ghi", write),
    "thu_doc": ("GET", "/thu/doc", read),
    "thu_don_vi": ("GET", "/thu/don-vi/{unit}", anything),
    "thu_nang": ("GET", "/thu/nang", anything),
    "thu_dut": ("GET", "/thu/dut", break_off),
    "thu_tep": ("POST", "/thu/tep", size_of),
}


@pytest.fixture
def trial(monkeypatch, sqlite_founded, tmp_path):
    """The office with a few more pages."""
    router = door.pages()
    for name, row in ROWS.items():
        monkeypatch.setitem(ACCESS, name, row)
    for name, (method, path, page) in PAGES.items():
        router.add_api_route(path, page, methods=[method], name=name)
    monkeypatch.setattr(app, "FAMILIES", (*app.FAMILIES, router))
    return Office(sqlite_founded, tmp_path)


@pytest.mark.parametrize(
    ("form", "kept"),
    [({"trang_thai": 200}, "200"), ({"trang_thai": 422}, "None"), ({"trang_thai": 422, "giu": "co"}, "None")],
)
def test_what_a_page_writes_is_kept_unless_it_refuses(trial, form, kept):
    browser = trial.signed_in(Role.COORDINATOR)
    browser.post("/thu/ghi", form)
    assert browser.get("/thu/doc").text == kept


def test_a_refusal_may_keep_what_was_written(trial):
    browser = trial.signed_in(Role.COORDINATOR)
    assert browser.post("/thu/ghi", {"trang_thai": 409, "giu": "1"}).status_code == 409
    assert browser.get("/thu/doc").text == "409"


def test_a_message_is_told_once_on_the_next_page(trial):
    browser, other = trial.signed_in(Role.COORDINATOR), trial.signed_in(Role.COORDINATOR)
    browser.post("/thu/ghi", {"trang_thai": 200})
    assert "Đã ghi." not in other.get("/").text
    assert "Đã ghi." in browser.get("/").text
    assert "Đã ghi." not in browser.get("/").text


@pytest.mark.parametrize(
    ("role", "status"), [(Role.REPORTER, 404), (Role.HEAD, 404), (Role.COORDINATOR, 200), (Role.LEADER, 200)]
)
def test_units_find_nothing_of_others(trial, role, status):
    browser = trial.signed_in(role, "van-phong" if role.is_of_unit else None)
    assert browser.get("/thu/don-vi/thanh-tra").status_code == status
    assert browser.get("/thu/don-vi/van-phong").status_code == 200


def test_what_takes_long_may_not_be_asked_for_too_often(trial):
    browser, other = trial.signed_in(Role.CLERK), trial.signed_in(Role.LEADER)
    statuses = [browser.get("/thu/nang").status_code for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    assert other.get("/thu/nang").status_code == 200


def test_files_come_where_they_belong(trial):
    browser = trial.signed_in(Role.CLERK)
    files = [("tep", ("a.txt", b"x" * WITHOUT_FILES)), ("tep", ("b.txt", b"yy"))]
    assert browser.post("/thu/tep", files=files).text == str(WITHOUT_FILES + 2)
    assert browser.post("/thu/tep", files=[*files, files[0]]).status_code == 400
    assert trial.somebody().post("/thu/tep", files=files).status_code == 401


def test_an_answer_that_breaks_off_is_no_other_answer(trial):
    with pytest.raises(OSError, match="đứt"):
        trial.signed_in(Role.CLERK).get("/thu/dut")


def test_it_starts_and_stops(trial):
    with trial.somebody().client as client:
        assert client.get("/suc-khoe/song").json() == {"trang_thai": "tốt"}


def test_messages_of_those_who_never_come_back_are_forgotten():
    told = Told()
    for reader in range(1001):
        told.put(str(reader), Message("Đã lưu."))
    assert told.take("0") == ()
    assert told.take("1000") == (Message("Đã lưu."),)
