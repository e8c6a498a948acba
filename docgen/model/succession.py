"""What the name of a unit, as an older document has it, must be on a later day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.language.text import fold
from docgen.model.agency import FormerAgency
from docgen.model.naming import Entry, FormerNaming, Naming, Unit, UnitGroup, day_after


class SuccessionKind(StrEnum):
    """What happened to a unit, in the officer's words."""

    RENAMED = "đổi tên"
    MERGED = "sáp nhập"
    CLOSED = "kết thúc hoạt động"


@dataclass(frozen=True)
class Succession:
    """What a name must be from a day on.

    `before` is the unit or group that was named, `after` the one that is meant now: the same one where it was
    renamed, None where it was closed. Both are None where the agency itself or its superior is named. `name`
    is what to write, in the form in which it was written (full or short); "" where it was closed. It holds
    from the day `since` on, by the documents in `basis` ("" where none is recorded); `sure` is False where a
    person has to confirm it.
    """

    kind: SuccessionKind
    before: Unit | UnitGroup | None
    after: Unit | UnitGroup | None
    name: str
    since: date
    basis: str
    sure: bool


def succession(
    written: str, entry: Unit | UnitGroup, entries: Mapping[str, Unit | UnitGroup], day: date
) -> Succession | None:
    """Return what `written`, a name of `entry`, must be on `day`; None where it stays.

    Args:
        written: any of the names that the entry has or had.
        entry: the unit or group that is named.
        entries: everything that may have taken over, by id; no entry takes over from itself.
        day: on which a new document names it.

    """
    ended = _ended(entry, entries, day)
    if not ended:
        return _renamed(written, entry, day)
    heir = entries.get(ended[-1].successor)
    since = max(day_after(end.last_day) for end in ended)
    sources: list[Entry | FormerNaming] = [*ended]
    if heir is None:
        return Succession(SuccessionKind.CLOSED, entry, None, "", since, _bases(sources), _sure(sources))
    renamed = [naming for naming in heir.namings() if since <= naming.valid_to < day]
    if renamed:
        since = day_after(renamed[-1].valid_to)
        sources += renamed
    heir = heir.on(day)
    if fold(written) in map(fold, heir.names):
        return None
    name = _in_form(written, entry, heir)
    return Succession(SuccessionKind.MERGED, entry, heir, name, since, _bases(sources), _sure(sources))


def agency_succession(written: str, periods: Sequence[FormerAgency], day: date) -> Succession | None:
    """Return what `written`, a name of the agency or of its superior, must be on `day`; None where it stays.

    `periods` say what was and is so of the agency, see `Agency.periods`.
    """
    for field in ("name", "superior"):
        named = [(value, period) for period in periods if (value := getattr(period, field)) is not None]
        past = [(value, period) for value, period in named if period.valid_to < day]
        now, _ = named[len(past)]
        used = [place for place, (value, _) in enumerate(past) if fold(value) == fold(written)]
        if used and now and fold(now) != fold(written):
            changes = [period for _, period in past[used[-1] :]]
            name = now.upper() if written.isupper() else now
            since, bases = day_after(changes[-1].valid_to), _bases(changes)
            return Succession(SuccessionKind.RENAMED, None, None, name, since, bases, sure=True)
    return None


def _ended(entry: Entry, entries: Mapping[str, Unit | UnitGroup], day: date) -> list[Entry]:
    """Return the entries that ended before `day`, each the successor of the one before."""
    ended: list[Entry] = []
    following: Entry | None = entry
    while following and following.last_day < day:
        ended.append(following)
        following = entries.get(following.successor)
    return ended


def _renamed(written: str, entry: Unit | UnitGroup, day: date) -> Succession | None:
    """Return what an entry that still is there must be called; None where `written` is its name on `day`."""
    now = entry.on(day)
    if fold(written) in map(fold, now.names):
        return None
    past = [naming for naming in entry.namings() if naming.valid_to < day]
    used = [place for place, naming in enumerate(past) if fold(written) in map(fold, naming.names)]
    if not used:
        return None  # it is to be called so later
    changes = past[used[-1] :]
    since, name = day_after(changes[-1].valid_to), _in_form(written, entry, now)
    return Succession(SuccessionKind.RENAMED, entry, now, name, since, _bases(changes), _sure(changes))


def _bases(changes: Sequence[Entry | FormerNaming | FormerAgency]) -> str:
    return "; ".join(dict.fromkeys(change.basis for change in changes if change.basis))


def _sure(changes: Sequence[Entry | FormerNaming]) -> bool:
    return all(change.sure for change in changes)


def _in_form(written: str, entry: Entry, now: Naming) -> str:
    """Return the name of today in the form of `written`: short or full, in capitals or not."""
    then = next(naming for naming in entry.namings() if fold(written) in map(fold, naming.names))
    name = now.short_name if now.short_name and _is_short(written, then) else now.name
    if fold(written) == fold(then.name) and written.isupper():
        return name.upper()
    return name[0].lower() + name[1:] if written[0].islower() else name


def _is_short(written: str, then: Naming) -> bool:
    """Say whether a name is short, or, where it is neither the full nor the short one, nearer to short."""
    if not then.short_name or fold(written) == fold(then.name):
        return False
    full, short = len(then.name), len(then.short_name)
    return abs(len(written) - short) < abs(len(written) - full)
