"""P05: text is in Unicode, its letters composed, nothing in it that nobody sees (Phụ lục I, Phần I, Mục I.4).

It is judged first, on the file as it is; all other rules read the text as Unicode shows it.
"""

from collections.abc import Callable, Iterator, Sequence
from unicodedata import is_normalized

from docgen.check.breach import Breach, Breaches
from docgen.check.families.page.old_encodings import OldText
from docgen.check.families.whereabouts import Fold, Stretch, shown_paragraphs
from docgen.check.fixing.draft import Draft
from docgen.check.fixing.repairs import Rewrite
from docgen.check.together import together
from docgen.language.characters import invisible, look_alikes, not_nfc
from docgen.language.text import nfc
from docgen.model.finding import Severity
from docgen.word.ooxml import W
from docgen.word.reading import COLUMN_BREAK, PAGE_BREAK, Paragraph, WordDocument, read_document

_Mend = tuple[int, int, str]
"""From, to, and what stands there instead."""


def encodings(document: WordDocument) -> Breaches:
    """Yield what of a document is not Unicode as it should be; all of it can be mended."""
    shown = [(paragraph, part) for paragraph, part in shown_paragraphs(document) if paragraph.spans]
    old = OldText(shown)
    yield from old.breaches()
    fresh = [(paragraph, part) for paragraph, part in shown if id(paragraph) not in old.met]
    everything = "\n".join([paragraph.text for paragraph, _ in fresh])
    for message, mends in _SLIPS:
        if any(True for _ in mends(everything)):  # nearly no document has one
            yield from _slips(message, mends, fresh)


def in_unicode(document: WordDocument) -> WordDocument:
    """Return the document as it reads when all that `encodings` finds in it is mended; it stays as it is."""
    draft = Draft(read_document(Draft(document).package()))
    for _, repair in together(encodings(draft.document)):
        repair.apply(draft)
    return read_document(draft.package())


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
            others=fold.others,
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
    if is_normalized("NFC", words):
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
    (
        (
            "Chữ có dấu được gõ rời (Unicode tổ hợp) {place}, như “{words}”. "
            "Hãy chạy docgen fix, hoặc gõ lại bằng bảng mã Unicode dựng sẵn."
        ),
        _pieces,
    ),
    ("Có ký tự ẩn {place}, như “{words}”. Hãy xóa ký tự không nhìn thấy đó.", _hidden),
    ("Có chữ cái lạ trông giống chữ Việt {place}, như “{words}”. Hãy gõ lại chữ đó.", _foreign),
)
