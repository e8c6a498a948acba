"""A plan and an organisation from YAML: the value, or everything that is wrong, at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docgen.errors import InvalidInputError
from docgen.importers.places import place_in_words, task_places
from docgen.importers.problems import problems_of
from docgen.importers.remarks import remarks_on
from docgen.importers.yaml_tree import YamlTree, read_yaml, shown
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

M = TypeVar("M", bound=BaseModel)


def read_plan(path: Path, organisation: Organisation | None = None) -> Plan:
    """Return the plan in the YAML file `path`; its units are looked up in `organisation` when there is one.

    Raises:
        InvalidInputError: every problem of the file, in Vietnamese, with place and line.
        MissingError: there is no such file.
        RefusedError: the file is too big or too deep.

    """
    return read_plan_with_remarks(path, organisation)[0]


def read_plan_with_remarks(
    path: Path, organisation: Organisation | None = None
) -> tuple[Plan, tuple[Finding, ...]]:
    """Return the plan in `path` and what it may be warned of; raises what `read_plan` raises."""
    plan, findings = check_plan(path, organisation)
    return _usable(plan, findings, path), findings


def check_plan(
    path: Path, organisation: Organisation | None = None
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return the plan in `path` and what it may be warned of; or None and everything that is wrong.

    Raises:
        DocgenError: the file cannot be read as YAML at all; see `read_yaml`.

    """
    tree = read_yaml(path)
    plan, problems = _validated(Plan, tree, {"organisation": organisation})
    remarks = remarks_on(plan, tree, organisation) if plan else ()
    return plan, _in_order((*problems, *_repeated_ids(tree), *remarks))


def read_organisation(path: Path) -> Organisation:
    """Return the organisation in the YAML file `path`; raises what `read_plan` raises."""
    organisation, problems = _validated(Organisation, read_yaml(path), {})
    return _usable(organisation, _in_order(problems), path)


def _validated(
    model: type[M], tree: YamlTree, context: dict[str, Any]
) -> tuple[M | None, tuple[Finding, ...]]:
    """Return the value of `tree` as a `model`, or what is wrong with it."""
    try:
        value = model.model_validate(tree.data, context=context, by_alias=True, by_name=False)
    except ValidationError as error:
        return None, (*tree.findings, *problems_of(error, model, tree))
    return (None if tree.findings else value), tree.findings


def _usable(value: M | None, findings: tuple[Finding, ...], path: Path) -> M:
    if value is None:
        raise InvalidInputError(
            f"Tệp {path} có {len(findings)} chỗ phải sửa:",
            "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào.",
            findings,
        )
    return value


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))


def _repeated_ids(tree: YamlTree) -> Iterator[Finding]:
    """Yield every id that an earlier task has, even where the rest of the file is wrong."""
    lines: dict[str, int | None] = {}
    for task_id, task in task_places(tree):
        place = (*task, "id")
        if task_id in lines:
            yield Finding(
                code="ma-lap",
                severity=Severity.ERROR,
                place=place_in_words(Plan, place, tree.data),
                line=tree.line(place),
                message=f"mã “{shown(task_id)}” đã dùng ở dòng {lines[task_id]}.",
                remedy="Hãy đặt mã khác.",
            )
        lines.setdefault(task_id, tree.line(place))
