"""Text in the encodings of before Unicode, read as Unicode before anything else is read."""

import re
from collections import Counter
from itertools import groupby

from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode_runs
from docgen.word.reading import Paragraph, WordDocument

_CODE = re.compile("[\u00a1-\u00ff]")
"""What an old encoding has for letters."""


def to_unicode(document: WordDocument) -> dict[str, int]:
    """Turn text of old encodings into Unicode, in place; return how many paragraphs of which encoding."""
    coded = [one for one in document.paragraphs if _CODE.search(one.text)]
    whole = looks_legacy("\n".join(one.text for one in coded))
    counts: Counter[str] = Counter()
    for paragraph in coded:
        counts.update(encoding.value for encoding in _respelled(paragraph, whole))
    return dict(counts)


def _respelled(paragraph: Paragraph, whole: Encoding | None) -> set[Encoding]:
    """Turn one paragraph into Unicode; return its encodings; `whole` is that of all others."""
    plain = "".join(span.text for span in paragraph.spans if legacy_encoding(span.face.font) is None)
    typed = whole or looks_legacy(plain)
    met: set[Encoding] = set()
    start = 0
    for encoding, group in groupby(paragraph.spans, lambda span: legacy_encoding(span.face.font) or typed):
        spans = list(group)
        texts = [span.text for span in spans]
        if encoding:
            texts = to_unicode_runs(texts, encoding)
            met.add(encoding)
        for span, text in zip(spans, texts, strict=True):
            span.text, span.start = text, start
            start += len(text)
    for name in ("text", "words", "faces"):
        paragraph.__dict__.pop(name, None)
    return met
