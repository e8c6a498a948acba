"""How pages are made of templates: everything is escaped, and a name that is not there is a fault."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from fastapi import FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.routing import Route

from docgen.language.dates import short_date
from docgen.language.quantities import count, number, percent
from docgen.office.desk import VIETNAM
from docgen.web.access import may_open
from docgen.web.assets import asset, tabler
from docgen.web.menu import menu
from docgen.web.safety.forms import FIELD
from docgen.web.states import look_of

_FOLDER = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    """Return the environment of all pages."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "asset": asset,
        "tabler": tabler,
        "to": address_of,
        "menu": menu,
        "may_open": may_open,
        "look_of": look_of,
        "csrf_name": FIELD,
    }
    environment.filters |= {
        "day": short_date,
        "time": time_of_day,
        "moment": moment,
        "count": count,
        "number": number,
        "percent": percent,
    }
    return environment


def address_of(request: Request, name: str, /, **parameters: object) -> str:
    """Return the path of a route."""
    route = _routes(request.app).get(name, request.app)
    return str(route.url_path_for(name, **parameters))


@lru_cache(maxsize=1)
def _routes(app: FastAPI) -> Mapping[str, Route]:
    """Return the routes by their names: a page has a hundred addresses, and to look for one takes long."""
    return {route.name: route for route in app.routes if isinstance(route, Route)}


def time_of_day(when: datetime) -> str:
    """Return the time in Vietnam: "14:02"."""
    return f"{when.astimezone(VIETNAM):%H:%M}"


def moment(when: datetime) -> str:
    """Return time and day in Vietnam: "14:02 ngày 05/3/2026"."""
    return f"{time_of_day(when)} ngày {short_date(when.astimezone(VIETNAM).date())}"
