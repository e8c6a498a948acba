"""Layout: a page description to pages, line for line as a word processor breaks them.

Arrows go one way: `making` (sections to pages) → `sheets` (one page) → `flow` (a column filled with strips) →
`blocks` → `paragraphs` and `tables` (blocks to strips) → `lines` → `content` → `styles`; `painting` turns
strips into items.
"""

from docgen.pdf.layout.making import LaidOut, lay_out

__all__ = ["LaidOut", "lay_out"]
