"""What a task is by its wording and deadline: done every year, done once, bound to an event, or unclear."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from docgen.model.appendix import Subtask
from docgen.model.deadline import Deadline
from docgen.rules.tasks import Sign, Where, task_signs
from docgen.wording.text import Text, key

_SENTENCE = r"(?:^|[.;:\n]\s*)[-+]?\s*"
_PHASE = r"(?:^|[;\n,]\s*)(?:[^:\n;]{1,80}:\s*)?(?:ngay )?"
_OPENERS_AT_MOST = 8
_HORIZON = re.compile(r"(?:giai đoạn|nhiệm kỳ|thời kỳ) (?P<first>20\d\d) ?- ?(?P<last>20\d\d)")
_YEAR = re.compile(
    r"năm (?:học |ngân sách )?(?P<year>20\d\d)(?! ?- ?20\d\d)|năm học 20\d\d ?- ?(?P<ends>20\d\d)"
)
_TIME = re.compile(r"(?:đến|hết|cuối|đầu|trước|từ|sau|trong|tầm nhìn|tháng \d+|quý [iv]+) $")
"""What stands before a year that is a date or a target, and not the year of the work."""


class Kind(StrEnum):
    """How a task stands to the years."""

    RECURRING = "hằng năm"
    ONE_OFF = "một lần"
    EVENT_BOUND = "chờ sự kiện"
    UNCLEAR = "chưa rõ"


@dataclass(frozen=True)
class Nature:
    """The kind of a task and `because`, the words that show it, as a Vietnamese clause.

    `events` are what its deadline waits for; a recurring or one-off task may wait as well.
    """

    kind: Kind
    because: str
    events: tuple[str, ...] = ()


def nature_of(row: Subtask, deadline: Deadline, year: int) -> Nature:
    """Return the nature of a task in the plan of `year`: what the first sign that it shows says."""
    task = _Task.of(row, deadline, year)
    for sign in task_signs().sign:
        if quote := _FINDERS[sign.where](task, sign):
            said = "thời gian" if sign.where == "deadline" else "cụm từ"
            return Nature(_KINDS[sign.nature], f"{said} “{quote}” {sign.shows}", deadline.events)
    return _without_sign(task, deadline)


def _without_sign(task: "_Task", deadline: Deadline) -> Nature:
    if deadline.events:
        waits = f"thời gian “{deadline}” cho thấy nhiệm vụ chờ sự kiện".replace("\n", "; ")
        return Nature(Kind.EVENT_BOUND, waits, deadline.events)
    if ended := _HORIZON.search(task.text.key):
        return Nature(Kind.UNCLEAR, f"“{_quoted(task.text, ended)}” không còn bao trùm năm mới")
    return Nature(Kind.UNCLEAR, "lời văn và thời gian không cho biết nhiệm vụ làm một lần hay hằng năm")


_KINDS: Mapping[str, Kind] = {"recurring": Kind.RECURRING, "one_off": Kind.ONE_OFF}


@dataclass(frozen=True)
class _Task:
    """The texts of a task that signs are looked for in."""

    text: Text
    product: Text
    deadline: Text
    events: Text
    year: int

    @classmethod
    def of(cls, row: Subtask, deadline: Deadline, year: int) -> "_Task":
        events = Text("; ".join(deadline.events))
        return cls(Text(row.text), Text(row.product), Text(row.deadline), events, year)


def _at_start(task: _Task, sign: Sign) -> str:
    return _first([_matched(task.text, _starting(sign.words))])


def _at_sentence(task: _Task, sign: Sign) -> str:
    return _first([_searched(task.text, _phrases(_SENTENCE, sign.words))])


def _anywhere(task: _Task, sign: Sign) -> str:
    found = _phrases(r"(?<!\w)", sign.words).finditer(task.text.key)
    return _first(_quoted(task.text, match) for match in found if not task.text.is_cited(match.start()))


def _as_product(task: _Task, sign: Sign) -> str:
    made = _making(sign.words).match(task.text.key)
    named = _matched(task.product, _phrases("", sign.words))
    return _quoted(task.text, made) if made and _makes(made["verbs"]) else named


def _in_deadline(task: _Task, sign: Sign) -> str:
    return _searched(task.deadline, _phrases(_PHASE, sign.words))


def _of_year(task: _Task, _: Sign) -> str:
    return _first(year for text in (task.text, task.product, task.events) for year in _years(text, task.year))


def _years(text: Text, year: int) -> Iterator[str]:
    """Yield where a text names the year of its plan, or one beside it, as the year of the work."""
    for match in _YEAR.finditer(text.key):
        near = abs(int(match["year"] or match["ends"]) - year) <= 1
        if near and not _TIME.search(text.key[: match.start()]) and not text.is_cited(match.start()):
            yield text.words[slice(*match.span())]


def _for_horizon(task: _Task, _: Sign) -> str:
    """Return the stretch of years that what the task makes is for."""
    made = _making(("kế hoạch", "chương trình", "phương án", "danh mục", "hồ sơ", "báo cáo")).match(
        task.text.key
    )
    horizon = _HORIZON.search(task.text.key)
    return task.text.words[slice(*horizon.span())] if horizon and made and _makes(made["verbs"]) else ""


def _covering(task: _Task, _: Sign) -> str:
    horizon = _HORIZON.search(task.text.key)
    return task.text.words[slice(*horizon.span())] if horizon and int(horizon["last"]) > task.year else ""


_FINDERS: Mapping[Where, Callable[[_Task, Sign], str]] = {
    "start": _at_start,
    "sentence": _at_sentence,
    "anywhere": _anywhere,
    "product": _as_product,
    "deadline": _in_deadline,
    "year": _of_year,
    "horizon": _for_horizon,
    "covering": _covering,
}
"""How each place is looked at: the words found there, empty when there are none."""


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")


def _matched(text: Text, pattern: re.Pattern[str]) -> str:
    match = pattern.match(text.key)
    return _quoted(text, match) if match else ""


def _searched(text: Text, pattern: re.Pattern[str]) -> str:
    match = pattern.search(text.key)
    return _quoted(text, match) if match else ""


def _quoted(text: Text, match: re.Match[str]) -> str:
    """Return the words that a pattern found, as they are written."""
    name = "words" if "words" in match.re.groupindex else 0
    return text.words[slice(*match.span(name))]


@cache
def _phrases(before: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{before}(?P<words>{_either(words)})(?!\w)")


@cache
def _starting(words: tuple[str, ...]) -> re.Pattern[str]:
    openers = _either(task_signs().openers)
    return re.compile(
        rf"[-+]?\s*(?:(?:{openers})(?:,| và)? ){{0,{_OPENERS_AT_MOST}}}(?P<words>{_either(words)})(?!\w)"
    )


@cache
def _making(words: tuple[str, ...]) -> re.Pattern[str]:
    verb = _either((*task_signs().openers, *task_signs().makers))
    verbs = rf"(?P<verbs>(?:(?:{verb})(?:,| và)? ){{0,{_OPENERS_AT_MOST}}})"
    return re.compile(rf"[-+]?\s*{verbs}(?P<words>{_either(words)})(?!\w)")


def _makes(verbs: str) -> bool:
    """Tell whether the verbs before a thing make it; one without any verb is what shall be made."""
    return not verbs or any(maker in verbs for maker in task_signs().makers)


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first; "#" is a number."""
    longest_first = sorted((key(phrase) for phrase in words), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\#", r"\d+") for phrase in longest_first)
