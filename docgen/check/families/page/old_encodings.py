"""Text in an encoding of before Unicode: by its font, or because it makes sense only so (P05)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docgen.check.breach import Breach, Breaches
from docgen.check.families.whereabouts import Fold, Stretch
from docgen.check.fixing.repairs import Rewrite, SetFace
from docgen.check.fixing.transcribing import Transcribe
from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode_runs
from docgen.language.syllables import is_syllable
from docgen.rules import text
from docgen.word.reading import Paragraph, Span

_CODE = re.compile(
    "[\u00a1-\u00bf\u00ad\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc"
    "\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]"
)
"""What an old encoding has for letters and Vietnamese in Unicode does not use: no sentence goes without."""

_BEYOND = re.compile(r"[^\W\d_\u0000-\u00ff]")
"""A letter that no old encoding has: what it stands in is Unicode."""


@dataclass(eq=False)
class OldText:
    """The text in old encodings: by its fonts, or because it makes sense only so."""

    shown: Sequence[tuple[Paragraph, str]]
    met: set[int] = field(default_factory=set)
    """The paragraphs with some, by identity."""
    _by_face: dict[int, Encoding | None] = field(default_factory=dict)

    def breaches(self) -> Breaches:
        """Yield one breach for each encoding; all of it can be mended."""
        found: dict[Encoding, list[tuple[Stretch, Sequence[Span]]]] = {}
        plain = [self._plain_text(paragraph) for paragraph, _ in self.shown]
        whole = looks_legacy("\n".join(plain).strip())
        for (paragraph, part), words in zip(self.shown, plain, strict=True):
            typed = whole or (looks_legacy(words) if _CODE.search(words) else None)
            if typed is None and len(words) == len(paragraph.text):
                continue
            for encoding, spans in self._stretches(paragraph, typed):
                stretch = Stretch(paragraph, spans[0].start, spans[-1].end, part)
                found.setdefault(encoding, []).append((stretch, spans))
                self.met.add(id(paragraph))
        for encoding, places in found.items():
            yield self._breach(encoding, places)

    def _plain_text(self, paragraph: Paragraph) -> str:
        """Return what of a paragraph is set in fonts of Unicode."""
        return "".join([span.text for span in paragraph.spans if self._of_font(span) is None])

    def _of_font(self, span: Span) -> Encoding | None:
        key = id(span.face)
        if key not in self._by_face:
            self._by_face[key] = legacy_encoding(span.face.font)
        return self._by_face[key]

    def _stretches(
        self, paragraph: Paragraph, typed: Encoding | None
    ) -> Iterator[tuple[Encoding, list[Span]]]:
        """Yield the spans of a paragraph that follow one another in an old encoding."""
        for encoding, group in groupby(paragraph.spans, key=lambda span: self._of_font(span) or typed):
            spans = list(group)
            if encoding is not None and any(span.text.strip() for span in spans):
                yield encoding, spans

    def _breach(self, encoding: Encoding, places: Sequence[tuple[Stretch, Sequence[Span]]]) -> Breach:
        fold = Fold(sorted((stretch for stretch, _ in places), key=_is_line))
        fonts = dict.fromkeys(span.face.font for _, spans in places for span in spans)
        mixed = _is_mixed([spans for _, spans in places])
        repairs = [
            repair
            for stretch, spans in places
            for repair in _repairs(encoding, stretch.paragraph, spans, mixed=mixed)
        ]
        return Breach(
            "P05",
            f"Chữ {fold.told} dùng bảng mã cũ {encoding.value} (phông {', '.join(fonts)}); "
            f"văn bản phải dùng bảng mã Unicode. Hãy chuyển mã sang Unicode, phông {text('font')}.",
            fold.at,
            fold.first.words,
            part=fold.first.part,
            others=fold.others,
            expected="Unicode",
            found=encoding.value,
            repairs=tuple(repairs),
        )


def _is_line(stretch: Stretch) -> bool:
    """Whether no letter stands there, so that it is no good place to be quoted."""
    return not any(letter.isalpha() for letter in stretch.words)


def _is_mixed(places: Sequence[Sequence[Span]]) -> bool:
    """Whether some of the text in fonts of an old encoding was typed in Unicode after all."""
    return any(_BEYOND.search(span.text) for spans in places for span in spans)


def _repairs(
    encoding: Encoding, paragraph: Paragraph, spans: Sequence[Span], *, mixed: bool
) -> Iterator[Rewrite | SetFace]:
    """Yield what writes spans in Unicode; in a mixed text words that are Vietnamese as they are stay."""
    right, told = text("font"), f"Chuyển mã {encoding.value} → Unicode"
    words = "".join(span.text for span in spans)
    stays = mixed and all(is_syllable(word) for word in words.split())
    read = (
        [span.text for span in spans] if stays else to_unicode_runs([span.text for span in spans], encoding)
    )
    for span, now in zip(spans, read, strict=True):
        if now != span.text:
            yield Transcribe(told, paragraph, span.start, span.end, now, span, right)
        elif legacy_encoding(span.face.font) is not None and span.text.strip():
            yield SetFace(
                f"Phông chữ: {span.face.font} → {right}", paragraph, span.start, span.end, font=right
            )
