"""What a person typed into fields of a plan: validated, or told field by field what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docgen.errors import InvalidInputError
from docgen.importers.places import place_in_words
from docgen.importers.problems import problems_of
from docgen.importers.yaml_tree import Place, YamlTree
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.schema import title_of

M = TypeVar("M", bound=BaseModel)

_MISSING = "thieu-khoa"


class InvalidFieldsError(InvalidInputError):
    """Something typed cannot stand where it was typed; `fields` says what is wrong by the key of the field.

    What is wrong with none of the fields alone stands under "".
    """

    def __init__(self, findings: Sequence[Finding], fields: Mapping[str, Sequence[Finding]]) -> None:
        count = len(findings)
        super().__init__(f"Có {count} chỗ phải sửa; chưa lưu gì.", "Hãy sửa rồi lưu lại.", findings)
        said = {key: tuple(map(_said if key else str, found)) for key, found in fields.items()}
        self.fields = {key: told for key, told in said.items() if told}


def validated(
    model: type[M],
    data: Mapping[str, Any],
    organisation: Organisation | None,
    fields: Mapping[str, Place] | None = None,
) -> M:
    """Return `data` as a value of `model`.

    Args:
        model: what it is to be.
        data: under the YAML keys.
        organisation: whose units it names, as of the day that they are named on.
        fields: where in `data` each field is, by what the page calls it; the keys of `data` unless told.

    Raises:
        InvalidFieldsError: everything that is wrong, by field.

    """
    try:
        return model.model_validate(
            data, context={"organisation": organisation}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        found = (*_missing(error, model, data), *_wrong(error, model, data))
        places = fields or {key: (key,) for key in data}
        raise InvalidFieldsError(found, _by_field(found, model, data, places)) from error


def _missing(error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what must be there and is not, in the place where it has to be."""
    for details in error.errors(include_url=False):
        if details["type"] == "missing":
            place = place_in_words(model, details["loc"], data)
            yield Finding(
                code=_MISSING,
                severity=Severity.ERROR,
                place=place,
                message=f"chưa có {title_of(model, details['loc']).lower()}.",
                remedy="Hãy bổ sung.",
            )


def _wrong(error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[Finding]:
    found = problems_of(error, model, YamlTree(data), told=())
    return (one for one in found if one.code != _MISSING)


def _by_field(
    findings: Sequence[Finding], model: type[BaseModel], data: Mapping[str, Any], fields: Mapping[str, Place]
) -> dict[str, list[Finding]]:
    """Return findings by the field whose place they begin with, the nearest; the others under ""."""
    places = {key: place_in_words(model, place, data) for key, place in fields.items()}
    found: dict[str, list[Finding]] = {key: [] for key in ("", *fields)}
    for one in findings:
        around = [key for key, place in places.items() if one.place.startswith(place)]
        found[max(around, key=lambda key: len(places[key]), default="")].append(one)
    return found


def _said(finding: Finding) -> str:
    """Return what is wrong and how to mend it: the page shows where."""
    words = " ".join(filter(None, (finding.message, finding.remedy)))
    return words[:1].upper() + words[1:]
