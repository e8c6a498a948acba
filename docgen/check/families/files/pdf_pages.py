"""What the pages of a PDF show: text, in which fonts, and pictures."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, ContentScope, Dictionary, Name, Object, Page, Stream

_SHOWING = "q Q Tf Tr Tj TJ ' \" Do BI ID EI"
_PAINTED: Any = 0
_UNSEEN = (3, 7)
"""Text rendering modes that paint nothing: the text layer of a scan (ISO 32000-1, 9.3.6)."""
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_GLYPH_NUMBERS = ("/Identity-H", "/Identity-V")
"""Encodings that say which glyph, not which letter."""
_INLINE = "ảnh trong dòng"
_Identity: TypeAlias = tuple[int, int]
"""Number and generation of an object."""
_TAG = re.compile(r"^/(?:[A-Z]{6}\+)?")
"""What stands before the name of a font: the sign of a name, the tag of a subset (ISO 32000-1, 9.6.4)."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font that text is set in: `embedded` in the file, `searchable` when its codes tell which letters."""

    name: str
    embedded: bool
    searchable: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: all its fonts, those `painting` that are seen, whether it has a picture.

    Of what is `damaged` nothing is known.
    """

    fonts: frozenset[Font] = frozenset()
    painting: frozenset[Font] = frozenset()
    picture: bool = False
    damaged: bool = False


def shown(page: Page) -> Shown:
    """Return what a page shows, with what stands in its annotations, patterns and the forms it draws."""
    waiting, forms = list[ContentScope](), defaultdict[_Identity, list[ContentScope]](list)
    for scope in page.content_scopes():
        (forms[scope.content.objgen] if scope.kind == "form" else waiting).append(scope)
    parts = []
    while waiting:
        part, drawn = _part(waiting.pop())
        parts.append(part)
        waiting += [scope for form in drawn for scope in forms.pop(form, ())]
    return _together(parts)


def _together(parts: Sequence[Shown]) -> Shown:
    return Shown(
        fonts=frozenset(font for part in parts for font in part.fonts),
        painting=frozenset(font for part in parts for font in part.painting),
        picture=any(part.picture for part in parts),
        damaged=any(part.damaged for part in parts),
    )


def _part(scope: ContentScope) -> tuple[Shown, set[_Identity]]:
    """Return what one content stream shows by itself, and the forms that it draws."""
    try:
        texts, objects = _read(scope)
        fonts = {name: _font(font) for name, font in _resources(scope, "/Font")}
        drawn = [item for name, item in _resources(scope, "/XObject") if name in objects]
    except (TypeError, UnicodeDecodeError, pikepdf.PdfError):  # content or names that make no sense
        return Shown(damaged=True), set()
    used = [(fonts[name], seen) for name, seen in texts if name in fonts]
    part = Shown(
        fonts=frozenset(font for font, _ in used),
        painting=frozenset(font for font, seen in used if seen),
        picture=_INLINE in objects or any(map(_is_image, drawn)),
    )
    return part, {item.objgen for item in drawn if not _is_image(item)}


def _read(scope: ContentScope) -> tuple[set[tuple[str, bool]], set[str]]:
    """Return by name the fonts of the text, each with whether it is seen, and the objects that are drawn."""
    texts, objects = set[tuple[str, bool]](), set[str]()
    font, mode, kept = "", _PAINTED, list[tuple[str, Any]]()
    for instruction in pikepdf.parse_content_stream(scope.content, _SHOWING):
        first: Any = next(iter(instruction.operands), None)
        match str(instruction.operator):
            case "q":
                kept.append((font, mode))
            case "Q":
                font, mode = kept.pop() if kept else (font, mode)
            case "Tf":
                font = str(first)
            case "Tr":
                mode = first
            case "Do":
                objects.add(str(first))
            case "INLINE IMAGE":
                objects.add(_INLINE)
            case _:
                texts.add((font, mode not in _UNSEEN))
    return texts, objects


def _resources(scope: ContentScope, kind: str) -> list[tuple[str, Object]]:
    """Return the dictionaries and streams of one kind that a content stream may name."""
    found = scope.resources.get(kind) if scope.resources is not None else None
    entries = found.items() if isinstance(found, Dictionary) else ()
    return [(name, item) for name, item in entries if isinstance(item, Dictionary | Stream)]


def _is_image(item: Object) -> bool:
    return item.get("/Subtype") == "/Image"


def _font(font: Object) -> Font:
    """Return what a font dictionary says of itself, a composite one by its only descendant."""
    composite = font.get("/Subtype") == "/Type0"
    drawn = _descendant(font) if composite else font
    return Font(
        name=_name(font.get("/BaseFont")),
        embedded=font.get("/Subtype") == "/Type3" or _has_program(drawn.get("/FontDescriptor")),
        searchable=not composite or "/ToUnicode" in font or font.get("/Encoding") not in _GLYPH_NUMBERS,
    )


def _name(base: Object | None) -> str:
    """Return the name of a font without the tag of its subset; old files name fonts in other encodings."""
    return _TAG.sub("", bytes(base).decode(errors="replace")) if isinstance(base, Name) else "không tên"


def _descendant(font: Object) -> Object:
    below = font.get("/DescendantFonts")
    first = below[0] if isinstance(below, Array) and len(below) else None
    return first if isinstance(first, Dictionary) else font


def _has_program(descriptor: Object | None) -> bool:
    return isinstance(descriptor, Dictionary) and any(key in descriptor for key in _PROGRAMS)
