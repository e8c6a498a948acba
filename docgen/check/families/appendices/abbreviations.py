"""Abbreviations are explained where they first come: "thủ tục hành chính (TTHC)" (A09)."""

import re
from collections.abc import Iterable, Iterator

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.components import COPY, Part
from docgen.language.numerals import is_roman
from docgen.language.syllables import is_syllable
from docgen.rules.abbreviations import known_abbreviations
from docgen.word.reading import Paragraph

_SHORT = re.compile(r"(?<![\w/.&])(?<!/-)[A-ZĐ]{2,10}(?![\w/&])(?!-\d)")
_DEFINED = re.compile(r"\(([^()]*)\)")
_NAMES = re.compile(r"(gọi tắt|viết tắt|gọi chung|gọi là)")
_TOLD = 10


def _abbreviations(case: Case) -> Breaches:
    first: dict[str, Paragraph] = {}
    defined: set[str] = set()
    for paragraph in _texts(case.paper.parts):
        words = " ".join(word for word in paragraph.text.split() if "/" not in word)
        if words.isupper():
            continue
        new = _defined(words)
        defined |= new - first.keys()
        for short in _used(words):
            if short not in defined:
                first.setdefault(short, paragraph)
    if first:
        yield _breach(first)


def _texts(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """Yield what is content: running text, then tables, part by part."""
    for part in parts:
        if part.kind != COPY:
            yield from sorted(_content(part), key=lambda paragraph: paragraph.number)


def _content(part: Part) -> Iterator[Paragraph]:
    yield from (one.paragraph for one in part.body)
    yield from (paragraph for table in part.tables for paragraph in table.paragraphs)


def _defined(words: str) -> set[str]:
    """Return the abbreviations that brackets explain: nothing else stands in them, or "gọi tắt là"."""
    found: set[str] = set()
    for inside in _DEFINED.findall(words):
        if not any(letter.islower() for letter in inside) or _NAMES.search(inside):
            found.update(re.findall(r"[A-ZĐ]{2,10}", inside))
    return found


def _used(words: str) -> Iterator[str]:
    """Yield the words in capitals that abbreviate something."""
    for found in _SHORT.finditer(words):
        short = found[0]
        if short not in known_abbreviations() and not is_roman(short) and not is_syllable(short):
            yield short


def _breach(first: dict[str, Paragraph]) -> Breach:
    names = list(first)
    more = f" và {len(names) - _TOLD} chữ khác" if len(names) > _TOLD else ""
    told = ", ".join(names[:_TOLD]) + more
    call = "Hãy ghi đủ ở lần đầu, như “thủ tục hành chính (TTHC)”."
    message = f"Chữ viết tắt dùng khi chưa giải thích: {told}. {call}"
    return Breach("A09", message, first[names[0]], names[0], expected="tên đầy đủ (chữ viết tắt)", found=told)


RULES: tuple[Rule, ...] = (_abbreviations,)
"""A09."""
