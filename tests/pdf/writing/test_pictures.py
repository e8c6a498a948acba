"""Images of every kind look as they are, seen by Poppler; dangerous ones are refused."""

import io

import pikepdf
import pytest
from PIL import Image, ImageFile

from docgen.errors import InvalidInputError, RefusedError
from docgen.pdf.pages import Box, Picture
from docgen.pdf.writing import pictures

WHITE = (255, 255, 255)


def quarters(mode):
    """Return an image of four squares: red, green, blue and white."""
    image = Image.new("RGB", (40, 40), "white")
    for color, place in (("#FF0000", (0, 0)), ("#00FF00", (20, 0)), ("#0000FF", (0, 20))):
        image.paste(color, (*place, place[0] + 20, place[1] + 20))
    return image.convert(mode, dither=Image.Dither.NONE)


def file_of(image, kind="PNG", **setting):
    buffer = io.BytesIO()
    image.save(buffer, kind, **setting)
    return buffer.getvalue()


def placed(data, **setting):
    return Picture(20, 20, 80, 80, data, "png", **setting)


def centers(image):
    """Return the colors in the middle of the four squares, of the image itself or on its page."""
    start, step = (10, 20) if image.width == 40 else (40, 40)
    places = [(start + x * step, start + y * step) for y in (0, 1) for x in (0, 1)]
    return [image.convert("RGB").getpixel(place) for place in places]


def near(colors):
    return [pytest.approx(color, abs=3) for color in colors]


def images(pdf):
    """Return the images of a PDF that stand on its pages, not those that mask others."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [dict(one, data=one.read_raw_bytes()) for one in file.pages[0].Resources.XObject.values()]


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "1"])
def test_a_png_looks_as_it_is(printed, picture, mode):
    image = quarters(mode)
    assert centers(picture(printed(placed(file_of(image))))) == near(centers(image))


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("progressive", [True, False])
def test_a_jpeg_looks_as_it_is(printed, picture, mode, progressive):
    data = file_of(quarters(mode), "JPEG", progressive=progressive, quality=95, subsampling=0)
    assert centers(picture(printed(placed(data)))) == near(centers(Image.open(io.BytesIO(data))))


def test_sixteen_bits_become_eight(printed, picture):
    image = Image.new("I;16", (40, 40))
    image.putdata([x * 65535 // 39 for _ in range(40) for x in range(40)])
    page = picture(printed(placed(file_of(image)))).convert("L")
    assert [page.getpixel((x, 50)) for x in (20, 61, 99)] == [
        pytest.approx(shade, abs=4) for shade in (0, 131, 255)
    ]


def test_what_is_behind_shows_through(printed, picture):
    image = quarters("RGBA")
    image.putalpha(Image.linear_gradient("L").resize((40, 40)))
    page = picture(printed(Box(0, 0, 200, 200, "000000"), placed(file_of(image)))).convert("RGB")
    assert [page.getpixel((30, y))[0] for y in (21, 55)] == [
        pytest.approx(shade, abs=8) for shade in (3, 112)
    ]


def test_one_color_of_a_palette_may_be_clear(printed, picture):
    image = quarters("RGB").quantize(4)
    data = file_of(image, transparency=image.getpixel((0, 0)))
    page = picture(printed(Box(0, 0, 200, 200, "FF00FF"), placed(data)))
    assert centers(page)[0] == (255, 0, 255)
    assert centers(page)[1:] == near(centers(image)[1:])


def test_what_is_cropped_is_not_seen(printed, picture):
    """Only the lower right square is left: white, on a black ground; the words after it are not clipped."""
    image = quarters("RGB")
    image.paste("#00FFFF", (20, 20, 40, 40))
    crop = (0.5, 0.0, 0.0, 0.5)
    page = picture(printed(placed(file_of(image), crop=crop), Box(120, 20, 20, 20, "000000"))).convert("RGB")
    assert set(page.crop((21, 21, 99, 99)).get_flattened_data()) == {(0, 255, 255)}
    assert {page.getpixel(place) for place in ((18, 60), (102, 60), (60, 18), (60, 102))} == {WHITE}
    assert page.getpixel((130, 30)) == (0, 0, 0)


def test_a_jpeg_is_kept_as_it_is_and_only_once(printed):
    data = file_of(quarters("RGB"), "JPEG")
    (image,) = images(printed(placed(data), placed(bytes(bytearray(data)), crop=(0, 0.5, 0, 0))))
    assert image["/Filter"] == "/DCTDecode"
    assert image["data"] == data


@pytest.mark.parametrize(
    ("mode", "kind", "space"), [("RGB", "PNG", "RGB"), ("L", "JPEG", "Gray"), ("CMYK", "JPEG", "RGB")]
)
def test_colors_are_those_that_the_archive_allows(printed, mode, kind, space):
    (image,) = images(printed(placed(file_of(quarters(mode), kind))))
    assert image["/ColorSpace"] == f"/Device{space}"


def test_an_image_without_holes_has_no_mask(printed):
    (solid,) = images(printed(placed(file_of(quarters("RGB")))))
    assert "/SMask" not in solid


def test_an_image_of_too_many_points_is_refused(printed, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1599)
    with pytest.raises(RefusedError, match="ảnh quá lớn"):
        printed(placed(file_of(quarters("RGB"))))


@pytest.mark.parametrize("limit", [100, 799, 1599])
def test_a_bomb_is_refused_before_it_is_opened(printed, monkeypatch, limit):
    """Pillow warns of images over its own limit, and opens none of twice its size."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", limit)
    with pytest.raises(RefusedError, match="ảnh quá lớn"):
        printed(placed(file_of(quarters("RGB"))))


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"not an image",
        file_of(quarters("RGB"))[:60],
        file_of(quarters("CMYK"), "JPEG")[:-300],
        file_of(quarters("RGB"), "GIF"),
    ],
)
def test_a_damaged_image_is_told(printed, monkeypatch, damaged):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)  # whatever another library has set
    with pytest.raises(InvalidInputError, match="ảnh bị hỏng"):
        printed(placed(damaged))
