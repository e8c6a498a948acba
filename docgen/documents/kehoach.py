"""The yearly plan (*kế hoạch*), worded: Phụ lục III, Mẫu 1.4, with its appendix as in Mẫu 2.1."""

from collections.abc import Iterator

from docgen import rules
from docgen.documents import wording
from docgen.documents.appendix import worded_appendices
from docgen.documents.base import (
    Document,
    Head,
    Paragraph,
    ParagraphKind,
    Properties,
    Recipients,
    Run,
    SignatureBlock,
)
from docgen.documents.remarks import remarks_of
from docgen.documents.traces import traces_of
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model.body import Item, Section
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

NAME = "kehoach"
_DASH = "-"


def compose(plan: Plan, organisation: Organisation) -> Document:
    """Word the whole plan as `organisation` issues it, named as it was on the day of the plan."""
    organisation = organisation.on(plan.day)
    document = Document(
        document_type=NAME,
        properties=_properties(plan, organisation),
        head=_head(plan, organisation),
        body=_ended(tuple(_body(plan))),
        recipients=Recipients(
            label=rules.text("recipients_label"),
            lines=wording.recipient_lines(
                plan.recipients.lines, plan.recipients.drafting_unit, plan.recipients.copies
            ),
        ),
        signature=SignatureBlock(authority=plan.signature.lines(), name=plan.signature.name),
        appendices=worded_appendices(plan, organisation),
        traces=traces_of(plan),
    )
    return document.model_copy(update={"remarks": remarks_of(plan, document)})


def _properties(plan: Plan, organisation: Organisation) -> Properties:
    return Properties(
        title=f"{plan.type_name} {plan.subject}",
        author=organisation.name,
        subject=plan.subject,
        created=plan.issued_on,
    )


def _head(plan: Plan, organisation: Organisation) -> Head:
    number = wording.number_symbol(plan.number, plan.type_name, organisation)
    return Head(
        superior=organisation.superior.upper(),
        issuer=organisation.name.upper(),
        national_title=rules.text("national_title"),
        motto=rules.text("motto"),
        number_line=f"{rules.text('number_label')} {number}",
        draft_mark=rules.text("draft_mark") if plan.open_decisions() else "",
        place_date=f"{organisation.place}, {wording.day_of_issue(plan.issued_on, plan.issue_year)}",
        type_name=plan.type_name.upper(),
        subject=plan.subject,
    )


def _body(plan: Plan) -> Iterator[Paragraph]:
    for position, basis in enumerate(plan.legal_bases, 1):
        end = "." if position == len(plan.legal_bases) else ";"
        yield _paragraph(ParagraphKind.LEGAL_BASIS, basis.rstrip(" .;") + end)
    for text in plan.opening:
        yield _paragraph(ParagraphKind.TEXT, text)
    for position, section in enumerate(plan.sections, 1):
        yield from _section(section, position)


def _section(section: Section, position: int) -> Iterator[Paragraph]:
    yield _paragraph(ParagraphKind.SECTION, section.title.upper(), f"{to_roman(position)}.")
    for text in section.paragraphs:
        yield _paragraph(ParagraphKind.TEXT, text)
    yield from _dashes(section.dashes)
    for number, item in enumerate(section.items, 1):
        yield from _item(item, number)
    if section.pointer:
        yield _paragraph(ParagraphKind.APPENDIX_POINTER, f"({section.pointer})")


def _item(item: Item, number: int) -> Iterator[Paragraph]:
    if item.title:
        yield _paragraph(ParagraphKind.TITLED_ITEM, item.title, f"{number}.")
    if item.text:
        yield _paragraph(ParagraphKind.ITEM, item.text, f"{number}.")
    for text in item.paragraphs:
        yield _paragraph(ParagraphKind.TEXT, text)
    for place, point in enumerate(item.points, 1):
        yield _paragraph(ParagraphKind.POINT, point.text, f"{letter(place)})")
        yield from _dashes(point.dashes)
    yield from _dashes(item.dashes)


def _dashes(texts: tuple[str, ...]) -> Iterator[Paragraph]:
    for text in texts:
        yield _paragraph(ParagraphKind.DASH, text, _DASH)


def _paragraph(kind: ParagraphKind, text: str, number: str = "") -> Paragraph:
    return Paragraph(kind=kind, number=number, runs=wording.runs(text))


def _ended(body: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return `body` with "./." after its last words."""
    *before, last = body
    *runs, run = last.runs
    ended = Run(text=wording.with_end_mark(run.text), bold=run.bold)
    return (*before, last.model_copy(update={"runs": (*runs, ended)}))
