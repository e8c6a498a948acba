"""A PDF before it is signed and filed (X01): version, passwords, PDF/A, fonts, text layer, scripts."""

import io
import re
from collections.abc import Iterable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Pdf

from docgen.check.breach import Breach, Breaches
from docgen.check.families.files.pdf_pages import Font, Shown, shown
from docgen.errors import InvalidInputError
from docgen.model.finding import Severity

LEAST_VERSION = (1, 4)
"""The oldest version of the format that may be filed (Decree 30, Phụ lục I, Phần II, Mục I.2.a)."""
ARCHIVE_PART = "2"
"""The part of PDF/A (ISO 19005-2) that official packages hold; Thông tư 05/2025/TT-BNV, Điều 8 names none."""

_NUMBERS = re.compile(r"(\d+)\.(\d+)")
_SCRIPT = re.compile(rb"/S\s*/JavaScript\b")
_MANY = 10
"""So many names or pages are listed; the rest are counted."""


def check_pdf(data: bytes) -> Breaches:
    """Yield what keeps a PDF from being signed and filed; an error by Decree 30, a warning for the archive.

    Raises:
        InvalidInputError: it is no PDF, or too damaged to be read.

    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from _breaches(pdf)
    except pikepdf.PasswordError:
        yield Breach(
            "X01",
            "Tệp PDF đòi mật khẩu khi mở. Hãy xuất lại tệp không đặt mật khẩu.",
            expected="mở được không cần mật khẩu",
            found="có mật khẩu",
        )
    except (pikepdf.PdfError, UnicodeDecodeError) as error:
        message = "Không đọc được tệp PDF: tệp hỏng hoặc không phải PDF."
        raise InvalidInputError(message, "Hãy xuất lại tệp từ bản Word.") from error


def _breaches(pdf: Pdf) -> Breaches:
    pages = [shown(page) for page in pdf.pages]
    yield from _version(pdf)
    yield from _encryption(pdf)
    yield from _profile(pdf)
    yield from _damage(pages)
    yield from _fonts(pages)
    yield from _text_layer(pages)
    yield from _meanings(pages)
    yield from _scripts(pdf)


def _warning(message: str, expected: str = "", found: str = "") -> Breach:
    return Breach("X01", message, expected=expected, found=found, severity=Severity.WARNING)


def _version(pdf: Pdf) -> Breaches:
    """Judge the version; the catalog may name a later one than the header (ISO 32000-1, 7.5.2)."""
    told = [pdf.pdf_version, str(pdf.Root.get("/Version", ""))]
    version = max((int(found[1]), int(found[2])) for found in map(_NUMBERS.search, told) if found)
    if version < LEAST_VERSION:
        least, found = (f"{major}.{minor}" for major, minor in (LEAST_VERSION, version))
        yield Breach(
            "X01",
            f"Tệp PDF phiên bản {found}, phải từ {least} trở lên. Hãy xuất lại tệp từ bản Word.",
            expected=f"{least} trở lên",
            found=found,
        )


def _encryption(pdf: Pdf) -> Breaches:
    if pdf.is_encrypted:
        yield _warning(
            "Tệp PDF bị mã hóa (hạn chế in, sao chép) nên không lưu trữ được. Hãy xuất lại không hạn chế.",
            expected="không mã hóa",
            found="mã hóa",
        )


def _profile(pdf: Pdf) -> Breaches:
    """Judge what the metadata claim; any level of part 2 holds what 2b asks."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        part, level = (str(metadata.get(f"pdfaid:{key}", "")) for key in ("part", "conformance"))
    expected, found = f"PDF/A-{ARCHIVE_PART}b", f"PDF/A-{part}{level.lower()}"
    if not part:
        yield _warning(
            "Tệp chưa phải PDF/A, định dạng dùng để lưu trữ. Hãy tạo lại bằng “docgen pdf” trước khi ký số.",
            expected=expected,
            found="PDF thường",
        )
    elif part != ARCHIVE_PART:
        message = f"Tệp là {found}; hồ sơ lưu trữ thường dùng {expected}."
        yield Breach("X01", message, expected=expected, found=found, severity=Severity.INFO)


def _damage(pages: Sequence[Shown]) -> Breaches:
    if where := _listed([str(number) for number, page in enumerate(pages, 1) if page.damaged]):
        yield _warning(
            f"Nội dung trang {where} bị hỏng, máy khác có thể không hiện đủ. Hãy xuất lại tệp.",
            expected="đọc được mọi trang",
            found=f"trang {where} hỏng",
        )


def _fonts(pages: Sequence[Shown]) -> Breaches:
    """Judge the fonts of text that is seen; others need no program (ISO 19005-2, 6.2.11.4.1)."""
    if names := _names(font for page in pages for font in page.painting if not font.embedded):
        yield _warning(
            f"Phông chữ chưa nhúng vào tệp: {names}; máy khác có thể hiện sai chữ. "
            "Hãy xuất lại và chọn nhúng phông, hoặc dùng “docgen pdf”.",
            expected="nhúng mọi phông",
            found=names,
        )


def _text_layer(pages: Sequence[Shown]) -> Breaches:
    """Judge the words by which a file is searched and read aloud; a scan has pictures for pages."""
    silent = _listed([str(number) for number, page in enumerate(pages, 1) if page.picture and not page.fonts])
    if silent or not any(page.fonts or page.damaged for page in pages):
        where = f"trang {silent} chỉ có ảnh" if silent else "tệp không có chữ nào"
        yield _warning(
            f"{where.capitalize()}, không tìm kiếm và sao chép chữ được. "
            "Hãy xuất từ bản Word, hoặc nhận dạng chữ (OCR) bản quét.",
            expected="có lớp chữ",
            found=where,
        )


def _meanings(pages: Sequence[Shown]) -> Breaches:
    if names := _names(font for page in pages for font in page.fonts if not font.searchable):
        yield _warning(
            f"Chữ phông {names} hiện được nhưng không tìm kiếm và sao chép được. Hãy xuất lại tệp.",
            expected="chữ có mã Unicode",
            found=names,
        )


def _scripts(pdf: Pdf) -> Breaches:
    kinds = (Dictionary, Array)
    if any(_SCRIPT.search(item.unparse(resolved=True)) for item in pdf.objects if isinstance(item, kinds)):
        yield _warning(
            "Tệp có mã lệnh JavaScript; tệp lưu trữ không được có. Hãy in tệp này ra một tệp PDF mới.",
            expected="không có mã lệnh",
            found="JavaScript",
        )


def _names(fonts: Iterable[Font]) -> str:
    return _listed(sorted({font.name for font in fonts}))


def _listed(names: Sequence[str]) -> str:
    """Return "1, 2, 3 và 40 chỗ khác"; "" for none."""
    more = f" và {len(names) - _MANY} chỗ khác" if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more
