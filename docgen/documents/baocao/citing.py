"""Documents that came out of tasks, cited: with all that the decree asks for, or in short (Mục II.6)."""

from docgen import rules
from docgen.documents import wording
from docgen.documents.baocao import counting
from docgen.documents.baocao.sentences import bare, phrase
from docgen.language.text import fold
from docgen.model.figure import Quotation, Sentence, Source
from docgen.model.organisation import Organisation
from docgen.model.outcome import Product
from docgen.model.results import Answer
from docgen.rules.decree import document_types

_ABOUT = "về "


def cited_whole(product: Product, answer: Answer, organisation: Organisation) -> Sentence:
    """Return "Quyết định số 35/QĐ-SNV ngày 22/01/2025 của Sở Nội vụ về việc giao biên chế …".

    The issuer is told where the symbol names the agency or its superior, as it was called on that day.
    """
    short, subject = cited(product, answer), bare(product.subject)
    if not product.number:
        return short
    issuer = issuer_of(product.number, organisation.on(product.day) if product.day else organisation)
    by = phrase(" của ", Quotation(issuer, Source(counting.ORGANISATION, organisation.id))) if issuer else ()
    return phrase(short, by, _about(subject, answer) if subject else ())


def _about(subject: str, answer: Answer) -> Sentence:
    if fold(subject).startswith(_ABOUT):
        return phrase(" ", Quotation(subject[:1].lower() + subject[1:], answer.source))
    return phrase(f" {_ABOUT}", Quotation(wording.within_sentence(subject), answer.source))


def cited(product: Product, answer: Answer) -> Sentence:
    """Return "Quyết định số 35/QĐ-SNV ngày 22/01/2025"; a document without a number by its subject."""
    day = counting.day(product.day, "Ngày của văn bản", answer.source) if product.day else ""
    dated = phrase(" ngày ", day) if day else ()
    if not product.number:
        return phrase(Quotation(bare(product.subject) or "văn bản", answer.source), dated)
    return phrase(document_type(product.number), " số ", Quotation(product.number, answer.source), dated)


def document_type(number: str) -> str:
    """Return the type of a document by its number and symbol: "35/QĐ-SNV" is a decision.

    A symbol without a type is that of a letter; one with a year behind the number, of a law (Phụ lục III).
    """
    *before, symbol = number.split("/")
    return _types().get(symbol.partition("-")[0]) or ("Công văn" if len(before) == 1 else "Văn bản")


def issuer_of(number: str, organisation: Organisation) -> str:
    """Return who issued a document by its symbol, as far as that is the agency or its superior; else ""."""
    code, _, rest = number.rsplit("/", maxsplit=1)[-1].partition("-")
    issuer = rest if code in _types() else code
    if issuer == organisation.symbol:
        return organisation.name
    return organisation.superior if issuer and issuer == organisation.superior.partition(" ")[0] else ""


def _types() -> dict[str, str]:
    return {code: name for name in document_types() if (code := rules.type_code(name))}


def is_said(product: Product, words: str) -> bool:
    """Say whether words name a document already."""
    return bool(product.number) and fold(product.number) in fold(words)
