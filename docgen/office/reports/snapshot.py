"""Everything that a report is made of, as one value: the same value gives the same bytes, today and later."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, NamedTuple

from pydantic import Field

from docgen.documents import baocao
from docgen.model.base import Model
from docgen.model.calendar import DAYS, OfficeCalendar, PeriodDays, ReportingDates
from docgen.model.day import Day
from docgen.model.finding import Finding
from docgen.model.organisation import Organisation
from docgen.model.period import Period, ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.results import PeriodResults
from docgen.model.statistics import NO_FORMS, Forms
from docgen.model.submission import ReceivedFile, Submission
from docgen.office.same import Same
from docgen.rules.reporting_dates import dates_of
from docgen.rules.reports import whole_year_of
from docgen.services.apart import apart
from docgen.services.reporting import Extra, Wanted, letter_files, report_files
from docgen.services.submissions import ByUnit, GatheredSubmissions
from docgen.store.audit_chain import canonical
from docgen.transform.reporting import add_up

_KEPT = {".docx", ".pdf", ".xlsx"}


class KeptDays(Model):
    """The days of a period as they hold, however they came to be."""

    period: Period = Field(alias="ky")
    opens: Day = Field(alias="mo_ky")
    data_from: Day = Field(alias="so_lieu_tu")
    data_to: Day = Field(alias="so_lieu_den")
    unit_due: Day = Field(alias="han_don_vi")
    due: Day = Field(alias="han_bao_cao")
    closes: Day = Field(alias="dong_ky")

    def settled(self) -> PeriodDays:
        """Return them as the office's calendar has them, however far from their period."""
        return PeriodDays.model_construct(**{name: getattr(self, name) for name in ("period", *DAYS)})


class KeptFile(Model):
    """What a unit (its id) sent for a period: the code and the SHA-256 of its receipt, and all it said."""

    period: Period = Field(alias="ky")
    unit: str = Field(alias="don_vi")
    code: str = Field(alias="ma")
    sha256: str
    submission: Submission = Field(alias="noi_dung")


class Worded(NamedTuple):
    """The paragraphs of a report as the data alone word them, its title, and what is told of the data."""

    title: str
    passages: tuple[baocao.Passage, ...]
    findings: tuple[Finding, ...]


class Snapshot(Model):
    """The data of a period's report, the words of its editor, its number and day, and who made it of them.

    `calendar` is without the days of periods, which are in `days`. `edits` are texts by places; `pictured`
    says that the picture of the period stands in the report. What takes long to make of it is made in the
    process apart, where there is one.
    """

    program: str = Field(default=version("docgen"), alias="docgen")
    period: Period = Field(alias="ky")
    plan_version: int = Field(alias="phien_ban_ke_hoach")
    plan: Plan = Field(alias="ke_hoach")
    organisation: Organisation = Field(alias="co_quan")
    forms: Forms | None = Field(alias="bieu_thong_ke")
    calendar: OfficeCalendar = Field(alias="lich")
    days: tuple[KeptDays, ...] = Field(alias="cac_ky")
    sent: tuple[KeptFile, ...] = Field(alias="ket_qua")
    edits: dict[str, str] = Field(alias="sua")
    pictured: bool = Field(default=False, alias="hinh")
    number: int | None = Field(default=None, alias="so")
    day: Day | None = Field(default=None, alias="ngay")

    def data(self) -> dict[str, Any]:
        """Return it as JSON, nothing left out: what is usual may be something else one day."""
        return self.model_dump(mode="json", by_alias=True)

    def text(self) -> str:
        """Return it as a text that is the same for the same data."""
        return _text(Same(self))

    @property
    def content(self) -> str:
        """The SHA-256 of all that it says."""
        return _content(Same(self))

    def issued(self, number: int, day: date) -> "Snapshot":
        """Return it with a number and a day."""
        return self.model_copy(update={"number": number, "day": day})

    def results(self) -> PeriodResults:
        """Return what the period has come to."""
        return _results(self._bare().text())

    def composed(self) -> baocao.ComposedReport:
        """Return the report, worded, with the words of its editor."""
        return apart(_composed, self.text())

    def worded(self) -> Worded:
        """Return the report as it is worded of the data alone."""
        return _worded(_unedited(Same(self)).text())

    def files(self) -> dict[str, bytes]:
        """Return the files of the report: DOCX, PDF, and the table of the sources of its numbers (XLSX).

        Its picture stands in them, and is no file of its own.
        """
        return apart(_files, self.text())

    def until(self, day: date) -> PeriodResults:
        """Return what the period had come to on the evening of a day."""
        return apart(_until, self.text(), day)

    def letter(self, as_of: date) -> dict[str, bytes]:
        """Return the letter to the units that still owed answers on the evening of a day: DOCX and PDF.

        Raises:
            ConflictError: no unit owed anything.

        """
        return apart(_letter, self.text(), as_of)

    def whole_calendar(self) -> OfficeCalendar:
        """Return the calendar with the days of periods."""
        return self.calendar.model_copy(update={"periods": tuple(one.settled() for one in self.days)})

    def _bare(self) -> "Snapshot":
        return self.model_copy(update={"edits": {}, "number": None, "day": None})

    def _wanted(self) -> Wanted:
        extras = (Extra.TRACE, Extra.PICTURE) if self.pictured else (Extra.TRACE,)
        return Wanted(extras, self._issue(), self.edits, final=self._is_final)

    def _issue(self) -> baocao.Issue:
        return baocao.Issue(self.number, self.day)

    @property
    def _is_final(self) -> bool:
        return self.number is not None

    def _dates(self, period: ReportingPeriod) -> ReportingDates:
        return dates_of(period, self.whole_calendar())

    def _received(self) -> Mapping[ReportingPeriod, ByUnit]:
        received: dict[ReportingPeriod, dict[str, ReceivedFile]] = {}
        for one in self.sent:
            file = ReceivedFile(one.submission, one.code, one.period, one.unit)
            received.setdefault(one.period, {})[one.unit] = file
        return received

    def _added_up(self, received: Mapping[ReportingPeriod, ByUnit]) -> PeriodResults:
        forms = self.forms or NO_FORMS
        return add_up(self.plan, self.organisation, self.period, received, self.whole_calendar(), forms)


