"""Only what is certain is mended: each change is listed, and no word differs but as listed."""

from docgen.check.fixing.fixing import Change, Fixed, fix

__all__ = ["Change", "Fixed", "fix"]
