"""What a reader of Word files tells of what it meets and does not take in."""

from typing import Protocol

from docgen.package import Element


class Remarks(Protocol):
    """Is told of it while a file is read."""

    def add(self, node: Element, message: str) -> None:
        """Hear of something at `node`."""

    def lost(self, node: Element) -> None:
        """Hear that `node` is not known, with the words inside it."""


class Unheeded:
    """Remarks that nobody wants to hear."""

    def add(self, node: Element, message: str) -> None:
        """Do nothing."""

    def lost(self, node: Element) -> None:
        """Do nothing."""
