"""Pages → PDF/A: pages, fonts, images and tags as the objects of a PDF file (ISO 32000-1, ISO 19005-2)."""

from docgen.pdf.writing.document import write

__all__ = ["write"]
