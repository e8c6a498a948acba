"""Text in the encodings of before Unicode, read as Unicode before anything else is read."""

import re
from itertools import groupby

from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode_runs
from docgen.word.reading import WordDocument

_CODE = re.compile(
    "[\u00a1-\u00bf\u00ad\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]"
)


def to_unicode(document: WordDocument) -> dict[str, int]:
    """Turn text of old encodings into Unicode, in place; return how many paragraphs of which encoding."""
    counts: dict[str, int] = {}
    paragraphs = [one for one in document.paragraphs if one.spans]
    whole = looks_legacy("\n".join(one.text for one in paragraphs if _CODE.search(one.text)))
    for paragraph in paragraphs:
        met: set[Encoding] = set()
        start = 0
        typed = whole if _CODE.search(paragraph.text) else None
        for encoding, group in groupby(
            paragraph.spans, key=lambda span: legacy_encoding(span.face.font) or typed
        ):
            spans = list(group)
            texts = [span.text for span in spans]
            if encoding:
                texts = to_unicode_runs(texts, encoding)
                met.add(encoding)
            for span, text in zip(spans, texts, strict=True):
                span.text, span.start = text, start
                start += len(text)
        for encoding in met:
            counts[encoding.value] = counts.get(encoding.value, 0) + 1
        if met:
            paragraph.__dict__.pop("text", None)
            paragraph.__dict__.pop("words", None)
    return counts
