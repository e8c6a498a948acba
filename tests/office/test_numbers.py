"""Numbers of documents are given once, without a gap, by many at a time, on both databases."""

from multiprocessing import get_context

import pytest
from offices import desk_of

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.papers import NumberState, PaperKind, Register
from docgen.office import numbers
from docgen.store import Store

KIND = PaperKind.REPORT
PROCESSES, EACH = 8, 15


@pytest.fixture
def clerk(sqlite_founded):
    """Return the desk of the clerk, whose office has its own register."""
    with sqlite_founded.writing() as session:
        yield desk_of(session, "van_thu")


@pytest.fixture
def built_in(clerk):
    """Return the desk of a clerk whose office uses docgen's register."""
    numbers.use_register(clerk, Register.BUILT_IN)
    return clerk


def taken(desk, *, year=2025):
    return [one.number for one in numbers.numbers(desk.session, year, KIND)]


def take_many(url, told):
    store = Store(url)
    for _ in range(EACH):
        with store.writing() as session:
            number = numbers.take_number(desk_of(session, "van_thu"), KIND, 2025)
        told.put(number.number)
    store.close()


def take_and_fail(store):
    with store.writing() as session:
        number = numbers.take_number(desk_of(session, "van_thu"), KIND, 2025)
        numbers.cancel(desk_of(session, "van_thu"), number.id, "")


def test_many_clerks_never_get_the_same_number(founded):
    with founded.writing() as session:
        numbers.use_register(desk_of(session, "van_thu"), Register.BUILT_IN)
    founded.close()
    context, url = get_context("fork"), founded.url.render_as_string(hide_password=False)
    told = context.SimpleQueue()
    processes = [context.Process(target=take_many, args=(url, told)) for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    got = [told.get() for _ in range(PROCESSES * EACH)]
    for process in processes:
        process.join()
    assert sorted(got) == [*range(1, PROCESSES * EACH + 1)]


def test_each_kind_and_year_has_its_own_series(built_in):
    given = [
        numbers.take_number(built_in, kind, year).number
        for kind, year in ((KIND, 2025), (KIND, 2025), (PaperKind.LETTER, 2025), (KIND, 2026))
    ]
    assert given == [1, 2, 1, 1]
    assert numbers.years(built_in.session) == [2026, 2025]
    assert [one.kind for one in numbers.numbers(built_in.session, 2025)] == [KIND, KIND, PaperKind.LETTER]


def test_what_fails_takes_no_number(founded):
    with founded.writing() as session:
        numbers.use_register(desk_of(session, "van_thu"), Register.BUILT_IN)
    with pytest.raises(InvalidInputError):
        take_and_fail(founded)
    with founded.writing() as session:
        assert numbers.take_number(desk_of(session, "van_thu"), KIND, 2025).number == 1


def test_a_number_that_is_taken_stays_in_sight(built_in):
    first, second = (numbers.take_number(built_in, KIND, 2025) for _ in range(2))
    assert first.state.label == "Đã cấp, chưa phát hành"
    assert first.taken_by == "Văn thư Sở"
    cancelled = numbers.cancel(built_in, first.id, "Báo cáo không ban hành")
    assert (cancelled.state, cancelled.reason) == (NumberState.CANCELLED, "Báo cáo không ban hành")
    assert numbers.cancel(built_in, first.id, "Lý do khác").reason == "Báo cáo không ban hành"
    assert numbers.open_numbers(built_in.session, KIND, 2025) == [second]
    assert numbers.take_number(built_in, KIND, 2025).number == 3
    assert taken(built_in) == [3, 2, 1]


def test_nothing_is_cancelled_without_a_reason(built_in):
    number = numbers.take_number(built_in, KIND, 2025)
    with pytest.raises(InvalidInputError, match="lý do"):
        numbers.cancel(built_in, number.id, "  ")
    with pytest.raises(MissingError):
        numbers.cancel(built_in, number.id + 1, "Nhầm")
    numbers.mark_issued(built_in, number.id, 2025)
    with pytest.raises(ConflictError, match="đã phát hành nên không hủy được"):
        numbers.cancel(built_in, number.id, "Nhầm")


def test_the_clerk_enters_numbers_of_the_office(clerk):
    assert numbers.enter_number(clerk, KIND, 2025, 45).register is Register.OFFICE
    with pytest.raises(ConflictError, match="Số 45 của loại Báo cáo năm 2025 đã có"):
        numbers.enter_number(clerk, KIND, 2025, 45)
    for wrong in (0, -3, 10**9):
        with pytest.raises(InvalidInputError):
            numbers.enter_number(clerk, KIND, 2025, wrong)
    assert taken(clerk) == [45]


def test_an_office_has_one_register(clerk):
    numbers.enter_number(clerk, KIND, 2025, 45)
    with pytest.raises(ConflictError, match="sổ đăng ký văn bản của cơ quan"):
        numbers.take_number(clerk, KIND, 2025)
    numbers.use_register(clerk, Register.BUILT_IN)
    with pytest.raises(ConflictError, match="sổ số văn bản của docgen"):
        numbers.enter_number(clerk, KIND, 2025, 46)
    assert numbers.take_number(clerk, KIND, 2025).number == 46


def test_a_number_is_of_the_year_of_signing(built_in):
    number = numbers.take_number(built_in, KIND, 2025)
    with pytest.raises(ConflictError, match="thuộc năm 2025 mà ngày ký thuộc năm 2026"):
        numbers.mark_issued(built_in, number.id, 2026)
    numbers.mark_issued(built_in, number.id, 2025)
    with pytest.raises(ConflictError, match="đã phát hành"):
        numbers.mark_issued(built_in, number.id, 2025)
    assert numbers.number_of(built_in.session, number.id).state is NumberState.ISSUED
