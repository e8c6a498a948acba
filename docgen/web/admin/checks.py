"""Terms, expired documents and house rules of the office, which files are checked by."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Form
from pydantic import Field
from starlette.responses import HTMLResponse, Response

from docgen.check import ExpiredText, OldTerm, Settings, read_settings
from docgen.errors import InvalidInputError
from docgen.language.dates import short_date
from docgen.office import agency
from docgen.rules import rules
from docgen.web.door import pages
from docgen.web.form import PageForm, Text
from docgen.web.pages.typed import read_day
from docgen.web.visit import Visit

router = pages()
T = TypeVar("T")
Column = Annotated[list[Text], Field(default_factory=list)]
Switch = Literal["", "co"]
_BLANK = 3
"""Empty lines below those that are filled."""
_DAYS_OF_MONTH = 31


class ChecksForm(PageForm):
    """The house rules that are held (`quy_uoc`, ids), two tables column by column, and what else varies."""

    quy_uoc: Annotated[list[str], Field(default_factory=list)]
    cu: Column
    moi: Column
    thay_tu: Column
    so_hieu: Column
    het_tu: Column
    thay_bang: Column
    du_thao: Switch = ""
    dien_tu: Switch = ""
    dem_con: Switch = ""
    ngay_gui: Text = ""

    @property
    def terms(self) -> list["Line"]:
        """Old words, new words, the day."""
        return _lines(self.cu, self.moi, self.thay_tu)

    @property
    def expired(self) -> list["Line"]:
        """The number of a document, what takes its place, the day."""
        return _lines(self.so_hieu, self.thay_bang, self.het_tu)


@dataclass(frozen=True)
class Line:
    """A line of a table: what goes, what comes instead, and from which day on."""

    old: str = ""
    new: str = ""
    day: str = ""


def _lines(*columns: Sequence[str]) -> list[Line]:
    """Return the lines in which anything is written."""
    return [Line(*cells) for cells in zip_longest(*columns, fillvalue="") if any(cells)]


@router.get("/quan-tri/kiem-tra-tep", name="quan_tri_kiem_tra")
def show(visit: Visit) -> HTMLResponse:
    """Show what files are checked by."""
    return _page(visit, _settled(read_settings(agency.check_settings(visit.desk.session))))


@router.post("/quan-tri/kiem-tra-tep", name="quan_tri_kiem_tra_luu")
def settle(visit: Visit, form: Annotated[ChecksForm, Form()]) -> Response:
    """Settle what files are checked by; all that is wrong is told at once, and nothing kept."""
    try:
        agency.settle_checks(visit.desk, _read(form))
    except InvalidInputError as problem:
        return _page(visit, form, problem)
    return visit.go("quan_tri_kiem_tra", "Đã lưu thuật ngữ và quy ước kiểm tra.")


def _page(visit: Visit, form: ChecksForm, problem: InvalidInputError | None = None) -> HTMLResponse:
    return visit.page(
        "quan_tri/kiem_tra_tep.html",
        422 if problem else 200,
        form=form,
        terms=_with_blanks(form.terms),
        expired=_with_blanks(form.expired),
        house=[rule for rule in rules() if rule.house],
        problem=problem,
    )


def _with_blanks(lines: list[Line]) -> list[Line]:
    return [*lines, *[Line()] * _BLANK]


def _settled(settings: Settings) -> ChecksForm:
    """Return what is settled as it stands in the fields."""
    terms, expired = settings.terms, settings.expired
    return ChecksForm(
        quy_uoc=[rule.id for rule in rules() if rule.house and settings.applies(rule.id)],
        cu=[one.old for one in terms],
        moi=[one.new for one in terms],
        thay_tu=[short_date(one.since) for one in terms],
        so_hieu=[one.number for one in expired],
        het_tu=[short_date(one.ended) for one in expired],
        thay_bang=[one.replaced_by for one in expired],
        du_thao="co" if settings.draft else "",
        dien_tu="co" if settings.electronic else "",
        dem_con="co" if settings.count_subtasks else "",
        ngay_gui=str(settings.report_due_day),
    )


def _read(form: ChecksForm) -> Settings:
    """Return what was typed as settings.

    Raises:
        InvalidInputError: a line lacks something, a day is none; tells every problem with its place.

    """
    problems: list[str] = []
    terms = [*_each(form.terms, "Thuật ngữ", _term, problems)]
    expired = [*_each(form.expired, "Văn bản hết hiệu lực", _expired, problems)]
    if not (form.ngay_gui.isdecimal() and 1 <= int(form.ngay_gui) <= _DAYS_OF_MONTH):
        problems.append("Ngày gửi báo cáo: hãy ghi ngày trong tháng, từ 1 đến 31.")
    if problems:
        told = f"Chưa lưu: có {len(problems)} chỗ chưa đúng."
        raise InvalidInputError(told, "Hãy sửa các chỗ trên rồi lưu lại.", problems)
    return Settings(
        rules={rule.id: False for rule in rules() if rule.house and rule.id not in form.quy_uoc},
        terms=tuple(terms),
        expired=tuple(expired),
        draft=bool(form.du_thao),
        electronic=bool(form.dien_tu),
        count_subtasks=bool(form.dem_con),
        report_due_day=int(form.ngay_gui),
    )


def _each(
    lines: Sequence[Line], name: str, read: Callable[[Line, date], T], problems: list[str]
) -> Iterator[T]:
    """Yield what each line says; what is wrong with others is added to `problems`."""
    for place, line in enumerate(lines, 1):
        try:
            yield read(line, read_day(line.day))
        except InvalidInputError as error:
            problems.append(f"{name}, dòng {place}: {_inside(error.message)} {error.remedy}".strip())


def _inside(said: str) -> str:
    return said[:1].lower() + said[1:]


def _term(line: Line, day: date) -> OldTerm:
    _require(line.old, "Chưa ghi từ ngữ cũ.")
    return OldTerm(old=line.old, new=line.new, since=day)


def _expired(line: Line, day: date) -> ExpiredText:
    _require(line.old, "Chưa ghi số, ký hiệu.")
    values: dict[str, Any] = {"number": line.old, "from": day, "replaced_by": line.new}
    return ExpiredText(**values)


def _require(words: str, told: str) -> None:
    if not words:
        raise InvalidInputError(told)
