"""A job from its beginning to its end: whatever happens, its row says what came of it."""

import logging
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from docgen.errors import DocgenError
from docgen.jobs.kind import Kind, Queue
from docgen.jobs.logs import described
from docgen.jobs.run import Once, Run
from docgen.office import work
from docgen.office.desk import SYSTEM, Desk
from docgen.store import Store

_UNFORESEEN = (
    "docgen gặp lỗi ngoài dự kiến khi làm việc này (mã lỗi {code}).\n"
    "Hãy yêu cầu làm lại; nếu vẫn lỗi thì báo mã này cho bộ phận kỹ thuật."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workshop:
    """Where jobs are done: what they work on, by which clock, and the kinds that are known."""

    store: Store
    clock: Callable[[], datetime]
    kinds: Mapping[str, Kind]

    def perform(self, job_id: str, once: Once) -> None:
        """Do a job, unless it has ended before."""
        with self.desk() as desk:
            taken = work.begin(desk, job_id)
        if taken is None:
            return
        errand, actor = taken
        run = Run(errand.id, errand.parameters, actor, self.store, self.clock, once)
        try:
            result = self.kinds[errand.kind].do(run)
        except DocgenError as error:
            self.fail(job_id, str(error))
        except Exception as fault:  # noqa: BLE001 - whoever waits is told
            self.fail(job_id, _told(fault, errand.kind))
        else:
            with self.desk() as desk:
                work.finish(desk, job_id, result)

    def queue_of(self, kind: str) -> Queue:
        """Return where jobs of a kind wait; one that is not known fails at once."""
        return self.kinds[kind].queue if kind in self.kinds else Queue.LIGHT

    def fail(self, job_id: str, message: str) -> None:
        """Write down why nothing comes of a job, unless it has ended before."""
        with self.desk() as desk:
            work.fail(desk, job_id, message)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Give the desk of docgen itself, which writes."""
        with self.store.writing() as session:
            yield Desk(session, SYSTEM, self.clock())


def _told(fault: Exception, kind: str) -> str:
    """Return what an officer is told of a fault of docgen; the log has where it is."""
    code = secrets.token_hex(4)
    _log.error("job of kind %s failed, code %s: %s", kind, code, described(fault))
    return _UNFORESEEN.format(code=code)
