"""How often a property is tried: the suite looks quickly on every run, `make soak` many times longer."""

import os

TIMES = int(os.environ.get("DOCGEN_TIMES", "1"))


def examples(count):
    """Return how many examples are drawn where the suite draws `count`."""
    return count * TIMES
