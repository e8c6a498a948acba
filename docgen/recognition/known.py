"""What is known before a source is read: the organisation, the plan it goes onto, how titles are stored."""

from dataclasses import dataclass
from functools import cached_property

from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.text import unmarked


@dataclass(frozen=True)
class Known:
    """What is known beside a source.

    `spellings` are texts as they are stored whose print looks otherwise: titles that are printed in capitals
    ("Mục đích, yêu cầu"); `ending` is the last text of the body where no full stop ends it. A file of ours
    carries both; those of the plan `base` count as well.
    """

    organisation: Organisation | None = None
    base: Plan | None = None
    spellings: tuple[str, ...] = ()
    ending: str = ""

    def ending_of(self, printed: str) -> str | None:
        """Return the last text of the body, printed as `printed` before "./.", where no full stop ends it."""
        texts = (self.ending, *(self.base.sections[-1].texts()[-1:] if self.base else ()))
        return next((text for text in texts if text and _print(text) == _print(printed)), None)

    def stored(self, printed: str) -> str | None:
        """Return how the title printed as `printed`, in capitals or not, is stored; None when not known."""
        return self._by_print.get(_print(printed))

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that is known, as it is stored."""
        return tuple(self._by_print.values())

    @cached_property
    def _by_print(self) -> dict[str, str]:
        of_base = self.base.printed_in_capitals() if self.base else ()
        return {_print(text): text for text in (*of_base, *self.spellings)}


def _print(text: str) -> str:
    return " ".join(unmarked(text).upper().rstrip(" .;,:").split())
