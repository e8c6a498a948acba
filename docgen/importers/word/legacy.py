"""Text in the encodings of before Unicode, or with its marks apart, read as Unicode (NFC) before all."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from docgen.importers.letters import Letters
from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode_runs
from docgen.word.reading import Paragraph, WordDocument

_CODE = re.compile("[\u00a1-\u00ff]")
"""What an old encoding has for letters."""


def to_unicode(document: WordDocument) -> dict[str, int]:
    """Turn text of old encodings into Unicode, in place; return how many paragraphs of which encoding."""
    paragraphs = [*document.paragraphs, *_above_and_below(document)]
    for paragraph in paragraphs:
        _compose(paragraph)
    coded = [one for one in paragraphs if _CODE.search(one.text) or _is_in_capitals(one)]
    whole = looks_legacy("\n".join(one.text for one in coded))
    counts: Counter[str] = Counter()
    for paragraph in coded:
        counts.update(encoding.value for encoding in _respelled(paragraph, whole))
    return dict(counts)


def settle(document: WordDocument, letters: Letters) -> None:
    """Put letters right that nobody sees or that look like others, in place."""
    for paragraph in (*document.paragraphs, *_above_and_below(document)):
        if not (paragraph.text.isascii() and paragraph.text.isprintable()):
            settled = [letters.settled(span.text) for span in paragraph.spans]
            if settled != [span.text for span in paragraph.spans]:
                _write(paragraph, settled)


def _respelled(paragraph: Paragraph, whole: Encoding | None) -> set[Encoding]:
    """Turn one paragraph into Unicode; return its encodings; `whole` is that of all others."""
    of_font = {span.face.font: legacy_encoding(span.face.font) for span in paragraph.spans}
    plain = "".join([span.text for span in paragraph.spans if of_font[span.face.font] is None])
    typed = whole or looks_legacy(plain)
    if typed is None and not any(of_font.values()):
        return set()
    met: set[Encoding] = set()
    respelled: list[str] = []
    for encoding, group in groupby(paragraph.spans, lambda span: of_font[span.face.font] or typed):
        spans = list(group)
        texts = [span.text for span in spans]
        if encoding:
            texts = to_unicode_runs(texts, encoding)
            met.add(encoding)
        respelled += texts
    _write(paragraph, respelled)
    return met


def note_to_unicode(text: str) -> str:
    """Return the words of a note as Unicode (NFC), where they make sense in an old encoding alone."""
    encoding = looks_legacy(text)
    return to_unicode_runs([text], encoding)[0] if encoding else unicodedata.normalize("NFC", text)


def _above_and_below(document: WordDocument) -> list[Paragraph]:
    """Return the paragraphs of headers and footers."""
    sections = document.sections
    stories = {
        id(one): one for section in sections for one in (*section.headers.values(), *section.footers.values())
    }
    return [paragraph for story in stories.values() for paragraph in story.paragraphs]


def _is_in_capitals(paragraph: Paragraph) -> bool:
    """Whether letters of ASCII are shown as capitals by a font, as those of "stt" in .VnTimeH."""
    return any(legacy_encoding(face.font) is Encoding.TCVN3_CAPITALS for face in paragraph.faces)


def _compose(paragraph: Paragraph) -> None:
    if not unicodedata.is_normalized("NFC", paragraph.text):
        _write(paragraph, [unicodedata.normalize("NFC", span.text) for span in paragraph.spans])


def _write(paragraph: Paragraph, texts: Sequence[str]) -> None:
    """Give the spans of a paragraph other texts."""
    start = 0
    for span, text in zip(paragraph.spans, texts, strict=True):
        span.text, span.start = text, start
        start += len(text)
    for name in ("text", "words", "faces"):
        paragraph.__dict__.pop(name, None)
