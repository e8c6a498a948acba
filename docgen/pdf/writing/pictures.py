"""Images in a PDF (ISO 32000-1, 8.9): a JPEG as it is if it can be, anything else as its pixels."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from docgen.errors import InvalidInputError, RefusedError
from docgen.pdf.pages import Picture
from docgen.pdf.writing.canvas import Canvas
from docgen.pdf.writing.objects import File, Ready, number, point

MOST_PIXELS = 40_000_000
"""The largest image that is opened: an A3 page at 450 dots an inch."""
_FORMATS = ("PNG", "JPEG")
_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
"""The colour spaces that an sRGB output intent allows (ISO 19005-2, 6.2.4.3), by Pillow's names of pixels."""
_GRAY = frozenset({"1", "L"})
_SIXTEEN_BITS = "I;16"


class Pictures:
    """The images of a file, each added once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._added: dict[bytes, Ready] = {}

    def paint(self, picture: Picture, canvas: Canvas) -> None:
        """Draw an image on a page, without what is cut off.

        Raises:
            InvalidInputError: the image is damaged.
            RefusedError: it has more than `MOST_PIXELS`.

        """
        if picture.data not in self._added:
            self._added[picture.data] = self._add(picture.data)
        canvas.end_text()
        place = _place(picture, canvas.height)
        canvas.write(f"q {place} /I{self._added[picture.data].number} Do Q")

    def resources(self) -> str:
        """Return the entries of the resources that name the images."""
        return "".join(f"/I{image.number} {image}" for image in self._added.values())

    def _add(self, data: bytes) -> Ready:
        with _told_in_vietnamese(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            if image.format == "JPEG" and image.mode in _SPACES:
                return self._add_image(image, data, "/Filter/DCTDecode")
            return self._add_pixels(image)

    def _add_pixels(self, image: Image.Image) -> Ready:
        if image.has_transparency_data:
            image = image.convert("RGBA")
            mask = self._add_image(alpha := image.getchannel("A"), alpha.tobytes())
            return self._add_image(plain := image.convert("RGB"), plain.tobytes(), f"/SMask {mask}")
        if image.mode == _SIXTEEN_BITS:
            image = image.point(lambda value: value / 256, "L")
        image = image.convert("L" if image.mode in _GRAY else "RGB")
        return self._add_image(image, image.tobytes())

    def _add_image(self, image: Image.Image, data: bytes, entries: str = "") -> Ready:
        size = f"/Width {image.width}/Height {image.height}/BitsPerComponent 8"
        described = f"/Type/XObject/Subtype/Image{size}/ColorSpace{_SPACES[image.mode]}{entries}"
        return self._file.add_stream(data, described, packed="/Filter" not in entries)


def _place(picture: Picture, height: float) -> str:
    """Return the operators that make the image fill its box (8.9.5.1); what is cropped of it is clipped."""
    top, right, bottom, left = picture.crop
    corner = complex(picture.x, height - picture.y - picture.height)
    clip = ""
    if any(picture.crop):
        clip = f"{point(corner)} {point(complex(picture.width, picture.height))} re W n "
    wide, high = picture.width / (1 - left - right), picture.height / (1 - top - bottom)
    corner -= complex(left * wide, bottom * high)
    return f"{clip}{number(wide)} 0 0 {number(high)} {point(corner)} cm"


@contextmanager
def _told_in_vietnamese() -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedError(
            f"Trong tệp Word có ảnh quá lớn, hơn {MOST_PIXELS // 1_000_000} triệu điểm ảnh.",
            "Hãy thu nhỏ ảnh (trong Word: Picture Format → Compress Pictures), rồi chạy lại.",
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InvalidInputError(
            "Trong tệp Word có ảnh bị hỏng, không mở được.", "Hãy chèn lại ảnh đó, rồi chạy lại."
        ) from error
