"""What all requests share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from fastapi import Request
from jinja2 import Environment

from docgen.settings import Settings
from docgen.store import Store
from docgen.web.safety.rates import Rates
from docgen.web.safety.under_way import UnderWay
from docgen.web.told import Told

_API = "/api/"
_OF_PEOPLE = ("/api/v1/tai-lieu", "/api/v1/openapi.json")
"""What people read of the API in their browser, with their session."""


@dataclass(frozen=True)
class House:
    """The service while it runs: `clock` tells the time, aware of its zone."""

    settings: Settings
    store: Store
    clock: Callable[[], datetime]
    templates: Environment
    told: Told = field(default_factory=Told)
    rates: Rates = field(default_factory=Rates)
    under_way: UnderWay = field(default_factory=UnderWay)


def house_of(request: Request) -> House:
    """Return the house that a request has come to."""
    house = request.app.state.house
    assert isinstance(house, House)  # noqa: S101 - for the types
    return house


def is_of_program(request: Request) -> bool:
    """Say whether a request comes from a program, which has a token and no session."""
    path = request.url.path
    is_of_people = path.startswith(_OF_PEOPLE) and "authorization" not in request.headers
    return path.startswith(_API) and not is_of_people


def wants_json(request: Request) -> bool:
    """Say whether JSON is understood where a page would not be: by programs, and by scripts of our pages."""
    accepted = request.headers.get("accept", "")
    return is_of_program(request) or ("json" in accepted and "html" not in accepted)
