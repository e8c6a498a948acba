"""The picture as PNG: the pixels of the SVG, its size on paper, its words."""

import io

import pytest
import resvg_py
from periods_drawn import FONTS, picture, progress
from PIL import Image, ImageChops

from docgen import rules
from docgen.errors import MissingError
from docgen.pictures import drawn, png

DOTS = 300
MOST_DIFFERENT = 64
"""Of 255 shades, in squares of 16 dots: letters may stand a dot aside, a bar may not be longer."""


@pytest.fixture(scope="module")
def svg():
    return drawn(picture())


@pytest.fixture(scope="module")
def data(svg):
    return png(svg, FONTS)


@pytest.fixture(scope="module")
def image(data):
    return Image.open(io.BytesIO(data))


def test_it_is_as_large_on_paper_as_the_svg_and_grey(image):
    assert image.mode == "L"
    assert image.info["dpi"] == pytest.approx((DOTS, DOTS), abs=0.01)
    assert image.width == pytest.approx(165 / 25.4 * DOTS, abs=1)
    assert image.height < rules.units.Mm(257).points / 72 * DOTS


def test_it_says_what_it_shows(image):
    assert image.text["Title"] == picture().title
    assert image.text["Description"] == picture().alt_text()
    assert image.text["Description"].lang == "vi"


def test_the_letters_are_there_and_the_paper_is_white(image):
    assert image.getpixel((0, 0)) == 255
    title = image.crop((0, 0, image.width, 60))
    assert title.getextrema()[0] < 16


def test_the_same_picture_is_the_same_bytes(svg, data):
    assert png(svg, FONTS) == data


@pytest.mark.parametrize("files", [(), ("/khong/co/Tinos.ttf",)], ids=["none named", "none there"])
def test_without_fonts_it_is_told_what_to_install(svg, files):
    with pytest.raises(MissingError, match="phông chữ thay được Times New Roman để vẽ hình") as told:
        png(svg, files)
    assert "fonts-croscore" in str(told.value)
    assert all(file in str(told.value) for file in files)


@pytest.mark.parametrize("shown", [picture(), picture(progress=progress(done=0, elapsed=365))])
def test_resvg_draws_the_svg_alike(shown):
    svg = drawn(shown)
    theirs = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(FONTS), dpi=DOTS)
    pair = [Image.open(io.BytesIO(data)).convert("L") for data in (png(svg, FONTS), theirs)]
    small = [one.resize((one.width // 16, one.height // 16), Image.Resampling.BOX) for one in pair]
    assert pair[0].size == pair[1].size
    assert ImageChops.difference(*small).getextrema()[1] < MOST_DIFFERENT
