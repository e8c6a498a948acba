"""Somebody at a page: who, in which transaction, and what is answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse

from docgen.model.people import Role
from docgen.office.accounts import SignedIn
from docgen.office.desk import Actor, Desk
from docgen.office.notices import unread
from docgen.web.house import House, house_of
from docgen.web.told import Button, Kind, Message

_ONE_AT_A_TIME = Lock()
"""Threads of one process take turns at the processor: pages made side by side are done no sooner, and who
saves a row would wait for all of them after each of its statements."""
NOBODY = Actor("Khách", Role.REPORTER)
"""Whoever has not signed in: of no unit, so nothing belongs to them."""


@dataclass(frozen=True)
class Visitor:
    """Who is at the door.

    `csrf` proves that a form was made by us for them; `is_new` says that they do not have it yet. `signed_in`
    is None for programs and for those who have not signed in.
    """

    actor: Actor = NOBODY
    csrf: str = ""
    is_new: bool = False
    signed_in: SignedIn | None = None

    @property
    def is_known(self) -> bool:
        """Say whether it is somebody."""
        return self.actor is not NOBODY


def visitor_of(request: Request) -> Visitor:
    """Return who is at the door; nobody before the door has asked."""
    return getattr(request.state, "visitor", None) or Visitor()


class Caller:
    """Somebody at a page that opens its own transactions: for what is slow before it is written."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.visitor = visitor_of(request)

    @property
    def house(self) -> House:
        """What all requests share."""
        return house_of(self.request)

    @contextmanager
    def reading(self) -> Iterator["Visit"]:
        """Give a visit that only reads."""
        with self.house.store.reading() as session:
            yield Visit(self.request, Desk(session, self.visitor.actor, self.house.clock()))

    @contextmanager
    def writing(self) -> Iterator["Visit"]:
        """Give a visit that writes, kept when the block ends."""
        with self.house.store.writing() as session:
            yield Visit(self.request, Desk(session, self.visitor.actor, self.house.clock()))

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page; `status` is 422 where a form is shown again with what is wrong with it."""
        return HTMLResponse(rendered(self.request, template, **values), status)

    def go(self, name: str, told: str = "", kind: Kind = "success", **parameters: Any) -> RedirectResponse:
        """Send the reader to the page of a route, where `told` is said: so ends every form that was taken."""
        if told:
            self.tell(told, kind)
        return RedirectResponse(self.request.app.url_path_for(name, **parameters), 303)

    @property
    def session_id(self) -> str:
        """The session of whoever is signed in; empty for all others."""
        return self.visitor.signed_in.session_id if self.visitor.signed_in else ""

    def tell(self, text: str, kind: Kind = "success", button: Button | None = None, copied: str = "") -> None:
        """Say something on the next page that this reader opens."""
        self.house.told.put(self.session_id, Message(text, kind, button, copied))

    @property
    def address(self) -> str:
        """Where people come to: what stands before the path of every page."""
        return (self.house.settings.public_address or str(self.request.base_url)).rstrip("/")


class Visit(Caller):
    """Somebody at a page within its one transaction: what pages are given."""

    def __init__(self, request: Request, desk: Desk) -> None:
        super().__init__(request)
        self.desk = desk
        self.is_kept = False

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page, with the number of unread notices beside the bell."""
        return super().page(template, status, bell=unread(self.desk), **values)

    def keep(self) -> None:
        """Keep what was written although the answer is a refusal."""
        self.is_kept = True


def rendered(request: Request, template: str, **values: Any) -> str:
    """Return a page as text, with what every page says: who reads it, and what they are told."""
    house, visitor = house_of(request), visitor_of(request)
    told = house.told.take(visitor.signed_in.session_id) if visitor.signed_in else ()
    with _ONE_AT_A_TIME:
        return house.templates.get_template(template).render(
            request=request, visitor=visitor, told=told, now=house.clock(), **values
        )
