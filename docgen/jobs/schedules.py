"""What is done by itself, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from docgen.language.dates import short_date
from docgen.office.desk import VIETNAM, Desk
from docgen.office.work import ask_once

EVERY_MORNING = "0 7 * * *"
"""When it is done: at 07:00 of every day in Vietnam (as crontab(5) writes it)."""


@dataclass(frozen=True)
class Timed:
    """A kind of `docgen.jobs.kinds.KINDS` that is done every morning, and what officers call it."""

    kind: str
    title: str


MORNING = (
    Timed("mo-ky", "Mở các kỳ báo cáo đến ngày mở"),
    Timed("dong-ky", "Đóng các kỳ báo cáo đã hết hạn"),
    Timed("nhac-han", "Nhắc hạn gửi báo cáo"),
    Timed("don-tep", "Dọn tệp không còn dùng"),
)
"""None of them waits for another."""


def ask_for_morning(desk: Desk, day: date, works: Sequence[Timed] = MORNING) -> None:
    """Ask for what is done on the morning of `day`: once, however often this is called."""
    for one in works:
        ask_once(desk, f"{one.kind}-{day.isoformat()}", one.kind, f"{one.title} ngày {short_date(day)}")


def start_of_day(now: datetime) -> datetime:
    """Return when the day of `now` began in Vietnam."""
    return datetime.combine(now.astimezone(VIETNAM).date(), time.min, VIETNAM)
