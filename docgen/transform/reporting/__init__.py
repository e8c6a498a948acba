"""A period of a plan: who owes what, how every task stands, and all of it added up; data in, data out."""

from docgen.transform.reporting.adding_up import add_up
from docgen.transform.reporting.obligations import Owed, obligations, urgency
from docgen.transform.reporting.pictured import picture_of
from docgen.transform.reporting.sent import Submissions

__all__ = ["Owed", "Submissions", "add_up", "obligations", "picture_of", "urgency"]
