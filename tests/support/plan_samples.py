"""What must be there before the pages of a plan are asked for."""

from sqlalchemy import select

from docgen.model.papers import NumberState, PaperKind, PlanState, Register
from docgen.office.desk import SYSTEM, Desk
from docgen.office.plans import Understood, keep_upload
from docgen.store.tables import Number, Plan

YEAR = {"year": 2025, "task": "giao-bien-che"}
DRAFT = {"nam": 2027, "trich_yeu": "Cải cách hành chính năm 2027"}
CELLS = {"noi_dung": "Rà soát", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}


def the_plan(_office, _browser):
    return YEAR


def an_issued_plan(office, _browser):
    """Let the plan of 2025 be issued, without its document."""
    with office.store.writing() as session:
        session.scalar(select(Plan)).state = PlanState.ISSUED
    return YEAR


def an_upload(office, _browser):
    """Keep a file of which little was recognised."""
    told = {"draft": DRAFT, "findings": [], "office": None, "year": 2027, "base": 0}
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        return {"upload": keep_upload(desk, Understood("kh.docx", b"kh", told)).id}


def a_number(office, browser):
    """Take a number for a plan: another one for everybody who asks."""
    taken = {"kind": PaperKind.PLAN, "year": 2025, "register": Register.OFFICE, "state": NumberState.TAKEN}
    with office.store.writing() as session:
        row = Number(number=45 + (browser.user_id or 0), reason="", taken_at=office.clock(), **taken)
        session.add(row)
        session.flush()
        return YEAR | {"number": row.id}
