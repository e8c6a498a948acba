"""The pages, a module for each family: add its router to `FAMILIES`."""

from docgen.web.pages import (
    board,
    check,
    documents,
    health,
    helping,
    home,
    jobs,
    noticing,
    numbers,
    passwords,
    plan,
    report,
    signing_in,
    unit,
)

FAMILIES = (
    *unit.ROUTERS,
    *report.ROUTERS,
    *plan.ROUTERS,
    documents.router,
    numbers.router,
    *board.ROUTERS,
    jobs.router,
    check.router,
    signing_in.router,
    passwords.router,
    home.router,
    noticing.router,
    helping.router,
    health.router,
)
