"""A Word file mended where that is certain."""

from dataclasses import dataclass, field

from docgen.check import Settings, fix, read_settings
from docgen.model.finding import Change
from docgen.package import open_package
from docgen.services.tasks import Told, told
from docgen.services.tasks.places import on_page, pages_for, with_pages
from docgen.word.reading import Changes


@dataclass
class Task:
    """Mends a file by `settings` (TOML); tracked `changes` as for a check, None where there must be none."""

    settings: str = ""
    changes: str | None = None
    _settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        self._settings = read_settings(self.settings)

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return what was changed and what is left, both with pages of the mended file, and that file."""
        notices = open_package(data).notices
        fixed = fix(data, self._settings, None if self.changes is None else Changes(self.changes))
        places = [*(one.where for one in fixed.changes), *(one.where for one in fixed.left)]
        pages = pages_for(places, fixed.data, Changes.ACCEPTED)
        changes = [_told(change, pages) for change in fixed.changes]
        left = told(with_pages(fixed.left, pages))
        return {"changes": changes, "left": left, "notices": told(notices)}, fixed.data


def _told(change: Change, pages: dict[int, int]) -> Told:
    return change.model_copy(update={"where": on_page(change.where, pages)}).model_dump(mode="json")
