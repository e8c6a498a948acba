"""Next year's draft, from the plan of a year and from what units told of it in that year's periods."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import ConflictError
from docgen.model.finding import Finding
from docgen.model.period import ReportingPeriod
from docgen.model.plan import LATEST_YEAR, Plan
from docgen.office.agency import organisation
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.plans.kept import KeptPlan, begin, change, newest, row_of
from docgen.office.plans.page_words import on_page
from docgen.office.submissions import sent
from docgen.services.outcomes import GatheredOutcomes, merged_outcomes
from docgen.services.rollforward import outdated_names, undecided
from docgen.store import tables
from docgen.transform.rollforward import rollforward


def roll_forward(desk: Desk, year: int, version: int = 0) -> KeptPlan:
    """Draft the plan of the next year from the plan of `year`, with its open decisions.

    Args:
        desk: of whoever drafts.
        year: of the plan that there is.
        version: of the draft of the next year, where there is one already and it is drafted anew; else 0.

    Raises:
        MissingError: there is no plan of that year.
        ConflictError: there is a plan of the next year that may not be replaced, or no next year.
        ChangedMeanwhileError: somebody has changed the draft that is to be drafted anew.

    """
    session, new_year = desk.session, year + 1
    row = row_of(session, year)
    there = session.scalar(select(tables.Plan.version).where(tables.Plan.year == new_year))
    if year >= LATEST_YEAR or (there and not version):
        raise ConflictError(
            f"Đã có kế hoạch năm {new_year}." if there else f"Không soạn được kế hoạch năm {new_year}.",
            f"Hãy mở kế hoạch năm {new_year} để sửa." if there else "",
        )
    plan = newest(session, row)
    told = year_outcomes(session, year)
    rolled = rollforward(plan, new_year, organisation(session), told.outcomes)
    note = f"Soạn dự thảo từ kế hoạch năm {year} (phiên bản {row.version})"
    if there:
        kept = change(desk, new_year, version, lambda _: rolled.plan, note=note)
    else:
        kept = begin(desk, rolled.plan, note)
    record(desk, "soan-du-thao", f"ke-hoach/{new_year}", version=kept.version, before=row.version)
    return kept


def draft_remarks(session: Session, year: int) -> tuple[Finding, ...]:
    """Return what is doubtful in what the plan of a year was drafted from; nothing where none was before.

    That is: what units told contradicts itself, decisions that are open in the plan before, a name of the
    agency that is out of date on the day of the draft.

    Raises:
        MissingError: there is no plan of that year.

    """
    plan, before = newest(session, row_of(session, year)), drafted_from(session, year)
    if before is None:
        return ()
    names = outdated_names(organisation(session).on(plan.day), plan.day)
    told = (
        *undecided(f"Kế hoạch năm {before.year}", before),
        *names,
        *year_outcomes(session, before.year).findings,
    )
    return tuple(on_page(one) for one in told)


def year_outcomes(session: Session, year: int, until: date | None = None) -> GatheredOutcomes:
    """Return what became of each task of the plan of a year, as units sent it, `until` a day.

    What a unit has taken back does not count (see `docgen.office.submissions.sent`).

    Raises:
        MissingError: there is no plan of that year.

    """
    plan = newest(session, row_of(session, year))
    gathered = sent(session, ReportingPeriod.parse(f"{year}-N"))
    received = (gathered.until(until) if until else gathered).received.values()
    return merged_outcomes(plan, ((one.file, one.submission) for units in received for one in units.values()))


def drafted_from(session: Session, year: int) -> Plan | None:
    """Return the newest version of the last plan before that of a year; None where there is none."""
    earlier = select(tables.Plan).where(tables.Plan.year < year).order_by(tables.Plan.year.desc())
    row = session.scalars(earlier).first()
    return newest(session, row) if row else None
