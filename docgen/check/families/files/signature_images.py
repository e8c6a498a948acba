"""Pictures of signatures and seals (X03): whether their ground is see-through, which colour their ink has."""

import io
from collections import Counter
from collections.abc import Iterator
from colorsys import rgb_to_hsv
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from PIL import Image

from docgen.errors import InvalidInputError, RefusedError

Hue: TypeAlias = Literal["blue", "red", "black", "mixed"]

MOST_PIXELS = 40_000_000
"""The largest picture that is opened; a page of A4 scanned at 600 dpi has 35 million."""

_FORMATS = ("PNG", "JPEG")
_SIXTEEN_BITS = "I;16"
_SAMPLE = (200, 200)
"""So many pixels across and down are looked at, evenly spread."""
_OPAQUE = 128
"""Pixels less opaque than this are clear."""
_PAPER = 225
"""A pixel whose darkest channel is as bright as this is paper."""
_COLOURED = 0.25
"""The colour that ink of a hue has at least, measured against its darkness, so that thin ink is not gray."""
_BLUE = (170, 290)
_RED = (330, 30)
"""Hues in degrees; the second runs over 360."""
_MOST = 0.8
"""The share of the ink that is of one colour when the picture is."""

_HUES: dict[str, Hue] = {"blue": "blue", "red": "red", "black": "black"}
_Pixel: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue and opacity, each to 255."""


@dataclass(frozen=True, slots=True)
class SignatureImage:
    """A picture of a signature or a seal; the decree asks for blue and for red ink on a see-through ground.

    Source: Phụ lục I, Phần I, Mục II.7.d, II.8.a. `hue` is "mixed" where no colour prevails, or another one.
    """

    transparent: bool
    hue: Hue


def signature_image(data: bytes) -> SignatureImage | None:
    """Return what a PNG or JPEG shows; None when it is blank.

    Raises:
        InvalidInputError: it is of another kind, or damaged.
        RefusedError: it has more than `MOST_PIXELS`.

    """
    kinds = Counter[str]()
    for count, pixel in _colours(data):
        kinds[_kind(pixel)] += count
    clear, paper = kinds.pop("clear", 0), kinds.pop("paper", 0)
    if not kinds:
        return None
    ((kind, most),) = kinds.most_common(1)
    prevails = most >= _MOST * kinds.total()
    return SignatureImage(clear > paper, _HUES.get(kind, "mixed") if prevails else "mixed")


def _colours(data: bytes) -> list[tuple[int, _Pixel]]:
    """Return the colours of pixels from all over a picture, and how many pixels have each."""
    with _told_in_vietnamese(), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        sample = image.resize(_SAMPLE, Image.Resampling.NEAREST)
    if sample.mode == _SIXTEEN_BITS:
        sample = sample.point(lambda value: value / 256, "L")
    return cast("list[tuple[int, _Pixel]]", sample.convert("RGBA").getcolors(_SAMPLE[0] * _SAMPLE[1]))


@contextmanager
def _told_in_vietnamese() -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedError(
            f"Ảnh chữ ký quá lớn, hơn {MOST_PIXELS // 1_000_000} triệu điểm ảnh.", "Hãy thu nhỏ ảnh."
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InvalidInputError("Ảnh chữ ký hỏng hoặc không phải PNG, JPEG.", "Hãy chèn lại ảnh.") from error


def _kind(pixel: _Pixel) -> str:
    """Return "clear", "paper", or the colour of the ink: "blue", "red", "black", "other"."""
    red, green, blue, opacity = pixel
    darkest, spread = min(red, green, blue), max(red, green, blue) - min(red, green, blue)
    if opacity < _OPAQUE:
        return "clear"
    if darkest >= _PAPER:
        return "paper"
    if spread < _COLOURED * (255 - darkest):
        return "black"
    angle = 360 * rgb_to_hsv(red, green, blue)[0]
    if _BLUE[0] <= angle <= _BLUE[1]:
        return "blue"
    return "red" if angle >= _RED[0] or angle <= _RED[1] else "other"
