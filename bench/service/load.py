"""People at the service all at once: units that save what they type, coordinators that render the report."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from random import Random
from threading import Event
from time import monotonic, perf_counter, sleep

from bench.service.office import ANSWERED, ASKED, COORDINATORS
from bench.service.person import Person, Reply

TOGETHER = 3
"""Saves of a unit in one row."""
PACE = 2.0, 6.0
"""Seconds between two savings of one person. The page saves 1.5 s after the last key, so nobody can save more
often than that and the time in which a few words are typed: 2 s are a fast typist's, 6 s a sentence's."""
BRISK = 0.3, 0.9
"""Seconds between two savings of the one who is alone, whose server is idle all the same."""
_POLL = 2.0
"""Seconds after which a page asks whether the report has been made."""
_REPORT = f"/ky/{ANSWERED}/bao-cao"
_ROUND = 6.5
"""Seconds that a round of a coordinator takes at least: who takes two files each time, and more than 20 files
a minute, is refused."""
_OK, _SEE_OTHER, _CHANGED = 200, 303, 409
"""Who looks at a preview while somebody words the report otherwise is told so."""


@dataclass
class Writer:
    """Whoever answers for a unit: `kept` is what was acknowledged last, by the addresses of rows."""

    person: Person
    unit: str
    number: int
    kept: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    said: "count[int]" = field(default_factory=count)

    @property
    def address(self) -> str:
        return f"/ky/{ASKED}/don-vi/{self.unit}"

    def open_page(self) -> Reply:
        return answered(self.person.get(self.address))

    def write(self, saves: int, pace: tuple[float, float] = PACE) -> list[float]:
        """Save so many times, at a pace; return the seconds of each save."""
        chance = Random(self.number)  # noqa: S311 - no secret
        rows, seconds = self._rows, []
        for at in range(saves):
            sleep(chance.uniform(*pace))
            seconds.append(self._save(rows[at // TOGETHER % len(rows)]))
        return seconds

    @cached_property
    def _rows(self) -> list[str]:
        """The addresses of the rows, as on the page, which is opened once."""
        page = self.open_page().body.decode()
        return [f"{self.address}/{row}" for row in _links(page, f"{self.unit}/", "dong/nhiem_vu/")]

    def _save(self, row: str) -> float:
        words = " ".join(["Đã tham mưu văn bản, đang lấy ý kiến các đơn vị."] * 4)
        text = f"{self.unit}, lần {next(self.said)}: {words}"
        form = {
            "phien_ban": self.versions.get(row, 0),
            "tinh_trang": "dang_thuc_hien",
            "ket_qua": text,
        }
        start = perf_counter()
        reply = self.person.post(row, form, accept="application/json")
        taken = perf_counter() - start
        self.versions[row] = answered(reply).json["phien_ban"]
        self.kept[row] = text
        return taken


def answered(reply: Reply, *statuses: int) -> Reply:
    """Return a reply that is what was asked for: all others are errors."""
    if reply.status not in (statuses or (_OK, _SEE_OTHER)):
        raise RuntimeError(f"{reply.status}: {reply.body.decode()[:2000]}")
    return reply


def render(person: Person, number: int, stop: Event) -> int:
    """Render the report again and again until told to stop; return how many times.

    They begin one after another: people do not press their buttons in step.
    """
    stop.wait(number * _ROUND / COORDINATORS)
    for times in count(1):
        began = monotonic()
        render_once(person, number)
        if stop.wait(max(0.0, began + _ROUND - monotonic())):
            return times
    raise AssertionError


def render_once(person: Person, number: int) -> None:
    """Word a paragraph otherwise, let the report be made, look at its pages, take its files."""
    page = _page(person, f"{_REPORT}/{_links(_page(person, _REPORT), 'bao-cao/', 'doan/')[number]}")
    (place,) = re.findall(r'action="([^"]*)" novalidate class="sua-loi-form"', page)
    version = re.findall(r'name="phien_ban" value="(\d+)"', page)[0]
    form = {"loi_van": f"Lời văn của đầu mối {number}, lần {version}.", "phien_ban": version}
    answered(person.post(place, form))
    answered(person.post(f"{_REPORT}/dung-lai"))
    while "data-dang-dung" in _page(person, f"{_REPORT}/xem-truoc"):
        sleep(_POLL)
    for picture in ("1/anh", "2/anh"):
        answered(person.get(f"{_REPORT}/xem-truoc/{picture}"), _OK, _CHANGED)
    for ending in ("docx", "pdf"):
        answered(person.get(f"{_REPORT}/tep/{ending}"))


def open_report(person: Person) -> Reply:
    """Open the page of the report."""
    return answered(person.get(_REPORT))


def _links(page: str, before: str, begins: str) -> list[str]:
    """Return where the links of a page lead, from a part of their addresses on."""
    return re.findall(rf'href="[^"]*{before}({begins}[^"?#]+)', page)


def _page(person: Person, address: str) -> str:
    return answered(person.get(address)).body.decode()


def write_all(writers: list[Writer], saves: int) -> list[float]:
    """Let all write at once; return the seconds of every save."""
    with ThreadPoolExecutor(len(writers)) as threads:
        taken = threads.map(lambda one: one.write(saves), writers)
        return [seconds for one in taken for seconds in one]


def beside(renderers: list[Person], work: Callable[[], list[float]]) -> tuple[list[float], int]:
    """Do work while the report is rendered by some; return what it returns, and how often that was done."""
    stop = Event()
    with ThreadPoolExecutor(len(renderers)) as threads:
        going = [threads.submit(render, one, at, stop) for at, one in enumerate(renderers)]
        try:
            done = work()
        finally:
            stop.set()
        return done, sum(one.result() for one in going)
