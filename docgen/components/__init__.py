"""A Word file read → `Paper`: the components of Decree 30 (Phụ lục I, Mục IV), found by what stands where."""

from docgen.components.body import HEADINGS, LABELS, BodyParagraph, Role, read_body
from docgen.components.closing import Closing
from docgen.components.head import Head, is_draft_mark
from docgen.components.paper import read_paper
from docgen.components.part import APPENDIX, ATTACHED, COPY, MAIN, Paper, Part
from docgen.components.pieces import LEFT, RIGHT, WHOLE, Piece, is_rule, key

__all__ = [
    "APPENDIX",
    "ATTACHED",
    "COPY",
    "HEADINGS",
    "LABELS",
    "LEFT",
    "MAIN",
    "RIGHT",
    "WHOLE",
    "BodyParagraph",
    "Closing",
    "Head",
    "Paper",
    "Part",
    "Piece",
    "Role",
    "is_draft_mark",
    "is_rule",
    "key",
    "read_body",
    "read_paper",
]
