"""Every character on the page comes from the chosen font, or the PDF is not made."""

from typing import Any

from docgen.errors import InvalidInputError, MissingError
from docgen.pdf.description import Description, Text, inlines
from docgen.pdf.fonts import Family

_QUOTED = 40
_REMEDY = "Hãy thay hoặc xóa các ký tự này rồi tạo lại PDF."


def check_characters(description: Description, family: Family) -> None:
    """Prove that the font has every character of a file.

    Raises:
        InvalidInputError: it has not; the problems name each character and where it first stands.

    """
    places: dict[str, str] = {}
    seen: set[str] = set()
    for inline in inlines(description):
        if isinstance(inline, Text):
            fresh = set(inline.text) - seen
            seen |= fresh
            missing = family.face().missing(fresh)
            places |= dict.fromkeys(sorted(missing), inline.text)
    if places:
        problems = [_problem(char, text) for char, text in places.items()]
        raise InvalidInputError("Văn bản có ký tự không có trong phông Times New Roman.", _REMEDY, problems)


def check_fonts(document: Any, family: Family) -> None:
    """Prove that the written WeasyPrint `document` embeds the chosen family alone.

    Raises:
        MissingError: Pango fell back to another font, which has other widths and lacks letters.

    """
    others = sorted({font.family for font in document.fonts.values()} - {family.name})
    if others:
        raise MissingError(
            f"PDF phải dùng phông {family.name} nhưng máy lại dùng thêm: {', '.join(others)}.",
            "Hãy cài lại phông: sudo apt-get install --reinstall fonts-croscore, rồi chạy lại.",
        )


def _problem(char: str, text: str) -> str:
    quoted = f"{text[:_QUOTED]}…" if len(text) > _QUOTED else text
    return f"“{char}” (U+{ord(char):04X}) trong “{quoted}”"
