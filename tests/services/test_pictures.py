"""Pages compared with pictures that a person looked at and accepted.

`make pictures` draws them anew; look at every one before it is committed.
"""

import pytest
from pictures import ACCEPTED, MARKED, PAGES, marked
from PIL import Image, ImageChops, ImageFilter, ImageStat
from printed import page_picture

TILE = 15
"""Dots on a side of the squares that are judged, 8 mm: smaller than anything that may be missing."""

TOLERANCE = 3.0
"""Grey levels (0 to 255) by which the worst square may differ: Tinos and Liberation Serif differ by 0.04."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of the square in which two pages differ most."""
    blurred = [picture.convert("L").filter(ImageFilter.GaussianBlur(1.5)) for picture in (one, other)]
    unlike = ImageChops.difference(*blurred)
    corners = [(x, y) for x in range(0, unlike.width, TILE) for y in range(0, unlike.height, TILE)]
    squares = (
        unlike.crop((x, y, min(x + TILE, unlike.width), min(y + TILE, unlike.height))) for x, y in corners
    )
    return max(ImageStat.Stat(square).mean[0] for square in squares)


def without(page: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Return the page with a box, in dots, painted white."""
    erased = page.copy()
    erased.paste("white", box)
    return erased


@pytest.mark.parametrize(("name", "page"), PAGES.items())
def test_a_page_looks_as_accepted(rendered, name, page):
    accepted = Image.open(ACCEPTED / f"{name}.png")
    drawn = page_picture(rendered[".pdf"], page)
    assert drawn.size == accepted.size
    assert difference(drawn, accepted) < TOLERANCE


def test_a_draft_is_marked_as_accepted(tmp_path):
    drawn = page_picture(marked(tmp_path), 1)
    assert difference(drawn, Image.open(ACCEPTED / f"{MARKED}.png")) < TOLERANCE


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("trang-dau", (60, 30, 210, 80)),  # the names of the agencies
        ("trang-dau", (230, 30, 390, 60)),  # the national title
        ("trang-dau", (70, 55, 190, 67)),  # the line under the agency, and its number
        (MARKED, (95, 82, 145, 96)),  # the mark of a draft
        ("trang-ky", (240, 140, 340, 160)),  # the name of the signer
        ("trang-ky", (50, 55, 150, 100)),  # the recipients
        ("trang-ky", (210, 18, 232, 32)),  # the page number
        ("phu-luc-trang-dau", (60, 30, 380, 60)),  # the title of the appendix
        ("phu-luc-trang-cuoi", (50, 30, 390, 55)),  # the repeated heading row
    ],
)
def test_what_is_missing_is_seen(name, box):
    accepted = Image.open(ACCEPTED / f"{name}.png")
    assert difference(accepted, without(accepted, box)) > TOLERANCE


def test_a_line_that_moved_is_seen():
    page = Image.open(ACCEPTED / "trang-dau.png")
    moved = page.copy()
    moved.paste(page.crop((0, 250, page.width, page.height)), (0, 255))
    assert difference(page, moved) > TOLERANCE
