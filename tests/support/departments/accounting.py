"""The lines of a Word file as lxml alone sees them, and which of them nobody has told."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.language.legacy import legacy_encoding, to_unicode

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_GONE = {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_APART = re.compile(r"[\t\n]|\s{3,}")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"\s*(?:(?:[A-ZĐ]|[IVXLC]+|\d+(?:\.\d+)*)[.)]?|[a-zđ]\)|\(\d+\)|[-–+*])(?:\s+|$)|\s*[A-ZĐ]\.\s+"
)


def unmade_lines(data: bytes) -> list[str]:
    """Return the lines of a Word file with all changes accepted, as no code of ours has read them.

    A line is what stands between tabs, breaks and wide gaps of one paragraph, in whatever story.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _STORIES.fullmatch(name)]
    return [
        line
        for part in parts
        for paragraph in etree.fromstring(part).iter(f"{_W}p")
        if not _is_gone(paragraph)
        for line in _APART.split(_text(paragraph))
        if line.strip()
    ]


def _is_gone(paragraph: etree._Element) -> bool:
    rows = paragraph.iterancestors(f"{_W}tr")
    return any(row.find(f"{_W}trPr/{_W}del") is not None for row in rows) or any(
        node.tag in _GONE for node in paragraph.iterancestors()
    )


def _text(paragraph: etree._Element) -> str:
    return "".join(_words(paragraph))


def _words(node: etree._Element) -> Iterator[str]:
    """Yield the words of a paragraph, but not those of paragraphs in text boxes within."""
    for child in node:
        if child.tag in _GONE or child.tag == f"{_W}p":
            continue
        if child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}t":
            yield _shown(child)
        else:
            yield from _words(child)


def _shown(node: etree._Element) -> str:
    fonts = node.getparent().find(f"{_W}rPr/{_W}rFonts")
    encoding = legacy_encoding(fonts.get(f"{_W}ascii", "")) if fonts is not None else None
    return to_unicode(node.text or "", encoding) if encoding else node.text or ""


def accounted(lines: Iterable[str], data_texts: Iterable[str], finding_texts: Iterable[str]) -> list[str]:
    """Return the lines whose words stand together neither in a text of the data nor in a finding.

    Blanks, capitals, marks of punctuation and the numbers of lists do not count; a line of nothing but such
    is accounted for.
    """
    known = "\n".join(f" {' '.join(_syllables(text))} " for text in (*data_texts, *finding_texts))
    return [line for line in lines if not any(_told(tried, known) for tried in _tried(line))]


def _told(words: list[str], known: str) -> bool:
    return not words or f" {' '.join(words)} " in known


def _tried(line: str) -> Iterator[list[str]]:
    """Yield the words of a line, and those behind a number."""
    yield _syllables(line)
    yield _syllables(_NUMBER.sub("", line, count=1))


def _syllables(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return _WORD.findall(composed)
