"""What is known before a source is read: the organisation, the plan it goes onto, how titles are stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docgen.model.organisation import Organisation
from docgen.model.plan import Plan


@dataclass(frozen=True)
class Known:
    """What is known beside a source.

    `spellings` are texts as they are stored whose print looks otherwise: titles that are printed in capitals
    ("Mục đích, yêu cầu"). A file of ours carries them; those of the plan `base` count as well.
    """

    organisation: Organisation | None = None
    base: Plan | None = None
    spellings: tuple[str, ...] = ()

    def stored(self, printed: str) -> str | None:
        """Return how the title printed as `printed`, in capitals or not, is stored; None when not known."""
        return self._by_print.get(_print(printed))

    @cached_property
    def _by_print(self) -> dict[str, str]:
        return {_print(text): text for text in (*_titles(self.base), *self.spellings)}


def _print(text: str) -> str:
    return " ".join(text.replace("**", "").upper().split())


def _titles(plan: Plan | None) -> Iterable[str]:
    """Yield every text of a plan that is printed in capitals."""
    if plan is None:
        return
    for section in plan.sections:
        yield section.title
        yield from (item.title for item in section.items if item.title)
    signature = plan.signature
    yield from filter(
        None, (signature.collective, signature.head_title, signature.unit_head_title, signature.title)
    )
    for appendix in plan.appendices:
        yield appendix.title
        for part in appendix.parts:
            yield from (part.title, *(group.title for group in part.groups))
