"""The page of a unit for a period: its rows listed, filled in, proved, checked, sent, taken back."""

from docgen.web.pages.unit import bulk, figures, listing, proof, receipt, row, sending, workbook

ROUTERS = (
    listing.router,
    bulk.router,
    row.router,
    figures.router,
    proof.router,
    sending.router,
    receipt.router,
    workbook.router,
)
"""In the order in which their pages are worked through."""
