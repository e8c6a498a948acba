"""The one date type: written as officers write it, kept as a date."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from docgen.language.dates import parse_date

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _read(value: object) -> object:
    """Read "27/12/2024" or the long form; ISO dates, as JSON has them, are left to pydantic."""
    return parse_date(value) if isinstance(value, str) and not _ISO.fullmatch(value) else value


Day = Annotated[date, BeforeValidator(_read)]
"""A calendar date."""
