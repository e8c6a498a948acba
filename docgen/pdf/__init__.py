"""DOCX to PDF/A, line for line.

The stages are packages, each tree in → tree out: `reading` (OOXML → `description`), `layout` (description →
`pages`), `writing` (pages → PDF/A-2a); `fonts` finds and measures fonts, `converting` strings them together.
"""

from docgen.pdf.converting import Pdf, convert, paragraph_pages, to_pdf

__all__ = ["Pdf", "convert", "paragraph_pages", "to_pdf"]
