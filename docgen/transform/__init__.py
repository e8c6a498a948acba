"""Data in, data out: what differs between two plans."""

from docgen.transform.comparison import compare
from docgen.transform.plan_change import ChangeKind, PlanChange

__all__ = ["ChangeKind", "PlanChange", "compare"]
