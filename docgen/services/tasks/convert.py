"""A Word file to PDF/A."""

from dataclasses import dataclass

from docgen.package import open_package
from docgen.pdf import convert
from docgen.services.tasks import Told, told


@dataclass(frozen=True, slots=True)
class Task:
    """Converts a file, its tracked changes "accepted" or taken back to the "original"."""

    changes: str = "accepted"

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return the warnings and the PDF."""
        package = open_package(data)
        notices = package.notices
        pdf = convert(package, changes=self.changes)
        return {"warnings": told((*notices, *pdf.warnings))}, pdf.data
