"""DOCX to PDF/A, line for line.

The stages are modules, each tree in → tree out: `reading` (OOXML → `description`), `setting` (description →
HTML and CSS), `printing` (WeasyPrint → PDF/A-2a); `fonts` finds and measures the font, `converting` strings
them together.
"""

from docgen.pdf.converting import Pdf, convert, to_pdf

__all__ = ["Pdf", "convert", "to_pdf"]
