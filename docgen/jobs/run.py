"""A job on its way: its steps, each of which is done once however often the worker dies."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from docgen.errors import DocgenError
from docgen.office import work
from docgen.office.desk import Actor, Desk
from docgen.store import Store

Json = Any
"""What JSON can say: what a step returns is kept as such."""

Once = Callable[[str, Callable[[], Json]], Json]
"""Does what it is given under a name, or returns what came of it when it was done before the worker died."""


@dataclass(frozen=True)
class Run:
    """A job on its way, as the functions of `docgen.jobs.kinds` see it.

    A step that was under way when the worker died is done again from its beginning: what it writes must be
    the same the second time.
    """

    job_id: str
    parameters: Mapping[str, Json]
    actor: Actor
    store: Store
    clock: Callable[[], datetime]
    once: Once

    def step(self, message: str, do: Callable[..., Json], *args: Json) -> Json:
        """Return what `do(self, *args)` returns, done once; `message` says meanwhile what is being done.

        Raises:
            DocgenError: as `do` raised it.

        """
        return _answer(self.once(do.__name__, partial(self._attempt, message, do, *args)))

    def each(self, items: Sequence[Json], told: Callable[[Json], str], do: Callable[..., Json]) -> list[Json]:
        """Return what `do(self, item)` returns for each of `items`: a counted step each."""
        return [
            _answer(self.once(do.__name__, partial(self._counted, (done, len(items)), told, do, item)))
            for done, item in enumerate(items, start=1)
        ]

    @contextmanager
    def reading(self) -> Iterator[Desk]:
        """Give a desk that only reads."""
        with self.store.reading() as session:
            yield Desk(session, self.actor, self.clock())

    @contextmanager
    def writing(self) -> Iterator[Desk]:
        """Give a desk that writes, for a short while: all others wait. What takes long is done before."""
        with self.store.writing() as session:
            yield Desk(session, self.actor, self.clock())

    def _counted(
        self, count: tuple[int, int], told: Callable[[Json], str], do: Callable[..., Json], item: Json
    ) -> Json:
        outcome = self._attempt(told(item), do, item)
        with self.store.writing() as session:
            work.count(session, self.job_id, *count)
        return outcome

    def _attempt(self, message: str, do: Callable[..., Json], *args: Json) -> Json:
        with self.store.writing() as session:
            work.tell(session, self.job_id, message)
        try:
            return {"value": do(self, *args)}
        except DocgenError as error:
            return {"refused": [error.message, error.remedy, error.problems]}


def _answer(outcome: Json) -> Json:
    """Return what a step returned, or raise what it raised."""
    if "refused" in outcome:
        raise DocgenError(*outcome["refused"])
    return outcome["value"]
