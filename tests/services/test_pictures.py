"""Pages compared with pictures that a person looked at and accepted.

`make pictures` draws them anew; look at every one before it is committed.
"""

import pytest
from pictures import ACCEPTED, PAGES
from PIL import Image, ImageChops, ImageFilter, ImageStat
from printed import page_picture

TOLERANCE = 2.0
"""Mean difference in grey levels (0 to 255) after blurring."""


def difference(one: Image.Image, other: Image.Image) -> float:
    blurred = [picture.convert("L").filter(ImageFilter.GaussianBlur(1.5)) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*blurred)).mean[0]


@pytest.mark.parametrize(("name", "page"), PAGES.items())
def test_a_page_looks_as_accepted(rendered, name, page):
    accepted = Image.open(ACCEPTED / f"{name}.png")
    drawn = page_picture(rendered[".pdf"], page)
    assert drawn.size == accepted.size
    assert difference(drawn, accepted) < TOLERANCE


def test_a_moved_line_is_seen(rendered):
    page = page_picture(rendered[".pdf"], 1)
    moved = page.copy()
    moved.paste(page.crop((0, 250, page.width, page.height)), (0, 262))
    assert difference(page, moved) > TOLERANCE
