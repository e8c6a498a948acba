"""All statistics of a unit in one table: sixty numbers are not typed on sixty pages."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from fastapi import Form
from starlette.responses import JSONResponse, Response

from docgen.errors import ConflictError
from docgen.language.quantities import count
from docgen.model.finding import Severity
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.submissions import RowView, UnitPage, save_row, unit_page
from docgen.office.submissions.fields import NOTE, VALUE
from docgen.office.submissions.views import RowFinding, Typed
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.pages.unit.typing import Texts, sentence
from docgen.web.templating import time_of_day
from docgen.web.told import Kind
from docgen.web.visit import Visit

router = pages()
_ADDRESS = "/ky/{period}/don-vi/{unit}/so-lieu"
_TEMPLATE = "don_vi/so_lieu.html"


class FiguresForm(PageForm):
    """A line of the table is a code (`ma`), the version that was shown, a value and a note."""

    ma: Texts
    phien_ban_dong: Texts
    so_lieu: Texts
    ghi_chu: Texts

    @property
    def typed(self) -> dict[str, Typed]:
        """What was typed, by codes; empty fields lack."""
        lines = zip(self.ma, self.so_lieu, self.ghi_chu, strict=False)
        said = ((code, {VALUE: value, NOTE: note}) for code, value, note in lines)
        return {code: {key: text for key, text in line.items() if text} for code, line in said}

    @property
    def versions(self) -> dict[str, int]:
        """The versions that were shown, by codes."""
        lines = zip(self.ma, self.phien_ban_dong, strict=False)
        return {code: int(version) for code, version in lines if version.isdecimal()}


@router.get(_ADDRESS, name="so_lieu")
def show(visit: Visit, period: str, unit: str) -> Response:
    """Show the table."""
    return _shown(visit, unit_page(visit.desk, period, unit))


def _shown(
    visit: Visit,
    page: UnitPage,
    typed: Mapping[str, Typed] | None = None,
    problem: ConflictError | None = None,
) -> Response:
    groups = [group for group in page.groups if group.kind is RowKind.STATISTIC]
    wrong = [] if typed else _wrong(page)
    shown = {"page": page, "groups": groups, "typed": typed or {}, "sentence": sentence, "wrong_rows": wrong}
    return visit.page(_TEMPLATE, 409 if problem else 200, problem=problem, **shown)


@router.post(_ADDRESS, name="so_lieu_luu")
def save(visit: Visit, period: str, unit: str, form: Annotated[FiguresForm, Form()]) -> Response:
    """Keep the lines that differ: all of them, or none."""
    page = unit_page(visit.desk, period, unit)
    changed = [row for row in _figures(page) if row.typed != form.typed.get(row.name.key, row.typed)]
    if refused := [*_saved(visit.desk, page, changed, form)]:
        problem = ConflictError(
            f"Chưa lưu, vì {count(len(refused))} chỉ tiêu không lưu được:",
            "So số liệu đang có với số liệu đang nhập; lưu lại thì số liệu đang nhập được giữ.",
            refused,
        )
        return _shown(visit, page, form.typed, problem)
    if visit.request.headers.get("accept") == "application/json":
        return JSONResponse({"luc": time_of_day(visit.desk.now), "loi": []})
    told, kind = _told(len(changed), len(_wrong(unit_page(visit.desk, period, unit))))
    return visit.go("so_lieu", told, kind, period=period, unit=unit)


def _told(kept: int, wrong: int) -> tuple[str, Kind]:
    """Return what is said after a save; what was typed is kept, wrong as it may be."""
    said = f"Đã lưu {count(kept)} chỉ tiêu" if kept else "Không có gì thay đổi"
    if wrong:
        return f"{said}; {count(wrong)} chỉ tiêu có số liệu phải sửa.", "warning"
    return f"{said}.", "success"


def _wrong(page: UnitPage) -> list[RowView]:
    """Return the lines with something in them that must be mended."""
    return [row for row in _figures(page) if row.typed and any(map(_is_error, row.findings))]


def _is_error(finding: RowFinding) -> bool:
    return finding.severity is Severity.ERROR


def _figures(page: UnitPage) -> Iterator[RowView]:
    return (row for row in page.rows if row.name.kind is RowKind.STATISTIC)


def _saved(desk: Desk, page: UnitPage, changed: list[RowView], form: FiguresForm) -> Iterator[str]:
    """Keep lines; yield those that cannot be kept, and why."""
    for row in changed:
        name, typed = row.name, form.typed[row.name.key]
        try:
            save_row(desk, page.period.code, page.unit, name, typed, form.versions.get(name.key, row.version))
        except ChangedMeanwhileError as error:
            yield f"{_called(row)}: {error.message} Đang có: {error.theirs.get(VALUE) or '(trống)'}."
        except ConflictError as error:
            yield f"{_called(row)}: {error.message}"


def _called(row: RowView) -> str:
    return f"{row.asked.number}. {row.asked.text}"
