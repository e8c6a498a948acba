"""A kind of thing that administrators see in a list and change: read and written by `docgen.office` alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette_admin.exceptions import FormValidationError
from starlette_admin.fields import BaseField, StringField
from starlette_admin.views import BaseModelView

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.language.sorting import collation_key
from docgen.language.text import nfc, plain
from docgen.model.people import Role
from docgen.office.desk import Desk
from docgen.office.plans.fields import InvalidFieldsError
from docgen.web.told import Kind
from docgen.web.visit import Caller, visitor_of

VERSION = "version"
"""The field of the version that a form was made of."""

Data = Mapping[str, str]
T = TypeVar("T")


class Choice(StringField):
    """A field whose words are chosen among those of `OfficeView.choices`."""


class Row(Protocol):
    """A line of a list; its other attributes are named as the fields of its view."""

    @property
    def id(self) -> Any:
        """What it is asked for by."""

    def __str__(self) -> str:
        """Return what it is called in a sentence."""


@dataclass(frozen=True)
class Act:
    """Something that is done to one thing: its button, what it means, what must be told for it.

    `do` gets the id and the fields; it returns the sentence that is said afterwards, or with it the path of
    a page that is given to somebody (`Given`). `suits` says whether there is anything to be done.
    `told_once`: what is said holds a secret.
    """

    name: str
    label: str
    icon: str
    meaning: str
    do: Callable[[Desk, str, Data], "str | Given"]
    suits: Callable[[Any], bool] = lambda _: True
    fields: tuple[BaseField, ...] = ()
    told_once: bool = False


@dataclass(frozen=True)
class Given:
    """A sentence with the path of a page, whose whole address is shown to be copied."""

    text: str
    path: str


class OfficeView(BaseModelView):
    """A view over functions of the office, each in its own transaction."""

    pk_attr = "id"
    exporters = importers = actions = row_actions = ()
    page_size = 50
    page_size_options = (50,)
    roles = frozenset({Role.ADMINISTRATOR})
    acts: tuple[Act, ...] = ()
    meaning = ""
    """What is kept here, in a sentence."""
    adding = ""
    """The words of the button that adds one; empty where none can be added."""
    added_next = ""
    """What is to be done next with one that was added, on its own page; empty where nothing is."""
    is_fixed = False
    """Nothing is changed by a form."""

    def rows(self, desk: Desk) -> Sequence[Any]:
        """Return all that there is, in its own order."""
        raise NotImplementedError

    def add(self, desk: Desk, data: Data) -> Any:
        """Add one; return its row."""
        raise NotImplementedError

    def change(self, desk: Desk, pk: str, data: Data) -> Any:
        """Change one; return its row."""
        raise NotImplementedError

    def choices(self, desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:  # noqa: ARG002 - of subclasses
        """Return what can be chosen in fields, by their names."""
        return {}

    def is_accessible(self, request: Request) -> bool:
        """Say whether whoever asks may see it."""
        return visitor_of(request).actor.role in self.roles

    def can_create(self, request: Request) -> bool:  # noqa: ARG002 - as starlette-admin calls it
        """Say whether one can be added."""
        return bool(self.adding)

    def can_edit(self, request: Request) -> bool:  # noqa: ARG002 - as starlette-admin calls it
        """Say whether one can be changed."""
        return not self.is_fixed

    async def find_all(
        self,
        request: Request,
        skip: int = 0,
        limit: int = 100,
        q: str | None = None,
        sorts: Sequence[tuple[str, str]] | None = None,
        filters: Any = None,  # noqa: ARG002 - as starlette-admin calls it
    ) -> Sequence[Any]:
        """Return a page of what has a text in it."""
        found = self._having(await read(request, self.rows), q or "")
        for name, direction in reversed(sorts or ()):
            found.sort(key=lambda row, name=name: _key(getattr(row, name)), reverse=direction == "desc")  # type: ignore[misc]
        return found[skip : skip + limit]

    async def count(self, request: Request, q: str | None = None, filters: Any = None) -> int:  # noqa: ARG002
        """Return how many have a text in them."""
        return len(self._having(await read(request, self.rows), q or ""))

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """Return one; None where there is none."""
        return next((row for row in await read(request, self.rows) if str(row.id) == str(pk)), None)

    async def create(self, request: Request, data: dict[str, Any]) -> Any:
        """Add one and say so."""
        row = await self._written(request, lambda desk: self.add(desk, _tidy(data)))
        Caller(request).tell(
            f"Đã thêm {row}. {self.added_next}".strip(), "info" if self.added_next else "success"
        )
        request.state.added = row
        return row

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Change one and say so."""
        form = await request.form()
        typed = _tidy({**data, VERSION: form.get(VERSION)})
        row = await self._written(request, lambda desk: self.change(desk, pk, typed))
        Caller(request).tell(f"Đã lưu {row}.")
        return row

    async def act(self, request: Request, pk: str, name: str) -> None:
        """Do something to one and say so.

        Raises:
            FormValidationError: it cannot be done; `problem_of` knows why.

        """
        one = next(act for act in self.acts if act.name == name)
        form = await request.form()
        typed = _tidy({field: form.get(field) for field in (VERSION, *(field.name for field in one.fields))})
        told = await self._written(request, lambda desk: one.do(desk, pk, typed))
        caller, kind = Caller(request), _kind(one)
        if isinstance(told, Given):
            caller.tell(told.text, kind, copied=f"{caller.address}{told.path}")
        else:
            caller.tell(told, kind)

    async def serialize(self, obj: Any, request: Request, *_: Any, **__: Any) -> dict[str, Any]:
        """Return the fields of one as they are; pages show them."""
        shown = self.get_fields_list(request)
        return {"id": obj.id} | {field.name: getattr(obj, field.name) for field in shown}

    async def repr(self, obj: Any, request: Request) -> str:  # noqa: ARG002 - as starlette-admin calls it
        """Return what one is called in a sentence."""
        return str(obj)

    def _having(self, rows: Sequence[Any], text: str) -> list[Any]:
        wanted = plain(text).lower()
        return [row for row in rows if wanted in plain(self._said(row)).lower()]

    def _said(self, row: Any) -> str:
        return " ".join(str(getattr(row, field.name)) for field in self.fields if not field.exclude_from_list)

    async def _written(self, request: Request, do: Callable[[Desk], Any]) -> Any:
        """Do something in a transaction; what is wrong with what was typed is told by field."""

        def work() -> Any:
            with Caller(request).writing() as visit:
                return do(visit.desk)

        try:
            return await run_in_threadpool(work)
        except (InvalidInputError, ConflictError) as error:
            told = _by_field(error, self.fields)
            error.problems = _of_no_field(error, told)
            request.state.problem = error
            raise FormValidationError(told) from error


