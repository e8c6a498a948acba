"""Every text of a plan as it is proposed for a later year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from docgen.model.address import Address
from docgen.transform.rollforward.amounts import amounts
from docgen.transform.rollforward.doubt import Concern, Doubt, Rewritten
from docgen.transform.rollforward.flags import disagreements, flags, unit_flags
from docgen.transform.rollforward.names import Names
from docgen.transform.rollforward.years import moved_years

_DEADLINE = "thoi_gian"
_UNITS = frozenset({"chu_tri", "phoi_hop"})
_DRAFTING_UNIT = "noi_nhan/don_vi_soan_thao"


def rewritten(texts: Mapping[Address, str], old: int, new: int, names: Names) -> dict[Address, Rewritten]:
    """Return each of `texts`, of the plan of `old`, as it is proposed for the plan of `new`."""
    found = {address: _rewritten(address, text, old, new, names) for address, text in texts.items()}
    moved = {address: text.text for address, text in found.items()}
    for address, doubt in (*disagreements(moved), *amounts(moved, old, new)):
        found[address] = replace(found[address], doubts=(*found[address].doubts, doubt))
    return found


def units_asked_once(texts: Mapping[Address, Rewritten]) -> dict[Address, Rewritten]:
    """Return `texts` with one question for all cells of a unit that is out of date and has no known heir."""
    cells = {address: new for address, new in texts.items() if is_unit(address) and _is_without_name(new)}
    uses = Counter(new.text for new in cells.values())
    first = {new.text: address for address, new in reversed(cells.items())}
    asked = {at: replace(cells[at], doubts=(_in_cells(cells[at], uses[name]),)) for name, at in first.items()}
    return {**texts} | {at: replace(new, doubts=()) for at, new in cells.items()} | asked


def _is_without_name(new: Rewritten) -> bool:
    return [(doubt.concern, doubt.replacement) for doubt in new.doubts] == [(Concern.TERM, "")]


def _in_cells(new: Rewritten, count: int) -> Doubt:
    (doubt,) = new.doubts
    if count == 1:
        return doubt
    question = f"“{new.text}” ở {count:02} ô chủ trì, phối hợp ghi lại thế nào?"
    proposal = f"Ghi việc thay đổi một lần vào danh sách đơn vị rồi soạn lại. {doubt.proposal}"
    return replace(doubt, question=question, proposal=proposal)


def _rewritten(address: Address, text: str, old: int, new: int, names: Names) -> Rewritten:
    if is_unit(address):
        named = names.cell(text)
        known = named.reasons or named.doubts
        return named if known else replace(named, doubts=tuple(unit_flags(text, new, names.is_known)))
    named = names.text(text)
    moved = moved_years(named.text, old, new, is_deadline=is_deadline(address))
    doubts = (*named.doubts, *moved.doubts)
    stale = tuple(flags(moved.text, new, [doubt.quote for doubt in doubts]))
    return Rewritten(moved.text, (*named.reasons, *moved.reasons), (*doubts, *stale))


def is_unit(address: Address) -> bool:
    """Say whether the name of one unit or group stands at `address`."""
    parts = address.split("/")
    return address == _DRAFTING_UNIT or (len(parts) > 1 and parts[-2] in _UNITS)


def is_deadline(address: Address) -> bool:
    """Say whether a deadline stands at `address`."""
    return address.endswith(f"/{_DEADLINE}")
