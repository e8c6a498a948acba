"""A picture as PNG, drawn by resvg from its SVG in fonts that are named: the same pixels on every machine."""

import io
from collections.abc import Sequence
from pathlib import Path

import resvg_py
from lxml import etree
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from docgen import rules
from docgen.errors import MissingError

_REMEDY = "Hãy cài phông: sudo apt-get install fonts-croscore (hoặc fonts-liberation2), rồi chạy lại."
_TOLD = {"title": "Title", "desc": "Description"}
"""Elements of SVG, and the keywords of PNG that say the same (PNG, 11.3.3.1)."""


def png(svg: str, font_files: Sequence[str]) -> bytes:
    """Return the picture `svg` as a grey PNG with its title and its words: the same bytes for the same two.

    Args:
        svg: what `drawn` returned.
        font_files: the upright regular and bold faces of Times New Roman or of a font of its widths.

    Raises:
        MissingError: a font is not there.

    """
    _refuse_missing(font_files)
    dots = int(rules.figure("picture.dots").use)
    pixels = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=list(font_files), dpi=dots
    )
    target = io.BytesIO()
    with Image.open(io.BytesIO(pixels), formats=["PNG"]) as image:
        image.convert("L").save(target, "PNG", dpi=(dots, dots), pnginfo=_words_of(svg))
    return target.getvalue()


def _refuse_missing(font_files: Sequence[str]) -> None:
    missing = [file for file in font_files if not Path(file).is_file()]
    if missing or not font_files:
        raise MissingError("Máy chưa có phông chữ thay được Times New Roman để vẽ hình.", _REMEDY, missing)


def _words_of(svg: str) -> PngInfo:
    root, info = etree.fromstring(svg), PngInfo()
    for name, keyword in _TOLD.items():
        info.add_itxt(keyword, root.findtext(f"{{*}}{name}", ""), lang="vi")
    return info
