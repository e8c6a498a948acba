"""Every answer is safe, whatever it is."""

import pytest
from browsing import Office

from docgen.model.people import Role

ADDRESSES = [
    "/dang-nhap",
    "/",
    "/khong-co",
    "/suc-khoe",
    "/tinh/tabler/css/vendor/tabler.min.css",
    "/tinh/khong-co",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_them(office, address):
    headers = office.somebody().get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "strict-transport-security" not in headers
    assert "server" not in headers


def test_pages_are_not_kept_and_files_are_kept_for_ever(office):
    browser = office.signed_in(Role.LEADER)
    home = browser.get("/")
    assert home.headers["cache-control"] == "no-store"
    sheet = home.text.split('href="/tinh/')[3].split('"')[0]
    assert sheet.endswith("docgen.css")
    assert "immutable" in browser.get(f"/tinh/{sheet}").headers["cache-control"]


def test_by_https_cookies_go_no_other_way(sqlite_founded, tmp_path):
    office = Office(sqlite_founded, tmp_path, secure=True)
    reply = office.somebody().get("/dang-nhap")
    assert reply.headers["strict-transport-security"].startswith("max-age=31536000")
    assert reply.headers["set-cookie"].startswith("__Host-bieu-mau=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(reply.headers["set-cookie"].split("; "))


def test_pages_hold_no_script_and_no_style_of_their_own(office):
    browser = office.signed_in(Role.REPORTER, "van-phong")
    for address in ("/", "/doi-mat-khau", "/tro-giup", "/thong-bao", "/khong-co"):
        page = browser.get(address).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<script>" not in page
        assert "http://" not in page
        assert "https://" not in page
