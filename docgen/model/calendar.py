"""An office's calendar of reports: the days of a period, and what the office has settled about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from docgen.errors import InvalidInputError
from docgen.language.dates import short_date
from docgen.model.base import Model, repeated
from docgen.model.day import Day
from docgen.model.period import Period, ReportingPeriod
from docgen.model.text import VnText, Words

DAYS = ("opens", "data_from", "data_to", "unit_due", "due", "closes")
"""The days of a period: fields of `ReportingDates` and of `PeriodDays`."""

_ORDER = (
    ("data_from", "data_to", 0),
    ("data_from", "opens", 0),
    ("opens", "unit_due", 0),
    ("data_to", "unit_due", 1),
    ("unit_due", "due", 0),
    ("unit_due", "closes", 0),
)
"""Which day comes before which, and the days that must lie between.

A period may close before its report is due or after, and may be opened after its data have ended.
"""
_LONGEST_MONTH = 31
_QUARTER = 60
"""Working days: nobody is given more of them to answer in."""


@dataclass(frozen=True)
class Disorder:
    """Two days of a period in the wrong order: the fields that they are, and what is wrong."""

    earlier: str
    later: str
    message: str


class DisorderedDatesError(InvalidInputError):
    """The days of a period contradict each other: every one of `disorders`."""

    def __init__(self, period: ReportingPeriod, disorders: Iterable[Disorder]) -> None:
        self.disorders = tuple(disorders)
        super().__init__(
            f"Lịch báo cáo của kỳ {period} chưa hợp lý:",
            "Hãy sửa các ngày này, hoặc quy định chung, trong tệp lịch báo cáo.",
            (one.message for one in self.disorders),
        )


@dataclass(frozen=True)
class ReportingDates:
    """The days of a period: when units may answer, which data count, until when everyone is done.

    Data count from `data_from` to `data_to`, both included (Nghị định số 09/2019/NĐ-CP, Điều 12). Units
    answer from `opens` on and are in time until `unit_due`; after `closes` nothing more is taken into the
    report, which is sent until `due`. All days end at 24:00.

    Raises:
        DisorderedDatesError: in Vietnamese, with every pair of days in a wrong order.

    """

    period: ReportingPeriod
    opens: date
    data_from: date
    data_to: date
    unit_due: date
    due: date
    closes: date

    def __post_init__(self) -> None:
        """Refuse days in a wrong order."""
        if disorders := tuple(self._disorders()):
            raise DisorderedDatesError(self.period, disorders)

    def _disorders(self) -> Iterator[Disorder]:
        for earlier, later, between in _ORDER:
            first, second = getattr(self, earlier), getattr(self, later)
            is_told_of_due = later == "closes" and self.closes == self.due
            if (second - first).days < between and not is_told_of_due:
                limit = f"sau {_told(earlier, first)}" if between else f"từ {_told(earlier, first)} trở đi"
                subject = _told(later, second)
                yield Disorder(earlier, later, f"{subject[:1].upper()}{subject[1:]} phải {limit}.")


def _told(name: str, day: date) -> str:
    return f"{title_of_day(name)} ({short_date(day)})"


def title_of_day(name: str) -> str:
    """Return what officers call one of `DAYS` inside a sentence: "hạn gửi báo cáo"."""
    title = str(PeriodDays.model_fields[name].title)
    return f"{title[:1].lower()}{title[1:]}"


class Shift(StrEnum):
    """Where a due day goes that falls on a day off."""

    BEFORE = "truoc"
    """To the working day before: by nobody's reading is the report late."""
    AFTER = "sau"
    """To the next working day (Bộ luật Dân sự số 91/2015/QH13, Điều 148, khoản 5)."""
    STAY = "giu_nguyen"


class CalendarRules(Model):
    """What an office has settled for every period; what it says nothing of is as in rules/reports.toml."""

    due_day: int | None = Field(
        default=None, alias="ngay_gui_bao_cao", title="Ngày gửi báo cáo", ge=1, le=_LONGEST_MONTH
    )
    shift: Shift | None = Field(default=None, alias="gap_ngay_nghi", title="Khi hạn rơi vào ngày nghỉ")
    unit_days: int | None = Field(
        default=None, alias="so_ngay_don_vi_gui", title="Số ngày làm việc để đơn vị gửi", ge=1, le=_QUARTER
    )
    opening_days: int | None = Field(
        default=None, alias="so_ngay_mo_truoc", title="Số ngày làm việc mở kỳ trước", ge=0, le=_QUARTER
    )


