"""What the pages of a plan have in common: the plan at the top, differences, refusals beside their fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from starlette.responses import HTMLResponse

from docgen.errors import DocgenError
from docgen.model.people import Role
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans import InvalidFieldsError, KeptPlan, TaskRow, plan, rows
from docgen.services.without_commands import without_commands
from docgen.transform.numbered import numbered
from docgen.web.visit import Visit


def may_edit(visit: Visit, kept: KeptPlan) -> bool:
    """Say whether whoever is there may change this version of a plan."""
    return kept.is_editable and visit.visitor.actor.role is Role.COORDINATOR


def plan_page(visit: Visit, template: str, year: int, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page about the plan of a year, in its newest version unless `kept` is given.

    Raises:
        MissingError: there is no plan of that year.

    """
    kept = values.pop("kept", None) or plan(visit.desk.session, year)
    common = {"year": year, "kept": kept, "may_edit": may_edit(visit, kept), "remedy_of": remedy_of}
    return visit.page(f"ke_hoach/{template}", status, **(common | values))


@dataclass(frozen=True)
class Shown:
    """A group of tasks as the table shows it, under titles as printed; "" where there are none.

    `address` is that of the group; `name` tells it from all others: "Phần A, nhóm II: Cải cách thể chế".
    """

    appendix: str
    part: str
    title: str
    address: str
    name: str
    rows: tuple[TaskRow, ...]


def groups_of(tasks: Sequence[TaskRow]) -> tuple[Shown, ...]:
    """Return tasks group for group, in the order of the page; appendix and part are told where they begin."""
    return tuple(_groups(tasks))


def groups_in(kept: KeptPlan) -> tuple[Shown, ...]:
    """Return the tasks of a plan group for group."""
    return groups_of(rows(kept.plan))


def _groups(tasks: Sequence[TaskRow]) -> Iterator[Shown]:
    appendix, part = "", ""
    for address, found in groupby(tasks, attrgetter("group")):
        inner = tuple(found)
        first, (_, outer, _, middle, _, number) = inner[0], address.split("/")
        is_new_appendix, is_new_part = outer != appendix, (outer, middle) != (appendix, part)
        appendix, part = outer, middle
        places = (_titled("phan", middle, first.part), _titled("nhom", number, first.heading))
        yield Shown(
            appendix=first.appendix if is_new_appendix else "",
            part=places[0] if is_new_part else "",
            title=places[1],
            address=address,
            name=", ".join(filter(None, places)) or first.appendix,
            rows=inner,
        )


def _titled(key: str, number: str, title: str) -> str:
    """Return a title with what stands before it: "Phần A: Nhiệm vụ …"; "" of what has none."""
    name = numbered(key, int(number))
    return f"{name[:1].upper()}{name[1:]}: {title}" if title else ""


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a form: by the names of its fields, and as a whole where no field tells it."""

    errors: Mapping[str, str]
    whole: DocgenError | None


def wrong_with(
    problem: DocgenError | None, titles: Mapping[str, str], names: Mapping[str, str] = MappingProxyType({})
) -> Wrong:
    """Return what is wrong with a form, beside the title of each field.

    `names` says what fields are called whose keys in the data are others.
    """
    if not isinstance(problem, InvalidFieldsError):
        return Wrong({}, problem)
    found = {names.get(key, key): said for key, said in problem.fields.items()}
    errors = {name: f"{titles[name]}: {_inside(said)}" for name, said in found.items() if name in titles}
    rest = [one for name, said in found.items() if name not in titles for one in said]
    return Wrong(errors, DocgenError("Chưa lưu:", problem.remedy, rest) if rest else None)


def _inside(said: Sequence[str]) -> str:
    """Return sentences as they go on behind a colon."""
    words = " ".join(said)
    return words[:1].lower() + words[1:]


def remedy_of(problem: DocgenError) -> str:
    """Return how to mend what is wrong, for somebody who has no command line."""
    return without_commands(problem.remedy)


@dataclass(frozen=True)
class Both:
    """Two people's texts of one place: what it is called, what stands there now, what was typed."""

    title: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class Conflict:
    """Who has changed the same meanwhile, told in a sentence, and both texts of each place that differs."""

    error: ChangedMeanwhileError
    places: tuple[Both, ...]


def conflict_of(
    error: ChangedMeanwhileError,
    theirs: Mapping[str, str],
    mine: Mapping[str, str],
    titles: Mapping[str, str],
) -> Conflict:
    """Return both texts of the places that differ; `titles` says what each is called."""
    differing = (key for key in titles if theirs.get(key, "") != mine.get(key, ""))
    both = (Both(titles[key], theirs.get(key, ""), mine.get(key, "")) for key in differing)
    return Conflict(error, tuple(both))
