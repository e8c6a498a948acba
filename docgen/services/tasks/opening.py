"""PDFs and photographs opened: each within its limits, what keeps one from it told in Vietnamese."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from warnings import catch_warnings

from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2 import raw as pdfium

from docgen.errors import InvalidInputError, RefusedError

PDF = b"%PDF-"
"""How a PDF begins."""
PHOTOGRAPHS = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff"}
"""The kinds of photographs that are opened, by the names that Pillow has for them, and how they begin."""
MOST_PIXELS = 80_000_000
"""Of a photograph; the finest that telephones take have 64 million. One takes four bytes."""

_CHECK = "Hãy mở tệp để kiểm tra, lưu lại rồi thử lần nữa."


@contextmanager
def opened_pdf(data: bytes) -> Iterator[PdfDocument]:
    """Yield a PDF; PDFium opens none without pages.

    Raises:
        InvalidInputError: it has a password, or is damaged.

    """
    try:
        with PdfDocument(data) as document:
            yield document
    except PdfiumError as fault:
        if fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise InvalidInputError("Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi thử lại.") from fault
        raise _damaged("PDF") from fault


@contextmanager
def opened_photograph(data: bytes) -> Iterator[Image.Image]:
    """Yield a PNG or JPEG, its pixels not yet read.

    Raises:
        InvalidInputError: it is damaged, seen now or where its pixels are read.
        RefusedError: it has more than `MOST_PIXELS`.

    """
    try:
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=[*PHOTOGRAPHS]) as image:
            _refuse_large(*image.size)
            yield image
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except (OSError, ValueError, SyntaxError) as fault:
        raise _damaged("ảnh") from fault


def _refuse_large(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _too_large(f" ({width} × {height})")


def _too_large(size: str = "") -> RefusedError:
    message = f"Ảnh có quá nhiều điểm ảnh{size}; tối đa {MOST_PIXELS // 10**6} triệu."
    return RefusedError(message, "Hãy thu nhỏ ảnh rồi thử lại.")


def _damaged(what: str) -> InvalidInputError:
    return InvalidInputError(f"Tệp {what} bị hỏng hoặc tải lên chưa xong.", _CHECK)
