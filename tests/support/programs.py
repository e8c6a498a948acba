"""Other programs at the API of the demo office."""

from itertools import count

from browsing import Browser

from docgen.model.people import Role
from docgen.office.accounts import make_token
from docgen.office.desk import SYSTEM, Desk

ROOT = "/api/v1"
_keys = count(1)


def program(office, role=Role.COORDINATOR, unit=None):
    """Return a program that has a token with a role (of a unit)."""
    with office.store.writing() as session:
        secret = make_token(Desk(session, SYSTEM, office.clock()), "Trục liên thông", Role(role), unit, None)
    return Program(office.app, secret)


class Program:
    """One that has a token; it sends a new key with every POST unless told otherwise."""

    def __init__(self, app, secret):
        self.client = Browser(app).client
        self.secret = secret
        self.client.headers["authorization"] = f"Bearer {secret}"

    def get(self, address, **options):
        return self.client.get(ROOT + address, **options)

    def post(self, address, json=None, *, key=None, **options):
        headers = {"Idempotency-Key": key or f"khoa-{next(_keys)}"}
        return self.client.post(ROOT + address, json=json, headers=headers, **options)

    def change(self, method, address, json, tag=None):
        headers = {"If-Match": tag} if tag else {}
        return self.client.request(method, ROOT + address, json=json, headers=headers)
