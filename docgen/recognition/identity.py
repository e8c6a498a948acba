"""Who a task is: its id from a bookmark, from the plan it comes from, or a new one from its words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.language.lettering import LETTERS
from docgen.language.numerals import to_roman
from docgen.language.text import fold
from docgen.model.finding import Severity
from docgen.model.plan import Plan
from docgen.model.slug import MAX_SLUG
from docgen.recognition.ledger import Ledger
from docgen.recognition.matching import Entry, matched
from docgen.recognition.slugs import Slugs
from docgen.recognition.source import Line

Draft = dict[str, Any]
"""Nested data under the keys of the YAML, not yet a plan."""

_ANCHOR = re.compile(r"nv_([a-z0-9]+(?:_[a-z0-9]+)*)")
_COPY = re.compile(r"([a-z0-9_]+?)(_Copy_\d+)*(_(?:C(?:o(?:p(?:y(?:_\d*)?)?)?)?)?)?")
_LONGEST_BOOKMARK = 40
"""Letters that Word allows a bookmark's name; LibreOffice cuts off what is over."""
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def id_of(bookmark: str) -> str:
    """Return the id that a bookmark carries: "nv_ra_soat_vbqppl" → "ra-soat-vbqppl"; "" if none of ours."""
    found = _ANCHOR.fullmatch(bookmark)
    return found[1].replace("_", "-") if found and len(found[1]) <= MAX_SLUG else ""


def copied(bookmark: str) -> str:
    """Return the id of the task whose row was copied: "nv_x_y_Copy_1" → "x-y"; "" if it is no copy of ours.

    LibreOffice names the bookmarks of copied rows like that, cut off where the name becomes too long.
    """
    found = _COPY.fullmatch(bookmark)
    if not found or not (found[2] or found[3]) or (found[3] and len(bookmark) < _LONGEST_BOOKMARK):
        return ""
    return id_of(found[1])


def settle_ids(draft: Draft, base: Plan | None, ledger: Ledger) -> None:
    """Give every task and sub-task of `draft` that has no "id" of its own one.

    Of several with one id, the one that is most like the task of `base` keeps it, or else the first. Tasks of
    `base` that the draft does not name are recognised: by their exact words, else by their likeness,
    which is told. What is new gets a readable id from its words.
    """
    ids = [row.get("id") for appendix in draft.get("phu_luc", ()) for row in rows_of(appendix)]
    if all(ids) and len({*ids}) == len(ids):
        return
    tasks = [*_entries(draft)]
    old = [*_entries(base.model_dump(by_alias=True))] if base else []
    _part_twins(tasks, old)
    named = {str(task.data["id"]) for task in tasks if task.data.get("id")}
    nameless = [task for task in tasks if not task.data.get("id")]
    for task, was in matched(nameless, [was for was in old if was.data["id"] not in named]):
        task.data["id"] = was.data["id"]
        if task.text != was.text:
            _tell(task, was, ledger)
    slugs = Slugs({*named, *(str(was.data["id"]) for was in old)})
    for task in nameless:
        task.data["id"] = task.data.get("id") or slugs.new(str(task.data.get("noi_dung", "")))


def _part_twins(tasks: Sequence[Entry], old: Sequence[Entry]) -> None:
    """Take an id from all but one of the tasks that have it: a row was copied with its id."""
    twins: dict[str, list[Entry]] = defaultdict(list)
    for task in tasks:
        twins[str(task.data.get("id", ""))].append(task)
    words = {str(was.data["id"]): was.words for was in old}
    for name, same in twins.items():
        was = words.get(name, frozenset())
        kept = max(same, key=lambda task: _shared(task.words, was))
        for task in same:
            if task is not kept:
                task.data.pop("id", None)


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    """Return how many of all these words are on both sides: 0 to 1."""
    return len(words & others) / max(1, len(words | others))


def _tell(task: Entry, was: Entry, ledger: Ledger) -> None:
    """Tell that a task was recognised by words that are not exactly its own."""
    words, before = (" ".join(str(entry.data["noi_dung"]).split()) for entry in (task, was))
    ledger.tell(
        "nhiem-vu-nhan-lai",
        Severity.INFO,
        [Line(words, task.place)],
        f"“{words}” được coi là nhiệm vụ “{before}” (mã {was.data['id']}) của kế hoạch cũ.",
        "Nếu là nhiệm vụ khác, hãy ghi một mã mới.",
    )


def rows_of(appendix: Draft) -> Iterator[Draft]:
    """Yield the data of every task of an appendix, each followed by its sub-tasks."""
    for _, _, _, task in _tasks(appendix):
        yield from (task, *task.get("nhiem_vu_con", ()))


def _entries(draft: Draft) -> Iterator[Entry]:
    """Yield every task, each followed by its sub-tasks, in the order of the page."""
    appendices = draft.get("phu_luc", ())
    order = 0
    for position, appendix in enumerate(appendices):
        name = f"Phụ lục {to_roman(position + 1)}" if len(appendices) > 1 else "Phụ lục"
        for part, group, number, task in _tasks(appendix):
            where = f"{name}{part}, nhiệm vụ"
            yield _entry(task, group, f"{where} {number}", order)
            order += 1
            for place, subtask in enumerate(task.get("nhiem_vu_con", ()), 1):
                yield _entry(subtask, group, f"{where} con {number}.{place}", order)
                order += 1


def _tasks(appendix: Draft) -> Iterator[tuple[str, str, int, Draft]]:
    """Yield the part in words, the title of the group and the number of every task, and the task."""
    for position, part in enumerate(appendix.get("phan", ())):
        letter = LETTERS[position].upper() if position < len(LETTERS) else str(position + 1)
        name = f", phần {letter}" if part.get("ten") else ""
        tasks = ((group, task) for group in part.get("nhom", ()) for task in group.get("nhiem_vu", ()))
        for number, (group, task) in enumerate(tasks, 1):
            yield name, str(group.get("ten", "")), number, task


def _entry(data: Draft, group: str, place: str, order: int) -> Entry:
    lead = data.get("chu_tri", ())
    text = fold(str(data.get("noi_dung", "")))
    cells = (text, *([lead] if isinstance(lead, str) else lead), str(data.get("thoi_gian", "")))
    words = frozenset(
        "năm" if _YEAR.fullmatch(word) else word for word in _WORD.findall(fold(" ".join(cells)))
    )
    return Entry(data, text, fold(group), place, order, words)
