"""The number and the day that a paper is issued under, as the clerk types them."""

from typing import Any

from docgen.model.papers import PaperKind, Register
from docgen.office import numbers
from docgen.office.desk import Desk
from docgen.office.numbers import TakenNumber
from docgen.web.form import PageForm
from docgen.web.pages.typed import read_number


class NumberForm(PageForm):
    """The day, and the number: one that was taken before, or a new one."""

    ngay: str = ""
    so_da_cap: str = ""
    so: str = ""


def chosen_number(desk: Desk, kind: PaperKind, form: NumberForm, year: int) -> TakenNumber:
    """Return the number that is chosen, or a new one; what is entered twice is one number.

    Raises:
        ConflictError: the number is used, or the office has another register.
        InvalidInputError: what was typed is no number of a document.
        MissingError: there is no such number.

    """
    if form.so_da_cap:
        return numbers.number_of(desk.session, read_number(form.so_da_cap))
    if numbers.register(desk.session) is Register.BUILT_IN:
        return numbers.take_number(desk, kind, year)
    wanted = read_number(form.so)
    taken = numbers.open_numbers(desk.session, kind, year)
    found = next((one for one in taken if one.number == wanted), None)
    return found or numbers.enter_number(desk, kind, year, wanted)


def number_fields(desk: Desk, kind: PaperKind) -> dict[str, Any]:
    """Return what the fields of number and day are shown with, see `parts/numbering.html`."""
    session = desk.session
    taken = [one for year in numbers.years(session) for one in numbers.open_numbers(session, kind, year)]
    return {
        "register": numbers.register(session),
        "taken": [(str(one.id), f"{one.number} (năm {one.year})") for one in taken],
    }
