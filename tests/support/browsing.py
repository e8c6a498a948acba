"""People at the pages of the demo office, without a browser: they send what a browser would send."""

import re
import warnings
from dataclasses import dataclass, field
from datetime import datetime

from offices import NOW
from sqlalchemy import select
from starlette.exceptions import StarletteDeprecationWarning

from docgen.model.people import Role
from docgen.office.accounts import begin_session
from docgen.office.desk import SYSTEM, Desk
from docgen.settings import Settings
from docgen.store.tables import User
from docgen.web.app import create_app
from docgen.web.safety.forms import FIELD

with warnings.catch_warnings():
    warnings.simplefilter("ignore", StarletteDeprecationWarning)  # it would rather have httpx2
    from starlette.testclient import TestClient

_SECRET = re.compile(rf'name="{FIELD}" value="([^"]+)"')


@dataclass
class Clock:
    """A clock that tests turn."""

    now: datetime = field(default=NOW)

    def __call__(self):
        return self.now


class Office:
    """The service over a founded store."""

    def __init__(self, store, folder, **settings):
        self.store, self.clock = store, Clock()
        self.app = create_app(Settings(folder=folder, **settings), store, self.clock)

    def somebody(self):
        """Return the browser of somebody who has not signed in."""
        return Browser(self.app, "https" if self.app.state.house.settings.secure else "http")

    def user(self, role, unit=None):
        """Return the id of whoever has a role (in a unit)."""
        wanted = select(User.id).where(User.role == Role(role))
        with self.store.reading() as session:
            return session.scalar((wanted.where(User.unit_id == unit) if unit else wanted).order_by(User.id))

    def signed_in(self, role, unit=None):
        """Return the browser of whoever has a role (in a unit), signed in without the slow password."""
        browser = self.somebody()
        browser.user_id = self.user(role, unit)
        with self.store.writing() as session:
            secret = begin_session(Desk(session, SYSTEM, self.clock()), browser.user_id)
        browser.client.cookies.set("phien", secret)
        return browser


class Browser:
    """One person's; it goes on to no other page by itself."""

    user_id = None

    def __init__(self, app, scheme="http"):
        self.client = TestClient(app, f"{scheme}://testserver", follow_redirects=False)

    def get(self, address, **options):
        return self.client.get(address, **options)

    def secret(self):
        """Return the secret of forms, as a page or a script gets it."""
        answer = self.client.get("/phien")
        if answer.status_code == 200:
            return answer.json()[FIELD]
        return _SECRET.search(self.client.get("/dang-nhap").text)[1]

    def post(self, address, form=None, files=None, **options):
        """Send a form with its secret."""
        return self.client.post(address, data={FIELD: self.secret(), **(form or {})}, files=files, **options)
