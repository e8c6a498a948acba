"""Headings that shall be bold and upright, with the numbers that Word writes before them."""

import re
from collections.abc import Iterator
from itertools import groupby

from docgen.check.breach import Repair
from docgen.check.families.folding import Fault
from docgen.check.fixing.numbers import SetNumber, follows_mark
from docgen.check.fixing.repairs import SetFace
from docgen.word.formatting import RunFormat
from docgen.word.reading import Paragraph

_SHOWN = re.compile(r"\w")
"""Letters and digits: a full stop that is not bold is seen by nobody."""


def not_bold(paragraph: Paragraph, called: str, end: int | None = None) -> Iterator[Fault]:
    """Yield the fault of a heading that up to `end` is not bold and upright, in whole or in part."""
    wrong = [one for one in _stretches(paragraph, end) if not one[2].bold or one[2].italic]
    number = _has_plain_number(paragraph)
    if wrong or number:
        plain = number or any(not face.bold for *_, face in wrong)
        slanted = any(face.italic for *_, face in wrong)
        found = ", ".join(word for word, is_so in (("không đậm", plain), ("nghiêng", slanted)) if is_so)
        yield Fault(paragraph, found, tuple(_repairs(paragraph, called, wrong, number=number)))


def _repairs(
    paragraph: Paragraph, called: str, wrong: list[tuple[int, int, RunFormat]], *, number: bool
) -> Iterator[Repair]:
    if number:
        yield SetNumber(f"{called}: số thứ tự không đậm → đậm", paragraph, bold=True)
    for start, end, face in wrong:
        slope = False if face.italic else None
        yield SetFace(f"{called}: {_told(face)} → đậm, đứng", paragraph, start, end, bold=True, italic=slope)


def _told(face: RunFormat) -> str:
    return f"{'đậm' if face.bold else 'không đậm'}, {'nghiêng' if face.italic else 'đứng'}"


def _has_plain_number(paragraph: Paragraph) -> bool:
    """Whether Word writes a number that is not bold, and that can be made so."""
    numbered = paragraph.numbered
    return numbered is not None and not numbered.face.bold and follows_mark(paragraph, "b")


def _stretches(paragraph: Paragraph, end: int | None) -> Iterator[tuple[int, int, RunFormat]]:
    """Yield the letters and digits of one look: from, to, face; marks of notes are left out."""
    last = len(paragraph.text) if end is None else end
    shown = [span for span in paragraph.spans if span.start < last and span.face.raised == "baseline"]
    seen = [span for span in shown if _SHOWN.search(span.text)]
    for face, group in groupby(seen, key=lambda span: span.face):
        spans = list(group)
        yield spans[0].start, min(spans[-1].end, last), face
