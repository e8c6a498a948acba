"""Who may come where: roles × routes × owners, generated from the one table; what is not in it fails."""

import pytest
from page_samples import PAGES

from docgen.model.people import Role
from docgen.web import api
from docgen.web.access import ACCESS
from docgen.web.app import FAMILIES

FILES = {"tinh", "tabler", "hinh"}
UNIT, OTHER = "van-phong", "cchc-vtlt"
ROUTES = {route.name: route for family in FAMILIES for route in family.routes}
CLOSED = [name for name in ROUTES if not ACCESS[name].is_open]
OF_PROGRAMS = {route.name for family in api.ROUTERS for route in family.routes}
"""Those are tried in test_api_access."""
UNSAFE = [name for name, route in ROUTES.items() if "POST" in route.methods]


def ask(browser, name, office, unit=UNIT, **headers):
    """Ask for a route as its sample does."""
    sample = PAGES[name]
    given = {"unit": unit, **sample.given(office, browser)}
    address = (sample.address or ROUTES[name].path).format(**given)
    if name not in UNSAFE:
        return browser.get(address, headers=headers)
    return browser.post(address, sample.form, sample.files, headers=headers)


def test_every_route_is_in_the_table_and_has_a_sample():
    assert set(ROUTES) == set(PAGES)
    assert set(ROUTES) | FILES | OF_PROGRAMS == set(ACCESS)


@pytest.mark.parametrize("name", CLOSED)
def test_nobody_comes_in_without_signing_in(collecting, name):
    reply = ask(collecting.somebody(), name, collecting)
    if name in UNSAFE:
        assert reply.status_code == 401
    else:
        assert reply.headers["location"].startswith("/dang-nhap?tiep=")


@pytest.mark.parametrize("name", CLOSED)
def test_a_role_comes_where_it_may_and_nowhere_else(collecting, name):
    access, is_first = ACCESS[name], True
    for role in Role:
        browser = collecting.signed_in(role, UNIT if role.is_of_unit else None)
        reply = ask(browser, name, collecting)
        if role not in access.roles:
            assert reply.status_code == 403, role
        elif is_first:
            assert reply.status_code in PAGES[name].works, (role, reply.text)
            is_first = False
        else:
            assert reply.status_code in {*PAGES[name].works, 409, 422}, (role, reply.text)


def is_of_units_of(role, name):
    """Say whether a route is about a unit, and a role may go there."""
    return bool(ACCESS[name].unit) and role in ACCESS[name].roles


@pytest.mark.parametrize(
    ("role", "name"),
    [(role, name) for role in Role if role.is_of_unit for name in CLOSED if is_of_units_of(role, name)],
)
def test_what_belongs_to_another_unit_is_not_there(collecting, role, name):
    assert ask(collecting.signed_in(role, UNIT), name, collecting, unit=OTHER).status_code == 404


@pytest.mark.parametrize("name", UNSAFE)
def test_forms_from_elsewhere_are_refused(collecting, name):
    role = next(iter(ACCESS[name].roles), Role.REPORTER)
    browser = collecting.signed_in(role, UNIT if role.is_of_unit else None)
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        assert ask(browser, name, collecting, **headers).status_code == 403, headers
    browser.secret = lambda: "cua-nguoi-khac"
    assert ask(browser, name, collecting).status_code == 403


@pytest.mark.parametrize("name", [name for name in ROUTES if name not in CLOSED])
def test_what_is_open_is_open(collecting, name):
    assert ask(collecting.somebody(), name, collecting).status_code in PAGES[name].works
