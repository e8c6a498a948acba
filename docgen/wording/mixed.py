"""B23: two kinds of dash, or two places of the tone, in one document."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen import rules
from docgen.wording.text import Edit, Hit, Text, key

OTHER_DASHES = "\u2012\u2013\u2014\u2212"
"""What is typed where the decree has "-"."""

_DASH = re.compile(rf"[-{OTHER_DASHES}](?=\s)")
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban", re.IGNORECASE)


def _toned() -> re.Pattern[str]:
    """Return a pattern for both spellings at the end of a syllable; beginning with letters keeps it fast."""
    seconds: dict[str, str] = defaultdict(str)
    for spelling in (cased for pair in (*_OLD, *_NEW) for cased in (pair, pair.upper(), pair.title())):
        seconds[spelling[0]] += spelling[1]
    branches = "|".join(f"{first}[{letters}]" for first, letters in seconds.items())
    return re.compile(rf"(?:{branches})(?!\w)")


_TONED = _toned()


class _Tone(NamedTuple):
    """A syllable that can be spelled in two ways: its letters with the tone."""

    text: Text
    start: int
    end: int


def mixed(texts: Sequence[Text]) -> Iterator[Hit]:
    """Yield one hit a document for dashes that are mixed, and one for tones."""
    yield from _mixed_dashes(texts)
    yield from _mixed_tones(texts)


def _mixed_dashes(texts: Sequence[Text]) -> Iterator[Hit]:
    """Yield one hit when "-" and another dash stand between spaces; "-" wins where it is the more usual."""
    motto = key(rules.text("motto"))
    hyphens = 0
    others: list[Edit] = []
    for text in texts:
        for place in _dashes(text) if motto not in text.key else ():
            if text.words[place] == "-":
                hyphens += 1
            else:
                others.append(Edit(text, place, place + 1, "-"))
    if hyphens and others:
        other = others[0].text.words[others[0].start]
        message = (
            "Văn bản dùng lẫn hai kiểu gạch giữa các cụm từ: "
            f"“-” {hyphens} chỗ, “{other}” {len(others)} chỗ. "
            "Hãy dùng một kiểu trong cả văn bản, nên là “-”."
        )
        yield _mixed(message, "-", others, certain=hyphens > len(others))


def _dashes(text: Text) -> Iterator[int]:
    """Yield where a dash of any kind stands between spaces or begins the text."""
    for match in _DASH.finditer(text.words):
        if match.start() == 0 or text.words[match.start() - 1].isspace():
            yield match.start()


def _mixed_tones(texts: Sequence[Text]) -> Iterator[Hit]:
    """Yield one hit when the tone stands in two places ("hóa", "hoá"); the more usual place wins.

    Names are left alone: how a name is spelled is for its bearer to say, and how a word is, for its writer.
    """
    old: list[_Tone] = []
    new: list[_Tone] = []
    for text in texts:
        for tone in _tones(text):
            (new if text.words[tone.start] in "oOuU" else old).append(tone)
    if old and new:
        fewer, more = sorted((old, new), key=len)
        right, (text, start, end) = _word(more[0]), fewer[0]
        message = (
            f"Văn bản bỏ dấu theo hai cách: {len(more)} chỗ như “{right}”, "
            f"{len(fewer)} chỗ như “{_word(fewer[0])}”. Hãy bỏ dấu theo một cách trong cả văn bản."
        )
        others, found = _others(fewer), text.words[start:end]
        yield Hit("B23", text, start, end, message, expected=right, found=found, others=others)


def _tones(text: Text) -> Iterator[_Tone]:
    """Yield the syllables that can be spelled in two ways."""
    for match in _TONED.finditer(text.words):
        start = _beginning(text.words, match.start())
        named = text.words[start].isupper() and not _COMMITTEE.match(text.words, start)
        behind_q = text.words[match.start() - 1 : match.start()] in {"q", "Q"}
        if not (named or behind_q):
            yield _Tone(text, *match.span())


def _beginning(words: str, place: int) -> int:
    """Return where the word around `place` begins."""
    while place > 0 and words[place - 1].isalpha():
        place -= 1
    return place


def _word(tone: _Tone) -> str:
    """Return the word a tone stands in, as it is written."""
    return tone.text.words[_beginning(tone.text.words, tone.start) : tone.end]


def _mixed(message: str, expected: str, edits: Sequence[Edit], *, certain: bool) -> Hit:
    """Return the one hit of a document, at the first other dash."""
    first = edits[0]
    found = first.text.words[first.start : first.end]
    return Hit(
        "B23",
        first.text,
        first.start,
        first.end,
        message,
        expected=expected,
        found=found,
        edits=tuple(edits) if certain else (),
        others=_others(edits),
    )


def _others(slips: Sequence[Edit] | Sequence[_Tone]) -> tuple[Text, ...]:
    """Return the texts of slips but the first, each once."""
    return tuple({id(slip.text): slip.text for slip in slips}.values())[1:]