class PeriodDays(Model):
    """The days of one period that an office has settled; the others follow from the rules."""

    period: Period = Field(alias="ky", title="Kỳ")
    opens: Day | None = Field(default=None, alias="mo_ky", title="Ngày mở kỳ")
    data_from: Day | None = Field(default=None, alias="so_lieu_tu", title="Ngày đầu của số liệu")
    data_to: Day | None = Field(default=None, alias="so_lieu_den", title="Ngày cuối của số liệu")
    unit_due: Day | None = Field(default=None, alias="han_don_vi", title="Hạn của đơn vị")
    due: Day | None = Field(default=None, alias="han_bao_cao", title="Hạn gửi báo cáo")
    closes: Day | None = Field(default=None, alias="dong_ky", title="Ngày đóng kỳ")
    reason: VnText = Field(default="", alias="ly_do", title="Lý do")

    @field_validator(*DAYS)
    @classmethod
    def _is_near(cls, day: date | None, info: ValidationInfo) -> date | None:
        period = info.data.get("period")
        if day and period and _month_of(day) not in _months(period, str(info.field_name)):
            raise ValueError(f"ngày {short_date(day)} ở xa kỳ {period}; hãy kiểm tra lại tháng, năm")
        return day

    @property
    def settled(self) -> dict[str, date]:
        """The days that are settled, by their names in `DAYS`."""
        days = ((name, getattr(self, name)) for name in DAYS)
        return {name: day for name, day in days if day is not None}


_EARLY = frozenset({"opens", "data_from"})
_MONTHS = 12


def _months(period: ReportingPeriod, day: str) -> range:
    """Return the months in which a day of a period can lie: its last and those beside it.

    Early days may lie as far back as the December before the year, in which its data begin.
    """
    december = period.year * _MONTHS
    last = december + period.last_month
    return range(december if day in _EARLY else last - 1, last + 2)


def _month_of(day: date) -> int:
    """Return the month of a day, counted through all years."""
    return day.year * _MONTHS + day.month


class SettledDay(Model):
    """A day that an office has off, or works, unlike the law's calendar; with the reason."""

    day: Day = Field(alias="ngay", title="Ngày")
    reason: Words = Field(alias="ly_do", title="Lý do")


def _each_day_once(settled: tuple[SettledDay, ...]) -> tuple[SettledDay, ...]:
    if twice := repeated(one.day for one in settled):
        raise ValueError(f"ngày {', '.join(map(short_date, twice))} ghi nhiều lần; hãy giữ một")
    return settled


def _each_period_once(periods: tuple[PeriodDays, ...]) -> tuple[PeriodDays, ...]:
    if twice := repeated(one.period for one in periods):
        raise ValueError(f"kỳ {', '.join(map(str, twice))} ghi nhiều lần; hãy gộp lại làm một")
    return periods


_SettledDays = Annotated[tuple[SettledDay, ...], AfterValidator(_each_day_once)]


class OfficeCalendar(Model):
    """What an office has settled about its reports: for all periods, for some, and days off and worked.

    `days_off` and `days_worked` are merged over the law's calendar of working days.
    """

    rules: CalendarRules = Field(default=CalendarRules(), alias="quy_dinh_chung", title="Quy định chung")
    periods: Annotated[tuple[PeriodDays, ...], AfterValidator(_each_period_once)] = Field(
        default=(), alias="ky_bao_cao", title="Kỳ báo cáo"
    )
    days_off: _SettledDays = Field(default=(), alias="ngay_nghi", title="Ngày nghỉ")
    days_worked: _SettledDays = Field(default=(), alias="ngay_lam_viec", title="Ngày làm việc")

    @model_validator(mode="after")
    def _no_day_is_both(self) -> Self:
        off = {one.day for one in self.days_off}
        if both := [one.day for one in self.days_worked if one.day in off]:
            told = ", ".join(map(short_date, both))
            raise ValueError(f"ngày {told} vừa là ngày nghỉ vừa là ngày làm việc; hãy bỏ ở một danh sách")
        return self

    def settled(self, period: ReportingPeriod) -> dict[str, date]:
        """Return the days of a period that are settled, by their names in `DAYS`."""
        return next((one.settled for one in self.periods if one.period == period), {})