def problem_of(request: Request) -> DocgenError | None:
    """Return why something was not done; None where nothing was refused."""
    return getattr(request.state, "problem", None)


def added_to(request: Request) -> Any:
    """Return what was added; None where nothing was."""
    return getattr(request.state, "added", None)


def _by_field(error: DocgenError, fields: Sequence[BaseField]) -> dict[str | int, str]:
    if isinstance(error, InvalidFieldsError):
        return {name: " ".join(told) for name, told in error.fields.items() if name}
    told = {field.name: f"{field.label}: " for field in fields if not field.exclude_from_create}
    return {
        name: problem
        for name, start in told.items()
        for problem in error.problems
        if problem.startswith(start)
    }


def _of_no_field(error: DocgenError, told: Mapping[str | int, str]) -> tuple[str, ...]:
    """Return what is wrong besides what is told at the fields."""
    if isinstance(error, InvalidFieldsError):
        return tuple(map(str, error.fields.get("", ())))
    return tuple(problem for problem in error.problems if problem not in told.values())


async def read(request: Request, question: Callable[[Desk], T]) -> T:
    """Return what is answered in a transaction that only reads."""

    def work() -> T:
        with Caller(request).reading() as visit:
            return question(visit.desk)

    return await run_in_threadpool(work)


def _kind(act: Act) -> Kind:
    return "warning" if act.told_once else "success"


def _tidy(data: Mapping[str, Any]) -> dict[str, str]:
    return {name: nfc(str(value or "")).replace("\r\n", "\n").strip() for name, value in data.items()}


def _key(value: Any) -> Any:
    """Return what a column is put in order by."""
    return collation_key(value) if isinstance(value, str) else (value is None, value)
