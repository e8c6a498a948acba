"""What units sent for a period and for the earlier ones of its year: of each unit one submission counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from docgen.language.dates import short_date
from docgen.model.calendar import OfficeCalendar
from docgen.model.finding import Finding, Severity, error, warning
from docgen.model.organisation import Organisation, Unit
from docgen.model.period import ReportingPeriod, period_in
from docgen.model.plan import Plan
from docgen.model.statistics import Forms
from docgen.model.submission import ReceivedFile
from docgen.rules.reporting_dates import dates_of
from docgen.services.submission_files import ReadFile, read_folders
from docgen.transform.submissions import Known, counting

NO_FILE = "ky-khong-co-tep"
"""The code of what is told where no file of the period itself is there."""

ByUnit = Mapping[str, ReceivedFile]
"""What units sent for one period, by their ids."""

_PERIOD = "Hãy ghi ky vào tệp, hoặc đặt tệp trong thư mục mang tên kỳ, ví dụ 2025-Q1."
_UNIT = "Hãy ghi don_vi vào tệp, hoặc đặt tên tệp theo mã đơn vị, ví dụ van-phong.yaml."


@dataclass(frozen=True)
class GatheredSubmissions:
    """What was received for every period until `period`, and what is told of the files."""

    period: ReportingPeriod
    received: Mapping[ReportingPeriod, ByUnit]
    findings: tuple[Finding, ...] = ()

    def until(self, day: date) -> Self:
        """Return what had been received on the evening of a day; what came later is told."""
        later = [one for sent in self.received.values() for one in sent.values() if _is_after(one, day)]
        received = {
            period: {unit: one for unit, one in sent.items() if one not in later}
            for period, sent in self.received.items()
        }
        told = tuple(_came_later(one.file, day) for one in later)
        return replace(self, received=received, findings=(*self.findings, *told))


def gather(
    folder: Path,
    plan: Plan,
    organisation: Organisation,
    forms: Forms,
    calendar: OfficeCalendar,
    period: ReportingPeriod,
) -> GatheredSubmissions:
    """Read every submission below `folder`, and choose the one of each unit and period that counts.

    Earlier periods are read along: they are below `folder`, or, where that is named by a period, in its
    sisters that are named alike by earlier ones. Later periods are left out. What is doubtful in a file is
    told for its own period alone.

    Raises:
        MissingError: there is no such folder; an empty one is told of.
        RefusedError: a folder holds far too many files.
        InvalidInputError: everything that is wrong in all files.

    """
    known = Known(plan, organisation, forms, calendar)
    sisters = _sisters(folder, period)
    read = read_folders((*sisters, folder), folder.parent if sisters else folder, known)
    desk = _Desk(organisation, calendar, period)
    for file in read.files:
        desk.take(file)
    received = desk.chosen()
    if period not in received:
        desk.findings.append(_nothing(folder, period))
    read.refuse_errors(folder, desk.findings)
    ours = (file for file in read.files if file.submission.period == period)
    doubts = (finding for file in ours for finding in file.findings)
    told = (*_read_along(folder, sisters), *read.findings, *desk.findings, *doubts)
    return GatheredSubmissions(period, received, told)


def _sisters(folder: Path, period: ReportingPeriod) -> tuple[Path, ...]:
    """Return the folders beside one that is named by a period which are named alike by earlier ones."""
    here = folder.resolve()
    own = period_in(here.name)
    if not own:
        return ()
    named = (
        (period_in(path.name), folder.parent / path.name) for path in here.parent.iterdir() if path.is_dir()
    )
    earlier = (
        (other, path)
        for other, path in named
        if other and other.year == period.year and other < period and other != own
        if path.name.replace(str(other), str(own)) == here.name
    )
    return tuple(path for _, path in sorted(earlier))


def _read_along(folder: Path, sisters: Sequence[Path]) -> tuple[Finding, ...]:
    if not sisters:
        return ()
    names = ", ".join(path.name for path in sisters)
    return (
        Finding(
            code="doc-them-ky-truoc",
            severity=Severity.INFO,
            place=str(folder),
            message=f"đã đọc thêm kết quả các kỳ trước trong thư mục bên cạnh: {names}.",
        ),
    )


def _is_after(received: ReceivedFile, day: date) -> bool:
    sent_on = received.submission.sent_on
    return sent_on is not None and sent_on > day


def _came_later(name: str, day: date) -> Finding:
    message = f"gửi sau ngày {short_date(day)}, nên chưa tính là đã gửi."
    return Finding(code="gui-sau-ngay-tinh", severity=Severity.INFO, place=name, message=message)


def _nothing(folder: Path, period: ReportingPeriod) -> Finding:
    message = f"không có tệp kết quả nào của kỳ {period}."
    return warning(NO_FILE, str(folder), message, "Hãy xem lại thư mục và kỳ báo cáo.")


@dataclass
class _Desk:
    """Takes in the files one after another, and tells which cannot be used and why."""

    organisation: Organisation
    calendar: OfficeCalendar
    period: ReportingPeriod
    files: dict[tuple[ReportingPeriod, str], list[ReceivedFile]] = field(
        default_factory=lambda: defaultdict(list)
    )
    findings: list[Finding] = field(default_factory=list)

    def take(self, file: ReadFile) -> None:
        """Take in one file."""
        period, unit = file.submission.period, file.submission.unit
        if not period:
            self.findings.append(error("thieu-ky", file.name, "chưa ghi kỳ báo cáo.", _PERIOD))
        if not unit:
            self.findings.append(error("thieu-don-vi", file.name, "chưa ghi đơn vị gửi.", _UNIT))
        if period and unit:
            self._take(file, period, unit)

    def chosen(self) -> dict[ReportingPeriod, ByUnit]:
        """Return what counts, by period and unit; what is sent twice is told."""
        received: dict[ReportingPeriod, dict[str, ReceivedFile]] = defaultdict(dict)
        for (period, unit), files in sorted(self.files.items()):
            received[period][unit], told = counting(files)
            self.findings += told
        return dict(received)

    def _take(self, file: ReadFile, period: ReportingPeriod, name: str) -> None:
        """Put a file to its period and unit."""
        if file.folder and file.folder != period:
            message = f"ghi kỳ {period} mà tên tệp hoặc thư mục ghi {file.folder}; lấy kỳ ghi trong tệp."
            self.findings.append(warning("ky-khac-ten", file.name, message, "Hãy sửa ky, hoặc chuyển tệp."))
        if period > self.period:
            message = f"là kết quả kỳ {period}, sau kỳ {self.period}, nên không dùng."
            self.findings.append(
                Finding(code="ky-sau", severity=Severity.INFO, place=file.name, message=message)
            )
        elif unit := self._unit(file, period, name):
            self._compare(file, unit, period)
            received = ReceivedFile(file.submission, file.name, period, unit.id)
            self.files[period, unit.id].append(received)

    def _compare(self, file: ReadFile, unit: Unit, period: ReportingPeriod) -> None:
        """Tell where a file is named by another unit than the one it is of."""
        day = dates_of(period, self.calendar).data_to
        if file.called and self.organisation.on(day).require(file.called) != unit:
            message = f"ghi đơn vị {unit.name} mà tên tệp là của {file.called}; lấy đơn vị ghi trong tệp."
            remedy = "Hãy sửa don_vi, hoặc đổi tên tệp."
            self.findings.append(warning("don-vi-khac-ten", file.name, message, remedy))

    def _unit(self, file: ReadFile, period: ReportingPeriod, name: str) -> Unit | None:
        """Return the unit that is called so at the end of a period; None where it can send nothing for it."""
        dates = dates_of(period, self.calendar)
        unit = self.organisation.on(dates.data_to).require(name)
        if not isinstance(unit, Unit):
            message = f"“{name}” là một nhóm đơn vị, không phải một đơn vị."
            self.findings.append(error("nhom-don-vi", file.name, message, "Hãy ghi tên đơn vị gửi."))
            return None
        if unit.last_day < dates.data_from or (unit.valid_from or date.min) > dates.data_to:
            message = (
                f"{name} không thuộc {self.organisation.name} trong kỳ {period}, nên không dùng tệp này."
            )
            remedy = "Hãy xem lại đơn vị và kỳ; hoặc sửa ngày của đơn vị trong danh sách đơn vị."
            self.findings.append(warning("don-vi-ngoai-ky", file.name, message, remedy))
            return None
        return unit
