"""`Remark`: what is wrong or doubtful at one place of a submission."""

from dataclasses import dataclass

from docgen.model.finding import Severity

Place = tuple[str | int, ...]
"""A path of YAML keys and positions, as in a file."""


@dataclass(frozen=True)
class Remark:
    """What is wrong or doubtful: the fields are those of `Finding`, but for the place."""

    code: str
    place: Place
    message: str
    remedy: str = ""
    severity: Severity = Severity.WARNING


def wrong(code: str, place: Place, message: str, remedy: str) -> Remark:
    """Return what keeps a submission from being used."""
    return Remark(code, place, message, remedy, Severity.ERROR)
