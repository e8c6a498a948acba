"""Words: the rules of `docgen.wording` on the paragraphs of a Word file (B17 to B23)."""

from collections.abc import Iterator

from docgen.check.breach import Breach, Breaches, Place
from docgen.check.case import Case, Rule
from docgen.check.fixing.repairs import Rewrite
from docgen.components import Part
from docgen.language.text import nfc
from docgen.rules.lexicon import Expired, Term
from docgen.word.reading import BODY, Paragraph
from docgen.wording import RULES as WORDING
from docgen.wording import Context, Edit, Hit, Text

_BESIDE = 30
"""Letters quoted before and after what is wrong."""


def _wording(case: Case) -> Breaches:
    """Yield what every rule of wording says of the text; head and signature hold names only."""
    texts = [Text(nfc(paragraph.text), paragraph, paragraph.cell is not None) for paragraph in _read(case)]
    context = _context(case)
    for name, rule in WORDING.items():
        if case.settings.applies(name):
            yield from (_breach(hit) for hit in rule(texts, context))


def _read(case: Case) -> Iterator[Paragraph]:
    return (
        paragraph
        for part in case.paper.parts
        for paragraph in _of_part(part)
        if paragraph.story == BODY and paragraph.text
    )


def _of_part(part: Part) -> Iterator[Paragraph]:
    """Yield what a part says, without its head and without who signs."""
    named = [] if part.head is None else part.head.pieces
    closing = part.closing
    signed = [] if closing is None else [*closing.authority, *([closing.signer] if closing.signer else [])]
    left_out = {id(piece.paragraph) for piece in (*named, *signed)}
    return (paragraph for paragraph in part.paragraphs if id(paragraph) not in left_out)


def _context(case: Case) -> Context:
    main, settings = case.paper.main, case.settings
    head = main.head
    return Context(
        date=case.latest_day,
        year=case.year,
        type_name=main.type,
        own_number=head.number.text if head and head.number else "",
        agency=head.agency if head else "",
        terms=tuple(
            Term(old=(row.old,), new=row.new, since=row.since, sure=True, source="") for row in settings.terms
        ),
        expired=tuple(
            Expired(number=row.number, ended=row.ended, replaced_by=row.replaced_by)
            for row in settings.expired
        ),
    )


def _breach(hit: Hit) -> Breach:
    paragraph = _paragraph(hit.text)
    return Breach(
        hit.rule,
        hit.message,
        paragraph,
        _around(hit),
        expected=hit.expected,
        found=hit.found,
        severity=hit.severity,
        repairs=tuple(_repair(edit) for edit in hit.edits if _holds(edit)),
        others=tuple(Place(_paragraph(text)) for text in hit.others),
    )


def _paragraph(text: Text) -> Paragraph:
    assert isinstance(text.place, Paragraph)  # noqa: S101 - the place that was given
    return text.place


def _around(hit: Hit) -> str:
    """Return the words that a hit is about, with some before and after them."""
    words = hit.text.words
    start, end = max(hit.start - _BESIDE, 0), hit.end + _BESIDE
    first = words.find(" ", start, hit.start) + 1 if start else 0
    last = words.rfind(" ", hit.end, end) if end < len(words) else len(words)
    before, after = "…" if first else "", "…" if last < len(words) else ""
    return f"{before}{' '.join(words[first : max(last, hit.end)].split())}{after}"


def _holds(edit: Edit) -> bool:
    """Whether a correction counts letters as the file does: only where its words are in NFC already."""
    paragraph = edit.text.place
    return isinstance(paragraph, Paragraph) and paragraph.text == edit.text.words


def _repair(edit: Edit) -> Rewrite:
    paragraph = _paragraph(edit.text)
    old = edit.text.words[edit.start : edit.end]
    return Rewrite(f"“{old}” → “{edit.replacement}”", paragraph, edit.start, edit.end, edit.replacement)


RULES: tuple[Rule, ...] = (_wording,)
