"""P05: text is in Unicode, its letters composed, nothing in it that nobody sees (Phụ lục I, Phần I, Mục I.4).

It is judged first, on the file as it is; all other rules read the text as Unicode shows it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docgen.check.breach import Breach, Breaches
from docgen.check.families.whereabouts import Fold, Stretch, shown_paragraphs
from docgen.check.fixing.draft import Draft
from docgen.check.fixing.repairs import Rewrite, SetFace
from docgen.check.fixing.transcribing import Transcribe
from docgen.check.together import together
from docgen.language.characters import invisible, look_alikes, not_nfc
from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode, to_unicode_runs
from docgen.language.syllables import is_syllable
from docgen.language.text import nfc
from docgen.model.finding import Severity
from docgen.rules import text
from docgen.word.ooxml import W
from docgen.word.reading import COLUMN_BREAK, PAGE_BREAK, Paragraph, Span, WordDocument, read_document

_Mend = tuple[int, int, str]
"""From, to, and what stands there instead."""


def encodings(document: WordDocument) -> Breaches:
    """Yield what of a document is not Unicode as it should be; all of it can be mended."""
    shown = [(paragraph, part) for paragraph, part in shown_paragraphs(document) if paragraph.spans]
    old = _Old(shown)
    yield from old.breaches()
    fresh = [(paragraph, part) for paragraph, part in shown if id(paragraph) not in old.met]
    for message, mends in _SLIPS:
        yield from _slips(message, mends, fresh)


def in_unicode(document: WordDocument) -> WordDocument:
    """Return the document as it reads when all that `encodings` finds in it is mended; it stays as it is."""
    draft = Draft(read_document(Draft(document).package()))
    for _, repair in together(encodings(draft.document)):
        repair.apply(draft)
    return read_document(draft.package())


@dataclass(eq=False)
class _Old:
    """The text in old encodings: by its fonts, or because it makes sense only so."""

    shown: Sequence[tuple[Paragraph, str]]
    met: set[int] = field(default_factory=set)

    def breaches(self) -> Breaches:
        found: dict[Encoding, list[tuple[Stretch, Sequence[Span]]]] = {}
        whole = self._of_all()
        for paragraph, part in self.shown:
            for encoding, spans in _in_old(paragraph, whole):
                stretch = Stretch(paragraph, spans[0].start, spans[-1].end, part)
                found.setdefault(encoding, []).append((stretch, spans))
                self.met.add(id(paragraph))
        for encoding, places in found.items():
            yield self._breach(encoding, places)

    def _of_all(self) -> Encoding | None:
        """Return the encoding of all text in Unicode fonts, where all of it is in one."""
        faces = ("\n".join(_plain_text(paragraph) for paragraph, _ in self.shown)).strip()
        return looks_legacy(faces)

    def _breach(self, encoding: Encoding, places: Sequence[tuple[Stretch, Sequence[Span]]]) -> Breach:
        fold = Fold([stretch for stretch, _ in places])
        fonts = dict.fromkeys(span.face.font for _, spans in places for span in spans)
        mixed = _is_mixed(encoding, [spans for _, spans in places])
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
            expected="Unicode",
            found=encoding.value,
            repairs=tuple(repairs),
        )


def _in_old(paragraph: Paragraph, whole: Encoding | None) -> Iterator[tuple[Encoding, list[Span]]]:
    """Yield the stretches of a paragraph in old encodings, capitals of TCVN3 as TCVN3."""
    faces = {id(span.face): span.face for span in paragraph.spans}
    by_font = {key: legacy_encoding(face.font) for key, face in faces.items()}
    typed = None
    if None in by_font.values():
        typed = looks_legacy(_plain_text(paragraph)) or whole
    for encoding, group in groupby(paragraph.spans, key=lambda span: by_font[id(span.face)] or typed):
        spans = list(group)
        if encoding is not None and any(span.text.strip() for span in spans):
            yield encoding, spans


def _plain_text(paragraph: Paragraph) -> str:
    """Return what of a paragraph is set in fonts of Unicode."""
    if all(legacy_encoding(face.font) is None for face in paragraph.faces):
        return paragraph.text
    return "".join(span.text for span in paragraph.spans if legacy_encoding(span.face.font) is None)


def _is_mixed(encoding: Encoding, places: Sequence[Sequence[Span]]) -> bool:
    """Whether some of the text in fonts of an old encoding was typed in Unicode after all."""
    texts = ("".join(span.text for span in spans) for spans in places)
    return any(not one.isascii() and to_unicode(one, encoding) == one for one in texts)


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


def _slips(
    message: str, mends: Callable[[str], Iterator[_Mend]], shown: Sequence[tuple[Paragraph, str]]
) -> Breaches:
    """Yield one breach for all slips of a kind: wrong characters that a few letters put right."""
    places, repairs = [], []
    for paragraph, part in shown:
        for start, end, now in mends(paragraph.text):
            if _is_written(paragraph, start, end):
                places.append(Stretch(paragraph, start, end, part))
                repairs.append(Rewrite(_SLIP, paragraph, start, end, now))
    if places:
        fold = Fold(places)
        first = fold.first
        words = _around(first)
        yield Breach(
            "P05",
            message.format(place=fold.told, words=words),
            fold.at,
            words,
            part=first.part,
            expected="Unicode dựng sẵn",
            found=words,
            severity=Severity.WARNING,
            repairs=tuple(repairs),
        )


_LAST_OLD = "\u00ff"
_SLIP = "Viết lại ký tự Unicode cho đúng"
_BESIDE = 15


def _around(stretch: Stretch) -> str:
    words = stretch.paragraph.text
    return " ".join(words[max(0, stretch.start - _BESIDE) : stretch.end + _BESIDE].split())


def _is_written(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether characters were typed as such: a hyphen that Word shows only at the end of a line was not."""
    touched = [span for span in paragraph.spans if span.start < end and span.end > start]
    return all(span.node.tag == f"{W}t" for span in touched)


def _pieces(words: str) -> Iterator[_Mend]:
    if words.isascii():
        return
    yield from ((start, end, nfc(words[start:end])) for start, end in not_nfc(words))


def _hidden(words: str) -> Iterator[_Mend]:
    if words.isprintable():
        return
    spans = invisible(words.replace(PAGE_BREAK, " ").replace(COLUMN_BREAK, " "))
    yield from ((start, end, "") for start, end in spans if not _may_be_old(words, words[start:end]))


def _foreign(words: str) -> Iterator[_Mend]:
    for found in look_alikes(words):
        if not _may_be_old(words, words[found.start : found.end]):
            yield found.start, found.end, found.right


def _may_be_old(words: str, signs: str) -> bool:
    """Whether signs may be letters of an old encoding after all: nothing there shows that it is Unicode."""
    in_old = any("\u00a0" < sign <= _LAST_OLD for sign in signs)
    return in_old and not any(letter > _LAST_OLD for letter in words if letter.isalpha())


_SLIPS: tuple[tuple[str, Callable[[str], Iterator[_Mend]]], ...] = (
    ("Chữ {place} có dấu rời khỏi chữ cái, như “{words}”. Hãy chuyển sang Unicode dựng sẵn.", _pieces),
    ("Có ký tự ẩn {place}, như “{words}”. Hãy xóa ký tự không nhìn thấy đó.", _hidden),
    ("Có chữ cái lạ trông giống chữ Việt {place}, như “{words}”. Hãy gõ lại chữ đó.", _foreign),
)
