"""The proof of a filled file: it is opened again, and every word of the document is found in it, in order."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.documents.base import PrintedDocument
from docgen.errors import InvalidInputError
from docgen.package import Element, open_package
from docgen.word.comments.letters import bare
from docgen.word.comments.mark import draft_head, is_marked
from docgen.word.ooxml import WP, W

_REMEDY = "Không tệp nào được ghi. Hãy chạy “docgen template check” với thư mục mẫu để xem từng chỗ sai."
_QUOTED = 60
_TAG = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}")


def verify(data: bytes, document: PrintedDocument) -> None:
    """Prove that the DOCX `data` holds `document`.

    Raises:
        InvalidInputError: it cannot be opened, words are missing or out of order, a tag is left in it, or its
            bookmarks or drawings are not told apart.

    """
    package = open_package(data)
    root = package.xml(package.main)
    problems = [
        *_wrong_words(_text(root), document.printed_texts()),
        *_missing_mark(root, document),
        *_wrong_bookmarks(root),
        *_wrong_drawings(root),
    ]
    if problems:
        raise InvalidInputError(
            "Tệp Word điền xong không khớp với văn bản; mẫu có chỗ sai.", _REMEDY, problems
        )


def _text(root: Element) -> str:
    """Return all text of a part in a row; line breaks and tabs are elements and leave nothing."""
    return str(etree.tostring(root, method="text", encoding="unicode"))


def _wrong_words(found: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the first text that does not follow the one before, or what is left of tags between them."""
    position, between = 0, []
    for text in texts:
        words = bare(text)
        start = found.find(words, position)
        if start < 0:
            yield f"thiếu hoặc sai thứ tự: “{_shortened(text)}”"
            return
        between.append(found[position:start])
        position = start + len(words)
    rest = " ".join((*between, found[position:]))
    yield from (f"còn sót dấu thẻ: “{_shortened(rest[tag.start() :])}”" for tag in _TAG.finditer(rest))


def _missing_mark(root: Element, document: PrintedDocument) -> Iterator[str]:
    """Yield that a draft is not marked as one."""
    head = draft_head(document)
    if head is not None and not is_marked(root, head):
        yield f"thiếu dấu “{head.draft_mark}” ở đầu văn bản"


def _wrong_bookmarks(root: Element) -> Iterator[str]:
    starts, ends = list(root.iter(f"{W}bookmarkStart")), root.iter(f"{W}bookmarkEnd")
    yield from (
        f"dấu trang trùng tên: “{name}”" for name in _repeated(start.get(f"{W}name") for start in starts)
    )
    opened = sorted(start.get(f"{W}id", "") for start in starts)
    if opened != sorted(end.get(f"{W}id", "") for end in ends) or any(_repeated(opened)):
        yield "dấu trang mở mà không đóng, hoặc trùng số"


def _wrong_drawings(root: Element) -> Iterator[str]:
    numbers = (properties.get("id") for properties in root.iter(f"{WP}docPr"))
    yield from (f"hình vẽ trùng số: {number}" for number in _repeated(numbers))


def _repeated(values: Iterable[str | None]) -> list[str | None]:
    return [value for value, count in Counter(values).items() if count > 1]


def _shortened(text: str) -> str:
    words = text.strip()
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
