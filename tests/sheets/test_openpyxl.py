"""openpyxl as a judge: of the same file it reads the same values from the same cells."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.sheets import read_workbook

WORDS = st.text("aăâđêôơưẹỹ KHQ12,.=\n<&\"'", min_size=1, max_size=12).filter(str.strip)
NUMBERS = st.one_of(
    st.integers(-(10**9), 10**9),
    st.floats(-(10**6), 10**6, allow_subnormal=False).map(lambda value: round(value, 6)),
)
DAYS = st.dates(date(1905, 1, 1), date(2100, 12, 31))
PLACES = st.tuples(st.integers(1, 40), st.integers(1, 20))


def said(value):
    """Return how an officer writes a value."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return (
        str(value) if isinstance(value, str) else format(Decimal(f"{value:.15g}") + 0, "f").replace(".", ",")
    )


@settings(max_examples=60, deadline=None)
@given(
    cells=st.dictionaries(PLACES, st.one_of(WORDS, NUMBERS, DAYS), min_size=1, max_size=30), old=st.booleans()
)
def test_the_same_values_are_read_from_the_same_cells(cells, old):
    book = openpyxl.Workbook()
    if old:
        book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    for (row, column), value in cells.items():
        cell = book.active.cell(row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
    memory = BytesIO()
    book.save(memory)
    judge = openpyxl.load_workbook(BytesIO(memory.getvalue()), data_only=True).active
    expected = {
        f"ô {cell.coordinate}": said(cell.value)
        for row in judge.iter_rows()
        for cell in row
        if cell.value is not None
    }
    (table,) = read_workbook(memory.getvalue()).tables
    read = {cell.place: cell.text for row in table.rows for cell in row.cells}
    assert read == expected
