"""What is written is read back: every row of every appendix with its task, whatever the plan says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import plans
from workbooks import read_rows

from docgen.documents.appendix import worded_appendices
from docgen.sheets import read_workbook, write_workbook

FIELDS = ("number", "text", "product", "lead", "coordinating", "deadline", "budget", "note")


def printed(plan, organisation):
    """Return the rows of each appendix as printed, headings as stored: words with their column."""
    tables = []
    for appendix, stored in zip(worded_appendices(plan, organisation), plan.appendices, strict=True):
        shown = [name for name in FIELDS if getattr(appendix.columns, name)]
        headings = [getattr(stored.headings, name) for name in shown]
        rows = [[getattr(row, name) for name in shown] for row in appendix.rows]
        lines = [[appendix.label], [appendix.title], [appendix.reference]]
        tables.append(
            [[(at, words) for at, words in enumerate(row) if words] for row in (*lines, headings, *rows)]
        )
    return tables


def check(plan, organisation):
    read = read_workbook(write_workbook(plan, organisation))
    assert [read_rows(table) for table in read.tables] == printed(plan, organisation)
    tasks = [row.task for table in read.tables for row in table.rows if row.task]
    assert tasks == [row.id for row in plan.rows()] == [answer.task for answer in read.answers]
    assert (read.form.year, read.form.subject) == (plan.year, plan.subject)
    assert set(read.form.spellings) == {title for one in plan.appendices for title in one.titles()}
    assert (read.findings, read.hidden) == ((), ())


def test_the_2025_plan_comes_back(plan_2025, organisation):
    check(plan_2025, organisation)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_plan_comes_back(organisation, data):
    check(data.draw(plans(organisation).filter(lambda plan: plan.appendices)), organisation)


def test_the_head_of_the_table_is_known(plan_2025, organisation):
    (table,) = read_workbook(write_workbook(plan_2025, organisation)).tables
    assert [row.header for row in table.rows].index(True) == 3
    assert [cell.columns for row in table.rows[:3] for cell in row.cells] == [5, 5, 5]
    assert (table.place, table.rows[3].cells[1].place) == ("trang tính “Phụ lục”", "ô C4")
