"""An outline → the data of a plan, and beside it what is doubtful, joined, computed or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pydantic import ValidationError

from docgen.components import Role
from docgen.documents.base import Traces
from docgen.errors import InvalidInputError
from docgen.importers.bodies import BodyReader
from docgen.importers.closings import read_recipients, read_signature
from docgen.importers.heads import TYPE, dated, leaves_date, read_head, year_of
from docgen.importers.issue_day import as_of
from docgen.importers.known_headings import with_usual_headings
from docgen.importers.office import Office, draft_office, is_of_another
from docgen.importers.outline import AppendixOutline, Outline
from docgen.importers.problems import problems_of
from docgen.importers.remarks import remarks_on
from docgen.importers.yaml_tree import YamlTree
from docgen.language.dates import short_date
from docgen.model.appendix import Headings, Orientation
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation, UnknownUnitError
from docgen.model.plan import Plan, RepeatedIdError
from docgen.recognition.appendix import USUAL_HEADINGS, read_appendix
from docgen.recognition.identity import rows_of, settle_ids
from docgen.recognition.known import Known
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.slips import tell_slips
from docgen.recognition.source import Line, Table, lines_of
from docgen.recognition.titles import Titles
from docgen.recognition.units import UnitReader

Draft: TypeAlias = dict[str, Any]

_TOLD = (RepeatedIdError, UnknownUnitError)
"""What is told where it is read, once."""

_TITLED = frozenset({Role.SECTION, Role.TITLED_ITEM, Role.PART, Role.PART_TITLE, Role.DIVISION_TITLE})


@dataclass(frozen=True)
class Recognised:
    """What was understood: a plan as its YAML keys, the plan itself if it is whole, and what is told.

    `office` is the agency that had to be drafted.
    """

    draft: Draft
    plan: Plan | None
    findings: tuple[Finding, ...]
    office: Office | None = None


@dataclass(frozen=True)
class Beside:
    """What is known beside the outline.

    `base` is the plan that it goes onto; `traces` are those that a file of ours carries; `scanned` says that
    pages may have broken any paragraph; `drafts` that a file of another agency than `organisation` shall have
    its own, drafted.
    """

    organisation: Organisation | None = None
    base: Plan | None = None
    traces: Traces | None = None
    scanned: bool = False
    drafts: bool = False

    def with_traces(self, traces: Traces | None) -> "Beside":
        """Return the same beside a file with these traces."""
        return replace(self, traces=traces)

    def as_scan(self) -> "Beside":
        """Return the same beside a text that pages have broken."""
        return replace(self, scanned=True)


def recognise(outline: Outline, beside: Beside) -> Recognised:
    """Understand a document as a plan.

    Raises:
        InvalidInputError: it is a document of another type.
        RefusedError: one of its tables is too long.

    """
    _refuse_other_type(outline)
    office = _office(outline, beside)
    known = office.organisation if office else as_of(beside.organisation, dated(outline))
    beside = replace(beside, organisation=known)
    reader = _Reader(outline, beside)
    draft = reader.read()
    plan, problems = _validated(draft, beside.organisation)
    told = [office.finding()] if office else []
    return Recognised(_whole(draft, plan), plan, (*told, *reader.ledger.findings, *problems), office)


def _office(outline: Outline, beside: Beside) -> Office | None:
    """Return the draft of an agency that nobody has described yet; None where none is wanted."""
    known = beside.organisation
    if not (beside.drafts and known and is_of_another(outline, known)):
        return None
    return _Reader(outline, replace(beside, organisation=None)).office()


def _refuse_other_type(outline: Outline) -> None:
    if outline.type not in {"", TYPE}:
        raise InvalidInputError(
            f"Tệp là {outline.type}, không phải kế hoạch.", "Hãy chọn tệp kế hoạch có phụ lục nhiệm vụ."
        )


class _Reader:
    def __init__(self, outline: Outline, beside: Beside) -> None:
        traces = beside.traces
        self.outline, self.beside, self.ledger = outline, beside, Ledger()
        spellings, ending = (traces.spellings, traces.ending) if traces else ((), "")
        self.known = Known(beside.organisation, beside.base, spellings, ending)
        self.titles = Titles(self.known, [*_running(outline), *self.known.titles])
        self.units = UnitReader(beside.organisation)

    def read(self) -> Draft:
        """Return the draft, its keys in the order of the YAML file."""
        outline, ledger = self.outline, self.ledger
        head = read_head(outline, self.beside.organisation, ledger)
        outline.compute("tên cơ quan", (*outline.superior, *outline.issuer))
        outline.compute("dòng số, ngày", (outline.number, outline.place_date))
        outline.compute("tên loại", [outline.type_name])
        subject = self._subject()
        appendices = [*self._appendices(subject)]
        draft = self._year(subject, appendices, head) | head | self._electronic(head)
        draft |= {"trich_yeu": subject} if subject else {}
        exact = self.beside.traces is not None
        body = BodyReader(self.titles.stored, self.known, ledger, exact=exact, scanned=self.beside.scanned)
        draft |= body.read(outline.body)
        recipients = read_recipients(outline.recipients, ledger)
        signature = read_signature(outline.authority, outline.signer, self.titles.title_of_office, ledger)
        draft |= {key: value for key, value in (("noi_nhan", recipients), ("ky", signature)) if value}
        draft |= {"phu_luc": appendices} if appendices else {}
        if self.beside.base is not None:
            draft = self._onto(draft, self.beside.base)
        settle_ids(draft, self.beside.base, ledger)
        self.units.finish(ledger)
        self._tell_rest()
        return draft

    def office(self) -> Office:
        """Return the agency of the document, drafted from its head, its signature and the units it names."""
        for number, one in enumerate(self.outline.appendices, 1):
            self._appendix(number, one, "")
        stored = self.titles.title_of_office
        signature = read_signature(self.outline.authority, self.outline.signer, stored, self.ledger)
        return draft_office(self.outline, signature, self.units.unknown, stored)

    def _subject(self) -> str:
        lines = self.outline.subject
        self.ledger.keep(*lines)
        text = " ".join(line.text for line in lines)
        return self.titles.stored(Line(text, "trích yếu"), self.ledger)

    def _year(self, subject: str, appendices: Sequence[Draft], head: Draft) -> Draft:
        if self.beside.traces is not None:
            return {"nam": self.beside.traces.year}
        titles = [str(appendix.get("ten", "")) for appendix in appendices]
        year, place = year_of(subject, titles, head)
        if year is None:
            return {}
        if place != "trích yếu":
            self.ledger.tell(
                "nam-ke-hoach",
                Severity.WARNING,
                [],
                f"năm kế hoạch {year} được lấy từ {place}.",
                "Hãy kiểm tra lại khóa nam.",
            )
        return {"nam": year}

    def _electronic(self, head: Draft) -> Draft:
        """Tell an electronic document by the blanks that its appendices leave (Phụ lục I, Mục III.1.c)."""
        references = self.outline.references
        self.outline.compute("dòng “Kèm theo …”", references)
        if self.beside.traces is not None:
            return {"van_ban_dien_tu": True} if self.beside.traces.electronic else {}
        blank = any(map(leaves_date, references)) and "ngay_ban_hanh" in head
        return {"van_ban_dien_tu": True} if blank else {}

    def _appendices(self, subject: str) -> Iterator[Draft]:
        """Yield the appendices with tasks; forms and tables of figures are left aside."""
        for number, one in enumerate(self.outline.appendices, 1):
            draft = self._appendix(number, one, subject)
            if any(rows_of(draft)):
                yield draft
            else:
                self.outline.leave("phụ lục không có nhiệm vụ", _lines(one))

    def _appendix(self, number: int, outline: AppendixOutline, subject: str) -> Draft:
        draft: Draft = self._appendix_title(outline.title, subject)
        draft |= {"huong": str(Orientation.LANDSCAPE)} if outline.landscape else {}
        chosen = self._chosen_headings(number)
        blocks, seen = with_usual_headings(outline.blocks, chosen, self.ledger)
        read = read_appendix(blocks, self._title, self._units, self.ledger).draft
        unseen = {key: text for key, text in chosen.items() if self.beside.traces and not _has(read, key)}
        headings = read.pop("cot", {}) | seen | unseen
        return draft | ({"cot": headings} if headings else {}) | read

    def _appendix_title(self, lines: Sequence[Line], subject: str) -> Draft:
        """Return what the title of an appendix says; a table in the text has that of the plan."""
        self.ledger.keep(*lines)
        title = Line(" ".join(line.text for line in lines), lines[0].place if lines else "")
        if title.text:
            return {"ten": self.titles.stored(title, self.ledger)}
        if not subject:
            return {}
        self.ledger.tell(
            "phu-luc-khong-ten",
            Severity.WARNING,
            [],
            f"bảng nhiệm vụ không có tên; tạm lấy trích yếu “{subject}” làm tên phụ lục.",
            "Hãy sửa khóa ten của phụ lục.",
        )
        return {"ten": subject}

    def _title(self, line: Line) -> str:
        return self.titles.stored(line, self.ledger)

    def _units(self, line: Line) -> list[str]:
        return self.units.split(line, self.ledger)

    def _chosen_headings(self, number: int) -> dict[str, str]:
        """Return the headings of an appendix that are not the usual ones, as its file or its plan says."""
        names = {name: field.alias or name for name, field in Headings.model_fields.items()}
        base, traces = self.beside.base, self.beside.traces
        known = base.appendices[number - 1 : number] if base else ()
        chosen = {key: text for one in known for key, text in one.headings.model_dump(by_alias=True).items()}
        found = traces.headings if traces else ()
        chosen |= {names[name]: text for place, name, text in found if place == number and name in names}
        return {key: text for key, text in chosen.items() if text != USUAL_HEADINGS[key]}

    def _onto(self, draft: Draft, base: Plan) -> Draft:
        """Take from `base` what a file without head and body does not say."""
        if self.outline.type_name is not None:
            return draft
        whole: Draft = base.as_data()
        kept = {key: value for key, value in whole.items() if key != "phu_luc" or "phu_luc" not in draft}
        if "phu_luc" in draft:
            for appendix, was in zip(draft["phu_luc"], whole.get("phu_luc", ()), strict=False):
                appendix.update({key: was[key] for key in ("ten", "huong") if key in was})
        return draft | kept

    def _tell_rest(self) -> None:
        """Tell what docgen writes by itself, what has no place in a plan, and slips of the pen."""
        computed = {kind: lines for kind, lines in self.outline.computed.items() if lines}
        if computed:
            message = "; ".join(f"{kind} {quoted(lines)}" for kind, lines in computed.items())
            lines = [line for lines in computed.values() for line in lines]
            self.ledger.tell("ghi-tu-dong", Severity.INFO, lines, f"docgen tự ghi khi in: {message}.")
        for kind, lines in self.outline.aside.items():
            if any(line.text for line in lines):
                self.ledger.leave_out(lines, kind)
        tell_slips(_words(self.outline), self.ledger)


def _has(appendix: Draft, key: str) -> bool:
    """Say whether a task of a draft has something under an optional column."""
    return any(row.get(key) for row in rows_of(appendix))


def _lines(appendix: AppendixOutline) -> Iterator[Line]:
    """Yield the lines of an appendix."""
    yield from appendix.title
    for block in appendix.blocks:
        yield from lines_of(block)


def _running(outline: Outline) -> Iterator[str]:
    """Yield the texts that are no titles."""
    yield from (entry.line.text for entry in outline.body if entry.role not in _TITLED)
    yield from (line.text for line in outline.recipients)
    for appendix in outline.appendices:
        for block in appendix.blocks:
            if isinstance(block, Table):
                yield from (cell.text for cell in block.cells)


def _words(outline: Outline) -> Iterator[Line]:
    """Yield the lines of a document in which a slip may be."""
    yield from outline.subject
    yield from (entry.line for entry in outline.body)
    yield from outline.recipients
    for appendix in outline.appendices:
        yield from _lines(appendix)


def _validated(draft: Draft, organisation: Organisation | None) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return the plan of a draft and what may be warned of, or what is wrong with it."""
    tree = YamlTree(draft)
    try:
        plan = Plan.model_validate(
            draft, context={"organisation": organisation}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        return None, tuple(problems_of(error, Plan, tree, _TOLD))
    return plan, tuple(remarks_on(plan, tree, organisation))


def _whole(draft: Mapping[str, Any], plan: Plan | None) -> Draft:
    """Return the data as it is stored: cleaned, where it is a plan."""
    if plan is None:
        return {**draft}
    whole: Draft = plan.as_data()
    return whole | ({"ngay_ban_hanh": short_date(plan.issued_on)} if plan.issued_on else {})
