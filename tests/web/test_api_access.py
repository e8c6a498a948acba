"""Which program may ask for what: roles × routes × owners from the table, with a sample for each route."""

from itertools import count

import pytest
from api_samples import API
from programs import Program, program

from docgen.model.people import Role
from docgen.web import api
from docgen.web.access import ACCESS
from docgen.web.api.route import ApiRoute

UNIT, OTHER = "van-phong", "cchc-vtlt"
ROUTES = {
    route.name: route for family in api.ROUTERS for route in family.routes if isinstance(route, ApiRoute)
}
OF_UNITS = [name for name in ROUTES if ACCESS[name].unit]


def address_of(name, office, unit=UNIT):
    """Return where a route is asked for, once what it is about is there."""
    given = {"unit": unit, **API[name].given(office), **API[name].fixed}
    return ROUTES[name].path.replace(":path", "").format(**given) + API[name].query


def ask(program, name, address):
    """Ask for a route as its sample does."""
    sample, (method, *_) = API[name], sorted(ROUTES[name].methods - {"HEAD"})
    headers = {"Idempotency-Key": f"khoa-{next(keys)}"} if method == "POST" else {}
    headers |= {"If-Match": '"0"'} if method in {"PUT", "PATCH"} else {}
    return program.client.request(method, address, json=sample.json, files=sample.files, headers=headers)


keys = count(1)


def test_every_route_has_a_sample():
    assert set(ROUTES) == set(API)


@pytest.mark.parametrize("name", ROUTES)
def test_programs_come_where_their_role_may_and_nowhere_else(collecting, name):
    address, works = address_of(name, collecting), API[name].works
    assert ask(Program(collecting.app, "khong-phai-khoa"), name, address).status_code == 401
    for role in Role:
        reply = ask(program(collecting, role, UNIT), name, address)
        if role in ACCESS[name].roles:
            assert reply.status_code in works, (role, reply.text)
            works = {*works, 409, 412, 422}
        else:
            assert reply.status_code == 403, role


@pytest.mark.parametrize("name", OF_UNITS)
def test_what_belongs_to_another_unit_is_not_there(collecting, name):
    address = address_of(name, collecting, OTHER)
    for role in {Role.REPORTER, Role.HEAD} & ACCESS[name].roles:
        assert ask(program(collecting, role, UNIT), name, address).status_code == 404


def test_a_session_is_no_token(collecting):
    refused = collecting.signed_in(Role.COORDINATOR).get("/api/v1/ky")
    assert refused.status_code == 401
    assert "Đề nghị người quản trị cấp khóa" in refused.json()["cach_sua"]
