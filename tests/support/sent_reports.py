"""The first quarter of 2025 as units have sent it, in the store: what reports are made of."""

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from offices import at, desk_of
from sqlalchemy import select

from docgen.model.collecting import SubmissionState
from docgen.model.period import ReportingPeriod
from docgen.office import periods
from docgen.office.desk import SYSTEM, Desk
from docgen.office.founding import demo_people, found, shipped_organisation
from docgen.resources import shipped
from docgen.services.periods import asked, gathered
from docgen.store import Store, tables

CODE = "2025-Q1"
OPENED, AFTER = at("2025-03-06 08:00"), at("2025-03-20 15:00")
"""When the period opens, and when its report is issued."""


@cache
def shipped_period():
    """Return the period as the command line reads it, and what units sent for it.

    One of them has left the agency by then, so that the service does not ask it.
    """
    question = asked(shipped("data") / "kehoach-2025.yaml", ReportingPeriod.parse(CODE))
    return question, gathered(question, shipped("data") / "submissions" / CODE)


def new_store(folder):
    """Return an office with everything sent, in a new database in `folder`; who asks closes it."""
    path = folder / "bao-cao.sqlite"
    path.write_bytes(_everything_sent())
    return Store(f"sqlite:///{path}")


@cache
def _everything_sent():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.sqlite"
        with closing(Store(f"sqlite:///{path}")) as store, store.writing() as session:
            tables.Base.metadata.create_all(session.connection())
            found(
                Desk(session, SYSTEM, at("2024-12-27 08:00")), demo_people(shipped_organisation()), demo=True
            )
            send_everything(session)
        return path.read_bytes()


def send_everything(session, *, but=()):
    """Open the period and send what units really sent, but for some of them."""
    units = periods.open_period(desk_of(session, "dau_moi", now=OPENED), CODE)
    question, sent = shipped_period()
    for unit, file in sent.received[question.period].items():
        if unit in units and unit not in but:
            send(session, unit, file.submission)


def send(session, unit, submission):
    """Send what a unit says; it was never sent before, or now counts instead."""
    row = submission_of(session, unit)
    day = submission.sent_on
    row.sent_at = at(f"{day} 10:0{row.rounds}")
    row.first_sent_at = row.first_sent_at or row.sent_at
    row.rounds, row.state = row.rounds + 1, SubmissionState.SENT
    told = {"submission_id": row.id, "round": row.rounds, "sent_at": row.sent_at}
    code = f"BC-{CODE}-{unit}-{row.rounds}"
    session.add(tables.Dispatch(code=code, data=submission.as_data(), sha256="0" * 64, **told))
    session.flush()


def accept_everything(session):
    """Accept what was sent."""
    for row in session.scalars(select(tables.Submission)):
        if row.sent_at:
            row.state = SubmissionState.ACCEPTED
    session.flush()


def submission_of(session, unit):
    """Return the row of what a unit sends for the period."""
    wanted = select(tables.Submission).join(tables.Period, tables.Period.id == tables.Submission.period_id)
    return session.scalars(wanted.where(tables.Period.code == CODE, tables.Submission.unit_id == unit)).one()
