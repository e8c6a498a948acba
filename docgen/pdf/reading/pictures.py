"""Pictures in the file as PNG or JPEG, or why they cannot be shown."""

import io
from dataclasses import dataclass, field

from PIL import Image as Pillow

from docgen.pdf.description import Image
from docgen.pdf.reading.source import Source
from docgen.word.formatting import Sides

MAX_PIXELS = 40_000_000
"""As many pixels as a picture may have; a page of A4 scanned at 600 dpi has 35 million."""

_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
_DRAWN = {
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\x00\x09\x00": "WMF",
    b"\x01\x00\x00\x00": "EMF",
    b"<": "SVG",
    b"\xef\xbb\xbf<": "SVG",
}
_TURNED = ("GIF", "BMP", "TIFF", "WEBP", "PNG", "JPEG")


@dataclass(frozen=True)
class Picture:
    """A picture, or in `fault` what keeps it from being shown, in Vietnamese."""

    image: Image | None = None
    fault: str = ""


@dataclass
class Pictures:
    """The pictures that one part points to; each is looked at once."""

    source: Source
    part: str
    _seen: dict[str, Picture] = field(default_factory=dict)

    def get(self, relationship: str, crop: Sides) -> Picture:
        """Return the picture that a relationship points to, with what is cut off it."""
        if relationship not in self._seen:
            self._seen[relationship] = self._read(relationship)
        found = self._seen[relationship]
        if found.image is None or crop == Sides():
            return found
        return Picture(Image(found.image.data, found.image.kind, crop))

    def _read(self, relationship: str) -> Picture:
        arrow = self.source.target(self.part, relationship)
        if arrow is None:
            return Picture(fault="ảnh không có trong tệp")
        if arrow.external:
            return Picture(fault="ảnh nằm ngoài tệp, không được tải về")
        return _picture(self.source.package.parts[arrow.target])


def _picture(data: bytes) -> Picture:
    for magic, name in _DRAWN.items():
        if data.startswith(magic):
            return Picture(fault=f"ảnh kiểu {name} chưa hiện được trong PDF")
    try:
        with Pillow.open(io.BytesIO(data), formats=_TURNED) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                return Picture(fault=f"ảnh quá lớn ({opened.width} × {opened.height} điểm ảnh)")
            kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), "")
            opened.load()
            return Picture(Image(data, kind) if kind else Image(_as_png(opened), "png"))
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        return Picture(fault="ảnh hỏng hoặc thuộc kiểu không đọc được")


def _as_png(opened: Pillow.Image) -> bytes:
    buffer = io.BytesIO()
    opened.convert("RGBA").save(buffer, "PNG")
    return buffer.getvalue()


def turned_image(data: bytes, quarters: int) -> bytes:
    """Return a picture turned clockwise by quarters, as PNG."""
    with Pillow.open(io.BytesIO(data)) as opened:
        return _as_png(opened.rotate(-90 * quarters, expand=True))
