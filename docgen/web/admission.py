"""Who may come in: recognised, allowed by the table, with a form of ours."""

from contextlib import suppress
from datetime import timedelta
from typing import Literal
from urllib.parse import urlencode

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from docgen.errors import MissingError, UnavailableError
from docgen.office.accounts import SignedIn, is_use_known, note_use, program, signed_in, stay
from docgen.web.access import Access
from docgen.web.house import House, house_of, is_of_program
from docgen.web.refusals import ForbiddenError, MustChangePasswordError, NotSignedInError
from docgen.web.safety.bodies import WITHOUT_FILES, allow
from docgen.web.safety.cookies import form_secret, session_secret
from docgen.web.safety.forms import read_form, refuse_unproven
from docgen.web.safety.origin import SAFE, refuse_foreign
from docgen.web.visit import Visitor

_BETWEEN_LOOKS = timedelta(minutes=1)
"""How exactly it is known when somebody was last seen."""


async def let_in(request: Request, access: Access) -> None:
    """Let a request in: from here on `visitor_of` knows whose it is.

    Args:
        request: as it comes.
        access: who may.

    Raises:
        NotSignedInError, MustChangePasswordError, ForbiddenError, MissingError, TooManyError,
        ForeignFormError, starlette.exceptions.HTTPException: it may not.

    """
    sends_form = request.method not in SAFE and not is_of_program(request)
    if sends_form:
        refuse_foreign(request)
    if not access.files:
        allow(request, WITHOUT_FILES)
    request.state.visitor = visitor = await run_in_threadpool(recognised, request)
    if visitor.actor.token_id is not None:
        _count(request, "api_rate", visitor)
    if sends_form and not visitor.is_known and not access.files:
        await read_form(request)  # its text is shown again: nobody loses what was typed
    _refuse_unless_allowed(request, visitor, access)
    if sends_form:
        await read_form(request, access.files)
        await refuse_unproven(request, visitor.csrf)


def recognised(request: Request) -> Visitor:
    """Return who is at the door; it looks into the store."""
    house = house_of(request)
    if is_of_program(request):
        return _program(request, house)
    found = _signed_in(house, session_secret(request, secure=house.settings.secure))
    if found:
        return Visitor(found.actor, found.csrf, is_new=False, signed_in=found)
    csrf, is_new = form_secret(request, secure=house.settings.secure)
    return Visitor(csrf=csrf, is_new=is_new)


def _program(request: Request, house: House) -> Visitor:
    scheme, _, typed = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return Visitor()
    token, now = typed.strip(), house.clock()
    with house.store.reading() as session:
        actor, is_known = program(session, token, now), is_use_known(session, token, now)
    if actor is None:
        return Visitor()
    if not is_known:
        with suppress(UnavailableError), house.store.writing() as session:  # whoever only reads may go on
            note_use(session, token, now)
    return Visitor(actor)


def _signed_in(house: House, secret: str) -> SignedIn | None:
    now = house.clock()
    with house.store.reading() as session:
        found = signed_in(session, secret, now)
    if found and now - found.seen_at >= _BETWEEN_LOOKS:
        with suppress(UnavailableError), house.store.writing() as session:  # whoever only reads may go on
            stay(session, found.session_id, now)
    return found


def _refuse_unless_allowed(request: Request, visitor: Visitor, access: Access) -> None:
    if access.is_open:
        return
    if not visitor.is_known:
        raise NotSignedInError(_address(request))
    if visitor.actor.role not in access.roles:
        raise ForbiddenError
    if visitor.signed_in and visitor.signed_in.must_change_password and not access.before_change:
        raise MustChangePasswordError
    _refuse_other_units(request, visitor, access)
    if access.is_heavy:
        _count(request, "heavy_rate", visitor)


def _count(request: Request, limit: Literal["api_rate", "heavy_rate"], visitor: Visitor) -> None:
    """Count one more against a limit of the settings; raises TooManyError."""
    house = house_of(request)
    house.rates.count(getattr(house.settings, limit), limit, visitor.actor.mark)


def _refuse_other_units(request: Request, visitor: Visitor, access: Access) -> None:
    if not access.unit or not visitor.actor.role.is_of_unit:
        return
    if request.path_params[access.unit] != visitor.actor.unit:
        raise MissingError("Không có trang này.", "Hãy mở lại từ trang chủ.")


def _address(request: Request) -> str:
    """Return where to go on after signing in: the page that was wanted, not a form that was sent."""
    if request.method not in SAFE:
        return ""
    query = f"?{request.url.query}" if request.url.query else ""
    return urlencode({"tiep": f"{request.url.path}{query}"})
