"""Periods: their days, settled while they are not open, moved while they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette_admin.fields import StringField

from docgen.language.dates import short_date
from docgen.model.calendar import DAYS
from docgen.model.collecting import PeriodState
from docgen.office import calendars, periods
from docgen.office.desk import Desk
from docgen.office.submissions.views import PeriodView as Period
from docgen.web.admin.view import Data, OfficeView
from docgen.web.pages.typed import read_day

_MOVED = ("unit_due", "due", "closes")
_DAY = "Ví dụ 15/3/2026."


@dataclass(frozen=True)
class PeriodRow:
    """A period as the list shows it."""

    period: Period

    def __str__(self) -> str:
        """Return "kỳ quý I năm 2025"."""
        return f"kỳ {self.name}"

    def __getattr__(self, name: str) -> str:
        """Return one of its days as it is typed."""
        if name not in DAYS:
            raise AttributeError(name)
        return short_date(getattr(self.period.dates, name))

    @property
    def id(self) -> str:
        """Its code: "2025-Q1"."""
        return self.period.code

    @property
    def name(self) -> str:
        """What it is called."""
        return self.period.name

    @property
    def state(self) -> str:
        """Whether units may answer."""
        return self.period.state.label

    @property
    def reason(self) -> str:
        """Why its days are changed: typed anew each time."""
        return ""

    @property
    def version(self) -> int:
        """Its version."""
        return self.period.version


class PeriodView(OfficeView):
    """The list of periods."""

    key, menu_label, icon = "ky", "Kỳ báo cáo", "calendar-days"
    meaning = "Ngày của từng kỳ; kỳ chưa mở theo lịch chung trong Cài đặt, trừ ngày đã ấn định riêng ở đây."
    fields_default_sort = ()
    fields = (
        StringField("name", "Kỳ", exclude_from_edit=True),
        StringField("state", "Trạng thái", exclude_from_edit=True),
        StringField("opens", "Ngày mở kỳ", help_text=f"{_DAY} Chỉ đổi được khi kỳ chưa mở."),
        StringField(
            "data_from",
            "Ngày đầu của số liệu",
            help_text=f"{_DAY} Chỉ đổi được khi kỳ chưa mở.",
            exclude_from_list=True,
        ),
        StringField(
            "data_to",
            "Ngày cuối của số liệu",
            help_text=f"{_DAY} Chỉ đổi được khi kỳ chưa mở.",
            exclude_from_list=True,
        ),
        StringField("unit_due", "Hạn của đơn vị", help_text=_DAY),
        StringField("due", "Hạn gửi báo cáo", help_text=_DAY),
        StringField("closes", "Ngày đóng kỳ", help_text=_DAY),
        StringField(
            "reason",
            "Lý do",
            help_text="Được ghi vào nhật ký.",
            exclude_from_list=True,
            exclude_from_detail=True,
        ),
    )

    def rows(self, desk: Desk) -> Sequence[PeriodRow]:
        """Return all periods, the newest year first."""
        found = periods.periods(desk.session)
        return [
            PeriodRow(one) for one in sorted(found, key=lambda one: (-one.period.year, one.dates.data_to))
        ]

    def change(self, desk: Desk, pk: str, data: Data) -> PeriodRow:
        """Settle the days of a period, or move them while it is open."""
        known = periods.period_of(desk.session, pk)
        typed = {name: read_day(data[name]) for name in DAYS if data.get(name)}
        changed = {name: day for name, day in typed.items() if day != getattr(known.dates, name)}
        if known.state is PeriodState.PLANNED:
            _settle(desk, pk, changed, data["reason"])
        else:
            periods.extend(
                desk, pk, {name: day for name, day in changed.items() if name in _MOVED}, data["reason"]
            )
        return PeriodRow(periods.period_of(desk.session, pk))


def _settle(desk: Desk, code: str, changed: dict[str, date], reason: str) -> None:
    """Settle the days that were changed beside those that are settled already."""
    before = calendars.settled_period(desk, code)
    days: dict[str, Any] = {name: before[name] for name in DAYS if before[name]} | changed
    keys = calendars.keys_of_days()
    said = {keys[name]: day.isoformat() for name, day in days.items()}
    calendars.settle_period(desk, code, said | {"ly_do": reason})
