"""The scanned plan as other programs and typists would have left it in a text file."""

import re
import subprocess
import textwrap
from functools import cache
from pathlib import Path

SCAN = (Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt").read_text("utf-8")
LINES = SCAN.splitlines()
WIDTHS = (6, 400, 90, 120, 0)
"""Columns of the appendix when blanks part them, wide enough for every cell."""


def _each(row=str, line=str):
    return "\n".join(row(one) if "\t" in one else line(one) for one in LINES)


def wrapped(width=80):
    """Break the lines of paragraphs."""
    return _each(line=lambda one: "\n".join(textwrap.wrap(one, width)) or "")


def wrapped_without_blank_lines(width=80):
    """Break the lines of paragraphs, with no blank line anywhere."""
    return "\n".join(filter(None, wrapped(width).replace("**", "").splitlines()))


def piped():
    """Part the cells by "|"."""
    return _each(row=lambda one: one.replace("\t", " | "))


def framed():
    """Draw lines around the cells, and between the rows."""
    rule = "+-----+----------+"
    return _each(row=lambda one: f"{rule}\n| {one.replace(chr(9), ' | ')} |")


def spaced():
    """Part the cells by blanks."""
    return _each(row=_spaced)


def _spaced(row):
    cells = row.split("\t")
    return "".join(
        f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS[: len(cells)], strict=True)
    ).rstrip()


def numbered(form):
    """Put the number of a page between paragraphs, every 22 of them, as far as the appendix."""
    body, label, appendix = SCAN.partition("PHỤ LỤC\n")
    paragraphs = re.split(r"\n\n+", body)
    pages = ["\n\n".join(paragraphs[at : at + 22]) for at in range(0, len(paragraphs), 22)]
    return "".join(f"{page}\n\n{form.format(at)}\n\n" for at, page in enumerate(pages, 1)) + label + appendix


@cache
def printed(pdf, *options):
    """Return the text of a PDF as Poppler tells it."""
    done = subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode()
