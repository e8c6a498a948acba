"""Where somebody works: in one transaction, as somebody, at a moment."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from docgen.model.people import Role

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""Where days end at 24:00 (https://www.iana.org/time-zones)."""


@dataclass(frozen=True)
class Actor:
    """Who does something: a person or another program, with the `role` and `unit` (id) that it acts for.

    A program has a `token_id`; docgen itself has neither that nor a `user_id`.
    """

    name: str
    role: Role
    unit: str | None = None
    user_id: int | None = None
    token_id: int | None = None

    @property
    def mark(self) -> str:
        """How the audit log names it."""
        if self.token_id is not None:
            return f"chuong-trinh:{self.token_id}"
        return "he-thong" if self.user_id is None else f"nguoi-dung:{self.user_id}"

    def is_person(self, user_id: int | None) -> bool:
        """Say whether it is the person with this id, and no program."""
        return self.token_id is None and user_id is not None and user_id == self.user_id


SYSTEM = Actor("Hệ thống", Role.COORDINATOR)
"""docgen itself, when it opens periods or sends reminders."""


@dataclass(frozen=True)
class Desk:
    """One piece of work: its transaction, who does it, and when (aware of its zone)."""

    session: Session
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """The day it is in Vietnam."""
        return self.now.astimezone(VIETNAM).date()
