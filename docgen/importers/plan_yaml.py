"""A plan from YAML: the value, or everything that is wrong, at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from docgen.importers.issue_day import as_of
from docgen.importers.places import decision_places, place_in_words, task_places
from docgen.importers.remarks import remarks_on
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import Place, YamlTree, read_yaml, shown
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan


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
    return usable(plan, findings, path), findings


def check_plan(
    path: Path, organisation: Organisation | None = None
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return the plan in `path` and what it may be warned of; or None and everything that is wrong.

    Raises:
        DocgenError: the file cannot be read as YAML at all; see `read_yaml`.

    """
    tree = read_yaml(path)
    organisation = as_of(organisation, tree.data)
    plan, problems = validated(Plan, tree, {"organisation": organisation})
    remarks = remarks_on(plan, tree, organisation) if plan else ()
    return plan, in_order(
        (*problems, *_repeated_ids(tree, task_places), *_repeated_ids(tree, decision_places), *remarks)
    )


def _repeated_ids(
    tree: YamlTree, places: Callable[[YamlTree], Iterator[tuple[str, Place]]]
) -> Iterator[Finding]:
    """Yield every id that an earlier one of `places` has, even where the rest of the file is wrong."""
    lines: dict[str, int | None] = {}
    for name, entry in places(tree):
        place = (*entry, "id")
        if name in lines:
            yield Finding(
                code="ma-lap",
                severity=Severity.ERROR,
                place=place_in_words(Plan, place, tree.data),
                line=tree.line(place),
                message=f"mã “{shown(name)}” đã dùng ở dòng {lines[name]}.",
                remedy="Hãy đặt mã khác.",
            )
        lines.setdefault(name, tree.line(place))
