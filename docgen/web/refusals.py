"""Why a request is not let in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_NOTHING = MappingProxyType[str, Any]({})


class NotSignedInError(Exception):
    """Nobody has signed in; `query` brings them back to the page that they wanted."""

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.query = query


class MustChangePasswordError(Exception):
    """A new password is to be chosen first."""


class ForbiddenError(Exception):
    """Their role may not."""


class ForeignFormError(Exception):
    """A form that we did not make for this session. `is_foreign`: another site has sent it."""

    def __init__(self, *, is_foreign: bool = False) -> None:
        super().__init__()
        self.is_foreign = is_foreign


class TooManyError(Exception):
    """Asked too often; again in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds


class ProblemError(Exception):
    """A program asks in a way that is refused: with a `status` of HTTP, and why; `more` is told besides."""

    def __init__(
        self,
        status: int,
        message: str,
        remedy: str,
        *,
        headers: Mapping[str, str] = _NOTHING,
        more: Mapping[str, Any] = _NOTHING,
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.remedy = status, message, remedy
        self.headers, self.more = headers, more
