"""What the office sees of a period: its days, its board, what units sent, the letter to late ones."""

from docgen.web.pages.board.days import router as days
from docgen.web.pages.board.judging import router as judging
from docgen.web.pages.board.letter import router as letter
from docgen.web.pages.board.letter_issuing import router as letter_issuing
from docgen.web.pages.board.listing import router as listing
from docgen.web.pages.board.reviewing import router as reviewing
from docgen.web.pages.board.whole import router as whole

ROUTERS = (listing, days, letter, letter_issuing, whole, reviewing, judging)
"""In the order in which their pages are come to."""
