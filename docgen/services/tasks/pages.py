"""Pictures of pages: of a PDF, of a Word file as its PDF has them, or of a photograph, which is one page."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageOps
from pypdfium2 import PdfPage

from docgen.services.tasks import Told
from docgen.services.tasks.opening import PDF, PHOTOGRAPHS, opened_pdf, opened_photograph
from docgen.services.tasks.page_words import words_of

HIGHEST = 3
"""A picture is at most so many times as high as wide; what is longer is drawn smaller."""


@dataclass(frozen=True, slots=True)
class Task:
    """Draws `pages` (from 1) `width` pixels wide; tells their `words` where that is asked.

    Tracked `changes` of a Word file are "accepted" or taken back to the "original".
    """

    pages: Sequence[int] = (1,)
    width: int = 1000
    words: bool = False
    changes: str = "accepted"

    def __call__(self, data: bytes) -> tuple[Told, bytes]:
        """Return the `count` of all pages and those `drawn`; their PNGs stand one behind the other."""
        drawn = self._photograph if data.startswith((*PHOTOGRAPHS.values(),)) else self._document
        return drawn(data)

    def _photograph(self, data: bytes) -> tuple[Told, bytes]:
        if 1 not in self.pages:
            return {"count": 1, "drawn": []}, b""
        with opened_photograph(data) as image:
            picture = _upright(image, self.width)
        png = _png(picture)
        return {"count": 1, "drawn": [_told(1, picture, png)]}, png

    def _document(self, data: bytes) -> tuple[Told, bytes]:
        pdf = data if data.startswith(PDF) else _converted(data, self.changes)
        with opened_pdf(pdf) as document:
            count = len(document)
            wanted = sorted({number for number in self.pages if 0 < number <= count})
            drawn = [self._drawn(number, document[number - 1]) for number in wanted]
        return {"count": count, "drawn": [told for told, _ in drawn]}, b"".join(png for _, png in drawn)

    def _drawn(self, number: int, page: PdfPage) -> tuple[Told, bytes]:
        """Return what is told of a page, and its picture; the page is closed, since the next may be large."""
        width, height = (max(side, 1) for side in page.get_size())
        bitmap = page.render(scale=min(self.width / width, HIGHEST * self.width / height))
        picture: Image.Image = bitmap.to_pil()
        png = _png(picture)
        words = [*words_of(page, bitmap.get_posconv(page).to_bitmap)] if self.words else []
        bitmap.close()
        page.close()
        return _told(number, picture, png) | {"words": words}, png


def _converted(docx: bytes, changes: str) -> bytes:
    from docgen.package import open_package  # noqa: PLC0415 - a PDF needs none of it
    from docgen.pdf import convert  # noqa: PLC0415 - as above

    return convert(open_package(docx), changes=changes, tagged=False).data


def _upright(image: Image.Image, width: int) -> Image.Image:
    """Return a photograph as it is meant to be seen, no wider than `width`."""
    longest = HIGHEST * width
    image.thumbnail((longest, longest))  # first, since to turn it takes its bytes once more
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((width, longest))
    return Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright).convert("RGB")


def _png(picture: Image.Image) -> bytes:
    """Return a PNG; one without colours takes less than half the bytes when it says so."""
    grey = picture.convert("L")
    target = io.BytesIO()
    (grey if grey.convert("RGB").tobytes() == picture.tobytes() else picture).save(target, "PNG")
    return target.getvalue()


def _told(number: int, picture: Image.Image, png: bytes) -> Told:
    width, height = picture.size
    return {"number": number, "width": width, "height": height, "bytes": len(png), "words": []}
