"""What is too big, too much, too often or no form of ours."""

import pytest
from browsing import Office
from offices import PASSWORD
from programs import program

from docgen.model.people import Role
from docgen.web.safety.bodies import WITHOUT_FILES
from docgen.web.safety.forms import FIELD, HEADER

MULTIPART = {"content-type": "multipart/form-data; boundary=x"}
URLENCODED = {"content-type": "application/x-www-form-urlencoded"}


def chunks(size):
    """Give a body that does not say how long it is."""
    yield f"{FIELD}=".encode()
    for _ in range(size // 65536 + 1):
        yield b"a" * 65536


@pytest.mark.parametrize(
    "body", [b"a=" + b"b" * WITHOUT_FILES, chunks(WITHOUT_FILES)], ids=["told", "untold"]
)
def test_a_body_too_big_is_refused(office, body):
    reply = office.signed_in(Role.CLERK).client.post("/dang-xuat", content=body, headers=URLENCODED)
    assert reply.status_code == 413
    assert "Dữ liệu gửi lên quá lớn" in reply.text


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        ("&".join(f"o{i}=1" for i in range(1001)), URLENCODED),
        ("a=" + "b" * (2**20 + 1), URLENCODED),
        (
            '--x\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nb\r\n--x--\r\n',
            MULTIPART,
        ),
        ("--x\r\nkhong phai bieu mau", MULTIPART),
        ("", {"content-type": "multipart/form-data"}),
    ],
    ids=["1,001 fields", "a field over 1 MiB", "a file where none belongs", "broken", "no boundary"],
)
def test_forms_beyond_their_limits_are_refused(office, content, headers):
    reply = office.signed_in(Role.CLERK).client.post("/dang-xuat", content=content, headers=headers)
    assert reply.status_code in {400, 403}
    assert '<html lang="vi">' in reply.text


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_what_is_no_form_is_refused(office, kind):
    reply = office.signed_in(Role.CLERK).client.post(
        "/dang-xuat", content="{}", headers={"content-type": kind}
    )
    assert reply.status_code == 415


def test_a_script_tells_the_secret_in_a_header(office):
    browser = office.signed_in(Role.CLERK)
    assert browser.client.post("/dang-xuat", headers={HEADER: browser.secret()}).status_code == 303


def test_the_secret_in_the_address_counts_for_nothing(office):
    browser = office.signed_in(Role.CLERK)
    assert browser.client.post(f"/dang-xuat?{FIELD}={browser.secret()}").status_code == 403


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}])
def test_our_own_forms_are_taken(office, headers):
    assert office.signed_in(Role.CLERK).post("/dang-xuat", headers=headers).status_code == 303


@pytest.mark.parametrize(
    ("host", "status"),
    [("bao-cao.snv.example", 200), ("BAO-CAO.snv.example:8000", 200), ("evil.example", 400)],
)
def test_the_service_answers_to_its_names_alone(sqlite_founded, tmp_path, host, status):
    office = Office(sqlite_founded, tmp_path, allowed_hosts=("*.snv.example",))
    assert office.somebody().get("/dang-nhap", headers={"host": host}).status_code == status


def test_passwords_cannot_be_tried_for_ever(office):
    browser = office.somebody()
    form = {"ten_dang_nhap": "KHONG-AI ", "mat_khau": "sai"}
    replies = [browser.post("/dang-nhap", form) for _ in range(6)]
    assert [reply.status_code for reply in replies] == [422] * 5 + [429]
    assert 0 < int(replies[-1].headers["retry-after"]) <= 60
    assert "Đợi" in replies[-1].text
    assert browser.post("/dang-nhap", form | {"ten_dang_nhap": "ai-khac"}).status_code == 422


def test_one_password_cannot_be_tried_with_all_accounts(sqlite_founded, tmp_path):
    browser = Office(sqlite_founded, tmp_path, failed_address_rate="3/hour").somebody()
    replies = [
        browser.post("/dang-nhap", {"ten_dang_nhap": f"ai-{number}", "mat_khau": "sai"})
        for number in range(4)
    ]
    assert [reply.status_code for reply in replies] == [422] * 3 + [429]
    assert 0 < int(replies[-1].headers["retry-after"]) <= 3600


def test_an_office_behind_one_address_comes_in(sqlite_founded, tmp_path):
    browser = Office(sqlite_founded, tmp_path, failed_address_rate="1/hour").somebody()
    form = {"ten_dang_nhap": "van-thu", "mat_khau": PASSWORD}
    assert [browser.post("/dang-nhap", form).status_code for _ in range(3)] == [303] * 3
    assert browser.post("/dang-nhap", form | {"mat_khau": "sai"}).status_code == 422
    assert browser.post("/dang-nhap", form).status_code == 429


def test_a_program_asks_so_often_and_no_more(sqlite_founded, tmp_path):
    office = Office(sqlite_founded, tmp_path, api_rate="2/minute")
    first, second = program(office), program(office)
    replies = [first.get("/ky") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert replies[-1].headers["content-type"].startswith("application/problem+json")
    assert 0 < int(replies[-1].headers["retry-after"]) <= 60
    assert replies[-1].json()["status"] == 429
    assert second.get("/ky").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_methods_are_refused(office, method):
    reply = office.signed_in(Role.CLERK).client.request(method, "/thong-bao")
    assert reply.status_code == 405
    assert "Không làm được việc này ở đây" in reply.text


@pytest.mark.parametrize("within", ["/tinh/tabler", "/lien-ket", ""])
@pytest.mark.parametrize(
    "path",
    [
        "..%2f..%2f..%2fetc%2fpasswd",
        "../../../../etc/passwd",
        "..%5c..%5cwindows%5cwin.ini",
        "%2e%2e/%2e%2e/pyproject.toml",
        "css%00.css",
        "C:/windows/win.ini",
        "%5c%5cmay-chu%5ctep",
        "%ff%fe",
        "a" * 3000,
    ],
)
def test_paths_that_lead_elsewhere_lead_nowhere(office, within, path):
    reply = office.somebody().get(f"{within}/{path}")
    assert reply.status_code == 404
    assert '<html lang="vi">' in reply.text
