"""Days off and days worked that the office settles unlike the law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette_admin.fields import StringField

from docgen.language.dates import short_date
from docgen.model.calendar import SettledDay
from docgen.office import calendars
from docgen.office.agency import calendar
from docgen.office.desk import Desk
from docgen.web.admin.view import Act, Choice, Data, OfficeView
from docgen.web.pages.typed import read_day

_KINDS = {calendars.OFF: "Nghỉ", calendars.WORKED: "Làm việc"}


@dataclass(frozen=True)
class DayRow:
    """A day as the list shows it."""

    settled: SettledDay
    kind: str

    def __str__(self) -> str:
        """Return "ngày 15/3/2026"."""
        return f"ngày {self.ngay}"

    @property
    def id(self) -> str:
        """The day in ISO 8601."""
        return self.settled.day.isoformat()

    @property
    def ngay(self) -> str:
        """The day."""
        return short_date(self.settled.day)

    @property
    def ly_do(self) -> str:
        """Why."""
        return self.settled.reason

    @property
    def kind_name(self) -> str:
        """Whether it is off or worked."""
        return _KINDS[self.kind]


def _drop(desk: Desk, pk: str, _: Data) -> str:
    settled = SettledDay.model_validate({"ngay": pk, "ly_do": "-"}).day
    calendars.drop_day(desk, settled)
    return f"Đã bỏ ngày {short_date(settled)}."


class DayView(OfficeView):
    """The list of such days."""

    key, menu_label, icon = "ngay-nghi", "Ngày nghỉ, ngày làm bù", "umbrella-beach"
    meaning = "Ngày nghỉ và ngày làm việc khác với lịch chung; hạn của các kỳ chưa mở được tính lại ngay."
    adding = "Thêm ngày"
    is_fixed = True
    fields_default_sort = ()
    fields = (
        StringField("ngay", "Ngày", help_text="Ví dụ 15/3/2026."),
        Choice("kind", "Là ngày", exclude_from_list=True, exclude_from_detail=True),
        StringField("kind_name", "Là ngày", exclude_from_create=True),
        StringField("ly_do", "Lý do"),
    )

    def rows(self, desk: Desk) -> Sequence[DayRow]:
        """Return all such days, the newest first."""
        known = calendar(desk.session)
        off = [DayRow(day, calendars.OFF) for day in known.days_off]
        worked = [DayRow(day, calendars.WORKED) for day in known.days_worked]
        return sorted((*off, *worked), key=lambda row: row.id, reverse=True)

    def choices(self, desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:  # noqa: ARG002 - always the same
        """Return what a day may be."""
        return {"kind": [*_KINDS.items()]}

    def add(self, desk: Desk, data: Data) -> DayRow:
        """Settle a day."""
        kind = data["kind"] if data["kind"] in _KINDS else calendars.OFF
        calendars.settle_day(desk, kind, {"ngay": data["ngay"], "ly_do": data["ly_do"]})
        return DayRow(SettledDay(day=read_day(data["ngay"]), reason=data["ly_do"]), kind)

    acts = (
        Act(
            "bo",
            "Bỏ ngày này",
            "trash",
            "Ngày này trở lại theo lịch chung của Nhà nước.",
            _drop,
        ),
    )
