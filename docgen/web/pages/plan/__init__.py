"""The plan of a year: brought in, read, edited, decided, drafted anew, looked at, issued."""

from docgen.web.pages.plan import (
    bringing,
    deciding,
    drafting,
    files,
    head,
    issuing,
    listing,
    reading,
    task,
    wording,
)

ROUTERS = (
    listing.router,
    bringing.router,  # before the years: "nhap" is none
    reading.router,
    task.router,
    wording.router,
    head.router,
    deciding.router,
    drafting.router,
    files.router,
    issuing.router,
)
"""In the order in which their pages are worked through."""
