"""The whole report of a period, worded, with where each of its numbers comes from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.documents.baocao.areas import areas
from docgen.documents.baocao.assessment import assessment
from docgen.documents.baocao.frame import TYPE_NAME, Issue, addressees, head, recipients, subject
from docgen.documents.baocao.gaps import notice
from docgen.documents.baocao.lines import Line, numbered
from docgen.documents.baocao.opening import opening
from docgen.documents.baocao.outlook import outlook, proposed
from docgen.documents.baocao.placing import Passage, edited, passages
from docgen.documents.baocao.remarks import remarks_of
from docgen.documents.baocao.result_table import result_table
from docgen.documents.baocao.statistics_table import statistics_table
from docgen.documents.baocao.steering import steering
from docgen.documents.baocao.tracing import Told, TracedNumber, traced
from docgen.documents.base import Properties, SignatureBlock
from docgen.documents.reported import REPORT, Report
from docgen.model.figure import Quotation, Source, read
from docgen.model.results import PeriodResults

_NO_EDITS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ComposedReport:
    """A report, every number that it prints in reading order, and the paragraphs of its body.

    Those that an editor has left out are among the `passages`, too.
    """

    report: Report
    traced: tuple[TracedNumber, ...]
    passages: tuple[Passage, ...]


def compose(
    results: PeriodResults,
    issue: Issue | None = None,
    *,
    pictured: bool = False,
    edits: Mapping[str, str] = _NO_EDITS,
    final: bool = False,
) -> ComposedReport:
    """Word the report of a period.

    Args:
        results: what the period has come to.
        issue: number and day; they are left blank until they are given.
        pictured: it has the caption of a picture of the period, which is not placed yet.
        edits: what an editor wants to stand in places of its body, see `Passage`.
        final: it is signed as it is; else what it lacks is said at its top and beside it.

    """
    issue = issue or Issue()
    signed = issue.signed(results)
    gap = () if final else tuple(passages(numbered(notice(results)), results, editable=False))
    body = passages(numbered(_body(results, signed, pictured=pictured)), results)
    placed = (*gap, *edited(body, edits))
    lines = [one.line for one in placed if one.line.words]
    first, first_told = head(results, issue, draft=bool(gap))
    to, to_told = addressees(signed.organisation)
    copies, copies_told = recipients(results)
    signature, signature_told = _signature(results)
    done, done_told = result_table(results, issue)
    statistics, statistics_told = statistics_table(results, issue)
    about = read(subject(results))
    report = Report(
        document_type=REPORT,
        properties=Properties(
            title=f"{TYPE_NAME} {about}", author=signed.organisation.name, subject=about, created=issue.day
        ),
        head=first,
        addressees=to,
        body=tuple(line.paragraph() for line in lines),
        recipients=copies,
        signature=signature,
        results=done,
        statistics=statistics,
    )
    told = [
        *(*first_told, *to_told, *_told(lines), *copies_told, *signature_told),
        *(*done_told, *statistics_told),
    ]
    remarks = () if final else remarks_of(results, told)
    return ComposedReport(report.model_copy(update={"remarks": remarks}), tuple(traced(told)), placed)


def _body(results: PeriodResults, signed: PeriodResults, *, pictured: bool) -> Iterator[Line]:
    yield opening(results)
    yield from steering(results, pictured=pictured)
    yield from areas(results)
    yield from assessment(results)
    yield from outlook(results)
    yield from proposed(results, signed)


def _told(lines: Iterable[Line]) -> Iterator[Told]:
    """Yield the paragraphs with their numbers, which are no figures."""
    for line in lines:
        number = (f"{line.number} ",) if line.number else ()
        yield Told(line.place, (*number, *line.words))


def _signature(results: PeriodResults) -> tuple[SignatureBlock, list[Told]]:
    signature = results.plan.signature
    made = SignatureBlock(authority=signature.lines(), name=signature.name)
    source = Source("Kế hoạch", "ky")
    return made, [Told("Chữ ký", (Quotation(line, source),)) for line in (*made.authority, made.name)]
