"""Where a line may end."""

import re

_AFTER = re.compile(r"(?<=[ ])(?=[^ ])|(?<=[A-Za-z0-9]-)(?=[A-Za-z0-9])|(?<=[–—])(?=\w)")


def opportunities(text: str) -> list[int]:
    """Return the offsets at which a line may end."""
    return [found.start() for found in _AFTER.finditer(text)]
