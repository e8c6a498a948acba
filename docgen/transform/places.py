"""Where an address of a plan is on the page, in the words of an officer: "Mục I, khoản 2, điểm a"."""

from collections.abc import Mapping, Sequence

from docgen.language.text import cut
from docgen.model.address import TASK, Address, addressed, entries_around, task_address
from docgen.model.appendix import Subtask, Task
from docgen.model.plan import Plan
from docgen.model.schema import title_of
from docgen.transform.numbered import numbered
from docgen.transform.outline import Block, Outline
from docgen.transform.said import inside

QUOTED = 60
"""Letters of a row that are quoted."""
_HEADINGS = {"ten": "tên", "tieu_de": "tiêu đề"}


def place_of(plan: Plan, address: Address) -> str:
    """Return where the text or entry at `address` is in `plan`; "" where there is no such place."""
    return places_of(plan).get(address, "")


def places_of(plan: Plan) -> dict[Address, str]:
    """Return where every text of `plan` is, and every task, block or other entry with texts in it."""
    outline = Outline(plan.appendices)
    rows = {task_address(task): row.place for task, row in outline.rows.items()}
    texts = addressed(plan)
    entries = dict.fromkeys(entry for text in texts for entry in entries_around(text) if entry not in rows)
    return rows | {address: _place(address.split("/"), outline) for address in (*entries, *texts)}


def text_address(texts: Mapping[Address, str], address: Address) -> Address:
    """Return which of `texts` is meant by `address`: of an entry, what it says first; "" where there is none.

    The text of a whole task is what is to be done.
    """
    known = (address, *(f"{address}/{key}" for key in ("noi_dung", *_HEADINGS)))
    return next((one for one in known if one in texts), "")


def quoted(row: Subtask) -> str:
    """Return a row by its words and its id, as a finding names it: "“Rà soát …” (ra-soat)"."""
    return f"“{cut(row.text, QUOTED)}” ({row.id})"


def _place(keys: Sequence[str], outline: Outline) -> str:
    first, number, *rest = (*keys, "")
    if first == TASK:
        return inside(outline.rows[number].place, f"ô “{title_of(Task, rest[:1])}”")
    if first != "phu_luc":
        return _within("", keys, 0)
    block, depth = _block(outline.appendices, keys)
    return _within(block.place, keys, depth)


def _block(blocks: Sequence[Block], keys: Sequence[str]) -> tuple[Block, int]:
    """Return the innermost block that `keys` lead to, and how many of them do."""
    block = blocks[int(keys[1]) - 1]
    if not (keys[3:] and keys[3].isdigit()):
        return block, 2
    inner, depth = _block(block.blocks, keys[2:])
    return inner, depth + 2


def _within(place: str, keys: Sequence[str], depth: int) -> str:
    """Return the place that the `keys` from `depth` on lead to inside `place`."""
    here = keys[depth:]
    if not here:
        return place
    if here[1:] and here[1].isdigit():
        return _within(inside(place, numbered(here[0], int(here[1]))), keys, depth + 2)
    if here[1:]:
        return _within("Nơi nhận", keys, depth + 1)
    return _text(place, keys)


def _text(place: str, keys: Sequence[str]) -> str:
    """Return the place of the text under the last key, which says most of what stands at `place`."""
    key = keys[-1]
    if key in _HEADINGS:
        return f"{place} ({_HEADINGS[key]})"
    if place and key == "noi_dung":
        return place
    title = title_of(Plan, [int(step) if step.isdigit() else step for step in keys])
    return inside(place, f"ô “{title}”") if place else title
