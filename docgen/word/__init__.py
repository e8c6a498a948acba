"""DOCX: templates compiled and filled, packages, effective formatting."""
