"""A Word file or a PDF judged by the rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.check import Settings, check, check_pdf, read_settings
from docgen.check.refusing import refuse_undecided
from docgen.errors import ConflictError
from docgen.model.finding import Finding, Severity
from docgen.package import Package, open_package
from docgen.services.tasks import Told, told
from docgen.services.tasks.places import pages_for, with_pages
from docgen.word.reading import Changes

_PDF = b"%PDF-"
_SIGNED = "chu-ky-so"
_STATES = {Changes.ACCEPTED: "bản đã chấp nhận hết", Changes.ORIGINAL: "bản gốc"}


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
        changes = Changes(self.changes)
        notices = (*map(_of_check, package.notices), *_undecided(package, changes))
        found = check(package, self._settings, changes)
        pages = pages_for((one.where for one in found), package, changes)
        return {"findings": told(with_pages(found, pages)), "notices": told(notices)}, b""


def _of_check(notice: Finding) -> Finding:
    """Return a notice as it concerns a check: what was signed stays in its file, and is not mended."""
    told = {"message": "đã ký số; docgen fix không sửa tệp đã ký."}
    return notice.model_copy(update=told) if notice.code == _SIGNED else notice


def _undecided(package: Package, changes: Changes) -> Iterator[Finding]:
    """Tell in which state a file with tracked changes was judged."""
    try:
        refuse_undecided(package)
    except ConflictError as error:
        remedy = f"Kết quả kiểm tra là của {_STATES[changes]}; muốn khác hãy chọn --changes."
        yield Finding(
            code="thay-doi-chua-duyet", severity=Severity.INFO, place="", message=error.message, remedy=remedy
        )


def _of_pdf(data: bytes) -> tuple[Told, bytes]:
    return {"findings": told(check_pdf(data)), "notices": []}, b""
