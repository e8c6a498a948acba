"""The report of a period: read and reworded, its numbers followed to their sources, previewed, issued."""

from docgen.web.pages.report import editing, files, issuing, preview, reading

ROUTERS = (reading.router, editing.router, preview.router, files.router, issuing.router)
"""In the order in which a report is made."""
