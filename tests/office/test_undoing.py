"""What was done to many rows at once is undone for half a minute, where nobody has written since."""

import pytest
from answering import Q1, UNIT, reporter, task
from offices import desk_of

from docgen.errors import ConflictError, MissingError
from docgen.model.outcome import Status
from docgen.office.submissions import history, save_row, set_many, undo_many, unit_page

ONE, OTHER = task("ra-soat-vbqppl"), task("ra-soat-tthc-noi-bo")
BEFORE = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang làm"}


@pytest.fixture
def changed(office):
    """Two rows, one of them just typed, have got a status together."""
    with office.writing() as session:
        desk = reporter(session)
        save_row(desk, Q1, UNIT, ONE, BEFORE, 0)
        set_many(desk, Q1, UNIT, {ONE: 1, OTHER: 0}, Status.NOT_STARTED)
    return office


def undo(store, moment="2025-03-10 09:00", unit=UNIT):
    """Let somebody of a unit undo it."""
    with store.writing() as session:
        return undo_many(reporter(session, moment, unit), Q1, UNIT, {ONE: 2, OTHER: 1})


def test_rows_say_again_what_they_said_and_the_history_keeps_both_steps(changed):
    assert undo(changed).count == 2
    with changed.reading() as session:
        page = unit_page(reporter(session), Q1, UNIT)
        assert (page.row(ONE).typed, page.row(OTHER).typed) == (BEFORE, {})
        steps = [one.typed.get("tinh_trang") for one in history(reporter(session), Q1, UNIT, ONE)]
    assert steps == ["dang_thuc_hien", "chua_thuc_hien", "dang_thuc_hien"]
    assert undo(changed).count == 0, "what is undone is not undone again"


def test_a_row_that_somebody_has_written_since_stays_and_is_told(changed):
    with changed.writing() as session:
        save_row(desk_of(session, "dau_moi"), Q1, UNIT, ONE, {"ket_qua": "Qua điện thoại"}, 2)
    undone = undo(changed)
    assert (undone.count, len(undone.kept)) == (1, 1)
    assert undone.kept[0].startswith("A.6. Thực hiện rà soát")
    assert undone.kept[0].endswith("Đầu mối cải cách hành chính đã sửa sau đó.")


def test_later_nothing_is_undone(changed):
    with pytest.raises(ConflictError, match="Đã quá 30 giây"):
        undo(changed, "2025-03-10 09:01")
    with pytest.raises(ConflictError, match="đã đóng"):
        undo(changed, "2025-05-10 09:00")


def test_nobody_of_another_unit_undoes_it(changed):
    with pytest.raises(MissingError):
        undo(changed, unit="thanh-tra")
