"""Last year's plan into next year's draft, with every decision that is a person's listed."""

from docgen.transform.rollforward.rolling import RolledForward, rollforward

__all__ = ["RolledForward", "rollforward"]
