"""Submissions that come as files: written into their rows, and counted as sent."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from docgen.errors import MissingError
from docgen.model.collecting import Act, SubmissionState
from docgen.model.people import Role
from docgen.model.submission import Submission
from docgen.office.access import require_role, require_unit
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.submissions.dispatching import dispatch
from docgen.office.submissions.fields import as_typed
from docgen.office.submissions.keeping import keep_version
from docgen.office.submissions.opening import add_submission
from docgen.office.submissions.stored import Stored, stored
from docgen.office.submissions.subject import find_period, subject_of, view_of
from docgen.office.submissions.views import RowName
from docgen.store import tables
from docgen.store.tables import RowKind


def take_in(desk: Desk, submission: Submission, code: str, unit: str, at: datetime) -> str:
    """Take in what a unit sent as a file; it counts as sent `at` that moment, whatever lacks in it.

    A unit that owes nothing may send all the same, and answer for tasks that it does not owe.

    Returns:
        The code of its receipt.

    Raises:
        MissingError: there is no such period, a task that the plan does not have, or it is another's.

    """
    require_role(desk, Role.REPORTER, Role.COORDINATOR, Role.ADMINISTRATOR)
    require_unit(desk, unit)
    typed = as_typed(submission)
    kept = _asked(desk, code, unit, typed)
    for name, data in typed.items():
        keep_version(desk, kept.row(name), data, has_seen_last=False)
    frozen = dispatch(desk, kept, submission, at)
    kept.submission.state = SubmissionState.SENT
    desk.session.flush()
    record(desk, Act.SUBMIT.value, kept.place, code=frozen.code, sha256=frozen.sha256, file=True)
    return frozen.code


def _asked(desk: Desk, code: str, unit: str, names: Iterable[RowName]) -> Stored:
    """Return what is kept of a unit's answers, with a row for each of `names`."""
    period = find_period(desk.session, code)
    subject = subject_of(desk.session, view_of(period))
    if strange := [key for kind, key in names if kind is RowKind.TASK and key not in subject.planned.tasks]:
        raise MissingError(f"Kế hoạch không có nhiệm vụ {', '.join(strange)}.", "Hãy sửa mã nhiệm vụ.")
    wanted = select(tables.Submission).where(
        tables.Submission.period_id == period.id, tables.Submission.unit_id == unit
    )
    if desk.session.scalar(wanted) is None:
        add_submission(desk.session, subject, unit, ())
    kept = stored(desk.session, period, unit)
    lacking = [name for name in names if name not in kept.rows]
    desk.session.add_all(
        tables.Row(submission_id=kept.submission.id, kind=kind, key=key) for kind, key in lacking
    )
    desk.session.flush()
    return stored(desk.session, period, unit)
