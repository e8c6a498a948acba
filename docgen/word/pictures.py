"""Pictures in a filled Word file, each in a paragraph of its own above its caption (ECMA-376, 20.4.2.8).

They are written into the file, whatever its template is, as remarks are: the same pictures in the same bytes.
"""

import posixpath
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from lxml import etree

from docgen import rules
from docgen.documents.pictures import PlacedPicture
from docgen.package import Element, Package, open_package, parse_xml
from docgen.package.joining import NO_ARROWS, TYPES, declare, point
from docgen.package.relationships import TRANSITIONAL, listing_of
from docgen.rules.units import EMU_PER_TWIP, Mm
from docgen.word.archive import archive, entry
from docgen.word.comments.letters import letters_of, spans_of
from docgen.word.ooxml import PIC, WP, A, R, W, element, number, written
from docgen.word.room import height_around, room_around

_INCH = Mm(25.4)
_ONE_LINE = "240"
"""Lines as high as what is in them, in the units of `w:line` (17.3.1.33)."""
_NAMES = {"a": A[1:-1], "pic": PIC[1:-1], "r": R[1:-1], "wp": WP[1:-1]}


def with_pictures(data: bytes, pictures: Sequence[PlacedPicture], texts: Iterable[str]) -> bytes:
    """Return the filled file `data` with `pictures` above their captions; as it is without them.

    `texts` are all that is printed, in reading order: the positions of the pictures count them.
    """
    if not pictures:
        return data
    package = open_package(data)
    root = package.xml(package.main)
    files = dict(zip(_free_names(package), (picture.png for picture in pictures), strict=False))
    numbers = count(1 + max((number(node.get("id")) for node in root.iter(f"{WP}docPr")), default=0))
    captions = _captions(root, pictures, texts)
    for picture, caption, file, drawing in zip(pictures, captions, files, numbers, strict=False):
        caption.addprevious(_paragraph(_inline(picture, caption, _arrow_id(file), drawing)))
    parts = package.parts | _joined(package, files) | files | {package.main: written(root)}
    return archive(entry(name, content) for name, content in parts.items())


def _free_names(package: Package) -> Iterator[str]:
    """Yield names of parts that no picture has yet."""
    folder = posixpath.join(posixpath.dirname(package.main), "media")
    names = (posixpath.join(folder, f"docgen{place}.png") for place in count(1))
    return (name for name in names if name not in package.parts)


def _arrow_id(file: str) -> str:
    return f"rIdPicture_{posixpath.basename(file)}"


def _joined(package: Package, files: Iterable[str]) -> dict[str, bytes]:
    """Return the parts that say what the files hold, and that the main part points to them."""
    listing = listing_of(package.main)
    types, arrows = package.xml(TYPES), parse_xml(package.parts.get(listing, NO_ARROWS), listing)
    for file in files:
        declare(types, file, "image/png")
        point(arrows, _arrow_id(file), f"{TRANSITIONAL}/image", f"/{file}")
    return {TYPES: written(types), listing: written(arrows)}


def _captions(root: Element, pictures: Sequence[PlacedPicture], texts: Iterable[str]) -> list[Element]:
    """Return the paragraphs that hold the captions."""
    spans, nodes = spans_of(root, texts), dict(letters_of(root))
    places = list(nodes)
    firsts = (places[bisect_right(places, spans[picture.position][0]) - 1] for picture in pictures)
    return [next(nodes[first].iterancestors(f"{W}p")) for first in firsts]


def _paragraph(inline: Element) -> Element:
    """Return a centred paragraph that stays with the next, its line as high as the picture."""
    above = str(rules.length("body.paragraph_spacing").twips)
    layout = element(
        "pPr",
        element("keepNext"),
        element("spacing", before=above, after="0", line=_ONE_LINE, lineRule="auto"),
        element("ind", left="0", right="0", firstLine="0"),
        element("jc", val="center"),
    )
    drawing = element("drawing")
    drawing.append(inline)
    return element("p", layout, element("r", drawing))


def _inline(picture: PlacedPicture, caption: Element, arrow: str, drawing: int) -> Element:
    """Return a picture that stands in the text as a letter does."""
    size = dict(zip(("cx", "cy"), map(str, _extent(picture, caption)), strict=True))
    named = {"id": str(drawing), "name": f"Hình {drawing}"}
    no_distance = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    locks = _node("a:graphicFrameLocks", {"noChangeAspect": "1"})
    content = _node("a:graphicData", {"uri": PIC[1:-1]}, _picture(named, size, arrow))
    return _node(
        "wp:inline",
        no_distance,
        _node("wp:extent", size),
        _node("wp:docPr", named | {"descr": picture.alt}),
        _node("wp:cNvGraphicFramePr", {}, locks),
        _node("a:graphic", {}, content),
    )


def _picture(named: dict[str, str], size: dict[str, str], arrow: str) -> Element:
    """Return the picture itself (20.2.2.5)."""
    frame = _node("a:xfrm", {}, _node("a:off", {"x": "0", "y": "0"}), _node("a:ext", size))
    shape = _node("a:prstGeom", {"prst": "rect"}, _node("a:avLst", {}))
    stretched = _node("a:stretch", {}, _node("a:fillRect", {}))
    return _node(
        "pic:pic",
        {},
        _node("pic:nvPicPr", {}, _node("pic:cNvPr", named), _node("pic:cNvPicPr", {})),
        _node("pic:blipFill", {}, _node("a:blip", {f"{R}embed": arrow}), stretched),
        _node("pic:spPr", {}, frame, shape),
    )


def _extent(picture: PlacedPicture, caption: Element) -> tuple[int, int]:
    """Return width and height in EMU: as large as the picture was drawn, smaller where the page is."""
    width, height = (pixels * _INCH.emu / rules.figure("picture.dots").use for pixels in picture.size)
    most_height = height_around(caption) * EMU_PER_TWIP - rules.length("picture.caption").emu
    scale = min(1.0, room_around(caption) * EMU_PER_TWIP / width, most_height / height)
    return int(width * scale), int(height * scale)


def _node(name: str, attributes: dict[str, str], *children: Element) -> Element:
    prefix, _, local = name.partition(":")
    node = etree.Element(f"{{{_NAMES[prefix]}}}{local}", attributes, nsmap=_NAMES)
    node.extend(children)
    return node
