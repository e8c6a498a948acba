"""The plan of a year as it is read: tasks, findings, versions with their differences, a unit's own part."""

from starlette.responses import HTMLResponse, Response

from docgen.errors import MissingError
from docgen.model.people import Role
from docgen.office.agency import organisation
from docgen.office.plans import (
    decisions,
    differences,
    draft_remarks,
    extract,
    history,
    issued_plan,
    own_part,
    paper_names,
    plan,
    require_readable,
)
from docgen.services.evidence import MEDIA_TYPES
from docgen.services.render import Format
from docgen.web.access import ACCESS
from docgen.web.door import pages
from docgen.web.pages.plan.shown import groups_in, groups_of, plan_page
from docgen.web.pages.unit.proof import attachment
from docgen.web.visit import Visit

router = pages()
_VERSIONS = 5
"""Versions that the page of a plan names; all stand on a page of their own."""


@router.get("/ke-hoach/{year}", name="ke_hoach")
def show(visit: Visit, year: int) -> HTMLResponse:
    """Show the plan of a year."""
    session = visit.desk.session
    kept = plan(session, year)
    return plan_page(
        visit,
        "ke_hoach.html",
        year,
        kept=kept,
        groups=groups_in(kept),
        remarks=(*kept.findings, *draft_remarks(session, year)),
        versions=history(session, year)[:_VERSIONS],
        decided=decisions(session, year),
        names=paper_names(session, year),
        issued=issued_plan(session, year),
        units=organisation(session).on(kept.plan.day).units,
        may_issue=visit.visitor.actor.role is Role.CLERK,
        may_see_issue=visit.visitor.actor.role in ACCESS["ke_hoach_ban_hanh"].roles,
    )


@router.get("/ke-hoach/{year}/phien-ban", name="ke_hoach_lich_su")
def versions(visit: Visit, year: int) -> HTMLResponse:
    """Show what was done to a plan, the newest first."""
    return plan_page(visit, "lich_su.html", year, versions=history(visit.desk.session, year))


@router.get("/ke-hoach/{year}/phien-ban/{version}", name="ke_hoach_phien_ban")
def version(visit: Visit, year: int, version: int, truoc: int | None = None) -> HTMLResponse:
    """Show what differs in a version from the one before it, or from another one."""
    session = visit.desk.session
    kept = plan(session, year, version)
    entry = next(one for one in history(session, year) if one.version == kept.version)
    before = truoc or max(version - 1, 1)
    changes = differences(session, year, version, before)
    return plan_page(visit, "phien_ban.html", year, kept=kept, entry=entry, before=before, changes=changes)


@router.get("/ke-hoach/{year}/don-vi/{unit}", name="ke_hoach_don_vi")
def part_of(visit: Visit, year: int, unit: str) -> HTMLResponse:
    """Show what a unit has to do in the plan of a year."""
    part = own_part(visit.desk, year, unit)
    return visit.page("ke_hoach/don_vi.html", year=year, unit=unit, part=part, groups=groups_of(part.rows))


@router.get("/ke-hoach/{year}/don-vi/{unit}/tep/{kind}", name="ke_hoach_don_vi_tep")
def file_of(visit: Visit, year: int, unit: str, kind: str) -> Response:
    """Give what a unit has to do as a file: "docx", "xlsx" or "pdf"."""
    require_readable(visit.desk, year, unit)
    if kind not in {*Format}:
        raise MissingError("Không có loại tệp này.", "Hãy chọn Word, Excel hoặc PDF.")
    files = extract(visit.desk.session, year, unit, [Format(kind)]).files
    ((name, data),) = files.items()
    return attachment(data, name, MEDIA_TYPES[kind])
