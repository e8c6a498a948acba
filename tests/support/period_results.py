"""What a period of the plan of 2025 has come to, put together by hand, and drawn at random."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from docgen.language.quantities import number
from docgen.model.appendix import Task
from docgen.model.calendar import OfficeCalendar
from docgen.model.figure import Figure, Source
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.period import ReportingPeriod
from docgen.model.results import (
    Answer,
    PeriodResults,
    Punctuality,
    Received,
    Standing,
    TaskResult,
    TextKind,
    UnitText,
)
from docgen.model.statistics import Form, FormResult, Indicator, IndicatorResult
from docgen.model.tally import Tally, elapsed
from docgen.rules.reporting_dates import dates_of
from docgen.transform.reporting.placed import placed_rows

Q1, HALF, Q3, NINE, YEAR = (ReportingPeriod(2025, part) for part in ("Q1", "6T", "Q3", "9T", "N"))
UNIT = "Văn phòng Sở"
_STATUS = {
    Standing.DONE_IN_TIME: Status.DONE,
    Standing.DONE_LATE: Status.DONE,
    Standing.ONGOING: Status.ONGOING,
    Standing.OVERDUE: Status.LATE,
    Standing.NOT_STARTED: Status.NOT_STARTED,
    Standing.NOT_DUE: Status.NOT_STARTED,
    Standing.DROPPED: Status.DROPPED,
}


def dates(period=Q1):
    """Return the days of a period by the rules."""
    return dates_of(period, OfficeCalendar())


def answer(unit=UNIT, status=Status.DONE, period=Q1, task="a", **told):
    """Return what a unit answered on a task."""
    return Answer(unit, Outcome(id=task, status=status, **told), period, f"{period}/tep.yaml")


def task(standing=Standing.DONE_IN_TIME, name="a", *, text="Rà soát văn bản", **fields):
    """Return what has become of a task."""
    row = Task(id=name, text=text, lead=(UNIT,), deadline=fields.pop("deadline", "Quý I"))
    usual = {
        "number": "1",
        "part": "A",
        "group": "Cải cách thể chế",
        "content": 1,
        "counted": True,
        "due": date(2025, 3, 31),
        "leads": (UNIT,),
    }
    return TaskResult(task=row, standing=standing, **usual | fields)


def tally_of(**counts):
    """Return tasks of which so many stand so: `tally_of(done_late=2, not_due=1)`."""
    numbers = count()
    standings = [Standing[name.upper()] for name, many in counts.items() for _ in range(many)]
    tasks = tuple(task(standing, f"t{next(numbers)}") for standing in standings)
    return Tally("cả kế hoạch", tasks, date(2025, 3, 31))


def results(plan, organisation, period=Q1, standings=None, **fields):
    """Return a period of a plan whose tasks stand as told by their ids, all others as not due yet."""
    standings = standings or {}
    days = dates(period)
    made = PeriodResults(
        plan=plan,
        organisation=organisation.on(days.data_to),
        period=period,
        dates=days,
        tasks=tuple(
            _of_row(plan, row, standings.get(row.row.id, Standing.NOT_DUE)) for row in placed_rows(plan)
        ),
        obligations=(),
        received=(Received("van-phong", UNIT, Punctuality.IN_TIME, "tep.yaml"),),
        elapsed=elapsed(days, dates(YEAR)),
    )
    return replace(made, **fields)


def with_task(made, name, **fields):
    """Return a period with one task changed."""
    changed = (replace(one, **fields) if one.task.id == name else one for one in made.tasks)
    return replace(made, tasks=tuple(changed))


def _of_row(plan, row, standing):
    return TaskResult(
        task=row.row,
        number=row.number,
        part=row.part,
        group=row.group,
        content=row.content,
        counted=row.counted,
        due=plan.deadline(row.row).latest,
        standing=standing,
        leads=row.row.lead,
    )


WORDS = st.sampled_from(
    (
        "Đã rà soát 12 văn bản.",
        "đạt 98,5%; còn 03 hồ sơ",
        "- Chưa phát sinh.",
        "Thực hiện Kế hoạch số 35/KH-SNV ngày 05/01/2025 (đợt 2)./.",
        "Do chờ ý kiến…",
        "UBND tỉnh đã họp\nngày 7/3",
        "",
    )
)
_UNITS = st.sampled_from((UNIT, "Thanh tra Sở", "Phòng 2", "Phòng Công chức, viên chức"))
_DAYS = st.integers(0, 200).map(lambda days: date(2024, 12, 20) + timedelta(days))
_FIGURES = st.integers(0, 20_000).map(
    lambda value: Figure(number(value), "Số liệu", Decimal(value), sources=(Source("Thanh tra Sở", "1.1"),))
)
_PRODUCTS = st.builds(
    Product,
    number=st.sampled_from(("35/QĐ-SNV", "7/SNV-VP", "18/2025/QĐ-UBND", "12-KL/TW", "2/XYZ")),
    day=st.none() | _DAYS,
    subject=st.sampled_from(("", "Về việc giao 02 chỉ tiêu", "Tuyên truyền năm 2025")),
)


@st.composite
def drawn_results(draw, plan, organisation):
    """Return a period in which anything may have happened."""
    period = draw(st.sampled_from((Q1, HALF, Q3, NINE, YEAR)))
    made = _drawn(draw, plan, organisation, period)
    if draw(st.booleans()):
        made = replace(made, previous=_drawn(draw, plan, organisation, Q1))
    return made


def _drawn(draw, plan, organisation, period):
    made = results(plan, organisation, period)
    standings = st.sampled_from(Standing)
    only = draw(st.none() | standings)
    tasks = tuple(_drawn_task(draw, one, only or draw(standings), period) for one in made.tasks)
    return replace(
        made,
        tasks=tasks,
        received=tuple(draw(st.lists(_received(), max_size=4, unique_by=lambda one: one.name))),
        texts=tuple(draw(st.lists(_texts(), max_size=6))),
        statistics=tuple(draw(st.lists(_forms(), max_size=2, unique_by=lambda one: one.form.number))),
        forms_note=draw(st.sampled_from(("", "Mẫu số 7 của cơ quan"))),
        elapsed=draw(st.none() | st.just(made.elapsed)),
    )


def _drawn_task(draw, one, standing, period):
    if standing is Standing.UNREPORTED:
        return replace(one, standing=standing, silent=(draw(_UNITS),))
    told = st.builds(
        answer,
        unit=_UNITS,
        status=st.just(_STATUS[standing]),
        period=st.sampled_from((Q1, period)),
        task=st.just(one.task.id),
        result=WORDS,
        reason=WORDS,
        basis=WORDS,
        products=st.lists(_PRODUCTS, max_size=1).map(tuple),
    )
    answers = tuple(draw(st.lists(told, max_size=2)))
    finished = draw(_DAYS) if standing.is_done else None
    new = period if standing.is_done else None
    return replace(one, standing=standing, answers=answers, finished_on=finished, finished_in=new)


def _received():
    return st.builds(Received, unit=st.just("x"), name=_UNITS, punctuality=st.sampled_from(Punctuality))


def _texts():
    return st.builds(
        UnitText,
        kind=st.sampled_from(TextKind),
        text=WORDS,
        unit=_UNITS,
        file=st.just("tep.yaml"),
        content=st.none() | st.integers(0, 6),
        heading=st.sampled_from(("", "chi_dao", "kiem_tra")),
    )


@st.composite
def _forms(draw):
    code = draw(st.integers(1, 7))
    rows = draw(st.lists(_indicators(), min_size=1, max_size=3))
    named = tuple(
        replace(row, indicator=row.indicator.model_copy(update={"code": f"{code}.{at}"}))
        for at, row in enumerate(rows, 1)
    )
    indicators = tuple(row.indicator for row in named)
    return FormResult(Form(number=str(code), title="Biểu 09", content=code, indicators=indicators), named)


def _indicators():
    data = {"ma": "1", "ten": "Hồ sơ mức độ 4", "cach_tinh": "ty_le", "tu_so": "1.1", "mau_so": "1.2"}
    goal = {"muc_tieu": [{"nam": 2025, "gia_tri": 95, "theo": "Kế hoạch số 1"}]}
    share = Indicator.model_validate({**data, **goal, "don_vi_tinh": "%"})
    yes_or_no = Indicator.model_validate({"ma": "2", "ten": "Có trang 2", "don_vi_tinh": "0/1"})
    return st.builds(
        IndicatorResult,
        indicator=st.sampled_from((share, yes_or_no)),
        value=st.none() | _FIGURES,
        previous=st.none() | _FIGURES,
        cumulated=st.none() | _FIGURES,
        silent=st.lists(_UNITS, max_size=1).map(tuple),
        note=WORDS,
        target=st.sampled_from((None, *share.targets)),
        is_reached=st.none() | st.booleans(),
    )


_DIGITS = re.compile(r"\d+")


def orphans(composed):
    """Return every number of a report that is neither traced nor a number of a heading or a row."""
    known = {}
    for one in composed.traced:
        known.setdefault(one.position, []).append((one.start, one.start + len(one.text)))
    return [
        text[: found.end()]
        for position, (text, skipped) in enumerate(_printed(composed.report))
        for found in _DIGITS.finditer(text, skipped)
        if not any(first <= found.start() and found.end() <= last for first, last in known.get(position, ()))
    ]


def _printed(report):
    """Yield the printed texts with how many of their letters are the number of a heading or a row."""
    yield from ((text, 0) for _, text in report.head.texts())
    yield from ((text, 0) for text in report.addressees.texts())
    yield from ((one.text, len(one.number)) for one in report.body)
    yield from ((text, 0) for text in (report.recipients.label, *report.recipients.lines))
    yield from ((text, 0) for text in (*report.signature.authority, report.signature.name))
    for table in (report.results, report.statistics):
        yield from ((text, 0) for text in (table.label, table.title, table.reference))
        yield from ((text, 0) for _, text in table.columns)
        cells = [(row, name) for row in table.rows for name in type(table.columns).model_fields]
        shown = ((getattr(row, name), name == "number") for row, name in cells)
        yield from ((text, len(text) if is_number else 0) for text, is_number in shown if text)
