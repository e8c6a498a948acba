"""The one text type: what may be printed in a document."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

MAX_LENGTH = 20_000
"""Letters in one text; the longest paragraph of the 2025 plan has fewer than 600."""

_BOLD = "**"

_LINE_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
_LOOK_ALIKES = str.maketrans("ÐƉðɖ", "ĐĐđđ")
_MENDED = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeffÐƉðɖ]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    map(chr, (p * 0x10000 + n for p in range(17) for n in (0xFFFE, 0xFFFF)))
)
_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_FORBIDDEN = re.compile(f"[{_CONTROLS}\ud800-\udfff{_BIDI_CONTROLS}{_NONCHARACTERS}]")


def clean(text: str) -> str:
    """Return `text` as it is stored: NFC, one kind of line break, nothing invisible, đ for its look-alikes.

    Raises:
        ValueError: in Vietnamese, naming the first character that Word cannot hold (control characters, lone
            surrogates, noncharacters) or turns the direction of reading, or a length over `MAX_LENGTH`.

    """
    if len(text) > MAX_LENGTH:
        raise ValueError(f"dài {_thousands(len(text))} ký tự; tối đa {_thousands(MAX_LENGTH)} ký tự")
    if found := _FORBIDDEN.search(text):
        raise ValueError(
            f"có ký tự hỏng (U+{ord(found[0]):04X}) ở vị trí {found.start() + 1}; hãy gõ lại đoạn này"
        )
    text = _INVISIBLE.sub("", _LINE_BREAK.sub("\n", text)).translate(_LOOK_ALIKES)
    return unicodedata.normalize("NFC", text).strip()


def mended(text: str) -> tuple[str, ...]:
    """Return the letters that `clean` takes out of `text` or replaces, each once, as "U+200B"."""
    return tuple(f"U+{ord(letter):04X}" for letter in dict.fromkeys(_MENDED.findall(text)))


def emphasis(text: str) -> tuple[tuple[str, bool], ...]:
    """Cut `text` at its `**` marks into stretches and whether each is bold; empty stretches are left out.

    Raises:
        ValueError: in Vietnamese, when a `**` has no partner.

    """
    stretches = text.split(_BOLD)
    if len(stretches) % 2 == 0:
        raise ValueError("có dấu ** mở mà không đóng; hãy đặt ** ở cả đầu và cuối cụm từ in đậm")
    return tuple((stretch, bool(place % 2)) for place, stretch in enumerate(stretches) if stretch)


def marked(stretches: Iterable[tuple[str, bool]]) -> str:
    """Return the text that `emphasis` cut into `stretches`: bold ones that touch share their marks."""
    return "".join(
        f"{_BOLD}{''.join(words)}{_BOLD}" if bold else "".join(words)
        for bold, words in (
            (bold, [words for words, _ in group]) for bold, group in groupby(stretches, key=itemgetter(1))
        )
    )


def unmarked(text: str) -> str:
    """Return `text` as it reads, without its `**` marks."""
    return text.replace(_BOLD, "")


def _thousands(count: int) -> str:
    """Write a count as Vietnamese does: 20.000."""
    return f"{count:,}".replace(",", ".")


def _clean_text(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _not_empty(text: str) -> str:
    if not text:
        raise ValueError("để trống; hãy điền vào")
    return text


VnText = Annotated[str, BeforeValidator(_clean_text)]
"""Any text that is printed; may be empty."""

Words = Annotated[VnText, AfterValidator(_not_empty)]
"""A text that must say something."""


def listed(value: object) -> object:
    """Return one text as a list of it, anything else as it is."""
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[Words, ...], BeforeValidator(listed)]
"""Texts that each say something; in YAML one text or a list."""
