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

    @property
    def awaited(self) -> tuple[str, ...]:
        """Those of the events that come once; others, like a storm or a request, arise in any year."""
        arising = _phrases("", task_signs().arising)
        return tuple(event for event in self.events if not arising.match(key(event)))


def nature_of(row: Subtask, deadline: Deadline, year: int) -> Nature:
    """Return the nature of a task in the plan of `year`: what the first sign that it shows says."""
    task = _Task(Text(row.text), Text(row.product), Text(row.deadline), deadline.events, year)
    for sign in task_signs().sign:
        if quote := _FINDERS[sign.where](task, sign):
            told = "thời gian" if sign.where in _TIMES else "cụm từ"
            return Nature(_KINDS[sign.nature], f"{told} “{quote}” {sign.shows}", deadline.events)
    return _without_sign(task)


_KINDS: Mapping[str, Kind] = {"recurring": Kind.RECURRING, "one_off": Kind.ONE_OFF}
_TIMES = frozenset({"deadline", "phase"})


@dataclass(frozen=True)
class _Task:
    """What signs are looked for in."""

    text: Text
    product: Text
    deadline: Text
    events: tuple[str, ...]
    year: int


def _without_sign(task: _Task) -> Nature:
    if task.events:
        when = "; ".join(task.deadline.words.splitlines())
        return Nature(Kind.EVENT_BOUND, f"thời gian “{when}” cho thấy nhiệm vụ chờ sự kiện", task.events)
    if stretch := _HORIZON.search(task.text.key):
        because = f"cụm từ “{_quoted(task.text, stretch)}” chỉ giai đoạn không qua năm {task.year}"
        return Nature(Kind.UNCLEAR, because)
    return Nature(Kind.UNCLEAR, "lời văn và thời gian không cho biết nhiệm vụ làm một lần hay hằng năm")


# Where signs are found: the words there, empty when there are none


def _at_start(task: _Task, sign: Sign) -> str:
    return _found(task.text, _behind(task_signs().openers, sign.words).match(task.text.key))


def _at_sentence(task: _Task, sign: Sign) -> str:
    return _found(task.text, _phrases(_SENTENCE, sign.words).search(task.text.key))


def _anywhere(task: _Task, sign: Sign) -> str:
    places = _phrases(r"(?<!\w)", sign.words).finditer(task.text.key)
    return _first(_quoted(task.text, place) for place in places if not task.text.is_cited(place.start()))


def _made(task: _Task, sign: Sign) -> str:
    return _found(task.text, _making(task.text, sign.words))


def _made_or_product(task: _Task, sign: Sign) -> str:
    return _made(task, sign) or _found(task.product, _phrases("", sign.words).match(task.product.key))


def _in_deadline(task: _Task, sign: Sign) -> str:
    return _found(task.deadline, _phrases(r"(?<!\w)", sign.words).search(task.deadline.key))


def _in_phase(task: _Task, sign: Sign) -> str:
    return _found(task.deadline, _phrases(_PHASE, sign.words, _REST).search(task.deadline.key))


def _of_year(task: _Task, _: Sign) -> str:
    """Return where the year of the plan is named, else the one before or after it."""
    texts = (task.text, task.product, *map(Text, task.events))
    named = [(year, quote) for text in texts for year, quote in _years(text)]
    near = [(abs(year - task.year), quote) for year, quote in named if abs(year - task.year) <= 1]
    return min(near, key=lambda named: named[0], default=(0, ""))[1]


def _for_horizon(task: _Task, _: Sign) -> str:
    made = _making(task.text, _OF_A_HORIZON)
    return _found(task.text, _HORIZON.search(task.text.key)) if made else ""


def _covering(task: _Task, _: Sign) -> str:
    stretch = _HORIZON.search(task.text.key)
    return _quoted(task.text, stretch) if stretch and int(stretch["last"]) > task.year else ""


_FINDERS: Mapping[Where, Callable[[_Task, Sign], str]] = {
    "start": _at_start,
    "sentence": _at_sentence,
    "anywhere": _anywhere,
    "made": _made,
    "product": _made_or_product,
    "deadline": _in_deadline,
    "phase": _in_phase,
    "year": _of_year,
    "horizon": _for_horizon,
    "covering": _covering,
}

# What is looked for

_SENTENCE = r"(?:^|[.;:\n]\s*)[-+]?\s*"
_PHASE = r"(?:^|[;\n,]\s*)(?:[^:\n;]{1,80}:\s*)?"
_REST = r"[^;\n]*"
_VERBS_AT_MOST = 8
_HORIZON = re.compile(
    r"(?P<words>(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:từ năm )?20\d\d ?(?:-|đến năm|đến) ?(?P<last>20\d\d))"
)
_OF_A_HORIZON = ("kế hoạch", "chương trình", "phương án", "danh mục", "hồ sơ", "báo cáo", "nghị quyết")
_YEAR = re.compile(
    r"năm học 20\d\d ?- ?(?P<ends>20\d\d)|năm (?:học |ngân sách |mới )?(?P<year>20\d\d)(?! ?- ?20\d\d)"
)
_TIME = re.compile(r"(?:đến|hết|cuối|đầu|trước|từ|sau|trong|tầm nhìn|tháng \d+|quý [iv]+) $")
"""What stands before a year that is a date or a target, and not the year of the work."""
_LONGEST_TIME = 12


def _years(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the years that a text names as those of the work, and the words."""
    for match in _YEAR.finditer(text.key):
        before = text.key[max(0, match.start() - _LONGEST_TIME) : match.start()]
        if not _TIME.search(before) and not text.is_cited(match.start()):
            yield int(match["year"] or match["ends"]), text.words[slice(*match.span())]


@cache
def _phrases(before: str, words: tuple[str, ...], after: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?P<words>(?:{_either(words)})(?!\w){after})")


@cache
def _behind(verbs: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for one of `words` at the start of a task, behind `verbs` that may lead to it."""
    leading = rf"(?P<verbs>(?:(?:{_either(verbs)})(?:,| và)? ){{0,{_VERBS_AT_MOST}}})"
    return re.compile(rf"[-+]?\s*{leading}(?P<words>{_either(words)})(?!\w)")


def _making(text: Text, things: tuple[str, ...]) -> re.Match[str] | None:
    """Return where a task says which of `things` it makes; one without any verb is what shall be made."""
    openers, makers = task_signs().openers, task_signs().makers
    made = _behind((*openers, *makers), things).match(text.key)
    return made if made and _makes(made["verbs"]) else None


def _makes(verbs: str) -> bool:
    """Say whether what stands behind `verbs` is made by them; carried out is what is there already."""
    signs = task_signs()
    if not verbs or any(maker in verbs for maker in signs.makers):
        return True
    return any(verb in verbs for verb in signs.submitters) and not any(verb in verbs for verb in signs.doers)


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first; "#" is a number."""
    longest_first = sorted((key(phrase) for phrase in words), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\#", r"\d+") for phrase in longest_first)


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")


def _found(text: Text, match: re.Match[str] | None) -> str:
    return _quoted(text, match) if match else ""


def _quoted(text: Text, match: re.Match[str]) -> str:
    """Return the words that a pattern found, as they are written."""
    return text.words[slice(*match.span("words"))]
