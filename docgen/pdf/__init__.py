"""DOCX to PDF/A, line for line."""
