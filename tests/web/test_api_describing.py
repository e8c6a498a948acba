"""The description of the API, and the page on which people read it."""

import re
from contextlib import closing

import pytest
from browsing import Office
from programs import Program, program

from docgen.model.people import Role
from docgen.store import Store
from docgen.web.api import describing

_METHODS = {"get", "post", "put", "patch"}
_ENGLISH = re.compile(r"\b(the|of|what|is told|Return|Successful)\b")


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mo-ta")
    with closing(Store(f"sqlite:///{folder / 'trong.sqlite'}")) as store:
        return describing.described(Office(store, folder).app)


def operations(described):
    return [one for path in described["paths"].values() for name, one in path.items() if name in _METHODS]


def texts(node, keys=("description", "summary", "title")):
    """Yield all that the description says to people."""
    if isinstance(node, dict):
        yield from (node[key] for key in keys if isinstance(node.get(key), str))
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from texts(one, keys)


def test_every_operation_has_a_name_of_its_own_a_tag_and_its_refusals(described):
    all_of_them = operations(described)
    names = [one["operationId"] for one in all_of_them]
    assert len(set(names)) == len(names) > 40
    for one in all_of_them:
        assert one["summary"]
        assert len(one["tags"]) == 1
        assert {"401", "403", "404", "422"} <= {*one["responses"]}
        problems = [reply for status, reply in one["responses"].items() if status >= "400"]
        assert all([*reply["content"]] == ["application/problem+json"] for reply in problems)


def test_what_it_says_is_vietnamese(described):
    assert not [text for text in texts(described) if _ENGLISH.search(text)]


def test_every_key_is_explained(described):
    schemas = described["components"]["schemas"]
    ours = {name: one for name, one in schemas.items() if re.search(r"(Out|In|Out_)$", name)}
    assert len(ours) > 40
    assert not [
        (name, key)
        for name, one in ours.items()
        for key, field in one["properties"].items()
        if not field.get("description")
    ]


def test_states_are_explained_with_the_words_of_officers(described):
    said = described["components"]["schemas"]["SubmissionState"]["description"]
    assert said.startswith("chua_gui: Chưa gửi; ")


def test_what_is_done_asks_for_a_key_and_what_is_changed_for_a_version(described):
    for path in described["paths"].values():
        for method, one in path.items():
            needed = {each["name"] for each in one.get("parameters", ()) if each["in"] == "header"}
            is_check = one["operationId"].startswith("api_kiem_tra")
            wanted = {"post": set() if is_check else {"Idempotency-Key"}, "get": set()}
            assert needed == wanted.get(method, {"If-Match"})


def test_whoever_has_no_token_is_told_nothing(office):
    told = program(office, Role.HEAD, "van-phong").get("/openapi.json").json()
    assert told["security"] == [{"khoa_truy_cap": []}]
    assert Program(office.app, "khong-phai-khoa").get("/openapi.json").status_code == 401


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_people_of_the_office_read_it_on_a_page_from_this_machine(office, role):
    browser = office.signed_in(role)
    page = browser.get("/api/v1/tai-lieu").text
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert all(one.startswith(("/", "#")) for one in addresses)
    for address in (one for one in addresses if one.startswith("/api/")):
        assert browser.get(address).status_code == 200
    assert "swagger" in browser.get("/api/v1/tai-lieu/swagger-ui.css").text
    assert browser.get("/api/v1/tai-lieu/redoc.standalone.js").status_code == 404


def test_others_do_not(office):
    assert office.signed_in(Role.CLERK).get("/api/v1/tai-lieu").status_code == 403
    assert office.somebody().get("/api/v1/tai-lieu").headers["location"].startswith("/dang-nhap")
