"""In and out."""

from datetime import timedelta

import pytest
from browsing import Office
from offices import PASSWORD

from docgen.model.people import Role
from docgen.office.accounts import make_link, reset_password
from docgen.office.desk import SYSTEM, Desk
from docgen.web.pages.signing_in import _is_ours


def sign_in(browser, login="dau-moi", password=PASSWORD, wanted=""):
    return browser.post("/dang-nhap", {"ten_dang_nhap": login, "mat_khau": password, "tiep": wanted})


def test_the_right_password_lets_in(office):
    browser = office.somebody()
    reply = sign_in(browser)
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert "<p>Đầu mối cải cách hành chính</p>" in browser.get("/").text


def test_nobody_is_sent_to_another_site(office):
    assert sign_in(office.somebody(), wanted="//evil.example").headers["location"] == "/"


def test_the_page_that_was_wanted_comes_after_signing_in(office):
    browser = office.somebody()
    to_door = browser.get("/doi-mat-khau")
    assert (to_door.status_code, to_door.headers["location"]) == (303, "/dang-nhap?tiep=%2Fdoi-mat-khau")
    assert sign_in(browser, wanted="/doi-mat-khau").headers["location"] == "/doi-mat-khau"


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:x",
        "/\t/evil",
    ],
)
def test_nobody_is_sent_elsewhere(address):
    assert not _is_ours(address)


@pytest.mark.parametrize(("login", "password"), [("dau-moi", "sai"), ("khong-co-ai", PASSWORD), ("", "")])
def test_unknown_login_and_wrong_password_are_told_alike(office, login, password):
    reply = sign_in(office.somebody(), login, password)
    assert reply.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in reply.text
    assert "<title>Lỗi: Đăng nhập" in reply.text


def test_a_session_ends_when_nobody_is_there(office):
    browser = office.signed_in(Role.LEADER)
    for _ in range(3):
        office.clock.now += timedelta(minutes=29)
        assert browser.get("/").status_code == 200
    office.clock.now += timedelta(minutes=30)
    assert browser.get("/").status_code == 303


def test_a_session_ends_after_half_a_day(office):
    browser = office.signed_in(Role.LEADER)
    for _ in range(24):
        assert browser.get("/").status_code == 200
        office.clock.now += timedelta(minutes=29, seconds=59)
    office.clock.now += timedelta(minutes=1)
    assert browser.get("/").status_code == 303


def test_a_cookie_is_worth_nothing_after_signing_out(office):
    browser = office.signed_in(Role.CLERK)
    kept = browser.client.cookies["phien"]
    assert browser.post("/dang-xuat").headers["location"] == "/dang-nhap"
    browser.client.cookies.set("phien", kept)
    assert browser.get("/").status_code == 303


def test_signing_out_everywhere_ends_all_sessions(office):
    here, there = office.signed_in(Role.CLERK), office.signed_in(Role.CLERK)
    assert here.post("/dang-xuat/moi-noi").status_code == 303
    assert there.get("/").status_code == 303


def link_of(office):
    with office.store.writing() as session:
        return make_link(
            Desk(session, SYSTEM, office.clock()), office.user(Role.REPORTER, "van-phong"), days=7
        )


def test_a_personal_link_shows_whose_it_is_and_then_lets_in(office):
    secret, browser = link_of(office), office.somebody()
    shown = browser.get(f"/lien-ket/{secret}")
    assert "Cán bộ Văn phòng Sở" in shown.text
    assert "phien" not in browser.client.cookies
    assert browser.post(f"/lien-ket/{secret}").headers["location"] == "/"
    assert "Văn phòng Sở" in browser.get("/").text


def test_a_link_that_has_ended_says_so(office):
    secret = link_of(office)
    office.clock.now += timedelta(days=7)
    reply = office.somebody().get(f"/lien-ket/{secret}")
    assert reply.status_code == 404
    assert "đã hết hạn" in reply.text


def test_a_password_to_use_once_opens_one_page_alone(office):
    browser = office.signed_in(Role.CLERK)
    with office.store.writing() as session:
        once = reset_password(Desk(session, SYSTEM, office.clock()), browser.user_id)
    assert browser.get("/").headers["location"].startswith("/dang-nhap")
    assert sign_in(browser, "van-thu", once).headers["location"] == "/"
    assert browser.get("/").headers["location"] == "/doi-mat-khau"
    assert "chỉ dùng một lần" in browser.get("/doi-mat-khau").text


def change(browser, old, new, again=None):
    form = {"mat_khau": old, "mat_khau_moi": new, "mat_khau_nhap_lai": again or new}
    return browser.post("/doi-mat-khau", form)


def test_whoever_changes_their_password_stays_and_all_other_sessions_end(office):
    here, there = office.signed_in(Role.CLERK), office.signed_in(Role.CLERK)
    reply = change(here, PASSWORD, "sương-mai tren-đồi 7")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 303
    assert sign_in(office.somebody(), "van-thu", "sương-mai tren-đồi 7").status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("sai", "suong-mai tren-doi 7", None, "Mật khẩu hiện tại không đúng."),
        (PASSWORD, "suong-mai tren-doi 7", "khac", "Hai lần nhập mật khẩu mới không giống nhau."),
        (PASSWORD, "ngắn", None, "ngắn hơn 12 ký tự"),
        (PASSWORD, "matkhau@2025!", None, "dễ đoán"),
        (PASSWORD, PASSWORD, None, "trùng mật khẩu hiện tại"),
    ],
)
def test_another_password_is_chosen_with_care(office, old, new, again, said):
    reply = change(office.signed_in(Role.CLERK), old, new, again)
    assert reply.status_code == 422
    assert said in reply.text
    assert "Có lỗi cần sửa" in reply.text


def test_whoever_comes_in_anew_has_left_before(office):
    browser = office.signed_in(Role.CLERK)
    kept = browser.client.cookies["phien"]
    assert browser.post(f"/lien-ket/{link_of(office)}").status_code == 303
    browser.client.cookies.clear()
    browser.client.cookies.set("phien", kept)
    assert browser.get("/").status_code == 303


def test_by_https_the_session_is_for_this_host_alone(sqlite_founded, tmp_path):
    browser = Office(sqlite_founded, tmp_path, secure=True).somebody()
    given = sign_in(browser).headers["set-cookie"].split("; ")
    assert given[0].startswith("__Host-phien=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} == set(given[1:])
    assert browser.get("/").status_code == 200
    assert "Max-Age=0" in browser.post("/dang-xuat").headers["set-cookie"]
    assert browser.get("/").status_code == 303
