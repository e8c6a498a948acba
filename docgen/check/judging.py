"""A document judged by every rule; what is broken becomes findings."""

from collections.abc import Iterable, Iterator

from docgen.check.breach import Breach, Place
from docgen.check.case import Case
from docgen.check.families import RULES
from docgen.check.families.page.encodings import encodings, in_unicode
from docgen.check.refusing import refuse_other_regime
from docgen.check.settings import DEFAULT, Settings
from docgen.components import read_paper
from docgen.model.finding import RuleFinding, Where
from docgen.package import Package
from docgen.rules import rule
from docgen.word.reading import Changes, WordDocument, read_document
from docgen.word.undisturbed import undisturbed

_QUOTED = 80


def check(
    package: Package, settings: Settings = DEFAULT, changes: Changes = Changes.ACCEPTED
) -> tuple[RuleFinding, ...]:
    """Return what of a Word file breaks a rule, in the order of the text; tracked `changes` are settled.

    Raises:
        InvalidInputError: the file has no text, a part of it is broken, or the decree is not for it.
        RefusedError: a part of it is dangerous.

    """
    with undisturbed():
        return findings(judge(read_document(package, changes), settings))


def check_pdf(data: bytes) -> tuple[RuleFinding, ...]:
    """Return what keeps a PDF from being signed and filed (X01).

    Raises:
        InvalidInputError: it is no PDF, or too damaged to be read.

    """
    from docgen.check.families.files.pdf_file import check_pdf as breaches  # noqa: PLC0415 - slow to load

    return findings(breaches(data))


def judge(document: WordDocument, settings: Settings = DEFAULT) -> list[Breach]:
    """Return every breach of the rules that apply, in the order of the text.

    Raises:
        InvalidInputError: the decree is not for documents of this kind.

    """
    spoilt = list(encodings(document))
    paper = read_paper(in_unicode(document) if spoilt else document)
    refuse_other_regime(paper)
    case = Case(paper, settings)
    found = (breach for rule_ in RULES for breach in rule_(case) if settings.applies(breach.rule))
    return sorted([*spoilt, *found], key=_place)


def findings(breaches: Iterable[Breach]) -> tuple[RuleFinding, ...]:
    """Return breaches as findings, with the weight and the article of their rules."""
    return tuple(_findings(breaches))


def _findings(breaches: Iterable[Breach]) -> Iterator[RuleFinding]:
    for breach in breaches:
        row = rule(breach.rule)
        yield RuleFinding(
            rule=breach.rule,
            severity=breach.severity or row.severity,
            message=breach.message,
            where=where(breach.place),
            others=tuple(map(where, breach.others)),
            expected=breach.expected,
            found=breach.found,
            source=row.source,
            fixable=bool(breach.repairs),
        )


def where(place: Place) -> Where:
    """Return where a breach is, its words quoted."""
    text = place.text or (place.at.words if place.at else "")
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    return Where(paragraph=place.at.number if place.at else None, text=quoted, part=place.part)


def _place(breach: Breach) -> int:
    return breach.at.number if breach.at else 0
