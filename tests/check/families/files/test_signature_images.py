"""Signatures and seals, drawn here: their ground and their ink."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageDraw, ImageFilter

from docgen.check.families.files.signature_images import MOST_PIXELS, SignatureImage, signature_image
from docgen.errors import InvalidInputError, RefusedError

CLEAR, WHITE = (0, 0, 0, 0), (255, 255, 255, 255)
BALLPEN, NAVY, VERMILION, SEAL, INK = "#2850a0", "#000080", "#e34234", "#b01020", "#101014"


def drawn(*inks, ground=CLEAR, size=(600, 300), blur=0.0):
    """Return a picture with a stroke of each ink, side by side."""
    image = Image.new("RGBA", size, ground)
    pen = ImageDraw.Draw(image)
    step = size[0] // max(len(inks), 1)
    for number, ink in enumerate(inks):
        pen.line([(number * step + 10, 20), (number * step + step - 10, size[1] - 20)], ink, width=9)
    return image.filter(ImageFilter.GaussianBlur(blur)) if blur else image


def saved(image, kind="PNG", **how):
    """Return a picture as the bytes of a file."""
    image.save(out := io.BytesIO(), kind, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("ink", "hue"),
    [
        (BALLPEN, "blue"),
        (NAVY, "blue"),
        ("#6a5acd", "blue"),
        (VERMILION, "red"),
        (SEAL, "red"),
        ("#c71540", "red"),
        (INK, "black"),
        ("#808080", "black"),
        ("#008000", "mixed"),
    ],
)
def test_ink_has_a_colour(ink, hue):
    assert signature_image(saved(drawn(ink))) == SignatureImage(transparent=True, hue=hue)


@pytest.mark.parametrize(
    ("inks", "hue"), [((BALLPEN, SEAL), "mixed"), ((BALLPEN, INK), "mixed"), ((BALLPEN, NAVY), "blue")]
)
def test_ink_of_several_colours_is_mixed(inks, hue):
    assert signature_image(saved(drawn(*inks))).hue == hue


@pytest.mark.parametrize(("ink", "hue"), [(BALLPEN, "blue"), (SEAL, "red"), (INK, "black")])
def test_thin_ink_on_paper_keeps_its_colour(ink, hue):
    scan = drawn(ink, ground=WHITE, blur=6).convert("RGB")
    assert signature_image(saved(scan, "JPEG")) == SignatureImage(transparent=False, hue=hue)


@pytest.mark.parametrize(
    ("image", "transparent"),
    [
        (drawn(BALLPEN), True),
        (drawn(BALLPEN).quantize(), True),
        (drawn(BALLPEN, ground=WHITE), False),
        (drawn(BALLPEN, ground=WHITE).convert("RGB"), False),
        (drawn(BALLPEN, ground=(255, 255, 255, 250)), False),
    ],
    ids=["clear", "palette", "white with opacity", "without opacity", "nearly opaque"],
)
def test_the_ground_is_see_through_or_paper(image, transparent):
    assert signature_image(saved(image)) == SignatureImage(transparent, "blue")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_pictures_without_colour_are_black(mode):
    shades = drawn(INK, ground=WHITE).convert("L")
    image = (
        shades.point(lambda shade: shade * 256, "I").convert(mode) if mode == "I;16" else shades.convert(mode)
    )
    assert signature_image(saved(image)) == SignatureImage(transparent=False, hue="black")


@pytest.mark.parametrize("ground", [CLEAR, WHITE])
def test_a_blank_picture_is_nothing(ground):
    assert signature_image(saved(drawn(ground=ground))) is None


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claiming(width, height):
    """Return a small PNG that says it is as large as this."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("width", [MOST_PIXELS // 1000 + 1, 100_000, 1_000_000])
def test_a_huge_picture_is_refused_before_it_is_read(width):
    with pytest.raises(RefusedError, match="40 triệu điểm ảnh"):
        signature_image(claiming(width, 1000))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        saved(drawn(BALLPEN))[:400],
        claiming(10, 10),
        saved(drawn(BALLPEN).convert("P"), "GIF"),
    ],
    ids=["empty", "start of a GIF", "cut", "without pixels", "GIF"],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(InvalidInputError, match="không phải PNG, JPEG"):
        signature_image(data)
