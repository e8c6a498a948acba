"""Layout: a page description to pages, line for line as a word processor breaks them.

Arrows go one way: `making` (sections to pages) → `sheets` (one page) → `painting` (strips to items);
`making` → `flow` (a column filled with strips) → `blocks` (each block in its place) → `paragraphs`, `tables`,
`drawings` → `lines` → `content` (a paragraph as one endless line) → `styles`. `contract` says what strips
are.
"""

from docgen.pdf.layout.making import LaidOut, beginnings, lay_out

__all__ = ["LaidOut", "beginnings", "lay_out"]
