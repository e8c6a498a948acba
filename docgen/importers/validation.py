"""A value of a model from a YAML file, or everything that is wrong with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docgen.errors import InvalidInputError
from docgen.importers.problems import problems_of
from docgen.importers.yaml_tree import YamlTree
from docgen.model.finding import Finding

M = TypeVar("M", bound=BaseModel)


def validated(
    model: type[M], tree: YamlTree, context: Mapping[str, Any]
) -> tuple[M | None, tuple[Finding, ...]]:
    """Return the value of `tree` as a `model`, or what is wrong with it."""
    try:
        value = model.model_validate(tree.data, context={**context}, by_alias=True, by_name=False)
    except ValidationError as error:
        return None, (*tree.findings, *problems_of(error, model, tree))
    return (None if tree.findings else value), tree.findings


def usable(value: M | None, findings: tuple[Finding, ...], path: Path) -> M:
    """Return the value of the file `path`.

    Raises:
        InvalidInputError: there is none; with all `findings`.

    """
    if value is None:
        raise InvalidInputError(
            f"Tệp {path} có {len(findings)} chỗ phải sửa:",
            "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào.",
            findings,
        )
    return value


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of their lines."""
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))
