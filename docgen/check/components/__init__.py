"""A Word file read → `Paper`: the components of Decree 30 (Phụ lục I, Mục IV), found by what stands where."""

from docgen.check.components.body import HEADINGS, BodyParagraph, Role
from docgen.check.components.closing import Closing
from docgen.check.components.head import Head
from docgen.check.components.paper import read_paper
from docgen.check.components.part import APPENDIX, ATTACHED, COPY, MAIN, Paper, Part
from docgen.check.components.pieces import LEFT, RIGHT, WHOLE, Piece, key

__all__ = [
    "APPENDIX",
    "ATTACHED",
    "COPY",
    "HEADINGS",
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
    "key",
    "read_paper",
]
