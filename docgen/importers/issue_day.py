"""The day of a plan whose data may still be wrong anywhere: as of it the agency is named."""

from datetime import date

from pydantic import BaseModel, Field, ValidationError

from docgen.model.day import Day
from docgen.model.organisation import Organisation
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR, plan_day


class _Dates(BaseModel):
    """What a plan says of its time."""

    year: int | None = Field(default=None, alias="nam", gt=EARLIEST_YEAR, le=LATEST_YEAR)
    issue_year: int | None = Field(default=None, alias="nam_ban_hanh", ge=EARLIEST_YEAR, le=LATEST_YEAR)
    issued_on: Day | None = Field(default=None, alias="ngay_ban_hanh")


def issue_day(data: object) -> date | None:
    """Return the day of a plan (see `docgen.model.plan.plan_day`) from its data under the YAML keys.

    None where the data do not say it.
    """
    try:
        dates = _Dates.model_validate(data)
    except ValidationError:
        return None
    year = dates.year or dates.issue_year
    return dates.issued_on or (plan_day(year, dates.issue_year, None) if year else None)


def as_of(organisation: Organisation | None, data: object) -> Organisation | None:
    """Return the organisation, if there is one, as of the day of a plan given under its YAML keys."""
    return organisation and organisation.on(issue_day(data))
