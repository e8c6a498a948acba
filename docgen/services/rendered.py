"""What comes of a piece of work, and how a person is told of it while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.model.finding import Finding

Progress = Callable[[str], None]
"""Is told, in Vietnamese, what is being done."""


@dataclass(frozen=True)
class Rendered:
    """The files written, and what a person may want to know about them."""

    files: tuple[Path, ...]
    remarks: "tuple[Finding, ...]" = ()
