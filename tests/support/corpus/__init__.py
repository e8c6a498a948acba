"""Word files that nobody tuned a rule on: each from a seed, with a few of the things that officers use.

Seeds 0 to 29 may be looked at while rules are written; those from 1000 on are held out: only their score
is told.
"""

from .document import word_file

DEVELOPMENT = range(30)
HELD_OUT = range(1000, 1060)

__all__ = ["DEVELOPMENT", "HELD_OUT", "word_file"]
