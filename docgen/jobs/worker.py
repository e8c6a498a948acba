"""The process that does the jobs: it hands what is waiting to DBOS, which does it step by step.

DBOS keeps in its own database (a SQLite file beside ours; on PostgreSQL the schema "dbos") which steps are
finished. It listens on no port and speaks to nobody: what would needs keys that it is not given.
"""

import logging
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from threading import Event
from typing import NoReturn

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, EnqueueOptions, ScheduleInput

from docgen.jobs.kind import Kind, Queue
from docgen.jobs.logs import described, log_as_json
from docgen.jobs.performing import Workshop
from docgen.jobs.run import Json
from docgen.jobs.schedules import EVERY_MORNING, MORNING, Timed, ask_for_morning, start_of_day
from docgen.jobs.sole import sole_worker
from docgen.office.desk import VIETNAM
from docgen.office.work import open_errands
from docgen.settings import Settings
from docgen.store import Store
from docgen.store.presence import Presence, present

_JOB, _MORNING = "viec", "buoi-sang"
"""Workflows by name, as DBOS remembers them."""
_MOST_BEGINNINGS = 10
"""A job that always brings the worker down is not taken up for ever."""
_PAUSE = 1.0
"""Seconds between two looks at what is waiting."""
_ROUNDS = 60
"""After so many looks it is seen what others have left, and that the work of this morning was asked for."""
_GENTLE = 10
"""How far the worker gives way to those at the pages (nice(2))."""
_UNDER_WAY = {"ENQUEUED", "DELAYED", "PENDING"}
_LOST = "Công việc bị dừng giữa chừng và không làm tiếp được.\nHãy yêu cầu làm lại."
_log = logging.getLogger(__name__)


def work(
    settings: Settings,
    parent: int | None = None,
    kinds: Mapping[str, Kind] | None = None,
    timed: Sequence[Timed] = MORNING,
) -> NoReturn:
    """Do the jobs of the office until SIGTERM or SIGINT comes, or process `parent` is there no more.

    The process ends with it. What is being done then is gone on with by the next worker.

    Args:
        settings: of the office; its database is there already.
        parent: the process that began this one.
        kinds: what can be asked for; all that there is unless told.
        timed: what is asked for every morning.

    """
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    os.nice(_GENTLE)
    log_as_json()
    workshop = Workshop(Store(settings.database_url), partial(datetime.now, UTC), kinds or _all_kinds())
    status = 0
    try:
        attend(workshop, settings, partial(_goes_on, stop, parent), timed)
    except Exception as fault:  # noqa: BLE001 - whoever keeps it going begins anew
        _log.error("the worker ends: %s", described(fault))
        status = 1
    os._exit(status)  # not sys.exit, which would wait for the step under way


def _all_kinds() -> Mapping[str, Kind]:
    from docgen.jobs.kinds import KINDS  # noqa: PLC0415 - with it comes all that makes papers

    return KINDS


def _goes_on(stop: Event, parent: int | None) -> bool:
    """Say, after a pause, whether to look again."""
    return not stop.wait(_PAUSE) and parent in {None, os.getppid()}


def attend(
    workshop: Workshop, settings: Settings, goes_on: Callable[[], bool], timed: Sequence[Timed]
) -> None:
    """Be the worker of the folder while `goes_on`, which takes its time, says so."""
    with sole_worker(settings.folder, goes_on) as name:
        if name is None:
            return
        with present(workshop.store, name) as presence:
            launch(workshop, _config(settings, name), timed)
            _look_after(workshop, presence, goes_on)


def _look_after(workshop: Workshop, presence: Presence, goes_on: Callable[[], bool]) -> None:
    looks = 0
    while looks == 0 or goes_on():
        presence.confirm()
        hand_over(workshop)
        if looks % _ROUNDS == 0:
            take_over(presence)
            catch_up(workshop.clock())
        looks += 1


def _config(settings: Settings, name: str) -> DBOSConfig:
    return DBOSConfig(
        name="docgen",
        system_database_url=settings.jobs_url,
        executor_id=name,
        application_version="1",  # work begun by one version of docgen is gone on with by the next
        serializer=DBOSPortableJSONSerializer(),
        use_listen_notify=False,
        sys_db_pool_size=5,
        log_level="WARNING",
    )


def launch(workshop: Workshop, config: DBOSConfig, timed: Sequence[Timed]) -> None:
    """Let DBOS begin: what a worker of this name has left undone is gone on with."""

    @DBOS.workflow(name=_JOB, max_recovery_attempts=_MOST_BEGINNINGS)
    def job(job_id: str) -> None:
        workshop.perform(job_id, _once)

    @DBOS.workflow(name=_MORNING)
    def morning(at: datetime, _: None) -> None:
        with workshop.desk() as desk:
            ask_for_morning(desk, at.astimezone(VIETNAM).date(), timed)

    logging.getLogger("dbos").addHandler(logging.NullHandler())  # it says what it says where docgen does
    DBOS(config=config)
    DBOS.launch()
    for queue in Queue:
        DBOS.register_queue(queue, worker_concurrency=1, polling_interval_sec=_PAUSE)
    schedule = ScheduleInput(schedule_name=_MORNING, workflow_fn=morning, schedule=EVERY_MORNING)
    DBOS.apply_schedules([{**schedule, "cron_timezone": VIETNAM.key}])


def _once(name: str, do: Callable[[], Json]) -> Json:
    return DBOS.run_step({"name": name}, do)


def hand_over(workshop: Workshop) -> None:
    """Let DBOS do the jobs that it does not know of; write down which ones it has given up."""
    with workshop.store.reading() as session:
        errands = open_errands(session)
    if not errands:
        return
    ids = [errand.id for errand in errands]
    known = DBOS.list_workflows(workflow_ids=ids, load_input=False, load_output=False)
    states = {one.workflow_id: one.status for one in known}
    for errand in errands:
        if errand.id not in states:
            queue = workshop.queue_of(errand.kind)
            options = EnqueueOptions(workflow_name=_JOB, queue_name=queue, workflow_id=errand.id)
            DBOS.enqueue_workflow_with_options(options, errand.id)
        elif states[errand.id] not in _UNDER_WAY:
            workshop.fail(errand.id, _LOST)


def take_over(presence: Presence) -> None:
    """Go on with what other workers have begun whose machine is there no more."""
    begun = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
    others = {one.executor_id for one in begun if one.executor_id} - {presence.name}
    if gone := sorted(other for other in others if not presence.is_there(other)):
        DBOS._recover_pending_workflows(gone)  # noqa: SLF001 - as its console does; once, whoever asks first


def catch_up(now: datetime) -> None:
    """Ask for the work of this morning if that has been missed: the computer was off, or asleep."""
    DBOS.backfill_schedule(_MORNING, start_of_day(now), now)
