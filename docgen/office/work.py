"""Long work that is asked for: who wants what, how far it is, what came of it.

The worker (`docgen.jobs`) takes up a job when the transaction that asked for it is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError, MissingError
from docgen.model.papers import JobState
from docgen.model.people import Role
from docgen.office.desk import SYSTEM, Actor, Desk
from docgen.office.notices import notify, users_with
from docgen.store.blobs import bytes_of
from docgen.store.tables import ApiToken, Job, User

_FILES = "files"
_OPEN = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True)
class MadeFile:
    """A file that a job has made: its name, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Errand:
    """A job as those see it who wait for it.

    `message` says what is being done now or, once it has failed, why and how to mend it. `done` of `total`
    things are done; `total` is 0 while nobody knows. `result` is what its kind made: JSON.
    """

    id: str
    kind: str
    title: str
    parameters: Mapping[str, Any]
    state: JobState
    done: int
    total: int
    message: str
    result: Mapping[str, Any]
    owner_id: int | None
    made_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def files(self) -> tuple[MadeFile, ...]:
        """The files that it has made."""
        return tuple(MadeFile(**one) for one in self.result.get(_FILES, ()))


def made(files: Iterable[MadeFile]) -> dict[str, Any]:
    """Return files as the result of a job."""
    return {_FILES: [asdict(file) for file in files]}


def ask_for(desk: Desk, kind: str, title: str, parameters: Mapping[str, Any]) -> str:
    """Ask for long work, which is then done in the same name.

    Args:
        desk: of whoever wants it.
        kind: one of `docgen.jobs.kinds.KINDS`.
        title: what is wanted, in Vietnamese.
        parameters: JSON, as the kind needs it.

    Returns:
        The id of the job: of the one on its way already where the same person has asked for the same.

    """
    for job in open_errands(desk.session):
        if (job.kind, job.parameters, job.owner_id) == (kind, parameters, desk.actor.user_id):
            return job.id
    return _write(desk, str(uuid4()), kind, title, parameters)


def ask_again(desk: Desk, job_id: str) -> str:
    """Ask once more for what nothing came of; return the id of the new job.

    Raises:
        MissingError: there is no such job, or it is nothing to whoever asks.
        ConflictError: it has not failed, or somebody else, or the time, asked for it.

    """
    job = errand(desk, job_id)
    if job.state is not JobState.FAILED or job.owner_id is None or job.owner_id != desk.actor.user_id:
        raise ConflictError(
            "Chỉ người đã yêu cầu mới yêu cầu lại được, và chỉ khi công việc không làm được.",
            "Hãy mở lại danh sách công việc.",
        )
    return ask_for(desk, job.kind, job.title, job.parameters)


def ask_once(desk: Desk, job_id: str, kind: str, title: str) -> None:
    """Ask for timed work under an id of its own, unless that has been done before."""
    if desk.session.get(Job, job_id) is None:
        _write(desk, job_id, kind, title, {})


def _write(desk: Desk, job_id: str, kind: str, title: str, parameters: Mapping[str, Any]) -> str:
    job = Job(id=job_id, kind=kind, title=title, parameters=dict(parameters))
    job.owner_id, job.made_at = desk.actor.user_id, desk.now
    desk.session.add(job)
    return job_id


def errand(desk: Desk, job_id: str) -> Errand:
    """Return a job.

    Raises:
        MissingError: there is none, or it is nothing to whoever asks.

    """
    job = desk.session.get(Job, job_id)
    if job is None or not _may_see(desk.actor, job):
        raise MissingError("Không có công việc này.", "Hãy mở lại danh sách công việc.")
    return _errand(job)


def made_file(desk: Desk, job_id: str, name: str) -> bytes:
    """Return a file that a job has made.

    Raises:
        MissingError: there is no such file, or it is nothing to whoever asks.

    """
    for file in errand(desk, job_id).files:
        if file.name == name:
            return bytes_of(desk.session, file.sha256)
    raise MissingError("Công việc này không có tệp như vậy.", "Hãy mở lại trang của công việc.")


def errands(desk: Desk, limit: int = 50) -> list[Errand]:
    """Return the newest jobs that concern whoever asks, newest first."""
    wanted = select(Job).order_by(Job.made_at.desc(), Job.id).limit(limit)
    if desk.actor.role.is_of_unit:
        wanted = wanted.where(Job.owner_id == desk.actor.user_id)
    return [_errand(job) for job in desk.session.scalars(wanted)]


def _may_see(actor: Actor, job: Job) -> bool:
    """Whoever is of a unit sees what that person asked for; the office sees all."""
    return not actor.role.is_of_unit or (actor.user_id is not None and job.owner_id == actor.user_id)


def open_errands(session: Session) -> list[Errand]:
    """Return the jobs that have not ended, oldest first."""
    wanted = select(Job).where(Job.state.in_(_OPEN)).order_by(Job.made_at, Job.id)
    return [_errand(job) for job in session.scalars(wanted)]


def begin(desk: Desk, job_id: str) -> tuple[Errand, Actor] | None:
    """Write down that a worker has taken up a job, perhaps again; None when it has ended before.

    Returns:
        The job, and in whose name it is done.

    """
    job = desk.session.get_one(Job, job_id)
    if job.state not in _OPEN:
        return None
    job.state, job.started_at = JobState.RUNNING, job.started_at or desk.now
    return _errand(job), _owner(desk.session, job)


def tell(session: Session, job_id: str, message: str) -> None:
    """Write down what is being done now, in Vietnamese."""
    session.get_one(Job, job_id).message = message


def count(session: Session, job_id: str, done: int, total: int) -> None:
    """Write down how many things are done, of how many."""
    job = session.get_one(Job, job_id)
    job.done, job.total = done, total


def finish(desk: Desk, job_id: str, result: Mapping[str, Any]) -> None:
    """Write down what came of a job, and tell whoever waits for it."""
    job = desk.session.get_one(Job, job_id)
    job.result = dict(result)
    _end(desk, job, JobState.DONE)
    if job.owner_id is not None:
        _notify(desk, job, _waiting(desk.session, job), f"Đã làm xong: {job.title}.")


def fail(desk: Desk, job_id: str, message: str) -> None:
    """Write down why nothing came of a job, unless it has ended before, and tell whoever waits for it.

    That nothing came of timed work concerns those who keep the service.
    """
    job = desk.session.get_one(Job, job_id)
    if job.state not in _OPEN:
        return
    _end(desk, job, JobState.FAILED, message)
    _notify(desk, job, _waiting(desk.session, job), f"Không làm được: {job.title}.")


def _waiting(session: Session, job: Job) -> list[int]:
    """Return who waits for a job; programs ask how far it is."""
    if job.owner_id is None:
        return users_with(session, Role.ADMINISTRATOR)
    return [job.owner_id] if session.get_one(User, job.owner_id).active else []


def _end(desk: Desk, job: Job, state: JobState, message: str = "") -> None:
    job.state, job.finished_at, job.message = state, desk.now, message


def _notify(desk: Desk, job: Job, users: Iterable[int], text: str) -> None:
    notify(desk, users, f"cong-viec/{job.id}", text, f"/cong-viec/{job.id}")


def _owner(session: Session, job: Job) -> Actor:
    if job.owner_id is None:
        return SYSTEM
    user = session.get_one(User, job.owner_id)
    token = session.scalar(select(ApiToken.id).where(ApiToken.user_id == user.id))
    return Actor(user.name, user.role, user.unit_id, user.id, token)


def _errand(job: Job) -> Errand:
    return Errand(**{name: getattr(job, name) for name in Errand.__dataclass_fields__})
