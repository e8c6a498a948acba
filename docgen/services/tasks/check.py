"""A Word file or a PDF judged by the rules."""

from dataclasses import dataclass, field

from docgen.check import Settings, check, check_pdf, read_settings
from docgen.services.tasks import Told, told
from docgen.services.tasks.places import pages_for, with_pages
from docgen.word.package import open_package
from docgen.word.reading import Changes

_PDF = b"%PDF-"


@dataclass
class Task:
    """Checks a file by `settings` (TOML), its tracked changes "accepted" or taken back to the "original"."""

    settings: str = ""
    changes: str = Changes.ACCEPTED
    _settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        self._settings = read_settings(self.settings)

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return what breaks a rule, and the notices."""
        return (_of_pdf if data.startswith(_PDF) else self._of_word)(data)

    def _of_word(self, data: bytes) -> tuple[Told, bytes]:
        package = open_package(data)
        notices, changes = package.notices, Changes(self.changes)
        found = check(package, self._settings, changes)
        pages = pages_for((one.where for one in found), package, changes)
        return {"findings": told(with_pages(found, pages)), "notices": told(notices)}, b""


def _of_pdf(data: bytes) -> tuple[Told, bytes]:
    return {"findings": told(check_pdf(data)), "notices": []}, b""
