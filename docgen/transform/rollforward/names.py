"""Names of units as an older plan wrote them, as they must be on the day of a new one."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from docgen.language.dates import short_date
from docgen.model.organisation import Organisation
from docgen.model.succession import Succession
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten
from docgen.transform.rollforward.quoting import Quote, singled_out
from docgen.wording.phrases import Phrases
from docgen.wording.text import Text


class Names:
    """The units of an agency on the day of an older plan, and what they are called on a later one."""

    def __init__(self, organisation: Organisation, then: date, now: date) -> None:
        self._then = organisation.on(then)
        self._named = organisation.on(now)
        self._succession = cache(partial(self._then.succession, day=now))
        every = (*organisation.every_name, self._then.name, self._then.superior)
        changed = [name for name in every if name and self._succession(name)]
        self._changed = Phrases({name: name for name in changed}) if changed else None

    def is_known(self, name: str) -> bool:
        """Say whether the agency has a unit or group of that name."""
        return self._named.find(name) is not None

    def cell(self, name: str) -> Rewritten:
        """Return a cell that is the name of one unit or group."""
        change = self._succession(name)
        if change is None:
            return Rewritten(name)
        if change.sure and change.name:
            return Rewritten(change.name, (_happened(name, change),))
        return Rewritten(name, doubts=(_doubt(name, change, Quote("", name, "")),))

    def text(self, words: str) -> Rewritten:
        """Return a text that names units among other words; cited documents keep the names of their time."""
        reasons, doubts, pieces, place = [], [], [], 0
        for start, end, change in self._mentions(words):
            written = words[start:end]
            if change.sure and change.name:
                pieces += [words[place:start], change.name]
                reasons.append(_happened(written, change))
                place = end
            else:
                doubts.append(_doubt(written, change, singled_out(words, start, end)))
        return Rewritten("".join((*pieces, words[place:])), _once(reasons), tuple(dict.fromkeys(doubts)))

    def _mentions(self, words: str) -> Iterator[tuple[int, int, Succession]]:
        """Yield where a name stands that is another one now; longer names that begin with it are others."""
        if self._changed is None:
            return
        text = Text(words)
        for start, end, _ in self._changed.find(text):
            change = self._succession(words[start:end])
            goes_on = words[end : end + 1] == " " and words[end + 1 : end + 2].isupper()
            if change and not text.is_cited(start) and not (goes_on and not self._is_own(words[end + 1 :])):
                yield start, end, change

    def _is_own(self, behind: str) -> bool:
        """Say whether the agency's own name goes on behind that of its unit: "Thanh tra Sở Nội vụ"."""
        return behind.startswith(self._then.name.removeprefix("Sở "))


def _happened(written: str, change: Succession) -> str:
    """Return what happened to a unit, as the reason of a change."""
    basis = f" ({change.basis})" if change.basis else ""
    return f"“{written}” {change.kind} từ ngày {short_date(change.since)}{basis}"


def _doubt(written: str, change: Succession, quote: Quote) -> Doubt:
    heir = change.name
    return Doubt(
        Concern.UNIT,
        question=f"Thay “{written}” bằng “{heir}”?" if heir else f"Đơn vị nào làm thay “{written}”?",
        proposal=f"Ghi “{heir}”." if heir else "Ghi tên đơn vị làm thay, hoặc giữ nguyên nếu đơn vị vẫn còn.",
        reason=f"{_happened(written, change)}.",
        quote=str(quote),
        replacement=quote.with_issue(heir),
    )


def _once(reasons: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))
