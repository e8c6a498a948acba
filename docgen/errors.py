"""What stops the work, told to the officer who reads it.

    DocgenError
    ├── InvalidInputError   the material cannot be used (bad YAML, unknown unit, broken template)
    ├── MissingError        something needed is not there (a file, a font, a library)
    ├── ConflictError       the work cannot go on beside something else (a file in the way)
    │   └── UnavailableError    what the work is kept in does not answer for now (busy, away)
    │       └── NoSpaceError    … because its disk is full
    └── RefusedError        the material is dangerous or over a limit

Problems *inside* the material are values (`docgen.model.finding.Finding`), gathered and reported all at
once; an exception carries them when nothing can be made of the material. Only the doors (command line,
web) know exit statuses.
"""

from collections.abc import Iterable


class DocgenError(Exception):
    """Work that cannot go on.

    Args:
        message: a Vietnamese sentence: what is wrong and where.
        remedy: a Vietnamese sentence: how to mend it; may be empty.
        problems: every single problem, one Vietnamese line each, when there are several.

    """

    def __init__(self, message: str, remedy: str = "", problems: Iterable[object] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.problems = tuple(str(problem) for problem in problems)

    def __str__(self) -> str:
        """Return the message, each problem on a line of its own, then the remedy."""
        lines = [self.message, *(f"  - {problem}" for problem in self.problems), self.remedy]
        return "\n".join(line for line in lines if line)


class InvalidInputError(DocgenError):
    """The material cannot be used as it is."""


class MissingError(DocgenError):
    """Something the work needs is not there."""


class ConflictError(DocgenError):
    """The work cannot go on beside what is there already."""


class UnavailableError(ConflictError):
    """What the work is kept in does not answer for now; nothing was kept, and the same may be tried again."""


class NoSpaceError(UnavailableError):
    """There is no room left on the disk; nothing was kept, what was kept before is still there."""


class RefusedError(DocgenError):
    """The material is dangerous or over a limit, and is not opened."""
