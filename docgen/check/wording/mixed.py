"""B23: two kinds of dash, or two places of the tone, in one document."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen import rules
from docgen.check.wording.text import Edit, Hit, Text, key

OTHER_DASHES = "\u2012\u2013\u2014\u2212"
"""What is typed where the decree has "-"."""

_DASH = re.compile(rf"[-{OTHER_DASHES}](?=\s)")
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_SWAP = dict(zip([*_OLD, *_NEW], [*_NEW, *_OLD], strict=True))
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban", re.IGNORECASE)


def _toned() -> re.Pattern[str]:
    """Return a pattern for both spellings at the end of a syllable; beginning with letters keeps it fast."""
    seconds: dict[str, str] = defaultdict(str)
    for spelling in (cased for pair in _SWAP for cased in (pair, pair.upper(), pair.title())):
        seconds[spelling[0]] += spelling[1]
    branches = "|".join(f"{first}[{letters}]" for first, letters in seconds.items())
    return re.compile(rf"(?:{branches})(?!\w)")


_TONED = _toned()


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

    Names are left alone: how a name is spelled is for its bearer to say.
    """
    old: list[Edit] = []
    new: list[Edit] = []
    for text in texts:
        for edit in _tones(text):
            (new if text.words[edit.start] in "oOuU" else old).append(edit)
    if old and new:
        fewer, more = sorted((old, new), key=len)
        right, wrong = _word(more[0]), _word(fewer[0])
        message = (
            f"Văn bản bỏ dấu theo hai cách: {len(more)} chỗ như “{right}”, {len(fewer)} chỗ như “{wrong}”. "
            "Hãy bỏ dấu theo một cách trong cả văn bản."
        )
        yield _mixed(message, right, fewer, certain=len(more) > len(fewer))


def _tones(text: Text) -> Iterator[Edit]:
    """Yield the syllables that can be spelled in two ways, with the other spelling."""
    for match in _TONED.finditer(text.words):
        start = _beginning(text.words, match.start())
        named = text.words[start].isupper() and not _COMMITTEE.match(text.words, start)
        behind_q = text.words[match.start() - 1 : match.start()] in {"q", "Q"}
        if not (named or behind_q):
            swapped = _SWAP[match[0].lower()]
            cased = (up.upper() if old.isupper() else up for old, up in zip(match[0], swapped, strict=True))
            yield Edit(text, *match.span(), "".join(cased))


def _beginning(words: str, place: int) -> int:
    """Return where the word around `place` begins."""
    while place > 0 and words[place - 1].isalpha():
        place -= 1
    return place


def _word(edit: Edit) -> str:
    """Return the word an edit stands in, as it is written."""
    return edit.text.words[_beginning(edit.text.words, edit.start) : edit.end]


def _mixed(message: str, expected: str, edits: Sequence[Edit], *, certain: bool) -> Hit:
    """Return the one hit of a document, at the first place of the rarer kind."""
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
    )
