"""The hidden sheet of a form: what it is a form of, and the lists that its cells choose from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from docgen.model.organisation import Organisation, Unit, UnitGroup
from docgen.model.outcome import Status
from docgen.model.plan import Plan
from docgen.sheets.cells import cell_at, write_text
from docgen.sheets.form import LISTS, NAME, SPELLINGS, STATUSES, SUBJECT, UNITS, VERSION, YEAR

_UNITS, _STATUSES, _SPELLINGS = 3, 4, 5


@dataclass(frozen=True)
class Choices:
    """What may be chosen in the cells of a form of a year."""

    year: int
    names: tuple[str, ...]

    @classmethod
    def of(cls, plan: Plan, organisation: Organisation) -> Self:
        """Offer each unit and group of an organisation once, as the plan first names it, then other names.

        They have the names of the day of the plan; what ended before its year, or began later, is left out.
        """
        organisation = organisation.on(plan.day)
        used = [name for row in plan.rows() for name in (*row.lead, *row.coordinating)]
        known = {entry.id: name for name in reversed(used) if (entry := organisation.find(name))}
        units = (unit for unit in organisation.units if _concerned(unit, plan))
        offered = {unit.id: unit.short_name or unit.name for unit in units}
        offered |= {group.id: group.name for group in organisation.groups if _concerned(group, plan)} | known
        others = (name for name in used if not organisation.find(name))
        return cls(plan.year, tuple(dict.fromkeys((*offered.values(), *others))))

    def units(self) -> DataValidation:
        """Return the choice of units; other words are allowed, for several units stand in one cell."""
        said = "Tên này không có trong danh mục. Nhiều đơn vị trong một ô thì cách nhau bằng dấu phẩy."
        choice = list_choice(_UNITS, len(self.names), "Đơn vị ngoài danh mục", said)
        choice.errorStyle = "warning"
        return choice

    def statuses(self) -> DataValidation:
        """Return the choice of statuses."""
        return status_choice(_STATUSES)

    def days(self) -> DataValidation:
        """Return what may be typed as a day: any of the year."""
        said = f"Hãy gõ một ngày trong năm {self.year}, ví dụ 15/12/{self.year}."
        return day_choice(date(self.year, 1, 1), date(self.year, 12, 31), said)


def status_choice(column: int) -> DataValidation:
    """Return the choice of statuses, which stand in a column of the hidden sheet."""
    said = "Hãy chọn một tình trạng trong danh sách."
    return list_choice(column, len(Status), "Tình trạng không hợp lệ", said)


def list_choice(column: int, count: int, title: str, said: str) -> DataValidation:
    """Return the choice of what stands in a column of the hidden sheet, behind its heading."""
    return DataValidation(
        type="list",
        formula1=_list(column, count),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=title,
        error=said,
    )


def day_choice(first: date, last: date, said: str) -> DataValidation:
    """Return what may be typed as a day: any from the first to the last."""
    return DataValidation(
        type="date",
        operator="between",
        formula1=_day(first),
        formula2=_day(last),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Ngày không hợp lệ",
        error=said,
    )


def _day(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _concerned(entry: Unit | UnitGroup, plan: Plan) -> bool:
    """Say whether a unit or group was there on the day of a plan, and still is in its year."""
    return entry.last_day.year >= plan.year and (entry.valid_from or plan.day) <= plan.day


def write_lists(sheet: Worksheet, plan: Plan, choices: Choices) -> None:
    """Fill the hidden sheet."""
    about = ((NAME, VERSION), (YEAR, plan.year), (SUBJECT, plan.subject))
    lists = {
        _UNITS: (UNITS, *choices.names),
        _STATUSES: (STATUSES, *(status.label for status in Status)),
        _SPELLINGS: (SPELLINGS, *dict.fromkeys(_titles(plan))),
    }
    write_hidden(sheet, about, lists)


def write_hidden(
    sheet: Worksheet, about: Iterable[tuple[str, object]], lists: Mapping[int, Iterable[str]]
) -> None:
    """Fill a hidden sheet: what a form is of in two columns, behind them `lists` by the numbers of theirs."""
    sheet.sheet_state = "hidden"
    for row, (key, value) in enumerate(about, 1):
        write_text(cell_at(sheet, row, 1), key)
        write_text(cell_at(sheet, row, 2), str(value))
    for column, texts in lists.items():
        for row, text in enumerate(texts, 1):
            write_text(cell_at(sheet, row, column), text)


def _list(column: int, count: int) -> str:
    letter = get_column_letter(column)
    return f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${count + 1}"


def _titles(plan: Plan) -> Iterator[str]:
    """Yield the titles that the sheets show in capitals, as stored."""
    for appendix in plan.appendices:
        yield from appendix.titles()
