"""How often something may be asked for, as `docgen.settings` says it."""

import math
import time
from functools import lru_cache

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from docgen.web.refusals import TooManyError


class Rates:
    """Counts in memory: the service is one process. Rates are written as "5/minute;20/hour"."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def count(self, rate: str, *who: str) -> None:
        """Count one more.

        Raises:
            TooManyError: there have been enough.

        """
        for item in _parsed(rate):
            if not self._window.hit(item, *who):
                raise self._spent(item, *who)

    def require(self, rate: str, *who: str) -> None:
        """Make sure that one more may come, without counting it.

        Raises:
            TooManyError: there have been enough.

        """
        for item in _parsed(rate):
            if not self._window.test(item, *who):
                raise self._spent(item, *who)

    def _spent(self, item: RateLimitItem, *who: str) -> TooManyError:
        until = self._window.get_window_stats(item, *who).reset_time
        return TooManyError(max(1, math.ceil(until - time.time())))


@lru_cache
def _parsed(rate: str) -> tuple[RateLimitItem, ...]:
    return tuple(parse_many(rate))
