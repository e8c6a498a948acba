"""The picture as PNG: the pixels of the SVG, its size on paper, its words."""

import io

import pytest
from periods_drawn import FONTS, picture
from PIL import Image

from docgen import rules
from docgen.errors import MissingError
from docgen.pictures import drawn, png

DOTS = 300


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
