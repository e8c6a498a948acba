"""A period of a plan: who owes what, how every task stands, and all of it added up; data in, data out."""

from docgen.transform.reporting.obligations import Owed, obligations, urgency

__all__ = ["Owed", "obligations", "urgency"]
