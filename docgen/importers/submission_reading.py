"""What a unit sent, from a file: the value, or everything that is wrong, at once."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docgen.importers.places import place_in_words
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import Place, YamlTree, read_yaml
from docgen.model.finding import Finding, Severity
from docgen.model.outcome import Outcome
from docgen.model.submission import Submission
from docgen.transform.submissions import Known, Remark, remarks

Checked = tuple[Submission | None, tuple[Finding, ...]]
"""A submission and what it may be warned of; or None and everything that is wrong."""

Cells = Mapping[Place, str]
"""Where in a workbook something stands, by its path in the data."""

_NOTHING = Known()
_NO_CELLS = MappingProxyType[Place, str]({})
_NOT_ASSUMED = MappingProxyType[str, Any]({})
_THOUSAND, _THOUSANDTH = 1000, -3


def read_submission(path: Path, known: Known = _NOTHING) -> tuple[Submission, tuple[Finding, ...]]:
    """Return the submission in the YAML file `path`, and what it may be warned of.

    Args:
        path: the file of one unit, or of several.
        known: what it is held against.

    Raises:
        InvalidInputError: every problem of the file, in Vietnamese, with place and line.
        MissingError: there is no such file.
        RefusedError: the file is too big or too deep.

    """
    submission, findings = check_submission(path, known)
    return usable(submission, findings, path), findings


def check_submission(
    path: Path, known: Known = _NOTHING, assumed: Mapping[str, Any] = _NOT_ASSUMED
) -> Checked:
    """Return the submission in the YAML file `path`, checked; `assumed` is what holds where it says nothing.

    Raises:
        DocgenError: the file cannot be read as YAML at all; see `read_yaml`.

    """
    return _checked(read_yaml(path), known, assumed)


def check_told(
    told: Mapping[str, Any], known: Known, assumed: Mapping[str, Any], cells: Cells = _NO_CELLS
) -> Checked:
    """Return a submission that is `told` as data, as from a workbook, checked.

    What is told of it is placed by `cells`; where these are not known, rows are named by their ids.
    """
    return _checked(YamlTree(dict(told)), known, assumed, cells)


def _checked(tree: YamlTree, known: Known, assumed: Mapping[str, Any], cells: Cells = _NO_CELLS) -> Checked:
    submission, problems = validated(Submission, tree, {"organisation": known.organisation})
    if not submission:
        return None, in_order(problems)
    lacking = {name: value for name, value in assumed.items() if getattr(submission, name) is None}
    submission = submission.model_copy(update=lacking)
    found = [*_doubtful_decimals(tree), *remarks(submission, known)]
    wrong = any(remark.severity is Severity.ERROR for remark in found)
    told = in_order(_told(remark, submission, tree, cells) for remark in found)
    return None if wrong else submission, told


def _doubtful_decimals(tree: YamlTree) -> Iterator[Remark]:
    """Yield values such as 12.345 without quotes: YAML reads a fraction where officers mean thousands."""
    for place, value in tree.values():
        if isinstance(value, Decimal) and 1 <= value < _THOUSAND and value.as_tuple().exponent == _THOUSANDTH:
            whole, fraction = f"{value}".split(".")
            message = f"“{value}” có thể là {whole}{fraction}, cũng có thể là {whole},{fraction}."
            remedy = f'Hãy ghi {whole}{fraction}; là số lẻ thì ghi "{whole},{fraction}" (có dấu nháy).'
            yield Remark("so-lieu-mo-ho", place, message, remedy, Severity.ERROR)


def _told(remark: Remark, submission: Submission, tree: YamlTree, cells: Cells) -> Finding:
    return Finding(
        code=remark.code,
        severity=remark.severity,
        place=_cell(remark.place, cells) or _place(remark, submission, tree),
        line=tree.line(remark.place) if remark.place else None,
        message=remark.message,
        remedy=remark.remedy,
    )


def _cell(place: Place, cells: Cells) -> str:
    """Return the cell where something stands, or what it is in; "" where none is known."""
    around = (place[:size] for size in range(len(place), 0, -1))
    return next((cells[one] for one in around if one in cells), "")


def _place(remark: Remark, submission: Submission, tree: YamlTree) -> str:
    """Return the place of a remark; where lines have no numbers a row is named by its task."""
    if tree.lines or remark.place[:1] != ("ket_qua",):
        return place_in_words(Submission, remark.place, tree.data)
    row = submission.rows[int(remark.place[1])]
    cell = place_in_words(Outcome, remark.place[2:], row.as_data())
    return f"nhiệm vụ {row.id}, {cell[:1].lower()}{cell[1:]}"
