"""A file that somebody has brought to be checked, for the pages that show it."""

from docgen.model.finding import Change, RuleFinding, Severity, Where
from docgen.model.people import Role
from docgen.office.checks import hold_file, hold_mended
from docgen.office.desk import Actor, Desk
from docgen.services.fix import MendedBytes
from docgen.services.looking import LookedAt, Mark, Shown
from docgen.services.page_pictures import Box

FOUND = (
    RuleFinding(
        rule="P02",
        severity=Severity.ERROR,
        message="Lề trái không đúng.",
        where=Where(part="cả văn bản"),
        expected="30 đến 35 mm",
        found="<script>alert(1)</script>",
        fixable=True,
    ),
    RuleFinding(
        rule="B09",
        severity=Severity.WARNING,
        message="Có khoảng trắng thừa.",
        where=Where(page=1, paragraph=3, text="<script>thừa"),
    ),
)
_MARK = {(1, 0): Mark(1, (Box(10, 20, 300, 40),))}


def hold_checked(office, user_id, shown=None, name="<script>.docx"):
    """Let somebody have brought a file; return its id."""
    pages = Shown(shown or b"%PDF-", 2, (1000, 1414), _MARK)
    with office.store.writing() as session:
        desk = Desk(session, Actor("Người gửi", Role.REPORTER, user_id=user_id), office.clock())
        file = hold_file(desk, name, b"PK", LookedAt(FOUND, (), pages), "accepted")
        hold_mended(desk, file, MendedBytes(b"PK-sua", (Change(rule="P02", message="Đặt lề."),), FOUND[1:]))
    return file


def checked(office, browser):
    """Return the file of whoever is at the browser."""
    return {"file": hold_checked(office, browser.user_id), "page": 1}
