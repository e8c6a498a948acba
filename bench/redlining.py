"""The redline of the 2025 plan and its draft of 2026, which lacks two tasks; and with no change."""

from bench import material
from bench.timing import Measured, in_turn, timed
from docgen.model.outcome import Outcome, Status
from docgen.model.plan import Plan
from docgen.transform.rollforward import rollforward
from docgen.word import make_docx
from docgen.word.redline import redline

GROUP = "redline"
ROUNDS = 60
FINISHED = ("thi-diem-bo-phan-mot-cua", "ho-tro-can-bo-di-dao-tao")


def measure() -> list[Measured]:
    """Time the redline of two real files, and of a file and itself."""
    old, new = material.docx(), make_docx(material.worded(a_year_later()), material.template())
    ways = {
        "docgen redline": timed(lambda: redline(old, new)),
        "docgen redline, nothing changed": timed(lambda: redline(old, old)),
    }
    return in_turn(GROUP, ways, ROUNDS)


def a_year_later() -> Plan:
    """Return the draft of 2026, with its comments, after two tasks were finished."""
    done = {task: Outcome(id=task, status=Status.DONE) for task in FINISHED}
    return rollforward(material.plan(), material.plan().year + 1, material.organisation(), done).plan
