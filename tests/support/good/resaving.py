"""The same documents as LibreOffice saves them, made once and remembered between runs."""

from likeness import remembered


def saved_anew(files):
    """Return Word files, by name, as LibreOffice saves them."""
    return remembered(files, "docx")
