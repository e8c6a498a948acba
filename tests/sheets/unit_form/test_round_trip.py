"""What a unit says goes into its form and comes back: by hand, at random, and saved by LibreOffice."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit_forms import POINTS, Desk, asked
from workbooks import converted

from docgen.importers.submission_reading import read_submission
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.submission import OtherWork, Statistic, Submission
from docgen.resources import shipped
from docgen.rules.reports import contents
from docgen.sheets import write_unit_form

SAMPLES = sorted((shipped("data") / "submissions" / "2025-6T").glob("*.yaml"))
WORDS = st.text("aáâđệ 1.,;/()“”%=+@-_x", min_size=1, max_size=40).map(lambda text: f"Việc {text}".strip())
LINES = st.lists(WORDS, max_size=3).map(tuple)
MAYBE = st.just("") | WORDS | st.tuples(WORDS, WORDS).map("\n".join)
DAYS = st.dates(date(2024, 12, 15), date(2025, 12, 31))


def test_a_form_that_is_empty_says_only_whose_it_is(empty, answered):
    nothing = Submission(year=2025, period="2025-Q1", unit="Văn phòng Sở")
    assert answered(empty) == (nothing, [])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back(path, plan_2025, organisation, answered):
    sent, _ = read_submission(path)
    form = asked(plan_2025, organisation, path.stem, sent.period)
    desk = Desk(write_unit_form(form))
    kept = _asked_of(form, sent)
    desk.answer(kept)
    submission, findings = answered(desk.bytes())
    assert (submission, findings) == (kept.model_copy(update={"unit": form.name}), [])


def _asked_of(form, sent):
    """Return of a submission what its form has room for."""
    tasks = {one.task for one in form.obligations}
    codes = [row.code for one in form.forms for row in one.indicators]
    rows = tuple(row for row in sent.rows if row.id in tasks)
    told = {one.code: one for one in sent.statistics}
    statistics = tuple(told[code] for code in codes if code in told)
    order = [one.task for one in form.obligations]
    rows = tuple(sorted(rows, key=lambda row: order.index(row.id)))
    return sent.model_copy(update={"rows": rows, "statistics": statistics})


def test_what_libreoffice_saves_comes_back(form, desk, answered, tmp_path):
    sent, _ = read_submission(shipped("data") / "submissions" / "2025-Q1" / "van-phong.yaml")
    desk.answer(_asked_of(form, sent))
    saved = converted(tmp_path, desk.bytes(), "xlsx").read_bytes()
    assert answered(saved) == (_asked_of(form, sent), [])


@st.composite
def submissions(draw, form):
    """Draw what the unit of a form may say."""
    tasks = [one.task for one in form.obligations]
    codes = [row.code for one in form.forms for row in one.indicators]
    told = draw(st.sets(st.sampled_from(tasks), max_size=4))
    counted = draw(st.sets(st.sampled_from(codes), max_size=4))
    return Submission(
        year=2025,
        period=form.dates.period,
        unit=form.name,
        sent_on=draw(st.none() | DAYS),
        rows=tuple(draw(_outcomes(task)) for task in tasks if task in told),
        other=tuple(draw(st.lists(_works(), max_size=3))),
        difficulties=draw(LINES),
        proposals=draw(LINES),
        next_tasks=draw(LINES),
        statistics=tuple(draw(_statistics(code)) for code in codes if code in counted),
    )


def _made(model, **fields):
    return st.fixed_dictionaries(fields).map(model.model_validate)


def _outcomes(task):
    number = st.just("") | st.integers(1, 9999).map("{}/QĐ-SNV".format)
    product = _made(Product, number=number, day=st.none() | DAYS, subject=WORDS)
    return _made(
        Outcome,
        id=st.just(task),
        status=st.sampled_from(Status),
        finished_on=st.none() | DAYS,
        products=st.lists(product, max_size=2).map(tuple),
        evidence=LINES,
        **dict.fromkeys(("result", "reason", "basis", "difficulties", "proposals"), MAYBE),
    )


def _works():
    names = st.sampled_from([content.name for content in contents()])
    points = st.none() | st.sampled_from(list(POINTS))
    return _made(OtherWork, content=names, heading=points, results=LINES, shortcomings=LINES, causes=LINES)


def _statistics(code):
    amounts = st.integers(0, 10**9) | st.integers(0, 10**6).map(lambda cents: Decimal(cents) / 100)
    with_value = _made(Statistic, code=st.just(code), value=amounts, note=MAYBE)
    return with_value | _made(Statistic, code=st.just(code), note=WORDS)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_said_comes_back(form, empty, answered, data):
    said = data.draw(submissions(form))
    desk = Desk(empty)
    desk.answer(said)
    assert answered(desk.bytes()) == (said, [])
