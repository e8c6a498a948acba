"""How often something may be asked for."""

import math
import time

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from docgen.web.refusals import TooManyError

Rate = tuple[RateLimitItem, ...]

SIGN_IN = tuple(parse_many("5/minute;20/hour"))
"""Passwords tried for one account from one address."""
SIGN_IN_ADDRESS = tuple(parse_many("60/minute"))
"""Passwords tried from one address: an office may share it."""
HEAVY = tuple(parse_many("20/minute"))
"""What takes long, for one person."""


class Rates:
    """Counts in memory: the service is one process."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def count(self, rate: Rate, *who: str) -> None:
        """Count one more.

        Raises:
            TooManyError: there have been enough.

        """
        for item in rate:
            if not self._window.hit(item, *who):
                until = self._window.get_window_stats(item, *who).reset_time
                raise TooManyError(max(1, math.ceil(until - time.time())))
