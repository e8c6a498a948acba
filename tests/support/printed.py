"""What was printed, read back with Poppler: a judge that shares no code with docgen."""

import io
import subprocess
from pathlib import Path

from PIL import Image

from docgen import rules


def pdf_pages(pdf: bytes) -> list[str]:
    """Return the words of each page in the order they were printed, without what stands in the top margin."""
    top = int(rules.length("margin.top").points)
    below = ["-r", "72", "-x", "0", "-y", str(top), "-W", "2000", "-H", "2000"]
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *below, "-", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return printed.split("\f")[:-1]


def squeezed(text: str) -> str:
    """Return `text` without white space: where a line breaks does not matter."""
    return "".join(text.split())


def page_picture(pdf: Path, page: int) -> Image.Image:
    """Return a page as a grey picture, 50 dots an inch."""
    command = ["pdftoppm", "-r", "50", "-gray", "-png", "-f", str(page), "-l", str(page), str(pdf)]
    return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
