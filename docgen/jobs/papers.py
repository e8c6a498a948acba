"""Papers that take long to make: a step for each, so that none is made twice."""

from collections.abc import Iterable, Mapping

from docgen.errors import MissingError
from docgen.jobs.files import in_one, keep_files, result_of
from docgen.jobs.run import Json, Run
from docgen.model.collecting import PeriodState
from docgen.model.naming import UnitKind
from docgen.office import plans, reports
from docgen.office.agency import organisation
from docgen.office.periods import periods
from docgen.office.submissions import board, unit_workbook


def plan_files(run: Run) -> Mapping[str, Json]:
    """Make all files of the plan of the year `nam`: the plan itself, and what has changed since the last."""
    names = run.step("Đang đọc kế hoạch", _plan_names)
    made = run.each(names, "Đang soạn tệp {}".format, _plan_file)
    return result_of([file for files in made for file in files])


def _plan_names(run: Run) -> list[str]:
    with run.reading() as desk:
        return list(plans.paper_names(desk.session, run.parameters["nam"]))


def _plan_file(run: Run, name: str) -> list[Json]:
    with run.reading() as desk:
        made = plans.papers(desk.session, run.parameters["nam"], [name])
    with run.writing() as desk:
        plans.keep_papers(desk, made)
    return keep_files(run, made.files)


def plan_extracts(run: Run) -> Mapping[str, Json]:
    """Make, for each unit, what it has to do in the plan of the year `nam`; all in one file."""
    units = run.step("Đang đọc kế hoạch", _units)
    made = run.each(units, lambda unit: f"Đang trích nhiệm vụ của {unit[1]}", _plan_extract)
    return _bundled(run, f"trich-ke-hoach-{run.parameters['nam']}.zip", made)


def _units(run: Run) -> list[Json]:
    """Return the ids and names of the units of the agency."""
    with run.reading() as desk:
        day = plans.plan(desk.session, run.parameters["nam"]).plan.day
        units = organisation(desk.session).on(day).units
    return [[unit.id, unit.name] for unit in units if unit.kind is not UnitKind.EXTERNAL]


def _plan_extract(run: Run, unit: Json) -> list[Json]:
    """Make the files of a unit; none where the plan gives it nothing to do."""
    with run.reading() as desk:
        try:
            files = plans.extract(desk.session, run.parameters["nam"], unit[0]).files
        except MissingError:
            return []
    return keep_files(run, files)


def report_files(run: Run) -> Mapping[str, Json]:
    """Make the files of the report of the period `ky`."""
    return result_of(run.step("Đang soạn báo cáo", _report, run.parameters["ky"]))


def year_reports(run: Run) -> Mapping[str, Json]:
    """Make the reports of all periods of the year `nam` that were opened; all in one file."""
    codes = run.step("Đang xem các kỳ báo cáo", _opened)
    made = run.each(codes, "Đang soạn báo cáo kỳ {}".format, _report)
    return _bundled(run, f"bao-cao-{run.parameters['nam']}.zip", made)


def _opened(run: Run) -> list[str]:
    with run.reading() as desk:
        views = periods(desk.session, run.parameters["nam"])
    return [view.code for view in views if view.state is not PeriodState.PLANNED]


def _report(run: Run, code: str) -> list[Json]:
    with run.reading() as desk:
        made = reports.kept_papers(desk.session, code) or reports.report_papers(desk.session, code)
    with run.writing() as desk:
        reports.keep_papers(desk, made)
    return keep_files(run, made.files)


def unit_forms(run: Run) -> Mapping[str, Json]:
    """Make the workbooks in which the units answer for the period `ky`; all in one file."""
    units = run.step("Đang xem các đơn vị", _asked)
    made = run.each(units, lambda unit: f"Đang soạn biểu mẫu của {unit[1]}", _form)
    return _bundled(run, f"bieu-mau-{run.parameters['ky']}.zip", made)


def _asked(run: Run) -> list[Json]:
    """Return the ids and names of the units that answer."""
    with run.reading() as desk:
        return [[one.unit, one.name] for one in board(desk, run.parameters["ky"]).units]


def _form(run: Run, unit: Json) -> list[Json]:
    code = run.parameters["ky"]
    with run.reading() as desk:
        data = unit_workbook(desk, code, unit[0])
    return keep_files(run, {f"{code}/{unit[0]}.xlsx": data})


def _bundled(run: Run, name: str, made: Iterable[list[Json]]) -> Mapping[str, Json]:
    """Return what was made for one after another as one file."""
    files = [file for files in made for file in files]
    return result_of(run.step("Đang gộp các tệp", in_one, name, files))
