"""What pages cannot show as Word would, said to the officer."""

from collections.abc import Iterable, Iterator

from docgen.model.finding import Finding, Severity
from docgen.pdf.comment import Comment
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout.styles import Styles
from docgen.pdf.pages import Page

_QUOTED = 40
_NAMED = 10


def remarks(styles: Styles, fonts: Fonts, hidden: list[tuple[str, str]]) -> Iterator[Finding]:
    """Yield what was met: letters without a font, other fonts, words that are `hidden` (place, words)."""
    for text, chars in _by_text(styles.missing).items():
        signs = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in chars[:_NAMED])
        more = f" và {len(chars) - _NAMED} ký tự khác" if len(chars) > _NAMED else ""
        message = f"ký tự {signs}{more} không có trong phông nào của máy, PDF chỉ chừa chỗ trống."
        yield _finding("ky-tu-thieu-phong", f"đoạn “{_cut(text)}”", message)
    for asked, taken in fonts.substituted.items():
        message = f"máy chưa cài phông {asked}, chữ được thay bằng {taken}; dòng và trang có thể ngắt khác."
        yield _finding("phong-thay-the", f"phông “{asked}”", message)
    for place, words in hidden:
        yield _finding("chu-bi-che", place, f"chữ bị che vì chỗ chứa quá thấp: “{words}”.")


def unseen(comments: Iterable[Comment], pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield the comments whose place is on none of the pages."""
    seen = {one.comment for page in pages for one in page.noted}
    for comment in comments:
        if comment not in seen:
            message = "không có trong PDF vì chỗ được nhận xét không hiện trên trang nào."
            yield _finding("nhan-xet-bi-che", f"nhận xét “{_cut(comment.text)}”", message)


def _by_text(missing: dict[str, str]) -> dict[str, list[str]]:
    """Gather the letters that were first met in one text."""
    found: dict[str, list[str]] = {}
    for char, text in missing.items():
        found.setdefault(text, []).append(char)
    return found


def _finding(code: str, place: str, message: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, place=place, message=message)


def _cut(text: str) -> str:
    return f"{text[:_QUOTED]}…" if len(text) > _QUOTED else text