def recreated(data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a report from its snapshot alone.

    Raises:
        ValidationError: it is not one of a report.

    """
    return Snapshot.model_validate(data).files()


@lru_cache(maxsize=8)
def _text(snapshot: Same[Snapshot]) -> str:
    return canonical(snapshot.value.data())


@lru_cache(maxsize=8)
def _content(snapshot: Same[Snapshot]) -> str:
    return sha256(snapshot.value.text().encode()).hexdigest()


@lru_cache(maxsize=8)
def _unedited(snapshot: Same[Snapshot]) -> Snapshot:
    return snapshot.value.model_copy(update={"edits": {}})


# Texts are quickly compared, and pages of them are asked for again and again.
# ruff: noqa: SLF001 - of snapshots, in their own module


@lru_cache(maxsize=4)
def _results(text: str) -> PeriodResults:
    return apart(_sums, text)


@lru_cache(maxsize=2)
def _sums(text: str) -> PeriodResults:
    snapshot = Snapshot.model_validate_json(text)
    return snapshot._added_up(snapshot._received())


def _until(text: str, day: date) -> PeriodResults:
    snapshot = Snapshot.model_validate_json(text)
    return snapshot._added_up(GatheredSubmissions(snapshot.period, snapshot._received()).until(day).received)


@lru_cache(maxsize=4)
def _worded(text: str) -> Worded:
    return apart(_words, text)


def _words(text: str) -> Worded:
    composed, results = _composed(text), Snapshot.model_validate_json(text).results()
    return Worded(composed.report.properties.title, composed.passages, results.findings)


@lru_cache(maxsize=2)
def _composed(text: str) -> baocao.ComposedReport:
    snapshot = Snapshot.model_validate_json(text)
    wanted, pictured = snapshot._wanted(), snapshot.pictured
    return baocao.compose(
        snapshot.results(), wanted.issue, pictured=pictured, edits=wanted.edits, final=wanted.final
    )


@lru_cache(maxsize=1)
def _files(text: str) -> dict[str, bytes]:
    snapshot = Snapshot.model_validate_json(text)
    year = snapshot._dates(whole_year_of(snapshot.period))
    made = report_files(snapshot.results(), year, snapshot._wanted())
    return {name: data for name, data in made.items() if PurePath(name).suffix in _KEPT}


def _letter(text: str, as_of: date) -> dict[str, bytes]:
    snapshot = Snapshot.model_validate_json(text)
    return letter_files(snapshot.until(as_of), as_of, snapshot.whole_calendar(), issue=snapshot._issue())
